"""The columns that ground a row in its article, and the rules about them."""

from __future__ import annotations

from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.rule import Rule

ExtractedBy = Annotated[str, Col("The extraction rule that made the row", "court-session", min_length=1)]
Confidence = Annotated[
    float | None, Col("The chance that the row is right, measured on articles annotated by hand", "0.87", ge=0, le=1)
]
ArticleId = Annotated[
    str, Col("The article that the row was read in", "2024-01-26-verdict", references="articles", min_length=1)
]
Start = Annotated[int, Col("First character of the evidence in the article's text", "120", ge=0, unit="code points")]
End = Annotated[int, Col("One past the last character of the evidence", "151", ge=1, unit="code points")]
Text = Annotated[
    str | None,
    Col("The characters from start to end; null where the article's text is withheld", "ruled", min_length=1),
]

SPAN_RULES = (
    Rule("ends_after_its_start", "end", "The evidence has at least one character", '"end" > "start"'),
    Rule(
        "ends_in_its_article",
        "end",
        "The evidence ends within the article's text",
        'this."end" <= that.n_chars',
        via="article_id",
    ),
    Rule(
        "text_is_the_slice",
        "text",
        "The text is the article's text from start to end, letter for letter",
        None,
        via="article_id",
    ),
    Rule(
        "text_withheld_with_its_article",
        "text",
        "The text is null exactly where the article's text is withheld",
        "(this.text is null) = (that.text is null)",
        via="article_id",
    ),
)


def grounded_rule(table: str, key: str) -> Rule:
    """Return the rule that every row of the table is named in some article."""
    return Rule(
        "named_in_an_article",
        key,
        "At least one row of mentions shows where the record is named",
        f"exists (select 1 from mentions where record_table = '{table}' and record_id = this.{key})",  # noqa: S608
        across=True,
    )
