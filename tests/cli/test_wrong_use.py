"""Paths that cannot be written are told in one line, without a traceback, and cost nothing that was there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from legalnews_dataset import cli

TEXT = "A jury ordered Acme Corp. to pay Ann Poe $2 million."


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["legalnews", *words])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("output", ["no/such/folder.jsonl", "."])
def test_an_output_that_cannot_be_written_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert _run(monkeypatch, "annotate", str(tmp_path / "a.txt"), "-o", str(tmp_path / output)) == 2
    told = capsys.readouterr().err
    assert told.startswith("legalnews: this cannot be read or written (")
    assert told.count("\n") == 1


def test_a_full_disk_is_told_and_leaves_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    monkeypatch.setattr("legalnews_dataset.documents.layers.to_layers", full)
    assert _run(monkeypatch, "annotate", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.jsonl")) == 1
    assert capsys.readouterr().err == "legalnews: this cannot be read or written: No space left on device\n"
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "out.jsonl"}
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"


def test_the_output_may_be_the_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "Ann Poe sued."}\n', encoding="utf-8")
    assert _run(monkeypatch, "annotate", str(path), "-o", str(path)) == 0
    assert '"names"' in path.read_text(encoding="utf-8")
