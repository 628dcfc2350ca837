"""Write rows of any number as one file: sorted by key, in bytes that depend on the rows alone, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.parquet import ROW_GROUP, WRITER


def assemble(row_class: type, rows: duckdb.DuckDBPyRelation, path: Path) -> int:
    """Sort rows by their primary key, write them as one Parquet file and return their number.

    Args:
        row_class: the table's row class; its first field is the primary key.
        rows: the rows, in any order; DuckDB spills what does not fit into its memory.
        path: the file to write.

    """
    schema, key = arrow_schema(row_class), fields(row_class)[0].name
    batches = rows.order(f'"{key}"').to_arrow_reader(ROW_GROUP // 4)
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
