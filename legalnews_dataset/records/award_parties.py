"""Who pays an award, who gets it, and the case that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.award_reading import Frame
from legalnews_dataset.records.story import Case, Party

_FLOWS_TO_PLAINTIFF = frozenset({"damages", "compensatory", "punitive", "settlement", "fees"})
_GAINERS = frozenset({"plaintiff", "victim", "other", "witness"})
_GIVING = re.compile(r"\b(?:pay|pays|paid|paying|provide|provides|award|awarded|awards|give|gave|owes?|owed)\b", re.I)
# A pronoun's antecedent is looked for this many sentences back.
_BACK = 2
# Names further from the sum than this, in characters, are not looked at.
_REACH = 800


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands on which side: the cases of each entity that has a role, by role."""

    roles: dict[int, dict[str, list[int]]]
    defendants: dict[int, list[int]]
    plaintiffs: dict[int, list[int]]


def sides_of(parties: tuple[Party, ...]) -> Sides:
    """Return who is on which side of which case."""
    roles: dict[int, dict[str, list[int]]] = {}
    defendants: dict[int, list[int]] = {}
    plaintiffs: dict[int, list[int]] = {}
    for party in parties:
        roles.setdefault(party.entity, {}).setdefault(party.role, []).append(party.case)
        if party.role == "defendant":
            defendants.setdefault(party.case, []).append(party.entity)
        elif party.role == "plaintiff":
            plaintiffs.setdefault(party.case, []).append(party.entity)
    return Sides(roles, defendants, plaintiffs)


def flow_of(
    document: Document, cases: tuple[Case, ...], sides: Sides, start: int, end: int, frame: Frame
) -> tuple[int | None, int | None, int | None]:
    """Return the case, the payer and the payee of the sum at `start` to `end`.

    The payer is the nearest defendant named before the sum, or behind it after `from` or `against`; the payee stands
    behind `to`, or between the verb and the sum, or is the plaintiff who sues that defendant for damages.
    """
    if not cases:
        return None, None, None
    payer = _payer(document, sides, start, end, frame)
    case = _case(cases, sides, payer, frame)
    payee = _payee(document, sides, start, end, frame, payer, case)
    if payer is not None and case not in sides.roles[payer].get("defendant", [case]):
        payer = None
    return case, payer, payee


def _mentions(document: Document, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    first = bisect_left(document.mentions, low, key=lambda m: m.start)
    for mention in document.mentions[first:]:
        if mention.start >= high:
            return
        yield mention.start, mention.end, mention.entity


def _sentence(document: Document, at: int) -> int:
    return max(0, bisect_right(document.sentences, at, key=lambda s: s.start) - 1)


def _payer(document: Document, sides: Sides, start: int, end: int, frame: Frame) -> int | None:
    index = _sentence(document, start)
    sentence = document.sentences[index]
    text = document.article.text
    for begin, _, entity in _mentions(document, end, min(sentence.end, end + _REACH)):
        lead = text[end:begin].lower().split()
        if "defendant" in sides.roles.get(entity, {}) and lead[-1:] in (["from"], ["against"], ["for"]):
            return entity
    for back in range(_BACK + 1):
        if index < back:
            break
        place = document.sentences[index - back]
        named = [e for _, _, e in _mentions(document, max(place.start, start - _REACH), min(start, place.end))]
        for entity in reversed(named):
            if "defendant" in sides.roles.get(entity, {}):
                return entity
    everyone = {entity for entities in sides.defendants.values() for entity in entities}
    if len(everyone) == 1 or len(sides.defendants) == 1:
        return next(iter(sides.defendants.values()))[0]
    return None


def _case(cases: tuple[Case, ...], sides: Sides, payer: int | None, frame: Frame) -> int:
    """Choose among the payer's cases one whose kind goes with such an award."""
    mine = sides.roles[payer]["defendant"] if payer is not None else list(range(len(cases)))
    criminal = frame.kind in ("bail", "restitution") or (frame.kind == "fine" and frame.status != "agreed")
    for case in mine:
        if (cases[case].kind == "criminal") == criminal:
            return case
    return mine[0] if mine else 0


def _payee(
    document: Document, sides: Sides, start: int, end: int, frame: Frame, payer: int | None, case: int | None
) -> int | None:
    sentence = document.sentences[_sentence(document, start)]
    text = document.article.text
    for begin, _, entity in _mentions(document, end, min(sentence.end, end + 120)):
        lead = text[end:begin].lower().replace("the ", "").split()
        if entity != payer and lead[-1:] == ["to"] and _GAINERS & sides.roles.get(entity, {}).keys():
            return entity
    verb = max((m.end() for m in _GIVING.finditer(text, max(sentence.start, start - _REACH), start)), default=start)
    for _, _, entity in _mentions(document, verb, start):
        if entity != payer and _GAINERS & sides.roles.get(entity, {}).keys():
            return entity
    suing = sides.plaintiffs.get(case, []) if case is not None else []
    if not suing or suing[0] == payer or frame.kind not in _FLOWS_TO_PLAINTIFF:
        return None
    public = document.entities[suing[0]].kind == "government"
    return None if public and frame.status != "sought" else suing[0]
