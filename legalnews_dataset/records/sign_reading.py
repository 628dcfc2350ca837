"""Read the signs of all entities in one pass over the words of a document."""

from __future__ import annotations

from legalnews_dataset.documents.literals import places_where
from legalnews_dataset.records import conduct, counsel, participants, testimony, victims
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.conduct import Reader
from legalnews_dataset.records.signs import Signs

_ALL = (counsel.READERS, conduct.READERS, testimony.READERS, victims.READERS, participants.READERS)
_READERS: dict[str, tuple[Reader, ...]] = {
    word: tuple(readers[word] for readers in _ALL if word in readers) for readers in _ALL for word in readers
}


def read_words(c: Clauses, signs: list[Signs]) -> None:
    """Add to the signs of each entity what verbs, nouns and quotations show of it."""
    for i in places_where(_READERS.__contains__, c.lower):
        if c.entity_at[i] < 0:
            for read in _READERS[c.lower[i]]:
                read(c, i, signs)
    victims.read_deaths(c, signs)
    conduct.read_speakers(c, signs)
