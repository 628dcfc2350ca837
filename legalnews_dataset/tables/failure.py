"""A row that the contract refuses, told as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col


@dataclass(frozen=True, slots=True)
class Failure:
    """One finding about one value: `failures.parquet` has these columns."""

    table: Annotated[str, Col("The table that the row was meant for")]
    key: Annotated[str, Col("The row's primary key; for an article that has no id, the file and the place in it")]
    column: Annotated[str, Col("The column that is wrong")]
    check: Annotated[str, Col("What would have been right, or the name of the rule that is broken")]
    value: Annotated[str | None, Col("What was found instead")]
