"""The counts behind every published figure, and the mistakes behind the counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from legalnews_dataset.evaluation.gold import Span

TABLES = ("cases", "parties", "events", "quotes", "awards")


@dataclass(slots=True)
class Tally:
    """Counts of one line: what was found and right, what gold has, what was predicted."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: its line and cause, what was wanted and found, and the span that shows it, where it has one."""

    article_id: str
    line: str
    cause: str
    wanted: str
    found: str
    span: Span | None = None


@dataclass(slots=True)
class Measures:
    """All counts by line, all mistakes, and for each row of a table, by its id, whether it is right."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[Mistake] = field(default_factory=list)
    right: dict[str, dict[str, bool]] = field(default_factory=lambda: {table: {} for table in TABLES})

    def count(self, line: str, hits: int, gold: int, predicted: int) -> None:
        """Add the counts of one article to a line."""
        tally = self.tallies[line]
        tally.hits, tally.gold, tally.predicted = tally.hits + hits, tally.gold + gold, tally.predicted + predicted

    def mean_f1(self) -> float:
        """Return the mean F1 of the five tables."""
        return sum(self.tallies[table].f1 for table in TABLES) / len(TABLES)
