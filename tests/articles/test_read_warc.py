"""WARC files give their pages; lies, damage and bombs cost the record that has them and no other."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import PARAGRAPHS, TEXT, answer, page, read, record

from legalnews_dataset.articles import unpack
from legalnews_dataset.articles.warc_records import cut_records

PAGES = [page(f"{PARAGRAPHS[0]} It was day {number}.", canonical=None).encode() for number in range(4)]
RECORDS = [record(answer(body), url=f"https://gazette.example/{number}") for number, body in enumerate(PAGES)]


def places(path: Path, *parts: bytes) -> tuple[list[str], list[str]]:
    """Write a file of parts, packed one by one where its name says so; return addresses and what was told."""
    path.write_bytes(b"".join(map(gzip.compress, parts) if path.suffix == ".gz" else parts))
    articles, problems = read(path)
    return [(a.url or "")[-1] for a in articles], [str(p).removeprefix(str(path)) for p in problems]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_are_read_and_other_records_counted(tmp_path: Path, name: str) -> None:
    others = [
        record(b"software: x\r\n", kind="warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(answer(PAGES[0]), kind="revisit"),
        record(answer(b"gone", status="404 Not Found")),
        record(answer(b"%PDF-1.4", kind="application/pdf")),
        record(answer(b"")),
    ]
    found, told = places(tmp_path / name, *others, *RECORDS)
    assert found == ["0", "1", "2", "3"]
    assert told == [
        f": records: expected answers with a page, got {kind}; kept"
        for kind in (
            "1 answers of application/pdf",
            "1 answers with status 404",
            "1 empty answers",
            "2 request records",
            "1 revisit records",
            "1 warcinfo records",
        )
    ]


def test_an_article_of_a_crawl_has_all_that_its_page_says(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(answer(page().encode()), url="https://gazette.example/a?utm=1"))
    (found,), _ = read(tmp_path)
    assert (found.text, found.url) == (TEXT, "https://gazette.example/news/quill")
    assert found.article_id.startswith("page_")


@pytest.mark.parametrize("length", [5, 20, 5_000, 10**15, -5, "many", ""])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_lie_about_the_length_costs_one_record(tmp_path: Path, name: str, length: object) -> None:
    lie = record(answer(PAGES[1]), length=length)
    found, told = places(tmp_path / name, RECORDS[0], lie, *RECORDS[2:])
    assert found == ["0", "2", "3"]
    assert len(told) == 1
    assert told[0].startswith(", record 2: record: expected a WARC record, got ")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([RECORDS[0], b"NOISE\r\n" * 9, *RECORDS[1:]], ["0", "1", "2", "3"]),
        ([RECORDS[0], RECORDS[1][:-200]], ["0"]),
        ([RECORDS[0], b"WARC/1.0\r\nWARC-Type: resp"], ["0"]),
        ([RECORDS[0], record(b"no http here"), RECORDS[1]], ["0", "1"]),
        ([RECORDS[0], record(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 9_000 + b"\r\nx"), RECORDS[1]], ["0", "1"]),
        ([RECORDS[0], record(answer(b"x" * 10_200_000)), RECORDS[1]], ["0", "1"]),
    ],
)
def test_noise_costs_itself_alone(tmp_path: Path, parts: list[bytes], expected: list[str]) -> None:
    found, told = places(tmp_path / "a.warc", *parts)
    assert found == expected
    assert len(told) == 1


def test_a_file_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    packed = b"".join(map(gzip.compress, RECORDS))
    (tmp_path / "a.warc.gz").write_bytes(packed[:-300])
    articles, problems = read(tmp_path)
    assert len(articles) == 3
    assert "breaks off before its end" in str(problems[-1])


def test_a_damaged_member_costs_its_record(tmp_path: Path) -> None:
    packed = list(map(gzip.compress, RECORDS))
    (tmp_path / "a.warc.gz").write_bytes(b"".join([packed[0], packed[1][:60], b"?" * 50, packed[1][110:], *packed[2:]]))
    articles, problems = read(tmp_path)
    assert [(a.url or "")[-1] for a in articles] == ["0", "2", "3"]
    assert [p.where for p in problems] == ["record 2"]


def test_a_bomb_costs_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "FREE", 1_000_000)
    bomb = record(answer(b"0" * 5_000_000))
    inner = record(answer(gzip.compress(b"0" * 12_000_000), head="Content-Encoding: gzip\r\n"))
    found, told = places(tmp_path / "a.warc.gz", RECORDS[0], bomb, inner, RECORDS[1])
    assert found == ["0", "1"]
    assert len(told) == 2


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (gzip.compress(PAGES[0]), "Content-Encoding: gzip\r\n"),
        (PAGES[0], "Content-Encoding: gzip\r\n"),
        (PAGES[0], "Content-Encoding: br\r\n"),
        (PAGES[0], "Transfer-Encoding: chunked\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGES[0]), PAGES[0]), "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_a_body_is_decoded_or_taken_as_it_stands(tmp_path: Path, body: bytes, head: str) -> None:
    assert places(tmp_path / "a.warc", record(answer(body, head=head)))[0] == ["a"]


def test_another_file_named_warc_says_what_it_is(tmp_path: Path) -> None:
    assert places(tmp_path / "a.warc", PAGES[0])[1] == [": file: expected a WARC file, got an HTML page; set aside"]
    assert places(tmp_path / "b.warc", b"")[1] == []


class Trickle:
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self.data, self.step = data, step

    def read(self, _: int) -> bytes:
        given, self.data = self.data[: self.step], self.data[self.step :]
        return given


@settings(max_examples=100, deadline=None)
@given(
    # A body that looks like the first line of a record cannot be told from one whose length lies.
    st.lists(
        st.binary(max_size=30).filter(lambda body: b"WARC/1." not in body)
        | st.just(b"\r\nWARC/1")
        | st.just(b"\r\n\r\n"),
        max_size=5,
    ),
    st.integers(1, 90),
)
def test_records_are_cut_the_same_however_the_file_is_read(bodies: list[bytes], step: int) -> None:
    data = b"".join(record(body) for body in bodies)
    cuts = list(cut_records(Trickle(data, step), 1_000))  # type: ignore[arg-type]
    assert [cut.data.partition(b"\r\n\r\n")[2] for cut in cuts] == bodies
    assert not any(cut.wrong for cut in cuts)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.integers(1, 90))
def test_any_bytes_are_cut_or_told(data: bytes, step: int) -> None:
    for cut in cut_records(Trickle(b"WARC/1.0\r\n" + data, step), 100):  # type: ignore[arg-type]
        assert bool(cut.data) != bool(cut.wrong)
