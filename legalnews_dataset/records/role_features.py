"""What a linear model of roles looks at: an entity's signs and the words around all its mentions, added up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import ADVERBS, AUXILIARIES, BE, CIVIL_WORDS, CRIME_WORDS, POSSESSIVES
from legalnews_dataset.records.named_kinds import is_media
from legalnews_dataset.records.signs import Signs, is_law_office
from legalnews_dataset.records.story import Party

Telling = tuple[bool, Collection[str], tuple[int, ...]]
Feature = TypeVar("Feature")
READ = 60  # words and names of one sentence that are looked at
MENTIONS_READ = 6  # further mentions add little
_MOST_KEPT = 1 << 12  # as many groups of features are kept before they start afresh
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
    right1: Callable[[str], Feature]
    left1: Callable[[str], Feature]
    verb: Callable[[str], Feature]
    owns: Callable[[str], Feature]
    telling: Callable[[str], Feature]
    near: Callable[[str], Feature]
    beside: Callable[[str], Feature]


class Naming(NamedTuple, Generic[Feature]):
    """How features are told: by their name as they are learned, by their number in a model as they are weighed.

    `kept` holds the features that hang on the same few things.
    """

    plain: Callable[[str], Feature]
    around: dict[str, Around[Feature]]
    kept: dict[tuple[object, ...], tuple[Feature, ...]]


KINDS = ("person", "organization", "government", "place")
SPELLED: Naming[str] = Naming(
    str,
    {kind: Around(*(f"{place.replace('_', ' ')}={{}}|{kind}".format for place in Around._fields)) for kind in KINDS},
    {},
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
    around = {kind: Around(*(words[kind, place].get for place in Around._fields)) for kind in KINDS}
    return Naming(numbers.get, around, {})


def role_features(
    c: Clauses,
    e: int,
    s: Signs,
    proceedings: list[Proceeding],
    sides: dict[int, str],
    given: list[Party],
    telling: list[Telling],
    cast: Cast,
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
        cast: what the rules found of all entities.
        naming: how a feature is told.

    """
    entity = c.document.entities[e]
    case = proceedings[0].kind if proceedings else "none"
    kind, mentions = c.kinds[e], entity.mentions
    words, named = _read_name(entity.name)
    opening = c.sentence_of[c.first[mentions[0]]]
    found = list(_together(naming, _of_kind, kind, case, words, min(5, len(mentions)), min(8, opening)))
    if named:
        found += _together(naming, _of_name, case, *named)
    for party in given:
        found += _together(naming, _of_party, party.role, party.rule, party.case == 0)
    if not given:
        found += _together(naming, _of_nobody, kind, case)
    for sign, strength in s.strength.items():
        if strength >= 0.5:
            found += _together(naming, _of_sign, sign, case)
    aged = False
    for m in mentions[:MENTIONS_READ]:
        found += _around(c, m, e, sides, telling, naming)
        found += [naming.plain(f"list={role}|{kind}") for role in _listed(c, m, cast)]
        after = c.lower[c.last[m] + 1 : c.last[m] + 3]
        aged = aged or (after[:1] == [","] and after[-1].isdigit())
    found += _together(naming, _of_article, kind, cast.sides, cast.rank[e], s.get("speaks") > 0, aged)
    return set(found)


class Cast(NamedTuple):
    """Which sides the main case has, who has which role, and how many of its kind are named before each entity."""

    sides: str
    roles: dict[int, str]
    rank: dict[int, int]


def read_cast(c: Clauses, proceedings: list[Proceeding], given: list[Party]) -> Cast:
    """Return what the rules found of all entities of a document."""
    main = proceedings[0] if proceedings else None
    rank: dict[int, int] = {}
    named: dict[str, int] = {}
    for mention in c.document.mentions:
        kind = c.kinds[mention.entity]
        if mention.entity not in rank:
            rank[mention.entity] = min(named.get(kind, 0), 4)
            named[kind] = named.get(kind, 0) + 1
    return Cast(
        f"{main.kind} {bool(main.a)} {bool(main.b)}" if main else "none",
        {party.entity: party.role for party in reversed(given)},
        rank,
    )


def _of_article(kind: str, sides: str, rank: int, speaks: bool, aged: bool) -> list[str]:
    return [
        f"sides={sides}|{kind}",
        f"rank={rank}|{kind}",
        *([f"speaks={sides}|{kind}"] if speaks else []),
        *([f"aged={sides}"] if aged else []),
    ]


def _listed(c: Clauses, m: int, cast: Cast) -> list[str]:
    """Return the roles of those who stand beside a mention in a list, `none` for one that the rules gave none."""
    found = []
    for low in (m - 1, m):
        if low < 0 or low + 1 >= len(c.first):
            continue
        between = c.lower[c.last[low] + 1 : c.first[low + 1]]
        if 0 < len(between) <= 5 and all(w in _GLUE or w.isdigit() for w in between):
            found.append(cast.roles.get(c.document.mentions[low + (low == m)].entity, "none"))
    return found


_GLUE = frozenset((",", "and", "&", "or"))


def _together(naming: Naming[Feature], spell: Callable[..., list[str]], *hang_on: object) -> tuple[Feature, ...]:
    """Return the features that are spelled from a few things and from nothing else."""
    key = (spell, *hang_on)
    known = naming.kept.get(key)
    if known is None:
        if len(naming.kept) >= _MOST_KEPT:
            naming.kept.clear()
        known = naming.kept[key] = tuple(map(naming.plain, spell(*hang_on)))
    return known


def _of_kind(kind: str, case: str, words: int, times: int, opening: int) -> list[str]:
    return [
        f"kind={kind}",
        f"case={case}",
        f"words={words}|{kind}",
        f"times={times}|{kind}",
        f"opening={0 if opening == 0 else 1 if opening < 3 else 2 if opening < 8 else 3}|{kind}",
    ]


def _of_name(case: str, *named: str) -> list[str]:
    return [f"law office|{case}" if told == "law office" else told for told in named]


def _of_party(role: str, rule: str, main: bool) -> list[str]:
    return [f"role={role}", f"rule={role}|{rule}", f"main={role}|{main}"]


def _of_nobody(kind: str, case: str) -> list[str]:
    return [f"role=none|{kind}|{case}"]


def _of_sign(sign: str, case: str) -> list[str]:
    return [f"sign={sign}", f"sign={sign}|{case}"]


@lru_cache(maxsize=4096)
def _read_name(name: str) -> tuple[int, tuple[str, ...]]:
    """Return how many words a name has, up to three, and what they tell of its bearer."""
    words = name.split()
    told = ["law office"] * is_law_office(name) + ["media"] * is_media(name)
    told += [f"name={word}" for w in words if (word := w.lower().strip(".,")) in _NAME_WORDS]
    return min(3, len(words)), tuple(told)


def _around(
    c: Clauses, m: int, e: int, sides: dict[int, str], telling: list[Telling], naming: Naming[Feature]
) -> list[Feature]:
    lower = c.lower
    a, b = c.first[m], c.last[m]
    start, end = c.span(a)
    place = naming.around[c.kinds[e]]
    head, owner, governor = c.head(m)
    right1 = lower[b + 1] if b + 1 < end else "$"
    left1 = lower[a - 1] if a > start else "^"
    told, near, names = telling[c.sentence_of[a]]
    found = [
        place.governor(governor),
        place.right1(right1),
        place.left1(left1),
        place.telling("True" if told else "False"),
        *map(place.head, head[-3:]),
        *map(place.near, near),
    ]
    if owner >= 0:
        found.append(place.owner(sides.get(owner, "other")))
    if b + 2 < end and right1 == "," and lower[b + 2].isdigit():
        found.append(naming.plain("age"))
    _verb(c, b, owner, found, naming)
    found += [place.beside(sides[x]) for x in names if x in sides and x != e]
    return found


def _verb(c: Clauses, b: int, owner: int, found: list[Feature], naming: Naming[Feature]) -> None:
    """Add the verb whose auxiliaries follow the token b, and the noun that the name owns."""
    lower, end, place = c.lower, c.span(b)[1], naming.around[c.kinds[c.entity_at[b]]]
    k = b + 1
    while k < end and k < b + 8 and (lower[k] in AUXILIARIES or lower[k] in ADVERBS):
        k += 1
    if b + 1 < k < end:
        found.append(place.verb(f"{lower[k - 1] in BE} {lower[k]}"))
    if owner < 0 and end > b + 1 and lower[b + 1] in POSSESSIVES:
        found.append(place.owns(lower[b + 2] if b + 2 < end else "$"))


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
    outside = list(c.lower)
    for first, last in zip(c.first, c.last, strict=True):
        outside[first : last + 1] = [""] * (last + 1 - first)
    found: list[Telling] = []
    for sentence in c.document.sentences:
        first, last = sentence.first, sentence.last
        near: Collection[str] = NEAR.intersection(outside[first:last])
        if len(near) > READ:
            near = list(dict.fromkeys([word for word in outside[first:last] if word in NEAR]))[:READ]
        names = dict.fromkeys(c.entity_at[first:last])
        names.pop(-1, None)
        found.append((not _PROCEDURE.isdisjoint(c.lower[first:last]), near, tuple(names)[:READ]))
    return found
