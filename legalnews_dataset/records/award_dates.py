"""When an award was made, agreed or sought."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from legalnews_dataset.documents.document import DateSpan, Document
from legalnews_dataset.records.award_frames import Frame
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


def when_of(
    document: Document, events: tuple[Event, ...], case: int | None, start: int, end: int, frame: Frame
) -> When:
    """Return the date of the step that the award is part of: told in its sentence, or the only one of the case."""
    steps = _STEPS[frame.status]
    if not steps:
        return When()
    index = max(0, bisect_right(document.sentences, start, key=lambda s: s.start) - 1)
    sentence = document.sentences[index]
    mine = [e for e in events if e.type in steps and e.status == "occurred" and (case is None or e.case == case)]
    beside = [e for e in mine if any(sentence.start <= place[0] < sentence.end for place in e.places)]
    if beside:
        return min(beside, key=lambda e: min(abs(place[0] - start) for place in e.places)).when
    dated = _date_in(document, sentence.start, sentence.end, start, end)
    if dated is not None:
        return When(dated.date_start, dated.date_end, dated.precision)
    return mine[0].when if len(mine) == 1 else When()


def _date_in(document: Document, low: int, high: int, start: int, end: int) -> DateSpan | None:
    """Return the only date of the sentence, unless it dates a saying."""
    first = bisect_left(document.dates, low, key=lambda d: d.start)
    inside = [d for d in document.dates[first : first + 9] if d.end <= high and d.date_start is not None]
    return inside[0] if len(inside) == 1 and end <= inside[0].start <= end + 60 else None
