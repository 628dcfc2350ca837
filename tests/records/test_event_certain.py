from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.event_certain import find_certain
from legalnews_dataset.records.event_frames import read_clauses
from legalnews_dataset.records.events import find_events


def told(text: str) -> list[tuple[str, str]]:
    """Return type and clause core of each phrase of the trade."""
    document = annotate(Article("a", text))
    starts, ends = document.tokens.starts, document.tokens.ends
    found = find_certain(document, read_clauses(document).words)
    return [
        (certain.type, text[starts[certain.first] : ends[certain.last - 1]])
        for _, certain in sorted(found.items())
        if certain.type != "none"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After that the judge threatened to jail her.", ("incident", "the judge threatened to jail her")),
        (
            "Judge Ruth Hale threatened to hold Poole's lawyer, Tom Field, in contempt.",
            ("incident", "threatened to hold Poole's lawyer, Tom Field, in contempt"),
        ),
        ("John Hale walked out of court in anger.", ("incident", "walked out of court")),
        ("Hale left the courtroom as a lawyer was asking jurors to go on.", ("incident", "left the courtroom")),
        (
            "Jurors heard closing arguments in the M. Anna Poole trial on Monday.",
            ("trial", "closing arguments in the M. Anna Poole trial on Monday"),
        ),
        ("On Monday Hale took the witness stand.", ("testimony", "took the witness stand")),
        ("Hale gave evidence for an hour.", ("testimony", "gave evidence")),
        ("Hale was in the witness box for an hour.", ("testimony", "was in the witness box")),
        (
            "The present trial is about two letters that Hale wrote in 2011, in anger.",
            ("conduct", "two letters that Hale wrote in 2011"),
        ),
    ],
)
def test_a_phrase_of_the_trade_tells_its_event(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_each_conduct_that_a_jury_found_is_told() -> None:
    text = "A jury found Hale liable for groping Poole in a hotel in the 1980s, and that he libeled her by denying it."
    assert told(text) == [
        ("conduct", "groping Poole in a hotel in the 1980s"),
        ("conduct", "he libeled her by denying it"),
    ]
    events = [e for e in find_events(annotate(Article("a", text)), (), ()) if e.type == "conduct"]
    assert [e.when.start for e in events] == [date(1980, 1, 1), None]


@pytest.mark.parametrize(
    "text",
    [
        "Hale threatened to jail his brother.",
        "Hale walked out of court a free man.",
        "The jury left the courtroom during a break.",
        "Hale took a stand against the plan.",
        "Hale has not taken the stand.",
        "The court found Hale liable for the telemarketing violations of his agents.",
        "She teaches the art of a closing statement.",
        "Witnesses are afraid of giving evidence.",
        "Hale could not be found liable for a debt of 1911 and that it enjoyed immunity.",
        "Police gathered evidence.",
        "Hale said he was not liable for the debt.",
    ],
)
def test_other_senses_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_what_happens_in_one_session_has_its_day() -> None:
    text = "John Hale left court in anger on Tuesday. Hale walked out of court during closing arguments."
    events = find_events(annotate(Article("a", text, published_on=date(2019, 5, 8))), (), ())
    assert {e.type: e.when.start for e in events} == {"incident": date(2019, 5, 7), "trial": date(2019, 5, 7)}


_WORDS = "the judge threatened to jail him , . closing arguments found liable for groping left court".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    for _, core in told(text):
        assert core in text
