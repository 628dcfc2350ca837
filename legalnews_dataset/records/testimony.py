"""Read who gives evidence: whose testimony is told, who speaks on the stand, whom a side calls."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.records.claims import is_passive
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import POSSESSIVES, REPORTING
from legalnews_dataset.records.signs import Signs

_SIDES = frozenset("prosecution prosecutors defense defence government state crown".split())
_EXAMINED = frozenset("autopsy postmortem post-mortem".split())
_SPEAKS = REPORTING | frozenset("recalled replied answered conceded admitted recounted described identified".split())


def _witness(c: Clauses, found: list[int], signs: list[Signs], rule: str) -> None:
    for e in found:
        if c.kinds[e] == "person":
            signs[e].add("witness", 0.9, rule)


def _speaker(c: Clauses, i: int) -> list[int]:
    """Return who speaks in the sentence of token i: the subject of the reporting verb that is nearest to it."""
    start, end = c.span(i)
    after = next((k for k in range(i + 1, min(end, i + 20)) if c.lower[k] in _SPEAKS and c.entity_at[k] < 0), 0)
    before = next((k for k in range(i - 1, max(start, i - 8), -1) if c.lower[k] in _SPEAKS and c.entity_at[k] < 0), 0)
    return c.subjects(before or after) if before or after else []


def _testimony(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X's testimony`, `testimony of X`, `heard testimony from X`, `in testimony on Monday, X said`."""
    if c.lower[i - 1] in POSSESSIVES and i > 1 and c.entity_at[i - 2] >= 0:
        _witness(c, [c.entity_at[i - 2]], signs, "X's testimony")
    elif c.lower[i + 1 : i + 2] in (["of"], ["from"], ["by"]):
        _witness(c, c.objects(i + 1, 5), signs, "testimony of X")
    elif i - c.span(i)[0] < 3 and c.lower[c.span(i)[0]] == "in":
        _witness(c, _speaker(c, i), signs, "in testimony")


def _stand(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `on the stand, X said`, `X recalled on the witness stand`."""
    if "on" in c.lower[i - 3 : i] and "the" in c.lower[i - 2 : i]:
        _witness(c, _speaker(c, i), signs, "on the stand")


def _examined(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `under cross-examination, X conceded`, `cross-examination of X`, `X was cross-examined`."""
    if c.lower[i] == "cross-examined":
        _witness(c, c.subjects(i) if is_passive(c, i) else c.objects(i), signs, "cross-examined")
    elif c.lower[i + 1 : i + 2] == ["of"]:
        _witness(c, c.objects(i + 1, 5), signs, "cross-examined")
    elif c.lower[i - 1] in ("under", "during", "on"):
        _witness(c, _speaker(c, i), signs, "cross-examined")


def _asked(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `asked by a prosecutor what he saw, X replied`."""
    window = c.lower[i + 1 : i + 6]
    by_lawyer = not _SIDES.union(("prosecutor", "lawyer", "attorney")).isdisjoint(window)
    if i == c.span(i)[0] and window[:1] == ["by"] and by_lawyer:
        _witness(c, _speaker(c, i + 3), signs, "asked by a lawyer")


def _called_by(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X, a scientist called by the prosecution`, `the prosecution called X`, `plan to call X as a witness`."""
    end = c.span(i)[1]
    if c.lower[i + 1 : i + 2] == ["by"] and not _SIDES.isdisjoint(c.lower[i + 2 : i + 4]):
        named = [c.entity_at[k] for k in range(max(c.span(i)[0], i - 7), i) if c.entity_at[k] >= 0]
        _witness(c, named[-1:], signs, "called by a side")
    elif (
        c.lower[i - 1] in _SIDES
        or "witness" in c.lower[i + 2 : min(end, i + 10)]
        or "stand" in c.lower[i + 2 : min(end, i + 8)]
    ):
        _witness(c, c.objects(i, 5)[:1], signs, "called as witness")


def _autopsy(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Dr. X, who performed the autopsy`."""
    verb = next((k for k in range(i - 1, i - 4, -1) if c.lower[k] in ("performed", "conducted", "did")), 0)
    _witness(c, c.subjects(verb) if verb else [], signs, "performed the autopsy")


Reader = Callable[[Clauses, int, list[Signs]], None]
READERS: dict[str, Reader] = {
    "testimony": _testimony,
    "stand": _stand,
    **dict.fromkeys(("cross-examination", "cross-examined", "questioning"), _examined),
    "asked": _asked,
    **dict.fromkeys(("call", "called", "calling"), _called_by),
    **dict.fromkeys(_EXAMINED, _autopsy),
}
