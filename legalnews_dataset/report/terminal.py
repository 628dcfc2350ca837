"""Print the tables of a small build on a terminal: what was found, in the words of the articles."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Mapping[str, Any]

# More rows than this of one table scroll off a screen and are told as a number.
MOST_ROWS = 40


def print_tables(folder: Path, console: Console) -> None:
    """Print cases, parties, events, quotes and awards of a built folder, with names in place of ids."""
    tables = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in _COLUMNS}
    cases = {row["case_id"]: row["name"] for row in tables["cases"]}
    parties = {row["party_id"]: row["name"] for row in tables["parties"]}
    numbers = {case_id: f"{i}" for i, case_id in enumerate(sorted(cases, key=lambda key: (cases[key], key)), 1)}
    for name, columns in _COLUMNS.items():
        rows = sorted(tables[name], key=_order(name, numbers))
        cells = [[_cell(row, column, numbers, parties) for column in columns] for row in rows[:MOST_ROWS]]
        _print_table(console, name, len(rows), columns, cells)


# What is too wide for a line of 80 characters shares a column: the days of an interval, a sum and its currency.
_COLUMNS = {
    "cases": ("case", "name", "kind", "court", "court id", "docket"),
    "parties": ("case", "name", "kind", "role", "represents"),
    "events": ("case", "type", "status", "when", "actor", "text"),
    "quotes": ("case", "speaker", "cue", "kind", "text"),
    "awards": ("case", "amount", "kind", "status", "decided by", "payer", "payee"),
}
_SOURCES = {
    "case": "case_id",
    "court id": "court_id",
    "docket": "docket_number",
    "actor": "actor_party_id",
    "decided by": "decided_by",
    "payer": "payer_party_id",
    "payee": "payee_party_id",
}
_WIDE = {"text": 3, "name": 2, "court": 2, "represents": 2, "speaker": 1, "actor": 1, "payer": 1, "payee": 1}


def _cell(row: Row, column: str, numbers: Mapping[str, str], parties: Mapping[str, str]) -> str:
    if column == "when":
        return interval(row["date_start"], row["date_end"])
    if column == "amount":
        return f"{row['currency'] or ''} {row['amount']:,.2f}".strip().removesuffix(".00")
    value = row[_SOURCES.get(column, column)]
    if column == "case":
        return numbers.get(value, "")
    if column == "represents":
        return ", ".join(parties[key] for key in value)
    if column == "text":
        return " ".join(value.split())
    return parties.get(value, str(value).replace("_", " ")) if value is not None else ""


def interval(first: date | None, last: date | None) -> str:
    """Return an interval of days as short as it can be said.

    >>> interval(date(2023, 1, 1), date(2023, 12, 31)), interval(date(2024, 2, 1), date(2024, 2, 29))
    ('2023', '2024-02')
    >>> interval(date(1990, 1, 1), date(1999, 12, 31)), interval(None, date(2024, 1, 5))
    ('1990-1999', 'to 2024-01-05')
    """
    if not first or not last:
        return f"from {first}" if first else f"to {last}" if last else ""
    if first == last:
        return f"{first}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return f"{first:%Y-%m}"
    return f"{first} to {last}"


def _order(name: str, numbers: Mapping[str, str]) -> Callable[[Row], tuple[Any, ...]]:
    """Sort by case, then as an article tells: by place where rows have one, else by role and name."""
    rest = {"cases": (), "parties": ("role", "name")}.get(name, ("article_id", "start"))
    return lambda row: (int(numbers.get(row["case_id"], "0")), *(row[column] for column in rest))


def _print_table(console: Console, name: str, count: int, columns: tuple[str, ...], cells: list[list[str]]) -> None:
    """Print a table without the columns that no row fills; what does not fit a line goes on in the next."""
    console.print(Text(f"\n{name} ({count:,})", "bold"))
    filled = [k for k in range(len(columns)) if any(row[k] for row in cells)]
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for k in filled:
        wide = _WIDE.get(columns[k])
        table.add_column(columns[k], no_wrap=wide is None, ratio=wide, overflow="fold")
    for row in cells:
        table.add_row(*(Text(row[k]) for k in filled))
    if cells:
        console.print(table)
    if count > len(cells):
        console.print(f"… and {count - len(cells):,} more {name}")
