"""`legalnews annotate` writes one line for every record, in order."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from legalnews_dataset.cli import app

LAYERS = {"quotes", "dates", "names", "money", "courts"}


def test_one_line_for_every_record_in_order(tmp_path: Path) -> None:
    texts = ["Das ist nicht auf Englisch, und das Gericht hat den Kläger nicht gehört.", "a\0b", "", "Rain fell 😀."]
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)) + "[]\n"
    )
    result = CliRunner().invoke(app, ["annotate", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl")])
    assert result.exit_code == 0
    assert "5 records" in result.output
    assert "NUL at character 1" in result.output
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["r0", "r1", "r2", "r3", None]
    assert all(set(row) == LAYERS | {"id"} for row in rows)
