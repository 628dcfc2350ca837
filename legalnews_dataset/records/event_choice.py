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
    """Return the numbers of the features of every group.

    Args:
        ranked: the groups as `rank_groups` orders them.
        links: the log odds that two tellings of one type tell one event.
        sentences: how many sentences the document has.
        t: the templates.

    """
    in_sentence: dict[int, list[Telling]] = {}
    for group in ranked:
        for telling in group:
            in_sentence.setdefault(telling.frame.sentence, []).append(telling)
    surer_tellings: set[tuple[int, str]] = set()
    surer: dict[str, int] = {}
    rows = []
    for group in ranked:
        best = group[0]
        kind, chance = best.type, _level(best.chance)
        rank = surer.get(kind, 0)
        keys = [key_of(telling) for telling in group]
        double = max(
            (odds for key in keys for other, odds in links.get(key, ()) if other in surer_tellings), default=-4
        )
        doubled = f"{max(-4, min(4, round(double)))}" if rank else "first"
        rival = max((x.chance for x in in_sentence[best.frame.sentence] if x.type != kind), default=0.0)
        place = best.frame.sentence
        rows.append(
            [
                t.chance[f"{chance}"],
                t.type[kind],
                t.type_chance[f"{kind} {chance // 2}"],
                t.double[doubled],
                t.double_chance[f"{doubled} {chance // 2}"],
                t.type_double[f"{kind} {doubled}"],
                t.rival[f"{_level(rival)}"],
                t.tellings[f"{min(len(group), 4)}"],
                t.rank[f"{min(rank, 6)}"],
                t.type_rank[f"{kind} {min(rank, 6)}"],
                t.second[f"{_level(group[1].chance) if len(group) > 1 else -1}"],
                t.place[f"{min(place, 4)}"],
                t.part[f"{4 * place // sentences}"],
                t.noun[best.frame.voice[:1]],
                t.definite[f"{best.definite}"],
                t.type_definite[f"{kind} {best.definite}"],
            ]
        )
        surer[kind] = rank + 1
        surer_tellings.update(keys)
    return rows


def _level(chance: float) -> int:
    """Return the log odds of a chance in steps of half a nat."""
    chance = min(max(chance, 0.01), 0.99)
    return round(2 * log(chance / (1 - chance)))
