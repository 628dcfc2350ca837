"""One row of `events` as a timeline compares it, and how much speaks for two of them telling one event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from legalnews_dataset.records.stems import stem

# Steps that a case takes once or a few times; of a hearing, a ruling or an act there are many.
STEPS = frozenset("arrest charge filing trial plea verdict sentence settlement dismissal appeal".split())
# Steps that a defendant takes once in most cases: told of neighbouring days, they are one step and one mistaken date.
_ONCE = frozenset("arrest plea verdict sentence".split())
_FUNCTION_WORDS = frozenset(
    """the a an of to in and for on at by with from that this was were is are be been being has have had he she they it
    his her its their as who which will would not or but also after before today yesterday one two three
    jan feb mar apr jun jul aug sept sep oct nov dec january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday""".split()
)
_QUANTITY = re.compile(
    r"\b(\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[ -](years?|months?|days?|counts?|"
    r"felony|million|billion|percent)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
# Points for and against two tellings being one event; a pair needs SAME of them. A date that is told otherwise needs
# nearly the same words, so that it is shown as a conflict and not as another event.
SAME = 2.5
_SAME_DAY, _SAME_DAY_OF_MANY, _DATES_MEET, _FITS_PUBLICATION = 3.0, 1.5, 1.5, 1.0
_NEIGHBOURS, _DAYS_APART, _FAR_APART, _AFTER_THE_NEWS = 0.5, -0.5, -2.5, -4.0
_SAME_ACTOR, _OTHER_ACTOR, _STEP = 1.0, -1.5, 1.0
_SAME_WORDS, _MOST_WORDS, _FEW_SAME_WORDS, _SOME_WORDS, _NO_WORDS = 5.0, 3.0, 1.5, 1.0, -1.0
_OTHER_PEOPLE, _OTHER_STEP, _OTHER_QUANTITY = -10.0, -4.0, -6.0
_FEW_DAYS, _NEWS_DAYS, _A_MONTH = timedelta(days=3), timedelta(days=7), timedelta(days=31)
_WORDY, _MANY, _MOST = 4, 3, 0.6


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of one event of the case.

    `actor` is the entity who did it, `actor_name` as the parties table names it; `people` are the surnames of parties
    of the case that stand in the words of the event.
    """

    event_id: str
    article_id: str
    published_on: date | None
    type: str
    status: str
    date_start: date | None
    date_end: date | None
    date_precision: str
    actor: str | None
    actor_name: str | None
    text: str | None
    people: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words that say something, without names of people, days and numbers."""
        found = _WORD.findall((self.text or "").casefold())
        return frozenset(stem(word) for word in found if word not in _FUNCTION_WORDS) - self.people

    @property
    def quantities(self) -> frozenset[str]:
        """The terms of years, counts and sums that the words give, such as `nine years`."""
        return frozenset(
            f"{number} {unit.rstrip('s')}" for number, unit in _QUANTITY.findall((self.text or "").casefold())
        )


def alike(one: Telling, other: Telling, words: frozenset[str], other_words: frozenset[str]) -> float:
    """Return the points that speak for two tellings of one case being one event.

    Args:
        one: a telling.
        other: a telling of the same type in another article.
        words: the words of the one, computed once.
        other_words: those of the other.

    """
    points = _date_points(one, other)
    points += _STEP if one.type in STEPS else 0.0
    points += _word_points(words, other_words)
    if one.actor and other.actor:
        other_actor = _OTHER_PEOPLE if one.type in _ONCE else _OTHER_ACTOR
        points += _SAME_ACTOR if one.actor == other.actor else other_actor
    if one.people and other.people and not one.people & other.people:
        points += _OTHER_PEOPLE
    mine, theirs = one.quantities, other.quantities
    if mine and theirs and mine.isdisjoint(theirs):
        points += _OTHER_QUANTITY
    return points


def dates_differ(one: Telling, other: Telling) -> bool:
    """Say whether two tellings give dates that cannot both be right."""
    if not (one.date_start and one.date_end and other.date_start and other.date_end):
        return False
    return one.date_start > other.date_end or other.date_start > one.date_end


def _date_points(one: Telling, other: Telling) -> float:
    if one.date_start and one.date_end and other.date_start and other.date_end:
        apart = max(one.date_start - other.date_end, other.date_start - one.date_end)
        if apart > timedelta():
            if apart > _A_MONTH and one.type in STEPS:
                return _OTHER_STEP
            near = _NEIGHBOURS if one.type in _ONCE else _DAYS_APART
            return near if apart <= _FEW_DAYS else _FAR_APART
        if one.date_precision == other.date_precision == "day":
            return _SAME_DAY if one.type in STEPS else _SAME_DAY_OF_MANY
        return _DATES_MEET
    if one.date_start or other.date_start:
        dated, undated = (one, other) if one.date_start else (other, one)
        if dated.date_start is None or undated.published_on is None:
            return 0.0
        before = undated.published_on - dated.date_start
        if undated.status != "scheduled" and before < timedelta():
            return _AFTER_THE_NEWS
        return _FITS_PUBLICATION if dated.date_precision == "day" and before <= _NEWS_DAYS else 0.0
    if one.published_on and other.published_on and abs(one.published_on - other.published_on) <= timedelta(days=1):
        return _FITS_PUBLICATION
    return 0.0


def _word_points(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    shared, fewer = len(one & other), min(len(one), len(other))
    if shared == fewer >= _WORDY:
        return _SAME_WORDS
    if shared >= _MANY and shared / fewer >= _MOST:
        return _MOST_WORDS
    if one == other and shared > 1:
        return _FEW_SAME_WORDS
    return _SOME_WORDS if shared and shared / fewer >= _MOST else 0.0 if shared else _NO_WORDS
