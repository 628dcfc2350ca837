"""A story becomes rows of the contract: ids are minted, offsets are sliced, keys are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legalnews_dataset.articles.article import Article, text_sha256
from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.confidence import confidence
from legalnews_dataset.records.story import Award, Story
from legalnews_dataset.tables.articles import Articles
from legalnews_dataset.tables.awards import Awards
from legalnews_dataset.tables.cases import Cases
from legalnews_dataset.tables.events import Events
from legalnews_dataset.tables.ids import row_id
from legalnews_dataset.tables.mentions import Mentions
from legalnews_dataset.tables.parties import Parties
from legalnews_dataset.tables.quotes import Quotes


def article_row(article: Article) -> Articles:
    """Return the article's row."""
    return Articles(
        article_id=article.article_id,
        title=article.title,
        published_on=article.published_on,
        source=article.source,
        url=article.url,
        licence=article.licence,
        language=article.language,
        text_sha256=text_sha256(article.text),
        n_chars=len(article.text),
        text=article.text,
    )


@dataclass(frozen=True, slots=True)
class Minted:
    """A document's story with the ids of its cases, parties and events in order, and of the entities with a role.

    `parties` gives the party that an entity is first in a case.
    """

    document: Document
    story: Story
    cases: tuple[str, ...]
    entities: dict[int, str]
    roles: tuple[str, ...]
    parties: dict[tuple[int | None, int | None], str]
    events: tuple[str, ...]

    def case(self, number: int | None) -> str | None:
        """Return the id of a case of the story."""
        return None if number is None else self.cases[number]

    def text(self, start: int, end: int) -> str:
        """Return the characters of the article from start to end."""
        return self.document.article.text[start:end]


def to_rows(document: Document, story: Story) -> dict[str, list[Any]]:
    """Return the rows of all seven tables that the article's story makes.

    Case and entity ids are provisional: they come from the article and the first characters that name them.
    """
    minted = _mint(document, story)
    tables: dict[str, list[Any]] = {
        "cases": _case_rows(minted),
        "parties": _party_rows(minted),
        "events": _event_rows(minted),
        "quotes": _quote_rows(minted),
        "awards": _award_rows(minted),
        "mentions": _mention_rows(minted),
    }
    # Two records of one identity are one row, the first that is told.
    unique = {
        name: list({getattr(row, row.__slots__[0]): row for row in reversed(rows)}.values())[::-1]
        for name, rows in tables.items()
    }
    return {"articles": [article_row(document.article)], **unique}


def _mint(document: Document, story: Story) -> Minted:
    article_id = document.article.article_id
    cases = tuple(row_id("cas", article_id, case.start, case.end, i) for i, case in enumerate(story.cases))
    entities: dict[int, str] = {}
    parties: dict[tuple[int | None, int | None], str] = {}
    roles = []
    for party in story.parties:
        if party.entity not in entities:
            entity = document.entities[party.entity]
            first = document.mentions[entity.mentions[0]].start if entity.mentions else entity.name
            entities[party.entity] = row_id("ent", article_id, first)
        roles.append(row_id("par", cases[party.case], entities[party.entity], party.role))
        parties.setdefault((party.case, party.entity), roles[-1])
    events = tuple(row_id("eve", article_id, event.type, event.places[0][0]) for event in story.events)
    return Minted(document, story, cases, entities, tuple(roles), parties, events)


def _case_rows(minted: Minted) -> list[Cases]:
    return [
        Cases(
            case_id=case_id,
            name=case.name,
            kind=case.kind,
            court=case.court,
            court_id=case.court_id,
            docket_number=case.docket_number,
            rule=case.rule,
            confidence=confidence("cases", case.rule, case.confidence),
        )
        for case_id, case in zip(minted.cases, minted.story.cases, strict=True)
    ]


def _party_rows(minted: Minted) -> list[Parties]:
    rows = []
    for key, party in zip(minted.roles, minted.story.parties, strict=True):
        entity = minted.document.entities[party.entity]
        clients = {minted.parties.get((party.case, other)) for other in party.represents} - {None, key}
        rows.append(
            Parties(
                party_id=key,
                case_id=minted.cases[party.case],
                entity_id=minted.entities[party.entity],
                name=entity.name,
                # A country or a city that is a party is so through its government.
                kind="government" if entity.kind == "place" else entity.kind,
                role=party.role,
                represents=tuple(sorted(filter(None, clients))),
                rule=party.rule,
                confidence=confidence("parties", party.rule, party.confidence),
            )
        )
    return rows


def _event_rows(minted: Minted) -> list[Events]:
    return [
        Events(
            event_id=event_id,
            case_id=minted.case(event.case),
            article_id=minted.document.article.article_id,
            type=event.type,
            status=event.status,
            date_start=event.when.start,
            date_end=event.when.end,
            date_precision=event.when.precision,
            actor_party_id=minted.parties.get((event.case, event.actor)),
            start=event.places[0][0],
            end=event.places[0][1],
            text=minted.text(*event.places[0]),
            rule=event.rule,
            confidence=confidence("events", event.rule, event.confidence),
        )
        for event_id, event in zip(minted.events, minted.story.events, strict=True)
    ]


def _quote_rows(minted: Minted) -> list[Quotes]:
    article_id = minted.document.article.article_id
    return [
        Quotes(
            quote_id=row_id("quo", article_id, quote.start, quote.end),
            case_id=minted.case(quote.case),
            article_id=article_id,
            kind=quote.kind,
            speaker=quote.speaker,
            speaker_party_id=minted.parties.get((quote.case, quote.entity)),
            cue=quote.cue,
            start=quote.start,
            end=quote.end,
            text=minted.text(quote.start, quote.end),
            rule=quote.rule,
            confidence=confidence("quotes", quote.rule, quote.confidence),
        )
        for quote in minted.story.quotes
    ]


def _award_id(minted: Minted, award: Award) -> str:
    return row_id("awa", minted.document.article.article_id, award.places[0][0])


def _award_rows(minted: Minted) -> list[Awards]:
    return [
        Awards(
            award_id=_award_id(minted, award),
            case_id=minted.case(award.case),
            article_id=minted.document.article.article_id,
            kind=award.kind,
            status=award.status,
            amount=award.amount,
            amount_max=award.amount_max,
            currency=award.currency,
            payer_party_id=minted.parties.get((award.case, award.payer)),
            payee_party_id=minted.parties.get((award.case, award.payee)),
            decided_by=award.decided_by,
            date_start=award.when.start,
            date_end=award.when.end,
            date_precision=award.when.precision,
            start=award.places[0][0],
            end=award.places[0][1],
            text=minted.text(*award.places[0]),
            rule=award.rule,
            confidence=confidence("awards", award.rule, award.confidence),
        )
        for award in minted.story.awards
    ]


def _mention_rows(minted: Minted) -> list[Mentions]:
    document, story = minted.document, minted.story
    told: list[tuple[str, str, tuple[int, int]]] = [
        ("cases", case_id, (case.start, case.end)) for case_id, case in zip(minted.cases, story.cases, strict=True)
    ]
    for key, party in zip(minted.roles, story.parties, strict=True):
        places = [document.mentions[index] for index in document.entities[party.entity].mentions]
        told += [("parties", key, (place.start, place.end)) for place in places]
    for key, event in zip(minted.events, story.events, strict=True):
        told += [("events", key, place) for place in event.places[1:]]
    told += [("awards", _award_id(minted, award), place) for award in story.awards for place in award.places[1:]]
    article_id = document.article.article_id
    return [
        Mentions(
            mention_id=row_id("men", article_id, table, record, start),
            article_id=article_id,
            record_table=table,
            record_id=record,
            start=start,
            end=end,
            text=minted.text(start, end),
        )
        for table, record, (start, end) in told
    ]
