from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from change import changed
from frictionless import Package

from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.failure import Failure
from legalnews_dataset.tables.frictionless_rows import frictionless_failures
from legalnews_dataset.tables.projections.table_schema import data_package, table_schema
from legalnews_dataset.testing import sample

SAMPLE = sample("quotes", 30, seed=3)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for table, rows in SAMPLE.items():
        with (tmp_path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(rows.schema.names)
            for row in rows.to_pylist():
                writer.writerow([",".join(value) if isinstance(value, list) else value for value in row.values()])
    told = data_package({table: f"{table}.csv" for table in TABLES}, version="0.1.0")
    (tmp_path / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    return tmp_path / "datapackage.json"


def test_csv_files_of_valid_tables_pass_with_their_keys(package: Path) -> None:
    report = Package(str(package)).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert [task.stats["rows"] for task in report.tasks] == [SAMPLE[table].num_rows for table in TABLES]


def test_a_wrong_label_and_a_key_that_leads_nowhere_are_found(package: Path) -> None:
    quotes = package.parent / "quotes.csv"
    rows = quotes.read_text(encoding="utf-8").splitlines(keepends=True)
    article = SAMPLE["quotes"]["article_id"][0].as_py()
    rows[1] = rows[1].replace(f",{article},", ",story-99,").replace(",direct,", ",sung,").replace(",partial,", ",sung,")
    quotes.write_text("".join(rows), encoding="utf-8")
    kinds = {kind for (kind,) in Package(str(package)).validate().flatten(["type"])}
    assert kinds == {"constraint-error", "foreign-key"}


def test_whole_tables_pass_row_by_row() -> None:
    told: list[tuple[int, int | None]] = []
    assert list(frictionless_failures(SAMPLE, lambda *done: told.append(done))) == []
    rows = sum(rows.num_rows for rows in SAMPLE.values())
    assert told[-1] == (rows, rows)


def test_a_wrong_row_is_told_by_its_key() -> None:
    wrong: dict[str, Any] = changed(SAMPLE, "quotes", 4, kind="sung")
    key = SAMPLE["quotes"]["quote_id"][4].as_py()
    assert list(frictionless_failures(wrong)) == [Failure("quotes", key, "kind", "frictionless enum", "sung")]


def test_foreign_keys_name_keys() -> None:
    for table in TABLES:
        for key in table_schema(table).get("foreignKeys", []):
            target = key["reference"]["resource"]
            assert key["reference"]["fields"] == table_schema(target)["primaryKey"]
