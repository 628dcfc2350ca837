"""The table of cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import Confidence, ExtractedBy, grounded_rule
from legalnews_dataset.tables.ids import id_pattern

CASE_KINDS = {
    "civil": "a suit between private parties, or by or against a government, over rights or money",
    "criminal": "a prosecution",
    "regulatory": "brought by an agency that is not a public prosecutor",
    "other": "any other proceeding, such as a bankruptcy",
}


@dataclass(frozen=True, slots=True)
class Cases:
    """One row for each legal proceeding."""

    case_id: Annotated[
        str, Col("The id of the case", "cas_5d41402abc4b2a76b971", key=True, pattern=id_pattern("cases"))
    ]
    name: Annotated[str, Col("The caption, printed or built from the parties", "Marlow v. Quince", min_length=1)]
    kind: Annotated[str, Col("What kind of proceeding it is", enum=CASE_KINDS)]
    court: Annotated[str | None, Col("The court as the article names it", "Manhattan federal court", min_length=1)]
    court_id: Annotated[
        str | None, Col("The courts-db id, where the text fixes one court", "nysd", pattern="[a-z0-9_-]+")
    ]
    docket_number: Annotated[str | None, Col("The docket number as printed", "No. 22-cv-10016", min_length=1)]
    rule: ExtractedBy
    confidence: Confidence


# A case is minted when it is first released and keeps its id, so that no columns determine it.
IDENTITY: tuple[str, ...] = ()
RULES = (grounded_rule("cases", "case_id"),)
