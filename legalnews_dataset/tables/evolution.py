"""How the contract changes: its fingerprint, and what a change means for those who read the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from legalnews_dataset.tables.arrow import type_name
from legalnews_dataset.tables.contract import (
    CODEBOOK_VERSION,
    IDENTITIES,
    RULES,
    SCHEMA_VERSION,
    TABLES,
    columns_of,
    key_of,
)

Severity = Literal["compatible", "breaking"]
Contract = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two contracts: where, what, and whether readers of the older one go on working."""

    where: str
    what: str
    severity: Severity


def contract() -> dict[str, Any]:
    """Return all that the contract demands, without the words that explain it, as JSON values."""
    return {table: _table(table) for table in TABLES}


def codebook() -> dict[str, Any]:
    """Return the labels of all columns with their meanings, as JSON values."""
    return {
        f"{table}.{column.name}": dict(column.col.enum)
        for table in TABLES
        for column in columns_of(table)
        if column.col.enum
    }


def fingerprint(value: Mapping[str, Any]) -> str:
    """Return the sha256 of JSON values, whatever the order of their members.

    >>> fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    True
    """
    return sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def snapshot() -> dict[str, Any]:
    """Return what the history keeps of a version of the contract."""
    return {
        "schema_version": SCHEMA_VERSION,
        "schema_fingerprint": fingerprint(contract()),
        "codebook_version": CODEBOOK_VERSION,
        "codebook_fingerprint": fingerprint(codebook()),
        "contract": contract(),
        "codebook": codebook(),
    }


def contract_changes(old: Contract, new: Contract) -> list[Change]:
    """Return what changed from one contract to another.

    Compatible is what leaves every reader of the older tables working: more tables and columns, narrower values, more
    rules. Breaking is what can surprise one: fewer or other columns, wider values, nulls, other keys, fewer rules.

    >>> contract_changes(contract(), contract())
    []
    """
    return [
        *_added_and_removed("", old, new),
        *(change for table in old if table in new for change in _table_changes(table, old[table], new[table])),
    ]


def codebook_changes(old: Contract, new: Contract) -> list[Change]:
    """Return the labels whose meaning changed; another meaning is breaking, for old and new rows no longer compare."""
    return [
        Change(f"{column}: {label}", f"means {new[column][label]!r}, meant {meaning!r}", "breaking")
        for column, labels in old.items()
        for label, meaning in labels.items()
        if column in new and new[column].get(label, meaning) != meaning
    ]


def smallest_version(old: str, changes: list[Change]) -> str:
    """Return the smallest version that may follow an older one after the changes.

    >>> smallest_version("1.4", [Change("quotes.cue", "removed", "breaking")])
    '2.0'
    >>> smallest_version("1.4", [Change("quotes.mood", "added", "compatible")])
    '1.5'
    """
    first, second = map(int, old.split("."))
    if any(change.severity == "breaking" for change in changes):
        return f"{first + 1}.0"
    return f"{first}.{second + 1}" if changes else old


def _table(table: str) -> dict[str, Any]:
    return {
        "key": key_of(table),
        "identity": list(IDENTITIES[table]),
        "columns": {column.name: _column(table, column.name) for column in columns_of(table)},
        "rules": {rule.name: {"holds": rule.holds, "via": rule.via} for rule in RULES[table]},
    }


def _column(table: str, name: str) -> dict[str, Any]:
    column = next(column for column in columns_of(table) if column.name == name)
    col = column.col
    said = {
        "type": type_name(column).removesuffix("?"),
        "nullable": column.nullable,
        "references": col.references or col.references_by,
        "enum": sorted(col.enum) if col.enum is not None else None,
        "pattern": col.pattern,
        "min_length": col.min_length,
        "ge": None if col.ge is None else str(col.ge),
        "le": None if col.le is None else str(col.le),
        "unit": col.unit,
        "since": col.since,
    }
    return {name: value for name, value in said.items() if value is not None}


def _added_and_removed(where: str, old: Contract, new: Contract) -> Iterator[Change]:
    yield from (Change(f"{where}{name}", "removed", "breaking") for name in old if name not in new)
    yield from (Change(f"{where}{name}", "added", "compatible") for name in new if name not in old)


def _table_changes(table: str, old: Contract, new: Contract) -> Iterator[Change]:
    for part in ("key", "identity"):
        if old[part] != new[part]:
            yield Change(f"{table}: {part}", f"{new[part]}, was {old[part]}", "breaking")
    yield from _added_and_removed(f"{table}.", old["columns"], new["columns"])
    both = [name for name in old["columns"] if name in new["columns"]]
    if both != [name for name in new["columns"] if name in old["columns"]]:
        yield Change(table, "columns in another order", "breaking")
    for name in both:
        yield from _column_changes(f"{table}.{name}", old["columns"][name], new["columns"][name])
    yield from _added_and_removed(f"{table}: rule ", old["rules"], new["rules"])
    for name, holds in old["rules"].items():
        if new["rules"].get(name, holds) != holds:
            yield Change(f"{table}: rule {name}", "asks something else", "breaking")


def _column_changes(where: str, old: Contract, new: Contract) -> Iterator[Change]:
    for part in sorted({*old, *new}):
        before, after = old.get(part), new.get(part)
        if before != after:
            severity: Severity = "compatible" if _narrower(part, before, after) else "breaking"
            yield Change(where, f"{part} is {after}, was {before}", severity)


def _narrower(part: str, before: Any, after: Any) -> bool:
    """Whether all values that are allowed now were allowed before."""
    if before is None:
        return part in {"enum", "pattern", "min_length", "ge", "le", "references", "unit"}
    if after is None:
        return False
    match part:
        case "nullable":
            return bool(before) and not after
        case "enum":
            return set(after) <= set(before)
        case "min_length":
            return bool(after >= before)
        case _:
            return False
