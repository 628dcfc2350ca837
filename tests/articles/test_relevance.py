from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.relevance import (
    FEW_WORDS,
    NO_WORDS,
    NOT_ENGLISH,
    filters,
    page_lacks_words,
    why_irrelevant,
)

FILLER = "The village of Elmsworth opened its summer fair with cakes, a brass band and a race for children. "
REPORTS = [
    "A jury ordered Norvale Foods to pay Edith Marrow $2 million, her lawyer said.",
    "Norvale Foods sued Edith Marrow over a recipe, and a judge dismissed the suit on Friday.",
    "Oscar Penhale pleaded not guilty to fraud charges and was released on bail.",
    "The U.S. Supreme Court will hear the appeal of Marrow v. Norvale Foods this autumn.",
    "A tribunal in Leeds ruled that the bakery had violated the contract and owes damages.",
    "Norvale Foods filed for bankruptcy, and the court set a hearing for May.",
    "The department reached a settlement with Norvale that resolves allegations of discrimination.",
    "Edith Marrow was convicted of manslaughter and sentenced to six years.",
]
OTHERS = [
    FILLER,
    "Edith Marrow pleaded with voters to judge her by her record, and her plan appeals to farmers.",
    "The attorney general, Oscar Penhale, spoke at the opening of the school.",
    "The president has yet to name a Supreme Court nominee. Supreme Court justices attended the dinner.",
    "Norvale won the toss, and Marrow played the ball down the tennis court.",
]


def why(text: str, title: str | None = None, language: str = "en") -> str | None:
    return why_irrelevant(Article("x", text, title, language=language))


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_on_a_proceeding_is_kept_however_short(text: str) -> None:
    assert why(text) is None


@pytest.mark.parametrize("text", OTHERS)
def test_what_reports_on_none_is_dropped_with_a_reason(text: str) -> None:
    assert why(text) in {NO_WORDS, FEW_WORDS}


def test_a_report_far_down_in_a_long_text_is_kept_and_a_stray_word_in_one_is_not() -> None:
    assert why(FILLER * 60 + " ".join(REPORTS)) is None
    assert why(FILLER * 60 + "Her aunt is a judge.") == FEW_WORDS


def test_the_title_counts_and_punctuation_hides_no_word() -> None:
    assert why("She will serve six years.", "“Guilty”—jury’s verdict in Marrow’s trial") is None
    assert why("SENTENCED:edith marrow,CONVICTED/of theft") is None


def test_other_languages_are_dropped_by_name() -> None:
    assert why("Das Gericht hat die Klage abgewiesen.", language="de") == NOT_ENGLISH


def test_only_crawls_are_filtered_unless_told_otherwise() -> None:
    assert filters("auto", "a/News.WARC.GZ")
    assert filters("auto", "news.warc.zst")
    assert not filters("auto", "a/news.jsonl")
    assert not filters("all", "a/news.warc")


def test_a_page_is_dropped_for_its_text_and_not_for_its_code_or_links() -> None:
    furniture = "<html><script>var court = 'jury guilty verdict'</script><body><a href='/x'>Jury finds baker guilty</a>"
    assert page_lacks_words(f"{furniture}<p>{FILLER}</p></body></html>".encode())
    assert not page_lacks_words(f"{furniture}<p>{REPORTS[1]}</p></body></html>".encode())
    inside = f'<html><script type="application/ld+json">{{"articleBody": "{REPORTS[1]}"}}</script></html>'
    assert not page_lacks_words(inside.encode())


@pytest.mark.parametrize("page", [b"\x1f\x8b\x08 zipped", "<html><p>fair".encode("utf-16"), b"no markup at all", b""])
def test_a_page_of_which_nothing_can_be_told_is_left_to_its_reader(page: bytes) -> None:
    assert not page_lacks_words(page)


@given(st.text(), st.booleans())
def test_what_the_text_keeps_its_page_keeps(text: str, report: bool) -> None:
    text = text.replace("<", " ").replace("\0", " ").replace(">", " ") + (REPORTS[0] if report else "")
    if why(text) is None:
        assert not page_lacks_words(f"<html><p>{text}</p>".encode(errors="replace"))


@pytest.mark.parametrize("unit", [b"<", b"<script", b"<script>", b"</script", b"court ", b"<p", b"<a "])
def test_a_page_costs_time_in_proportion_to_its_length(unit: bytes) -> None:
    page = b"<html>" + unit * (900_000 // len(unit))
    started = time.process_time()
    page_lacks_words(page)
    assert time.process_time() - started < 3
