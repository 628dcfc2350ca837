"""Logical digests see values and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.errors import DataError
from legalnews_dataset.releases.digest import column_sha256, in_key_order

COLUMNS: list[tuple[pa.DataType, Any, Any]] = [
    (pa.string(), "word", "ward"),
    (pa.int32(), 1, 2),
    (pa.date32(), date(2031, 5, 6), date(2031, 5, 7)),
    (pa.decimal128(18, 2), Decimal("1.20"), Decimal("1.21")),
    (pa.float64(), 0.5, 0.25),
    (pa.bool_(), True, False),
    (pa.list_(pa.string()), ["a", "b"], ["ab"]),
]


@pytest.mark.parametrize(("kind", "value", "other"), COLUMNS, ids=lambda part: str(part)[:12])
def test_chunks_slices_and_nulls_do_not_matter_and_values_do(kind: pa.DataType, value: Any, other: Any) -> None:
    plain = pa.array([value, None, other], kind)
    chunked = pa.chunked_array([plain[:1], plain[1:]])
    sliced = pa.array([other, value, None, other, value], kind)[1:4]
    assert column_sha256(plain) == column_sha256(chunked) == column_sha256(sliced)
    changed = [[other, None, other], [value, other, other], [value, None], [None, value, other]]
    assert len({column_sha256(pa.array(values, kind)) for values in [[value, None, other], *changed]}) == 5


def test_what_lies_under_a_null_does_not_matter() -> None:
    values = pa.array(["seen", "hidden", "seen"])
    masked = pa.Array.from_buffers(pa.string(), 3, [pa.py_buffer(bytes([0b101])), *values.buffers()[1:]])
    assert column_sha256(masked) == column_sha256(pa.array(["seen", None, "seen"]))


@given(st.lists(st.one_of(st.none(), st.text(max_size=5)), max_size=20), st.integers(0, 20))
def test_encodings_do_not_matter(values: list[str | None], cut: int) -> None:
    plain = pa.array(values, pa.string())
    others = [plain.cast(pa.large_string()), plain.dictionary_encode(), pa.chunked_array([plain[:cut], plain[cut:]])]
    assert {column_sha256(other) for other in others} == {column_sha256(plain)}


@given(st.lists(st.text(max_size=3), max_size=6), st.lists(st.text(max_size=3), max_size=6))
def test_different_values_have_different_digests(one: list[str], other: list[str]) -> None:
    same = column_sha256(pa.array(one, pa.string())) == column_sha256(pa.array(other, pa.string()))
    assert same == (one == other)


def test_two_rows_of_one_key_are_refused() -> None:
    with pytest.raises(DataError, match=r"two rows have one key \(quotes\.id\); got 'b'"):
        in_key_order(pa.table({"id": ["b", "a", "b"]}), ["id"], "quotes")
