"""Read counsel by what they do in a courtroom: open a case, cross-examine a witness, appear for someone."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import CLAIMANTS, LAWYER_NOUNS
from legalnews_dataset.records.signs import Signs, is_law_office

SILK = frozenset("qc kc sc bl".split())
_CASES = frozenset("case prosecution".split())
_OF_CROWN = frozenset("crown prosecution".split())
COURTESY = frozenset("mr mrs ms miss sir dame lord lady dr".split())


def _lawyer(s: Signs, rule: str) -> None:
    s.add("lawyer", 1.0, rule)


def _opens(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Opening the case, Jane Roe QC said`: she prosecutes, or acts for whoever sues."""
    start, end = c.span(i)
    comma = next((k for k in range(i + 1, min(end, i + 14)) if c.lower[k] == "," and k + 1 < end), 0)
    if i != start or not comma or _CASES.isdisjoint(c.lower[i + 1 : comma]):
        return
    e = _person_at(c, comma + 1)
    if e >= 0:
        _lawyer(signs[e], "opens the case")
        signs[e].side = "opens"


def _person_at(c: Clauses, k: int) -> int:
    """Return the person whose name begins at a token, perhaps behind a courtesy title, -1 where there is none."""
    while k < len(c.lower) and c.entity_at[k] < 0 and (c.lower[k] in COURTESY or c.lower[k] == "."):
        k += 1
    if k >= len(c.lower) or c.entity_at[k] < 0 or c.kinds[c.entity_at[k]] != "person":
        return -1
    return c.entity_at[k] if c.first[c.mention_at[k]] == k else -1


def _cross_examines(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Cross-examined by X, Y agreed`, `under cross-examination by X, he said`, `Cross-examining, X accused Y`."""
    start, end = c.span(i)
    lower = c.lower
    if lower[i + 1 : i + 2] == ["by"]:
        lawyer = _person_at(c, i + 2)
        if lawyer < 0:
            return
        after = c.last[c.mention_at[_mention_from(c, i + 2)]] + 1
        asked = _asked(c, i, after, start, end)
    elif lower[i] == "cross-examining" and lower[i + 1 : i + 2] == [","] and i == start:
        lawyer = _person_at(c, i + 2)
        asked = []
    else:
        return
    if lawyer < 0:
        return
    _lawyer(signs[lawyer], "cross-examines")
    for e in asked:
        if e != lawyer and c.kinds[e] == "person":
            signs[e].add("witness", 0.9, "cross-examined")
    signs[lawyer].opposed.extend(e for e in asked if e != lawyer and e not in signs[lawyer].opposed)


def _mention_from(c: Clauses, k: int) -> int:
    while c.entity_at[k] < 0:
        k += 1
    return k


def _asked(c: Clauses, i: int, after: int, start: int, end: int) -> list[int]:
    """Return who is cross-examined: the subject of the clause behind the lawyer's name, or before the participle."""
    comma = next((k for k in range(after, min(end, after + 6)) if c.lower[k] == "," and k + 1 < end), 0)
    for k in range(comma, min(end, comma + 8)) if comma else ():
        if c.lower[k] in ("he", "she") and c.entity_at[k] < 0:
            return c.referent(start, start, "person") if start == 0 else c.referent(i, start, "person")
        if c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] == "person" and c.lower[k - 1] not in (*SILK, "by"):
            return [c.entity_at[k]]
    return c.subjects(i)


def _appears_for(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Jane Roe QC, for the Crown, said`, `John Doe, for the agency, said`, `For Mr Roe, Ann Poe KC said`."""
    start, end = c.span(i)
    lower = c.lower
    k = i + 1 + (lower[i + 1 : i + 2] == ["the"])
    while k < end and c.entity_at[k] < 0 and (lower[k] in COURTESY or lower[k] == "."):
        k += 1
    if k >= end:
        return
    client = c.entity_at[k]
    crown = lower[k] in _OF_CROWN
    if client < 0 and not crown:
        return
    after = c.last[c.mention_at[k]] + 1 if client >= 0 else k + 1
    if client >= 0 and (c.kinds[client] == "place" or c.first[c.mention_at[k]] != k):
        return
    if client >= 0 and after + 1 < end and lower[after] == "and" and c.entity_at[after + 1] >= 0:
        after = c.last[c.mention_at[after + 1]] + 1
    if i == start and after + 1 < end and lower[after] == ",":
        lawyer = _person_at(c, after + 1)
        m = c.mention_at[_mention_from(c, after + 1)] if lawyer >= 0 else -1
        if m < 0 or c.word(c.last[m] + 1) not in SILK | _SAYS:
            return
    else:
        lawyer = _before(c, i, start)
        if lawyer < 0 or after >= end or lower[after] not in (",", "said", "told"):
            return
    if lawyer == client:
        return
    s = signs[lawyer]
    if crown or (client >= 0 and is_law_office(c.document.entities[client].name)):
        s.strength.pop("lawyer", None)
        s.add("prosecutor", 1.0, "appears for the prosecution")
    else:
        _lawyer(s, "appears for X")
        if client not in s.clients:
            s.clients.insert(0, client)


_SAYS = frozenset("said told argued submitted asked claimed".split())


def _before(c: Clauses, i: int, start: int) -> int:
    """Return the person named before `, for`: `Jane Roe, for`, `Mr John Doe, QC, for`."""
    k = i - 1
    if k <= start or c.lower[k] != ",":
        return -1
    k -= 1
    silk = c.lower[k] in SILK and c.entity_at[k] < 0
    if silk:
        k -= 1
        k -= c.lower[k] == ","
    e = c.entity_at[k] if k >= start else -1
    if e < 0 or c.kinds[e] != "person" or (c.first[c.mention_at[k]] == k == c.last[c.mention_at[k]] and not silk):
        return -1
    return e


def _hires(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the family has hired lawyer X`: he acts for those who were harmed."""
    if CLAIMANTS.isdisjoint(c.lower[max(c.span(i)[0], i - 5) : i]):
        return
    for e in c.objects(i, 5):
        if c.kinds[e] == "person" and not LAWYER_NOUNS.isdisjoint(c.lower[i + 1 : i + 6]):
            _lawyer(signs[e], "hired by the harmed")
            signs[e].side = "plaintiff"


Reader = Callable[[Clauses, int, list[Signs]], None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(("opening", "outlining"), _opens),
    **dict.fromkeys(("cross-examined", "cross-examination", "cross-examining"), _cross_examines),
    "for": _appears_for,
    **dict.fromkeys(("hired", "retained", "instructed"), _hires),
}
