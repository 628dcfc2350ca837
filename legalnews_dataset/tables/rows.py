"""The seven tables: one row class each, the only definition of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from legalnews_dataset.tables.column import Col

PARTY_KINDS = ("person", "organization", "government")
CASE_KINDS = ("civil", "criminal", "regulatory", "other")
ROLES = (
    "plaintiff",
    "defendant",
    "prosecutor",
    "plaintiff_attorney",
    "defense_attorney",
    "judge",
    "witness",
    "victim",
    "other",
)
EVENT_TYPES = (
    "conduct",
    "investigation",
    "arrest",
    "charge",
    "filing",
    "hearing",
    "trial",
    "testimony",
    "plea",
    "verdict",
    "ruling",
    "sentence",
    "settlement",
    "dismissal",
    "appeal",
    "incident",
    "other",
)
EVENT_STATUSES = ("occurred", "alleged", "scheduled")
PRECISIONS = ("day", "month", "year", "decade", "range", "none")
QUOTE_KINDS = ("direct", "partial")
AWARD_KINDS = (
    "damages",
    "compensatory",
    "punitive",
    "settlement",
    "fine",
    "restitution",
    "forfeiture",
    "fees",
    "bail",
    "other",
)
AWARD_STATUSES = ("awarded", "agreed", "sought", "reduced", "overturned", "possible")
DECIDERS = ("jury", "judge", "agency", "agreement")
RECORD_TABLES = ("cases", "parties", "events", "awards")

Rule = Annotated[str, Col("The extraction rule that made the row")]
Confidence = Annotated[float | None, Col("The chance that the row is right, measured on held-out gold", ge=0, le=1)]
Start = Annotated[int, Col("First character in the article's text, 0-based", ge=0, unit="code points")]
End = Annotated[int, Col("One past the last character in the article's text", ge=0, unit="code points")]
Text = Annotated[str | None, Col("The characters from start to end; null where the article's text is withheld")]


@dataclass(frozen=True, slots=True)
class Articles:
    """One row for each article."""

    article_id: Annotated[str, Col("The id given by the source; a text file's stem", key=True)]
    title: Annotated[str | None, Col("The headline, where the source gives one apart from the text")]
    published_on: Annotated[date | None, Col("The day of publication in the article's own time zone")]
    source: Annotated[str | None, Col("The outlet or collection that the article comes from")]
    url: Annotated[str | None, Col("Where the article was published")]
    licence: Annotated[str | None, Col("The licence under which the text may be handed on")]
    language: Annotated[str, Col("The language of the text, ISO 639-1", pattern="[a-z]{2,3}")]
    text_sha256: Annotated[str, Col("The sha256 of the text in UTF-8", pattern="[0-9a-f]{64}")]
    n_chars: Annotated[int, Col("The length of the text", ge=0, unit="code points")]
    text: Annotated[str | None, Col("The text that all offsets count in; null where withheld")]


@dataclass(frozen=True, slots=True)
class Cases:
    """One row for each legal proceeding."""

    case_id: Annotated[str, Col("The id of the case", key=True)]
    name: Annotated[str, Col("The caption, printed or built from the parties")]
    kind: Annotated[str, Col("What kind of proceeding it is", enum=CASE_KINDS)]
    court: Annotated[str | None, Col("The court as the article names it")]
    court_id: Annotated[str | None, Col("The courts-db id, where the text fixes one court", pattern="[a-z0-9_-]+")]
    docket_number: Annotated[str | None, Col("The docket number as printed")]
    rule: Rule
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Parties:
    """One row for each named person or body, in each role that it has in each case."""

    party_id: Annotated[str, Col("The id of the participation: case, entity and role", key=True)]
    case_id: Annotated[str, Col("The case", references="cases")]
    entity_id: Annotated[str, Col("The same person or body in every case")]
    name: Annotated[str, Col("The fullest form printed, without titles or post-nominals")]
    kind: Annotated[str, Col("Whether it is a person or a body", enum=PARTY_KINDS)]
    role: Annotated[str, Col("The role in the case", enum=ROLES)]
    represents: Annotated[tuple[str, ...], Col("For attorneys, the parties that they act for", references="parties")]
    rule: Rule
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Events:
    """One row for each thing that happened, is alleged or is scheduled in the life of a case."""

    event_id: Annotated[str, Col("The id of the event: article, type and start", key=True)]
    case_id: Annotated[str | None, Col("The case that the event belongs to", references="cases")]
    article_id: Annotated[str, Col("The article that tells it", references="articles")]
    type: Annotated[str, Col("What kind of event it is", enum=EVENT_TYPES)]
    status: Annotated[str, Col("Whether it occurred, is alleged or still ahead", enum=EVENT_STATUSES)]
    date_start: Annotated[date | None, Col("First day of the interval")]
    date_end: Annotated[date | None, Col("Last day of the interval, included")]
    date_precision: Annotated[str, Col("How wide the interval is", enum=PRECISIONS)]
    actor_party_id: Annotated[str | None, Col("The party who did it", references="parties")]
    start: Start
    end: End
    text: Text
    rule: Rule
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Quotes:
    """One row for each contiguous quoted span."""

    quote_id: Annotated[str, Col("The id of the quotation: article, start and end", key=True)]
    case_id: Annotated[str | None, Col("The case that it was said in or about", references="cases")]
    article_id: Annotated[str, Col("The article that prints it", references="articles")]
    kind: Annotated[str, Col("A sentence of its own, or words woven into the reporter's", enum=QUOTE_KINDS)]
    speaker: Annotated[str | None, Col("The full name of who said or wrote it")]
    speaker_party_id: Annotated[str | None, Col("The speaker, where a party", references="parties")]
    cue: Annotated[str | None, Col("The reporting word")]
    start: Start
    end: End
    text: Text
    rule: Rule
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Awards:
    """One row for each sum of money that is an outcome or a demand in a case."""

    award_id: Annotated[str, Col("The id of the award: article and start", key=True)]
    case_id: Annotated[str | None, Col("The case", references="cases")]
    article_id: Annotated[str, Col("The article that tells it", references="articles")]
    kind: Annotated[str, Col("What the money is for", enum=AWARD_KINDS)]
    status: Annotated[str, Col("Whether it was awarded, agreed, sought, changed or only possible", enum=AWARD_STATUSES)]
    amount: Annotated[Decimal, Col("The sum, or the lower end of a range", ge=0, unit="currency")]
    amount_max: Annotated[Decimal | None, Col("The upper end of a range", ge=0, unit="currency")]
    currency: Annotated[str, Col("ISO 4217", pattern="[A-Z]{3}")]
    payer_party_id: Annotated[str | None, Col("Who pays", references="parties")]
    payee_party_id: Annotated[str | None, Col("Who is paid", references="parties")]
    decided_by: Annotated[str | None, Col("Who decided it", enum=DECIDERS)]
    date_start: Annotated[date | None, Col("First day of the interval in which it was awarded, agreed or sought")]
    date_end: Annotated[date | None, Col("Last day of the interval, included")]
    date_precision: Annotated[str, Col("How wide the interval is", enum=PRECISIONS)]
    start: Start
    end: End
    text: Text
    rule: Rule
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Mentions:
    """One row for each place in an article that names or tells a record."""

    mention_id: Annotated[str, Col("The id of the mention: article, table, record and start", key=True)]
    article_id: Annotated[str, Col("The article", references="articles")]
    record_table: Annotated[str, Col("The table of the record", enum=RECORD_TABLES)]
    record_id: Annotated[str, Col("The id of the record in that table")]
    start: Start
    end: End
    text: Text


TABLES: dict[str, type] = {
    "articles": Articles,
    "cases": Cases,
    "parties": Parties,
    "events": Events,
    "quotes": Quotes,
    "awards": Awards,
    "mentions": Mentions,
}
