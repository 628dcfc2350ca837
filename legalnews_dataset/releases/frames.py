"""Rows of a verified table, in the types that the users of each library expect."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import UsageError
from legalnews_dataset.releases.manifest import Table
from legalnews_dataset.tables.duckdb_path import glob_literal

BACKENDS = ("pandas", "polars", "arrow", "duckdb")


def read_rows(source: Any, table: Table, columns: list[str], where: Any) -> Any:
    """Return the rows that fulfil a condition as an Arrow table.

    Args:
        source: the path of a Parquet file, or an Arrow table with all columns.
        table: what the manifest says of it.
        columns: the columns to return, in order.
        where: a condition in SQL, a pyarrow expression, pyarrow's list of filters, or None.

    Raises:
        UsageError: the condition cannot be read or names another column.

    """
    if isinstance(where, str):
        return _read_sql(source, table, columns, where)
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        filters = _typed(where, table) if isinstance(where, list) else where
        if isinstance(source, Path):
            return pq.read_table(source, columns=columns, filters=filters, memory_map=True)
        if filters is None:
            return source.select(columns)
        condition = pq.filters_to_expression(filters) if isinstance(filters, list) else filters
        return source.filter(condition).select(columns)
    except (pa.ArrowException, ArithmeticError, LookupError, ValueError, TypeError) as error:
        raise _unfit(error, table) from error


def as_backend(rows: Any, table: Table, backend: str) -> Any:
    """Return an Arrow table as the frame of a library, one of `BACKENDS`."""
    if backend == "arrow":
        return rows
    if backend == "polars":
        import polars as pl

        return pl.from_arrow(rows)
    if backend == "duckdb":
        import duckdb

        return duckdb.connect().from_arrow(rows)
    return to_pandas(rows, table)


def to_pandas(rows: Any, table: Table) -> Any:
    """Return an Arrow table in the types that a pandas user expects.

    Labels become categories, days datetime64, sums exact decimals, whole numbers that may be missing `Int32`.
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.types as t

    lists: dict[str, Any] = {}
    mapped: dict[Any, Any] = {}
    for place, field in enumerate(rows.schema):
        values, described = rows[field.name], table.column(field.name)
        if described is not None and described.enum:
            labels = pa.array(described.enum)
            codes = pc.index_in(values, value_set=labels).combine_chunks()
            rows = rows.set_column(place, field.name, pa.DictionaryArray.from_arrays(codes, labels))
        elif t.is_date(field.type):
            rows = rows.set_column(place, field.name, values.cast(pa.timestamp("s")))
        elif t.is_list(field.type):
            lists[field.name] = values
        elif t.is_decimal(field.type):
            mapped[field.type] = pd.ArrowDtype(field.type)
        elif t.is_integer(field.type) and field.nullable:
            mapped[field.type] = pd.Int32Dtype() if field.type == pa.int32() else pd.Int64Dtype()
    frame = rows.to_pandas(types_mapper=mapped.get)
    for name, values in lists.items():
        frame[name] = pd.Series(values.to_pylist(), index=frame.index, dtype=object)
    return frame


def _read_sql(source: Any, table: Table, columns: list[str], where: str) -> Any:
    import duckdb
    import pyarrow.parquet as pq

    selected = ", ".join(f'"{column}"' for column in columns)
    schema = pq.read_schema(source) if isinstance(source, Path) else source.schema
    try:
        with duckdb.connect() as connection:
            if isinstance(source, Path):
                connection.read_parquet(glob_literal(source)).create_view("rows")
            else:
                connection.register("rows", source)
            # an order by the key is what the file has, and what threads would otherwise lose
            query = f'SELECT {selected} FROM rows WHERE {where} ORDER BY "{table.key[0]}"'  # noqa: S608
            rows = connection.sql(query).to_arrow_table()
    except duckdb.Error as error:
        raise _unfit(error, table) from error
    return rows.cast(schema.empty_table().select(columns).schema)


def _typed(filters: list[Any], table: Table) -> list[Any]:
    """Return pyarrow's filters with sums and days in the type of their column, so that 1000000 and "2024-01-26" fit."""
    kinds = {column.name: column.type for column in table.columns}

    def typed(value: Any, kind: str) -> Any:
        if isinstance(value, (list, tuple, set)):
            return [typed(item, kind) for item in value]
        if kind.startswith("decimal") and isinstance(value, (int, float, str)):
            return Decimal(str(value))
        return date.fromisoformat(value) if kind == "date32" and isinstance(value, str) else value

    return [
        _typed(item, table) if isinstance(item, list) else (item[0], item[1], typed(item[2], kinds.get(item[0], "")))
        for item in filters
    ]


def _unfit(error: Exception, table: Table) -> UsageError:
    known = f"a condition on {', '.join(column.name for column in table.columns)}"
    return UsageError(
        f"a condition that cannot be applied: {str(error).splitlines()[0]}", where=table.name, expected=known
    )
