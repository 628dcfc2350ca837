"""Read a document as a story: its cases and parties first, then what hangs on them."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.awards import find_awards
from legalnews_dataset.records.cases import find_cases
from legalnews_dataset.records.earlier_trials import part_earlier_trial
from legalnews_dataset.records.events import find_events
from legalnews_dataset.records.quotes import find_quote_records
from legalnews_dataset.records.story import Story


def tell(document: Document) -> Story:
    """Return everything that the document tells."""
    cases, parties = find_cases(document)
    events = find_events(document, cases, parties)
    quotes = find_quote_records(document, cases, parties)
    awards = find_awards(document, cases, parties, events)
    return part_earlier_trial(document, Story(cases, parties, events, quotes, awards))
