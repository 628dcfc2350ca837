"""Find the events of a document's cases."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Case, Event, Party


def find_events(document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...]) -> tuple[Event, ...]:
    """Return the events that the document tells, one per distinct event."""
    return ()
