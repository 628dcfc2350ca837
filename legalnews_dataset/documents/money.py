"""Find sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from legalnews_dataset.documents.currencies import (
    ADJECTIVES,
    AMBIGUOUS,
    CENTS,
    CODES,
    DOLLAR_PREFIXES,
    HOMES,
    SIGNS,
    UNITS,
)
from legalnews_dataset.documents.document import MoneySpan, Tokens
from legalnews_dataset.documents.numerals import NUMBERS, SCALES, spelled_before

_FIGURE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_SCALE = (
    r"(?:[ \t\n-]?(?:hundred|thousand|million|billion|trillion|lakhs?|crores?|mln|bln|mil|trn|mn|bn|tn)"
    r"|[mkb]|t(?!-))(?![\w$£€])"
)
_SIGN = re.compile(f"[{re.escape(''.join(SIGNS))}]")
_AFTER_SIGN = re.compile(
    rf"\s?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?"
    rf"(?:\s?(?P<link>-|–|—|to)\s?(?P<second>{_FIGURE})(?P<scale2>{_SCALE})?(?![\w$£€%]))?",
    re.I,
)
_SPELLED_AFTER_SIGN = re.compile(rf"\s?(?P<words>[a-z]+)(?P<scale>{_SCALE})", re.I)
_PREFIX = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,3}|U\.S\.)\s?$")
_FIGURE_BEFORE = re.compile(
    rf"(?<![\w.,])(?:(?P<first>{_FIGURE})(?P<scale1>{_SCALE})?\s?(?P<link>-|–|to|and)\s?)?"
    rf"(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?[\s-]*$",
    re.I,
)
_KIND_BEFORE = re.compile(r"(?<!\w)((?:south\s|hong\s|new\s)?[a-z.]+)\s$", re.I)
_KINDS = frozenset(adjective for adjective, _ in ADJECTIVES) | {
    "u.s.",
    "u.s",
    "hong",
    "new",
    "south",
    "chinese",
    "actual",
}
_CODE_AFTER = re.compile(rf"\s?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?(?!\w)", re.I)
_LINK = re.compile(r"\s*(?:-|–|—|to|and)\s*", re.I)
_CHANGED = re.compile(
    r"\b(?:rose|risen|fell|fallen|increas\w+|reduc\w+|cut|rais\w+|up|down|dropp\w+|grew|grown|lower\w+|decreas\w+|climb\w+"
    r"|slash\w+|jump\w+|soar\w+|chang\w+|mov\w+|went)\b",
    re.I,
)
_PENCE = re.compile(r"(\d{1,3}(?:\.\d)?)p")
_CODED = {code: code for code in CODES} | {"Rs": "INR", "RM": "MYR"}
_WORDS = frozenset(_CODED) | frozenset(
    form for stem in (*UNITS, *CENTS) for one in (stem, stem + "s") for form in (one, one.capitalize())
)
_LOW_IN_WORDS = re.compile(r"(between\s+)?\b([a-z]+)\s(to|and|or)\s$", re.I)
_ELIDED = re.compile(
    r"\b(?:and|plus)\s(?:another\s|about\s|nearly\s)?([a-z]+|\d{1,3}(?:\.\d{1,3})?)\s(million|billion|mln|bln)\s(?=in\s)",
    re.I,
)
_GLUED_CODES = ("USD", "EUR", "GBP", "CAD", "AUD", "INR", "CNY", "Rs")
_GLUED = re.compile(
    rf"(?<!\w)(?:(USD|EUR|GBP|CAD|AUD|INR|CNY)({_FIGURE})|({_FIGURE})(?:({_SCALE})\s?)?(USD|EUR|GBP|CAD|AUD|INR|CNY))\b"
)
_HYPHENED_UNIT = re.compile(r"-(dollars?|dlrs?|pounds?|euros?|yen|cents?|pence|francs?|yuan|rupees?)\b")
_REACH = 80


def find_money(text: str, tokens: Tokens) -> tuple[MoneySpan, ...]:
    """Return the sums of money that the text prints, as printed: `more than $5 million` is 5,000,000.

    Cents and pence are given in dollars and pounds; `between $1m and $2m` is one span with `amount_max`.

    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "a $1.2bn fine, £450,000 in costs and 100 mln dlrs"
    >>> [(str(m.amount), m.currency) for m in find_money(text, find_tokens(text))]
    [('1200000000.0', 'USD'), ('450000', 'GBP'), ('100000000', 'USD')]
    """
    coded = _glued(text) if any(code in text for code in _GLUED_CODES) else ()
    found = sorted((*coded, *_signed(text), *_worded(text, tokens)), key=lambda span: (span.start, -span.end))
    if not found:
        return ()
    found = sorted((*found, *_elided(text, found)), key=lambda span: (span.start, -span.end))
    apart: list[MoneySpan] = []
    for span in found:
        if apart and span.start < apart[-1].end:
            if span.end > apart[-1].end:
                apart[-1] = replace(apart[-1], end=span.end, currency=span.currency or apart[-1].currency)
            continue
        apart.append(span)
    return tuple(_joined(text, apart))


def _amount(figure: str, scale: str | None) -> Decimal:
    amount = Decimal(figure.replace(",", ""))
    return amount * SCALES[scale.strip(" \t\n-").lower()] if scale else amount


def _signed(text: str) -> Iterator[MoneySpan]:
    """Yield the sums whose currency is a sign: before the figure, or right after it."""
    for sign in _SIGN.finditer(text):
        start, mark = sign.start(), sign.group()
        if (
            text[start - 1 : start].isspace()
            and text[start - 2 : start - 1].isdigit()
            and text[start + 1 : start + 2] in " "
        ):
            yield from _sign_after(text, start, mark)
            continue
        m = _AFTER_SIGN.match(text, sign.end())
        currency: str | None = SIGNS[mark]
        if mark == "$":
            prefix = _PREFIX.search(text, max(0, start - 6), start)
            if prefix and prefix[1].lower() in DOLLAR_PREFIXES and _is_prefix(text, prefix):
                start, currency = prefix.start(), DOLLAR_PREFIXES[prefix[1].lower()]
        if m is None:
            spelled = _SPELLED_AFTER_SIGN.match(text, sign.end())
            if spelled and spelled["words"].lower() in NUMBERS:
                amount = _amount(str(NUMBERS[spelled["words"].lower()]), spelled["scale"])
                yield MoneySpan(start, spelled.end(), amount, None, currency)
            else:
                yield from _sign_after(text, sign.start(), mark)
            continue
        amount, end = _amount(m["figure"], m["scale"]), m.end("scale") if m["scale"] else m.end("figure")
        top = None
        if m["second"] and (m["scale2"] or m["link"] != "to"):
            second = _amount(m["second"], m["scale2"])
            first = amount if m["scale"] else _amount(m["figure"], m["scale2"])
            if first < second and (m["scale2"] or len(m["second"]) >= len(m["figure"])):
                amount, top, end = first, second, m.end()
        yield MoneySpan(start, end, amount, top, currency)


def _is_prefix(text: str, prefix: re.Match[str]) -> bool:
    """Tell `A$5` from `a $5 million fine`: letters set off by a space are a prefix only as capitals of two or more."""
    return not prefix.group()[-1].isspace() or (prefix[1].isupper() and len(prefix[1]) > 1) or prefix[1] == "c"


def _sign_after(text: str, at: int, mark: str) -> Iterator[MoneySpan]:
    m = _FIGURE_BEFORE.search(text, max(0, at - 24), at)
    if m and not m["link"]:
        amount = _amount(m["figure"], m["scale"])
        yield MoneySpan(m.start("figure"), at + 1, amount / 100 if mark == "¢" else amount, None, SIGNS[mark])


def _worded(text: str, tokens: Tokens) -> Iterator[MoneySpan]:
    """Yield the sums whose currency is a word or a code: `260,000 dlrs`, `half a million pounds`, `EUR 5m`."""
    for i, word in enumerate(tokens.words):
        if word in _WORDS:
            yield from _at_word(text, tokens, i, word)
        elif "-" in word and (m := _HYPHENED_UNIT.search(word)):
            at = tokens.starts[i] + m.start(1)
            yield from _in_unit(text, at, tokens.starts[i] + m.end(1), m[1])
        elif word[-1] == "p" and word[0].isdigit() and (m := _PENCE.fullmatch(word)) and "£" in text:
            yield MoneySpan(tokens.starts[i], tokens.ends[i], Decimal(m[1]) / 100, None, "GBP")


def _glued(text: str) -> Iterator[MoneySpan]:
    """Yield the sums whose code touches the figure: `USD115`, `115EUR`."""
    for m in _GLUED.finditer(text):
        yield MoneySpan(m.start(), m.end(), _amount(m[2] or m[3], m[4]), None, m[1] or m[5])


def _elided(text: str, spans: list[MoneySpan]) -> Iterator[MoneySpan]:
    """Yield the sum that leaves its currency to the one before: `$1 billion in damages and one billion in costs`."""
    for span in spans:
        m = _ELIDED.search(text, span.end, span.end + 80)
        number = m and (NUMBERS.get(m[1].lower()) or m[1])
        if m and number and _bare_number(str(number)):
            yield MoneySpan(m.start(1), m.end(2), _amount(str(number), m[2]), None, span.currency)


def _bare_number(number: str) -> bool:
    return number.replace(".", "", 1).isdigit()


def _at_word(text: str, tokens: Tokens, i: int, word: str) -> Iterator[MoneySpan]:
    at, end = tokens.starts[i], tokens.ends[i]
    if word in _CODED:
        yield from _code(text, at, end, _CODED[word])
    else:
        yield from _in_unit(text, at, end, word)


def _in_unit(text: str, at: int, end: int, word: str) -> Iterator[MoneySpan]:
    stem = word.lower()
    if stem not in UNITS and stem not in CENTS:
        stem = stem.removesuffix("s")
    span = _before_word(text, at, end, stem, CENTS[stem] if stem in CENTS else UNITS[stem])
    if span is not None:
        parts = 100 if stem in CENTS else 1
        yield replace(span, amount=span.amount / parts, amount_max=span.amount_max / parts if span.amount_max else None)


def _before_word(text: str, at: int, end: int, word: str, currency: str | None) -> MoneySpan | None:
    """Return the sum that ends in the currency word at [at, end)."""
    low = max(0, at - _REACH)
    m = _KIND_BEFORE.search(text, max(low, at - 24), at)
    kind = ""
    if m and m[1].lower().split()[0] in _KINDS:
        kind, at = m[1].lower(), m.start(1)
    m = _FIGURE_BEFORE.search(text, max(low, at - 36), at)
    if m:
        scaled, start, top = bool(m["scale"]), m.start("figure"), None
        amount = _amount(m["figure"], m["scale"])
        if m["first"] and (m["link"] != "and" or "etween" in text[max(0, m.start() - 9) : m.start()]):
            first = _amount(m["first"], m["scale1"] or m["scale"])
            if first < amount:
                amount, top, start = first, amount, m.start("first")
    else:
        spelled = spelled_before(text, low, at)
        if spelled is None:
            return None
        start, amount, scaled = spelled
        top = None
    if top is None and scaled:
        start, amount, top = _low_in_words(text, start, amount)
    if word in AMBIGUOUS and not scaled and not kind:
        return None
    if word == "pound" and not scaled and (text[end : end + 4] == " of " or "$" in text or text[at - 1] == "-"):
        return None
    return MoneySpan(start, end, amount, top, _currency(text, word, kind, currency))


def _low_in_words(text: str, start: int, amount: Decimal) -> tuple[int, Decimal, Decimal | None]:
    """Read `between one and 1.5 billion dollars` and `three to five million pounds` from their second number."""
    m = _LOW_IN_WORDS.search(text, max(0, start - 30), start)
    low = NUMBERS.get(m[2].lower()) if m else None
    if m is None or low is None or (m[3] == "and" and not m[1]):
        return start, amount, None
    scale = next(size for size in (10**12, 10**9, 10**6, 10**3, 1) if amount >= size)
    first = Decimal(low * scale)
    return (m.start(2), first, amount) if first < amount else (start, amount, None)


def _currency(text: str, word: str, kind: str, currency: str | None) -> str | None:
    stem = "dollar" if word == "dlr" else "krone" if word == "kroner" else "cent" if word == "cts" else word
    for adjective in (kind.split() or [""])[-1:]:
        if (adjective, stem) in ADJECTIVES:
            return ADJECTIVES[adjective, stem]
    if currency is None:
        return next((code for place, code in HOMES.get(stem, ()) if place in text), None)
    return currency


def _code(text: str, at: int, end: int, currency: str) -> Iterator[MoneySpan]:
    before = _FIGURE_BEFORE.search(text, max(0, at - 32), at)
    after = _CODE_AFTER.match(text, end + (text[end : end + 1] == "."))
    if before and not before["link"]:
        yield MoneySpan(before.start("figure"), end, _amount(before["figure"], before["scale"]), None, currency)
    elif after:
        yield MoneySpan(at, after.end(), _amount(after["figure"], after["scale"]), None, currency)


def _joined(text: str, spans: list[MoneySpan]) -> list[MoneySpan]:
    """Merge `between $1m and $2m`, `$5 to $7 million` and `ten dollars and five cents` into one span each."""
    joined: list[MoneySpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.amount_max is None and span.amount_max is None and span.start - last.end < 8:
            merged = _one_sum(text, last, span)
            if merged:
                joined[-1] = merged
                continue
        joined.append(span)
    return joined


def _one_sum(text: str, a: MoneySpan, b: MoneySpan) -> MoneySpan | None:
    link = text[a.end : b.start]
    tail = text[b.start : b.end]
    if ("cent" in tail or "pence" in tail) and "cent" not in text[a.start : a.end] and link.strip() in ("", "and"):
        return replace(a, end=b.end, amount=a.amount + b.amount) if b.amount < 1 else None
    if not _LINK.fullmatch(link) or a.currency != b.currency:
        return None
    before = text[max(0, a.start - 60) : a.start]
    word = link.strip().lower()
    if word == "and" and not re.search(r"\bbetween\s+(?:about\s|around\s)?$", before, re.I):
        return None
    if word == "to" and re.search(r"\bfrom\s+(?:about\s|around\s)?$", before, re.I) and _CHANGED.search(before):
        return None
    first = a.amount
    scale = _SCALE_AT_END.search(tail)
    if scale and not _SCALE_AT_END.search(text[a.start : a.end]) and first < 1000:
        first *= SCALES[scale[1].lower()]
    return MoneySpan(a.start, b.end, first, b.amount, a.currency) if first < b.amount else None


_SCALE_AT_END = re.compile(r"(?:\d[\s-]?|\s)(hundred|thousand|million|billion|trillion|mln|bln|mn|bn|[mMkKbB])\b", re.I)
