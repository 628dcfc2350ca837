"""Join the names of partners into the name of their firm: `Ames, Boyle & Crane`, `the firm of Ames and Boyle`."""

from __future__ import annotations

from collections import Counter

from legalnews_dataset.documents.lexicon import (
    BODY,
    COMMON,
    COURTESY,
    FIRST,
    FUNCTION,
    NATIONALITY,
    PLACE,
    SUFFIX,
    SURNAME,
    TITLE,
)
from legalnews_dataset.documents.parts import Part

_NOT_A_PARTNER = BODY | NATIONALITY | PLACE | TITLE | COURTESY | FUNCTION | SUFFIX
_BEFORE_FIRM = frozenset({"firm", "of", "at", "with", "attorneys", "lawyers", "brokers", "accountants", "brokerage"})
_FIRM_SUFFIXES = frozenset({"LLP", "L.L.P", "PLLC", "P.C", "PC", "LLC", "P.A"})
_MOST_PARTNERS = 9
_AFTER_FIRM = frozenset({"LLP", "law", "partner", "lawyer", "attorney"})


def join_firms(parts: list[Part], words: tuple[str, ...], shorts: Counter[str]) -> list[Part]:
    """Return the parts with the partners of each firm joined to one part.

    Args:
        parts: the parts of the article's names, in order.
        words: the tokens of the article.
        shorts: how often each word ends a name of a person, so that `Roe and Doe` are two people who were introduced.

    """
    if "&" not in words and "and" not in words:
        return parts
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].units[-1].last + 1 == part.units[0].first and _is_partner(joined[-1]):
            between = words[joined[-1].units[-1].last]
            if between == "and" and _ends_firm(joined[-1], part, words, shorts):
                part = Part(joined.pop().units + part.units, "organization")
        if part.kind in ("", "organization") and _has_ampersand(part, words):
            part = _with_partners_before(joined, part, words)
        joined.append(part)
    return joined


def _is_partner(part: Part) -> bool:
    flags = part.units[0].flags
    return (
        len(part.units) == 1
        and not part.kind
        and not flags & _NOT_A_PARTNER
        and bool(flags & SURNAME or not flags & COMMON)
    )


def _ends_firm(left: Part, right: Part, words: tuple[str, ...], shorts: Counter[str]) -> bool:
    """Tell whether `left and right` is a firm."""
    if right.kind == "organization" and right.units[-1].word in _FIRM_SUFFIXES and right.units[0].flags & SURNAME:
        return True
    if not _is_partner(right):
        return False
    first, second = left.units[0], right.units[0]
    if shorts[first.word] or shorts[second.word] or (first.flags & second.flags & FIRST and not second.flags & SURNAME):
        return False
    begin, end = first.first, second.last
    before = words[begin - 1] if begin else ""
    after = words[end] if end < len(words) else ""
    if before in _BEFORE_FIRM and (before != "of" or (begin > 1 and words[begin - 2] in ("firm", "partnership"))):
        return before in ("firm", "of") or bool(first.flags & second.flags & SURNAME)
    return after in _AFTER_FIRM


def _has_ampersand(part: Part, words: tuple[str, ...]) -> bool:
    units = part.units
    return len(units) > 1 and any(words[unit.last : unit.last + 1] == ("&",) for unit in units[:-1])


def _with_partners_before(joined: list[Part], part: Part, words: tuple[str, ...]) -> Part:
    """Return the firm with the partners that commas set before it, which are taken out of the parts."""
    units = part.units
    while (
        len(units) < _MOST_PARTNERS
        and joined
        and joined[-1].units[-1].last + 1 == units[0].first
        and words[units[0].first - 1] == ","
    ):
        flags = joined[-1].units[0].flags
        if not _is_partner(joined[-1]) or (not flags & SURNAME and flags):
            break
        units = joined.pop().units + units
    return Part(units, "organization")
