"""Which name a word stands for: behind an opening phrase, `the department`, `Acme founder Jane Roe`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from legalnews_dataset.records.legal_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    KIN,
    LAWYER_NOUNS,
    LIST_BREAKS,
    NO_NOUNS,
    NOUN_WORDS,
    OFFICERS,
    PEOPLE_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SPOKES,
    TIME_WORDS,
)
from legalnews_dataset.records.municipalities import NOUNS
from legalnews_dataset.records.named_kinds import is_court

if TYPE_CHECKING:
    from legalnews_dataset.records.clauses import Clauses

_FAR = 120  # names between a noun and the body that it stands for
_BODY_NOUNS = frozenset(
    "department university hospital bank school council commission agency authority district board diocese union "
    "brotherhood federation association league society church museum club institute foundation".split()
)
# Words of names that another noun stands for.
_NAMES_OF = {
    "hospital": frozenset("hospital hospitals medical clinic infirmary".split()),
    "school": frozenset("school academy high".split()),
    "district": frozenset("district schools unified".split()),
    "university": frozenset("university college institute".split()),
}
_OF_BODIES = frozenset(
    "school city county police fire planning zoning transit housing health state public parks".split()
)
# Those whom a lead tells of by the person whom a later sentence names (`The widow of a man who was shot won damages`).
RELATED = frozenset("widow family relatives mother father parents lawyer lawyers victim victims friends".split())


def chars_of(c: Clauses, token: int) -> tuple[int, int]:
    """Return where the characters of a token's sentence begin and end, as far as `Clauses.span` reaches."""
    first, last = c.span(token)
    return c.document.tokens.starts[first], c.document.tokens.ends[last - 1]


def after_phrase(c: Clauses, clause: int, j: int) -> int:
    """Return where a clause goes on after a phrase that opens it (`In another case last May, she was fined`)."""
    if c.lower[clause] not in ("in", "at", "on", "after", "during", "before"):
        return clause
    for k in range(clause + 1, min(clause + 11, j)):
        if c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] != "place":
            break
        if c.lower[k] == ",":
            return k + 1
    return clause


def body_called(c: Clauses, k: int) -> list[int]:
    """Return the body that a noun or two at token k stand for after `the` (`sued the department`, `the city`)."""
    k = _body_noun(c, k)
    if k < 0:
        return []
    after = c.lower[k + 1 : k + 2]
    if after and (after[0] in POSSESSIVES or _is_noun(after[0])):
        return []
    return named_body(c, k)


def _body_noun(c: Clauses, k: int) -> int:
    """Return the token of the noun of a body at k or behind a word that describes it (`the school district`)."""
    words = c.lower[k : k + 2]
    if len(words) == 2 and words[0] in _OF_BODIES and words[1] in _BODY_NOUNS and c.entity_at[k + 1] < 0:
        return k + 1
    return k if words and (words[0] in _BODY_NOUNS or words[0] in NOUNS) and c.entity_at[k] < 0 else -1


def _is_noun(word: str) -> bool:
    """Tell whether a word goes on a noun (`the city council`), and does not begin what is said of it."""
    known = word in LIST_BREAKS or word in PREPOSITIONS or word in AUXILIARIES or word in ADVERBS or word in NO_NOUNS
    return word in NOUN_WORDS or not (known or word in TIME_WORDS or not word.isalpha() or word.endswith("ed"))


def named_body(c: Clauses, k: int) -> list[int]:
    """Return the body named last before the noun of its name at token k, or the municipality that it means."""
    if c.lower[k] in NOUNS:
        return [c.municipalities[c.lower[k]]] if c.lower[k] in c.municipalities else []
    called = _NAMES_OF.get(c.lower[k], frozenset((c.lower[k],)))
    for m in range(bisect_left(c.first, k) - 1, max(-1, bisect_left(c.first, k) - _FAR), -1):
        e = c.document.mentions[m].entity
        body = c.kinds[e] in ("organization", "government")
        name = c.document.entities[e].name
        if body and not called.isdisjoint(name.lower().split()) and not is_court(name):
            return [e]
    return []


def object_called(c: Clauses, verb: int, pronoun: str) -> list[int]:
    """Return whom a pronoun after a verb stands for: not the subject of that verb (`Judge Roe awarded her $5`)."""
    kind, start = {"it": "body", "them": "any"}.get(pronoun, "person"), c.span(verb)[0]
    found = c.referent(verb, start, kind)
    if found and found == c.subjects(verb):
        found = c.referent(start, start, kind)
    return found


_DESCRIBING = NOUN_WORDS | KIN | PEOPLE_NOUNS


def described_by(c: Clauses, k: int, end: int) -> int:
    """Return the token after k where the name stands that the name before k describes, -1 where there is none.

    `Acme founder Jane Roe`, `Roe's daughters Ann and Beth`, `two Acme employees, Jane Roe and Ann Poe`,
    `an Acme director, Jane Roe`.
    """
    if k >= end:
        return -1
    many, owns = c.lower[k] in PEOPLE_NOUNS, c.lower[k] in POSSESSIVES
    first = k = k + owns
    one = first > 1 and c.entity_at[first - 1] >= 0 and c.lower[c.first[c.mention_at[first - 1]] - 1] in ("a", "an")
    while k < min(end, first + 4) and c.lower[k] in _DESCRIBING and c.entity_at[k] < 0 and c.lower[k].isalpha():
        k += 1
    apposed = (many and k == first + 1) or ((owns or one) and k > first and k + 1 < end and is_named(c, k + 1))
    k += apposed and k < end and c.lower[k] == ","
    if not first < k < end or c.entity_at[k] < 0:
        return -1
    plain = k == first + 1 and not owns and not many
    return k if plain or c.kinds[c.entity_at[k]] == "person" else -1


def is_office(c: Clauses, clause: int, verb: int) -> bool:
    """Tell whether the words before a verb only say which office its subject had (`Ruritania's former spy chief`)."""
    words = range(clause, verb)
    owned = any(c.lower[k] in POSSESSIVES for k in words) or c.word(clause) == "the"
    people = any(c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] != "place" for k in words)
    return owned and not people and "former" in c.lower[clause:verb]


def is_named(c: Clauses, token: int) -> bool:
    """Tell whether a name begins at a token and a comma, or for a person a list or the end, follows it."""
    m = c.mention_at[token]
    if m < 0 or c.first[m] != token or c.kinds[c.entity_at[token]] == "place":
        return False
    after = c.lower[c.last[m] + 1 : c.last[m] + 2]
    if c.kinds[c.entity_at[token]] != "person":
        return after == [","]
    return not after or after[0] in (",", ".", "and", "for", "in", "over", "(", "with", "of", "after")


def has_verb(c: Clauses, first: int, last: int) -> bool:
    """Tell whether a pronoun before these tokens has a verb of its own (`while she was ill` before `was jailed`)."""
    words = c.lower[first : last + 1]
    return not BE.isdisjoint(words) and _JOINS.isdisjoint(words)


_JOINS = frozenset(("and", "but", ",", "or"))
_SPEAKERS = LAWYER_NOUNS | SPOKES


def speaks_for(c: Clauses, mention: int) -> bool:
    """Tell whether a person is introduced as someone's lawyer or spokesman, of whom no later `he` tells."""
    a, b = c.first[mention], c.last[mention]
    before = c.lower[max(c.span(a)[0], a - 7) : a] if c.lower[a - 1] == "," else c.head(mention)[0]
    after = c.lower[b + 1 : b + 7]
    return not _SPEAKERS.isdisjoint(before) or (after[:1] == [","] and not _SPEAKERS.isdisjoint(after[1:4]))


def described_person(c: Clauses, k: int, start: int) -> list[int]:
    """Return the person whom a description that ends at token k belongs to.

    `Roe, the firm's former director, who pleaded guilty`, `Roe, a lobbyist for growers who was convicted`,
    `Roe and two other members of the Reform Party, who went on trial`.
    """
    for j in range(k, max(start, k - _DESCRIPTION), -1):
        e = c.entity_at[j - 1]
        named = e >= 0 and c.kinds[e] == "person"
        if named and (c.lower[j] == "," or (c.lower[j] == "and" and not _FELLOWS.isdisjoint(c.lower[j + 1 : j + 4]))):
            return [e]
        if c.entity_at[j] < 0 and (c.lower[j] in _ENDS or c.lower[j] in BE):
            break
    return []


_DESCRIPTION = 13  # tokens
_FELLOWS = frozenset("other others members colleagues associates".split())
_ENDS = frozenset("that because when while if where which who whom said says told ; :".split())


RELATIVES_OF = frozenset(
    "mother father widow widower wife husband brother sister son daughter grandmother grandfather parents".split()
)


_KIN_FAR = 600  # tokens


def kin_named(c: Clauses, token: int) -> list[int]:
    """Return the person whom the article names by a word of kinship: `the mother, Jane Roe`, `Roe's widow, Ann`."""
    noun = c.lower[token]
    for k in range(max(0, token - _KIN_FAR), min(len(c.lower), token + _KIN_FAR)):
        if c.lower[k] == noun and c.entity_at[k] < 0:
            at = k + 1 + (c.lower[k + 1 : k + 2] == [","])
            if at < len(c.lower) and is_named(c, at) and c.sentence_of[at] == c.sentence_of[k]:
                return c.objects(at - 1, 2) if noun == "parents" else [c.entity_at[at]]
    return []


def named_next(c: Clauses, verb: int) -> list[int]:
    """Return the person whom one of the next sentences names first, or beside the officer who opens it."""
    if c.in_quotes(verb):
        return []
    here = c.sentence_of[verb]
    for sentence in c.document.sentences[here + 1 : here + 4]:
        for k in range(sentence.first, min(sentence.first + 12, sentence.last)):
            m = c.mention_at[k]
            if m >= 0 and c.first[m] == k and c.kinds[c.entity_at[k]] == "person":
                if OFFICERS.intersection(c.head(m)[0]):
                    return _aged(c, m, sentence.last)
                if c.governed(m) or not c.opens(m):
                    break
                return [c.entity_at[k]]
    return []


def _aged(c: Clauses, officer: int, end: int) -> list[int]:
    """Return the person named with an age after an officer (`Judge Roe set the sentencing of Doe, 42, for May`)."""
    for m in range(officer + 1, len(c.first)):
        e, after = c.document.mentions[m].entity, c.last[m] + 1
        if c.first[m] >= end:
            break
        if c.kinds[e] == "person" and c.document.entities[e].mentions[0] == m:
            aged = after + 1 < end and c.lower[after] == "," and c.lower[after + 1].isdigit()
            return [e] if aged else []
    return []
