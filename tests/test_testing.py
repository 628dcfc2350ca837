from __future__ import annotations

import pytest

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.validate import validate
from legalnews_dataset.testing import sample


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("n", [1, 40])
def test_a_sample_has_as_many_rows_as_asked_and_keeps_the_contract(table: str, n: int) -> None:
    tables = sample(table, n, seed=n)
    assert tables[table].num_rows == n
    report = validate(tables)
    assert report.ok, report.failures.to_pylist()[:5]


def test_a_sample_depends_on_its_seed_alone() -> None:
    assert sample("quotes", 9, seed=5) == sample("quotes", 9, seed=5)
    assert sample("quotes", 9, seed=5) != sample("quotes", 9, seed=6)


def test_a_sample_knows_every_table() -> None:
    tables = sample("mentions", 400, seed=1)
    assert set(tables) == set(TABLES)
    assert all(rows.num_rows for rows in tables.values())
    assert sample("quotes", 0)["quotes"].num_rows == 0


def test_wrong_use_names_what_exists() -> None:
    with pytest.raises(UsageError, match="use one of articles, cases"):
        sample("quote", 1)
    with pytest.raises(UsageError, match="negative"):
        sample("quotes", -1)
