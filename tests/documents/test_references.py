"""Pronouns and role nouns, resolved in small stories of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.page import read_page
from legalnews_dataset.documents.references import resolve

STORY = (
    "District Judge Maria Okoro sentenced Paul Winter, 52, on Friday. Winter was convicted of fraud in May.\n\n"
    "Helen Brandt, a lawyer for Winter, asked for leniency. Fenwick Corp. lost $3 million, prosecutors said."
)


def who(text: str, expression: str) -> str | None:
    """Return the name that the last place of an expression in a text resolves to."""
    document = annotate(Article("a", text))
    page = read_page(text, document.tokens, document.sentences, document.mentions, document.entities)
    start = text.rindex(expression)
    entity = resolve(page, start, start + len(expression))
    return None if entity is None else document.entities[entity].name


@pytest.mark.parametrize(
    ("sentence", "expression", "name"),
    [
        ("The judge was firm.", "The judge", "Maria Okoro"),
        ("The defendant wept.", "The defendant", "Paul Winter"),
        ("The lawyer objected.", "The lawyer", "Helen Brandt"),
        ("The 52-year-old wept.", "The 52-year-old", "Paul Winter"),
        ("The company closed.", "The company", "Fenwick Corp."),
        ("A spokesman for Fenwick declined.", "A spokesman for Fenwick", None),
        ("Prosecutors agreed.", "Prosecutors", None),
        ("The complaint was long.", "The complaint", None),
        ("The ruling was short.", "The ruling", "Maria Okoro"),
        ("Winter rose. He wept.", "He", "Paul Winter"),
        ("Brandt rose. She argued.", "She", "Helen Brandt"),
        ("A witness rose. She wept.", "She", None),
        ("Fenwick's president, Carl Abbot, appealed. He wept.", "He", "Carl Abbot"),
        ("They left.", "They", None),
    ],
)
def test_an_expression_names_who_the_story_means(sentence: str, expression: str, name: str | None) -> None:
    assert who(f"{STORY}\n\n{sentence}", expression) == name


def test_a_lead_without_a_name_is_resolved_by_the_next_paragraph() -> None:
    text = "A former teacher told a court that she was cheated.\n\nJane Roe, 61, said she lost her home."
    assert who(text, "A former teacher") == "Jane Roe"


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_span_of_any_text_resolves_without_error(text: str, start: int, end: int) -> None:
    document = annotate(Article("a", text))
    page = read_page(text, document.tokens, document.sentences, document.mentions, document.entities)
    found = resolve(page, start, end)
    assert found is None or found < len(document.entities)
