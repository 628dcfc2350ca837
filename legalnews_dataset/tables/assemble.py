"""Put the parts of a table together: sorted by key, in bytes that depend on the rows alone, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.parquet import ROW_GROUP, WRITER

# DuckDB sorts within this much memory and spills the rest beside the parts, so that a build of any size stays small.
_MEMORY = "300MB"


def assemble(row_class: type, parts: Sequence[Path], path: Path, spill: Path) -> int:
    """Sort the rows of all parts by their primary key, write them as one Parquet file and return their number.

    Args:
        row_class: the table's row class; its first field is the primary key.
        parts: Parquet files of the table, in any order and any number.
        path: the file to write.
        spill: a folder for what does not fit into memory; it may be thrown away afterwards.

    """
    schema, key = arrow_schema(row_class), fields(row_class)[0].name
    count = 0
    with pq.ParquetWriter(path, schema, **WRITER) as writer:
        for group in _groups(_sorted_batches(schema, key, parts, spill), ROW_GROUP):
            writer.write_table(group.cast(schema), row_group_size=ROW_GROUP)
            count += group.num_rows
    return count


def _sorted_batches(schema: pa.Schema, key: str, parts: Sequence[Path], spill: Path) -> Iterator[pa.Table]:
    if not parts:
        return
    with duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(spill), "threads": 2}) as connection:
        relation = connection.read_parquet([str(part) for part in parts]).order(f'"{key}"')
        for batch in relation.to_arrow_reader(ROW_GROUP // 4):
            yield pa.Table.from_batches([batch]).select(schema.names)


def _groups(tables: Iterator[pa.Table], size: int) -> Iterator[pa.Table]:
    """Cut a stream of tables again, into tables of exactly `size` rows but for the last."""
    waiting: list[pa.Table] = []
    rows = 0
    for table in tables:
        waiting.append(table)
        rows += table.num_rows
        while rows >= size:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, size).combine_chunks()
            waiting, rows = [whole.slice(size)], rows - size
    if rows:
        yield pa.concat_tables(waiting).combine_chunks()
