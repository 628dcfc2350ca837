"""Measure reading, and extraction layer by layer, on one core; processor time, so that other work counts little."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from bench_clock import Figures, best

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles


def measure_imports() -> Figures:
    """Return what `import legalnews_dataset` costs above a bare Python, in milliseconds; the best of seven."""

    def start(code: str) -> float:
        return best(7, lambda: subprocess.run([sys.executable, "-c", code], check=True))

    return {"import: ms above bare python": 1000 * (start("import legalnews_dataset") - start("pass"))}


def measure_reading(corpus: Path) -> tuple[list[Article], Figures]:
    """Return the articles of the corpus and how fast they were read."""
    started = time.process_time()
    articles = [found for found in read_articles([corpus]) if isinstance(found, Article)]
    took = time.process_time() - started
    characters = sum(len(article.text) for article in articles)
    return articles, {
        "corpus: articles": float(len(articles)),
        "corpus: characters an article": characters / len(articles),
        "read: articles a second": len(articles) / took,
    }


def measure_extraction(articles: list[Article]) -> Figures:
    """Return how fast articles become rows, as the workers of a build make them, and the slowest of them."""
    from legalnews_dataset.garbage import uncollected
    from legalnews_dataset.pipeline import extract_article

    extract_article(articles[0])  # tables and weights are loaded once
    times = []
    with uncollected():
        for article in articles:
            started = time.process_time()
            extract_article(article)
            times.append(time.process_time() - started)
    return {"extract: articles a second": len(articles) / sum(times), "extract: slowest article, ms": 1000 * max(times)}


def measure_layers(articles: list[Article]) -> Figures:
    """Return the time of each layer and of each table, in milliseconds an article."""
    from legalnews_dataset import pipeline
    from legalnews_dataset.documents import annotate
    from legalnews_dataset.garbage import uncollected
    from legalnews_dataset.records import tell

    spent: dict[str, float] = defaultdict(float)
    restore = [
        *replace(annotate, "layer", spent),
        *replace(tell, "table", spent),
        *replace(pipeline, "whole", spent, ("annotate", "tell", "to_rows")),
    ]
    try:
        with uncollected():
            for article in articles:
                pipeline.extract_article(article)
    finally:
        for module, name, function in restore:
            setattr(module, name, function)
    return {f"{name}, ms": 1000 * took / len(articles) for name, took in spent.items()}


def replace(
    module: ModuleType, group: str, spent: dict[str, float], names: tuple[str, ...] | None = None
) -> list[tuple[ModuleType, str, Callable[..., Any]]]:
    """Put a clock around functions of a module, those named `find_...` if none are given; return how to undo it."""
    undo = []
    for name in names or tuple(name for name in vars(module) if name.startswith("find_")):
        function = getattr(module, name)
        undo.append((module, name, function))
        setattr(module, name, timed(function, f"{group}: {name.removeprefix('find_')}", spent))
    return undo


def timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return the function with a clock around it."""

    def run(*given: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[name] += time.process_time() - started

    return run
