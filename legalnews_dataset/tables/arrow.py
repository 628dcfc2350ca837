"""A row class as an Arrow schema."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    date: pa.date32(),
    Decimal: pa.decimal128(18, 2),
}


def arrow_schema(row_class: type) -> pa.Schema:
    """Return the Arrow schema of a row class, in the order of its fields."""
    hints = get_type_hints(row_class)
    columns = []
    for field in fields(row_class):
        hint = hints[field.name]
        nullable = type(None) in get_args(hint)
        base = next(part for part in get_args(hint) if part is not type(None)) if nullable else hint
        kind = pa.list_(pa.string()) if get_origin(base) is tuple else _TYPES[base]
        columns.append(pa.field(field.name, kind, nullable=nullable))
    return pa.schema(columns)
