"""Read articles from files: one reader per format, chosen by the file's name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from legalnews_dataset.articles.article import Article


def read_articles(inputs: Iterable[Path]) -> Iterator[Article]:
    """Yield the articles of all inputs."""
    for path in inputs:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                raw = json.loads(line)
                day = raw.get("published_on") or raw.get("date")
                yield Article(
                    raw["id"],
                    raw["text"],
                    raw.get("title"),
                    date.fromisoformat(day[:10]) if day else None,
                    raw.get("source"),
                    raw.get("url"),
                    raw.get("licence"),
                )
