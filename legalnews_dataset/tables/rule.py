"""Named rules: what must hold between the columns of a row, and between rows of several tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition that every row of a table fulfils, told once as SQL and projected from there.

    A rule without `via` and `across` is about one row and names its columns bare; it also becomes a check of the
    pandera schema and a CHECK constraint of the SQL schemas. In the other rules the row is `this`; with `via` the row
    that the column `via` points at is `that`. As in SQL, a condition that is null counts as fulfilled.

    Args:
        name: what the failure is called.
        column: the column that a failure names and whose value it shows.
        says: the rule in a sentence.
        holds: the condition, in DuckDB's SQL; of dates only `year(c)`, `month(c)`, `day(c)` and `day(c + 1)` are used,
            so that it can be written for other databases. None for `text_is_the_slice` alone, which `spans.py` asks:
            SQL would count characters from the start of the article for each row.
        via: the column that leads to the row `that`; rows in which it is null or leads nowhere fulfil the rule.
        across: whether the condition looks into other tables by itself.

    """

    name: str
    column: str
    says: str
    holds: str | None
    via: str | None = None
    across: bool = False

    @property
    def in_row(self) -> bool:
        """Whether the rule is about one row alone."""
        return self.via is None and not self.across
