"""Every format is read, and every bad record is told while the others are read."""

from __future__ import annotations

import gzip
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import check_record
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.articles.source import list_sources
from legalnews_dataset.errors import UsageError

TEXT = "The court ruled for Ada Quill on Friday, and the jury was sent home."


def read(*paths: Path, max_chars: int = 10_000) -> tuple[list[Article], list[Problem]]:
    items = list(read_articles(paths, max_chars))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Problem)]


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def table(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_the_seed_format_gives_the_stem_the_date_and_the_body(tmp_path: Path) -> None:
    path = tmp_path / "one.two.txt"
    path.write_bytes(f" date 2024-01-26 {TEXT}\r\n\r\nSecond.\r\n".encode())
    assert read(path) == ([Article("one.two", f"{TEXT}\n\nSecond.", published_on=date(2024, 1, 26))], [])


@pytest.mark.parametrize("body", [TEXT, f"date of hearing: {TEXT}"])
def test_a_text_file_without_a_date_is_its_whole_text(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"\ufeff{body}\n", encoding="utf-8")
    assert read(path) == ([Article("a", body)], [])


def test_a_folder_is_read_at_any_depth_and_in_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "a.txt", "README.md", ".hidden.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    assert [a.article_id for a in read(tmp_path, tmp_path / "a.txt")[0]] == ["a", "z", "c"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_text_is_stored_exactly_as_given(tmp_path: Path, name: str) -> None:
    text = f"\ufeff \r\n{TEXT} \u200f\u202e😀\u2028 "
    record = {"id": "x", "text": text, "title": "T", "published_on": "2020-02-29", "source": "S", "url": "u"}
    path = tmp_path / name
    if name.endswith("parquet"):
        table(path, **{key: [value] for key, value in record.items()})
    else:
        data = b"\xef\xbb\xbf" + json.dumps(record, ensure_ascii=False).encode() + b"\r\n\n"
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert read(path) == ([Article("x", text, "T", date(2020, 2, 29), "S", "u")], [])


@pytest.mark.parametrize("given", ["1990-08-16T20:41", "1990-08-16", datetime(1990, 8, 16, 20), date(1990, 8, 16)])
def test_a_date_is_read_as_printed(given: object) -> None:
    article = check_record({"id": 7, "text": TEXT, "date": given}, "f", "line 1").article
    assert article == Article("7", TEXT, published_on=date(1990, 8, 16))


def test_parquet_timestamps_are_days_of_their_own_zone(tmp_path: Path) -> None:
    late = pa.array([datetime(2024, 1, 26, 23)], pa.timestamp("us")).cast(pa.timestamp("ns"))
    assert read(table(tmp_path / "a.parquet", id=["x"], text=[TEXT], date=late))[0][0].published_on == date(2024, 1, 26)


@pytest.mark.parametrize("given", ["2024-13-45", "2023-02-29", "yesterday", "20240126", 5])
def test_an_impossible_date_is_told_and_the_article_kept(given: object) -> None:
    reading = check_record({"id": "x", "text": TEXT, "date": given}, "f", "line 1")
    assert reading.article == Article("x", TEXT)
    assert [(p.column, p.kept) for p in reading.problems] == [("published_on", True)]


def test_an_impossible_date_does_not_stay_in_the_body_of_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"date 2024-02-30 {TEXT}")
    articles, problems = read(path)
    assert (articles, problems[0].value) == ([Article("a", TEXT)], "'2024-02-30'")


GOOD = {"id": "good", "text": TEXT}


@pytest.mark.parametrize(
    ("line", "column", "told"),
    [
        (b'["no object"]', "line", "expected a JSON object, got ['no object']"),
        (b'{"id": "x", ', "line", "expected JSON"),
        (b"[" * 100_000, "line", "expected JSON"),
        (b'{"id": "x", "text": "caf\xe9"}', "line", r"expected UTF-8, got b'\xe9"),
        (b'{"id": "x"}', "text", "expected a string, got nothing"),
        (b'{"id": "x", "text": ["a"]}', "text", "expected a string, got ['a']"),
        (b'{"text": "a"}', "id", "expected a string that is not empty, got nothing"),
        (b'{"id": true, "text": "a"}', "id", "got True"),
        (b'{"id": "x", "text": " \\n"}', "text", "got an empty text"),
        (b'{"id": "x", "text": "a\\u0000b"}', "text", "got NUL at character 1"),
        (b'{"id": "x", "text": "ab\\ud83d"}', "text", "got an unpaired surrogate at character 2"),
        (json.dumps({"id": "x", "text": "a" * 10_001}).encode(), "text", "expected at most 10,000 characters"),
        (b'{"id": "x", "text": "' + b"a" * 2_000_000 + b'"}', "text", "expected at most 10,000 characters"),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_the_next_is_read(
    tmp_path: Path, line: bytes, column: str, told: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n" + line + b"\n" + json.dumps(GOOD).encode())
    articles, (problem,) = read(path)
    assert articles == [Article("good", TEXT)]
    assert (problem.column, problem.where, problem.kept) == (column, "line 2", False)
    assert told in str(problem)
    str(problem).encode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "got an empty text"),
        ("latin.txt", b"caf\xe9 noir", "expected UTF-8, got b'\\xe9 no' at byte 3"),
        ("large.txt", b"a" * 40_001, "expected at most 10,000 characters, got more than 40,000 bytes"),
        ("empty.parquet", b"", "expected Parquet that is whole"),
        ("zeros.parquet", bytes(1000), "expected Parquet, got binary data"),
        ("cut.jsonl.gz", gzip.compress(b'{"id": "x", "text": "a b"}\n' * 1000)[:-9], "expected JSON that is whole"),
        ("plain.jsonl.gz", b'{"id": "x", "text": "a b"}\n', "expected gzip, got JSON"),
    ],
)
def test_a_bad_file_is_told_and_the_other_files_are_read(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    articles, problems = read(tmp_path / name, lines(tmp_path / "good.jsonl", GOOD))
    assert Article("good", TEXT) in articles
    assert [p.source for p in problems if told in str(p)] == [str(tmp_path / name)]


def test_a_truncated_parquet_file_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    whole = table(tmp_path / "whole.parquet", id=["x"], text=[TEXT]).read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[:-30])
    assert "expected Parquet that is whole" in str(read(tmp_path / "cut.parquet")[1][0])


def test_a_parquet_file_without_text_names_its_columns(tmp_path: Path) -> None:
    articles, (problem,) = read(table(tmp_path / "a.parquet", id=["x"], body=[TEXT]))
    assert (articles, problem.column, problem.value) == ([], "text", "only id, body")


def test_rows_of_a_parquet_file_are_checked_one_by_one(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", id=["x", None, "z"], text=[None, TEXT, TEXT], title=pa.nulls(3))
    articles, problems = read(path)
    assert [a.article_id for a in articles] == ["z"]
    assert [(p.where, p.column) for p in problems] == [("row 1", "text"), ("row 2", "id")]


def test_another_language_is_told_and_kept() -> None:
    text = "Das Gericht hat die Klage abgewiesen, weil der Kläger nicht mit dem Brief und den Akten kam."
    reading = check_record({"id": "x", "text": text}, "f", "line 1")
    assert reading.article is not None
    assert reading.article.language == "de"
    assert [(p.column, p.value, p.kept) for p in reading.problems] == [("language", "de", True)]


def test_one_article_of_an_id_is_read_whatever_the_order(tmp_path: Path) -> None:
    one, other, good = ({"id": "x", "text": TEXT}, {"id": "x", "text": TEXT + " Again."}, GOOD)
    results = []
    for number, records in enumerate([(one, other, good, one), (other, good, one, one), (good, one, one, other)]):
        articles, problems = read(lines(tmp_path / f"{number}.jsonl", *records))
        results.append((sorted(a.text for a in articles), sorted(p.value for p in problems)))
    assert results[0] == results[1] == results[2]
    assert len(results[0][0]) == 2
    assert len(results[0][1]) == 2


def test_an_id_set_aside_leaves_its_place_to_another(tmp_path: Path) -> None:
    articles, problems = read(lines(tmp_path / "a.jsonl", {"id": "x", "text": "\0"}, {"id": "x", "text": TEXT}))
    assert (articles, len(problems)) == ([Article("x", TEXT)], 1)


def test_wrong_use_names_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "page.doc").write_text(TEXT)
    (tmp_path / "sub").mkdir()
    with pytest.raises(UsageError, match=r"no such file.*article\.txt, page\.doc, sub"):
        list_sources([tmp_path / "artikle.txt"])
    with pytest.raises(UsageError, match=r"not a format that is read.*\.jsonl, .*\.gz or \.zst; got 'page\.doc'"):
        list_sources([tmp_path / "page.doc"])
    with pytest.raises(UsageError, match="no articles in this folder"):
        list_sources([tmp_path / "sub"])


TEXTS = st.text(st.sampled_from("ab \n\0\ud800\ufeff😀"), max_size=8)
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.lists(TEXTS, max_size=2)


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "date", "url", "source"]), VALUES))
def test_any_record_is_an_article_or_told(raw: dict[str, object]) -> None:
    reading = check_record(raw, "f", "line 1")
    assert (reading.article is None) == any(not problem.kept for problem in reading.problems)
    if reading.article:
        assert reading.article.text == raw["text"]
        repr(reading.article).encode()
