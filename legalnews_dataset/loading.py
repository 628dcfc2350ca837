"""A version becomes a frame: exactly the version that was asked for, verified, or a clear error.

The module is not called `load`, because the package has a function of that name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.history import read_history, resolve
from legalnews_dataset.releases.manifest import Manifest, Table
from legalnews_dataset.releases.pick import find_version, hidden_rows
from legalnews_dataset.releases.retract import RETRACTED, Hidden, hide
from legalnews_dataset.releases.store import Store, find_table, open_store, read_index, table_file, version_file
from legalnews_dataset.releases.versions import choose_name, sort_versions

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from legalnews_dataset.records.linking.why import Why
    from legalnews_dataset.records.timeline.view import Timeline
    from legalnews_dataset.releases.source import Source

    Where: TypeAlias = str | pa.compute.Expression | list[Any] | None
    Retracted: TypeAlias = Literal["drop", "keep", "error"]


@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Where = ...,
    backend: Literal["pandas"] = ...,
    store: str | Path | None = ...,
    lock: str | Path | None = ...,
    retracted: Retracted = ...,
) -> pd.DataFrame: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Where = ...,
    backend: Literal["polars"],
    store: str | Path | None = ...,
    lock: str | Path | None = ...,
    retracted: Retracted = ...,
) -> pl.DataFrame: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Where = ...,
    backend: Literal["arrow"],
    store: str | Path | None = ...,
    lock: str | Path | None = ...,
    retracted: Retracted = ...,
) -> pa.Table: ...
@overload
def load(
    table: str,
    version: str | None = ...,
    *,
    columns: Sequence[str] | None = ...,
    where: Where = ...,
    backend: Literal["duckdb"],
    store: str | Path | None = ...,
    lock: str | Path | None = ...,
    retracted: Retracted = ...,
) -> duckdb.DuckDBPyRelation: ...
def load(
    table: str,
    version: str | None = None,
    *,
    columns: Sequence[str] | None = None,
    where: Where = None,
    backend: str = "pandas",
    store: str | Path | None = None,
    lock: str | Path | None = None,
    retracted: Retracted = "drop",
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
        lock: a lockfile; the version is the one that it pins, and the columns are those that it lists.
        retracted: what to do with rows that were taken back: `drop` them (a version that was taken back as a whole is
            refused), `keep` everything, or raise an `error`.

    Raises:
        UsageError: no such store, version, table, column or backend; with those that exist.
        ReleaseError: the version was retracted, or a file is not what the version's manifest says.

    """
    from legalnews_dataset.releases.frames import BACKENDS, as_backend, read_rows

    for name, value in (("table", table), ("version", version)):
        if value is not None and not isinstance(value, str):
            raise UsageError(
                f"the {name} is no string", where="load()", expected=f"a {name} as a string", got=repr(value)
            )
    choose_name(backend, BACKENDS, "backend", "load()")
    choose_name(retracted, RETRACTED, "way to treat what was retracted", "load()")
    if lock is not None:
        opened, manifest, columns = _locked(table, version, columns, store, Path(lock), retracted)
    else:
        opened = open_store(store)
        manifest = find_version(opened, version, retracted)
    path = table_file(opened, manifest, table)
    described = find_table(manifest, table)
    names = [column.name for column in described.columns]
    for column in columns or ():
        choose_name(column, names, "column", f"table {table} of {manifest.version}")
    hidden = hidden_rows(opened, manifest, retracted)
    source = _without(path, described, hidden, retracted) if hidden else path
    return as_backend(
        read_rows(source, described, names if columns is None else list(columns), where), described, backend
    )


def versions(store: str | Path | None = None) -> list[str]:
    """Return the versions in a store, oldest first, retracted ones among them.

    Args:
        store: a folder or an address; None for the store that ships with the package.

    """
    return sort_versions(read_index(open_store(store)))


def connect(
    version: str | None = None, *, store: str | Path | None = None, retracted: Retracted = "drop"
) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB connection in which each table of a version is a view of its name.

    Args:
        version: as in `load`.
        store: as in `load`.
        retracted: as in `load`.

    Raises:
        UsageError: no such store or version; with those that exist.
        ReleaseError: the version was retracted, or a file is not what the version's manifest says.

    """
    import duckdb

    from legalnews_dataset.tables.duckdb_path import glob_literal

    opened = open_store(store)
    manifest = find_version(opened, version, retracted)
    hidden = hidden_rows(opened, manifest, retracted)
    connection = duckdb.connect()
    for table in manifest.tables:
        path = table_file(opened, manifest, table.name)
        if hidden:
            connection.register(table.name, _without(path, table, hidden, retracted))
        else:
            connection.read_parquet(glob_literal(path)).create_view(table.name)
    return connection


def cite(version: str | None = None, *, store: str | Path | None = None) -> str:
    """Return how to cite a version in a text.

    Args:
        version: as in `load`.
        store: as in `load`.

    """
    from legalnews_dataset.releases.citation import citation

    manifest = find_version(open_store(store), version, "keep")
    return citation(manifest.version, manifest.released_on)


def resolve_id(old_id: str, version: str | None = None, *, store: str | Path | None = None) -> str | None:
    """Return the id that carries on a case, entity or party id of an older version; None where it was retired.

    An id that was never merged or retired is returned as it is.

    Args:
        old_id: the id in the older version.
        version: the version to find it in; as in `load`.
        store: as in `load`.

    """
    opened = open_store(store)
    manifest = find_version(opened, version, "keep")
    return resolve(read_history(version_file(opened, manifest, "id_history.parquet").parent), old_id)


def source(
    row: str | Mapping[str, Any] | Any, version: str | None = None, *, store: str | Path | None = None
) -> Source:
    """Return the sentences of the article that a row stands on, with its span marked.

    A case or party has many places; the first in its first article is returned.

    Args:
        row: a row's id, or the row as a mapping, a pandas Series or one of `itertuples()`.
        version: the version that the row is of; as in `load`.
        store: as in `load`.

    Raises:
        UsageError: the version has no such row, or the row points at no words.
        ReleaseError: the article's text is withheld.

    """
    from legalnews_dataset.releases.source import row_key, sources_of

    opened = open_store(store)
    manifest = find_version(opened, version, "drop")
    return sources_of(opened, manifest, row_key(row, manifest), limit=1)[0]


def timeline(
    case_id: str, version: str | None = None, *, store: str | Path | None = None, build: str | Path | None = None
) -> Timeline:
    """Return the events of a case over all of its articles, those that several tell grouped, conflicts shown.

    Args:
        case_id: the id of a case.
        version: the version that the case is of; as in `load`.
        store: as in `load`.
        build: the folder of a build to read instead of a version.

    Raises:
        UsageError: no such store, version, build or case.
        ReleaseError: the version was retracted, or a file is not what the version's manifest says.

    """
    from legalnews_dataset.records.timeline.view import read_timeline
    from legalnews_dataset.tables.open_folder import open_folder

    if build is None:
        with connect(version, store=store) as tables:
            return read_timeline(tables, case_id, f"version {version or 'newest'}")
    with open_folder(Path(build), ("articles", "cases", "parties", "events")) as tables:
        return read_timeline(tables, case_id, str(build))


def why(
    case_id: str, version: str | None = None, *, store: str | Path | None = None, build: str | Path | None = None
) -> Why:
    """Return the articles that tell a case and the evidence that joined them.

    Args:
        case_id: the id of a case.
        version: the version that the case is of; as in `load`.
        store: as in `load`.
        build: the folder of a build to read instead of a version.

    Raises:
        UsageError: no such store, version, build or case, or the version was released without its links.
        ReleaseError: the version was retracted, or a file is not what the version's manifest says.

    """
    from legalnews_dataset.records.linking.why import explain
    from legalnews_dataset.tables.duckdb_path import glob_literal
    from legalnews_dataset.tables.open_folder import open_folder

    if build is not None:
        with open_folder(Path(build), ("articles", "cases", "mentions", "links")) as tables:
            return explain(tables, case_id, str(build))
    opened = open_store(store)
    manifest = find_version(opened, version, "drop")
    if manifest.file("links.parquet") is None:
        raise UsageError(f"version {manifest.version} was released without what joined its articles")
    with connect(manifest.version, store=store) as tables:
        tables.read_parquet(glob_literal(version_file(opened, manifest, "links.parquet"))).create_view("links")
        return explain(tables, case_id, f"version {manifest.version}")


def _without(path: Path, table: Table, hidden: Hidden, retracted: str) -> Any:
    """Return a table without what retractions hide.

    Raises:
        ReleaseError: there is something to hide, and the user wants to know.

    """
    import pyarrow.parquet as pq

    rows = pq.read_table(path)
    kept = hide(rows, table, hidden)
    if retracted == "error" and not kept.equals(rows):
        raise ReleaseError(
            f"{table.name} holds rows that were retracted",
            where=str(path),
            got=", ".join(sorted(hidden.keys.get(table.name, ()))[:5]) or "references to retracted rows",
            todo="retracted='drop' leaves them out",
        )
    return kept


def _locked(
    table: str,
    version: str | None,
    columns: Sequence[str] | None,
    store: str | Path | None,
    lock: Path,
    retracted: str,
) -> tuple[Store, Manifest, Sequence[str]]:
    from legalnews_dataset.releases.lock import check_entry, pinned

    pin, listed = pinned(lock, table, version, columns)
    opened = open_store(store or pin.store)
    manifest = find_version(opened, pin.version, retracted)
    check_entry(pin, read_index(opened, pin.version)[pin.version], lock)
    return opened, manifest, listed
