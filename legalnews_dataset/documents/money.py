"""Find sums of money."""

from __future__ import annotations

from legalnews_dataset.documents.document import MoneySpan


def find_money(text: str) -> tuple[MoneySpan, ...]:
    """Return the sums of money that the text prints."""
    return ()
