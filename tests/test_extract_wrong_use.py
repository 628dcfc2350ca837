"""What `extract` refuses, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from legalnews_dataset import extract
from legalnews_dataset.errors import UsageError


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        (b"Ann Poe sued.", None, "got bytes"),
        (None, None, "got NoneType"),
        ("Ann \ud800 Poe sued.", None, "got an unpaired surrogate"),
        ("Ann Poe sued on Friday.", "2024-01-26", "expected a datetime.date or None; got '2024-01-26'"),
    ],
)
def test_a_wrong_argument_is_named(text: Any, day: Any, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        extract(text, published_on=day)
