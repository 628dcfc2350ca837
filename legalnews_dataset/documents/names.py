"""Find the people, bodies and places that a text names, and which mentions name the same one.

A person or a body is introduced by a full form with evidence that adds up (a title, a first name, an age behind it,
`Inc`); short forms (`Smith`, `Acme`, `SEC`) are then linked to what the article has introduced.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from legalnews_dataset.documents.document import Entity, Mention, Sentence, Tokens
from legalnews_dataset.documents.evidence import context_score, words_score
from legalnews_dataset.documents.lexicon import FIRST, HEAD, PLACE
from legalnews_dataset.documents.linking import link
from legalnews_dataset.documents.parts import Part, split_run
from legalnews_dataset.documents.runs import find_runs

_PERSON = 1.0  # the least weight of a person
_BODY = -0.5  # the greatest weight of a body


def find_names(
    text: str, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of named people, bodies and places, and the entities that they name."""
    lowered = set(tokens.words)
    opens = {sentence.first for sentence in sentences}
    parts: list[Part] = []
    for run in find_runs(text, tokens, sentences, opens):
        parts += split_run(tokens.words, run, lowered, run[0].first in opens)
    return link(text, tokens, _decide(parts, tokens.words, lowered), lowered, opens)


def _decide(parts: list[Part], words: tuple[str, ...], lowered: set[str]) -> list[Part]:
    """Give open parts of two units or more their kind, from all the places where the article prints them."""
    alone = Counter(part.units[0].word for part in parts if len(part.units) == 1)
    around: defaultdict[tuple[str, ...], float] = defaultdict(float)
    seen: Counter[tuple[str, ...]] = Counter()
    for part in parts:
        if not part.kind and len(part.units) > 1:
            form = tuple(unit.word for unit in part.units)
            around[form] += context_score(words, part.units[0].first, part.units[-1].last)
            seen[form] += 1
    decided: list[Part] = []
    for part in parts:
        if not part.kind and len(part.units) > 1:
            form = tuple(unit.word for unit in part.units)
            score = words_score(part.units, lowered) + max(-3.0, min(3.0, around[form]))
            first, last = part.units[0], part.units[-1]
            if alone[last.word] and not last.flags & (PLACE | HEAD):
                score += 1
            if alone[first.word] and not first.flags & FIRST:
                score -= 0.7
            if score >= _PERSON:
                part = part._replace(kind="person")
            elif score <= _BODY and (around[form] < -0.3 or seen[form] > 1 or alone[first.word]):
                part = part._replace(kind="organization")
        decided.append(part)
    return decided
