"""Find the people, bodies and places that a text names, and which mentions name the same one.

A person or a body is introduced by a full form with evidence that adds up (a title, a first name, an age behind it,
`Inc`); short forms (`Smith`, `Acme`, `SEC`) are then linked to what the article has introduced.
"""

from __future__ import annotations

from collections import Counter

from legalnews_dataset.documents.document import Entity, Mention, Sentence, Tokens
from legalnews_dataset.documents.evidence import context_score, lone_score, words_score
from legalnews_dataset.documents.firms import join_firms
from legalnews_dataset.documents.lexicon import COMMON, FIRST, HEAD, PLACE
from legalnews_dataset.documents.linking import link
from legalnews_dataset.documents.parts import Part, split_run
from legalnews_dataset.documents.runs import find_runs

_PERSON = 1.0  # the least weight of a person
_ENOUGH = 20  # places of a short form that are weighed
_TITLED = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Judge", "Justice"})
_SURE_PERSON = 3.0  # the least weight of a person that `in` stands before
_BODY = -0.5  # the greatest weight of a body
_ACTING_BODY = -0.8  # the same of one that is named by common words, all of it from what stands around them


def find_names(
    text: str, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of named people, bodies and places, and the entities that they name."""
    lowered = set(tokens.words)
    opens = {sentence.first for sentence in sentences}
    parts: list[Part] = []
    for run in find_runs(text, tokens, sentences, opens):
        parts += split_run(tokens.words, run, lowered, run[0].first in opens)
    parts = _decide(parts, tokens.words, lowered)
    shorts = Counter(part.units[-1].word for part in parts if part.kind == "person")
    return link(text, tokens, join_firms(parts, tokens.words, shorts), lowered, opens)


def _decide(parts: list[Part], words: tuple[str, ...], lowered: set[str]) -> list[Part]:
    """Give open parts of two units or more their kind, from all the places where the article prints them."""
    alone: dict[str, list[int]] = {}
    for part in parts:
        if len(part.units) == 1 and part.kind in ("", "person"):
            alone.setdefault(part.units[0].word, []).append(part.units[0].first)
    places: dict[tuple[str, ...], list[Part]] = {}
    decided: dict[int, Part] = {}
    for part in parts:
        if not part.kind and len(part.units) > 1:
            places.setdefault(tuple([unit.word for unit in part.units]), []).append(part)
    for those in places.values():
        kind = _kind(those, words, lowered, alone)
        decided.update((part.units[0].first, Part(part.units, kind, part.title)) for part in those)
    return [decided.get(part.units[0].first, part) for part in parts]


def _kind(those: list[Part], words: tuple[str, ...], lowered: set[str], alone: dict[str, list[int]]) -> str:
    """Return the kind of an open name, empty where neither its words nor the places that print it tell."""
    units = those[0].units
    first, last = units[0], units[-1]
    around = sum(context_score(words, part.units[0].first, part.units[-1].last) for part in those)
    definite = any(words[part.units[0].first - 1] in ("the", "The") for part in those if part.units[0].first)
    score = words_score(units, lowered) + max(-3.0, min(3.0, around)) - 2.5 * definite
    if last.word in alone and not last.flags & (PLACE | HEAD):
        score += 2.5 if _is_titled(words, alone[last.word]) else 1
    if first.word in alone and not first.flags & FIRST:
        # `Ames said` of the `Ames Boyle` that the article names is a firm, `Ames, 24,` is a person.
        short = sum([lone_score(words, at, at + 1) for at in alone[first.word][:_ENOUGH]])
        score += max(-1.5, min(1.5, short)) - 0.2
    inside = sum(_is_place(words, part.units[0].first, part.units[-1].last) for part in those)
    if 2 * inside >= len(those) and score < _SURE_PERSON:
        return "place"
    if score >= _PERSON:
        return "person"
    if score > _BODY:
        return ""
    strange = any(not unit.flags & COMMON for unit in units)
    if strange and (around < 0 or definite or len(those) > 1 or first.word in alone):
        return "organization"
    acting = sum(lone_score(words, part.units[0].first, part.units[-1].last) for part in those)
    return "organization" if acting <= _ACTING_BODY else ""


def _is_place(words: tuple[str, ...], begin: int, end: int) -> bool:
    """Tell whether a name stands where places do: `in Ashford Mills`, `Jane Roe, 42, Ashford Mills,`."""
    before = words[begin - 1] if begin else ""
    if before in ("in", "In", "near"):
        return words[end : end + 1] not in (("'s",), ("’s",))
    age = begin - 2 if before == "," else begin - 3
    return before in (",", "of") and age > 0 and words[age].isdigit() and words[age - 1] == ","


def _is_titled(words: tuple[str, ...], places: list[int]) -> bool:
    return any(at > 1 and (words[at - 1] in _TITLED or words[at - 2] in _TITLED) for at in places[:_ENOUGH])
