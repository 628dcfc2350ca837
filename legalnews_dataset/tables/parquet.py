"""Write tables as Parquet files whose bytes depend on the rows alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.arrow import arrow_schema

# 32,768 rows keep a group of the widest table (articles, about 4 kB a row) near 130 MB while it is written.
ROW_GROUP = 32_768
WRITER: dict[str, Any] = {"compression": "zstd", "compression_level": 3, "version": "2.6"}


def to_arrow(row_class: type, rows: Iterable[Any]) -> pa.Table:
    """Return the rows as an Arrow table, sorted by their first column, which is every table's primary key."""
    names = [field.name for field in fields(row_class)]
    ordered = sorted(rows, key=lambda row: str(getattr(row, names[0])))
    columns = {name: [getattr(row, name) for row in ordered] for name in names}
    return pa.table(columns, schema=arrow_schema(row_class))


def write_parquet(table: pa.Table, to: Path | BinaryIO) -> None:
    """Write the table with fixed settings, so that equal tables give equal bytes under one version of pyarrow."""
    pq.write_table(table.combine_chunks(), to, row_group_size=ROW_GROUP, **WRITER)


def parquet_bytes(table: pa.Table) -> bytes:
    """Return the file that `write_parquet` would write."""
    file = BytesIO()
    write_parquet(table, file)
    return file.getvalue()
