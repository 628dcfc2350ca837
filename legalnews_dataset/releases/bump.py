"""How much a change asks of readers, and the smallest version number that says so.

PATCH: every logical digest is equal. MINOR: readers keep working: new rows, columns and tables, corrected values, rows
removed with a reason. MAJOR: a table or column is removed, renamed or retyped, a column that was never null may be, a
key or the codebook changed. Below 1.0.0 a MAJOR change raises the minor number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.manifest import Column, Manifest, Table
from legalnews_dataset.releases.versions import parse_version

Level = Literal["patch", "minor", "major"]
LEVELS: tuple[Level, ...] = ("patch", "minor", "major")
FIRST_VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """A change of what readers can rely on; `column` is None where the whole table or the codebook changed."""

    table: str
    column: str | None
    what: str
    before: str | None
    after: str | None
    level: Level


def schema_changes(before: Manifest, after: Manifest) -> tuple[SchemaChange, ...]:
    """Return how the tables, columns, keys and labels of two versions differ."""
    found: list[SchemaChange] = []
    if before.codebook != after.codebook:
        found.append(SchemaChange("", None, "codebook changed", before.codebook, after.codebook, "major"))
    new = {table.name: table for table in after.tables}
    for table in before.tables:
        if table.name not in new:
            found.append(SchemaChange(table.name, None, "table removed", table.name, None, "major"))
        else:
            found += _table_changes(table, new[table.name])
    old = {table.name for table in before.tables}
    found += [SchemaChange(name, None, "table added", None, name, "minor") for name in new if name not in old]
    return tuple(found)


def highest(levels: Sequence[Level]) -> Level:
    """Return the highest of the levels; patch where there are none."""
    return max(levels, key=LEVELS.index, default="patch")


def next_version(previous: str, level: Level) -> str:
    """Return the smallest version that says that a change of the level happened.

    >>> next_version("1.4.2", "minor"), next_version("0.4.2", "major"), next_version("1.4.2", "patch")
    ('1.5.0', '0.5.0', '1.4.3')
    """
    major, minor, patch = parse_version(previous)
    if level == "patch":
        return f"{major}.{minor}.{patch + 1}"
    if level == "major" and major:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0"


def check_version(asked: str | None, previous: str, level: Level, why: str) -> str:
    """Return the version to release: the one asked for, else the smallest that the change demands.

    Args:
        asked: the number that the maintainer gave.
        previous: the newest version in the store.
        level: what the change demands.
        why: the change that demands it, for the message.

    Raises:
        ReleaseError: the number asked for is too small.

    """
    smallest = next_version(previous, level)
    if asked is None:
        return smallest
    if parse_version(asked) < parse_version(smallest):
        raise ReleaseError(
            f"{asked} is too small a step from {previous}: this is a {level.upper()} change ({why})",
            expected=f"{smallest} or higher",
            got=asked,
            todo="leave --version out to take the smallest",
        )
    return asked


def _table_changes(before: Table, after: Table) -> list[SchemaChange]:
    found = []
    if before.key != after.key:
        keys = ", ".join(before.key), ", ".join(after.key)
        found.append(SchemaChange(before.name, None, "key changed", *keys, "major"))
    for column in before.columns:
        now = after.column(column.name)
        if now is None:
            found.append(SchemaChange(before.name, column.name, "column removed", column.type, None, "major"))
        else:
            found += _column_changes(before.name, column, now)
    for column in after.columns:
        if before.column(column.name) is None:
            found.append(SchemaChange(before.name, column.name, "column added", None, column.type, "minor"))
    return found


def _column_changes(table: str, before: Column, after: Column) -> list[SchemaChange]:
    found = []
    if before.type != after.type:
        found.append(SchemaChange(table, before.name, "retyped", before.type, after.type, "major"))
    if before.nullable != after.nullable:
        level: Level = "major" if after.nullable else "minor"
        words = {True: "may be null", False: "never null"}
        found.append(
            SchemaChange(table, before.name, "nullability", words[before.nullable], words[after.nullable], level)
        )
    if set(before.enum) != set(after.enum):
        gone, come = sorted(set(before.enum) - set(after.enum)), sorted(set(after.enum) - set(before.enum))
        # a label that goes takes its meaning with it: queries for it silently find nothing
        found.append(
            SchemaChange(
                table,
                before.name,
                "labels",
                ", ".join(gone) or None,
                ", ".join(come) or None,
                "major" if gone else "minor",
            )
        )
    return found
