"""Check each value of a table with pandera, some rows at a time."""

from __future__ import annotations

import pandas as pd
import pandera.errors
import pyarrow as pa

from legalnews_dataset.tables.contract import columns_of, key_of
from legalnews_dataset.tables.failure import FAILURES_SCHEMA
from legalnews_dataset.tables.projections.pandera_schema import Ran, batch_schema, value_tests


def check_names(table: str) -> list[tuple[str, str]]:
    """Return the column and the name of each check of single values."""
    return [(column.name, check) for column in columns_of(table) for check, _ in value_tests(column)]


def failed_values(table: str, rows: pa.Table, ran: Ran) -> pa.Table:
    """Return the failures of single values in rows that have the contract's Arrow types.

    Args:
        table: the name of the table.
        rows: some rows of it.
        ran: told the column, the check and the number of values whenever a check has run.

    """
    frame = rows.to_pandas(types_mapper=pd.ArrowDtype)
    try:
        batch_schema(table, ran).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
    else:
        return FAILURES_SCHEMA.empty_table()
    keys = rows.column(key_of(table)).to_pylist()
    return pa.table(
        {
            "table": [table] * len(cases),
            "key": [None if pd.isna(row) else keys[int(row)] for row in cases["index"]],
            "column": cases["column"].astype(str).tolist(),
            "check": cases["check"].astype(str).tolist(),
            "value": [None if value is None or value is pd.NA else str(value) for value in cases["failure_case"]],
        },
        schema=FAILURES_SCHEMA,
    )
