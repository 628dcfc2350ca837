"""Check whole tables row by row with frictionless: slow, but by another implementation of the same contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from legalnews_dataset.tables.contract import key_of
from legalnews_dataset.tables.failure import Failure
from legalnews_dataset.tables.projections.table_schema import table_schema
from legalnews_dataset.tables.sources import batches_of, count_rows, sources_of

# Rows at a time: frictionless keeps all that it is given, and about 4,000 rows a second go by.
_ROWS = 2_000
_CONSTRAINT = re.compile(r'constraint "(\w+)"')


def frictionless_failures(
    tables: Path | str | Mapping[str, pa.Table], on_progress: Callable[[int, int | None], None] | None = None
) -> Iterator[Failure]:
    """Yield what frictionless finds wrong with the values of all rows; the checks are called `frictionless …`.

    Keys are left to `validate`: frictionless would have to hold all rows of all tables in memory.

    Args:
        tables: a folder with `<table>.parquet` for each table, or the tables themselves; of the contract's shape.
        on_progress: told how many rows are done so far, and how many there are.

    """
    done, sources = 0, sources_of(tables)
    total = sum(map(count_rows, sources.values()))
    for table, source in sources.items():
        for batch in batches_of(table, source):
            for start in range(0, batch.num_rows, _ROWS):
                rows = batch.slice(start, _ROWS).to_pylist()
                yield from _failures(table, rows)
                done += len(rows)
                if on_progress:
                    on_progress(done, total)


def _failures(table: str, rows: list[dict[str, Any]]) -> Iterator[Failure]:
    from frictionless import Resource

    described = {
        name: value for name, value in table_schema(table).items() if name not in {"primaryKey", "foreignKeys"}
    }
    resource = Resource.from_descriptor({"name": table, "data": rows, "schema": described})
    report = resource.validate(limit_errors=10**9)
    for kind, number, column, note in report.flatten(["type", "rowNumber", "fieldName", "note"]):
        row = rows[number - 2] if number else {}  # frictionless counts from 1, and the header first
        found = _CONSTRAINT.search(str(note))
        check = f"frictionless {found[1] if found else kind}"
        value = row.get(column)
        yield Failure(table, row.get(key_of(table)), column, check, None if value is None else str(value))
