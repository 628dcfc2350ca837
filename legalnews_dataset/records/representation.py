"""Find on which side a lawyer acts, in which case, and for which firm."""

from __future__ import annotations

import re

from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.named_kinds import is_media
from legalnews_dataset.records.signs import Signs


def side_of(
    c: Clauses, proceedings: list[Proceeding], principal: dict[int, int], e: int, signs: list[Signs]
) -> tuple[int, str, tuple[int, ...]]:
    """Return the case and the side of a lawyer, from the clients that the text gives or else from the kind of case."""
    s = signs[e]
    clients = [client for client in s.clients if client in principal]
    if clients:
        i = min(principal[client] for client in clients)
        p = proceedings[i]
        role, side = next(
            ("plaintiff_attorney", p.a) if client in p.a else ("defense_attorney", p.b)
            for client in clients
            if client in p.a or client in p.b
        )
        return i, role, tuple(client for client in clients if client in side)
    asked = [x for x in s.opposed if x in principal]
    if asked or s.side == "opens":
        i = min((principal[x] for x in asked), default=0)
        p = proceedings[i]
        sues = s.side == "opens" or any(x in p.b for x in asked)
        if sues and p.kind == "criminal":
            return i, "prosecutor", ()
        return i, *(("plaintiff_attorney", tuple(p.a)) if sues else ("defense_attorney", tuple(p.b)))
    i = _told_before(c, proceedings, e) if not s.clients and s.side is None else 0
    main = proceedings[i]
    # One accused alone has no `their lawyer`: those have who were harmed.
    theirs = s.side == "their" and main.kind == "criminal" and len(main.b) == 1
    of_harmed = theirs or any(signs[client].get("victim") >= 0.8 for client in s.clients)
    if s.side == "plaintiff" or of_harmed:
        i = next((i for i, p in enumerate(proceedings) if p.kind == "civil"), 0)
        main = proceedings[i]
        return i, "plaintiff_attorney", tuple(main.a) if len(main.a) == 1 else ()
    if main.kind != "criminal" and s.clients and bool(main.a) != bool(main.b):
        # Who is on no side, but has a lawyer, is on the one that nobody else is on.
        return i, "defense_attorney" if main.a else "plaintiff_attorney", ()
    if s.side in ("her", "his") and main.kind != "criminal":
        gender = "f" if s.side == "her" else "m"
        fits = {x for x in main.a if c.kinds[x] == "person" and c.document.entities[x].gender in (gender, None)}
        answers = any(c.document.entities[x].gender == gender for x in main.b)
        if (fits or not main.a) and not (answers and not any(c.document.entities[x].gender == gender for x in fits)):
            return i, "plaintiff_attorney", tuple(x for x in main.a if x in fits)
    if s.get("civic") and main.kind != "criminal" and not any(c.kinds[x] == "government" for x in main.a):
        return i, "defense_attorney", tuple(main.b) if len(main.b) == 1 else ()
    bodies = [e for e in main.b if c.kinds[e] in ("organization", "government")]
    of_body = s.side == "body" and (bodies or all(c.kinds[e] == "person" for e in main.a))
    if s.side in _OF_ACCUSED or main.kind == "criminal" or of_body:
        return i, "defense_attorney", tuple(main.b) if len(main.b) == 1 else ()
    return i, "plaintiff_attorney", tuple(main.a) if len(main.a) == 1 else ()


_OF_ACCUSED = frozenset(("defense", "pronoun", "her", "his", "their"))


def _told_before(c: Clauses, proceedings: list[Proceeding], e: int) -> int:
    """Return the case told last before an entity is named where the main one is told only after it, else the main."""
    at = c.first[c.document.entities[e].mentions[0]]
    if proceedings[0].token < at:
        return 0
    return max(((p.token, i) for i, p in enumerate(proceedings) if p.token < at), default=(0, 0))[1]


_LEGAL_SERVICE = re.compile(r"\b(?:Legal|Law|Defend\w+|Rights|Liberties)\b(?! Division)|Lawyers")


def firms_of(c: Clauses, lawyer: int, principal: dict[int, int]) -> list[int]:
    """Return the firms or legal services that a lawyer is said to be of (`Jane Roe of Roe & Doe`)."""
    named = c.document.entities
    return [
        e
        for e in bodies_after(c, lawyer)
        if e not in principal
        and not is_media(named[e].name)
        and (c.kinds[e] == "organization" or _LEGAL_SERVICE.search(named[e].name))
    ]


def bodies_after(c: Clauses, person: int) -> list[int]:
    """Return the bodies that a person is said to be of: `Jane Roe of Acme`, `Sgt. John Doe, from the Dover Police`."""
    found = []
    for m in c.document.entities[person].mentions:
        k = c.last[m] + 1
        if c.lower[k : k + 1] == [","]:
            k += 1
        if c.lower[k : k + 1] not in (["of"], ["at"], ["with"], ["from"]):
            continue
        k += 1 + (c.lower[k + 1 : k + 2] == ["the"])
        e = c.entity_at[k] if k < len(c.lower) else -1
        if e >= 0 and c.kinds[e] not in ("person", "place") and c.first[c.mention_at[k]] == k:
            found.append(e)
    return found
