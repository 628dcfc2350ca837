"""What is compared of a case: its parties by name, its court, docket, sums and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

import duckdb

from legalnews_dataset.records.linking.name_keys import NameKey, name_key
from legalnews_dataset.records.linking.story import OPENING, story_words

# The docket number of a federal court without judge's initials and leading zeros: 1:23-cv-00118-ABC is 23-cv-118.
_FEDERAL_DOCKET = re.compile(r"(?:\d+:)?(\d{2,4})-?(cv|cr|civ|crim|mj|md|bk)-?0*(\d+)", re.IGNORECASE)

_BATCH = 65_536  # rows
_SIDES = {
    "plaintiff": "plaintiff",
    "defendant": "defendant",
    "victim": "other",
    "witness": "other",
    "other": "other",
}


# Late is a party that is named in the text behind the opening only, and not in the title either.
_PARTIES = f"""
    select case_id, name, kind, role, late from parties left join (
        select record_id as party_id,
               min(start) >= {OPENING} and not bool_or(contains(lower(coalesce(title, '')), lower(m.text))) as late
        from mentions m join articles using (article_id) where record_table = 'parties' group by all
    ) using (party_id)
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Sketch:
    """One provisional case as its article tells it.

    `public` says whether a public body sues; it is no name among the plaintiffs, because one government goes by many
    (`United States`, `Justice Department`, an agency). `officials` are judges, lawyers and offices, `others` victims,
    witnesses and whoever else takes part. `story` are the words of the article's opening (`story.story_words`);
    `late` are the parties that are first named behind it. `principals` are the parties on both sides, `named` the full
    names of all but the plaintiffs by surname, or by a body's first word.
    """

    case_id: str
    article_id: str
    published_on: date | None
    kind: str
    court_id: str | None
    docket: str | None
    insolvency: bool
    public: bool
    plaintiffs: tuple[NameKey, ...]
    defendants: tuple[NameKey, ...]
    officials: tuple[NameKey, ...]
    others: tuple[NameKey, ...]
    amounts: frozenset[str]
    days: frozenset[tuple[str, date]]
    story: int = 0
    late: frozenset[NameKey] = frozenset()
    # Worked out once, because a sketch is compared many times.
    principals: tuple[NameKey, ...] = field(init=False, repr=False, compare=False)
    named: dict[str, tuple[NameKey, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        principals = tuple(dict.fromkeys((*self.plaintiffs, *self.defendants)))
        named: dict[str, tuple[NameKey, ...]] = {}
        for name in dict.fromkeys((*self.defendants, *self.officials, *self.others)):
            if name.full:
                word = name.last if name.person else name.given[0]
                named[word] = (*named.get(word, ()), name)
        object.__setattr__(self, "principals", principals)
        object.__setattr__(self, "named", named)


def read_sketches(tables: duckdb.DuckDBPyConnection) -> list[Sketch]:
    """Return the sketch of every case, sorted by id.

    Args:
        tables: a connection in which the seven tables are views.

    """
    parties: dict[str, dict[str, list[NameKey]]] = defaultdict(lambda: defaultdict(list))
    late: dict[str, set[NameKey]] = defaultdict(set)
    for case_id, name, kind, role, is_late in each_row(tables, _PARTIES):
        side = "public" if role == "plaintiff" and kind == "government" else _SIDES.get(role, "official")
        key = name_key(name, kind == "person")
        parties[case_id][side].append(key)
        if is_late:
            late[case_id].add(key)
    amounts: dict[str, set[str]] = defaultdict(set)
    for case_id, amount in each_row(tables, "select case_id, amount from awards where case_id is not null"):
        amounts[case_id].add(f"{amount:f}")
    days: dict[str, set[tuple[str, date]]] = defaultdict(set)
    dated = "select case_id, type, date_start from events where date_precision = 'day' and case_id is not null"
    for case_id, kind, day in each_row(tables, dated):
        days[case_id].add((kind, day))
    opening = f"select article_id, concat_ws(' ', title, left(text, {OPENING})) from articles"  # noqa: S608
    stories = {article: story_words(text) for article, text in each_row(tables, opening)}
    told = """
        select case_id, min_by(article_id, m.start), min(published_on), any_value(kind), any_value(court_id),
               any_value(docket_number), bool_or(kind = 'other' and name like 'In re %')
        from cases join mentions m on m.record_table = 'cases' and m.record_id = case_id
        join articles using (article_id)
        group by case_id order by case_id
    """
    return [
        Sketch(
            case_id,
            article_id,
            published_on,
            kind,
            court_id,
            docket_core(docket),
            insolvency,
            bool(parties[case_id]["public"]),
            _sorted_keys(parties[case_id]["plaintiff"]),
            _sorted_keys(parties[case_id]["defendant"]),
            _sorted_keys(parties[case_id]["official"]),
            _sorted_keys(parties[case_id]["other"]),
            frozenset(amounts[case_id]),
            frozenset(days[case_id]),
            stories[article_id],
            frozenset(late[case_id]),
        )
        for case_id, article_id, published_on, kind, court_id, docket, insolvency in each_row(tables, told)
    ]


def docket_core(docket: str | None) -> str | None:
    """Return the part of a docket number that every spelling of it has.

    >>> docket_core("No. 1:23-CV-00118-LAK"), docket_core(None)
    ('23cv118', None)
    """
    if docket is None:
        return None
    found = _FEDERAL_DOCKET.search(docket)
    if found is None:
        return re.sub(r"\W", "", docket).casefold() or None
    year, letters, number = found.groups()
    return f"{year[-2:]}{letters.casefold()[:2].replace('ci', 'cv')}{number}"


_BY_NAME = attrgetter("last", "given")


def _sorted_keys(keys: list[NameKey]) -> tuple[NameKey, ...]:
    return tuple(sorted(set(keys), key=_BY_NAME)) if len(keys) > 1 else tuple(keys)


def each_row(tables: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, a batch of them in memory at a time."""
    for batch in tables.sql(query).to_arrow_reader(_BATCH):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
