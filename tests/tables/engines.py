"""Each projection of the contract as a function that accepts or refuses one row, columns alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import duckdb
import jsonschema
import pandas as pd
import pandera.errors
from frictionless import Resource

from legalnews_dataset.tables.projections.json_schema import json_schema
from legalnews_dataset.tables.projections.pandera_schema import pandera_schema
from legalnews_dataset.tables.projections.sql import create_table
from legalnews_dataset.tables.projections.table_schema import table_schema

Row = dict[str, Any]


def as_json(value: Any) -> Any:
    """Return a value as rows of JSON hold it."""
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else list(value) if isinstance(value, tuple) else value


def pandera_accepts(table: str, row: Row) -> bool:
    frame = pd.DataFrame({name: pd.Series([value], dtype=object) for name, value in row.items()})
    try:
        _pandera(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors:
        return False
    return True


def frictionless_accepts(table: str, row: Row) -> bool:
    described = {name: value for name, value in table_schema(table).items() if name != "foreignKeys"}
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}
    return bool(Resource.from_descriptor({"name": table, "data": [values], "schema": described}).validate().valid)


def json_schema_accepts(table: str, row: Row) -> bool:
    return _json_schema(table).is_valid({name: as_json(value) for name, value in row.items()})


def duckdb_accepts(table: str, row: Row) -> bool:
    values = [list(value) if isinstance(value, tuple) else value for value in row.values()]
    return _inserted(_duckdb(table), table, row, values, duckdb.Error)


def sqlite_accepts(table: str, row: Row) -> bool:
    def plain(value: Any) -> Any:
        return json.dumps(list(value)) if isinstance(value, tuple) else as_json(value)

    return _inserted(_sqlite(table), table, row, [plain(value) for value in row.values()], sqlite3.Error)


ENGINES: dict[str, Callable[[str, Row], bool]] = {
    "pandera": pandera_accepts,
    "frictionless": frictionless_accepts,
    "json schema": json_schema_accepts,
    "duckdb": duckdb_accepts,
    "sqlite": sqlite_accepts,
}


def insert(table: str, row: Row) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608


def _inserted(connection: Any, table: str, row: Row, values: list[Any], error: type[Exception]) -> bool:
    try:
        connection.execute(insert(table, row), values)
    except (error, UnicodeError, OverflowError):
        return False
    connection.execute(f"DELETE FROM {table}")  # noqa: S608
    return True


@cache
def _pandera(table: str) -> Any:
    return pandera_schema(table, rules=False)


@cache
def _json_schema(table: str) -> Any:
    jsonschema.Draft202012Validator.check_schema(json_schema(table))
    return jsonschema.Draft202012Validator(
        json_schema(table), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


@cache
def _duckdb(table: str) -> Any:
    connection = duckdb.connect()
    connection.execute(create_table(table, "duckdb", foreign_keys=False, rules=False))
    return connection


@cache
def _sqlite(table: str) -> Any:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(create_table(table, "sqlite", foreign_keys=False, rules=False))
    return connection
