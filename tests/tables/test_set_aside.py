from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest
from change import changed

from legalnews_dataset.errors import DataError
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.set_aside import HANGS_ON, set_aside, to_tables
from legalnews_dataset.tables.validate import validate
from legalnews_dataset.testing import sample


def test_tables_without_a_failure_stay_as_they_are() -> None:
    tables = sample("quotes", 20, seed=1)
    assert set_aside(tables) == (tables, [])


def test_a_bad_row_goes_alone_where_none_leads_to_it() -> None:
    tables = sample("quotes", 20, seed=1)
    good, failures = set_aside(changed(tables, "quotes", 3, kind="shouted"))
    assert [(failure.check, failure.value) for failure in failures] == [("enum", "shouted")]
    assert good["quotes"].num_rows == 19
    assert all(good[name].equals(tables[name]) for name in TABLES if name != "quotes")


def test_what_hangs_on_a_bad_row_goes_with_it_to_the_last() -> None:
    tables = sample("quotes", 20, seed=1)
    lost = tables["articles"]["article_id"][0].as_py()
    good, failures = set_aside(changed(tables, "articles", 0, language="English"))
    assert validate(good).ok
    assert {failure.check for failure in failures} == {"pattern", HANGS_ON}
    assert lost not in {row for name in ("events", "mentions") for row in good[name]["article_id"].to_pylist()}
    assert good["cases"].num_rows < tables["cases"].num_rows
    assert good["articles"].num_rows == tables["articles"].num_rows - 1


def test_a_row_without_a_key_is_told_and_taken_out() -> None:
    tables = sample("quotes", 20, seed=1)
    good, failures = set_aside(changed(tables, "quotes", 3, quote_id=None))
    assert [(failure.key, failure.check) for failure in failures] == [(None, "not_null")]
    assert good["quotes"].num_rows == 19


def test_all_articles_may_be_set_aside() -> None:
    good, _ = set_aside(changed(sample("articles", 1), "articles", 0, language="?"))
    assert [table.num_rows for table in good.values()] == [0] * 7


def test_another_shape_is_refused() -> None:
    tables = sample("quotes", 5)
    with pytest.raises(DataError, match="column_missing"):
        set_aside(tables | {"quotes": tables["quotes"].drop_columns(["cue"])})


def test_values_that_no_arrow_type_holds_are_set_aside_when_tables_are_made() -> None:
    tables = sample("awards", 3, seed=2)
    rows = {name: [TABLES[name](**row) for row in table.to_pylist()] for name, table in tables.items()}
    award, quote = tables["awards"].to_pylist()[0], sample("quotes", 1, seed=2)["quotes"].to_pylist()[0]
    rows["awards"].append(
        TABLES["awards"](**award | {"award_id": "awa_1", "amount": Decimal("1234567890123456789.00")})
    )
    rows["quotes"].append(TABLES["quotes"](**quote | {"quote_id": "quo_1", "speaker": "half \ud83d a pair"}))
    made, failures = to_tables(rows)
    assert [(f.table, f.key, f.column, f.check, f.value) for f in failures] == [
        ("quotes", "quo_1", "speaker", "type", "half \\ud83d a pair"),
        ("awards", "awa_1", "amount", "type", "1234567890123456789.00"),
    ]
    assert made["awards"].equals(tables["awards"])
    assert isinstance(made["quotes"], pa.Table)
