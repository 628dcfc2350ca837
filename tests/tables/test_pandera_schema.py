from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pandera.errors
import pytest

from legalnews_dataset import schema
from legalnews_dataset.tables.contract import TABLES, columns_of
from legalnews_dataset.testing import sample

SAMPLE = sample("awards", 40, seed=2)


@pytest.mark.parametrize("table", TABLES)
def test_plain_frames_pass_and_get_the_types_of_the_contract(table: str) -> None:
    frame = SAMPLE[table].to_pandas()
    checked = schema(table, kind="pandera").validate(frame, lazy=True)
    assert all(isinstance(kind, pd.ArrowDtype) for kind in checked.dtypes)


@pytest.mark.parametrize("table", TABLES)
def test_frames_with_the_types_that_pandas_users_like_pass(table: str) -> None:
    frame = SAMPLE[table].to_pandas()
    for column in columns_of(table):
        if column.col.enum is not None:
            frame[column.name] = frame[column.name].astype("category")
        elif column.type is date:
            frame[column.name] = pd.to_datetime(frame[column.name]).astype("datetime64[s]")
        elif column.type is int:
            frame[column.name] = frame[column.name].astype("Int32")
    schema(table, kind="pandera").validate(frame, lazy=True)


@pytest.mark.parametrize(
    ("column", "value", "check"),
    [
        ("kind", "gift", "enum"),
        ("currency", "usd", "pattern"),
        ("amount", Decimal("-1.00"), "minimum"),
        ("rule", "", "min_length"),
    ],
)
def test_a_wrong_value_is_refused_by_the_check_that_it_breaks(column: str, value: Any, check: str) -> None:
    frame = SAMPLE["awards"].to_pandas()
    frame[column] = [value, *frame[column][1:]]
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        schema("awards", kind="pandera").validate(frame, lazy=True)
    assert (column, check) in set(refused.value.failure_cases[["column", "check"]].itertuples(index=False, name=None))


def test_a_broken_rule_about_one_row_is_refused_by_its_name() -> None:
    frame = SAMPLE["quotes"].to_pandas()
    frame["end"] = [frame["start"][0], *frame["end"][1:]]
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        schema("quotes", kind="pandera").validate(frame, lazy=True)
    assert set(refused.value.failure_cases["check"]) == {"ends_after_its_start", "id_of_its_identity"}


def test_other_columns_another_order_and_keys_that_repeat_are_refused() -> None:
    frame = SAMPLE["quotes"].to_pandas()
    quotes = schema("quotes", kind="pandera")
    for wrong in (frame.assign(mood="glad"), frame.drop(columns="cue"), frame[frame.columns[::-1]]):
        with pytest.raises(pandera.errors.SchemaErrors):
            quotes.validate(wrong, lazy=True)
    with pytest.raises(pandera.errors.SchemaErrors):
        quotes.validate(pd.concat([frame, frame]), lazy=True)
