"""What the rules that read a date see of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalnews_dataset.documents.document import Sentence
from legalnews_dataset.documents.intervals import Interval, add_days, day_of
from legalnews_dataset.documents.tense import lies_ahead

# No more than so many dates are looked back over: a text of any length is read in linear time.
_RECENT = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression over the words `first` to `last`, last exclusive; no interval where it cannot be told."""

    first: int
    last: int
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text as printed and in lower case, the day that relative words count from, the dates so far."""

    text: str
    words: Sequence[str]
    low: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: tuple[Sentence, ...]
    today: date | None
    found: list[Found]


def word_at(t: Reading, i: int) -> str:
    """Return the word in lower case, `` outside of the text."""
    return t.low[i] if 0 <= i < len(t.low) else ""


def sentence_at(t: Reading, i: int) -> int:
    """Return the index of the sentence that holds the word."""
    return max(0, bisect_right(t.sentences, i, key=lambda s: s.first) - 1)


def looks_ahead(t: Reading, first: int, last: int) -> bool | None:
    """Say whether the sentence puts the words `first` to `last` into the future; None where no verb tells."""
    if not t.sentences:
        return lies_ahead(t.low, first, last, 0, len(t.low))
    sentence = t.sentences[sentence_at(t, first)]
    return lies_ahead(t.low, first, last, sentence.first, sentence.last)


def from_today(t: Reading, days: int) -> Interval | None:
    """Return the day so many days from today, None where today is not known."""
    return day_of(add_days(t.today, days)) if t.today else None


def latest_known(t: Reading, i: int) -> Interval | None:
    """Return the last date before the word `i` in its sentence or the one before."""
    begin = t.sentences[max(0, sentence_at(t, i) - 1)].first if t.sentences else 0
    for found in reversed(recent(t)):
        if found.first < begin:
            return None
        if found.interval is not None:
            return found.interval
    return None


def recent(t: Reading) -> list[Found]:
    """Return the last dates found so far."""
    return t.found[-_RECENT:]
