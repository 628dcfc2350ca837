"""Find the people, bodies and places that a text names, and which mentions name the same one.

A person or a body is introduced by a full form with evidence that adds up (a title, a first name, an age behind it,
`Inc`); short forms (`Smith`, `Acme`, `SEC`) are then linked to what the article has introduced.
"""

from __future__ import annotations

from collections import Counter

from legalnews_dataset.documents.document import Entity, Mention, Sentence, Tokens
from legalnews_dataset.documents.evidence import body_score, person_score
from legalnews_dataset.documents.linking import link
from legalnews_dataset.documents.parts import Part, split_run
from legalnews_dataset.documents.runs import find_runs


def find_names(
    text: str, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of named people, bodies and places, and the entities that they name."""
    if not sentences:
        return (), ()
    lowered = set(tokens.words)
    opens = {sentence.first for sentence in sentences}
    shouted = [(s.first, s.last) for s in sentences if text[s.start : s.end].isupper()]
    parts: list[Part] = []
    for run in find_runs(text, tokens, sentences):
        if any(a <= run[0].first < b for a, b in shouted):
            continue
        parts += split_run(run, lowered, run[0].first in opens)
    alone = Counter(part.units[0].word for part in parts if len(part.units) == 1)
    decided = []
    for part in parts:
        if not part.kind and len(part.units) > 1:
            score = person_score(part.units, tokens, lowered, alone)
            if score >= 1.5:
                part = part._replace(kind="person")
            elif score < 1 and (body_score(part.units, tokens) > 0 or alone[part.units[0].word]):
                part = part._replace(kind="organization")
        decided.append(part)
    return link(text, tokens, decided, lowered)
