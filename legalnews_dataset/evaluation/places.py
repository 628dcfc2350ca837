"""Where a record is told, as the measure sees it: in which sentence, and how much two spans share."""

from __future__ import annotations

import re
from functools import lru_cache

from legalnews_dataset.evaluation.gold import Span

# The measure has a sentence splitter of its own, simple and fixed, so that a better one in `documents/` cannot move
# the score by moving the places that it is compared at.
_ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Dr St v vs Inc Corp Co Ltd Jr Sr No Sen Rep Gov Gen Lt Col Sgt Prof Jan Feb Mar Apr Aug Sept Oct Nov
    Dec U.S U.K D.C N.Y Cal Calif Pa Va Mass Fla Ill""".split()
)
_BREAK = re.compile(r"\n\s*\n|(?<=[\w)\"”’][.!?])[\"”’]?\s+(?=[\"“A-Z])")
_LAST_WORD = re.compile(r"[\w.]+$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_LONGEST_ABBREVIATION = 12  # characters before a full stop that are looked at


@lru_cache(maxsize=8)
def sentence_breaks(text: str) -> tuple[Span, ...]:
    """Return the white space between sentences: blank lines, and the space after . ! ? before a capital."""
    return tuple(m.span() for m in _BREAK.finditer(text) if not _is_abbreviation(text, *m.span()))


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    if "\n\n" in text[start:end] or text[start - 1] != ".":
        return False
    before = _LAST_WORD.search(text[max(0, start - _LONGEST_ABBREVIATION) : start].removesuffix("."))
    word = before.group() if before else ""
    return word in _ABBREVIATIONS or bool(_INITIALS.fullmatch(word))


def sentence_around(text: str, start: int, end: int) -> Span:
    """Return the sentence that holds a span, or the sentences that it runs over.

    >>> sentence_around("He sued. She lost her case.", 13, 17)
    (9, 27)
    """
    left = 0
    for gap_start, gap_end in sentence_breaks(text):
        if gap_end <= start:
            left = gap_end
        elif gap_start >= end:
            return left, gap_start
    return left, len(text)


def shared(one: Span, other: Span) -> float:
    """Return the characters that two spans share over those that either has, 0 to 1.

    >>> shared((0, 10), (5, 15))
    0.3333333333333333
    """
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (one[1] - one[0] + other[1] - other[0] - common) if common > 0 else 0.0


def told_in(sentences: tuple[Span, ...], start: int, end: int) -> bool:
    """Say whether at least half of a span lies in one of the sentences."""
    half = 0.5 * max(1, end - start)
    return any(min(end, right) - max(start, left) >= half for left, right in sentences)
