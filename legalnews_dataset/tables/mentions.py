"""The table of mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import SPAN_RULES, ArticleId, End, Start, Text
from legalnews_dataset.tables.ids import id_pattern, id_rule

RECORD_TABLES = {
    "cases": "the caption, or the first words that name the proceeding",
    "parties": "a place where the party is named",
    "events": "a further place that tells the event",
    "awards": "a further place that tells the award",
}


@dataclass(frozen=True, slots=True)
class Mentions:
    """One row for each place in an article that names or tells a record."""

    mention_id: Annotated[
        str, Col("The id of the mention", "men_8f14e45fceea167a5a36", key=True, pattern=id_pattern("mentions"))
    ]
    article_id: ArticleId
    record_table: Annotated[str, Col("The table of the record", enum=RECORD_TABLES)]
    record_id: Annotated[
        str, Col("The id of the record in that table", "par_7d793037a0760186574b", references_by="record_table")
    ]
    start: Start
    end: End
    text: Text


IDENTITY = ("article_id", "record_table", "record_id", "start")
RULES = (id_rule("mentions", "mention_id", IDENTITY), *SPAN_RULES)
