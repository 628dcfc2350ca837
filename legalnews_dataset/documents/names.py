"""Find the people and bodies that a text names, and which mentions name the same one."""

from __future__ import annotations

from legalnews_dataset.documents.document import Entity, Mention, Sentence, Tokens


def find_names(
    text: str, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of named people and bodies, and the entities that they name."""
    return (), ()
