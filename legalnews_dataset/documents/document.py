"""The nouns of annotation: spans of an article's text, in layers.

All offsets count Unicode code points of the article's text, 0-based, end exclusive. All sequences are sorted by start.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from legalnews_dataset.articles.article import Article


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text, cut once and shared by every layer: parallel tuples; `low` is lower case."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts paragraphs from 0, `first` and `last` are token indices, last exclusive."""

    start: int
    end: int
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a named entity is printed, without its title; `entity` indexes `Document.entities`."""

    start: int
    end: int
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person or body of the article.

    `name` is the fullest form printed, without titles and post-nominals; `kind` is person, organization,
    government or place; `titles` are the printed titles before the name (`US District Judge`), `descriptions` the
    spans of appositions that describe it (`an attorney for Smith`); `gender` is `m`, `f` or None; `mentions` index
    `Document.mentions`.
    """

    name: str
    kind: str
    mentions: tuple[int, ...]
    titles: tuple[str, ...] = ()
    descriptions: tuple[tuple[int, int], ...] = ()
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression; the interval has both ends included and is None where the words name no calendar days."""

    start: int
    end: int
    date_start: date | None
    date_end: date | None
    precision: str


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """A sum of money in units of `currency` (ISO 4217; `$` in a US text is USD); `amount_max` closes a range."""

    start: int
    end: int
    amount: Decimal
    amount_max: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class CourtSpan:
    """A court as the article names it; `court_id` is its courts-db id where the text fixes one court.

    `system` is federal, state, uk, military or empty; `level` is trial, bankruptcy, appeals, supreme or empty, `jury`
    for a federal judge or jury that stands for its court (`federal jury in Boston`), and `office` for a federal
    district that only a prosecutor is named for (`U.S. Attorney for the District of Idaho`): it names no court but
    fixes one.
    """

    start: int
    end: int
    court_id: str | None
    system: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """A printed caption; `plaintiff v. defendant`, or `In re plaintiff` without a defendant."""

    start: int
    end: int
    plaintiff: str
    defendant: str | None


@dataclass(frozen=True, slots=True)
class Docket:
    """A docket number as printed, without `No.`."""

    start: int
    end: int
    number: str


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Words inside quotation marks, without the marks.

    `kind` is direct or partial; `speaker_start` and `speaker_end` are the place that names the speaker (a pronoun or
    `the judge` counts), `speaker_entity` indexes `Document.entities` where that place was resolved; `cue` is the
    reporting word, at `cue_start`; `rule` names the rule of attribution, empty where none applied.
    """

    start: int
    end: int
    kind: str
    speaker_start: int | None
    speaker_end: int | None
    speaker_entity: int | None
    cue: str | None
    cue_start: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its layers."""

    article: Article
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    dates: tuple[DateSpan, ...]
    money: tuple[MoneySpan, ...]
    courts: tuple[CourtSpan, ...]
    quotes: tuple[QuoteSpan, ...]
    captions: tuple[Caption, ...] = ()
    dockets: tuple[Docket, ...] = ()
