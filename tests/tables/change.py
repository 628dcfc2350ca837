"""Tables with a value changed."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.contract import TABLES

Tables = dict[str, pa.Table]


def changed(tables: Tables, table: str, row: int, **values: Any) -> Tables:
    """Return the tables with other values in one row; nulls may stand anywhere."""
    rows = tables[table].to_pylist()
    rows[row] |= values
    return tables | {table: table_of(table, rows)}


def table_of(table: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Return rows as a table in which nulls may stand anywhere."""
    schema = pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[table])])
    return pa.Table.from_pylist(rows, schema)
