"""Read one sum of money by the form in which its currency is printed: a sign, a word, a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from legalnews_dataset.documents.literals import places_where
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
_KINDS = frozenset(adjective for adjective, _ in ADJECTIVES) | frozenset(
    "u.s. u.s hong new south chinese actual".split()
)
_AFTER_CODE = re.compile(rf"\s?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})?(?!\w)", re.I)
_SCALE_AFTER_CODE = re.compile(r"\s(?P<scale>million|billion|mln|bln)\b", re.I)
# `15 dollars 50.` at the end of a clause, as in speech.
_CENTS_AFTER = re.compile(
    r"\s(\d\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-][a-z]+)(?=[.,;]|\s*$)"
)
_PENCE = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d)?)p(?!\w|\.m)")
_CODED = {code: code for code in CODES} | {"Rs": "INR", "RM": "MYR"}
_WORDS = frozenset(_CODED) | frozenset(
    form for stem in (*UNITS, *CENTS) for one in (stem, stem + "s") for form in (one, one.capitalize())
)
_GLUED_CODES = ("USD", "EUR", "GBP", "CAD", "AUD", "INR", "CNY", "Rs")
_GLUED = re.compile(
    rf"(?<!\w)(?:(USD|EUR|GBP|CAD|AUD|INR|CNY|Rs|RM)({_FIGURE})({_SCALE})?"
    rf"|({_FIGURE})({_SCALE})?(USD|EUR|GBP|CAD|AUD|INR|CNY))\b"
)
_HYPHENED_UNIT = re.compile(r"-(dollars?|dlrs?|pounds?|euros?|yen|cents?|pence|francs?|yuan|rupees?)\b")
_LOW_IN_WORDS = re.compile(r"(between\s+)?\b([a-z]+)\s(to|and|or)\s$", re.I)
_ELIDED = re.compile(
    r"\b(?:and|plus)\s(?:another\s|about\s|nearly\s)?([a-z]+|\d{1,3}(?:\.\d{1,3})?)(\s(?:million|billion|mln|bln))\s"
    r"(?=in\s)",
    re.I,
)
# How far back from a currency word its number may begin, in characters.
_REACH = 80


def _amount(figure: str, scale: str | None) -> Decimal:
    amount = Decimal(figure.replace(",", ""))
    return amount * SCALES[scale.strip(" \t\n-").lower()] if scale else amount


# ---------------------------------------------------------------- signs
def read_signed(text: str) -> Iterator[MoneySpan]:
    """Yield the sums whose currency is a sign, before the figure or right after it: `A$450`, `$5-7 million`, `20€`."""
    for sign in _SIGN.finditer(text):
        start, mark = sign.start(), sign.group()
        if (
            text[start - 1 : start] == " "
            and text[start - 2 : start - 1].isdigit()
            and text[start + 1 : start + 2] in " "
        ):
            yield from _sign_after(text, start, mark)
            continue
        m = _AFTER_SIGN.match(text, sign.end())
        currency: str | None = SIGNS[mark]
        if mark == "$":
            prefix = _PREFIX.search(text, max(0, start - 6), start)
            if prefix and prefix[1].lower() in DOLLAR_PREFIXES and _is_prefix(prefix):
                start, currency = prefix.start(), DOLLAR_PREFIXES[prefix[1].lower()]
        if m:
            yield _signed(m, start, currency)
            continue
        spelled = _SPELLED_AFTER_SIGN.match(text, sign.end())
        if spelled and spelled["words"].lower() in NUMBERS:
            amount = _amount(str(NUMBERS[spelled["words"].lower()]), spelled["scale"])
            yield MoneySpan(start, spelled.end(), amount, None, currency)
        else:
            yield from _sign_after(text, sign.start(), mark)


def _signed(m: re.Match[str], start: int, currency: str | None) -> MoneySpan:
    amount, end = _amount(m["figure"], m["scale"]), m.end("scale") if m["scale"] else m.end("figure")
    if m["second"] and (m["scale2"] or m["link"] != "to"):
        second = _amount(m["second"], m["scale2"])
        first = amount if m["scale"] else _amount(m["figure"], m["scale2"])
        if first < second and (m["scale2"] or len(m["second"]) >= len(m["figure"])):
            return MoneySpan(start, m.end(), first, second, currency)
    return MoneySpan(start, end, amount, None, currency)


def _is_prefix(prefix: re.Match[str]) -> bool:
    """Tell `A$5` from `a $5 million fine`: letters set off by a space are a prefix only as capitals of two or more."""
    return not prefix.group()[-1].isspace() or (prefix[1].isupper() and len(prefix[1]) > 1) or prefix[1] == "c"


def _sign_after(text: str, at: int, mark: str) -> Iterator[MoneySpan]:
    m = _FIGURE_BEFORE.search(text, max(0, at - 24), at)
    if m and not m["link"]:
        amount = _amount(m["figure"], m["scale"])
        yield MoneySpan(m.start("figure"), at + 1, amount / 100 if mark == "¢" else amount, None, SIGNS[mark])


# ---------------------------------------------------------------- words and codes
def read_worded(text: str, tokens: Tokens) -> Iterator[MoneySpan]:
    """Yield the sums whose currency is a word or a code: `260,000 dlrs`, `half a million pounds`, `EUR 5m`."""
    for i in places_where(_WORDS.__contains__, tokens.words):
        at, end, word = tokens.starts[i], tokens.ends[i], tokens.words[i]
        yield from _code(text, at, end, _CODED[word]) if word in _CODED else _in_unit(text, at, end, word)
    for m in _HYPHENED_UNIT.finditer(text):
        yield from _in_unit(text, m.start(1), m.end(1), m[1])
    if "£" in text:
        for m in _PENCE.finditer(text):
            yield MoneySpan(m.start(), m.end(), Decimal(m[1]) / 100, None, "GBP")
    if any(code in text for code in _GLUED_CODES):
        for m in _GLUED.finditer(text):
            amount = _amount(m[2] or m[4], m[3] or m[5])
            yield MoneySpan(m.start(), m.end(), amount, None, _CODED[m[1] or m[6]])


def read_elided(text: str, spans: Sequence[MoneySpan]) -> Iterator[MoneySpan]:
    """Yield the sums that leave their currency to the one before: `$1 billion in damages and one billion in costs`."""
    for span in spans:
        m = _ELIDED.search(text, span.end, span.end + _REACH)
        if m is None:
            continue
        figure = str(NUMBERS.get(m[1].lower(), m[1]))
        if figure.replace(".", "", 1).isdigit():
            yield MoneySpan(m.start(1), m.end(2), _amount(figure, m[2]), None, span.currency)


def _in_unit(text: str, at: int, end: int, word: str) -> Iterator[MoneySpan]:
    stem = word.lower()
    if stem not in UNITS and stem not in CENTS:
        stem = stem.removesuffix("s")
    span = _before_word(text, at, end, stem, CENTS[stem] if stem in CENTS else UNITS[stem])
    if span is None:
        return
    if stem in CENTS:
        high = span.amount_max / 100 if span.amount_max else None
        yield replace(span, amount=span.amount / 100, amount_max=high)
        return
    m = _CENTS_AFTER.match(text, end) if stem in ("dollar", "euro", "pound") and span.amount < 1000 else None
    cents = _cents(m[1]) if m else None
    yield replace(span, end=m.end(), amount=span.amount + cents) if m and cents else span


def _cents(words: str) -> Decimal | None:
    if words.isdigit():
        return Decimal(words) / 100
    number = NUMBERS.get(words.replace(" ", "-"))
    return Decimal(number) / 100 if number else None


def _before_word(text: str, at: int, end: int, word: str, currency: str | None) -> MoneySpan | None:
    """Return the sum that ends in the currency word at [at, end)."""
    low = max(0, at - _REACH)
    m = _KIND_BEFORE.search(text, max(low, at - 24), at)
    kind = ""
    if m and m[1].lower().split()[0] in _KINDS:
        kind, at = m[1].lower(), m.start(1)
    m = _FIGURE_BEFORE.search(text, max(low, at - 36), at)
    top = None
    if m:
        scaled, start, amount = bool(m["scale"]), m.start("figure"), _amount(m["figure"], m["scale"])
        if m["first"] and (m["link"] != "and" or "etween" in text[max(0, m.start() - 9) : m.start()]):
            first = _amount(m["first"], m["scale1"] or m["scale"])
            if first < amount:
                amount, top, start = first, amount, m.start("first")
    else:
        spelled = spelled_before(text, low, at)
        if spelled is None:
            return None
        start, amount, scaled = spelled
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
    stem = {"dlr": "dollar", "kroner": "krone", "cts": "cent"}.get(word, word)
    adjective = kind.split()[-1] if kind else ""
    if (adjective.replace(".", ""), stem) in ADJECTIVES:
        return ADJECTIVES[adjective.replace(".", ""), stem]
    if currency is None:
        return next((code for place, code in HOMES.get(stem, ()) if place in text), None)
    return currency


def _code(text: str, at: int, end: int, currency: str) -> Iterator[MoneySpan]:
    before = _FIGURE_BEFORE.search(text, max(0, at - 32), at)
    after = _AFTER_CODE.match(text, end + (text[end : end + 1] == "."))
    if before and not before["link"]:
        scale = None if before["scale"] else _SCALE_AFTER_CODE.match(text, end)
        amount = _amount(before["figure"], before["scale"] or (scale["scale"] if scale else None))
        cents = None if before["scale"] or scale else _CENTS_AFTER.match(text, end)
        if cents and cents[1].isdigit():
            amount, end = amount + Decimal(cents[1]) / 100, cents.end()
        yield MoneySpan(before.start("figure"), scale.end() if scale else end, amount, None, currency)
    elif after:
        yield MoneySpan(at, after.end(), _amount(after["figure"], after["scale"]), None, currency)
