"""The table of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import SPAN_RULES, ArticleId, Confidence, End, ExtractedBy, Start, Text
from legalnews_dataset.tables.ids import id_pattern, id_rule
from legalnews_dataset.tables.intervals import INTERVAL_RULES, DateEnd, DatePrecision, DateStart
from legalnews_dataset.tables.rule import Rule

EVENT_TYPES = {
    "conduct": "the conduct that the case is about",
    "investigation": "an inquiry, a search, a seizure",
    "arrest": "someone is arrested, surrenders or is detained",
    "charge": "someone is charged, indicted or arraigned",
    "filing": "a complaint, a lawsuit or a motion is filed",
    "hearing": "a hearing or an oral argument",
    "trial": "a trial or one of its stages",
    "testimony": "a witness gives evidence",
    "plea": "a plea is entered or agreed",
    "verdict": "a jury or a court finds guilt, liability or neither",
    "ruling": "any other decision or order of a judge or a court",
    "sentence": "a sentence is imposed",
    "settlement": "a settlement or a consent decree is reached or proposed",
    "dismissal": "a case or a claim is dropped or thrown out",
    "appeal": "an appeal is filed or announced",
    "incident": "something out of order happens in court",
    "other": "any other step in the case",
}
EVENT_STATUSES = {
    "occurred": "it has happened",
    "alleged": "it is neither admitted nor found",
    "scheduled": "it is still ahead",
}


@dataclass(frozen=True, slots=True)
class Events:
    """One row for each thing that happened, is alleged or is scheduled in the life of a case."""

    event_id: Annotated[
        str, Col("The id of the event", "eve_e4da3b7fbbce2345d777", key=True, pattern=id_pattern("events"))
    ]
    case_id: Annotated[
        str | None, Col("The case that the event belongs to", "cas_5d41402abc4b2a76b971", references="cases")
    ]
    article_id: ArticleId
    type: Annotated[str, Col("What kind of event it is", enum=EVENT_TYPES)]
    status: Annotated[str, Col("Whether it occurred, is alleged or still ahead", enum=EVENT_STATUSES)]
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatePrecision
    actor_party_id: Annotated[str | None, Col("The party who did it", "par_7d793037a0760186574b", references="parties")]
    start: Start
    end: End
    text: Text
    rule: ExtractedBy
    confidence: Confidence


IDENTITY = ("article_id", "type", "start")
RULES = (
    id_rule("events", "event_id", IDENTITY),
    *INTERVAL_RULES,
    *SPAN_RULES,
    Rule(
        "actor_is_of_the_case",
        "actor_party_id",
        "The actor is a party of the event's case",
        "that.case_id is not distinct from this.case_id",
        via="actor_party_id",
    ),
)
