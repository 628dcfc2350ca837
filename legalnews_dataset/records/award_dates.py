"""When an award was made, agreed or sought."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from legalnews_dataset.documents.document import DateSpan, Document
from legalnews_dataset.records.award_reading import Frame
from legalnews_dataset.records.story import Event, When

# The step of a case by which money comes to have each status.
_STEPS: dict[str, frozenset[str]] = {
    "awarded": frozenset({"sentence", "verdict", "ruling", "hearing"}),
    "agreed": frozenset({"settlement", "plea"}),
    "sought": frozenset({"filing"}),
    "overturned": frozenset({"ruling", "dismissal"}),
    "reduced": frozenset({"verdict", "ruling"}),
    "possible": frozenset(),
}

# A step or a date further from the sum than this, in characters, is not looked at.
_REACH = 800
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class Steps:
    """What has happened in the cases: all places that tell it, in text order, and the events by case and type."""

    places: list[tuple[int, Event]]
    of: dict[tuple[int | None, str], list[Event]]


def steps_of(events: tuple[Event, ...]) -> Steps:
    """Return the events that have occurred, indexed by place, by case and by type."""
    steps = Steps([], {})
    for event in events:
        if event.status == "occurred":
            steps.places.extend((start, event) for start, _ in event.places)
            steps.of.setdefault((event.case, event.type), []).append(event)
    steps.places.sort(key=lambda place: place[0])
    return steps


def when_of(document: Document, steps: Steps, case: int | None, start: int, end: int, frame: Frame) -> When:
    """Return the date of the step that the award is part of: told in its sentence, or the only one of the case."""
    types = _STEPS[frame.status]
    if not types:
        return When()
    index = max(0, bisect_right(document.sentences, start, key=lambda s: s.start) - 1)
    sentence = document.sentences[index]
    low, high = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    beside = _steps_in(steps, low, high, types, case)
    if beside:
        return min(beside, key=lambda place: abs(place[0] - start))[1].when
    dated = _date_in(document, low, high, end)
    if dated is not None:
        return When(dated.date_start, dated.date_end, dated.precision)
    # `Last year a jury found him liable. The jury awarded her $5 million.`
    before = document.sentences[index - 1] if index else sentence
    told = _steps_in(steps, max(before.start, low - _REACH), low, types, case)
    if told and before.paragraph == sentence.paragraph:
        return told[-1][1].when
    mine = [event for kind in sorted(types) for event in steps.of.get((case, kind), [])[:2]]
    return mine[0].when if len(mine) == 1 else When()


def _steps_in(steps: Steps, low: int, high: int, types: frozenset[str], case: int | None) -> list[tuple[int, Event]]:
    return [
        (at, event)
        for at, event in steps.places[_first(steps, low) : _first(steps, high)]
        if event.type in types and event.case in (case, None)
    ]


def _first(steps: Steps, at: int) -> int:
    return bisect_left(steps.places, at, key=lambda place: place[0])


def _date_in(document: Document, low: int, high: int, end: int) -> DateSpan | None:
    """Return the only date of the sentence where it stands right behind the sum: `settled for $5m in 1998`."""
    first = bisect_left(document.dates, low, key=lambda d: d.start)
    inside = [d for d in document.dates[first : first + 9] if d.end <= high and d.date_start is not None]
    return inside[0] if len(inside) == 1 and end <= inside[0].start <= end + _BEHIND else None
