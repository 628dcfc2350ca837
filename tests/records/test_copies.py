"""Copies and later states of a story are marked, each with the first one, and nothing else is."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.articles.near_duplicates import likely_pairs, sketch
from legalnews_dataset.pipeline import build

LEAD = "A jury in Elmsworth found Oscar Penhale liable on {day} for the fire at the Norvale bakery. "
BODY = (
    "Edith Marrow, who ran the shop next door, wept when the foreman read the verdict. Her lawyer, Tobias Quill, "
    "said that the family could at last rebuild what the flames had taken. Penhale had told the court that an old "
    "oven was to blame, but two engineers testified that its valve was new. Judge Imogen Farrow will decide on "
    "damages in the spring. Neighbours collected money for the staff, and the town council waived its fees. "
)
MORE = (
    "On Thursday night the council said that it would buy the ground. Marrow welcomed the plan and asked for a garden "
    "there. A vote is to be taken before the summer, the mayor's office told reporters after a short meeting. "
)


def marks(tmp_path: Path, *articles: dict[str, Any]) -> dict[str, tuple[str | None, str | None]]:
    """Return what a build says that each article is a copy and a later state of."""
    given = tmp_path / "articles.jsonl"
    given.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    build([given], tmp_path / "out", workers=1)
    rows = pq.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
    return {row["article_id"]: (row["duplicate_of"], row["revision_of"]) for row in rows}


def story(
    article_id: str, text: str, day: int = 3, source: str = "Gazette", title: str | None = None
) -> dict[str, Any]:
    return {"id": article_id, "text": text, "date": f"2021-05-{day:02}", "source": source, "title": title}


STORY = LEAD.format(day="Monday") + BODY


def test_a_copy_leads_to_the_oldest_whatever_its_id_and_outlet(tmp_path: Path) -> None:
    copy = STORY.replace("wept", "cried").replace('"', "”")
    found = marks(tmp_path, story("a", copy, 4, "Courier"), story("b", STORY), story("c", STORY, 5, "Herald"))
    assert found == {"a": ("b", None), "b": (None, None), "c": ("b", None)}


def test_states_of_a_story_lead_to_the_first(tmp_path: Path) -> None:
    title = "Penhale liable for bakery fire"
    first = story("a", STORY + "This is a developing story.", title=title)
    later = story("b", STORY + MORE, title=title)
    last = story("c", "UPDATED: " + STORY + MORE * 2, 4, title=title)
    found = marks(tmp_path, last, first, later)
    assert found == {"a": (None, None), "b": (None, "a"), "c": (None, "a")}


def test_a_copy_of_a_later_state_is_a_copy_alone(tmp_path: Path) -> None:
    first, later = story("a", STORY, title="Fire verdict"), story("b", STORY + MORE, 4, title="Fire verdict")
    found = marks(tmp_path, first, later, story("c", STORY + MORE, 5, "Courier"))
    assert found == {"a": (None, None), "b": (None, "a"), "c": ("b", None)}


@pytest.mark.parametrize(
    "other",
    [
        story("b", STORY.replace("Oscar Penhale", "Amos Thackery").replace("Penhale", "Thackery"), 4),
        story("b", LEAD.format(day="Monday") + MORE * 3, 4),
        story("b", STORY.replace("found Oscar Penhale liable", "heard Oscar Penhale deny guilt") + MORE * 2, 20),
    ],
    ids=["the same words on somebody else", "another report that begins so", "a later report that repeats the story"],
)
def test_what_is_alike_but_another_report_is_not_marked(tmp_path: Path, other: dict[str, Any]) -> None:
    assert set(marks(tmp_path, story("a", STORY), other).values()) == {(None, None)}


@given(st.permutations(range(4)))
@settings(max_examples=10)
def test_pairs_do_not_depend_on_the_order(order: list[int]) -> None:
    texts = [STORY + MORE * (number // 2) for number in range(4)]
    sketches = [sketch(str(number), texts[number], None, None, "Gazette", None) for number in order]
    pairs = {frozenset((sketches[one].article_id, sketches[other].article_id)) for one, other in likely_pairs(sketches)}
    assert pairs >= {frozenset((str(number), str(number + 1))) for number in (0, 2)}


def test_a_thousand_copies_make_few_pairs() -> None:
    assert len(likely_pairs([sketch(str(n), STORY, None, None, None, None) for n in range(1000)])) < 7000


@given(st.text(), st.text())
def test_any_text_has_a_sketch(one: str, other: str) -> None:
    likely_pairs([sketch("a", one, None, None, None, None), sketch("b", one + other, other, None, other, other)])


def test_a_sketch_is_the_same_in_every_process() -> None:
    assert sketch("a", STORY, None, None, None, None).hashes[0] == 5240429


def test_chance_makes_no_pairs() -> None:
    words = set(BODY.split())
    texts = [" ".join(sorted(words, key=lambda word: sha256(f"{word}{n}".encode()).digest())) for n in range(50)]
    assert likely_pairs([sketch(str(n), text, None, None, None, None) for n, text in enumerate(texts)]) == []
