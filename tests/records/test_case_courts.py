"""Which court, number and caption a case gets."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.case_courts import caption_of, court_of, docket_of

TEXT = (
    "Ada Quill sued Acme Corp. on Friday. The suit, Quill v. Acme Corp., No. 1:23-cv-01234, is in federal court"
    " in Boston. U.S. Attorney Bea Roe for the District of Maine looked on. Acme is in bankruptcy court in Wilmington,"
    " Del. In another case, Cy Poe sued Acme in Los Angeles Superior Court."
)
DOCUMENT = annotate(Article("a", TEXT))


@pytest.mark.parametrize(
    ("kind", "told", "main", "court_id"),
    [
        ("civil", "sued Acme Corp.", True, "mad"),
        ("civil", "sued Acme in Los", False, "calsuppctla"),
        ("civil", "looked on", False, None),
        ("criminal", "looked on", False, "med"),
        ("civil", "is in bankruptcy", False, "deb"),
        ("criminal", "is in bankruptcy", False, None),
    ],
)
def test_a_case_is_in_a_court_that_fits_it(kind: str, told: str, main: bool, court_id: str | None) -> None:
    court = court_of(DOCUMENT, kind, TEXT.index(told), main=main)
    assert (court.court_id if court else None) == court_id


def test_a_printed_caption_and_number_are_those_of_its_parties() -> None:
    assert caption_of(DOCUMENT, "Ada Quill", "Acme Corp.") == "Quill v. Acme Corp."
    assert caption_of(DOCUMENT, "Cy Poe", "Acme Corp.") is None
    assert caption_of(DOCUMENT, "Ada Quill", "") is None
    assert docket_of(DOCUMENT, main=True) == "1:23-cv-01234"
    assert docket_of(DOCUMENT, main=False) is None
