"""Why a case of a build is one: its articles, and the evidence that joined them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.open_folder import open_folder


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells the case, and where it first names it."""

    article_id: str
    published_on: str | None
    title: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two articles that were found to tell the case, and what speaks for it."""

    article_id: str
    other_article_id: str
    points: float
    reasons: str


@dataclass(frozen=True, slots=True)
class Why:
    """A case, the articles that tell it and the evidence that joined them, the strongest first."""

    case_id: str
    name: str
    articles: tuple[Told, ...]
    evidence: tuple[Evidence, ...]


def explain(folder: Path, case_id: str) -> Why:
    """Return why a case of a build is one.

    Args:
        folder: what a build made.
        case_id: a case of it.

    Raises:
        UsageError: no build there, or no such case in it.

    """
    with open_folder(folder, ("cases", "mentions", "articles", "links")) as tables:
        case = tables.execute("select name from cases where case_id = ?", [case_id]).fetchone()
        if case is None:
            raise UsageError("no such case", where=str(folder), got=case_id)
        told = tables.execute(
            """select article_id, any_value(published_on)::varchar, any_value(title), min_by(mentions.text, start)
               from mentions join articles using (article_id)
               where record_table = 'cases' and record_id = ?
               group by article_id order by 2 nulls first, 1""",
            [case_id],
        ).fetchall()
        links = tables.execute(
            """select article_id, other_article_id, points, reasons from links where case_id = ?
               order by points desc, 1, 2""",
            [case_id],
        ).fetchall()
    return Why(case_id, case[0], tuple(Told(*row) for row in told), tuple(Evidence(*row) for row in links))
