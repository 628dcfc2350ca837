"""Date an event from the date words of the sentences that tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from legalnews_dataset.documents.document import DateSpan, Document
from legalnews_dataset.records.event_frames import Clauses, Frame
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.story import When
from legalnews_dataset.records.vocabulary import Linear, Template, odds_of


class DateTemplates(NamedTuple):
    """The templates of the features of a telling and a date of its sentence."""

    distance: Template
    steps: Template
    nearest: Template
    before: Template
    before2: Template
    word: Template
    between: Template
    saying: Template
    precision: Template
    dates: Template
    ahead: Template
    type: Template
    type_distance: Template
    type_precision: Template
    type_voice: Template
    stem: Template
    start: Template
    commas: Template


_SAYING = frozenset(stem(word) for word in "say announce tell report add note state disclose".split())
_BREAKS = frozenset('that who which when after before and but where while as said announced , ; " “ ” -'.split())
_BESIDE = 2  # words between a date and the phrase that it dates
_SURE = 99.0  # more log odds than the model gives
_JOINTS = frozenset((",", "and", "or", "&"))


def dates_in(document: Document, k: int) -> list[DateSpan]:
    """Return the dates of sentence `k`; the years, months or days of a list (`2011, 2012 and 2013`) are one range."""
    sentence, dates = document.sentences[k], document.dates
    first = bisect_left(dates, sentence.start, key=lambda span: span.start)
    found: list[DateSpan] = []
    while first < len(dates) and dates[first].start < sentence.end:
        span = dates[first]
        first += 1
        if span.date_start is None or span.date_end is None:
            continue
        if found and _is_list(document, found[-1], span):
            low, high = found[-1].date_start, found[-1].date_end
            assert low is not None
            assert high is not None
            # `today, Wednesday, June 15` says one day twice; only different dates make a range.
            same = (low, high) == (span.date_start, span.date_end)
            precision = span.precision if same else "range"
            found[-1] = DateSpan(
                found[-1].start, span.end, min(low, span.date_start), max(high, span.date_end), precision
            )
        else:
            found.append(span)
    return found


def _is_list(document: Document, left: DateSpan, right: DateSpan) -> bool:
    words = document.article.text[left.end : right.start].replace(",", " , ").split()
    return 0 < len(words) <= 2 and _JOINTS.issuperset(words) and (words != [","] or left.precision == right.precision)


def date_features(
    document: Document,
    clauses: Clauses,
    frames: Sequence[Frame],
    telling: Telling,
    span: DateSpan,
    count: int,
    t: DateTemplates,
) -> list[int]:
    """Return the terms of the features of a telling and a date of its sentence.

    Args:
        document: the document.
        clauses: its words.
        frames: all frames of the sentence, in text order.
        telling: the telling.
        span: the date.
        count: how many dates the sentence has.
        t: the templates.

    """
    i, sentence, words = telling.frame.token, document.sentences[telling.frame.sentence], clauses.words
    first = bisect_left(document.tokens.starts, span.start)
    last = bisect_left(document.tokens.starts, span.end)
    low, high = (i + 1, first) if first > i else (last, i)
    gap = max(high - low, 0)
    side = "after" if first > i else "before"
    size = gap if gap < 4 else 4 + min((gap - 4) // 3, 4)
    distance = f"{side} {size}"
    steps = f"{side} {min(sum(low <= frame.token < high for frame in frames), 3)}"
    nearest = min(frames, key=lambda frame: (min(abs(frame.token - first), abs(frame.token - last)), frame.token))
    before = words[first - 1] if first > sentence.first else "#"
    before2 = words[first - 2] if first - 1 > sentence.first else "#"
    near = clauses.stems[max(sentence.first, first - 3) : first] + clauses.stems[last : min(sentence.last, last + 2)]
    saying = not _SAYING.isdisjoint(near)
    published = document.article.published_on
    ahead = "?" if published is None or span.date_start is None else f"{_order(span.date_start, published)}"
    word = words[first] if words[first].isalpha() else "#"
    kind, voice = telling.type, telling.frame.voice
    return [
        t.distance[distance],
        t.steps[steps],
        t.nearest[f"{side} {nearest.token == i}"],
        t.before[before],
        t.before2[before2],
        t.word[word],
        *[t.between[f"{x}"] for x in sorted(_BREAKS.intersection(words[low:high]))],
        t.saying[f"{saying} {telling.stem in _SAYING}"],
        t.precision[span.precision],
        t.dates[f"{min(count, 4)}"],
        t.ahead[f"{ahead} {'fut' in voice}"],
        t.type[kind],
        t.type_distance[f"{kind} {distance}"],
        t.type_precision[f"{kind} {span.precision} {word}"],
        t.type_voice[f"{kind} {voice}"],
        t.stem[telling.stem],
        t.start[f"{first == sentence.first}"],
        t.commas[f"{side} {min(words[low:high].count(','), 3)}"],
    ]


def _order(day: date, published: date) -> str:
    days = (day - published).days
    if days == 0:
        return "same"
    if days > 0:
        return "ahead"
    return "week" if days > -8 else "year" if days > -366 else "old"


def date_events(
    document: Document,
    clauses: Clauses,
    frames: dict[int, list[Frame]],
    events: Sequence[Sequence[Telling]],
    model: Linear,
) -> list[When]:
    """Return when each event was: the date that fits one of its tellings best, if any fits better than not.

    Args:
        document: the document.
        clauses: its words.
        frames: all its frames, by sentence.
        events: the tellings of each event, the best first.
        model: the log odds that a date is the event's.

    """
    templates = DateTemplates(*model.templates)
    dates: dict[int, list[DateSpan]] = {}
    whens = [When()] * len(events)
    best = [0.0] * len(events)
    for number, tellings in enumerate(events):
        for telling in tellings:
            k = telling.frame.sentence
            if k not in dates:
                dates[k] = dates_in(document, k)
            for span in dates[k]:
                if _is_beside(document, clauses, telling, span):
                    whens[number], best[number] = When(span.date_start, span.date_end, span.precision), _SURE
                    continue
                terms = date_features(document, clauses, frames[k], telling, span, len(dates[k]), templates)
                fit = odds_of(model, terms)
                if fit > best[number]:
                    whens[number], best[number] = When(span.date_start, span.date_end, span.precision), fit
    _share_session(events, whens)
    return whens


def _is_beside(document: Document, clauses: Clauses, telling: Telling, span: DateSpan) -> bool:
    """Tell whether a date stands in the clause core of a phrase of the trade or beside it."""
    certain = telling.frame.certain
    if certain is None:
        return False
    starts = document.tokens.starts
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    between = clauses.words[last : certain.first] if last <= certain.first else clauses.words[certain.last : first]
    return len(between) <= _BESIDE and _BREAKS.isdisjoint(between)


def _share_session(events: Sequence[Sequence[Telling]], whens: list[When]) -> None:
    """Give what happened in court during closing arguments their day, and them its day (codebook, rule 5)."""
    session: dict[int, list[int]] = {}
    for number, tellings in enumerate(events):
        for telling in tellings:
            if telling.frame.certain is not None and telling.type in ("incident", "trial"):
                session.setdefault(telling.frame.sentence, []).append(number)
    for numbers in session.values():
        days = {whens[number] for number in numbers if whens[number].precision == "day"}
        for number in numbers if len(days) == 1 else ():
            if whens[number].precision == "none":
                whens[number] = next(iter(days))
