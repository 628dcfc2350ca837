"""Printed captions and docket numbers, whole and nothing beside them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.captions import find_captions, find_dockets


@pytest.mark.parametrize(
    ("before", "caption", "after"),
    [
        ("In ", "Quill v. Roe", ", the court ruled."),
        ("The ruling in ", "Quill v. Roe", " was cited."),
        ("The Court's ", "Quill vs. Roe", " decision stands."),
        ("It is ", "United States v. Roe", "."),
        ("It is captioned ", "United States ex rel. Quill v. Acme Holdings, Inc., et al.", ", Case No. 5."),
        ("In ", "City of Elm Grove v. Acme & Sons Co.", " she wrote."),
        ("It cites ", "Quill v. Board of Education of Topeka", ", as others do."),
        ("The case, ", "R v Roe", ", is listed."),
        ("They read ", "Disability Rights Utah Inc., v. Ada Quill", ", a private suit."),
        ("See ", "In re Acme Corp.", ", a bankruptcy."),
        ("See ", "In the matter of Ada Quill", ", a minor."),
        ("He heard “", "A.B. Quill v. O’Roe", "” twice."),
        ("Then ", "David A. Quill v. St. Clair County", " began."),
    ],
)
def test_a_caption_is_found_whole(before: str, caption: str, after: str) -> None:
    text = before + caption + after
    assert [text[c.start : c.end] for c in find_captions(text)] == [caption]


def test_a_caption_names_its_parties() -> None:
    (one, other) = find_captions("Both Quill v. Roe and Acme Inc. v. Poe's heirs were read. In re Zed, too.")[:2]
    assert [(c.plaintiff, c.defendant) for c in (one, other)] == [("Quill", "Roe"), ("Acme Inc.", "Poe")]


@pytest.mark.parametrize(
    "text", ["Elm v Oak ended 2-1.", "Police vs. the crowd", "Judge Ada V. Quill sat.", "In recent days"]
)
def test_what_is_no_caption_is_none(text: str) -> None:
    assert find_captions(text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Roe v. Poe, No. 1:23-cv-01234 (D.N.J.), and 14-cr-123-ABC.", ["1:23-cv-01234", "14-cr-123-ABC"]),
        ("It is Case No. BC512432.", ["BC512432"]),
        ("Index No. 653243/2014 is sealed.", ["653243/2014"]),
        ("The justices took No. 22-451.", ["22-451"]),
        ("Civil Action No. 10-2492 (D. Kan.)", ["10-2492"]),
        ("docket number CR-17-618", ["CR-17-618"]),
        ("He is No. 7 of a number of 300 men, page #12, on CV.", []),
    ],
)
def test_docket_numbers(text: str, numbers: list[str]) -> None:
    found = find_dockets(text)
    assert [d.number for d in found] == numbers
    assert [text[d.start : d.end] for d in found] == numbers


WORDS = st.sampled_from(
    "v. vs. v In re Matter of Ada Roe, Inc. et al. and the No. 12-cv-3 \n\n 's . Case 😀 (R)".split(" ")
)


@given(st.lists(WORDS, max_size=25))
def test_spans_stand_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for caption in find_captions(text):
        printed = text[caption.start : caption.end]
        assert printed.strip() == printed
        assert caption.plaintiff in printed
    assert all(text[d.start : d.end] == d.number for d in find_dockets(text))


@pytest.mark.parametrize("unit", ["Ada v. ", " v. ", "A", "In re A ", "Case No. 1-", "cv1", "et al. "])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    before = time.process_time()
    find_captions(text)
    find_dockets(text)
    assert time.process_time() - before < 1.5
