"""Which tellings of a sum are one award."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legalnews_dataset.records.award_frames import IN_SUIT
from legalnews_dataset.records.story import Award

# Two people can be punished with the same sum; two people who sue for it are more likely told twice.
_ONE_EACH = frozenset({"fine", "bail", "restitution", "forfeiture"})


def merge_tellings(told: Iterable[Award]) -> tuple[Award, ...]:
    """Make one award of all tellings of the same sum and status; the most exact of the kinds told is its kind."""
    merged: list[Award] = []
    for award in told:
        for i, known in enumerate(merged):
            if _same_sum(known, award) and _same_award(known, award):
                merged[i] = _joined(known, award)
                break
        else:
            merged.append(award)
    return tuple(merged)


def _same_sum(a: Award, b: Award) -> bool:
    """Tell whether two sums are one, printed perhaps once in full and once rounded to a tenth of a million."""
    if a.currency != b.currency or a.amount_max != b.amount_max:
        return False
    if a.amount == b.amount:
        return True
    low, high = sorted((a.amount, b.amount))
    return low >= 1_000_000 and high - low < low / 50 and round(low, -5) == round(high, -5)


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
        places=(*a.places, *b.places),
    )
