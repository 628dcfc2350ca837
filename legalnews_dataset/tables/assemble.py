"""Write rows of any number as one file: sorted by key, in bytes that depend on the rows alone, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.duckdb_path import glob_literal
from legalnews_dataset.tables.failure import FAILURES_SCHEMA
from legalnews_dataset.tables.parquet import ROW_GROUP, WRITER


def assemble(row_class: type, rows: duckdb.DuckDBPyRelation, path: Path) -> int:
    """Sort rows by their primary key, write them as one Parquet file and return their number.

    Args:
        row_class: the table's row class; its first field is the primary key.
        rows: the rows, in any order; DuckDB spills what does not fit into its memory.
        path: the file to write.

    """
    return _write(arrow_schema(row_class), rows.order(f'"{fields(row_class)[0].name}"'), path)


def assemble_failures(files: Sequence[Path], path: Path, spill: Path) -> int:
    """Write the failures of some files as one Parquet file, sorted, and return their number."""
    order = ", ".join(f"coalesce(\"{name}\", '')" for name in FAILURES_SCHEMA.names)
    with duckdb.connect(config={"memory_limit": "300MB", "temp_directory": str(spill), "threads": 2}) as connection:
        none = connection.from_arrow(FAILURES_SCHEMA.empty_table())
        rows = connection.read_parquet([glob_literal(file) for file in files]) if files else none
        return _write(FAILURES_SCHEMA, rows.order(order), path)


def _write(schema: pa.Schema, ordered: duckdb.DuckDBPyRelation, path: Path) -> int:
    batches = ordered.to_arrow_reader(ROW_GROUP // 4)
    tables = (pa.Table.from_batches([batch]).select(schema.names) for batch in batches)
    count = 0
    with pq.ParquetWriter(path, schema, **WRITER) as writer:
        for group in _groups(tables, ROW_GROUP):
            writer.write_table(group.cast(schema), row_group_size=ROW_GROUP)
            count += group.num_rows
    return count


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
