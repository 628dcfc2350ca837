"""Look into a folder of tables with SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.duckdb_path import glob_literal


@contextmanager
def open_folder(folder: Path, names: Iterable[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection in which each named Parquet file of a folder is a view of its name.

    Raises:
        UsageError: one of them is not there.

    """
    files = {name: folder / f"{name}.parquet" for name in names}
    if missing := [path.name for path in files.values() if not path.is_file()]:
        raise UsageError("no build there", where=str(folder), got=f"no {missing[0]}", todo="run `legalnews build`")
    with duckdb.connect() as tables:
        for name, path in files.items():
            tables.read_parquet(glob_literal(path)).create_view(name)
        yield tables
