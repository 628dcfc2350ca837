"""The article: frozen text that every offset of the dataset counts in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as its source gave it.

    Offsets everywhere count Unicode code points of `text`, 0-based, end exclusive. `published_on` is the day of
    publication in the article's own time zone, None where the source gives none; `language` an ISO 639-1 code.
    """

    article_id: str
    text: str
    title: str | None = None
    published_on: date | None = None
    source: str | None = None
    url: str | None = None
    licence: str | None = None
    language: str = "en"


def text_sha256(text: str) -> str:
    """Return the sha256 of the text in UTF-8, in hexadecimal digits.

    >>> text_sha256("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode()).hexdigest()
