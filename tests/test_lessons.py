"""The articles that we annotated ourselves: annotations stand in their text, and no text of others is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from legalnews_dataset.evaluation.gold import as_gold
from legalnews_dataset.tables.events import EVENT_STATUSES, EVENT_TYPES
from legalnews_dataset.tables.parties import ROLES

LESSONS = Path(__file__).parents[1] / "scripts" / "lessons"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LESSONS / name).read_text(encoding="utf-8").splitlines()]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_ids_are_unique_and_some_are_held_out() -> None:
    ids = [raw["article_id"] for name in ("invented.jsonl", "releases.jsonl") for raw in lines(name)]
    assert len(ids) == len(set(ids))
    assert 50 < sum(article_id.startswith("h-") for article_id in ids) < len(ids) / 5


def test_every_invented_annotation_stands_in_its_text() -> None:
    for raw in lines("invented.jsonl"):
        told = as_gold(raw, raw["text"], raw["article_id"])
        places = [place for record in (*told.events, *told.awards) for place in record.places]
        assert all(0 <= start < end <= len(told.text) for start, end in places)


@pytest.mark.parametrize("name", ["invented.jsonl", "releases.jsonl"])
def test_labels_are_those_of_the_codebook(name: str) -> None:
    for raw in lines(name):
        assert {event["type"] for event in raw["events"]} <= set(EVENT_TYPES)
        assert {event["status"] for event in raw["events"]} <= set(EVENT_STATUSES)
        assert {role["role"] for party in raw["parties"] for role in party["roles"]} <= set(ROLES)


def test_releases_are_kept_as_offsets_without_their_text() -> None:
    for raw in lines("releases.jsonl"):
        assert max(map(len, strings(raw))) <= len("wn-gum-homeopathic")
