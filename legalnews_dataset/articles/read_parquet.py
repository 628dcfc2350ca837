"""Read Parquet files with the columns `id` and `text`, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from legalnews_dataset.articles.check import Reading, check_record
from legalnews_dataset.articles.problem import Problem

_COLUMNS = ("id", "text", "title", "published_on", "date", "source", "url", "licence")
_BATCH = 128  # rows; half a megabyte of articles, so memory stays flat in the number of rows


def read_parquet(path: Path, max_chars: int) -> Iterator[Reading | Problem]:
    """Yield what each row gives, in order, and what is wrong with the file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = 0
    try:
        with pq.ParquetFile(path, pre_buffer=False) as file:
            names = file.schema_arrow.names
            missing = [name for name in ("id", "text") if name not in names]
            if missing:
                got = f"only {', '.join(names)}"
                for name in missing:
                    yield _problem(path, "", name, f"a column `{name}`", got)
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
                    yield check_record(raw, str(path), f"row {row}", max_chars)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        got = f"{type(error).__name__}: {str(error).splitlines()[0]}"
        yield _problem(path, f"after row {row}" if row else "", "file", "a Parquet file that is whole", got)


def read_parquet_ids(path: Path) -> Iterator[str]:
    """Yield the ids of the rows as far as they can be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with suppress(pa.ArrowException, OSError, UnicodeDecodeError), pq.ParquetFile(path, pre_buffer=False) as file:
        for batch in file.iter_batches(columns=[name for name in file.schema_arrow.names if name == "id"]):
            for key in batch.to_pydict().get("id", ()):
                yield str(key)


def _problem(path: Path, where: str, column: str, check: str, value: str) -> Problem:
    return Problem(str(path), where, None, column, check, value, kept=False)
