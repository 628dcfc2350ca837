"""Read the appositions behind a name: what they say of its bearer, and for whom a lawyer acts."""

from __future__ import annotations

import re

from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.counsel import SILK
from legalnews_dataset.records.legal_words import (
    BE,
    BODIES,
    CLAIMANTS,
    LAWYER_NOUNS,
    NO_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
)
from legalnews_dataset.records.referents import named_body
from legalnews_dataset.records.signs import Signs, title_sign


def read_apposition(c: Clauses, signs: list[Signs], m: int) -> str:
    """Add to the signs of the person of a mention what the apposition behind it says, and return the chief sign."""
    words, inside, begin = _apposition(c, m)
    if not words:
        return ""
    e = c.document.mentions[m].entity
    s = signs[e]
    text = set(words)
    represents = text & {"represents", "represented", "representing", "defending", "defends", "represent"}
    if "represented" in text and "by" in text:
        represents = set()
    if text & {"acts", "acted", "acting", "appearing", "appeared"} and words[2:3] == ["for"] and inside:
        represents = {"acts"}
    if not represents and _of_country(c, words, inside):
        s.add("prosecutor", 0.9, "prosecutor: apposition")
        return "prosecutor"
    if represents or (text & LAWYER_NOUNS and title_sign(words) == "lawyer"):
        if "prosecuting" in text:
            return ""
        s.add("lawyer", 1.0, "lawyer: apposition")
        s.side = _side_told(words, inside) or s.side
        _read_clients(c, s, e, words, inside)
        if not s.clients:
            body = body_of_lawyer(c, begin + len(words), tuple(words))
            s.clients.extend([body] if body >= 0 else [])
        return "lawyer"
    sign = title_sign(words) if not _tells(words) else ""
    if sign in ("judge", "prosecutor", "spokesperson", "agent", "official", "witness", "victim"):
        lead = words[: next((i for i, w in enumerate(words) if w in PREPOSITIONS), len(words))]
        if sign in ("victim", "witness") and (
            not 0 < len(lead) <= 5 or lead[0] not in ("the", "a", "an", "one", "another")
        ):
            return ""
        of_next = sign == "judge" and words[1:2] == ["<name>"]  # `in a suit by Roe, Judge Doe ruled`
        if (title_sign(lead) == sign and not of_next) or sign in ("spokesperson", "official"):
            s.add(sign, 0.9, f"{sign}: apposition")
            if sign == "spokesperson" and text & {"attorney", "attorneys", "prosecutor", "prosecutors", "police"}:
                s.add("agent", 0.9, "spokesperson of the law")
            for _, other in inside:
                if other != e and other not in s.body:
                    s.body.append(other)
            return sign
    return ""


def _apposition(c: Clauses, mention: int) -> tuple[list[str], list[tuple[int, int]], int]:
    """Return the words of the apposition after a mention, the entities inside with their place, its first token."""
    b = c.last[mention] + 1
    end = min(c.span(c.last[mention])[1], b + 22)
    lower = c.lower
    if b >= end:
        return [], [], b
    opened = lower[b]
    if opened in SILK:
        return [], [], b
    if c.words[b][0].isupper() and c.entity_at[b] < 0 and title_sign(lower[b : b + 4]) in ("prosecutor", "judge"):
        return list(lower[b : b + 4]), [], b
    if opened not in (",", "(") and not (
        opened in ("is", "was") and b + 1 < end and lower[b + 1] in ("a", "an", "the", "one")
    ):
        return [], [], b
    k = b + 1
    words: list[str] = []
    entities: list[tuple[int, int]] = []
    if k < end and lower[k].isdigit() and k + 1 < end and lower[k + 1] in (",", ")"):
        k += 2
    if k < end and lower[k] in ("had", "has", "told", "asked"):
        return [], [], b  # `Roe's counsel, Jane Doe, had asked the judge`
    while k < end:
        if c.entity_at[k] >= 0:
            entities.append((len(words), c.entity_at[k]))
            words.append("<name>")
            k = c.last[c.mention_at[k]] + 1
            continue
        w = lower[k]
        if w in ("said", "says", "told", ";", ")", '"', "”", "“", "announced", "added"):
            break
        if (
            w == ","
            and len(words) > 0
            and not entities
            and len(words) < 3
            and words[0] not in SILK
            and k + 1 < end
            and c.words[k + 1][0].isupper()
        ):
            pass
        elif w == "," and words:
            break
        words.append(w)
        k += 1
    return words, entities, b + 1


def _tells(words: list[str]) -> bool:
    """Tell whether what follows a comma is a clause and no apposition (`Roe, who prosecutors say drove the car`)."""
    opening = words[0] if words else ""
    return opening != "accused" and (
        (opening in NO_NOUNS and not (opening == "who" and words[1:2] and words[1] in BE)) or opening.endswith("ed")
    )


def _side_told(words: list[str], inside: list[tuple[int, int]]) -> str | None:
    """Return the side that a lawyer's description tells without a name."""
    text = set(words)
    if text & {"defense", "defence", "defending"}:
        return "defense"
    if text & CLAIMANTS:
        return "plaintiff"
    if text & PRONOUNS:
        return "her" if "her" in text else "his" if "his" in text else "pronoun"
    of_body = not inside and "for" in words and not BODIES.isdisjoint(words[words.index("for") :])
    return "body" if of_body else None


def _of_country(c: Clauses, words: list[str], inside: list[tuple[int, int]]) -> bool:
    """Tell whether an apposition is `an assistant United States attorney`: a place before the noun."""
    return any(
        words[place + 1 : place + 2] in (["attorney"], ["attorneys"])
        and c.kinds[e] == "place"
        and words[place - 1 : place] in (["assistant"], ["the"], ["former"], ["deputy"], ["special"])
        for place, e in inside
        if place
    )


def _read_clients(c: Clauses, s: Signs, e: int, words: list[str], inside: list[tuple[int, int]]) -> None:
    """Sort the names in a lawyer's description into clients and the law firm."""
    at = next((i for i, w in enumerate(words) if w in LAWYER_NOUNS or w.startswith(("represent", "defend"))), 0)
    for place, other in inside:
        if other == e:
            continue
        name = c.document.entities[other].name
        before = words[place - 1] if place else ""
        of_firm = before in ("at", "of", "with", "from", "firm")
        firm_like = "firm" in words[max(0, place - 4) : place] or re.search(r" and | & |LLP|, ", name)
        if c.kinds[other] == "organization" and of_firm and firm_like:
            s.firm_of.append(other)
        elif at - place <= 3 and other not in s.clients and before not in ("in", "at", "from"):
            s.clients.append(other)


def body_of_lawyer(c: Clauses, a: int, words: tuple[str, ...]) -> int:
    """Return the body that a noun before token a names as a client: `the town's lawyer`, `counsel for the city`."""
    for k in range(a - 1, max(c.span(a - 1)[0], a - len(words) - 1), -1):
        if c.lower[k] in BODIES and c.entity_at[k] < 0:
            found = named_body(c, k)
            return found[0] if found else -1
    return -1
