"""The table of parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.evidence import Confidence, ExtractedBy, grounded_rule
from legalnews_dataset.tables.ids import id_pattern, id_rule
from legalnews_dataset.tables.rule import Rule

PARTY_KINDS = {
    "person": "a human being",
    "organization": "a company, firm, association or other private body",
    "government": "a state, a public authority or a part of one",
}
ROLES = {
    "plaintiff": "who sues, petitions or claims",
    "defendant": "who is sued, charged, accused or convicted",
    "prosecutor": "the person or office that prosecutes",
    "plaintiff_attorney": "who acts for a plaintiff, and government lawyers in a government's own civil suit",
    "defense_attorney": "who acts for a defendant",
    "judge": "who decides: judge, magistrate or arbitrator",
    "witness": "who gives evidence and is neither plaintiff nor defendant",
    "victim": "who was harmed by the conduct at issue and does not sue",
    "other": "any other named participant: investigator, assisting agency, spokesperson",
}
ATTORNEYS = ("plaintiff_attorney", "defense_attorney")
# Words that stand for a participant whom the article leaves unnamed.
ROLE_WORDS = (
    "accused",
    "attorney",
    "claimant",
    "complainant",
    "court",
    "defendant",
    "foreman",
    "judge",
    "juror",
    "jury",
    "justice",
    "lawyer",
    "magistrate",
    "petitioner",
    "plaintiff",
    "prosecution",
    "prosecutor",
    "respondent",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "suspect",
    "victim",
    "witness",
)
_UNNAMED = ", ".join(f"'{article}{word}'" for word in ROLE_WORDS for article in ("", "the "))


@dataclass(frozen=True, slots=True)
class Parties:
    """One row for each named person or body, in each role that it has in each case."""

    party_id: Annotated[
        str,
        Col("The id of the participation", "par_7d793037a0760186574b", key=True, pattern=id_pattern("parties")),
    ]
    case_id: Annotated[str, Col("The case", "cas_5d41402abc4b2a76b971", references="cases")]
    entity_id: Annotated[
        str,
        Col("The same person or body in every case", "ent_9b74c9897bac770ffc02", pattern=id_pattern("entities")),
    ]
    name: Annotated[str, Col("The fullest form printed, without titles or post-nominals", "Ada Marlow", min_length=1)]
    kind: Annotated[str, Col("Whether it is a person or a body", enum=PARTY_KINDS)]
    role: Annotated[str, Col("The role in the case", enum=ROLES)]
    represents: Annotated[
        tuple[str, ...],
        Col("For attorneys, the parties that they act for", "par_1f0e3dad99908345f743", references="parties"),
    ]
    rule: ExtractedBy
    confidence: Confidence


IDENTITY = ("case_id", "entity_id", "role")
RULES = (
    id_rule("parties", "party_id", IDENTITY),
    Rule(
        "person_is_named",
        "name",
        "A person's name is not a role word",
        f"kind <> 'person' or lower(name) not in ({_UNNAMED})",
    ),
    Rule(
        "only_attorneys_represent",
        "represents",
        "Only attorneys represent parties",
        f"len(represents) = 0 or role in {ATTORNEYS}",
    ),
    Rule(
        "represents_within_its_case",
        "represents",
        "The parties represented are of the same case",
        "that.case_id = this.case_id",
        via="represents",
    ),
    grounded_rule("parties", "party_id"),
)
