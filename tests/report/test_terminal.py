"""What a build prints: every table fits the terminal, and what was set aside is told with its place."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from legalnews_dataset.cli import app
from legalnews_dataset.pipeline import build
from legalnews_dataset.report.terminal import print_tables

TEXT = """A jury ordered Consolidated Brass Works Inc. on Friday to pay Annabel Poe $2.5 million in damages.

“This is what we asked for from the very first day of this long and painful trial,” said Poe's attorney, Ruth Oakley.

Poe sued Consolidated Brass Works in 2019 in federal court in Boston, claiming that it had fired her unlawfully.
"""


@pytest.mark.parametrize("width", [80, 160])
def test_tables_fit_the_terminal_and_break_no_short_word(tmp_path: Path, width: int) -> None:
    (tmp_path / "one.txt").write_text(f"date 2024-01-26\n{TEXT}", encoding="utf-8")
    build([tmp_path / "one.txt"], tmp_path / "out", workers=1)
    told = StringIO()
    print_tables(tmp_path / "out", Console(file=told, width=width, highlight=False))
    lines = told.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) < 50
    words = told.getvalue().split()
    for word in ("awarded", "2,500,000", "Annabel", "Consolidated", "plaintiff", "2019", "USD"):
        assert word in words, told.getvalue()


def test_what_was_set_aside_names_its_place_and_is_printed_as_it_is(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "x1", "text": 5}), "[1, 2]", json.dumps({"id": "x2", "text": TEXT})]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = CliRunner().invoke(app, ["build", str(path), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert f"set aside: articles x1: text: expected a string, got 5 in {path} line 1\n" in done.output
    assert f"set aside: articles {path} line 2: line: expected a JSON object, got [1, 2]\n" in done.output
    assert " 1 article, " in done.output
