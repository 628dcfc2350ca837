"""Pages of HTML give the article alone, whatever is done to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import PARAGRAPHS, TEXT, page, read

from legalnews_dataset.articles import read_page as limits
from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import Reading
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.read_page import page_id, read_page


def taken(raw: bytes, url: str | None = None, charset: str | None = None) -> Reading:
    return read_page(Pending("x", "a.html", "", raw, read_page, url, charset, max_chars=10_000))


def article(raw: str, url: str | None = None) -> Article:
    found = taken(raw.encode(), url).article
    assert found
    return found


def told(raw: bytes, charset: str | None = None) -> list[str]:
    return [str(problem) for problem in taken(raw, charset=charset).problems]


def test_a_saved_page_gives_text_title_day_outlet_and_address(tmp_path: Path) -> None:
    (tmp_path / "quill.html").write_text(page())
    (found,), problems = read(tmp_path)
    assert found == Article(
        page_id(None, page().encode()),
        TEXT,
        title="Quill found guilty of fraud",
        published_on=date(2024, 3, 5),
        source="Harbour Gazette",
        url="https://gazette.example/news/quill",
    )
    assert problems == []


def test_the_id_depends_on_address_and_bytes_alone(tmp_path: Path) -> None:
    for name in ("b/one.html", "a/two.htm"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(page())
    (found,), (problem,) = read(tmp_path)
    assert found.article_id == page_id(None, page().encode())
    assert (problem.value, problem.kept) == ("the same article again", True)
    assert len({page_id(None, b"a"), page_id("https://e.example/a", b"a"), page_id("https://e.example/b", b"a")}) == 3


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "quill.html").write_text(page())
    (tmp_path / "quill_files").mkdir()
    (tmp_path / "quill_files" / "frame.html").write_text(page("An advertisement that is long enough to be read."))
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "tarn.html").write_text(page(canonical="https://gazette.example/news/tarn"))
    assert sorted(a.url or "" for a in read(tmp_path)[0]) == [
        "https://gazette.example/news/quill",
        "https://gazette.example/news/tarn",
    ]


@pytest.mark.parametrize(
    ("changed", "url", "expected"),
    [
        ({"canonical": None}, "https://gazette.example/a?x=1", "https://gazette.example/a?x=1"),
        ({"canonical": "/news/b#top"}, "https://gazette.example/a", "https://gazette.example/news/b"),
        ({"canonical": "https://gazette.example/"}, "https://gazette.example/a", "https://gazette.example/a"),
        ({"canonical": "https://[bad"}, "https://gazette.example/a", "https://gazette.example/a"),
        ({"canonical": "javascript:alert(1)"}, None, None),
        (
            {"canonical": None, "head": "<!-- saved from url=(0028)https://gazette.example/s -->"},
            None,
            "https://gazette.example/s",
        ),
    ],
)
def test_the_address_is_the_canonical_one_or_where_it_was_found(
    changed: dict[str, str | None], url: str | None, expected: str | None
) -> None:
    assert article(page(**changed), url).url == expected  # type: ignore[arg-type]


def test_the_outlet_is_the_host_where_the_page_names_none() -> None:
    assert article(page(outlet=None), "https://www.gazette.example/a").source == "gazette.example"
    assert article(page(outlet=None, canonical=None)).source is None


def test_a_page_without_a_day_has_none() -> None:
    assert article(page(day=None)).published_on is None


@pytest.mark.parametrize("day", ["2024-03-05T23:30:00-05:00", "2024-03-05T00:10:00Z", "2024-03-05", "2024-03-05 01:00"])
def test_the_day_is_the_printed_one_in_any_zone(day: str) -> None:
    assert article(page(day=day)).published_on == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("raw", "charset", "wrong"),
    [
        (page().encode(), "windows-1252", None),  # UTF-8 shows itself
        (page().encode("utf-16"), None, None),
        (page().encode("cp1252"), "iso-8859-1", None),
        (page(head='<meta charset="windows-1252">').encode("cp1252"), None, None),
        (page().encode("cp1252"), None, "'windows-1252'"),
        (page().encode("cp1252"), "klingon", "'klingon', unknown"),
        (page().encode("cp1252"), "unicode_escape", "'unicode_escape', unknown"),
        (page().encode("cp1252"), "euc-jp", "'euc-jp', which these bytes are not"),
    ],
)
def test_a_charset_that_lies_is_told_and_the_page_read(raw: bytes, charset: str | None, wrong: str | None) -> None:
    reading = taken(raw, charset=charset)
    assert reading.article
    assert reading.article.text == TEXT
    if wrong and wrong != "'windows-1252'":
        assert wrong in str(reading.problems[0])
        assert reading.problems[0].kept
    else:
        assert reading.problems == ()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "expected an HTML page, got an empty one"),
        (b"<!-- -->", "expected an HTML page, got an empty one"),
        (b"%PDF-1.4 ...", "expected an HTML page, got PDF"),
        (bytes(range(256)) * 9, "expected an HTML page, got binary data"),
        (b'{"a": 1}', "expected an HTML page, got JSON"),
        (b"<html><body><script>var a = 1;</script></body></html>", "expected a page with an article, got none in it"),
        (page("var a = {b: 1}; function c(d) { return d; } " * 20).encode(), "expected prose, got code"),
        (b"<html><p " + b"a%d=b " * 6_000 % tuple(range(6_000)) + b">x</p>", "expected tags of at most 5,000"),
        (b"<html><body>" + b"<div>" * 50_000 + b"deep", "expected a page with an article"),
        (b"<html><body><p>" + b"<b>t</b>" * 40_000, "expected a page of at most 30,000 elements"),
        (b"<html><body>" + b"<b>t</b>" * 110_000, "expected a page of at most 200,000 tags"),
        (page("word " * 250_000).encode(), "expected a page of at most 1,000,000 characters"),
        (page("word " * 3_000).encode(), "expected at most 10,000 characters"),
    ],
)
def test_a_hostile_page_is_told_and_costs_little(raw: bytes, said: str) -> None:
    reading = taken(raw)
    assert reading.article is None
    assert said in str(reading.problems[-1])
    assert not reading.problems[-1].kept


def test_a_page_that_is_too_large_is_told_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGE_BYTES", 10_000)
    (tmp_path / "a.html").write_text(page("word " * 3_000))
    (tmp_path / "b.html").write_text(page())
    articles, (problem,) = read(tmp_path)
    assert [a.text for a in articles] == [TEXT]
    assert "expected a page of at most 10,000 bytes" in str(problem)


def test_a_file_named_html_that_is_none_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"PAR1" + bytes(20))
    (problem,) = read(tmp_path)[1]
    assert str(problem).startswith(str(tmp_path / "a.html"))
    assert str(problem).endswith("expected an HTML page, got Parquet; set aside")


def test_nul_and_control_characters_do_not_reach_the_text() -> None:
    raw = page(PARAGRAPHS[0] + "\0\x01\x02 The end of it.").encode()
    reading = taken(raw)
    assert reading.article
    assert not set("\0\x01\x02") & set(reading.article.text)


MARKUP = ["<p>", "</p>", "<div", ">", "<!--", "<script>", "A jury ruled. ", "&#0;", "&#1;", "\0", "é", "<table>"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(MARKUP)))
def test_any_markup_is_an_article_or_told(pieces: list[str]) -> None:
    reading = taken("".join(["<html><body>", *pieces]).encode())
    assert (reading.article is None) == any(not problem.kept for problem in reading.problems)
