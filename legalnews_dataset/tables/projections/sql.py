"""The contract as CREATE TABLE statements for DuckDB, SQLite and PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import RULES, SCHEMA_VERSION, TABLES, columns_of, key_of
from legalnews_dataset.tables.rule import Rule

Dialect = Literal["duckdb", "sqlite", "postgresql"]
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)

_TYPES: dict[Dialect, dict[type, str]] = {
    "duckdb": {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", date: "DATE", Decimal: "DECIMAL(18, 2)"},
    "sqlite": {str: "TEXT", int: "INTEGER", float: "REAL", date: "TEXT", Decimal: "NUMERIC"},
    "postgresql": {str: "text", int: "integer", float: "double precision", date: "date", Decimal: "numeric(18, 2)"},
}
# How the functions that rules use are spelled elsewhere; \1 is the column, \2 the day after where one is asked for.
_PARTS = re.compile(r"\b(year|month|day)\((\w+)( \+ 1)?\)")
_SQLITE_PARTS = {"year": "%Y", "month": "%m", "day": "%d"}
# Patterns of the contract are a fixed start and then one class of characters, so that SQLite's GLOB can say them.
_CLASS = re.compile(r"([a-z]+_)?\[([^]^]+)\](?:\{(\d+)(?:,(\d+))?\}|\+)")


def ddl(dialect: Dialect) -> str:
    """Return the statements that make the seven tables with their keys and the checks that the database can say.

    Foreign keys of list columns, keys whose target differs from row to row and rules across tables are left out:
    no CREATE TABLE can say them. SQLite has no sha256, so that it leaves out the rules about hashes too.

    >>> ddl("duckdb").splitlines()[2]
    'CREATE TABLE articles ('
    """
    lines = [f"-- legalnews_dataset, schema {SCHEMA_VERSION}; made by `legalnews schemas export`.", ""]
    return "\n".join([*lines, *(create_table(table, dialect) for table in TABLES)])


def create_table(table: str, dialect: Dialect, *, foreign_keys: bool = True, rules: bool = True) -> str:
    """Return the CREATE TABLE statement of one table, with or without its foreign keys and named rules."""
    parts = [_column(column, dialect) for column in columns_of(table)]
    parts.append(f'PRIMARY KEY ("{key_of(table)}")')
    for column in columns_of(table):
        target = column.col.references
        if foreign_keys and target and not column.is_list:
            parts.append(f'FOREIGN KEY ("{column.name}") REFERENCES {target} ("{key_of(target)}")')
    asked = [(rule.name, spelled(rule, dialect)) for rule in RULES[table] if rule.in_row and rules]
    parts += [f"CONSTRAINT {table}_{name} CHECK ({holds})" for name, holds in asked if holds]
    body = ",\n  ".join(parts)
    return f"CREATE TABLE {table} (\n  {body}\n);\n"


def spelled(rule: Rule, dialect: Dialect) -> str | None:
    """Return the condition of a rule in a dialect; None where the dialect lacks the words."""
    holds = rule.holds
    if holds is None or dialect == "duckdb":
        return holds
    if dialect == "postgresql":
        if "chr(0)" in holds:
            return None  # PostgreSQL stores no NUL at all.
        holds = _PARTS.sub(lambda part: f"extract({part[1]} from {part[2]}{part[3] or ''})", holds)
        holds = re.sub(r"\blen\(", "cardinality(", holds)
        return re.sub(
            r"sha256\((text|concat_ws\(.*?\"\))\)",
            lambda found: f"encode(sha256(convert_to({found[1]}, 'UTF8')), 'hex')",
            holds,
        )
    if "sha256" in holds:
        return None
    holds = _PARTS.sub(_sqlite_part, holds)
    holds = re.sub(r"\blen\(", "json_array_length(", holds)
    return holds.replace("strpos(text, chr(0))", "instr(CAST(text AS BLOB), x'00')")


def _sqlite_part(part: re.Match[str]) -> str:
    after = ", '+1 day'" if part[3] else ""
    return f"CAST(strftime('{_SQLITE_PARTS[part[1]]}', {part[2]}{after}) AS INTEGER)"


def _column(column: Column, dialect: Dialect) -> str:
    kind = _TYPES[dialect][column.type]
    if column.is_list:
        kind = "TEXT" if dialect == "sqlite" else f"{kind}[]"
    checks = " AND ".join(_checks(column, dialect))
    null = "" if column.nullable else " NOT NULL"
    return f'"{column.name}" {kind}{null}' + (f" CHECK ({checks})" if checks else "")


def _checks(column: Column, dialect: Dialect) -> Iterator[str]:
    col, name = column.col, f'"{column.name}"'
    if col.enum is not None:
        labels = ", ".join(f"'{label}'" for label in col.enum)
        yield f"{name} IN ({labels})"
    if col.pattern is not None:
        yield _matches(name, col.pattern, dialect)
    if col.min_length is not None:
        yield f"length({name}) >= {col.min_length}"
    if col.ge is not None:
        yield f"{name} >= {_literal(col.ge)}"
    if col.le is not None:
        yield f"{name} <= {_literal(col.le)}"
    if dialect == "sqlite":
        yield from _sqlite_type(column)


def _matches(name: str, pattern: str, dialect: Dialect) -> str:
    if dialect == "duckdb":
        return f"regexp_full_match({name}, '{pattern}')"
    if dialect == "postgresql":
        return f"{name} ~ '^(?:{pattern})$'"
    found = _CLASS.fullmatch(pattern)
    if not found:
        raise ValueError(f"SQLite cannot say the pattern {pattern!r}")
    start, letters, least, most = found[1] or "", found[2], found[3] or "1", found[4] or found[3]
    tail = f"substr({name}, {len(start) + 1})"
    checks = [f"substr({name}, 1, {len(start)}) = '{start}'"] if start else []
    checks += [f"{tail} NOT GLOB '*[^{letters}]*'", f"length({tail}) >= {least}"]
    return " AND ".join(checks + ([f"length({tail}) <= {most}"] if most else []))


def _sqlite_type(column: Column) -> Iterator[str]:
    """SQLite stores any value in any column, unless a check forbids it."""
    name = f'"{column.name}"'
    if column.is_list:
        yield f"json_valid({name}) AND json_type({name}) = 'array'"
    elif column.type is int:
        yield f"typeof({name}) IN ('integer', 'null') AND {name} BETWEEN -2147483648 AND 2147483647"
    elif column.type is float:
        yield f"typeof({name}) IN ('real', 'null')"
    elif column.type is date:
        yield f"date({name}) IS {name}"
    elif column.type is Decimal:
        yield f"typeof({name}) IN ('integer', 'real', 'null') AND abs({name}) < 1e16 AND round({name}, 2) = {name}"


def _literal(bound: int | date) -> str:
    return f"'{bound.isoformat()}'" if isinstance(bound, date) else str(bound)
