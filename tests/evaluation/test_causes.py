"""The cause that a mistake is filed under, on one invented article."""

from __future__ import annotations

import pytest

from legalnews_dataset.evaluation import causes
from legalnews_dataset.evaluation.gold import GoldCase, GoldEvent

SUIT = GoldCase("c1", "Poe v. Roe", "civil", None)
FILING = GoldEvent("filing", "occurred", None, None, None, ((0, 5),))
SENTENCES = ((0, 40),)


def same(one: str | None, other: str | None) -> bool:
    return one == other


def event(kind: str, start: int = 0) -> dict[str, object]:
    return {"type": kind, "start": start, "end": start + 5}


@pytest.mark.parametrize(
    ("found", "used", "cause"),
    [
        ([], set(), "missed: nothing found in its sentences"),
        ([event("filing", 60)], set(), "missed: nothing found in its sentences"),
        ([event("ruling")], set(), "missed: told as another type"),
        ([event("filing")], {0}, "missed: merged with another event"),
        ([event("ruling")], {0}, "missed: no trigger read"),
    ],
)
def test_why_an_event_is_missed(found: list[dict[str, object]], used: set[int], cause: str) -> None:
    assert causes.missed_event(FILING, SENTENCES, found, used) == cause


@pytest.mark.parametrize(
    ("row", "used", "cause"),
    [
        (event("filing"), {0}, "spurious: told before, not merged"),
        (event("ruling"), set(), "spurious: of another type"),
        (event("ruling"), {0}, "spurious: beside the events of its sentence"),
        (event("filing", 60), set(), "spurious: its sentence tells no event"),
    ],
)
def test_why_an_event_is_spurious(row: dict[str, object], used: set[int], cause: str) -> None:
    assert causes.spurious_event(row, [(FILING, SENTENCES)], used) == cause


def test_why_a_role_or_a_case_is_wrong() -> None:
    assert causes.missed_role(("Poe", "plaintiff"), [("Roe", "plaintiff")], same) == "missed: given no role"
    assert causes.spurious_role(("Poe", "judge"), [("Poe", "plaintiff")], same) == "spurious: has another role"
    assert causes.spurious_role(("Doe", "judge"), [("Poe", "plaintiff")], same) == "spurious: is no party at all"
    other = ({"kind": "criminal"}, [("Roe", "b")])
    assert causes.missed_case(SUIT, [("Roe", "b")], [other], same) == "missed: its parties in cases of another kind"
    assert causes.missed_case(SUIT, [("Poe", "a")], [other], same) == "missed: none of its parties in any case"
    assert causes.spurious_case(*other, [(SUIT, [("Roe", "b")])], same) == "spurious: of another kind"
