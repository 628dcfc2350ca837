"""Inputs are files, folders, patterns, addresses and standard input, packed or not; a wrong one is told by name."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TEXT, answer, page, read, record
from typer.testing import CliRunner

from legalnews_dataset.articles import source as sources
from legalnews_dataset.articles import unpack as unpacking
from legalnews_dataset.articles.sniff import sniff
from legalnews_dataset.articles.source import Source, fingerprint, list_sources, open_unpacked
from legalnews_dataset.articles.unpack import BombError, unpack
from legalnews_dataset.cli import app
from legalnews_dataset.errors import MissingExtraError, UsageError

LINE = json.dumps({"id": "x", "text": TEXT}).encode() + b"\n"


def zstd(data: bytes) -> bytes:
    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as stream:
        stream.write(data)
    return bytes(out.getvalue())


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"id": ["x"], "text": [TEXT]}), out)
    return out.getvalue()


FILES = {
    "a.jsonl": LINE,
    "a.ndjson.gz": gzip.compress(LINE),
    "a.jsonl.zst": zstd(LINE),
    "a.csv.gz": gzip.compress(b"id,text\nx,One.\n"),
    "a.tsv": b"id\ttext\nx\tOne.\n",
    "x.txt.gz": gzip.compress(b"One."),
    "a.parquet": parquet(),
    "a.html.zst": zstd(page().encode()),
    "a.warc.gz": gzip.compress(record(answer(page().encode()))),
    "a.rss": b"<rss><channel><item><guid>1</guid><description>One.</description></item></channel></rss>",
}


@pytest.fixture
def bucket() -> Iterator[str]:
    """Give the address of a folder in memory with one file of each format."""
    fs = fsspec.filesystem("memory")
    for name, data in FILES.items():
        fs.pipe(f"/crawl/deep/{name}", data)
    yield "memory://crawl"
    fs.rm("/crawl", recursive=True)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Give the address of a server on loopback that serves those files."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    serve = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_read_from_disk_bucket_and_web(tmp_path: Path, bucket: str, server: str, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (here,), problems = read(tmp_path / name)
    assert problems == []
    assert read(f"{bucket}/deep/{name}") == ([here], [])
    assert read(f"{server}/{name}?signature=secret") == ([here], [])
    assert fingerprint(*list_sources([f"{server}/{name}"])) == fingerprint(*list_sources([tmp_path / name]))


def test_pages_elsewhere_are_fetched_once_and_copies_told(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fs = fsspec.filesystem("memory")
    fs.pipe("/crawl/copy.warc.gz", FILES["a.warc.gz"])
    opened: list[str] = []
    fetch = type(fs).open
    monkeypatch.setattr(type(fs), "open", lambda self, path, *rest: opened.append(path) or fetch(self, path, *rest))
    articles, (problem,) = read(f"{bucket}/**/*.warc.gz")
    assert len(articles) == 1
    assert (problem.value, problem.kept) == ("the same article again", True)
    for source in list_sources([f"{bucket}/**/*.warc.gz"]):
        assert fingerprint(source)[1:] == (len(FILES["a.warc.gz"]), sha256(FILES["a.warc.gz"]).hexdigest())
    assert len(opened) == 4  # each file for its kind and for its pages


def test_folders_and_patterns_give_the_files_they_name(tmp_path: Path, bucket: str) -> None:
    for name in ("b/one.jsonl", "b/c/two.jsonl", "b/three.csv", "b/page.doc", "b/[x].jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(LINE)

    def names(*inputs: str) -> list[str]:
        return [source.name.rpartition("/")[2] for source in list_sources(inputs)]

    assert names(str(tmp_path)) == ["[x].jsonl", "two.jsonl", "one.jsonl", "three.csv"]
    assert names(f"{tmp_path}/b/*.jsonl", f"{tmp_path}/b/one.jsonl") == ["[x].jsonl", "one.jsonl"]
    assert names(f"{tmp_path}/**/t*.*") == ["two.jsonl", "three.csv"]
    assert names(f"{tmp_path}/b/[x].jsonl") == ["[x].jsonl"]
    assert names(bucket) == sorted(FILES)
    assert names(f"{bucket}/**/*.jsonl*") == ["a.jsonl", "a.jsonl.zst"]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("{}/nowhere*.html", "no file matches this pattern"),
        ("{}/page.doc", r"not a format that is read.*\.html.*--input-format"),
        ("memory://nowhere/a.jsonl", "no such file or folder"),
        ("memory://nowhere/*.jsonl", "no file matches this pattern"),
        ("gopher://example.com/a.jsonl", "no way to read this address"),
        ("http://127.0.0.1:9/a.jsonl", "no such file or folder|cannot be reached"),
    ],
)
def test_wrong_inputs_are_told(tmp_path: Path, item: str, told: str) -> None:
    (tmp_path / "page.doc").write_text("?")
    with pytest.raises(UsageError, match=told):
        list_sources([item.format(tmp_path)])


def test_an_unknown_format_and_a_forbidden_network_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"no such format.*txt, jsonl"):
        list_sources(["a.jsonl"], "word")
    monkeypatch.setenv("LEGALNEWS_OFFLINE", "1")
    with pytest.raises(UsageError, match="LEGALNEWS_OFFLINE is set"):
        list_sources(["https://example.com/a.jsonl"])


def test_a_named_format_outweighs_the_name(tmp_path: Path) -> None:
    (tmp_path / "dump.part1").write_bytes(LINE)
    assert [s.format for s in list_sources([tmp_path / "dump.part1"], "jsonl")] == ["jsonl"]
    (tmp_path / "dump.part2.gz").write_bytes(gzip.compress(LINE))
    (source,) = list_sources([tmp_path / "dump.part2.gz"], "jsonl")
    with open_unpacked(source) as file:
        assert file.read() == LINE


def test_what_reads_pages_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(page())
    monkeypatch.setattr(sources, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r'trafilatura.*pip install "legalnews-dataset\[web\]"'):
        list_sources([tmp_path])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jsonl", page().encode(), "expected JSON, got an HTML page"),
        ("a.jsonl", gzip.compress(LINE), "expected JSON, got gzip"),
        ("a.txt", b"%PDF-1.7", "expected plain text, got PDF"),
        ("a.txt", page().encode(), "expected plain text, got an HTML page"),
        ("a.txt", b"GIF89a", "expected plain text, got a GIF image"),
        ("a.csv", LINE, "expected CSV, got JSON"),
        ("a.html", LINE, "expected an HTML page, got JSON"),
        ("a.rss", page().encode(), "expected an RSS or Atom feed, got an HTML page"),
        ("a.jsonl.gz", gzip.compress(page().encode()), "expected JSON, got an HTML page"),
        ("a.jsonl.gz", zstd(LINE), "expected gzip, got Zstandard"),
        ("a.jsonl.zst", LINE, "expected Zstandard, got JSON"),
        ("a.parquet", LINE, "expected Parquet, got JSON"),
        ("a.jsonl", b'[{"id": "x"}]', "line: expected a JSON object"),
    ],
)
def test_a_file_in_another_format_says_which(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    articles, (problem,) = read(tmp_path / name)
    assert articles == []
    assert told in str(problem)


def test_lines_of_another_format_say_which(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"<html><body>x</body></html>\n" + LINE + b"id,text\n")
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [p.value.partition(":")[0] for p in problems] == ["an HTML page", "CSV"]


@pytest.mark.parametrize(
    ("data", "options", "expected"),
    [
        (zstd(LINE), [], '{"id": "x"'),
        (LINE + b'{"id": "cut off', [], "line 2: line: expected JSON"),
        (b"One.", ["--input-format", "txt"], '{"id": "standard input"'),
        (b"\x89PNG", [], "in no format that is read"),
    ],
)
def test_standard_input_is_read_and_its_format_told(
    tmp_path: Path, data: bytes, options: list[str], expected: str
) -> None:
    done = CliRunner().invoke(app, ["annotate", "-", "-o", str(tmp_path / "out"), *options], input=data)
    wrote = (tmp_path / "out").read_text() if (tmp_path / "out").exists() else ""
    assert expected in wrote + done.output + str(done.exception)


def test_a_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[gzip.compress(LINE)])
    writer.start()
    assert [a.article_id for a in read(tmp_path / "pipe")[0]] == ["x"]
    writer.join()


class Chunks(io.RawIOBase):
    """Packed bytes that come in small pieces."""

    def __init__(self, data: bytes, step: int) -> None:
        self.data, self.step = data, step

    def readable(self) -> bool:
        return True

    def read(self, _: int = -1) -> bytes:
        given, self.data = self.data[: self.step], self.data[self.step :]
        return given


@given(st.lists(st.binary(max_size=200), max_size=4), st.integers(1, 50), st.sampled_from(["gzip", "zstd"]))
def test_members_are_unpacked_however_they_come(members: list[bytes], step: int, packing: str) -> None:
    pack = gzip.compress if packing == "gzip" else zstd
    data = b"".join(map(pack, members))
    assert unpack(Chunks(data, step), packing).read() == b"".join(members)  # type: ignore[arg-type]
    if members and data:
        with pytest.raises(OSError, match=r"breaks off|[Tt]runcated|damaged|decompress"):
            unpack(Chunks(data[:-3], step), packing).read()  # type: ignore[arg-type]


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch, packing: str) -> None:
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    bomb = (gzip.compress if packing == "gzip" else zstd)(b"0" * 20_000_000)
    with unpack(io.BytesIO(bomb), packing) as stream, pytest.raises(BombError, match="a decompression bomb"):
        stream.read()


@given(st.binary(max_size=400), st.integers(1, 50))
def test_any_bytes_are_unpacked_or_refused(data: bytes, step: int) -> None:
    for packing in ("gzip", "zstd"):
        for head in (b"", b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd"):
            with suppress(OSError):
                unpack(Chunks(head + data, step), packing, resume=True).read()  # type: ignore[arg-type]


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    assert isinstance(sniff(data), str)


def test_a_missing_file_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(LINE)
    gone = Source("gone.jsonl", str(tmp_path / "gone.jsonl"), "jsonl")
    items = list(sources.list_sources([gone, tmp_path / "b.jsonl"]))
    articles, (problem,) = read(*items)  # type: ignore[arg-type]
    assert (len(articles), problem.source) == (1, "gone.jsonl")
    assert "FileNotFoundError" in str(problem)
