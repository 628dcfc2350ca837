"""Words and marks with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Brien's brother", ("O'Brien", "'s", "brother")),
        ("O’Brien’s AT&T-style U.S. suit", ("O’Brien", "’s", "AT&T-style", "U.S", ".", "suit")),
        ("$1,250,000 in 2019, 30 more", ("$", "1,250,000", "in", "2019", ",", "30", "more")),
        ("the jurors' “no”", ("the", "jurors", "'", "“", "no", "”")),
        ("", ()),
    ],
)
def test_words_and_marks(text: str, words: tuple[str, ...]) -> None:
    assert find_tokens(text).words == words


@given(st.text(alphabet="aB1 ,.'’&-_s\n\t", max_size=80) | st.text(max_size=80))
def test_tokens_are_the_text_without_its_blanks(text: str) -> None:
    tokens = find_tokens(text)
    rows = list(zip(tokens.words, tokens.starts, tokens.ends, strict=True))
    assert all(text[start:end] == word for word, start, end in rows)
    gaps = [*tokens.starts, len(text)]
    assert all(text[end:start].strip() == "" for end, start in zip((0, *tokens.ends), gaps, strict=True))
