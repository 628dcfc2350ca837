"""Join the names of partners into the name of their firm: `Ames, Boyle & Crane`, `the firm of Ames and Boyle`."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from legalnews_dataset.documents.lexicon import (
    BODY,
    COMMON,
    COURTESY,
    FIRST,
    FUNCTION,
    INITIAL,
    NATIONALITY,
    PLACE,
    SUFFIX,
    SURNAME,
    TITLE,
)
from legalnews_dataset.documents.parts import Part

_NOT_A_PARTNER = BODY | NATIONALITY | PLACE | TITLE | COURTESY | FUNCTION | SUFFIX
_BEFORE_FIRM = frozenset(
    {"firm", "of", "at", "with", "and", "attorneys", "lawyers", "brokers", "accountants", "brokerage"}
)
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
        if joined and joined[-1].units[-1].last + 1 == part.units[0].first:
            between = words[joined[-1].units[-1].last]
            if between == "and" and _ends_firm(joined, part, words, shorts):
                part = _with_partners_before(joined, Part(joined.pop().units + part.units, "organization"), words)
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


def _ends_firm(joined: list[Part], right: Part, words: tuple[str, ...], shorts: Counter[str]) -> bool:
    """Tell whether the last part joined and the one after an `and` end the name of a firm."""
    left = joined[-1]
    begin, end = left.units[0].first, right.units[-1].last
    before = words[begin - 1] if begin else ""
    if len(left.units) == 2 and _is_partner(right) and not left.units[0].flags & (FIRST | INITIAL):
        return before in ("at", "firm") and not shorts[right.units[0].word]  # `at Ames Boyle and Crane`
    if not _is_partner(left):
        return False
    if right.kind == "organization" and right.units[-1].word in _FIRM_SUFFIXES and right.units[0].flags & SURNAME:
        return True
    if not _is_partner(right):
        return False
    first, second = left.units[0], right.units[0]
    if shorts[first.word] or shorts[second.word] or (first.flags & second.flags & FIRST and not second.flags & SURNAME):
        return False
    if (
        before == ","
        and len(joined) > 2
        and all(_is_partner(part) and not shorts[part.units[0].word] for part in joined[-3:])
    ):
        return all(b.units[0].first - a.units[0].last == 1 for a, b in pairwise(joined[-3:]))
    if before in _BEFORE_FIRM and (before != "of" or (begin > 1 and words[begin - 2] in ("firm", "partnership"))):
        return before in ("firm", "of") or bool(first.flags & second.flags & SURNAME)
    return words[end : end + 1] != () and words[end] in _AFTER_FIRM


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
