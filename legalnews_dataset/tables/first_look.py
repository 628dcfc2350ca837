"""A first look at tables in memory: whether all values and keys are certainly right, asked of Arrow in one pass each.

Pandera and DuckDB say what is wrong, but cost as much where nothing is, which is nearly always. Where this says no,
they are asked; so it must never say yes where they would find something, but may say no where they would not.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import TABLES, columns_of, key_of, references_of


def values_fit(table: str, rows: pa.Table) -> bool:
    """Return whether each value of a table of the contract's Arrow types certainly passes the checks of its column."""
    return all(_column_fits(column, rows[column.name]) for column in columns_of(table))


def keys_fit(tables: Mapping[str, pa.Table]) -> bool:
    """Return whether the primary keys of the seven tables are certainly unique and all foreign keys lead to one."""
    keys = {table: tables[table][key_of(table)].combine_chunks() for table in TABLES}
    unique = all(len(pc.unique(values)) == len(values) and not values.null_count for values in keys.values())
    return unique and all(_leads(table, tables[table], keys) for table in TABLES)


def _column_fits(column: Column, values: pa.ChunkedArray) -> bool:
    col = column.col
    if values.null_count and not column.nullable:
        return False
    if column.is_list:
        return not (col.enum or col.pattern or col.min_length or col.ge or col.le)
    fits = []
    if col.enum is not None:
        fits.append(pc.is_in(values, value_set=pa.array([*col.enum, None], pa.string())))
    if col.pattern is not None:
        fits.append(pc.match_substring_regex(values, rf"\A(?:{col.pattern})\z"))
    if col.min_length is not None:
        fits.append(pc.greater_equal(pc.utf8_length(values), col.min_length))
    if col.ge is not None:
        fits.append(pc.greater_equal(values, _bound(col.ge, values.type)))
    if col.le is not None:
        fits.append(pc.less_equal(values, _bound(col.le, values.type)))
    return all(pc.all(passed, skip_nulls=True, min_count=0).as_py() is not False for passed in fits)


def _bound(bound: Any, kind: pa.DataType) -> pa.Scalar:
    return pa.scalar(Decimal(bound) if pa.types.is_decimal(kind) else bound, kind)


def _leads(table: str, rows: pa.Table, keys: Mapping[str, Any]) -> bool:
    for column, target, by in references_of(table):
        values = rows[column.name].combine_chunks()
        if by:
            values = values.filter(pc.equal(rows[by].combine_chunks(), target))
        if column.is_list:
            values = values.flatten()
        if not pc.all(pc.is_in(values.drop_null(), value_set=keys[target]), min_count=0).as_py():
            return False
    return True
