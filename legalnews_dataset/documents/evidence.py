"""Weigh what stands in and around an open name: above zero for a person, below zero for a body."""

from __future__ import annotations

from legalnews_dataset.documents.lexicon import (
    COMMON,
    COMPASS,
    FIRST,
    HEAD,
    INITIAL,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PLACE,
    PLACE_HEAD,
    PLACE_START,
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
_BODY_APPOSITION = word_set("context", "body_apposition")
_BEFORE_BODY = word_set("context", "before_body")
_KIN = word_set("context", "kin")
_OPENS_APPOSITION = frozenset(
    {"a", "an", "the", "one", "another", "its", "his", "her", "then", "former", "now", "also"}
)
_APPOSITION_REACH = 8  # words from the comma to the noun that says what the name is


def words_score(units: tuple[Unit, ...], lowered: set[str]) -> float:
    """Return the weight of the words of a name of two units or more.

    Args:
        units: the words of the name.
        lowered: every word that the article prints in lower case.

    """
    first, last = units[0].flags, units[-1].flags
    score = sum(_word_score(unit, lowered) for unit in units) - (len(units) > 4)
    if last & POSTNOMINAL and len(units) > 2:
        score += 2
        last = units[-2].flags
    if first & FIRST:
        score += 1.5 if first & (PLACE | ORDINARY | TITLE) else 2.2
    elif first & INITIAL:
        score += 1.5
    elif first & (NATIONALITY | PLACE | COMPASS | MODIFIER | ORDINARY | PLACE_START):
        score -= 1.5
    elif first & SURNAME:
        score += 0.4
    if last & SURNAME:
        score += 0.3 if last & (PLACE | PLACE_HEAD | HEAD) else 1
    if any(unit.flags & INITIAL for unit in units[1:]):
        score += 2
    return score


def _word_score(unit: Unit, lowered: set[str]) -> float:
    word, flags = unit.word, unit.flags
    if flags & (FIRST | INITIAL):
        return 0.0
    if not flags:
        if len(word) > 1 and word.isupper():
            return -0.2 if len(word) == 2 else -2.0
        if not word.isalpha() and any(c.isdigit() for c in word):
            return -2.0
        if (
            word[1:] != word[1:].lower()
            and "-" not in word
            and word[:2] not in ("Mc", "Ma", "O'", "O’", "De", "La", "Le", "Di", "Fi")
        ):
            return -1.0
        return -1.0 if word.lower() in lowered else 0.6
    if flags & SURNAME:
        return -0.7 if word.lower() in lowered else -0.3 if flags & COMMON else 0.0
    if flags & COMMON:
        return -1.5
    return -2.0 if flags & (HEAD | PLACE_HEAD | NATIONALITY | ORDINARY | COMPASS) else 0.0


def context_score(words: tuple[str, ...], begin: int, end: int) -> float:
    """Return the weight of what stands around the tokens begin to end, exclusive, articles left aside."""
    before = words[begin - 1] if begin else ""
    score = 0.0
    if before in _BEFORE_BODY:
        score -= 2
    elif before == "at":
        score -= 1.5
    elif before in ROLES:
        score += 2.5
    elif before in SPEECH and words[end : end + 1] == ("of",):
        score += 2.5  # `said Jane Roe of Acme`: what a body says is not told with where it belongs
    elif before in ROLE_MODIFIERS:
        score += 0.5
    elif before == "," and begin > 1 and words[end : end + 1] == (",",):
        said_to_be = words[begin - 2]  # `his lawyer, Jane Roe,`
        score += 2 if said_to_be in ROLES or said_to_be in _KIN else -2 if said_to_be in _BODY_APPOSITION else 0
    return score + _after(words, end)


def _after(words: tuple[str, ...], end: int) -> float:
    size = len(words)
    after = words[end] if end < size else ""
    second = words[end + 1] if end + 1 < size else ""
    if after == ",":
        if second.isdigit() and len(second) < 3:
            return 3.0
        if second in _OPENS_APPOSITION:
            return _apposition(words, end + 2)
        return 1.0 if second in ("who", "whose") else -1.5 if second == "which" else 0.5 if second in ROLES else 0.0
    if after == "(":
        if second.isdigit() and len(second) < 3:
            return 2.0
        return -3.0 if second.isupper() and len(second) > 1 and words[end + 2 : end + 3] == (")",) else 0.0
    if after == "who" or after in _PERSON_VERBS:
        return 1.2
    if after in _BODY_NOUNS:
        return -1.5
    if after in ("'s", "’s") and second in _BODY_NOUNS:
        return -1.0
    return 0.0


def _apposition(words: tuple[str, ...], at: int) -> float:
    """Return the weight of the noun that an apposition says the name is."""
    for word in words[at : at + _APPOSITION_REACH]:
        if word in ROLES:
            return 2.0
        if word in _BODY_APPOSITION:
            return -2.0
        if word in (",", ".", "of", "for", "in", "who", "which"):
            break
    return 0.5


def lone_score(words: tuple[str, ...], begin: int, end: int) -> float:
    """Return the weight around a name of one word that nothing has introduced; bodies are often named so."""
    score = context_score(words, begin, end)
    after = words[end] if end < len(words) else ""
    if after in SPEECH or after in _BODY_VERBS:
        score -= 1
    elif after in ("'s", "’s"):
        score -= 0.4
    if begin and words[begin - 1] in (
        "against",
        "sued",
        "by",
        "at",
        "with",
        "between",
        "from",
        "joined",
        "acquired",
        "bought",
        "and",
    ):
        score -= 0.4
    return score
