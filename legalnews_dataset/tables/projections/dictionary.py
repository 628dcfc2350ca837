"""The data dictionary: every table, column, label and rule in words, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from legalnews_dataset.tables.arrow import type_name
from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import (
    CODEBOOK_VERSION,
    IDENTITIES,
    RULES,
    SCHEMA_VERSION,
    TABLES,
    columns_of,
    key_of,
)


def data_dictionary() -> str:
    """Return the data dictionary."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield f"Schema {SCHEMA_VERSION}, codebook {CODEBOOK_VERSION}. Made from the row classes in"
    yield "`legalnews_dataset/tables/` by `legalnews schemas export`; change those, not this page."
    yield ""
    yield "Offsets count Unicode code points, from 0, the end excluded. `?` marks a column that may be null."
    for table in TABLES:
        yield from _table(table)


def _table(table: str) -> Iterator[str]:
    yield from ("", f"## {table}", "", str(TABLES[table].__doc__), "")
    identity = ", ".join(f"`{name}`" for name in IDENTITIES[table])
    made = f", made from {identity}" if identity and identity != f"`{key_of(table)}`" else ""
    yield f"Primary key: `{key_of(table)}`{made}."
    yield from ("", "| column | type | meaning | values | example |", "| --- | --- | --- | --- | --- |")
    for column in columns_of(table):
        example = f"`{column.col.example}`" if column.col.example else ""
        cells = (f"`{column.name}`", type_name(column), column.col.description, "; ".join(_values(column)), example)
        yield f"| {' | '.join(cells)} |"
    for column in columns_of(table):
        if column.col.enum:
            yield from ("", f"`{column.name}`:", "")
            yield from (f"- `{label}`: {meaning}" for label, meaning in column.col.enum.items())
    if RULES[table]:
        yield from ("", "Rules:", "")
        yield from (f"- `{rule.name}`: {rule.says}." for rule in RULES[table])


def _values(column: Column) -> Iterator[str]:
    col = column.col
    if col.references:
        yield f"a key of `{col.references}`"
    if col.references_by:
        yield f"a key of the table in `{col.references_by}`"
    if col.enum:
        yield "one of the labels below"
    if col.pattern:
        yield f"`{col.pattern}`"
    if col.min_length:
        yield "not empty"
    if col.ge is not None or col.le is not None:
        yield " ".join(str(part) for part in ("from", col.ge, *(("to", col.le) if col.le is not None else ())))
    if col.unit:
        yield f"in {col.unit}"
