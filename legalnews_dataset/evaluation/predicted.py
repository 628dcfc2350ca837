"""Read a built folder article by article, as gold sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from legalnews_dataset.errors import UsageError
from legalnews_dataset.evaluation.tally import TABLES

Row = dict[str, Any]
_TABLES = (*TABLES, "mentions")


@dataclass(frozen=True, slots=True)
class Predicted:
    """The rows that one article tells; a case or party counts as told where a mention of the article ties it."""

    cases: list[Row] = field(default_factory=list)
    parties: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    awards: list[Row] = field(default_factory=list)


def as_predicted(tables: Mapping[str, Iterable[Any]]) -> Predicted:
    """Return the rows that `pipeline.extract_article` makes of one article, without writing them to a folder."""
    return Predicted(**{name: [asdict(row) for row in tables[name]] for name in TABLES})


def read_predicted(folder: Path) -> dict[str, Predicted]:
    """Return the rows of a built folder by article.

    Raises:
        UsageError: a table of the contract is not in the folder.

    """
    missing = [name for name in _TABLES if not (folder / f"{name}.parquet").exists()]
    if missing:
        raise UsageError("not a built folder", where=str(folder), expected=", ".join(f"{n}.parquet" for n in missing))
    tables = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in _TABLES}
    cases = {row["case_id"]: row for row in tables["cases"]}
    parties = {row["party_id"]: row for row in tables["parties"]}
    by_article: dict[str, Predicted] = defaultdict(Predicted)
    told = dict.fromkeys((m["article_id"], m["record_table"], m["record_id"]) for m in tables["mentions"])
    for article_id, table, record_id in told:
        if table == "parties" and record_id in parties:
            by_article[article_id].parties.append(parties[record_id])
        elif table == "cases" and record_id in cases:
            by_article[article_id].cases.append(cases[record_id])
    for name in ("events", "quotes", "awards"):
        for row in tables[name]:
            getattr(by_article[row["article_id"]], name).append(row)
    for rows in by_article.values():
        _add_cases(rows.cases, (*rows.parties, *rows.events, *rows.awards), cases)
    return by_article


def _add_cases(told: list[Row], hanging: Iterable[Row], cases: dict[str, Row]) -> None:
    """Add the cases that are told only through the rows that hang on them."""
    have = {case["case_id"] for case in told}
    for row in hanging:
        key = row["case_id"]
        if key in cases and key not in have:
            have.add(key)
            told.append(cases[key])
