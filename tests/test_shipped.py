"""The versions that ship with the package: there, whole, and what the README promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legalnews_dataset import load, source, versions
from legalnews_dataset.cli import app
from legalnews_dataset.tables.contract import TABLES

ROOT = Path(__file__).resolve().parent.parent


def test_the_first_version_ships() -> None:
    assert versions()[0] == "0.1.0"
    assert {table: len(load(table, version="0.1.0")) for table in TABLES} == {
        "articles": 1,
        "cases": 2,
        "parties": 7,
        "events": 9,
        "quotes": 5,
        "awards": 1,
        "mentions": 70,
    }


@pytest.mark.parametrize("version", versions())
def test_a_shipped_version_is_what_its_manifest_says(version: str) -> None:
    assert CliRunner().invoke(app, ["verify", version]).exit_code == 0


def test_every_row_of_a_shipped_version_is_in_the_words_of_its_article() -> None:
    text = load("articles", version="0.1.0").set_index("article_id")["text"]
    for table in ("events", "quotes", "awards", "mentions"):
        for row in load(table, version="0.1.0").to_dict("records"):
            assert text[row["article_id"]][row["start"] : row["end"]] == row["text"]


def test_a_row_leads_to_the_sentence_that_says_it() -> None:
    quote = load("quotes", version="0.1.0").iloc[0]
    assert quote["text"] in str(source(quote))


def test_the_python_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 3
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own README
