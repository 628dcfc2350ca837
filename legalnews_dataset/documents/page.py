"""A text with its tokens, sentences and names side by side, for layers that read words around names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from legalnews_dataset.documents.document import Entity, Mention, Sentence, Tokens


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its lower layers, indexed by token.

    `low` holds the words in lower case; `name_at` gives for each token the index of the mention that covers it, or -1;
    `in_quotes` is 1 for tokens inside quotation marks; `told` counts for each
    sentence the reporter's own sentences up to it, those that begin outside quotation marks. `known` remembers which
    entities have a role, once someone has asked.
    """

    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    name_at: list[int]
    in_quotes: bytearray
    told: list[int]
    known: dict[str, tuple[int, ...]]


def read_page(
    text: str,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    quoted: Iterable[tuple[int, int]] = (),
) -> Page:
    """Return the text indexed by token.

    Args:
        text: the article.
        tokens: its words and marks.
        sentences: its sentences.
        mentions: its names.
        entities: what the names name.
        quoted: stretches inside quotation marks, in characters.

    """
    name_at = [-1] * len(tokens.words)
    for index, mention in enumerate(mentions):
        token = bisect_left(tokens.starts, mention.start)
        while token < len(name_at) and tokens.starts[token] < mention.end:
            name_at[token] = index
            token += 1
    in_quotes = bytearray(len(tokens.words))
    for start, end in quoted:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        in_quotes[first:last] = b"\1" * (last - first)
    told = list(accumulate(1 - in_quotes[s.first] if s.first < len(in_quotes) else 1 for s in sentences))
    words, low, starts, ends = tokens.words, tokens.low, tokens.starts, tokens.ends
    return Page(text, words, low, starts, ends, sentences, mentions, entities, name_at, in_quotes, told, {})
