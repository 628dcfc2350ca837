"""A version becomes a frame: exactly the version that was asked for, verified, or a clear error."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from legalnews_dataset.errors import UsageError
from legalnews_dataset.releases.manifest import Manifest, Table
from legalnews_dataset.releases.store import Store, open_store, read_index, read_manifest, table_file
from legalnews_dataset.releases.versions import choose_name, choose_version

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

BACKENDS = ("pandas", "polars", "arrow", "duckdb")


class UnpinnedWarning(UserWarning):
    """A call that named no version, and therefore may give other data tomorrow."""


@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Any = ...,
    backend: Literal["pandas"] = ...,
    store: str | Path | None = ...,
) -> pd.DataFrame: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Any = ...,
    backend: Literal["polars"],
    store: str | Path | None = ...,
) -> pl.DataFrame: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Any = ...,
    backend: Literal["arrow"],
    store: str | Path | None = ...,
) -> pa.Table: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Any = ...,
    backend: Literal["duckdb"],
    store: str | Path | None = ...,
) -> duckdb.DuckDBPyRelation: ...
def load(
    table: str,
    version: str | None = None,
    *,
    columns: Sequence[str] | None = None,
    where: Any = None,
    backend: str = "pandas",
    store: str | Path | None = None,
) -> Any:
    """Return a table of a released version.

    Args:
        table: its name, such as `quotes`.
        version: `0.1.0`, or a range such as `1.*` or `~=1.2` for the newest in it that is not retracted; None for the
            newest of all, with a warning that says which and how to pin it.
        columns: the columns to read, in this order; None for all.
        where: the rows to read: a condition in SQL (`"amount > 1e6 and currency = 'USD'"`), a pyarrow expression, or
            pyarrow's list of `(column, operator, value)`.
        backend: `pandas`, `polars`, `arrow` or `duckdb`.
        store: a folder or an address; None for the store that ships with the package.

    Raises:
        UsageError: no such store, version, table, column or backend; with those that exist.
        ReleaseError: the file is not what the version's manifest says.

    """
    choose_name(backend, BACKENDS, "backend", "load()")
    opened = open_store(store)
    manifest = find_version(opened, version)
    path = table_file(opened, manifest, table)
    described = next(listed for listed in manifest.tables if listed.name == table)
    names = [column.name for column in described.columns]
    for column in columns or ():
        choose_name(column, names, "column", f"table {table} of {manifest.version}")
    found = read_rows(path, described, list(columns) if columns is not None else names, where)
    return as_backend(found, described, backend)


def versions(store: str | Path | None = None) -> list[str]:
    """Return the versions in a store, oldest first."""
    return list(read_index(open_store(store)))


def find_version(store: Store, version: str | None) -> Manifest:
    """Return the manifest of the version that was asked for; say which where none was named."""
    entries = read_index(store)
    chosen = choose_version(version, entries, (), store.name)
    if version is None:
        text = f'no version was named: taking {chosen}, the newest; pin it with version="{chosen}"'
        warnings.warn(text, UnpinnedWarning, stacklevel=3)
    return read_manifest(store, entries[chosen])


def read_rows(path: Path, table: Table, columns: list[str], where: Any) -> Any:
    """Return the rows of a Parquet file that fulfil a condition as an Arrow table.

    Raises:
        UsageError: the condition cannot be read or names another column.

    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    known = ", ".join(column.name for column in table.columns)
    try:
        if not isinstance(where, str):
            filters = _typed(where, table) if isinstance(where, list) else where
            return pq.read_table(path, columns=columns, filters=filters, memory_map=True)
    except (pa.ArrowException, ArithmeticError, ValueError, TypeError) as error:
        raise UsageError(f"a condition that cannot be applied: {error}", where=table.name, expected=known) from error
    import duckdb

    selected = ", ".join(f'"{column}"' for column in columns)
    try:
        query = f"SELECT {selected} FROM read_parquet(?) WHERE {where}"  # noqa: S608
        rows = duckdb.connect().sql(query, params=[str(path)]).to_arrow_table()
        return rows.cast(pq.read_schema(path).empty_table().select(columns).schema)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"a condition that cannot be applied: {reason}", where=table.name, expected=known) from error


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


def as_backend(rows: Any, table: Table, backend: str) -> Any:
    """Return an Arrow table as the frame of a library."""
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
        values = rows[field.name]
        described = table.column(field.name)
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
        elif t.is_integer(field.type) and field.nullable and values.null_count:
            mapped[field.type] = pd.Int32Dtype() if field.type == pa.int32() else pd.Int64Dtype()
    frame = rows.to_pandas(types_mapper=mapped.get)
    for name, values in lists.items():
        frame[name] = pd.Series(values.to_pylist(), index=frame.index, dtype=object)
    return frame
