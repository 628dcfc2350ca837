"""Which verb or noun a date stands with, on sentences about invented people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.date_clauses import Dated, place_dates
from legalnews_dataset.records.event_dates import dates_in
from legalnews_dataset.records.event_frames import read_clauses


def placed(text: str) -> tuple[list[Dated], tuple[str, ...]]:
    document = annotate(Article("a", text, published_on=date(2021, 6, 4)))
    clauses = read_clauses(document)
    found = [
        dated
        for k, sentence in enumerate(document.sentences)
        for dated in place_dates(document, clauses, sentence, dates_in(document, k))
    ]
    return found, clauses.words


@pytest.mark.parametrize(
    ("text", "how", "verb", "noun"),
    [
        ("The May 5 hearing was brief.", "attribute", "", "hearing"),
        ("She spoke of her 2009 conviction.", "attribute", "", "conviction"),
        ("Friday's verdict surprised the room.", "attribute", "", "verdict"),
        ("The judge set July 5 for sentencing.", "plan", "", "sentencing"),
        ("Sentencing for Quill and Poe is set for July 5.", "plan", "", "sentencing"),
        ("On May 5, 2020, a clerk who had worked with Quill pleaded guilty.", "front", "pleaded", ""),
        ("A jury in Ohio on Friday also convicted her sister.", "subject", "convicted", ""),
        ("She was convicted of the murder on May 5.", "behind", "convicted", "murder"),
        ("The settlement reached in 1998 was upheld.", "next", "reached", "settlement"),
    ],
)
def test_a_date_stands_with_its_verb_or_noun(text: str, how: str, verb: str, noun: str) -> None:
    (dated,), words = placed(text)
    governor = dated.governor
    named = [words[token] if token >= 0 else "" for token in (governor.verb, governor.noun)]
    assert (governor.how, *named) == (how, verb, noun)


@given(st.lists(st.sampled_from("on for set May 5 , Friday who convicted hearing the 's . 2009".split())).map(" ".join))
def test_any_words_give_tokens_of_the_sentence(text: str) -> None:
    found, words = placed(text)
    for dated in found:
        assert 0 <= dated.first < dated.last <= len(words)
        assert -1 <= max(dated.governor.verb, dated.governor.noun) < len(words)
