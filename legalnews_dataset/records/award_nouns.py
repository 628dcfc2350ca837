"""Find the noun that a sum of money belongs to: `a fine of $5`, `$5 in damages`, `the $5 verdict`."""

from __future__ import annotations

from collections.abc import Sequence

from legalnews_dataset.records.award_words import (
    DAMAGES_OF,
    DEMANDS,
    HEAD_PREPOSITIONS,
    HEDGES,
    NEEDS,
    NOUNS,
    OTHER_MONEY,
    SPOILERS_AFTER,
    SPOILERS_BEFORE,
    STOPS,
)

_ASIDES = frozenset("set fixed estimated totaling totalling thought believed understood".split())
# `$5 a month in child support` is paid again and again.
_SPANS = frozenset({"week", "month", "year"})
# What a sum is that belongs to a noun that is no award: revenue, a debt, a bribe.
OTHER = ("", "")


def _kind(words: Sequence[str], i: int, *, beside: bool = False) -> str:
    """Return the kind that the noun at `i` names, `` where it names none in this company."""
    word = words[i]
    before = words[i - 1] if i else ""
    if (
        word in NEEDS
        and before not in NEEDS[word]
        and not (beside and word == "costs")
        and not (before in ("'", "’", "'s", "’s") and words[i - 2] in NEEDS[word])
    ):
        return ""
    if before in SPOILERS_BEFORE and word not in ("fine", "fines", "penalty", "penalties", "lawsuit", "suit"):
        return ""
    if i + 1 < len(words) and words[i + 1] in SPOILERS_AFTER:
        return ""
    kind = NOUNS[word]
    if kind == "damages":
        for j in range(max(0, i - 3), i):
            if words[j] in DAMAGES_OF and word == "damages":
                return DAMAGES_OF[words[j]]
    return kind


def past_conversion(words: Sequence[str], last: int) -> int:
    """Return the index behind a conversion in brackets that follows the sum."""
    if last < len(words) and words[last] == "(":
        for j in range(last, min(last + 10, len(words))):
            if words[j] == ")":
                return j + 1
    return last


def noun_after(words: Sequence[str], last: int) -> tuple[str, str] | None:
    """Return the award noun right behind the sum (`$5m fine`, `$5m in damages`), OTHER for money of another noun."""
    i = past_conversion(words, last)
    for j in range(i, min(i + 7, len(words))):
        word = words[j]
        if word in NOUNS:
            kind = _kind(words, j, beside=j == i)
            if kind:
                return kind, word
            if word not in NEEDS:
                return OTHER
        elif word in _SPANS and words[j + 1 : j + 2] == ["in"]:
            continue
        elif word in OTHER_MONEY:
            return OTHER if not (j + 1 < len(words) and words[j + 1] in NOUNS) else None
        elif word in STOPS or word in ("to", "for", "plus") or (word == "and" and j == i):
            return None
    return None


def noun_before(words: Sequence[str], first: int) -> tuple[str, str] | None:
    """Return the award noun before the sum: `a maximum fine of up to $5`, `bail was set at $5`."""
    i = first - 1
    if words[i] == "by" or "if" in words[max(0, first - 9) : first]:
        return None
    while i >= 0 and words[i] in HEDGES and words[i] not in HEAD_PREPOSITIONS and words[i] not in ("from", "between"):
        i -= 1
    steps = 0
    while i >= 0 and steps < 6 and (words[i] in HEAD_PREPOSITIONS or words[i] in HEDGES or _is_aside(words, i)):
        i -= 1
        steps += 1
    if steps == 0 or i < 0:
        return None
    for j in range(i, max(-1, i - 4), -1):
        word = words[j]
        if word in NOUNS:
            kind = _kind(words, j)
            return (kind, word) if kind else None
        if word in STOPS or word in OTHER_MONEY:
            return None
    return None


def _is_aside(words: Sequence[str], i: int) -> bool:
    """Tell the comma of `his bail, set at $5` and of `her costs, thought to be $5`."""
    return words[i] == "," and words[i + 1] in _ASIDES


def noun_later(words: Sequence[str], last: int) -> tuple[str, str] | None:
    """Return the noun of `$9,000 to the government as a civil penalty`."""
    for j in range(last, min(last + 14, len(words) - 1)):
        if words[j] in ("as", "in") and j > last:
            for k in range(j + 1, min(j + 5, len(words))):
                if words[k] in NOUNS and words[k] not in DEMANDS:
                    kind = _kind(words, k)
                    return (kind, words[k]) if kind else None
                if words[k] in STOPS:
                    break
        if words[j] in (";", ".", '"', "”"):
            return None
    return None
