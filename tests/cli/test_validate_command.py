"""`legalnews validate` and `legalnews schemas` say what is wrong and exit with 0, 1 or 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from legalnews_dataset.cli import app
from legalnews_dataset.tables.parquet import write_parquet
from legalnews_dataset.testing import sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for table, rows in sample("quotes", 8, seed=2).items():
        write_parquet(rows, tmp_path / f"{table}.parquet")
    return tmp_path


def spoil(folder: Path, table: str, column: str, value: Any) -> None:
    path = folder / f"{table}.parquet"
    rows = pq.read_table(path)
    values = [value, *rows[column].to_pylist()[1:]]
    field = rows.schema.field(column)
    write_parquet(rows.set_column(rows.schema.names.index(column), field, pa.array(values, field.type)), path)


def test_a_valid_folder_exits_with_0(folder: Path) -> None:
    result = CliRunner().invoke(app, ["validate", str(folder), "--frictionless"])
    assert result.exit_code == 0, result.output
    assert "8 quotes" in result.output
    assert "all passed" in result.output


def test_a_wrong_row_exits_with_1_and_is_told_in_the_words_of_its_article(folder: Path) -> None:
    spoil(folder, "quotes", "kind", "shouted")
    row = pq.read_table(folder / "quotes.parquet").to_pylist()[0]
    result = CliRunner().invoke(app, ["validate", str(folder)])
    assert result.exit_code == 1
    assert f"quotes {row['quote_id']} kind: not one of the labels: 'shouted'" in result.output
    assert f"[{row['text']}]" in result.output


def test_a_broken_rule_is_told_in_its_sentence(folder: Path) -> None:
    spoil(folder, "quotes", "text", "never said")
    result = CliRunner().invoke(app, ["validate", str(folder)])
    assert result.exit_code == 1
    assert "broken: The text is the article's text from start to end, letter for letter: 'never said'" in result.output


def test_the_report_goes_to_programs_as_json_and_to_a_folder(folder: Path, tmp_path: Path) -> None:
    spoil(folder, "quotes", "kind", "shouted")
    result = CliRunner().invoke(app, ["validate", str(folder), "--json", "-o", str(tmp_path / "report")])
    told = json.loads(result.output)
    assert result.exit_code == 1
    assert told["failures_by_check"] == [{"table": "quotes", "column": "kind", "check": "enum", "count": 1}]
    assert json.loads((tmp_path / "report" / "validation.json").read_text(encoding="utf-8")) == told
    assert pq.read_table(tmp_path / "report" / "failures.parquet").num_rows == 1


def test_a_folder_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "legalnews_dataset.cli", "validate", str(tmp_path / "nowhere")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no such folder" in done.stderr


def test_schemas_are_exported_and_checked(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(app, ["schemas", "check", "--root", str(tmp_path)]).exit_code == 1
    exported = run(app, ["schemas", "export", "--root", str(tmp_path)])
    assert "wrote schemas/quotes.schema.json" in exported.output
    assert run(app, ["schemas", "check", "--root", str(tmp_path)]).exit_code == 0
    (tmp_path / "schemas" / "quotes.schema.json").write_text("{}", encoding="utf-8")
    checked = run(app, ["schemas", "check", "--root", str(tmp_path)])
    assert checked.exit_code == 1
    assert (
        "schemas/quotes.schema.json is not what the row classes say; run `legalnews schemas export`" in checked.output
    )
