"""The table of articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.intervals import EARLIEST, LATEST
from legalnews_dataset.tables.rule import Rule


@dataclass(frozen=True, slots=True)
class Articles:
    """One row for each article."""

    article_id: Annotated[
        str,
        Col(
            "The id given by the source; a text file's stem; made from address and bytes where a page has none",
            "2024-01-26-verdict",
            key=True,
            min_length=1,
        ),
    ]
    title: Annotated[
        str | None, Col("The headline, where the source gives one apart from the text", "Jury finds for baker")
    ]
    published_on: Annotated[
        date | None,
        Col("The day of publication in the article's own time zone", "2024-01-26", ge=EARLIEST, le=LATEST),
    ]
    source: Annotated[str | None, Col("The outlet or collection that the article comes from", "The Harbour Gazette")]
    url: Annotated[str | None, Col("Where the article was published", "https://example.org/news/1")]
    licence: Annotated[str | None, Col("The licence under which the text may be handed on", "CC-BY-4.0")]
    language: Annotated[str, Col("The language of the text, ISO 639-1", "en", pattern="[a-z]{2,3}")]
    text_sha256: Annotated[str, Col("The sha256 of the text in UTF-8", "e3b0c44298fc1c14…", pattern="[0-9a-f]{64}")]
    n_chars: Annotated[int, Col("The length of the text", "3800", ge=0, unit="code points")]
    text: Annotated[
        str | None, Col("The text that all offsets count in; null where it is withheld", "A jury ruled on Friday …")
    ]
    duplicate_of: Annotated[
        str | None,
        Col(
            "The earliest article with nearly the same words, where this one is a copy of it",
            "2024-01-25-verdict",
            since="1.1",
        ),
    ] = None
    revision_of: Annotated[
        str | None,
        Col(
            "The first state of a story that its outlet wrote on, where this is a later one",
            "2024-01-25-verdict",
            since="1.1",
        ),
    ] = None


IDENTITY = ("article_id",)
RULES = (
    Rule(
        "n_chars_is_the_length",
        "n_chars",
        "n_chars is the number of code points of the text",
        "n_chars = length(text)",
    ),
    Rule(
        "sha256_is_of_the_text",
        "text_sha256",
        "text_sha256 is the sha256 of the text",
        "text_sha256 = sha256(text)",
    ),
    Rule(
        "no_nul_character",
        "text",
        "The text holds no NUL, at which some databases and tools stop reading",
        "strpos(text, chr(0)) = 0",
    ),
)
