"""The contract: the seven tables, one row class each, with their identities and rules."""

from __future__ import annotations

from collections.abc import Iterator

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables import articles, awards, cases, events, mentions, parties, quotes
from legalnews_dataset.tables.column import Column, columns
from legalnews_dataset.tables.rule import Rule

# Raised by hand when a row class changes: the second number for a change that every reader survives, else the first.
SCHEMA_VERSION = "1.1"
# Raised by hand when the meaning of a table or a label changes.
CODEBOOK_VERSION = "1.0"

TABLES: dict[str, type] = {
    "articles": articles.Articles,
    "cases": cases.Cases,
    "parties": parties.Parties,
    "events": events.Events,
    "quotes": quotes.Quotes,
    "awards": awards.Awards,
    "mentions": mentions.Mentions,
}
IDENTITIES: dict[str, tuple[str, ...]] = {
    "articles": articles.IDENTITY,
    "cases": cases.IDENTITY,
    "parties": parties.IDENTITY,
    "events": events.IDENTITY,
    "quotes": quotes.IDENTITY,
    "awards": awards.IDENTITY,
    "mentions": mentions.IDENTITY,
}
RULES: dict[str, tuple[Rule, ...]] = {
    "articles": articles.RULES,
    "cases": cases.RULES,
    "parties": parties.RULES,
    "events": events.RULES,
    "quotes": quotes.RULES,
    "awards": awards.RULES,
    "mentions": mentions.RULES,
}
_COLUMNS = {name: columns(row_class) for name, row_class in TABLES.items()}
_KEYS = {name: next(column.name for column in cols if column.col.key) for name, cols in _COLUMNS.items()}


def columns_of(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in their order.

    Raises:
        UsageError: no table has that name.

    """
    if table not in _COLUMNS:
        raise UsageError("no such table", got=repr(table), todo=f"use one of {', '.join(TABLES)}")
    return _COLUMNS[table]


def key_of(table: str) -> str:
    """Return the name of a table's primary key.

    >>> key_of("parties")
    'party_id'
    """
    columns_of(table)
    return _KEYS[table]


def references_of(table: str) -> Iterator[tuple[Column, str, str | None]]:
    """Yield each foreign key of a table: the column, the table it leads to, and the column that says so, if one does.

    >>> [(column.name, target, by) for column, target, by in references_of("mentions")][:2]
    [('article_id', 'articles', None), ('record_id', 'cases', 'record_table')]
    """
    for column in columns_of(table):
        if column.col.references:
            yield column, column.col.references, None
        if by := column.col.references_by:
            labels = next(other.col.enum for other in columns_of(table) if other.name == by)
            for target in labels or ():
                yield column, target, by


def row_class_of(table: str) -> type:
    """Return the row class of a table."""
    columns_of(table)
    return TABLES[table]
