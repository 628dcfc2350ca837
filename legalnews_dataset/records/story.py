"""The nouns of extraction: what one article tells, before ids are given.

Entities are named by their index in `Document.entities`, cases by their index in `Story.cases`. `rule` names the rule
that made the record; `confidence` is the calibrated chance, 0 to 1, that the record is right (None: not measured).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Case:
    """One legal proceeding; `start` and `end` are its caption or the first words that name the proceeding."""

    name: str
    kind: str
    court: str | None
    court_id: str | None
    docket_number: str | None
    start: int
    end: int
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One entity in one role of one case; `represents` holds entities that have a role in the same case."""

    case: int
    entity: int
    role: str
    represents: tuple[int, ...]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A calendar interval, both ends included; no interval has precision `none`."""

    start: date | None = None
    end: date | None = None
    precision: str = "none"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the life of a case; `places` are all spans that tell it, the trigger clause first."""

    case: int | None
    type: str
    status: str
    when: When
    actor: int | None
    places: tuple[tuple[int, int], ...]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; `speaker` is the full name printed in the article, `entity` the speaker where it is an entity."""

    case: int | None
    kind: str
    speaker: str | None
    entity: int | None
    cue: str | None
    start: int
    end: int
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """Money as an outcome or a demand; `places` are all money expressions that tell it, the defining one first."""

    case: int | None
    kind: str
    status: str
    amount: Decimal
    amount_max: Decimal | None
    currency: str
    payer: int | None
    payee: int | None
    decided_by: str | None
    when: When
    places: tuple[tuple[int, int], ...]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that one article tells."""

    cases: tuple[Case, ...]
    parties: tuple[Party, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    awards: tuple[Award, ...]
