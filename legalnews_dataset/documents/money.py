"""Find sums of money."""

from __future__ import annotations

import re
from dataclasses import replace

from legalnews_dataset.documents.document import MoneySpan, Tokens
from legalnews_dataset.documents.home_currency import at_home
from legalnews_dataset.documents.money_forms import read_elided, read_signed, read_worded
from legalnews_dataset.documents.numerals import SCALES

_LINK = re.compile(r"\s*(?:-|–|—|to|and)\s*", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s|around\s)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:about\s|around\s)?$", re.I)
_CHANGED = re.compile(
    r"\b(?:rose|risen|fell|fallen|increas\w+|reduc\w+|cut|rais\w+|up|down|dropp\w+|grew|grown|lower\w+|decreas\w+|climb\w+"
    r"|slash\w+|jump\w+|soar\w+|chang\w+|mov\w+|went)\b",
    re.I,
)
_SCALE_AT_END = re.compile(r"(?:\d[\s-]?|\s)(hundred|thousand|million|billion|trillion|mln|bln|mn|bn|[mMkKbB])\b", re.I)


def find_money(text: str, tokens: Tokens) -> tuple[MoneySpan, ...]:
    """Return the sums of money that the text prints, as printed: `more than $5 million` is 5,000,000.

    Cents and pence are given in dollars and pounds; `between $1m and $2m` is one span with `amount_max`. `currency` is
    None where the text leaves open whose francs or crowns it means.

    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "a $1.2bn fine, £450,000 in costs and 100 mln dlrs"
    >>> [(str(m.amount), m.currency) for m in find_money(text, find_tokens(text))]
    [('1200000000.0', 'USD'), ('450000', 'GBP'), ('100000000', 'USD')]
    """
    found = [*read_signed(text), *read_worded(text, tokens)]
    if not found:
        return ()
    found = sorted((*found, *read_elided(text, found)), key=lambda span: (span.start, -span.end))
    apart: list[MoneySpan] = []
    for span in found:
        if apart and span.start < apart[-1].end:
            if span.end > apart[-1].end:
                apart[-1] = replace(apart[-1], end=span.end, currency=span.currency or apart[-1].currency)
            continue
        apart.append(span)
    return tuple(_joined(text, at_home(text, apart)))


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
    link, head, tail = text[a.end : b.start], text[a.start : a.end], text[b.start : b.end]
    if ("cent" in tail or "pence" in tail) and "cent" not in head and link.strip() in ("", "and"):
        return replace(a, end=b.end, amount=a.amount + b.amount) if b.amount < 1 else None
    if not _LINK.fullmatch(link) or a.currency != b.currency:
        return None
    before = text[max(0, a.start - 60) : a.start]
    word = link.strip().lower()
    if word == "and" and not _BETWEEN.search(before):
        return None
    if word == "to" and _FROM.search(before) and _CHANGED.search(before):
        return None
    first = a.amount
    scale = _SCALE_AT_END.search(tail)
    if scale and not _SCALE_AT_END.search(head) and first < 1000:
        first *= SCALES[scale[1].lower()]
    return MoneySpan(a.start, b.end, first, b.amount, a.currency) if first < b.amount else None
