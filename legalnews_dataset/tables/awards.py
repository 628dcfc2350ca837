"""The table of awards."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import SPAN_RULES, ArticleId, Confidence, End, ExtractedBy, Start, Text
from legalnews_dataset.tables.ids import id_pattern, id_rule
from legalnews_dataset.tables.intervals import INTERVAL_RULES, DateEnd, DatePrecision, DateStart
from legalnews_dataset.tables.rule import Rule

AWARD_KINDS = {
    "damages": "damages of a kind that the article leaves open",
    "compensatory": "damages that make good a loss",
    "punitive": "damages that punish",
    "settlement": "a sum that ends a dispute",
    "fine": "a fine or a civil penalty",
    "restitution": "a sum ordered to be given back to the harmed",
    "forfeiture": "gains or property given up, disgorgement included",
    "fees": "attorneys' fees and costs",
    "bail": "bail or bond",
    "other": "any other sum",
}
AWARD_STATUSES = {
    "awarded": "ordered by a court, a jury or an agency",
    "agreed": "agreed between the parties",
    "sought": "asked for or recommended",
    "reduced": "lowered afterwards",
    "overturned": "set aside afterwards",
    "possible": "the most that may be imposed",
}
DECIDERS = {
    "jury": "a jury",
    "judge": "a judge or a court",
    "agency": "an agency",
    "agreement": "the parties themselves",
}


@dataclass(frozen=True, slots=True)
class Awards:
    """One row for each sum of money that is an outcome or a demand in a case."""

    award_id: Annotated[
        str, Col("The id of the award", "awa_c9f0f895fb98ab9159f5", key=True, pattern=id_pattern("awards"))
    ]
    case_id: Annotated[str | None, Col("The case", "cas_5d41402abc4b2a76b971", references="cases")]
    article_id: ArticleId
    kind: Annotated[str, Col("What the money is for", enum=AWARD_KINDS)]
    status: Annotated[
        str, Col("Whether it was awarded, agreed, sought, changed or is only possible", enum=AWARD_STATUSES)
    ]
    amount: Annotated[Decimal, Col("The sum, or the lower end of a range", "5000000.00", ge=0, unit="currency")]
    amount_max: Annotated[Decimal | None, Col("The upper end of a range", "7000000.00", ge=0, unit="currency")]
    currency: Annotated[str, Col("The currency, ISO 4217", "USD", pattern="[A-Z]{3}")]
    payer_party_id: Annotated[str | None, Col("Who pays", "par_7d793037a0760186574b", references="parties")]
    payee_party_id: Annotated[str | None, Col("Who is paid", "par_1f0e3dad99908345f743", references="parties")]
    decided_by: Annotated[str | None, Col("Who decided it", enum=DECIDERS)]
    date_start: DateStart
    date_end: DateEnd
    date_precision: DatePrecision
    start: Start
    end: End
    text: Text
    rule: ExtractedBy
    confidence: Confidence


IDENTITY = ("article_id", "start")
RULES = (
    id_rule("awards", "award_id", IDENTITY),
    Rule("range_of_amounts_in_order", "amount_max", "The upper end is not below the lower", "amount_max >= amount"),
    *INTERVAL_RULES,
    *SPAN_RULES,
    *(
        Rule(
            f"{who}_is_of_the_case",
            f"{who}_party_id",
            f"The {who} is a party of the award's case",
            "that.case_id is not distinct from this.case_id",
            via=f"{who}_party_id",
        )
        for who in ("payer", "payee")
    ),
)
