"""Measure whole builds: time and memory as the corpus grows, with one process, two, and on a Dask cluster of two."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from bench_clock import Figures, run_script

WORKERS = 2
# Copies of the corpus, with ids of their own, that make the largest build.
COPIES = 10
BUILD = """
import json, sys, time
from pathlib import Path

from legalnews_dataset.pipeline import build

if __name__ == "__main__":
    corpus, out, options = sys.argv[1:]
    started, extracted = time.perf_counter(), 0.0

    def tell(*_):
        global extracted
        extracted = time.perf_counter() - started

    build([Path(corpus)], Path(out), on_progress=tell, **json.loads(options))
    print(json.dumps([extracted, time.perf_counter() - started]))
"""


def measure_builds(corpus: Path, folder: Path) -> Figures:
    """Return time and memory of building a quarter of the corpus and the whole, and what more processes gain.

    Args:
        corpus: a Parquet file of articles.
        folder: a folder for the builds; `quarter` and `whole` are left there, `whole` with the tables of each article.

    """
    quarter = folder / "quarter.parquet"
    table = pq.read_table(corpus)
    pq.write_table(table.slice(0, max(1, table.num_rows // 4)), quarter)
    figures = measure_build(quarter, folder / "quarter", "a quarter", {"workers": WORKERS})
    figures |= measure_build(corpus, folder / "whole", "the whole", {"workers": WORKERS, "parts": True})
    figures |= measure_build(corpus, folder / "alone", "the whole, one process", {"workers": 1})
    alone = "build of the whole, one process: {}"
    together = "build of the whole: {}"
    for what in ("seconds", "seconds of extraction"):
        name = what.replace("seconds", "parallel efficiency")
        figures[together.format(name)] = ratio(figures, alone.format(what), together.format(what)) / WORKERS
    if importlib.util.find_spec("distributed"):
        options = {"scheduler": f"local:{WORKERS}"}
        figures |= measure_build(corpus, folder / "cluster", "the whole, Dask", options)
        figures["build of the whole, Dask: same bytes"] = same(folder / "whole", folder / "cluster")
    return figures


def measure_large_build(corpus: Path, folder: Path) -> Figures:
    """Return time and memory of building ten copies of the corpus."""
    large = folder / "large.parquet"
    write_copies(corpus, large, COPIES)
    return measure_build(large, folder / "large", f"{COPIES} copies", {"workers": WORKERS})


def measure_build(corpus: Path, out: Path, name: str, options: Mapping[str, object]) -> Figures:
    """Build in a process of its own; return seconds, rate and memory under a name."""
    articles = pq.read_metadata(corpus).num_rows
    _, peak, told = run_script(BUILD, str(corpus), str(out), json.dumps(dict(options)), folder=out.parent)
    extracted, took = json.loads(told.splitlines()[-1])
    return {
        f"build of {name}: articles": float(articles),
        f"build of {name}: seconds": took,
        f"build of {name}: seconds of extraction": extracted,
        f"build of {name}: articles a second": articles / took,
        f"build of {name}: peak MB": peak,
    }


def write_copies(corpus: Path, path: Path, copies: int) -> None:
    """Write the articles of a corpus that often, the ids of each copy made its own."""
    table = pq.read_table(corpus)
    place = table.schema.get_field_index("id")
    with pq.ParquetWriter(path, table.schema) as file:
        for copy in range(copies):
            own = pc.binary_join_element_wise(table["id"], pa.scalar(f"-{copy}"), "")
            file.write_table(table.set_column(place, table.schema.field(place), own))


def ratio(figures: Figures, one: str, other: str) -> float:
    """Return one figure over another."""
    return float(figures[one]) / float(figures[other])


def same(one: Path, other: Path) -> str:
    """Say whether the tables of two builds have the same bytes."""
    names = [path.name for path in one.glob("*.parquet")]
    return "yes" if all((one / name).read_bytes() == (other / name).read_bytes() for name in names) else "no"
