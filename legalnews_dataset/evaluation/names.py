"""When two names are the same name: the rules by which names are compared with gold."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLES = frozenset("mr mrs ms miss dr judge justice sir attorney president former the hon".split())
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_LEGAL_FORMS = frozenset("inc corp corporation co company ltd llc llp plc limited group holdings ag sa nv gmbh".split())
_FILLERS = frozenset("the of and for".split()) | _LEGAL_FORMS
_BODY_WORDS = _LEGAL_FORMS | frozenset(
    """commission department agency office court bank university division bureau ministry board committee council
    association union party police city county state district service services international american national
    federal""".split()
)
_UNITED_STATES = re.compile(r"\bu\.?\s?s\.?(?:a\.?)?(?=\W|$)|\bunited states(?: of america)?\b")
_LATIN = re.compile(r"[^\x00-\u024f]")
_LONGEST_PERSON = 5  # words
_MOSTLY = 0.75  # the share of words that two names of a body must have in common


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, titles and possessives.

    >>> name_words("Mr. José Roe's"), name_words("U.S. Army")
    (('jose', 'roe'), ('us', 'army'))
    """
    plain = name if _LATIN.search(name) else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _UNITED_STATES.sub(" us ", re.sub(r"['’]s\b", "", plain.casefold()))
    words = re.findall(r"\w+", plain)
    return tuple([word for word in words if word not in _TITLES] or words)


@lru_cache(maxsize=262_144)
def same_name(one: str, other: str) -> bool:
    """Say whether two names are one: the same words; a person's compatible forms; nearly the same words of a body.

    >>> same_name("J. Roe", "Jane Roe"), same_name("Acme Inc", "Acme Holdings"), same_name("Ann Roe", "Jane Roe")
    (True, True, False)
    """
    x, y = name_words(one), name_words(other)
    if not x or not y or x == y:
        return bool(x) and x == y
    ends_x, ends_y = _GENERATIONS.intersection(x), _GENERATIONS.intersection(y)
    if ends_x and ends_y and ends_x != ends_y:
        return False
    x, y = (tuple(word for word in words if word not in _GENERATIONS) for words in (x, y))
    if _looks_like_people(x, y) and x[-1] == y[-1]:
        first, second = x[0], y[0]
        initial = min(len(first), len(second)) == 1 and first[0] == second[0]
        return first == second or initial or set(x) <= set(y) or set(y) <= set(x)
    return _same_body(x, y)


def _looks_like_people(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    return all(1 < len(words) <= _LONGEST_PERSON and not _BODY_WORDS.intersection(words) for words in (x, y))


def _same_body(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    p, q = ([word for word in words if word not in _FILLERS and (word != "us" or len(words) == 1)] for words in (x, y))
    if p == q or (p and set(p) == set(q)):
        return bool(p)
    common, either = set(p) & set(q), set(p) | set(q)
    if min(len(p), len(q)) > 1 and p[0] == q[0] and (common == set(p) or common == set(q)):
        return True
    return len(common) > 1 and len(common) / len(either) >= _MOSTLY
