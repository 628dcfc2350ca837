"""The whole flow, read top-down: raw articles in, tables out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.rows import to_rows
from legalnews_dataset.records.tell import tell
from legalnews_dataset.tables.parquet import to_arrow, write_parquet
from legalnews_dataset.tables.rows import TABLES


def build(inputs: Iterable[Path], out: Path) -> dict[str, int]:
    """Build the tables of all articles of the inputs into a folder and return the number of rows of each."""
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    for article in read_articles(inputs):
        if isinstance(article, Problem):
            continue
        for name, more in extract_article(article).items():
            rows[name] += more
    out.mkdir(parents=True, exist_ok=True)
    for name, row_class in TABLES.items():
        write_parquet(to_arrow(row_class, rows[name]), out / f"{name}.parquet")
    return {name: len(table) for name, table in rows.items()}


def extract_article(article: Article) -> dict[str, list[Any]]:
    """Return the rows of all tables that one article makes."""
    document = annotate(article)
    return to_rows(document, tell(document))


def extract(text: str, published_on: date | None = None, article_id: str = "text") -> dict[str, list[Any]]:
    """Return the rows of all tables that a text makes.

    Args:
        text: the article, as offsets will count in it.
        published_on: the day of publication; without it weekdays and `last year` stay undated.
        article_id: the id that the rows will name.

    """
    return extract_article(Article(article_id, text, published_on=published_on))
