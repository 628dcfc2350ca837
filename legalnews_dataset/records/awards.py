"""Find money as an outcome or a demand in a case."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Award, Case, Event, Party


def find_awards(
    document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...], events: tuple[Event, ...]
) -> tuple[Award, ...]:
    """Return the awards that the document tells, one per distinct sum, kind and status."""
    return ()
