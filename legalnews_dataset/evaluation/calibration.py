"""What a rule and a confidence are worth: the share of their rows that gold calls right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from legalnews_dataset.evaluation.predicted import Predicted
from legalnews_dataset.evaluation.tally import TABLES, Measures

_IDS = {"cases": "case_id", "parties": "party_id", "events": "event_id", "quotes": "quote_id", "awards": "award_id"}
BINS = 10
_PRIOR = 10  # rows


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows of a table whose confidence lies from `low` up to `high`: how many, their mean, the share right."""

    table: str
    low: float
    high: float
    rows: int
    mean: float
    right: float


def judged(predicted: dict[str, Predicted], measures: Measures) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield every row of a measured article, with its table and whether it is right."""
    for rows in predicted.values():
        for table in TABLES:
            for row in getattr(rows, table):
                right = measures.right[table].get(row[_IDS[table]])
                if right is not None:
                    yield table, row, right


def rule_precision(predicted: dict[str, Predicted], measures: Measures) -> dict[tuple[str, str], tuple[int, int]]:
    """Return for each table and rule how many of its rows are right, and how many there are."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for table, row, right in judged(predicted, measures):
        counts[table, row["rule"]][0] += right
        counts[table, row["rule"]][1] += 1
    return {key: (right, rows) for key, (right, rows) in counts.items()}


def reliability(predicted: dict[str, Predicted], measures: Measures) -> list[Bin]:
    """Return the reliability curve of each table: bins of confidence and the share of their rows that is right."""
    bins: dict[tuple[str, int], list[tuple[float, bool]]] = defaultdict(list)
    for table, row, right in judged(predicted, measures):
        if row["confidence"] is not None:
            bins[table, min(BINS - 1, int(row["confidence"] * BINS))].append((row["confidence"], right))
    return [
        Bin(
            table,
            number / BINS,
            (number + 1) / BINS,
            len(rows),
            sum(confidence for confidence, _ in rows) / len(rows),
            sum(right for _, right in rows) / len(rows),
        )
        for (table, number), rows in sorted(bins.items())
    ]


def chance_by_evidence(rows: Iterable[tuple[str, str, bool]]) -> dict[str, dict[str, float]]:
    """Return for each table the chance that a row is right, by its evidence and, under the empty string, of any row.

    Few rows say little: the chance of an evidence is drawn towards that of its table as if ten more rows had been
    seen there (a beta prior).

    Args:
        rows: table, evidence (see `records.confidence`) and whether the row is right.

    >>> chance_by_evidence([("awards", "fined", True), ("awards", "fined", True)])["awards"]["fined"]
    1.0

    """
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for table, evidence, right in rows:
        for key in (evidence, ""):
            counts[table][key][0] += right
            counts[table][key][1] += 1
    chances: dict[str, dict[str, float]] = {}
    for table, by_evidence in sorted(counts.items()):
        mean = by_evidence[""][0] / by_evidence[""][1]
        chances[table] = {
            key: round((right + _PRIOR * mean) / (count + _PRIOR), 3)
            for key, (right, count) in sorted(by_evidence.items())
        }
    return chances
