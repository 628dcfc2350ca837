"""Weigh what stands in and around an open name, for a person or for a body."""

from __future__ import annotations

from collections import Counter

from legalnews_dataset.documents.document import Tokens
from legalnews_dataset.documents.lexicon import (
    COMPASS,
    FIRST,
    HEAD,
    INITIAL,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PLACE,
    PLACE_HEAD,
    POSTNOMINAL,
    ROLE_MODIFIERS,
    ROLES,
    SURNAME,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.runs import Unit

SPEECH = word_set("context", "speech")
_PERSON_VERBS = word_set("context", "person_verbs")
_BODY_NOUNS = word_set("context", "body_nouns")
_BODY_VERBS = word_set("context", "body_verbs")
_APPOSITION = word_set("context", "apposition")


def person_score(units: tuple[Unit, ...], tokens: Tokens, lowered: set[str], alone: Counter[str]) -> float:  # noqa: C901
    """Return the weight for a person minus the weight for a body, of a name of two units or more."""
    score = 0.0
    first, last = units[0].flags, units[-1].flags
    if last & POSTNOMINAL and len(units) > 2:
        score += 2
        last = units[-2].flags
    if first & FIRST:
        score += 1.5 if first & (PLACE | ORDINARY | TITLE) else 2.2
    elif first & INITIAL:
        score += 1.5
    elif first & (NATIONALITY | PLACE | COMPASS | MODIFIER | ORDINARY):
        score -= 1.5
    if last & SURNAME:
        score += 0.3 if last & (PLACE | PLACE_HEAD | HEAD) else 1
    if any(unit.flags & INITIAL for unit in units[1:]):
        score += 2
    if len(units) > 4:
        score -= 1
    for unit in units:
        word, flags = unit.word, unit.flags
        if flags & (HEAD | PLACE_HEAD | NATIONALITY | ORDINARY | COMPASS) and not flags & (FIRST | SURNAME):
            score -= 1.5
        elif not flags & (FIRST | INITIAL) and word.lower() in lowered:
            score -= 0.7 if flags & SURNAME else 1.5
        if len(word) > 1 and word.isupper() and not flags & (INITIAL | POSTNOMINAL):
            score -= 0.5 if len(word) == 2 and unit is units[0] else 2
        elif not word.isalpha() and any(c.isdigit() for c in word):
            score -= 2
    words = tokens.words
    begin, end = units[0].first, units[-1].last
    before = words[begin - 1] if begin else ""
    if before in ("the", "The"):
        score -= 2.5
    elif before in ROLES:
        score += 2.5
    elif before in ROLE_MODIFIERS:
        score += 0.5
    if alone[units[-1].word] and last & ~(PLACE | HEAD) | (not last):
        score += 1
    if alone[units[0].word] and not first & FIRST:
        score -= 0.7
    return score + _after(words, end)


def _after(words: tuple[str, ...], end: int) -> float:
    """Return the weight of what follows a name."""
    nxt = words[end] if end < len(words) else ""
    if nxt == ",":
        two = words[end + 1] if end + 1 < len(words) else ""
        if two.isdigit() and len(two) < 3:
            return 3.0
        return 0.7 if two in _APPOSITION else 0.0
    if nxt == "(":
        age = words[end + 1 : end + 3]
        return 2.0 if len(age) == 2 and age[0].isdigit() and len(age[0]) < 3 and age[1] == ")" else 0.0
    if nxt == "who" or nxt in _PERSON_VERBS:
        return 1.2
    if nxt in _BODY_NOUNS:
        return -1.5
    if nxt in ("'s", "’s"):
        return -1.0 if end + 1 < len(words) and words[end + 1] in _BODY_NOUNS else 0.0
    return 0.3 if nxt in SPEECH else 0.0


def body_score(units: tuple[Unit, ...], tokens: Tokens) -> float:
    """Return the weight for a body of a name that no list knows, from the words around it."""
    words = tokens.words
    begin, end = units[0].first, units[-1].last
    before = words[begin - 1] if begin else ""
    nxt = words[end] if end < len(words) else ""
    score = 0.0
    if nxt in ("'s", "’s"):
        score += 0.5
        if end + 1 < len(words) and words[end + 1] in _BODY_NOUNS:
            score += 1
    elif nxt in _BODY_NOUNS or nxt in SPEECH or nxt in _BODY_VERBS:
        score += 1
    if before in ("against", "sued", "by", "at", "with", "between", "from", "for", "joined", "acquired", "bought"):
        score += 0.5
    if before in (
        "firm",
        "company",
        "maker",
        "giant",
        "group",
        "unit",
        "subsidiary",
        "rival",
        "retailer",
        "bank",
        "insurer",
        "carrier",
    ):
        score += 1.5
    return score
