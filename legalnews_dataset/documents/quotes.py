"""Find quotations, who speaks them and the reporting word."""

from __future__ import annotations

from legalnews_dataset.documents.document import Entity, Mention, QuoteSpan, Sentence, Tokens


def find_quotes(
    text: str,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
) -> tuple[QuoteSpan, ...]:
    """Return the quotations of the text with their speakers."""
    return ()
