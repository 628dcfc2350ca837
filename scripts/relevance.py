"""Measure the filter of `--keep legal`: precision and recall on texts labelled by hand, by source, and its speed.

    .venv/bin/python scripts/relevance.py ../shared [--json FILE]

`scripts/labels/relevance.csv` names the texts: `legal` reports on a proceeding, `passing` mentions one beside its
subject (such a text counts neither way), `other` does neither. Rules and points were made with the `open` half in view
only. `doj_few_words` are releases with hardly a word of a proceeding: the hardest there are, not a fair sample. The
gold articles and those of the gold for linking all report on a proceeding, so they measure recall.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.relevance import why_irrelevant

LABELS = Path(__file__).parent / "labels" / "relevance.csv"
NEWS = ("quotes_train", "quotes_dev", "names_dev", "dates_dev")
RELEASES = {
    "doj_press_releases": "doj_press_releases",
    "doj_few_words": "doj_press_releases",
    "county_da_sample": "county_da_sample",
}


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with peers/, corpora/, articles/ and linkgold/")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    texts = read_texts(given.shared)
    figures: dict[str, Any] = {"labelled": measure_labelled(texts), "recall": measure_recall(given.shared)}
    figures["articles a second, by source"] = {source: measure_speed(found.values()) for source, found in texts.items()}
    print(json.dumps(figures, indent=2))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def read_texts(shared: Path) -> dict[str, dict[str, Article]]:
    """Return the articles of each source by id."""
    texts: dict[str, dict[str, Article]] = {}
    for source in NEWS:
        with gzip.open(shared / "peers" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as file:
            texts[source] = {row["id"]: Article(row["id"], row["text"]) for row in map(json.loads, file)}
    for source, name in RELEASES.items():
        texts[source] = {a.article_id: a for a in read_parquet(shared / "corpora" / f"{name}.parquet")}
    return texts


def read_parquet(path: Path) -> list[Article]:
    """Return the articles of a Parquet file, text and title only."""
    rows = pq.read_table(path, columns=["id", "title", "text"]).to_pylist()
    return [Article(row["id"], row["text"], row["title"]) for row in rows]


def measure_labelled(texts: dict[str, dict[str, Article]]) -> dict[str, dict[str, Any]]:
    """Return counts, precision and recall for each half and source of the labels."""
    counts: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kept = why_irrelevant(texts[row["source"]][row["id"]]) is None
            for name in (row["source"], "news" if row["source"] in NEWS else "releases", "all"):
                counts[f"{row['half']}: {name}"][row["label"], kept] += 1
    return {name: score(count) for name, count in sorted(counts.items())}


def score(count: Counter[tuple[str, bool]]) -> dict[str, Any]:
    """Return precision and recall of kept texts; those that mention a proceeding in passing count neither way."""
    found, lost, wrong = count["legal", True], count["legal", False], count["other", True]
    return {
        "legal kept": found,
        "legal dropped": lost,
        "other kept": wrong,
        "other dropped": count["other", False],
        "passing kept": count["passing", True],
        "passing dropped": count["passing", False],
        "precision": round(found / (found + wrong), 3) if found + wrong else None,
        "recall": round(found / (found + lost), 3) if found + lost else None,
    }


def measure_recall(shared: Path) -> dict[str, str]:
    """Return how many articles are kept of collections in which every article reports on a proceeding."""
    dev = [json.loads(line) for line in (shared / "articles" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    collections = {
        "gold articles": [Article(row["id"], row["text"]) for row in dev],
        "gold for linking": read_parquet(shared / "linkgold" / "articles.parquet"),
    }
    return {
        name: f"{sum(why_irrelevant(article) is None for article in articles)} of {len(articles)}"
        for name, articles in collections.items()
    }


def measure_speed(articles: Iterable[Article]) -> int:
    """Return how many articles of 3,800 characters one core decides in a second; the best of twenty runs."""
    sample = list(articles)[:300]
    chars = sum(len(article.text) for article in sample)
    took = []
    for _ in range(20):
        started = time.process_time()
        for article in sample:
            why_irrelevant(article)
        took.append(time.process_time() - started)
    return round(chars / 3800 / min(took))


if __name__ == "__main__":
    main()
