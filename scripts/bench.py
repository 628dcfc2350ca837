"""Measure the speed and the memory of the package on a Parquet file of articles, and of its peers beside it.

    python3 scripts/bench.py CORPUS.parquet [--shared ../shared] [--sample N] [--quick] [--json docs/performance.json]

Needs the environment of `scripts/build.py`; peers that are not installed are left out. The ratios count, since both
sides of one ran on the same machine in the same minute. Figures of one core are processor time, so that what else the
machine does counts little; those of builds, releases and loads are wall time, and want an otherwise idle machine.
`--quick` leaves out what takes minutes; `--large` adds a build of ten copies of the corpus, which takes a quarter of an
hour. The JSON file is written again after each part, and `scripts/performance.py` makes docs/performance.md of it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import bench_warc
from bench_builds import measure_builds, measure_large_build
from bench_clock import Figures
from bench_contract import measure_contract
from bench_extraction import measure_extraction, measure_imports, measure_layers, measure_reading
from bench_linking import SIZES, measure_linking
from bench_peers import measure_peers
from bench_releases import measure_releases

from legalnews_dataset import __version__

PEER_ARTICLES = 200


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="articles in Parquet: id, text, date")
    parser.add_argument("--shared", type=Path, help="a folder with what scripts/bench_warc.py makes a crawl of")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--sample", type=int, default=1000, help="articles for the figures of one core")
    parser.add_argument("--quick", action="store_true", help="leave out builds, releases, linking and a million rows")
    parser.add_argument("--pages", type=int, default=20_000, help="pages of the made-up crawl")
    parser.add_argument("--large", action="store_true", help="build ten copies of the corpus, too")
    given = parser.parse_args()
    started, figures = time.perf_counter(), dict[str, float | str]()
    parts = measure(given.corpus, given.shared, given.sample, given.pages, quick=given.quick, large=given.large)
    for measured in parts:
        for name, figure in measured.items():
            print(f"{name:56}{figure:>14,.3f}" if isinstance(figure, float) else f"{name:56}{figure:>14}", flush=True)
        figures |= measured
        figures["bench: seconds"] = time.perf_counter() - started
        if given.json:
            given.json.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def measure(corpus: Path, shared: Path | None, size: int, pages: int, *, quick: bool, large: bool) -> Iterator[Figures]:
    """Yield the figures as they are measured."""
    yield measure_machine()
    yield measure_imports()
    articles, reading = measure_reading(corpus)
    yield reading
    sample = articles[:: max(1, len(articles) // size)][:size]
    yield measure_extraction(sample)
    yield measure_layers(sample)
    few = articles[:: max(1, len(articles) // PEER_ARTICLES)][:PEER_ARTICLES]
    del articles, sample
    yield measure_peers(few, corpus)
    yield measure_contract(quick=quick)
    if quick:
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        yield measure_builds(corpus, folder)
        yield measure_releases(folder / "quarter", folder / "whole", folder / "store")
        yield measure_linking(folder / "whole", SIZES)
        if shared:
            yield measure_crawl(shared, folder, pages)
        if large:
            yield measure_large_build(corpus, folder)


def measure_crawl(shared: Path, folder: Path, pages: int) -> Figures:
    """Return the figures of a made-up crawl, those of its build among them."""
    found = bench_warc.measure(shared, pages, folder)
    build = found.pop("build")
    flat = found | {f"build: {name}": figure for name, figure in build.items()}
    return {f"crawl: {name}": float(figure) for name, figure in flat.items() if isinstance(figure, int | float)}


def measure_machine() -> Figures:
    """Return what the figures depend on, and how busy the machine is before anything is measured."""
    model = "unknown"
    if (told := Path("/proc/cpuinfo")).exists():
        lines = told.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    return {
        "machine: processor": model,
        "machine: cores": float(os.cpu_count() or 1),
        "machine: python": platform.python_version(),
        "machine: legalnews_dataset": __version__,
        "machine: load before": os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    }


if __name__ == "__main__":
    sys.exit(main())
