"""Who and what a text names, and which mentions name the same one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.documents.document import Entity, Mention
from legalnews_dataset.documents.names import find_names
from legalnews_dataset.documents.sentences import find_sentences
from legalnews_dataset.documents.tokens import find_tokens


def names(text: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    tokens = find_tokens(text)
    return find_names(text, tokens, find_sentences(text, tokens))


def kinds(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in names(text)[1]}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A jury convicted Walter Quimby, 42, of fraud.", "Walter Quimby", "person"),
        ("U.S. District Judge Olivia P. Marsden agreed.", "Olivia P. Marsden", "person"),
        ("He sued Brightwell Holdings Inc. on Monday.", "Brightwell Holdings Inc.", "organization"),
        ("The Securities and Exchange Commission sued.", "Securities and Exchange Commission", "government"),
        ("The case was heard in New Jersey.", "New Jersey", "place"),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


def test_short_forms_are_mentions_of_the_full_form() -> None:
    text = "Walter Quimby sued Brightwell Holdings Inc. Quimby said Brightwell lied. Mr. Quimby wants money."
    mentions, entities = names(text)
    forms = {e.name: [text[mentions[i].start : mentions[i].end] for i in e.mentions] for e in entities}
    assert forms["Walter Quimby"] == ["Walter Quimby", "Quimby", "Quimby"]
    assert forms["Brightwell Holdings Inc."] == ["Brightwell Holdings Inc.", "Brightwell"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AaBb. ,'’\"“”\n&-Mr1", max_size=200) | st.text(max_size=100))
def test_any_text_has_sorted_mentions_inside_it(text: str) -> None:
    mentions, entities = names(text)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert sorted(i for e in entities for i in e.mentions) == list(range(len(mentions)))
    assert all(mentions[i].entity == n for n, e in enumerate(entities) for i in e.mentions)
