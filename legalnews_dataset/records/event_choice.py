"""Choose which groups of tellings are events of their own, and how sure that is."""

from __future__ import annotations

from math import log
from typing import NamedTuple

from legalnews_dataset.records.event_merging import Links, Telling, key_of
from legalnews_dataset.records.vocabulary import Template


class ChoiceTemplates(NamedTuple):
    """The templates of the features of a group of tellings among the other groups of its document."""

    chance: Template
    type: Template
    type_chance: Template
    double: Template
    double_chance: Template
    type_double: Template
    rival: Template
    tellings: Template
    rank: Template
    type_rank: Template
    second: Template
    place: Template
    part: Template
    noun: Template
    definite: Template
    type_definite: Template


def rank_groups(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Return the groups with the surest first, and in each group the surest telling first."""
    ordered = [sorted(group, key=lambda telling: (-telling.chance, telling.frame.token)) for group in groups]
    return sorted(ordered, key=lambda group: (-group[0].chance, group[0].frame.token, group[0].type))


def choice_features(ranked: list[list[Telling]], links: Links, sentences: int, t: ChoiceTemplates) -> list[list[int]]:
    """Return the terms of the features of every group.

    Args:
        ranked: the groups as `rank_groups` orders them.
        links: the log odds that two tellings of one type tell one event.
        sentences: how many sentences the document has.
        t: the templates.

    """
    in_sentence: dict[int, list[tuple[float, str]]] = {}
    for group in ranked:
        for telling in group:
            in_sentence.setdefault(telling.frame.sentence, []).append((telling.chance, telling.type))
    surer_tellings: set[tuple[int, str]] = set()
    surer: dict[str, int] = {}
    rows = []
    for group in ranked:
        best = group[0]
        kind = best.type
        rank = surer.get(kind, 0)
        surer[kind] = rank + 1
        keys = [key_of(telling) for telling in group]
        doubled = "first"
        if rank:
            double = [odds for key in keys for other, odds in links.get(key, ()) if other in surer_tellings]
            doubled = f"{max(-4, min(4, round(max(double))))}" if double else "-4"
        surer_tellings.update(keys)
        place = best.frame.sentence
        beside = [chance for chance, type_ in in_sentence[place] if type_ != kind]
        told = (kind, _level(best.chance), doubled, min(rank, 6), best.definite)
        among = (
            _level(max(beside)) if beside else _IMPOSSIBLE,
            _level(group[1].chance) if len(group) > 1 else -1,
            min(len(group), 4),
        )
        stands = (min(place, 4), 4 * place // sentences, best.frame.voice[:1])
        rows.append(
            (t.type.together.get(told) or t.type.keep(told, _told_features(t, *told)))
            + (t.rival.together.get(among) or t.rival.keep(among, _rival_features(t, *among)))
            + (t.place.together.get(stands) or t.place.keep(stands, _place_features(t, *stands)))
        )
    return rows


def _told_features(t: ChoiceTemplates, kind: str, chance: int, doubled: str, rank: int, definite: bool) -> list[int]:
    """Return the terms of how surely and how often a type is told."""
    return [
        t.chance[f"{chance}"],
        t.type[kind],
        t.type_chance[f"{kind} {chance // 2}"],
        t.double[doubled],
        t.double_chance[f"{doubled} {chance // 2}"],
        t.type_double[f"{kind} {doubled}"],
        t.rank[f"{rank}"],
        t.type_rank[f"{kind} {rank}"],
        t.definite[f"{definite}"],
        t.type_definite[f"{kind} {definite}"],
    ]


def _rival_features(t: ChoiceTemplates, rival: int, second: int, tellings: int) -> list[int]:
    """Return the terms of what else the sentence tells, and of the other tellings of the group."""
    return [t.rival[f"{rival}"], t.second[f"{second}"], t.tellings[f"{tellings}"]]


def _place_features(t: ChoiceTemplates, place: int, part: int, form: str) -> list[int]:
    """Return the terms of where the surest telling stands, and of its form."""
    return [t.place[f"{place}"], t.part[f"{part}"], t.noun[form]]


def _level(chance: float) -> int:
    """Return the log odds of a chance in steps of half a nat."""
    chance = min(max(chance, 0.01), 0.99)
    return round(2 * log(chance / (1 - chance)))


_IMPOSSIBLE = _level(0.0)
