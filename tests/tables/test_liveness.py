"""Every check is alive: a row that breaks exactly it is told, and nothing else is."""

from __future__ import annotations

import pytest
from breakers import breakers, world

from legalnews_dataset.tables.contract import RULES, TABLES
from legalnews_dataset.tables.failure import each_failure
from legalnews_dataset.tables.queries import key_queries
from legalnews_dataset.tables.validate import validate
from legalnews_dataset.tables.value_checks import check_names


def declared(table: str) -> set[tuple[str, str]]:
    keys = {(query.column, query.check) for query in key_queries(table)}
    return {*check_names(table), *keys, *((rule.column, rule.name) for rule in RULES[table])}


def test_the_world_that_is_broken_is_whole_before_and_asked_everything() -> None:
    report = validate(world())
    assert report.ok, report.failures.to_pylist()
    for table, rows in report.rows.items():
        asked = {(ran.column, ran.check): ran.rows for ran in report.checks if ran.table == table}
        assert asked == (dict.fromkeys(declared(table), rows) if rows else {})


@pytest.mark.parametrize("table", TABLES)
def test_each_check_of_a_table_has_a_row_that_breaks_it(table: str) -> None:
    assert {(broken.failure.column, broken.failure.check) for broken in breakers(table)} == declared(table)


@pytest.mark.parametrize("table", TABLES)
def test_each_broken_row_is_told_and_nothing_else(table: str) -> None:
    broken = list(breakers(table))
    report = validate(world(*broken))
    told, expected = set(each_failure(report.failures)), {one.failure for one in broken}
    assert told - expected == set()
    assert expected - told == set()
    assert report.failures.num_rows == len(broken)
