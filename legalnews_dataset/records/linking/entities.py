"""Which provisional entities are one person or body: in one case by compatible names, beyond it only on more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from legalnews_dataset.records.linking.name_keys import NameKey, name_key, same_entity

_OFFICIALS = frozenset({"judge", "prosecutor"})


class Participation(NamedTuple):
    """One provisional entity in one case, cases already linked."""

    entity_id: str
    case_id: str
    name: str
    kind: str
    role: str
    court_id: str | None


def link_entities(participations: Iterable[Participation]) -> dict[str, str]:
    """Return for each provisional entity the entity that it is, named by the smallest provisional id.

    In one case, people with compatible names and bodies of which one's name begins the other's are one. Over cases, a
    body is one with another of the same name, if the name has a word of its own; a person only an official (a judge, a
    prosecutor) with the same full name at the same court. A name alone never joins two other people.

    Args:
        participations: those of one case one after the other.

    """
    parent: dict[str, str] = {}

    def root(entity: str) -> str:
        while parent[entity] != entity:
            parent[entity] = parent[parent[entity]]
            entity = parent[entity]
        return entity

    def join(one: str, other: str) -> None:
        smaller, larger = sorted((root(one), root(other)))
        parent[larger] = smaller

    beyond: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for _, of_case in groupby(participations, key=attrgetter("case_id")):
        # Names that go together have one surname, or one first word.
        alike: dict[tuple[bool, str], dict[tuple[NameKey, str], None]] = {}
        for one in of_case:
            key = name_key(one.name, one.kind == "person")
            parent.setdefault(one.entity_id, one.entity_id)
            first = key.last if key.person else key.given[0] if key.given else ""
            alike.setdefault((key.person, first), {})[key, one.entity_id] = None
            if not key.person and key.full and len(key.given) > 1:
                beyond["body", key.given].append(one.entity_id)
            elif key.person and key.full and one.role in _OFFICIALS and one.court_id:
                beyond["official", key, one.role, one.court_id].append(one.entity_id)
        for members in alike.values():
            if len(members) > 1:
                _join_in_case(list(members), join)
    for entities in beyond.values():
        for other in entities[1:]:
            join(entities[0], other)
    return {entity: root(entity) for entity in parent}


def _join_in_case(members: list[tuple[NameKey, str]], join: Callable[[str, str], None]) -> None:
    """Join the entities of one case whose names go together; a short name that fits two longer ones joins neither."""
    alone = {key: _alone(key, members) for key, _ in members}
    for place, (key, entity) in enumerate(members):
        for other_key, other in members[place + 1 :]:
            if entity != other and alone[key] and alone[other_key] and same_entity(key, other_key):
                join(entity, other)


def _alone(key: NameKey, members: list[tuple[NameKey, str]]) -> bool:
    """Say whether all longer names of the case that a name fits are one name.

    A surname may be of either of two brothers, and a company's first word of either of two subsidiaries.
    """
    longer = [other for other, _ in members if len("".join(other.given)) > len("".join(key.given))]
    fitting = [other for other in longer if other.full and same_entity(key, other)]
    return all(same_entity(fitting[0], other) for other in fitting)
