"""A report in words: what was seen, what failed, and the words of the article that a failing row points at."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.contract import RULES, TABLES, columns_of, key_of
from legalnews_dataset.tables.failure import Failure, each_failure
from legalnews_dataset.tables.report import Report, report_json

SHOWN = 5
_CONTEXT = 40
_CHECKS = {
    "column_missing": "the column is not there",
    "column_twice": "the column is there more than once",
    "column_undeclared": "no row class declares the column",
    "enum": "not one of the labels",
    "file_unreadable": "the file is no Parquet file that can be read",
    "foreign_key": "leads to no row",
    "maximum": "above the largest value allowed",
    "min_length": "too short",
    "minimum": "below the smallest value allowed",
    "no_rows": "no row was seen, so that nothing was checked",
    "not_null": "null where a value is needed",
    "pattern": "not of the form of the column",
    "table_missing": "the table is not there",
    "table_undeclared": "no table has that name",
    "type": "another type",
    "unique": "the key of more than one row",
}


def counted(rows: Mapping[str, int]) -> str:
    """Return the number of rows of each table in words.

    >>> counted({"articles": 1, "parties": 1, "mentions": 1200})
    '1 article, 1 party, 1,200 mentions'
    """
    singular = {"parties": "party"}
    return ", ".join(
        f"{count:,} {table if count != 1 else singular.get(table, table.removesuffix('s'))}"
        for table, count in rows.items()
    )


def told_report(report: Report, folder: Path) -> str:
    """Return the report as lines for a terminal: counts, and the first failures in the words of their articles."""
    lines = [f"{len(report.checks)} checks ran on {counted(report.rows) or 'no rows'}"]
    if report.ok:
        return "\n".join([*lines, "all passed"])
    lines.append(f"{report.failures.num_rows:,} failures")
    for found in report_json(report)["failures_by_check"]:
        where = ".".join(filter(None, (found["table"], found["column"])))
        lines.append(f"  {found['count']:>8,}  {where}: {found['check']}")
    lines.append(f"the first {min(SHOWN, report.failures.num_rows)}:")
    lines += [line for failure in islice(each_failure(report.failures), SHOWN) for line in _told(failure, folder)]
    return "\n".join(lines)


def meaning_of(failure: Failure) -> str:
    """Return what a failed check means, in words."""
    rules = {rule.name: rule.says for rule in RULES.get(failure.table, ())}
    return f"broken: {rules[failure.check]}" if failure.check in rules else _CHECKS.get(failure.check, failure.check)


def _told(failure: Failure, folder: Path) -> list[str]:
    where = " ".join(filter(None, (failure.table, failure.key, failure.column)))
    value = "" if failure.value is None else f": {_short(failure.value)}"
    words = _words(failure, folder)
    return [f"  {where}: {meaning_of(failure)}{value}", *([f"    {words}"] if words else [])]


def _short(text: str, width: int = 80) -> str:
    return repr(text if len(text) <= width else text[: width - 1] + "…")


def _words(failure: Failure, folder: Path) -> str | None:
    """Return the sentence around the evidence of the failing row, with the evidence in brackets."""
    if failure.table not in TABLES or failure.key is None:
        return None
    if not {"article_id", "start", "end"} <= {column.name for column in columns_of(failure.table)}:
        return None
    try:
        row = _row(folder / f"{failure.table}.parquet", key_of(failure.table), failure.key)
        article = _row(folder / "articles.parquet", "article_id", row["article_id"])
        text, start, end = article["text"], row["start"], row["end"]
    except (pa.ArrowException, OSError, LookupError):
        return None
    if text is None or start is None or end is None or not 0 <= start <= end <= len(text):
        return None
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return " ".join(f"{row['article_id']}: …{before}[{text[start:end]}]{after}…".split())


def _row(path: Path, key: str, value: str) -> dict[str, Any]:
    return dict(pq.read_table(path, filters=[(key, "=", value)]).slice(0, 1).to_pylist()[0])
