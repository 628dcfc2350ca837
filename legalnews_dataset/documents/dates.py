"""Find date expressions and read them as calendar intervals."""

from __future__ import annotations

from datetime import date

from legalnews_dataset.documents.document import DateSpan, Sentence


def find_dates(text: str, published_on: date | None, sentences: tuple[Sentence, ...]) -> tuple[DateSpan, ...]:
    """Return the date expressions of the text, relative ones read from the day of publication."""
    return ()
