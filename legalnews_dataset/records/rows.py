"""A story becomes rows of the contract: ids are minted, offsets are sliced, keys are joined."""

from __future__ import annotations

from typing import Any

from legalnews_dataset.articles.article import Article, text_sha256
from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Story
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


def to_rows(document: Document, story: Story) -> dict[str, list[Any]]:
    """Return the rows of all seven tables that the article's story makes.

    Case and entity ids are provisional: they come from the article and the first characters that name them.
    """
    article, text = document.article, document.article.text
    aid = article.article_id
    case_ids = [row_id("cas", aid, case.start, case.end, i) for i, case in enumerate(story.cases)]
    entity_ids = [
        row_id("ent", aid, document.mentions[entity.mentions[0]].start if entity.mentions else entity.name)
        for entity in document.entities
    ]

    def party_id(case: int, entity: int, role: str) -> str:
        return row_id("par", case_ids[case], entity_ids[entity], role)

    party_of: dict[tuple[int | None, int], str] = {}
    for party in story.parties:
        party_of.setdefault((party.case, party.entity), party_id(party.case, party.entity, party.role))

    def party_in(case: int | None, entity: int | None) -> str | None:
        return None if entity is None else party_of.get((case, entity))

    mentions: dict[str, Mentions] = {}

    def mention(table: str, record: str, start: int, end: int) -> None:
        key = row_id("men", aid, table, record, start)
        mentions.setdefault(key, Mentions(key, aid, table, record, start, end, text[start:end]))

    cases = []
    for case_id, case in zip(case_ids, story.cases, strict=True):
        cases.append(
            Cases(
                case_id, case.name, case.kind, case.court, case.court_id, case.docket_number, case.rule, case.confidence
            )
        )
        mention("cases", case_id, case.start, case.end)
    parties = {}
    for party in story.parties:
        key, entity = party_id(party.case, party.entity, party.role), document.entities[party.entity]
        represents = sorted({pid for other in party.represents if (pid := party_in(party.case, other))} - {key})
        parties[key] = Parties(
            key,
            case_ids[party.case],
            entity_ids[party.entity],
            entity.name,
            entity.kind,
            party.role,
            tuple(represents),
            party.rule,
            party.confidence,
        )
        for index in entity.mentions:
            mention("parties", key, document.mentions[index].start, document.mentions[index].end)
    events = {}
    for event in story.events:
        start, end = event.places[0]
        key = row_id("eve", aid, event.type, start)
        events[key] = Events(
            key,
            None if event.case is None else case_ids[event.case],
            aid,
            event.type,
            event.status,
            event.when.start,
            event.when.end,
            event.when.precision,
            party_in(event.case, event.actor),
            start,
            end,
            text[start:end],
            event.rule,
            event.confidence,
        )
        for place in event.places[1:]:
            mention("events", key, *place)
    quotes = {}
    for quote in story.quotes:
        key = row_id("quo", aid, quote.start, quote.end)
        quotes[key] = Quotes(
            key,
            None if quote.case is None else case_ids[quote.case],
            aid,
            quote.kind,
            quote.speaker,
            party_in(quote.case, quote.entity),
            quote.cue,
            quote.start,
            quote.end,
            text[quote.start : quote.end],
            quote.rule,
            quote.confidence,
        )
    awards = {}
    for award in story.awards:
        start, end = award.places[0]
        key = row_id("awa", aid, start)
        awards[key] = Awards(
            key,
            None if award.case is None else case_ids[award.case],
            aid,
            award.kind,
            award.status,
            award.amount,
            award.amount_max,
            award.currency,
            party_in(award.case, award.payer),
            party_in(award.case, award.payee),
            award.decided_by,
            award.when.start,
            award.when.end,
            award.when.precision,
            start,
            end,
            text[start:end],
            award.rule,
            award.confidence,
        )
        for place in award.places[1:]:
            mention("awards", key, *place)
    return {
        "articles": [article_row(article)],
        "cases": cases,
        "parties": list(parties.values()),
        "events": list(events.values()),
        "quotes": list(quotes.values()),
        "awards": list(awards.values()),
        "mentions": list(mentions.values()),
    }
