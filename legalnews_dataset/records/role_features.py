"""What a linear model of roles looks at: an entity's signs and the words around all its mentions, added up."""

from __future__ import annotations

from legalnews_dataset.records.clauses import MEDIA, Clauses
from legalnews_dataset.records.legal_words import ADVERBS, AUXILIARIES, BE, CIVIL_WORDS, CRIME_WORDS, POSSESSIVES
from legalnews_dataset.records.proceedings import Proceeding
from legalnews_dataset.records.signs import LAW_OFFICE, Signs
from legalnews_dataset.records.story import Party

Telling = tuple[bool, tuple[str, ...], tuple[int, ...]]
READ = 60  # words and names of one sentence that are looked at
MENTIONS_READ = 6  # further mentions add little
_NAME_WORDS = frozenset(
    """
    inc corp co ltd llc plc company bank group department police court office university school hospital church city
    county state commission agency bureau service services union association party ministry government division board
    authority council institute center foundation fund trust times news post army embassy congress senate house irs fbi
    """.split()
)


def role_features(
    c: Clauses,
    e: int,
    s: Signs,
    proceedings: list[Proceeding],
    sides: dict[int, str],
    given: list[Party],
    telling: list[Telling],
) -> set[str]:
    """Return the names of the features of an entity.

    Args:
        c: the document's clauses.
        e: the entity.
        s: its signs.
        proceedings: the proceedings of the document, the main one first.
        sides: the side of each entity that has one, as `sides_of` tells it.
        given: the parties that the rules made of the entity.
        telling: for each sentence, whether it tells of the proceeding.

    """
    entity = c.document.entities[e]
    kind = proceedings[0].kind if proceedings else "none"
    found = {f"kind={c.kinds[e]}", f"case={kind}"}
    for party in given:
        found.add(f"role={party.role}")
        found.add(f"rule={party.role}|{party.rule}")
        found.add(f"main={party.role}|{party.case == 0}")
    if not given:
        found.add(f"role=none|{c.kinds[e]}|{kind}")
    for sign, strength in s.strength.items():
        if strength >= 0.5:
            found.add(f"sign={sign}")
            found.add(f"sign={sign}|{kind}")
    if LAW_OFFICE.search(entity.name):
        found.add(f"law office|{kind}")
    if MEDIA.match(entity.name):
        found.add("media")
    for word in entity.name.lower().split():
        if word.strip(".,") in _NAME_WORDS:
            found.add(f"name={word.strip('.,')}")
    found.add(f"words={min(3, len(entity.name.split()))}|{c.kinds[e]}")
    mentions = entity.mentions
    found.add(f"times={min(5, len(mentions))}|{c.kinds[e]}")
    opening = c.sentence_of[c.first[mentions[0]]]
    found.add(f"opening={0 if opening == 0 else 1 if opening < 3 else 2 if opening < 8 else 3}|{c.kinds[e]}")
    for m in mentions[:MENTIONS_READ]:
        _around(c, m, e, sides, found, telling)
    return found


def _around(c: Clauses, m: int, e: int, sides: dict[int, str], found: set[str], telling: list[Telling]) -> None:
    lower = c.lower
    a, b = c.first[m], c.last[m]
    start, end = c.span(a)
    kind = c.kinds[e]
    head, owner, governor = c.head(m)
    for word in head[-3:]:
        found.add(f"head={word}|{kind}")
    if owner >= 0:
        found.add(f"owner={sides.get(owner, 'other')}|{kind}")
    found.add(f"governor={governor}|{kind}")
    if governor:
        k = a - len(head) - 2
        if start <= k < a:
            found.add(f"before governor={lower[k]} {governor}|{kind}")
    for step in (1, 2, 3):
        k = b + step
        found.add(f"right{step}={lower[k] if k < end else '$'}|{kind}")
    if b + 2 < end:
        found.add(f"right={lower[b + 1]} {lower[b + 2]}")
    for step in (1, 2, 3):
        k = a - step
        found.add(f"left{step}={lower[k] if k >= start else '^'}|{kind}")
    if b + 2 < end and lower[b + 1] == "," and lower[b + 2].isdigit():
        found.add("age")
    _verb(c, b, owner, found)
    told, near, names = telling[c.sentence_of[a]]
    found.add(f"telling={told}|{kind}")
    found.update([f"near={word}|{kind}" for word in near])
    found.update([f"beside={sides[x]}|{kind}" for x in names if x != e and x in sides])


def _verb(c: Clauses, b: int, owner: int, found: set[str]) -> None:
    """Add the verb whose auxiliaries follow the token b, and the noun that the name owns."""
    lower, end, kind = c.lower, c.span(b)[1], c.kinds[c.entity_at[b]]
    k = b + 1
    while k < end and k < b + 8 and (lower[k] in AUXILIARIES or lower[k] in ADVERBS):
        k += 1
    if b + 1 < k < end:
        found.add(f"verb={lower[k - 1] in BE} {lower[k]}|{kind}")
    if owner < 0 and end > b + 1 and lower[b + 1] in POSSESSIVES:
        found.add(f"owns={lower[b + 2] if b + 2 < end else '$'}|{kind}")


NEAR = (
    CRIME_WORDS
    | CIVIL_WORDS
    | frozenset(
        """
        investigated investigation investigating assisted assistance announced testified witness witnesses victim
        victims told court judge lawyer attorney represented said spokesman owned operated employees company
        subsidiary defrauded stole shot killed died body mother father family wife husband agents prosecuting
        """.split()
    )
)


def sides_of(proceedings: list[Proceeding]) -> dict[int, str]:
    """Return for each entity on a side of a proceeding which one: `a`, who claims, or `b`, who answers."""
    return {x: "a" for p in proceedings for x in p.a} | {x: "b" for p in proceedings for x in p.b}


def telling_sentences(c: Clauses) -> list[Telling]:
    """Return for each sentence whether it tells of procedure, its telling words and the entities that it names."""
    found = []
    for sentence in c.document.sentences:
        words, entities = c.lower[sentence.first : sentence.last], c.entity_at[sentence.first : sentence.last]
        near = [(w, e) for w, e in zip(words, entities, strict=True) if w in NEAR]
        told = any(w in CRIME_WORDS or w in CIVIL_WORDS for w, _ in near)
        outside = dict.fromkeys(w for w, e in near if e < 0)
        names = dict.fromkeys(e for e in entities if e >= 0)
        found.append((told, tuple(outside)[:READ], tuple(names)[:READ]))
    return found
