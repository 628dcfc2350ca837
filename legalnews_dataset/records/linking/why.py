"""Why a case of a build or a version is one: its articles, and the evidence that joined them."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from legalnews_dataset.errors import UsageError


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells the case, and where it first names it."""

    article_id: str
    published_on: str | None
    title: str | None
    words: str | None


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


def explain(tables: duckdb.DuckDBPyConnection, case_id: str, where: str) -> Why:
    """Return why a case is one.

    Args:
        tables: a connection in which `cases`, `mentions`, `articles` and `links` are views.
        case_id: a case.
        where: what the tables are of, to name in errors.

    Raises:
        UsageError: no such case.

    """
    name = name_of_case(tables, case_id, where)
    told = tables.execute(
        """select article_id, any_value(published_on)::varchar, any_value(title), min_by(mentions.text, start)
           from mentions join articles using (article_id)
           where record_table = 'cases' and record_id = ?
           group by article_id order by 2 nulls first, 1""",
        [case_id],
    ).fetchall()
    links = tables.execute(
        """select article_id, other_article_id, points, reasons from links
           where case_id = ? and article_id in (select article_id from articles)
           and other_article_id in (select article_id from articles)
           order by points desc, 1, 2""",
        [case_id],
    ).fetchall()
    return Why(case_id, name, tuple(Told(*row) for row in told), tuple(Evidence(*row) for row in links))


def name_of_case(tables: duckdb.DuckDBPyConnection, case_id: str, where: str) -> str:
    """Return the name of a case.

    Raises:
        UsageError: no such case.

    """
    case = tables.execute("select name from cases where case_id = ?", [case_id]).fetchone()
    if case is None:
        raise UsageError("no such case", where=where, got=case_id, todo="ids are in the first column of `cases`")
    return str(case[0])
