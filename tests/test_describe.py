from __future__ import annotations

from pathlib import Path

import pytest

import legalnews_dataset
from legalnews_dataset import describe, schema
from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.contract import TABLES, columns_of


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_meaning_and_an_example(table: str) -> None:
    said = describe(table)
    assert [column.name for column in said.columns] == [column.name for column in columns_of(table)]
    for column in said.columns:
        assert column.description.strip(), column
        assert column.example is not None, column
        assert column.description in str(said)
        assert column.description in said._repr_markdown_()


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no such table; got 'quote'; use one of articles"):
        describe("quote")


def test_a_store_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        describe("quotes", "1.0.0", store=tmp_path / "nowhere")


def test_a_kind_of_schema_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="use one of arrow, pandera"):
        schema("quotes", kind="avro")


def test_public_names_stay_what_they_are_when_they_are_used() -> None:
    for name in legalnews_dataset.__all__:
        assert getattr(legalnews_dataset, name) is getattr(legalnews_dataset, name)
    assert callable(legalnews_dataset.load)
    assert callable(legalnews_dataset.describe)
