"""Names as keys: forms of one name that are spelled differently get keys that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from cleanco import basename, prepare_default_terms
from cleanco.clean import strip_punct, strip_tail

_GENERATION = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9&]+")
_SMALL = frozenset("the of and for in at a an".split())
# Words that many bodies share: a name that has no other word says nothing about which body it is.
_COMMON = frozenset(
    """attorney attorneys general office department police district county city state court bureau division agency
    commission board council government federal national us united states justice unit section service services
    sheriff sheriffs prosecutor prosecutors criminal civil rights task force security authority ministry bank group
    company corporation international american school university hospital center""".split()
)

# Words for the units of a body, which are no bodies under another name.
_UNITS = frozenset("bureau branch division field office section squad subsidiary unit".split())


class NameKey(NamedTuple):
    """A name to compare: of a person the surname and the given names, of a body its words without legal form.

    `full` says whether a person's name has a given name of more than an initial, or a body's a word of its own.
    """

    person: bool
    last: str
    given: tuple[str, ...]
    full: bool


# The last word of every legal form that cleanco knows.
_LEGAL_FORMS = frozenset(words[-1] for _, words in prepare_default_terms())


@lru_cache(maxsize=262_144)
def name_key(name: str, person: bool) -> NameKey:
    """Return the key of a printed name.

    >>> name_key("Donald J. Trump", person=True)
    NameKey(person=True, last='trump', given=('donald', 'j'), full=True)
    >>> name_key("Acme Holdings, Inc.", person=False).given
    ('acme', 'holdings')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    if person:
        words = _WORD.findall(_GENERATION.sub("", plain).casefold().replace("'", "").replace("-", ""))
        given = tuple(words[:-1])
        return NameKey(True, words[-1] if words else "", given, bool(given) and len(given[0]) > 1)
    words = _WORD.findall(_without_legal_form(plain).casefold().replace(".", "").replace("'", ""))
    kept = tuple(word for word in words if word not in _SMALL)
    return NameKey(False, " ".join(kept), kept, not _COMMON.issuperset(kept))


def _without_legal_form(name: str) -> str:
    """Return the name of a body without `Inc.` and the like; most have none, and looking takes long."""
    last = strip_punct(strip_tail(name).casefold()).split()[-1:]
    return (basename(name) or name) if last and last[0] in _LEGAL_FORMS else name


def same_person(one: NameKey, other: NameKey) -> bool:
    """Say whether two names of people go together: one surname, and given names that do not contradict each other."""
    if one.last != other.last:
        return False
    for mine, theirs in zip(one.given, other.given, strict=False):
        if mine != theirs and not (min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0]):
            # A middle name that one of the two leaves out shifts the others.
            return len(one.given) != len(other.given) and one.given[0] == other.given[0]
    return True


def spelling(word: str) -> str:
    """Return what two spellings of one name mostly share: the first letter and the consonants, once each.

    >>> spelling("mallet") == spelling("malllett")
    True
    """
    return word[:1] + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", word[1:]))


def variant_spelling(one: NameKey, other: NameKey) -> bool:
    """Say whether two full names of people are one, of which a vowel or a doubled letter is spelled otherwise.

    Short names are left alone, because too many of them differ in one letter only; so are those that end otherwise,
    as Roberto and Roberta.

    >>> variant_spelling(name_key("Omar Rashidi", person=True), name_key("Omar Rashedi", person=True))
    True
    >>> variant_spelling(name_key("Roberto Poe", person=True), name_key("Roberta Poe", person=True))
    False
    """
    if not (one.person and other.person and one.full and other.full):
        return False
    if one.last != other.last:
        return _spelled_alike(one.last, other.last) and same_person(one, other._replace(last=one.last))
    return _spelled_alike(one.given[0], other.given[0])


def _spelled_alike(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) > 5
        and abs(len(one) - len(other)) < 2
        and one[-1] == other[-1]
        and one != other
        and spelling(one) == spelling(other)
    )


def same_body(one: NameKey, other: NameKey) -> bool:
    """Say whether two names of bodies go together: the words of one begin the other's, which is no unit of it."""
    shorter, longer = sorted((one.given, other.given), key=len)
    begins = bool(shorter) and longer[: len(shorter)] == shorter and one.full and other.full
    return begins and _UNITS.isdisjoint(longer[len(shorter) :])


def same_entity(one: NameKey, other: NameKey) -> bool:
    """Say whether two names may name one person or body."""
    if one.person != other.person:
        # A body of two words is easily taken for a person.
        person, body = (one, other) if one.person else (other, one)
        return len(body.given) > 1 and body.given == (*person.given, person.last)
    return same_person(one, other) if one.person else same_body(one, other)
