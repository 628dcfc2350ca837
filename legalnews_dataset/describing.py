"""What a table means: its columns, their units and labels, and how often a released version leaves them empty."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.arrow import type_name
from legalnews_dataset.tables.contract import RULES, TABLES, columns_of


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column means.

    Args:
        name: the column.
        type: its Arrow type, with `?` where it may be null.
        description: its meaning.
        unit: the unit of its values.
        labels: its labels, each with its meaning.
        references: the table that its values are keys of.
        example: a value.
        null_share: the share of rows in which it is null, 0 to 1; None where no version was read.

    """

    name: str
    type: str
    description: str
    unit: str | None
    labels: dict[str, str]
    references: str | None
    example: str | None
    null_share: float | None


@dataclass(frozen=True, slots=True)
class Description:
    """What a table means; it prints as text, and as a table in a notebook."""

    table: str
    description: str
    rows: int | None
    columns: tuple[ColumnMeaning, ...]
    rules: dict[str, str]

    def __str__(self) -> str:
        rows = "" if self.rows is None else f" {self.rows:,} rows."
        lines = [f"{self.table}: {self.description}{rows}"]
        wide = max(len(column.name) for column in self.columns)
        for column in self.columns:
            lines.append(f"  {column.name:{wide}}  {column.type}; {'; '.join(_said(column))}")
            lines += [f"  {'':{wide}}    {label}: {meaning}" for label, meaning in column.labels.items()]
        return "\n".join(lines)

    def _repr_markdown_(self) -> str:
        """Return what a notebook shows."""
        head = [f"**{self.table}**: {self.description}", "", "| column | type | meaning |", "| --- | --- | --- |"]
        said = [f"| `{column.name}` | {column.type} | {'; '.join(_said(column))} |" for column in self.columns]
        return "\n".join([*head, *said])


def describe(table: str, version: str | None = None, *, store: str | Path | None = None) -> Description:
    """Return what a table and its columns mean, with the share of nulls in a released version.

    Args:
        table: its name, such as `quotes`.
        version: as in `load`; None for the newest, or for none at all where the store is empty.
        store: as in `load`.

    Raises:
        UsageError: no such table or version; with those that exist.

    >>> start = next(column for column in describe("quotes").columns if column.name == "start")
    >>> start.type, start.unit
    ('int32', 'code points')

    """
    columns_of(table)
    rows, nulls, examples = _found(table, version, store)
    columns = tuple(
        ColumnMeaning(
            column.name,
            type_name(column),
            column.col.description,
            column.col.unit,
            dict(column.col.enum or {}),
            column.col.references,
            examples.get(column.name) or column.col.example or next(iter(column.col.enum or ()), None),
            nulls[column.name] / rows if rows and column.name in nulls else None,
        )
        for column in columns_of(table)
    )
    return Description(table, str(TABLES[table].__doc__), rows, columns, {r.name: r.says for r in RULES[table]})


def _found(
    table: str, version: str | None, store: str | Path | None
) -> tuple[int | None, dict[str, int], dict[str, str]]:
    """Return the rows of a released table, and for each column its nulls and its first value, shortened."""
    from legalnews_dataset.loading import load

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = load(table, version, backend="arrow", store=store)
    except UsageError:
        if version is not None or store is not None:
            raise
        return None, {}, {}
    firsts = {name: next((str(v.as_py())[:60] for v in found[name] if v.is_valid), "") for name in found.column_names}
    return found.num_rows, {name: found[name].null_count for name in found.column_names}, firsts


def _said(column: ColumnMeaning) -> list[str]:
    said = [column.description]
    said += [f"in {column.unit}"] if column.unit else []
    said += [f"a key of {column.references}"] if column.references else []
    said += [f"for example {column.example!r}"] if column.example else []
    return said + ([] if column.null_share is None else [f"null in {column.null_share:.0%}"])
