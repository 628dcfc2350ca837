"""CSV is read row by row, with any of three separators, and a bad row costs itself alone."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TEXT, read

from legalnews_dataset.articles import read_csv as limits
from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import Reading
from legalnews_dataset.articles.read_csv import read_csv
from legalnews_dataset.articles.source import Source


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_found_by_their_names(tmp_path: Path, separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([["Text ", "id", "other", "date"], [TEXT, "x", "?", "2024-03-05"]])
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    assert read(tmp_path) == ([Article("x", TEXT, published_on=date(2024, 3, 5))], [])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (b"x,too,many", "expected 2 values, got 3 values"),
        (b"x", "expected 2 values, got 1 values"),
        (b'x,"never closed', "expected 2 values"),
        (b'x,"closed" late', "expected 2 values, got ',' expected after"),
        (b"x,caf\xe9", "expected UTF-8, got b'\\xe9' in column 'text'"),
        (b",no id", "id: expected a string that is not empty, got nothing"),
        (b"x,", "text: expected a string, got nothing"),
        (b"x,a\0b", "NUL"),
    ],
)
def test_a_bad_row_is_told_and_the_others_are_read(tmp_path: Path, row: bytes, told: str) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,text\nbefore,One.\n" + row + b'\nafter,"Two,\n""three""."\nlast,Four.\n')
    articles, (problem,) = read(tmp_path)
    assert [(a.article_id, a.text) for a in articles] == [
        ("before", "One."),
        ("after", 'Two,\n"three".'),
        ("last", "Four."),
    ]
    assert told in str(problem)
    assert problem.where == "line 3"


def test_missing_columns_and_empty_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\nx,One.\n")
    (tmp_path / "b.csv").write_text("")
    assert [(p.column, p.value) for p in read(tmp_path)[1]] == [
        ("text", "only 'id, body'"),
        ("id", "only ''"),
        ("text", "only ''"),
    ]


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.getbasetemp() / "written.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *rows])
    found = [r.article for r in read_csv(Source("a", str(path), "csv"), 1_000) if isinstance(r, Reading)]
    assert [(a.article_id, a.text) for a in found if a] == rows


def test_a_row_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_OTHER_COLUMNS", 1_000)
    (tmp_path / "a.csv").write_text("id,text\nx," + "a" * 5_000 + '\ny,"' + "b\n" * 5_000 + "\nlast,Four.\n")
    found = list(read_csv(Source("a", str(tmp_path / "a.csv"), "csv"), 1_000))
    assert [r.article_id for r in found if isinstance(r, Reading) and r.article] == ["last"]
