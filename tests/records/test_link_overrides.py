"""What a curator decides about links is honoured, reported and explained; what fits nothing is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from legalnews_dataset.cli import app
from legalnews_dataset.errors import UsageError
from legalnews_dataset.pipeline import Summary, build
from legalnews_dataset.records.linking.overrides import read_overrides

HEADER = "relation,article_id,other_article_id,name,reason\n"
TEXTS = {
    "charged": "NEWARK, N.J. - Tobias Q. Wendemeyer was indicted on Tuesday for wire fraud in federal court.",
    "sentenced": "NEWARK, N.J. - Tobias Q. Wendemeyer was sentenced on Monday to five years in prison for wire fraud.",
    "other": "PORTLAND, Ore. - Albert Hollis pleaded guilty on Friday to bank robbery in federal court.",
}


def build_with(folder: Path, *rows: str) -> tuple[Summary, dict[str, set[str]]]:
    """Build the texts with an override file, and return the summary and the cases of each article."""
    articles = folder / "articles.jsonl"
    articles.write_text("\n".join(json.dumps({"id": key, "text": text}) for key, text in TEXTS.items()))
    links = folder / "links.csv"
    links.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    summary = build([articles], folder / "out", workers=1, links=links)
    cases: dict[str, set[str]] = {key: set() for key in TEXTS}
    for row in pq.read_table(folder / "out" / "mentions.parquet").to_pylist():
        if row["record_table"] == "cases":
            cases[row["article_id"]].add(row["record_id"])
    return summary, cases


def test_without_overrides_the_evidence_decides(tmp_path: Path) -> None:
    _, cases = build_with(tmp_path)
    assert cases["charged"] == cases["sentenced"] != cases["other"]


def test_cannot_keeps_apart_and_must_joins(tmp_path: Path) -> None:
    summary, cases = build_with(
        tmp_path, "cannot,charged,sentenced,Wendemeyer,two indictments", "must,charged,other,,one ring"
    )
    assert cases["charged"] == cases["other"]
    assert not cases["charged"] & cases["sentenced"]
    assert [override.reason for override in summary.overrides] == ["two indictments", "one ring"]
    described = json.loads((tmp_path / "out" / "build.json").read_text())
    assert [override["relation"] for override in described["overrides"]] == ["cannot", "must"]


def test_why_shows_articles_and_evidence(tmp_path: Path) -> None:
    _, cases = build_with(tmp_path, "must,charged,other,,one ring")
    case = cases["charged"].pop()
    told = CliRunner().invoke(app, ["why", case, "--in", str(tmp_path / "out")])
    assert told.exit_code == 0
    assert "curated: one ring" in told.output
    assert "party wendemeyer" in told.output
    why = json.loads(CliRunner().invoke(app, ["why", case, "--in", str(tmp_path / "out"), "--json"]).output)
    assert {article["article_id"] for article in why["articles"]} == set(TEXTS)


@pytest.mark.parametrize(
    "row",
    [
        "must,charged,nowhere,,unknown article",
        "must,charged,other,Hollis,a party of one of the two only",
        "may,charged,other,,unknown relation",
        "must,charged,other,,",
        "must,charged",
    ],
)
def test_an_override_that_fits_nothing_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(UsageError):
        build_with(tmp_path, row)
    assert not (tmp_path / "out").exists()


def test_why_of_an_unknown_case_is_refused(tmp_path: Path) -> None:
    build_with(tmp_path)
    with pytest.raises(UsageError):
        CliRunner().invoke(app, ["why", "cas_0", "--in", str(tmp_path / "out")], catch_exceptions=False)


def test_the_shipped_overrides_are_empty() -> None:
    assert read_overrides(Path(__file__).parents[2] / "seeds" / "links.csv") == ()


def test_an_override_file_among_the_articles_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    build_with(tmp_path / "seeds")
    links = tmp_path / "seeds" / "links.csv"
    summary = build([tmp_path / "seeds" / "articles.jsonl", links], tmp_path / "out", workers=1, links=links)
    assert (summary.articles, summary.failures) == (3, ())
