"""The evidence that joined the articles of a case, as a build and a version keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from legalnews_dataset.tables.column import Col


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that were found to tell one case: `links.parquet` has these columns."""

    case_id: Annotated[str, Col("The case that both tell")]
    article_id: Annotated[str, Col("An article")]
    other_article_id: Annotated[str, Col("Another article")]
    points: Annotated[float, Col("The sum of the evidence")]
    reasons: Annotated[str, Col("The evidence, each with its points")]
