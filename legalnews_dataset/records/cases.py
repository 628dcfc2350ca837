"""Find the cases of a document and who has which role in each."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Case, Party


def find_cases(document: Document) -> tuple[tuple[Case, ...], tuple[Party, ...]]:
    """Return the cases that the document tells and their parties."""
    return (), ()
