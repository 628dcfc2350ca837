"""Which tellings of a sum are one award."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legalnews_dataset.records.award_reading import IN_SUIT
from legalnews_dataset.records.story import Award

# Two people can be punished with the same sum; two people who sue for it are more likely told twice.
_ONE_EACH = frozenset({"fine", "bail", "restitution", "forfeiture"})


def merge_tellings(told: Iterable[Award]) -> tuple[Award, ...]:
    """Make one award of all tellings of the same sum and status; the most exact of the kinds told is its kind."""
    merged: list[Award] = []
    places: list[list[tuple[int, int]]] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for award in told:
        same = alike.setdefault(_sum(award), [])
        index = next((i for i in same if _same_award(merged[i], award)), None)
        if index is None:
            same.append(len(merged))
            merged.append(award)
            places.append(list(award.places))
        else:
            merged[index] = _joined(merged[index], award)
            places[index].extend(award.places)
    return tuple(replace(award, places=tuple(where)) for award, where in zip(merged, places, strict=True))


def _sum(award: Award) -> tuple[object, ...]:
    """Return what two tellings of a sum share, though one may round it to a tenth of a million."""
    amount = round(award.amount, -5) if award.amount >= 1_000_000 else award.amount
    return amount, award.amount_max, award.currency


def _same_award(a: Award, b: Award) -> bool:
    """Tell whether two tellings of a sum are one award; the sum of a suit is what was later awarded in it."""
    if a.kind in _ONE_EACH and None not in (a.payer, b.payer) and a.payer != b.payer:
        return False
    return a.status == b.status or IN_SUIT in (a.rule, b.rule)


def _joined(a: Award, b: Award) -> Award:
    exacter = IN_SUIT in (a.rule,) or (a.kind == "damages" and b.kind != "damages" and b.rule != IN_SUIT)
    best, other = (b, a) if exacter else (a, b)
    return replace(
        best,
        payer=best.payer if best.payer is not None else other.payer,
        payee=best.payee if best.payee is not None else other.payee,
        decided_by=best.decided_by or (other.decided_by if best.status == other.status else None),
        when=best.when if best.when.start else other.when if best.status == other.status else best.when,
    )
