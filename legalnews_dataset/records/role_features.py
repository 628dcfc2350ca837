"""What a linear model of roles looks at: an entity's signs and the words around all its mentions, added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import ADVERBS, AUXILIARIES, BE, CIVIL_WORDS, CRIME_WORDS, POSSESSIVES
from legalnews_dataset.records.media import is_media
from legalnews_dataset.records.proceedings import Proceeding
from legalnews_dataset.records.signs import Signs, is_law_office
from legalnews_dataset.records.story import Party

Telling = tuple[bool, tuple[str, ...], tuple[int, ...]]
Feature = TypeVar("Feature")
READ = 60  # words and names of one sentence that are looked at
MENTIONS_READ = 6  # further mentions add little
_NAME_WORDS = frozenset(
    """
    inc corp co ltd llc plc company bank group department police court office university school hospital church city
    county state commission agency bureau service services union association party ministry government division board
    authority council institute center foundation fund trust times news post army embassy congress senate house irs fbi
    """.split()
)


class Around(NamedTuple, Generic[Feature]):
    """What turns a word around a mention into a feature, for each place and for entities of one kind."""

    head: Callable[[str], Feature]
    owner: Callable[[str], Feature]
    governor: Callable[[str], Feature]
    before_governor: Callable[[str], Feature]
    right1: Callable[[str], Feature]
    right2: Callable[[str], Feature]
    right3: Callable[[str], Feature]
    left1: Callable[[str], Feature]
    left2: Callable[[str], Feature]
    left3: Callable[[str], Feature]
    verb: Callable[[str], Feature]
    owns: Callable[[str], Feature]
    telling: Callable[[str], Feature]
    near: Callable[[str], Feature]
    beside: Callable[[str], Feature]


class Naming(NamedTuple, Generic[Feature]):
    """How features are told: by their name as they are learned, by their number in a model as they are weighed."""

    plain: Callable[[str], Feature]
    around: dict[str, Around[Feature]]


KINDS = ("person", "organization", "government", "place")
SPELLED: Naming[str] = Naming(
    str,
    {kind: Around(*(f"{place.replace('_', ' ')}={{}}|{kind}".format for place in Around._fields)) for kind in KINDS},
)


def numbered(names: Iterable[str]) -> Naming[int | None]:
    """Return how to tell features by their place among these names, None for all others.

    >>> naming = numbered(["case=civil", "left1=judge|person"])
    >>> naming.plain("case=civil"), naming.around["person"].left1("judge"), naming.around["place"].left1("judge")
    (0, 1, None)
    """
    numbers = {name: i for i, name in enumerate(names)}
    words: dict[tuple[str, str], dict[str, int]] = {(kind, place): {} for kind in KINDS for place in Around._fields}
    for name, number in numbers.items():
        place, _, rest = name.partition("=")
        word, _, kind = rest.rpartition("|")
        table = words.get((kind, place.replace(" ", "_")))
        if table is not None:
            table[word] = number
    return Naming(numbers.get, {kind: Around(*(words[kind, place].get for place in Around._fields)) for kind in KINDS})


def role_features(
    c: Clauses,
    e: int,
    s: Signs,
    proceedings: list[Proceeding],
    sides: dict[int, str],
    given: list[Party],
    telling: list[Telling],
    naming: Naming[Feature],
) -> set[Feature]:
    """Return the features of an entity.

    Args:
        c: the document's clauses.
        e: the entity.
        s: its signs.
        proceedings: the proceedings of the document, the main one first.
        sides: the side of each entity that has one, as `sides_of` tells it.
        given: the parties that the rules made of the entity.
        telling: for each sentence, whether it tells of the proceeding.
        naming: how a feature is told.

    """
    entity = c.document.entities[e]
    case = proceedings[0].kind if proceedings else "none"
    kind, mentions, words = c.kinds[e], entity.mentions, entity.name.split()
    opening = c.sentence_of[c.first[mentions[0]]]
    found = [
        f"kind={kind}",
        f"case={case}",
        f"words={min(3, len(words))}|{kind}",
        f"times={min(5, len(mentions))}|{kind}",
        f"opening={0 if opening == 0 else 1 if opening < 3 else 2 if opening < 8 else 3}|{kind}",
    ]
    for party in given:
        found += (f"role={party.role}", f"rule={party.role}|{party.rule}", f"main={party.role}|{party.case == 0}")
    if not given:
        found.append(f"role=none|{kind}|{case}")
    for sign, strength in s.strength.items():
        if strength >= 0.5:
            found += (f"sign={sign}", f"sign={sign}|{case}")
    if is_law_office(entity.name):
        found.append(f"law office|{case}")
    if is_media(entity.name):
        found.append("media")
    found += [f"name={word}" for w in words if (word := w.lower().strip(".,")) in _NAME_WORDS]
    features = set(map(naming.plain, found))
    for m in mentions[:MENTIONS_READ]:
        _around(c, m, e, sides, features, telling, naming)
    return features


def _around(
    c: Clauses,
    m: int,
    e: int,
    sides: dict[int, str],
    found: set[Feature],
    telling: list[Telling],
    naming: Naming[Feature],
) -> None:
    lower = c.lower
    a, b = c.first[m], c.last[m]
    start, end = c.span(a)
    kind = c.kinds[e]
    place, add = naming.around[kind], found.add
    head, owner, governor = c.head(m)
    found.update(map(place.head, head[-3:]))
    if owner >= 0:
        add(place.owner(sides.get(owner, "other")))
    add(place.governor(governor))
    if governor:
        k = a - len(head) - 2
        if start <= k < a:
            add(place.before_governor(f"{lower[k]} {governor}"))
    right1, right2, right3 = (*lower[b + 1 : min(b + 4, end)], "$", "$", "$")[:3]
    add(place.right1(right1))
    add(place.right2(right2))
    add(place.right3(right3))
    add(place.left1(lower[a - 1] if a - 1 >= start else "^"))
    add(place.left2(lower[a - 2] if a - 2 >= start else "^"))
    add(place.left3(lower[a - 3] if a - 3 >= start else "^"))
    if b + 2 < end:
        add(naming.plain(f"right={right1} {right2}"))
        if right1 == "," and right2.isdigit():
            add(naming.plain("age"))
    _verb(c, b, owner, found, naming)
    told, near, names = telling[c.sentence_of[a]]
    add(place.telling(str(told)))
    found.update(map(place.near, near))
    found.update([place.beside(sides[x]) for x in names if x in sides and x != e])


def _verb(c: Clauses, b: int, owner: int, found: set[Feature], naming: Naming[Feature]) -> None:
    """Add the verb whose auxiliaries follow the token b, and the noun that the name owns."""
    lower, end, place = c.lower, c.span(b)[1], naming.around[c.kinds[c.entity_at[b]]]
    k = b + 1
    while k < end and k < b + 8 and (lower[k] in AUXILIARIES or lower[k] in ADVERBS):
        k += 1
    if b + 1 < k < end:
        found.add(place.verb(f"{lower[k - 1] in BE} {lower[k]}"))
    if owner < 0 and end > b + 1 and lower[b + 1] in POSSESSIVES:
        found.add(place.owns(lower[b + 2] if b + 2 < end else "$"))


_PROCEDURE = CRIME_WORDS | CIVIL_WORDS
NEAR = _PROCEDURE | frozenset(
    """
    investigated investigation investigating assisted assistance announced testified witness witnesses victim
    victims told court judge lawyer attorney represented said spokesman owned operated employees company
    subsidiary defrauded stole shot killed died body mother father family wife husband agents prosecuting
    """.split()
)


def sides_of(proceedings: list[Proceeding]) -> dict[int, str]:
    """Return for each entity on a side of a proceeding which one: `a`, who claims, or `b`, who answers."""
    return {x: "a" for p in proceedings for x in p.a} | {x: "b" for p in proceedings for x in p.b}


def telling_sentences(c: Clauses) -> list[Telling]:
    """Return for each sentence whether it tells of procedure, its telling words and the entities that it names."""
    found = []
    for sentence in c.document.sentences:
        words, entities = c.lower[sentence.first : sentence.last], c.entity_at[sentence.first : sentence.last]
        near = NEAR.intersection(words)
        outside = dict.fromkeys(
            [w for w, e in zip(words, entities, strict=True) if e < 0 and w in near] if near else ()
        )
        names = dict.fromkeys(entities)
        names.pop(-1, None)
        found.append((not near.isdisjoint(_PROCEDURE), tuple(outside)[:READ], tuple(names)[:READ]))
    return found
