"""A row class as an Arrow schema."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa

from legalnews_dataset.tables.column import Column, columns

_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    date: pa.date32(),
    Decimal: pa.decimal128(18, 2),
}


def arrow_type(column: Column) -> pa.DataType:
    """Return the Arrow type of a column."""
    kind = _TYPES[column.type]
    return pa.list_(kind) if column.is_list else kind


def type_name(column: Column) -> str:
    """Return the Arrow type of a column as people write it, with `?` where it may be null.

    >>> from legalnews_dataset.tables.contract import columns_of
    >>> [type_name(column) for column in columns_of("parties") if column.name in ("represents", "confidence")]
    ['list<string>', 'double?']
    """
    kind = _TYPES[column.type]
    return (f"list<{kind}>" if column.is_list else str(kind)) + ("?" if column.nullable else "")


def arrow_schema(row_class: type) -> pa.Schema:
    """Return the Arrow schema of a row class, in the order of its fields, with their meanings as field metadata."""
    return pa.schema(
        pa.field(column.name, arrow_type(column), nullable=column.nullable, metadata=_metadata(column))
        for column in columns(row_class)
    )


def _metadata(column: Column) -> dict[str, str]:
    said = {"description": column.col.description, "unit": column.col.unit}
    return {name: value for name, value in said.items() if value is not None}
