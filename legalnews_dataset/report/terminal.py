"""Print the tables of a small build on a terminal: what was found, in the words of the articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table

Row = Mapping[str, Any]

# More rows than this of one table scroll off a screen and are told as a number.
MOST_ROWS = 40


def print_tables(folder: Path, console: Console) -> None:
    """Print cases, parties, events, quotes and awards of a built folder, with names in place of ids."""
    tables = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in _COLUMNS}
    cases = {row["case_id"]: row["name"] for row in tables["cases"]}
    parties = {row["party_id"]: row["name"] for row in tables["parties"]}
    numbers = {case_id: f"{i}" for i, case_id in enumerate(sorted(cases, key=lambda key: (cases[key], key)), 1)}

    def cell(row: Row, column: str) -> str:
        value = row[column]
        if column == "case_id":
            return numbers.get(value, "")
        if column == "represents":
            return ", ".join(parties[key] for key in value)
        return parties.get(value, str(value)) if value is not None else ""

    for name, columns in _COLUMNS.items():
        rows = sorted(tables[name], key=_order(name, numbers))
        _print_table(console, name, columns, [[cell(row, column) for column in columns] for row in rows])


_COLUMNS = {
    "cases": ("case_id", "name", "kind", "court", "court_id", "docket_number"),
    "parties": ("case_id", "name", "kind", "role", "represents"),
    "events": ("case_id", "type", "status", "date_start", "date_end", "actor_party_id", "text"),
    "quotes": ("case_id", "speaker", "cue", "kind", "text"),
    "awards": ("case_id", "amount", "currency", "kind", "status", "decided_by", "payer_party_id", "payee_party_id"),
}
_HEADS = {
    "case_id": "case",
    "court_id": "court id",
    "docket_number": "docket",
    "date_start": "from",
    "date_end": "to",
    "actor_party_id": "actor",
    "decided_by": "decided by",
    "payer_party_id": "payer",
    "payee_party_id": "payee",
}
_WRAPPED = {"text", "name", "court", "represents"}


def _order(name: str, numbers: Mapping[str, str]) -> Callable[[Row], tuple[Any, ...]]:
    """Sort by case, then as an article tells: by place where rows have one, else by role and name."""
    rest = {"cases": (), "parties": ("role", "name")}.get(name, ("article_id", "start"))
    return lambda row: (int(numbers.get(row["case_id"], "0")), *(row[column] for column in rest))


def _print_table(console: Console, name: str, columns: tuple[str, ...], cells: list[list[str]]) -> None:
    table = Table(title=f"{name} ({len(cells)})", title_justify="left", title_style="bold", header_style="dim")
    for column in columns:
        table.add_column(_HEADS.get(column, column), overflow="fold", no_wrap=column not in _WRAPPED)
    for row in cells[:MOST_ROWS]:
        table.add_row(*row)
    console.print(table)
    if len(cells) > MOST_ROWS:
        console.print(f"… and {len(cells) - MOST_ROWS:,} more {name}")
