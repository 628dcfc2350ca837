"""How a row class says what its columns mean and which values they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Col:
    """What a column means and which values it takes, beyond its Python type.

    Args:
        description: one sentence for the data dictionary.
        example: a value of the column, as the data dictionary prints it.
        key: the primary key.
        references: the table whose primary key the values (of a list: its items) are.
        references_by: the column that names that table, where it differs from row to row.
        enum: the values that are allowed, each with its meaning.
        pattern: a regular expression that the whole string matches.
        min_length: the fewest code points of a string.
        ge: the smallest value allowed.
        le: the largest value allowed.
        unit: the unit of the values.
        since: the schema version that brought the column.

    """

    description: str
    example: str | None = None
    key: bool = False
    references: str | None = None
    references_by: str | None = None
    enum: Mapping[str, str] | None = None
    pattern: str | None = None
    min_length: int | None = None
    ge: int | date | None = None
    le: int | date | None = None
    unit: str | None = None
    since: str = "1.0"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a row class: its name, its Python type without None, whether it may be null, and what it means.

    A column of a tuple type holds lists of `type`.
    """

    name: str
    type: type
    is_list: bool
    nullable: bool
    col: Col


def columns(row_class: type) -> tuple[Column, ...]:
    """Return the columns of a row class in their order.

    >>> from legalnews_dataset.tables.quotes import Quotes
    >>> [column.name for column in columns(Quotes) if column.nullable][:3]
    ['case_id', 'speaker', 'speaker_party_id']
    """
    hints = get_type_hints(row_class, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in fields(row_class))


def _column(name: str, hint: Any) -> Column:
    bare, *notes = get_args(hint)
    nullable = type(None) in get_args(bare)
    base = next(part for part in get_args(bare) if part is not type(None)) if nullable else bare
    is_list = get_origin(base) is tuple
    return Column(name, get_args(base)[0] if is_list else base, is_list, nullable, notes[0])
