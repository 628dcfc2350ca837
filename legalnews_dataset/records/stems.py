"""Reduce the forms of a word to one stem: `charges` and `charging` are `charg`, `pled` and `pleading` are `plead`."""

from __future__ import annotations

from functools import lru_cache

from legalnews_dataset.records.wordlists import read_sections

_OF = {form: base for base, forms in reversed(read_sections("irregular_forms").items()) for form in forms}
PAST_FORMS = frozenset(form for form in _OF if not form.endswith(("s", "ing")))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem that all forms of a lower-case word share.

    >>> [stem(w) for w in ("pleaded", "stole", "bribes", "robbed", "charging", "parties")]
    ['plead', 'steal', 'brib', 'rob', 'charg', 'party']
    """
    word = _OF.get(word, word)
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for suffix in ("ing", "ed"):
        base = word[: -len(suffix)]
        if word.endswith(suffix) and len(base) > 1 and any(c in "aeiouy" for c in base):
            return _shorten(base)
    return _shorten(word)


def _shorten(base: str) -> str:
    """Take off a final e, a doubled consonant and the i of a past tense in -ied."""
    if base.endswith("e") and len(base) > 3:
        base = base[:-1]
    if base.endswith("i"):
        return base[:-1] + "y"
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiou":
        return base[:-1]
    return base
