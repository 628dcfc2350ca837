"""A row of a table as JSON Schema (draft 2020-12)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import TABLES, columns_of

# A decimal is written as a string, because many readers of JSON round numbers to 53 bits.
_TYPES: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]{1,16}(\.[0-9]{1,2})?$"},
}


def json_schema(table: str) -> dict[str, Any]:
    """Return the JSON Schema of a row: dates as ISO strings, decimals as strings, lists as arrays.

    Ranges of dates, keys and named rules have no words in JSON Schema.

    >>> json_schema("quotes")["properties"]["start"]["minimum"]
    0
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table,
        "description": TABLES[table].__doc__,
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in columns_of(table)],
        "properties": {column.name: _property(column) for column in columns_of(table)},
    }


def _property(column: Column) -> dict[str, Any]:
    col = column.col
    value = dict(_TYPES[column.type])
    if column.type is Decimal and col.ge == 0:
        value["pattern"] = value["pattern"].replace("-?", "")
    elif isinstance(col.ge, int):
        value["minimum"] = col.ge
    if isinstance(col.le, int):
        value["maximum"] = col.le
    if col.min_length is not None:
        value["minLength"] = col.min_length
    if col.pattern is not None:
        value["pattern"] = f"^(?:{col.pattern})$"
    if col.enum is not None:
        value["enum"] = list(col.enum)
    if column.is_list:
        value = {"type": "array", "items": value}
    said = {"description": col.description, **({"examples": [col.example]} if col.example else {})}
    return {**said, **({"anyOf": [value, {"type": "null"}]} if column.nullable else value)}
