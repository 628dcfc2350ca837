"""Read Parquet files with the columns `id` and `text`, a batch of rows at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any

from legalnews_dataset.articles.check import Reading, check_record
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.source import Source, open_source

_COLUMNS = ("id", "text", "title", "published_on", "date", "source", "url", "licence")
_BATCH = 128  # rows; half a megabyte of articles, so memory stays flat in the number of rows


def read_parquet(source: Source, max_chars: int) -> Iterator[Reading | Problem]:
    """Yield what each row gives, in order, and which column is not there."""
    import pyarrow as pa

    row = 0
    with _opened(source) as file:
        names = file.schema_arrow.names
        missing = [name for name in ("id", "text") if name not in names]
        for name in missing:
            got = f"only {', '.join(names)}"
            yield Problem(source.name, "", None, name, f"a column `{name}`", got, kept=False)
        if missing:
            return
        wanted = [name for name in _COLUMNS if name in names]
        for batch in file.iter_batches(_BATCH, columns=wanted, use_threads=False):
            # Python has no nanoseconds; a publication day needs none.
            columns = [
                column.cast(pa.timestamp("us", column.type.tz), safe=False)
                if pa.types.is_timestamp(column.type)
                else column
                for column in batch.columns
            ]
            for raw in pa.RecordBatch.from_arrays(columns, names=batch.schema.names).to_pylist():
                row += 1
                yield check_record(raw, source.name, f"row {row}", max_chars)


def read_parquet_ids(source: Source) -> Iterator[str]:
    """Yield the ids of the rows."""
    with _opened(source) as file:
        for batch in file.iter_batches(columns=[name for name in file.schema_arrow.names if name == "id"]):
            for key in batch.to_pydict().get("id", ()):
                yield str(key)


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """Give the Parquet file of a source, and turn what Arrow raises into OSError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with open_source(source) as opened, TemporaryFile() as spool:
            if not opened.seekable():  # a server that gives no parts of files
                shutil.copyfileobj(opened, spool)
                spool.seek(0)
            with pq.ParquetFile(source.path or (opened if opened.seekable() else spool), pre_buffer=False) as file:
                yield file
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise OSError(f"{type(error).__name__}: {str(error).splitlines()[0]}") from error
