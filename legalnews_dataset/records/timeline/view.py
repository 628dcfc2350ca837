"""`timeline(case_id)`: the events of a case in order, each with all of its tellings and what they disagree on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import duckdb

from legalnews_dataset.records.linking.partition import partition
from legalnews_dataset.records.linking.why import name_of_case
from legalnews_dataset.records.timeline.telling import SAME, Telling, alike, dates_differ

# Of tellings that give different dates or states, the last word is the one that knows most.
_PRECISIONS = ("day", "range", "month", "year", "decade", "none")
_STATUSES = ("occurred", "scheduled", "alleged")


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event of a case.

    `same_event_id` is the id of the event's first telling; `conflicts` names what its tellings disagree on (`date`,
    `status`, `actor`). The date, status and actor are those that most tellings give, the most precise among equals.
    """

    same_event_id: str
    type: str
    status: str
    date_start: date | None
    date_end: date | None
    date_precision: str
    actor: str | None
    conflicts: tuple[str, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A case and its events, the earliest first."""

    case_id: str
    name: str
    events: tuple[TimelineEvent, ...]


def read_timeline(tables: duckdb.DuckDBPyConnection, case_id: str, where: str) -> Timeline:
    """Return the timeline of a case.

    Args:
        tables: a connection in which `cases`, `parties`, `events` and `articles` are views.
        case_id: the case.
        where: what the tables are of, to name in errors.

    Raises:
        UsageError: no such case.

    """
    case_name = name_of_case(tables, case_id, where)
    named = "select name from parties where case_id = ? and kind = 'person'"
    surnames = {re.split(r"\W+", name.casefold())[-1] for (name,) in tables.execute(named, [case_id]).fetchall()}
    rows = tables.execute(
        """select event_id, article_id, published_on, type, status, date_start, date_end, date_precision, entity_id,
                  name, e.text
           from events e join articles using (article_id) left join parties on party_id = actor_party_id
           where e.case_id = ? order by event_id""",
        [case_id],
    ).fetchall()
    tellings = []
    for row in rows:
        people = surnames.intersection(re.findall(r"\w+", (row[-1] or "").casefold()))
        tellings.append(Telling(*(*row, frozenset(people))))
    return Timeline(case_id, case_name, group_tellings(tellings))


def group_tellings(tellings: Iterable[Telling]) -> tuple[TimelineEvent, ...]:
    """Return the events that the tellings of one case tell, in order of time; the order of tellings does not matter.

    Two tellings of one article are two events, as its extraction decided.
    """
    told = sorted(tellings, key=_telling_order)
    words = [telling.words for telling in told]
    by_type: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(told):
        by_type[telling.type].append(index)
    pairs = [
        (points, one, other)
        for members in by_type.values()
        for one, other in combinations(members, 2)
        if told[one].article_id != told[other].article_id
        and (points := alike(told[one], told[other], words[one], words[other])) >= SAME
    ]
    root = partition(told, pairs, lambda one, other: one.article_id == other.article_id)
    groups: dict[int, list[Telling]] = defaultdict(list)
    for telling, first in zip(told, root, strict=True):
        groups[first].append(telling)
    return tuple(sorted((_event(group) for group in groups.values()), key=_event_order))


def _event(tellings: Sequence[Telling]) -> TimelineEvent:
    dates = Counter((t.date_start, t.date_end, t.date_precision) for t in tellings if t.date_start)
    actors = Counter((t.actor, t.actor_name) for t in tellings if t.actor)
    statuses = Counter(t.status for t in tellings)
    start, end, precision = min(
        dates, key=lambda day: (_PRECISIONS.index(day[2]), -dates[day], day[:2]), default=(None, None, "none")
    )
    status = "occurred" if "scheduled" in statuses and "occurred" in statuses else _most_told(statuses)
    actor = min(actors, key=lambda who: (-actors[who], who), default=(None, None))
    pairs = list(combinations(tellings, 2))
    conflicts = {
        "date": any(dates_differ(one, other) for one, other in pairs),
        # What was ahead has happened by a later report: that is no contradiction, but an open allegation is.
        "status": "alleged" in statuses and len(statuses) > 1,
        "actor": len({entity for entity, _ in actors}) > 1,
    }
    told = tuple(name for name, differs in conflicts.items() if differs)
    return TimelineEvent(
        tellings[0].event_id, tellings[0].type, status, start, end, precision, actor[1], told, tuple(tellings)
    )


def _most_told(statuses: Counter[str]) -> str:
    return min(statuses, key=lambda status: (-statuses[status], _STATUSES.index(status)))


def _telling_order(telling: Telling) -> tuple[bool, date, str]:
    return telling.published_on is None, telling.published_on or date.max, telling.event_id


def _event_order(event: TimelineEvent) -> tuple[date, bool, str]:
    """Sort by the event's date; one without a date by when it was first told."""
    day = event.date_start or event.tellings[0].published_on or date.max
    return day, event.date_start is None, event.same_event_id
