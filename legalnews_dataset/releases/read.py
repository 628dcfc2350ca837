"""Read the seven tables of a built folder, in the contract's columns and order."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from legalnews_dataset.errors import DataError, UsageError
from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.rows import TABLES


def read_tables(folder: Path) -> dict[str, Any]:
    """Return the seven tables of a folder as Arrow tables of the contract's schema.

    Raises:
        UsageError: there is no such folder.
        DataError: a table is missing, unreadable, or has other columns.

    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not folder.is_dir():
        raise UsageError("no such folder", where=str(folder), todo="`legalnews build INPUT -o DIR` makes one")
    tables = {}
    for name, row_class in TABLES.items():
        path, schema = folder / f"{name}.parquet", arrow_schema(row_class)
        if not path.is_file():
            raise DataError("a table is missing", where=str(path), todo="build the folder again")
        try:
            tables[name] = pq.read_table(path).select(schema.names).cast(schema)
        except (pa.ArrowException, KeyError, ValueError) as error:
            raise DataError(f"a table that cannot be read: {error}", where=str(path)) from error
    return tables


def _cols(table: str) -> dict[str, Col]:
    row_class = TABLES[table]
    hints = get_type_hints(row_class, include_extras=True)
    return {field.name: hints[field.name].__metadata__[0] for field in fields(row_class)}


def key_of(table: str) -> str:
    """Return the name of the table's primary key."""
    return next(name for name, col in _cols(table).items() if col.key)


def enums_of(table: str) -> dict[str, tuple[str, ...]]:
    """Return the labels of the columns that have a fixed set of them."""
    return {name: tuple(col.enum) for name, col in _cols(table).items() if col.enum}
