"""How a row class says what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Col:
    """What a column means and which values it takes, beyond its Python type.

    Args:
        description: one sentence for the data dictionary.
        key: part of the primary key.
        references: the table whose primary key the values are.
        enum: the values that are allowed.
        pattern: a regular expression that the whole string matches.
        ge: the smallest number allowed.
        le: the largest number allowed.
        unit: the unit of the values.
        since: the schema version that brought the column.

    """

    description: str
    key: bool = False
    references: str | None = None
    enum: tuple[str, ...] | None = None
    pattern: str | None = None
    ge: float | None = None
    le: float | None = None
    unit: str | None = None
    since: str = "1"
