"""Set rows aside that break the contract, and the rows that hang on them; the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from legalnews_dataset.errors import DataError
from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.contract import TABLES, key_of
from legalnews_dataset.tables.failure import Failure, each_failure, failure_order
from legalnews_dataset.tables.parquet import to_arrow
from legalnews_dataset.tables.validate import find_failures

# What a row is set aside for when nothing is wrong with itself.
HANGS_ON = "hangs_on"
# No article at all is a failure of a release, but not of a part of a build.
_OF_THE_WHOLE = {"no_rows"}


def set_aside(tables: Mapping[str, pa.Table]) -> tuple[dict[str, pa.Table], list[Failure]]:
    """Take out the rows that break the contract, and the rows that lead to them, until what is left keeps it.

    Args:
        tables: the seven tables.

    Returns:
        The tables without those rows, and a failure for each reason; the check of a row that only led to one that is
        gone is `hangs_on`, with that row's key as the value.

    Raises:
        DataError: a table is missing, or its columns are not those of the contract.

    """
    good, failures = dict(tables), list[Failure]()
    while fresh := [found for found in each_failure(find_failures(good)) if found.check not in _OF_THE_WHOLE]:
        for found in fresh:
            if found.key is None and (found.check, found.column) != ("not_null", key_of(found.table)):
                raise DataError(f"not the shape of the contract: {found.check}", where=found.table, got=found.value)
        if failures:
            fresh = [_hanging(found) for found in fresh]
        failures += fresh
        good = {table: _without(good[table], key_of(table), fresh, table) for table in TABLES}
    return good, sorted(failures, key=failure_order)


def to_tables(rows: Mapping[str, Iterable[Any]]) -> tuple[dict[str, pa.Table], list[Failure]]:
    """Return rows as Arrow tables, without the rows that hold a value which the contract's types cannot.

    Those are, for example, sums of more than 16 digits before the point and text with half of a surrogate pair.
    """
    tables, failures = dict[str, pa.Table](), list[Failure]()
    for table, row_class in TABLES.items():
        given = list(rows.get(table, ()))
        try:
            tables[table] = to_arrow(row_class, given)
        except (pa.ArrowException, UnicodeError, OverflowError):
            wrong = [list(_wrong_values(table, row)) for row in given]
            failures += [failure for found in wrong for failure in found]
            tables[table] = to_arrow(row_class, [row for row, found in zip(given, wrong, strict=True) if not found])
    return tables, failures


def _wrong_values(table: str, row: Any) -> Iterable[Failure]:
    schema = arrow_schema(TABLES[table])
    for field in fields(row):
        value = getattr(row, field.name)
        try:
            pa.array([value], schema.field(field.name).type)
        except (pa.ArrowException, UnicodeError, OverflowError):
            key = str(getattr(row, key_of(table)))
            yield Failure(table, _writable(key), field.name, "type", _writable(str(value)))


def _writable(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()


def _hanging(found: Failure) -> Failure:
    return Failure(found.table, found.key, found.column, HANGS_ON, found.value)


def _without(rows: pa.Table, key: str, failures: Iterable[Failure], table: str) -> pa.Table:
    gone = pa.array({found.key for found in failures if found.table == table}, pa.string())
    keys = rows[key].cast(pa.string())
    return rows.filter(pc.invert(pc.is_in(keys, value_set=gone))) if len(gone) else rows
