"""The checks that DuckDB runs on whole tables, as SQL: unique keys, foreign keys and named rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import RULES, TABLES, columns_of, key_of, references_of


@dataclass(frozen=True, slots=True)
class Query:
    """A check of a whole table.

    Args:
        table: the table that is checked.
        column: the column that a failure names and whose value it shows.
        check: what a failure is called.
        needs: the tables that are read, the checked one among them.
        source: the rows asked, as `this`, joined where needed: what stands behind `from`.
        fails: the condition that is true of rows that fail.

    """

    table: str
    column: str
    check: str
    needs: tuple[str, ...]
    source: str
    fails: str


def key_queries(table: str) -> Iterator[Query]:
    """Yield the checks of a table's primary key and foreign keys.

    >>> [(query.column, query.needs) for query in key_queries("parties")][:2]
    [('party_id', ('parties',)), ('case_id', ('parties', 'cases'))]
    """
    key = key_of(table)
    twice = f'(select "{key}" from {table} group by 1 having count(*) > 1) this'  # noqa: S608
    yield Query(table, key, "unique", (table,), twice, "true")
    for column, target, by in references_of(table):
        lost = f'{_this(table, column)} anti join {target} that on that."{key_of(target)}" = this."{column.name}"'
        asked = (
            f"this.\"{by}\" = '{target}'" if by else "true" if column.is_list else f'this."{column.name}" is not null'
        )
        yield Query(table, column.name, "foreign_key", (table, target), lost, asked)


def rule_queries(table: str) -> Iterator[Query]:
    """Yield the named rules of a table, those about one row first.

    >>> [query.check for query in rule_queries("quotes")][:2]
    ['id_of_its_identity', 'ends_after_its_start']
    """
    for rule in sorted(RULES[table], key=lambda rule: not rule.in_row):
        if rule.holds is None:
            continue
        source, needs = f"{table} this", [table]
        if rule.via:
            column = next(column for column in columns_of(table) if column.name == rule.via)
            target = column.col.references or ""
            source = f'{_this(table, column)} join {target} that on that."{key_of(target)}" = this."{column.name}"'
            needs = [table, target]
        elif rule.across:
            needs += [other for other in TABLES if f"from {other} " in rule.holds]
        yield Query(table, rule.column, rule.name, tuple(needs), source, f"not ({rule.holds})")


def _this(table: str, column: Column) -> str:
    if not column.is_list:
        return f"{table} this"
    return f'(select * replace (unnest("{column.name}") as "{column.name}") from {table}) this'  # noqa: S608
