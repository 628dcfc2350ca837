"""What breaks the contract, told as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Annotated

import pyarrow as pa

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.column import Col


@dataclass(frozen=True, slots=True)
class Failure:
    """One finding about one value: `failures.parquet` has these columns."""

    table: Annotated[str, Col("The table that the row is in or was meant for")]
    key: Annotated[
        str | None,
        Col(
            "The row's primary key; for an article that has no id, the file and the place in it; null where the key "
            "itself is, and where the whole table is wrong"
        ),
    ]
    column: Annotated[str | None, Col("The column that is wrong; null where the whole table is")]
    check: Annotated[str, Col("What would have been right, or the name of the rule that is broken")]
    value: Annotated[str | None, Col("What was found instead")]


FAILURES_SCHEMA = arrow_schema(Failure)


def failures_table(failures: Iterable[Failure]) -> pa.Table:
    """Return the failures as a table."""
    columns = list(zip(*map(astuple, failures), strict=True)) or [()] * len(FAILURES_SCHEMA)
    return pa.table([pa.array(values, pa.string()) for values in columns], schema=FAILURES_SCHEMA)


def each_failure(failures: pa.Table) -> Iterator[Failure]:
    """Yield the failures of a table of them."""
    for batch in failures.to_batches():
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield Failure(*values)


def failure_order(failure: Failure) -> tuple[str, ...]:
    """Return what failures are sorted by, so that equal ones make equal files."""
    return tuple(value or "" for value in astuple(failure))


def sort_failures(failures: pa.Table) -> pa.Table:
    """Return a table of failures sorted by all columns."""
    return failures.sort_by([(name, "ascending") for name in FAILURES_SCHEMA.names])
