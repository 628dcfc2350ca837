"""The first look never calls right what pandera or the key queries would tell, and the rest is asked as by validate."""

from __future__ import annotations

import pytest
from breakers import breakers, world

from legalnews_dataset.tables.contract import RULES, TABLES
from legalnews_dataset.tables.failure import each_failure
from legalnews_dataset.tables.first_look import keys_fit, values_fit
from legalnews_dataset.tables.shape import in_shape
from legalnews_dataset.tables.validate import find_failures


def fits(tables: dict[str, object]) -> bool:
    shaped = {table: in_shape(table, tables[table]) for table in TABLES}
    return all(values_fit(table, shaped[table]) for table in TABLES) and keys_fit(shaped)


def test_what_is_whole_passes_the_first_look() -> None:
    assert fits(world())
    assert find_failures(world()).num_rows == 0


@pytest.mark.parametrize("table", TABLES)
def test_no_broken_value_or_key_passes_the_first_look(table: str) -> None:
    rules = {rule.name for rule in RULES[table]}
    broken = [one for one in breakers(table) if one.failure.check not in rules]
    assert broken
    assert [one.failure for one in broken if fits(world(one))] == []


@pytest.mark.parametrize("table", TABLES)
def test_broken_rules_are_told_as_ever(table: str) -> None:
    rules = {rule.name for rule in RULES[table]}
    broken = [one for one in breakers(table) if one.failure.check in rules]
    if broken:
        assert set(each_failure(find_failures(world(*broken)))) == {one.failure for one in broken}
