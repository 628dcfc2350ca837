"""A table of the contract as a pandera schema for pandas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pandera.pandas as pandera

from legalnews_dataset.tables.arrow import arrow_type
from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import RULES, columns_of
from legalnews_dataset.tables.rule import Rule

# Told the column, the check and the number of values whenever a check really runs.
Ran = Callable[[str, str, int], None]
# A test of one check: a column of values, nulls among them, and true for each value that passes or is null.
_Test = Callable[[Any], Any]


def pandera_schema(table: str, *, rules: bool = True) -> pandera.DataFrameSchema:
    """Return the pandera schema of a table for a frame of its own.

    It is strict and ordered, and turns the columns into the contract's Arrow types first, so that frames with other
    string, category or date types pass. Foreign keys and rules across tables are left to `validate`, and those about
    one row too where `rules` is False.

    >>> sorted(check.name for check in pandera_schema("quotes").columns["kind"].checks)
    ['enum']
    """
    asked = [_rule_check(table, rule) for rule in RULES[table] if rule.in_row and rules]
    return pandera.DataFrameSchema(
        {column.name: _column(column) for column in columns_of(table)},
        checks=asked,
        strict=True,
        ordered=True,
        coerce=True,
        name=table,
    )


def batch_schema(table: str, ran: Ran) -> pandera.DataFrameSchema:
    """Return the pandera schema of some rows of a table that have the contract's Arrow types already.

    Uniqueness and named rules are left out: they are asked of the whole table at once.
    """
    return pandera.DataFrameSchema(
        {column.name: _counted_column(column, ran) for column in columns_of(table)},
        strict=True,
        ordered=True,
        name=table,
    )


def value_tests(column: Column) -> Iterator[tuple[str, _Test]]:
    """Yield the name and the test of each check that the values of a column must pass."""
    col = column.col
    if not column.nullable:
        yield "not_null", lambda values: values.notna()
    if col.enum is not None:
        labels = list(col.enum)
        yield "enum", lambda values: values.isin(labels) | values.isna()
    if col.pattern is not None:
        pattern = re.compile(col.pattern).pattern
        yield "pattern", lambda values: values.str.fullmatch(pattern).fillna(value=True)
    if col.min_length is not None:
        fewest = col.min_length
        yield "min_length", lambda values: (values.str.len() >= fewest).fillna(value=True)
    if col.ge is not None:
        least = _bound(column, col.ge)
        yield "minimum", lambda values: (values >= least).fillna(value=True)
    if col.le is not None:
        most = _bound(column, col.le)
        yield "maximum", lambda values: (values <= most).fillna(value=True)


def _bound(column: Column, bound: Any) -> Any:
    return Decimal(bound) if column.type is Decimal else bound


def _column(column: Column) -> pandera.Column:
    checks = [
        pandera.Check(test, name=name, ignore_na=False) for name, test in value_tests(column) if name != "not_null"
    ]
    dtype: Any = pd.ArrowDtype(arrow_type(column))
    return pandera.Column(dtype, checks=checks, nullable=column.nullable, unique=column.col.key)


def _counted_column(column: Column, ran: Ran) -> pandera.Column:
    # Nulls are asked by a check of our own, because only that one can say that it ran.
    checks = [_counted(column.name, name, test, ran) for name, test in value_tests(column)]
    dtype: Any = pd.ArrowDtype(arrow_type(column))
    return pandera.Column(dtype, checks=checks, nullable=True)


def _counted(column: str, name: str, test: _Test, ran: Ran) -> pandera.Check:
    def run(values: Any) -> Any:
        ran(column, name, len(values))
        return test(values)

    return pandera.Check(run, name=name, ignore_na=False)


def _rule_check(table: str, rule: Rule) -> pandera.Check:
    def holds(frame: pd.DataFrame) -> Any:
        with duckdb.connect() as connection:
            connection.register(table, _to_arrow(table, frame))
            held = connection.sql(f"select coalesce({rule.holds}, true) as held from {table}")  # noqa: S608
            return pd.Series(held.to_arrow_table()["held"].to_pandas().to_numpy(), index=frame.index)

    return pandera.Check(holds, name=rule.name, ignore_na=False, error=rule.name, description=rule.says)


def _to_arrow(table: str, frame: pd.DataFrame) -> Any:
    import pyarrow as pa

    schema = pa.schema([(column.name, arrow_type(column)) for column in columns_of(table)])
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
