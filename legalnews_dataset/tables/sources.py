"""Where tables are checked from: memory, or a folder of Parquet files of any size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.duckdb_path import glob_literal
from legalnews_dataset.tables.shape import in_shape

# A table in memory, or its Parquet file.
Source: TypeAlias = "pa.Table | Path"

# Pandera sees about this much of a table at a time: enough that its cost for a batch is small beside its work.
_BATCH_BYTES = 32_000_000
# DuckDB joins within this much memory and spills the rest, so that tables of any size can be checked.
_MEMORY = "500MB"


def sources_of(tables: Path | str | Mapping[str, pa.Table]) -> dict[str, Source]:
    """Return where each table is: in the mapping, or in a file `<table>.parquet` of the folder, where there is one."""
    if not isinstance(tables, str | Path):
        return dict(tables)
    folder = Path(tables)
    if not folder.is_dir():
        raise UsageError("no such folder", got=repr(str(folder)), todo="name a folder made by `legalnews build`")
    return {table: path for table in TABLES if (path := folder / f"{table}.parquet").is_file()}


def schema_of(source: Source) -> pa.Schema:
    """Return the Arrow schema of a source."""
    return pq.read_schema(source) if isinstance(source, Path) else source.schema


def count_rows(source: Source) -> int:
    """Return the number of rows of a source."""
    return int(pq.read_metadata(source).num_rows if isinstance(source, Path) else source.num_rows)


def batches_of(table: str, source: Source) -> Iterator[pa.Table]:
    """Yield the rows of a source in the contract's shape, some at a time."""
    if not isinstance(source, Path):
        rows = _rows_at_a_time(source.num_rows, source.nbytes)
        yield from (source.slice(start, rows) for start in range(0, source.num_rows, rows))
        return
    with pq.ParquetFile(source) as file:
        groups = [file.metadata.row_group(group) for group in range(file.num_row_groups)]
        rows = _rows_at_a_time(file.metadata.num_rows, sum(group.total_byte_size for group in groups))
        for batch in file.iter_batches(rows):
            yield in_shape(table, pa.Table.from_batches([batch]))


def _rows_at_a_time(rows: int, size: int) -> int:
    return max(1024, min(262_144, rows * _BATCH_BYTES // max(size, 1)))


def connect(sources: Mapping[str, Source], spill: str, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB connection that sees each source as a view; what does not fit into memory goes to `spill`."""
    connection = duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": spill})
    if threads:
        connection.execute(f"set threads = {threads}")
    for table, source in sources.items():
        if isinstance(source, Path):
            connection.read_parquet(glob_literal(source)).create_view(table)
        else:
            connection.register(table, source)
    return connection
