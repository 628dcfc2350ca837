"""Which name a word stands for: behind an opening phrase, `the department`, `Acme founder Jane Roe`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from legalnews_dataset.records.legal_words import (
    BE,
    KIN,
    LAWYER_NOUNS,
    NOUN_WORDS,
    OFFICERS,
    PEOPLE_NOUNS,
    POSSESSIVES,
    SPOKES,
)

if TYPE_CHECKING:
    from legalnews_dataset.records.clauses import Clauses

_FAR = 120  # names between a noun and the body that it stands for
_BODY_NOUNS = frozenset(
    "department university hospital bank school council commission agency authority district board diocese".split()
)
# Those whom a lead tells of by the person whom a later sentence names (`The widow of a man who was shot won damages`).
RELATED = frozenset("widow family relatives mother father parents lawyer lawyers victim victims friends".split())


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
    """Return the body named last before the noun of its name at token k (`sued the department`)."""
    if c.lower[k : k + 1] == [] or c.lower[k] not in _BODY_NOUNS:
        return []
    after = c.lower[k + 1 : k + 2]
    if after and (after[0] in POSSESSIVES or after[0] in NOUN_WORDS):
        return []
    for m in range(bisect_left(c.first, k) - 1, max(-1, bisect_left(c.first, k) - _FAR), -1):
        e = c.document.mentions[m].entity
        body = c.kinds[e] in ("organization", "government")
        if body and c.lower[k] in c.document.entities[e].name.lower().split():
            return [e]
    return []


_DESCRIBING = NOUN_WORDS | KIN | PEOPLE_NOUNS


def described_by(c: Clauses, k: int, end: int) -> int:
    """Return the token after k where the name stands that the name before k describes, -1 where there is none.

    `Acme founder Jane Roe`, `Roe's daughters Ann and Beth`, `two Acme employees, Jane Roe and Ann Poe`.
    """
    if k >= end:
        return -1
    many, owns = c.lower[k] in PEOPLE_NOUNS, c.lower[k] in POSSESSIVES
    first = k = k + owns
    while k < min(end, first + 4) and c.lower[k] in _DESCRIBING and c.entity_at[k] < 0 and c.lower[k].isalpha():
        k += 1
    apposed = (many and k == first + 1) or (owns and k > first and k + 1 < end and is_named(c, k + 1))
    k += apposed and k < end and c.lower[k] == ","
    if not first < k < end or c.entity_at[k] < 0:
        return -1
    plain = k == first + 1 and not owns and not many
    return k if plain or c.kinds[c.entity_at[k]] == "person" else -1


def is_named(c: Clauses, token: int) -> bool:
    """Tell whether a person's name begins at a token and a comma, a list or the end follows it."""
    m = c.mention_at[token]
    if m < 0 or c.first[m] != token or c.kinds[c.entity_at[token]] != "person":
        return False
    after = c.lower[c.last[m] + 1 : c.last[m] + 2]
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
