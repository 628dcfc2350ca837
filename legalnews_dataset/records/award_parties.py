"""Who pays an award, who gets it, and the case that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.award_reading import Frame
from legalnews_dataset.records.story import Case, Party

_SUED = re.compile(r"\b(?:against|sued|sues|suing)\s+(?:the\s+)?$")
_FLOWS_TO_PLAINTIFF = frozenset({"damages", "compensatory", "punitive", "settlement", "fees"})
_UNPAID = frozenset({"judge", "prosecutor", "plaintiff_attorney", "defense_attorney"})
_GIVING = re.compile(
    r"\b(?:pay|pays|paid|paying|provide|provides|awarded|awarding|give|gave|owes?|owed|award(?=\s[A-Z]))\b"
)
_ASKING = re.compile(
    r"\b(?:seek|seeks|seeking|sought|claims|claiming|demands|demanded|demanding|wants|wanted|asks|asked|asking|sued|sues"
    r"|suing)\b"
)
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

    Words decide before roles do: who stands behind `from` or `against` pays, who stands behind `to`, behind the verb
    of giving or as owner before the sum (`Roe's $5 million award`) is paid. Else the nearest defendant pays, and the
    plaintiff who sues that defendant for damages is paid.
    """
    if not cases:
        return None, None, None
    index = max(0, bisect_right(document.sentences, start, key=lambda s: s.start) - 1)
    sentence = document.sentences[index]
    around = Around(document, index, max(sentence.start, start - _REACH), start, end, min(sentence.end, end + _REACH))
    payee = _named_payee(around, sides, frame)
    payer = _payer(around, sides, payee, frame)
    case = _case(cases, sides, payer, payee, frame)
    if payee is None:
        payee = _suing(document, sides, frame, payer, case)
    return case, payer, payee


@dataclass(frozen=True, slots=True)
class Around:
    """A sum at `start` to `end` in the sentence number `index`, of which `low` to `high` is looked at."""

    document: Document
    index: int
    low: int
    start: int
    end: int
    high: int


def _mentions(document: Document, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    first = bisect_left(document.mentions, low, key=lambda m: m.start)
    for mention in document.mentions[first:]:
        if mention.start >= high:
            return
        yield mention.start, mention.end, mention.entity


def _named_payee(a: Around, sides: Sides, frame: Frame) -> int | None:
    """Return who is paid by the words of the sentence."""
    text = a.document.article.text
    for begin, _, entity in _mentions(a.document, a.end, min(a.high, a.end + 120)):
        lead = text[a.end : begin].lower().replace("the ", "").split()
        if lead[-1:] == ["to"] and _can_be_paid(sides, entity):
            return entity
    if frame.status == "sought" and frame.kind in _FLOWS_TO_PLAINTIFF:
        asking = _last(_ASKING, text, a.low, a.start)
        for _, stop, entity in _mentions(a.document, asking.start() - 40 if asking else a.start, a.start):
            if asking and 0 <= asking.start() - stop < 25 and _can_be_paid(sides, entity):
                return entity
    verb = max((m.end() for m in _GIVING.finditer(text, a.low, a.start)), default=a.start)
    for _, _, entity in _mentions(a.document, verb, a.start):
        if _can_be_paid(sides, entity):
            return entity
    if frame.kind in _FLOWS_TO_PLAINTIFF:
        for _, stop, entity in _mentions(a.document, max(a.low, a.start - 60), a.start):
            owns = text[stop : stop + 2] in ("'s", "’s") and len(text[stop : a.start].split()) < 3
            if owns and _can_be_paid(sides, entity):
                return entity
    return None


def _last(pattern: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    found = None
    for m in pattern.finditer(text, low, high):
        found = m
    return found


def _can_be_paid(sides: Sides, entity: int) -> bool:
    return not sides.roles.get(entity, {}).keys() <= _UNPAID


def _payer(a: Around, sides: Sides, payee: int | None, frame: Frame) -> int | None:
    """Return who pays: named beside the sum, else the nearest defendant before it, else the only one there is."""
    text, sentences = a.document.article.text, a.document.sentences
    leads = ("from", "against", "for") if frame.kind == "bail" else ("from", "against")
    for begin, _, entity in _mentions(a.document, a.end, a.high):
        lead = text[a.end : begin].lower().replace("the ", "").split()
        if entity != payee and lead and lead[-1] in leads and _can_be_paid(sides, entity):
            return entity
    before = list(_mentions(a.document, a.low, a.start))
    for begin, _, entity in reversed(before if frame.status == "sought" else ()):
        if entity != payee and _SUED.search(text, max(a.low, begin - 16), begin) and _can_be_paid(sides, entity):
            return entity
    for _, _, entity in reversed(before):
        if entity != payee and "defendant" in sides.roles.get(entity, {}):
            return entity
    # A pronoun or `the company` goes back to the first defendant of the sentence before.
    for place in reversed(sentences[max(0, a.index - _BACK) : a.index]):
        for _, _, entity in _mentions(a.document, max(place.start, a.start - _REACH), place.end):
            if entity != payee and "defendant" in sides.roles.get(entity, {}):
                return entity
    if len(sides.defendants) == 1:
        first = next(iter(sides.defendants.values()))[0]
        return first if first != payee else None
    everyone = {entity for entities in sides.defendants.values() for entity in entities} - {payee}
    return everyone.pop() if len(everyone) == 1 else None


def _case(cases: tuple[Case, ...], sides: Sides, payer: int | None, payee: int | None, frame: Frame) -> int:
    """Choose among the cases of the payer, else of the payee, one whose kind goes with such an award."""
    mine = _cases_of(sides, payer) or _cases_of(sides, payee) or list(range(len(cases)))
    both = [case for case in mine if case in _cases_of(sides, payee)]
    criminal = frame.kind in ("bail", "restitution") or (frame.kind == "fine" and frame.status != "agreed")
    for case in (*both, *mine):
        if (cases[case].kind == "criminal") == criminal:
            return case
    return (both or mine)[0]


def _cases_of(sides: Sides, entity: int | None) -> list[int]:
    roles = sides.roles.get(entity, {}) if entity is not None else {}
    return roles.get("defendant") or sorted({case for cases in roles.values() for case in cases})


def _suing(document: Document, sides: Sides, frame: Frame, payer: int | None, case: int) -> int | None:
    """Return the plaintiff to whom damages go; a government that settles for others is not paid."""
    suing = sides.plaintiffs.get(case, [])
    if not suing or suing[0] == payer or frame.kind not in _FLOWS_TO_PLAINTIFF:
        return None
    public = document.entities[suing[0]].kind in ("government", "place")
    return None if public and frame.status != "sought" else suing[0]
