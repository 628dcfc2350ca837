"""Gather claims into proceedings: one case or several, of which kind, and who is on which side."""

from __future__ import annotations

import re
from collections import defaultdict

from legalnews_dataset.records.claims import Claim, Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import CIVIL_WORDS, CRIME_WORDS, GOVERNMENT_ACTS, PLACES
from legalnews_dataset.records.litigation import find_bankruptcies, find_suits
from legalnews_dataset.records.prosecutions import find_prosecutions
from legalnews_dataset.records.signs import Signs

UNITED_STATES = re.compile(
    r"^(?:the )?(?:United States(?: of America)?|U\.?S\.?|(?:U\.?S\.?|federal) government)$", re.I
)
JUSTICE = re.compile(r"\bJustice Dep|Department of Justice|^DOJ$|^(?:U\.S\. )?Attorney General$")


def is_justice(name: str) -> bool:
    """Tell whether a name is that of the department which prosecutes for the United States."""
    # The words alone are a cheap test that few names pass.
    known = "Justice" in name or "DOJ" in name or "Attorney General" in name
    return known and JUSTICE.search(name) is not None


def is_officer(s: Signs) -> bool:
    """Tell whether an entity is an officer of the court: judge, prosecutor or lawyer."""
    return s.get("judge") >= 0.9 or s.get("prosecutor") >= 0.6 or s.get("lawyer") >= 0.9


def find_proceedings(c: Clauses, claims: list[Claim], signs: list[Signs]) -> list[Proceeding]:
    """Return the proceedings of the document, the main one first."""
    blamed: dict[int, float] = defaultdict(float)
    for claim in claims:
        for e in claim.b if claim.kind == "criminal" else ():
            blamed[e] += claim.weight
    officers = {
        e
        for e, s in enumerate(signs)
        if (is_officer(s) and not _is_accused_lawyer(s, blamed[e]))
        or (s.rules.get("victim", "").startswith("victim:") and blamed[e] <= _BLAMED)
    }
    kept = [k for claim in claims if (k := _without(_of_clients(claim, signs), officers, c))]
    kept = _as_regulatory(kept)
    weights: dict[str, float] = defaultdict(float)
    for claim in kept:
        weights[claim.kind] += claim.weight
    civil_weight = weights["civil"] + weights["regulatory"] + weights["dispute"]
    crime_words = sum(map(CRIME_WORDS.__contains__, c.lower))
    civil_words = sum(map(CIVIL_WORDS.__contains__, c.lower))
    opening = next((claim.kind for claim in kept if claim.kind), "")
    if opening in ("civil", "regulatory"):
        civil_weight += _OPENS
    criminal = (
        _OPENS * (opening == "criminal") + weights["criminal"] + 0.1 * crime_words >= civil_weight + 0.1 * civil_words
    )
    if not weights["criminal"] and (civil_weight >= 0.7 or crime_words <= civil_words):
        criminal = False
    if not weights["criminal"] and civil_words and _PENAL.isdisjoint(c.lower):
        criminal = False
    found = find_prosecutions(c, kept, criminal, signs)
    accused = {e for p in found for e in p.b}
    found += find_suits(c, kept, criminal, accused)
    found += find_bankruptcies(kept)
    if not found:
        found += _heard(c, signs, crime_words, civil_words)
    _government(c, found)
    lead = found[0] if found and found[0].kind == "criminal" else None
    # A bankruptcy is what the article is about where the lead tells of no other case.
    first = min(found, key=lambda p: p.token, default=None)
    ruin = first if first is not None and first.kind == "other" else None
    if any(p is not ruin and c.sentence_of[p.token] < _LEAD for p in found):
        ruin = None
    found.sort(
        key=lambda p: (p is not ruin, (p.kind == "criminal") != criminal or p.kind == "other", p is not lead, p.token)
    )
    return found


# Words that every report of a prosecution has at least one of.
_PENAL = frozenset(
    """
    guilty jail jailed prison arrested arrest indicted indictment convicted conviction sentenced sentence sentences
    murder killing manslaughter rape robbery assault theft custody bail probation plea pleaded acquitted police charged
    criminal
    """.split()
)
_LEAD = 3  # sentences
_OPENS = 1.0  # weight that the kind of the case told first has besides
_BLAMED = 1.5  # weight of accusations that even whoever is called a victim does not bear
_TOLD = 3  # words of procedure from which on an article whose judge is named tells a case
_TOLD_BY_LAWYER = 5  # and one that names only a lawyer or a witness


def _heard(c: Clauses, signs: list[Signs], crime_words: int, civil_words: int) -> list[Proceeding]:
    """Return the case of an article that names a judge or a lawyer of it but nobody on a side."""
    told = crime_words + civil_words
    least = _TOLD if any(s.get("judge") >= 0.9 for s in signs) else _TOLD_BY_LAWYER
    signs_of = ("judge",) if least == _TOLD else ("lawyer", "witness")
    officer = next(
        (
            e
            for e, s in enumerate(signs)
            if any(s.get(sign) >= 0.9 for sign in signs_of) and c.document.entities[e].mentions
        ),
        None,
    )
    if officer is None or told < least:
        return []
    token = c.first[c.document.entities[officer].mentions[0]]
    rule = "a judge is named" if least == _TOLD else "a lawyer is named"
    return [Proceeding("criminal" if crime_words > civil_words else "civil", token=token, rule=rule)]


_AGENCY_TOO = frozenset(("was charged", "charged X", "was accused", "charged with", "charged were X"))


def _as_regulatory(claims: list[Claim]) -> list[Claim]:
    """Read `was charged` as the agency's action where an agency charges and nothing else tells of a prosecution."""
    agency = next((claim for claim in claims if claim.kind == "regulatory" and claim.a), None)
    if agency is None or any(claim.kind == "criminal" and claim.rule not in _AGENCY_TOO for claim in claims):
        return claims
    return [
        Claim("regulatory", claim.a or agency.a[:1], claim.b, claim.token, claim.rule, claim.weight)
        if claim.kind == "criminal"
        else claim
        for claim in claims
    ]


def _is_accused_lawyer(s: Signs, blamed: float) -> bool:
    """Tell whether an officer by title is himself the accused (`attorney Roe, who robbed clients, pleaded guilty`)."""
    if s.get("judge") >= 0.9 or s.get("prosecutor") >= 0.9:
        return False
    return blamed > _BLAMED or (blamed >= 1 and not s.clients and s.side is None and s.get("lawyer") <= 1)


def _of_clients(claim: Claim, signs: list[Signs]) -> Claim:
    """Read a suit that a lawyer files as that of the clients."""
    if not any(signs[e].get("lawyer") >= 0.9 and signs[e].clients for e in claim.a):
        return claim
    a = tuple(x for e in claim.a for x in (signs[e].clients if signs[e].get("lawyer") >= 0.9 else (e,)))
    return Claim(claim.kind, tuple(e for e in a if e not in claim.b), claim.b, claim.token, claim.rule, claim.weight)


def _is_nobody(c: Clauses, e: int) -> bool:
    """Tell whether a name stands for someone unnamed (`Jane Doe`), mostly a victim and nobody to be charged."""
    return c.document.entities[e].name in ("Jane Doe", "John Doe")


def _without(claim: Claim, officers: set[int], c: Clauses) -> Claim | None:
    a = tuple(e for e in claim.a if e not in officers or c.kinds[e] != "person")
    b = tuple(e for e in claim.b if e not in officers and e not in claim.a and not _is_nobody(c, e))
    if not a and not b:
        return None
    return Claim(claim.kind, a, b, claim.token, claim.rule, claim.weight)


def _government(c: Clauses, found: list[Proceeding]) -> None:
    """Settle who the plaintiff is where the United States or its Justice Department acts in a civil case."""
    entities = c.document.entities
    state = next((e for e, x in enumerate(entities) if UNITED_STATES.match(x.name)), -1)
    justice = [e for e, x in enumerate(entities) if is_justice(x.name)]
    if not justice:
        return
    for p in found:
        if p.kind != "civil" or any(e != state and e not in justice and c.kinds[e] != "person" for e in p.a) or not p.b:
            continue
        if state in p.b or any(e in p.b for e in justice):
            continue
        if not p.a and state < 0:
            p.a.update(dict.fromkeys(_acting(c, justice), "the department acts"))
        if state >= 0 and (state in p.a or _acts(c, state)):
            for e in justice:
                p.a.pop(e, None)
            p.a = {state: p.a.get(state, "the United States acts"), **p.a}
        return


def _acts(c: Clauses, state: int) -> bool:
    """Tell whether the United States is named as more than a place."""
    return any(c.head(m)[2] not in PLACES for m in c.document.entities[state].mentions)


def _acting(c: Clauses, justice: list[int]) -> list[int]:
    """Return the department where it is told to sue, settle or file."""
    for k, word in enumerate(c.lower):
        if word in GOVERNMENT_ACTS and c.entity_at[k] < 0:
            found = [e for e in c.subjects(k) if e in justice]
            if found:
                return found[:1]
    return []
