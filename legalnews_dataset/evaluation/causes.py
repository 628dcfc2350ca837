"""Why something was missed or found without being there, as far as the rest of what was found tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legalnews_dataset.evaluation.gold import GoldCase, GoldEvent, Span
from legalnews_dataset.evaluation.places import told_in
from legalnews_dataset.evaluation.predicted import Row

Named = Callable[[str | None, str | None], bool]
Role = tuple[str, str]


def missed_role(gold: Role, found: Sequence[Role], named: Named) -> str:
    """Say why a (name, role) of gold was missed.

    >>> missed_role(("Ann Poe", "judge"), [("Ann Poe", "witness")], lambda a, b: a == b)
    'missed: given another role'

    """
    return "missed: given another role" if any(named(gold[0], name) for name, _ in found) else "missed: given no role"


def spurious_role(found: Role, gold: Sequence[Role], named: Named) -> str:
    """Say what is wrong with a (name, role) that gold does not have."""
    return (
        "spurious: has another role"
        if any(named(name, found[0]) for name, _ in gold)
        else "spurious: is no party at all"
    )


def missed_case(
    case: GoldCase, principals: Sequence[Role], found: Sequence[tuple[Row, list[Role]]], named: Named
) -> str:
    """Say why a case of gold was missed: `principals` are its parties by side, `found` the cases with theirs."""
    kinds = {
        row["kind"] for row, sides in found if any(named(name, other) for name, _ in principals for other, _ in sides)
    }
    if not kinds:
        return "missed: none of its parties in any case"
    return (
        "missed: its parties in other cases" if case.kind in kinds else "missed: its parties in cases of another kind"
    )


def spurious_case(row: Row, sides: Sequence[Role], gold: Sequence[tuple[GoldCase, list[Role]]], named: Named) -> str:
    """Say what is wrong with a case that gold does not have."""
    kinds = {case.kind for case, ours in gold if any(named(name, other) for name, _ in ours for other, _ in sides)}
    if not kinds:
        return "spurious: nobody in it is in a case"
    return (
        "spurious: the other side is wrong or it was told before"
        if row["kind"] in kinds
        else "spurious: of another kind"
    )


def missed_event(event: GoldEvent, sentences: tuple[Span, ...], found: Sequence[Row], used: set[int]) -> str:
    """Say why an event of gold was missed; `used` are the numbers of the found events that are right."""
    near = [j for j, row in enumerate(found) if told_in(sentences, row["start"], row["end"])]
    if any(j not in used for j in near):
        return "missed: told as another type"
    if any(found[j]["type"] == event.type for j in near):
        return "missed: merged with another event"
    return "missed: no trigger read" if near else "missed: nothing found in its sentences"


def spurious_event(row: Row, gold: Sequence[tuple[GoldEvent, tuple[Span, ...]]], used: set[int]) -> str:
    """Say what is wrong with an event that gold does not have; `used` are the numbers of the gold events found."""
    near = [i for i, (_, sentences) in enumerate(gold) if told_in(sentences, row["start"], row["end"])]
    if any(gold[i][0].type == row["type"] for i in near):
        return "spurious: told before, not merged"
    if any(i not in used for i in near):
        return "spurious: of another type"
    return "spurious: beside the events of its sentence" if near else "spurious: its sentence tells no event"
