"""A build: the same bytes from the same articles, whole or not at all, and bad input never costs good input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from legalnews_dataset import batches, pipeline
from legalnews_dataset.articles import read
from legalnews_dataset.articles.check import Reading, check_record
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.source import Source, open_unpacked
from legalnews_dataset.errors import UsageError
from legalnews_dataset.folder import replaced_folder
from legalnews_dataset.pipeline import build
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.workers import Rescue

STORY = (
    "A jury in Boston ordered Norvale Foods Inc. to pay Edith Marrow $2 million on {day}, her lawyer said.\n\n"
    '"We are delighted," said Oscar Penhale, an attorney for Marrow. Norvale, sued in 20{n:02}, will appeal.'
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def write_articles(path: Path, count: int, *, backwards: bool = False, padding: str = "") -> Path:
    """Write that many articles, each a little different, as JSON lines."""
    numbers = range(count - 1, -1, -1) if backwards else range(count)
    lines = (
        json.dumps(
            {"id": f"a{n}", "text": STORY.format(day=DAYS[n % 5], n=n % 20) + padding, "published_on": "2021-05-07"}
        )
        for n in numbers
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}


def test_order_batches_and_folder_do_not_change_a_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([write_articles(tmp_path / "a.jsonl", 12)], tmp_path / "one", workers=1)
    monkeypatch.setattr(batches, "BATCH_CHARS", 500)
    build([write_articles(tmp_path / "b.jsonl", 12, backwards=True)], tmp_path / "two", workers=1)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert set(files_of(tmp_path / "one")) == {f"{name}.parquet" for name in (*TABLES, "failures", "links")}


@pytest.mark.slow
def test_processes_time_zone_and_hash_seed_do_not_change_a_byte(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "a.jsonl", 60, padding="\n\n" + "The matter is pending. " * 2_000)
    built = []
    for name, zone, seed, workers in (("one", "Pacific/Auckland", "1", "2"), ("two", "America/Nome", "2", "1")):
        command = [sys.executable, "-m", "legalnews_dataset.cli", "build", str(articles), "-o", str(tmp_path / name)]
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
        subprocess.run([*command, "--workers", workers], env=environment, check=True, capture_output=True)
        built.append(files_of(tmp_path / name))
    assert built[0] == built[1]


def test_bad_articles_are_set_aside_and_the_others_are_built(tmp_path: Path) -> None:
    good = write_articles(tmp_path / "good.jsonl", 2)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('[1]\n{"id": "nul", "text": "a\\u0000b"}\n{"id": "empty", "text": " "}\n', encoding="utf-8")
    summary = build([bad, good], tmp_path / "out")
    assert summary.rows["articles"] == 2
    failures = pq.read_table(tmp_path / "out" / "failures.parquet").to_pylist()
    assert {failure["key"].rpartition("/")[2] for failure in failures} == {"bad.jsonl line 1", "nul", "empty"}
    assert len(summary.failures) == 3


def test_an_article_that_breaks_extraction_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = pipeline.extract_article

    def sometimes(article: pipeline.Article) -> dict[str, list[object]]:
        if article.article_id == "a1":
            raise ZeroDivisionError
        return honest(article)

    monkeypatch.setattr(pipeline, "extract_article", sometimes)
    summary = build([write_articles(tmp_path / "a.jsonl", 3)], tmp_path / "out", workers=1)
    assert [failure.key for failure in summary.failures] == ["a1"]
    assert summary.rows["articles"] == 2


def test_a_folder_that_no_build_made_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="no build has made"):
        build([write_articles(tmp_path / "a.jsonl", 1)], tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").exists()


def test_a_build_replaces_an_earlier_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    build([write_articles(tmp_path / "a.jsonl", 3)], tmp_path / "out")
    build([write_articles(tmp_path / "b.jsonl", 1)], tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "articles.parquet").num_rows == 1
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl", "b.jsonl", "out"}


def test_a_build_killed_between_its_renames_gives_the_earlier_one_back(tmp_path: Path) -> None:
    build([write_articles(tmp_path / "a.jsonl", 2)], tmp_path / "out")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "out").rename(tmp_path / f".out.old-{gone.pid}")
    with pytest.raises(UsageError):
        build([tmp_path / "nowhere.jsonl"], tmp_path / "out")
    with replaced_folder(tmp_path / "out"):
        assert pq.read_table(tmp_path / "out" / "articles.parquet").num_rows == 2


def read_later(found: Pending) -> Reading:
    return check_record(json.loads(found.raw), found.source, found.where)


def test_what_takes_long_to_read_is_read_by_whoever_runs_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(source: Source, _: int) -> Iterator[Pending]:
        with open_unpacked(source) as file:
            for number, line in enumerate(file, 1):
                yield Pending(json.loads(line)["id"], source.name, f"line {number}", line, read_later)

    build([write_articles(tmp_path / "a.jsonl", 3)], tmp_path / "one")
    monkeypatch.setitem(read.READERS, "jsonl", find)
    late = write_articles(tmp_path / "late.jsonl", 3)
    with late.open("a") as file:
        file.write('\n{"id": "empty", "text": ""}')
    ran: list[batches.Batch] = []

    def runner(function: Callable[[Any], Any], batches: Iterable[Any], _: Rescue[Any, Any]) -> Iterator[Any]:
        for batch in batches:
            ran.append(batch)
            yield function(batch)

    summary = build([late], tmp_path / "two", runner=runner)
    assert [type(found) for batch in ran for found in batch.articles] == [Pending] * 4
    assert [failure.key for failure in summary.failures] == ["empty"]
    assert read_tables(tmp_path / "one") == read_tables(tmp_path / "two")


def read_tables(folder: Path) -> dict[str, Any]:
    return {name: pq.read_table(folder / f"{name}.parquet") for name in TABLES}


def test_articles_on_no_proceeding_are_dropped_and_counted_where_asked(tmp_path: Path) -> None:
    fair = {"id": "fair", "text": "The village of Elmsworth opened its summer fair with cakes and a brass band."}
    articles = write_articles(tmp_path / "a.jsonl", 2)
    articles.write_text(articles.read_text(encoding="utf-8") + "\n" + json.dumps(fair), encoding="utf-8")
    everything = build([articles], tmp_path / "all", workers=1)
    assert (everything.rows["articles"], everything.dropped) == (3, {})
    legal = build([articles], tmp_path / "legal", workers=1, keep="legal")
    assert (legal.rows["articles"], legal.failures) == (2, ())
    assert legal.dropped == {"no word of a legal proceeding": 1}
    assert json.loads((tmp_path / "legal" / "build.json").read_text())["dropped"] == legal.dropped


def test_pages_and_what_is_wrong_with_them_reach_the_tables(tmp_path: Path) -> None:
    page = "<html><head><title>Verdict</title></head><body><article><h1>Verdict</h1><p>{}</p></article></body></html>"
    for number in range(3):
        text = f"A jury ordered Acme Corp. to pay Ann Poe ${number + 2} million on Friday, March 1, 2024."
        (tmp_path / f"{number}.html").write_text(page.format(text))
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.4")
    summary = build([tmp_path], tmp_path / "out")
    assert summary.rows["awards"] == 3
    assert [failure.check for failure in summary.failures] == ["an HTML page"]
