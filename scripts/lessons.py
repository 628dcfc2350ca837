"""Read the articles that we annotated ourselves, which the models learn from beside gold: `scripts/lessons/`.

A line of a file is an article's annotation in the form of the gold files. `invented.jsonl` holds the `text` of its
articles, which we wrote; `releases.jsonl` says only where the words stand in press releases and Wikinews articles,
whose texts are looked up by id in `corpora/` of the folder of gold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from environment import ROOT

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.evaluation.gold import GoldArticle, as_gold, read_gold

LESSONS = ROOT / "scripts" / "lessons"
RELEASES = ("doj-", "wn-")  # what the ids of real articles begin with
HELD_OUT = "h-"  # what the ids of articles begin with that nothing is trained on


def read_annotated(shared: Path, held_out: bool = False) -> Iterator[tuple[Article, GoldArticle]]:
    """Yield the articles with their annotations, in the order of the files.

    Args:
        shared: the folder of gold, whose `corpora/` hold the texts of the press releases.
        held_out: yield the articles that nothing is trained on instead of those that models learn from.

    """
    for path in sorted(LESSONS.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        chosen = [raw for raw in lines if raw["article_id"].startswith(HELD_OUT) == held_out]
        texts = texts_of(shared / "corpora", {raw["article_id"] for raw in chosen if "text" not in raw})
        for raw in chosen:
            text = raw.get("text") or texts[raw["article_id"]]
            if "text" not in raw:
                spell_names(raw, text)
            day = raw["published_on"]
            article = Article(raw["article_id"], text, published_on=day and date.fromisoformat(day))
            yield article, as_gold(raw, text, str(path))


def outlet_of(article: Article) -> str:
    """Return the outlet of an article, which is what stands before the first hyphen of its id."""
    return article.article_id.partition("-")[0]


def is_invented(article_id: str) -> bool:
    """Tell an article that we wrote from a press release or Wikinews article that we only annotated."""
    return not article_id.startswith(RELEASES)


def spell_names(raw: dict[str, Any], text: str) -> None:
    """Put the words that the text prints in the place of the offsets of names."""
    for case in raw["cases"]:
        case["name"] = ""
    for party in raw["parties"]:
        party["mentions"] = [text[start:end] for start, end in party["mentions"]]
        party["name"] = party["mentions"][0]


def read_gold_articles(shared: Path) -> Iterator[tuple[Article, GoldArticle]]:
    """Yield the articles of a folder of gold with their annotations, in the order of `articles/dev.jsonl`."""
    gold = {told.article_id: told for told in read_gold(shared / "gold" / "dev", shared / "articles" / "dev")}
    for article in read_articles([shared / "articles" / "dev.jsonl"]):
        if isinstance(article, Article) and article.article_id in gold:
            yield article, gold[article.article_id]


def texts_of(corpora: Path, wanted: set[str]) -> dict[str, str]:
    """Return the texts of the articles of a folder of Parquet files that have these ids."""
    found: dict[str, str] = {}
    for path in sorted(corpora.glob("*.parquet")) if wanted else ():
        rows: list[dict[str, Any]] = pq.read_table(path, columns=["id", "text"]).to_pylist()
        found |= {row["id"]: row["text"] for row in rows if row["id"] in wanted}
    return found
