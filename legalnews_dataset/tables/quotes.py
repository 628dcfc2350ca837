"""The table of quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import SPAN_RULES, ArticleId, Confidence, End, ExtractedBy, Start, Text
from legalnews_dataset.tables.ids import id_pattern, id_rule
from legalnews_dataset.tables.rule import Rule

QUOTE_KINDS = {
    "direct": "a full clause or more that stands as the speaker's own sentence",
    "partial": "words woven into the reporter's sentence",
}


@dataclass(frozen=True, slots=True)
class Quotes:
    """One row for each contiguous quoted span."""

    quote_id: Annotated[
        str, Col("The id of the quotation", "quo_1679091c5a880faf6fb5", key=True, pattern=id_pattern("quotes"))
    ]
    case_id: Annotated[
        str | None, Col("The case that it was said in or about", "cas_5d41402abc4b2a76b971", references="cases")
    ]
    article_id: ArticleId
    kind: Annotated[str, Col("Whether the words stand alone or are woven in", enum=QUOTE_KINDS)]
    speaker: Annotated[str | None, Col("The full name of who said or wrote it", "Ada Marlow", min_length=1)]
    speaker_party_id: Annotated[
        str | None, Col("The speaker, where a party", "par_7d793037a0760186574b", references="parties")
    ]
    cue: Annotated[str | None, Col("The reporting word", "said", min_length=1)]
    start: Start
    end: End
    text: Text
    rule: ExtractedBy
    confidence: Confidence


IDENTITY = ("article_id", "start", "end")
RULES = (
    id_rule("quotes", "quote_id", IDENTITY),
    *SPAN_RULES,
    Rule(
        "party_speaker_is_named",
        "speaker",
        "A speaker who is a party has a name",
        "speaker_party_id is null or speaker is not null",
    ),
    Rule(
        "speaker_is_of_the_case",
        "speaker_party_id",
        "The speaker's party is of the quotation's case",
        "that.case_id is not distinct from this.case_id",
        via="speaker_party_id",
    ),
)
