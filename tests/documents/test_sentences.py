"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.document import Sentence
from legalnews_dataset.documents.sentences import find_sentences
from legalnews_dataset.documents.tokens import find_tokens


def cut(text: str) -> tuple[Sentence, ...]:
    return find_sentences(text, find_tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Roe v. Doe was decided.|It was close.",
        "He sued Acme Inc. on Monday.|He lost.",
        "She works for Acme Corp.|The firm is in Ashford.",
        "The case is No. 5 of the U.S. Supreme Court.|Judge J. R. Roe heard it.",
        "He was held in Omaha, Neb.|Roe was freed.",
        "Calif. Gov. Jane Roe signed it at 5 p.m. Monday.|She left.",
        "“He lied,” she said.|“He knew.”|They agreed.",
        '"Why?"|He did not say.',
        "He lost.|``We will appeal,'' he said.",
        "He said no.|Then he left.",
        "It was the D.A.'s office (she said.)|They agreed.",
    ],
)
def test_a_sentence_ends_where_it_ends(text: str) -> None:
    plain = text.replace("|", " ")
    assert [plain[s.start : s.end] for s in cut(plain)] == text.split("|")


def test_a_blank_line_ends_a_paragraph_and_a_headline_needs_no_full_stop() -> None:
    assert [s.paragraph for s in cut("Jury convicts clerk\n\nA jury agreed. It was quick.\n\nHe left.")] == [0, 1, 1, 2]


def test_single_line_breaks_are_paragraphs_unless_the_margin_broke_the_line() -> None:
    assert [s.paragraph for s in cut("Jury convicts clerk\nA jury agreed.\nHe left.")] == [0, 1, 2]
    wrapped = "A jury of seven women and five men convicted the clerk on all of the\ncounts. He left."
    assert [wrapped[s.start : s.end] for s in cut(wrapped)] == [wrapped[: wrapped.index(" He")], "He left."]


@given(st.text(alphabet="Ab .?\n\"”'(1", max_size=120) | st.text(max_size=120))
def test_sentences_cover_every_token_in_order(text: str) -> None:
    tokens, sentences = find_tokens(text), cut(text)
    assert [i for s in sentences for i in range(s.first, s.last)] == list(range(len(tokens.words)))
    assert all(s.first < s.last for s in sentences)
    assert all((s.start, s.end) == (tokens.starts[s.first], tokens.ends[s.last - 1]) for s in sentences)
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)
