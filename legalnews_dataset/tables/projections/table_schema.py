"""A table of the contract as a Frictionless Table Schema, and all tables as a Data Package (version 2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import SCHEMA_VERSION, TABLES, columns_of, key_of

_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", date: "date", Decimal: "number"}
# The smallest and the largest value that the Arrow type holds.
_LIMITS: dict[type, tuple[int | str, int | str]] = {
    int: (-(2**31), 2**31 - 1),
    Decimal: ("-9999999999999999.99", "9999999999999999.99"),
}
_PROFILE = "https://datapackage.org/profiles/2.0"


def table_schema(table: str) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Foreign keys of list columns, keys whose target differs from row to row and named rules have no words in Table
    Schema; `validate` checks them.

    >>> table_schema("quotes")["primaryKey"]
    ['quote_id']
    """
    keys = [
        {
            "fields": [column.name],
            "reference": {"resource": column.col.references, "fields": [key_of(column.col.references)]},
        }
        for column in columns_of(table)
        if column.col.references and not column.is_list
    ]
    return {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fieldsMatch": "exact",
        "fields": [_field(column) for column in columns_of(table)],
        "primaryKey": [key_of(table)],
        **({"foreignKeys": keys} if keys else {}),
        "missingValues": [""],
    }


def data_package(
    paths: Mapping[str, str], *, version: str, title: str = "legalnews_dataset", **more: Any
) -> dict[str, Any]:
    """Return the Data Package descriptor of CSV files of the tables.

    Args:
        paths: for each table the path of its CSV file, relative to the descriptor.
        version: the version of the data.
        title: what people call the data.
        more: further properties of the descriptor.

    """
    return {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": "legalnews-dataset",
        "title": title,
        "version": version,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        **more,
        "schemaVersion": SCHEMA_VERSION,
        "resources": [_resource(table, paths[table]) for table in TABLES if table in paths],
    }


def _resource(table: str, path: str) -> dict[str, Any]:
    return {
        "name": table,
        "type": "table",
        "description": TABLES[table].__doc__,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table),
    }


def _field(column: Column) -> dict[str, Any]:
    col = column.col
    said = {
        "name": column.name,
        "type": "list" if column.is_list else _TYPES[column.type],
        "itemType": _TYPES[column.type] if column.is_list else None,
        "description": col.description,
        "example": col.example,
        "unit": col.unit,
        "constraints": _constraints(column),
    }
    return {name: value for name, value in said.items() if value}


def _constraints(column: Column) -> dict[str, Any]:
    col = column.col
    least, most = _LIMITS.get(column.type, (None, None))
    said = {
        # An empty list is written as an empty cell, which Table Schema cannot tell from a missing one.
        "required": True if not column.nullable and not column.is_list else None,
        "unique": True if col.key else None,
        "enum": list(col.enum) if col.enum is not None else None,
        "pattern": col.pattern,
        "minLength": col.min_length,
        "minimum": _plain(col.ge if col.ge is not None else least),
        "maximum": _plain(col.le if col.le is not None else most),
    }
    return {name: value for name, value in said.items() if value is not None}


def _plain(bound: int | str | date | None) -> int | str | None:
    return bound.isoformat() if isinstance(bound, date) else bound
