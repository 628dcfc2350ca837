"""A maintainer takes back what must go; text under a closed licence comes back from the user's own copy."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner
from world import story, write_rows

from legalnews_dataset.cli import app
from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.loading import load, source
from legalnews_dataset.releases.publish import publish
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import read_retractions
from legalnews_dataset.releases.store import Store, open_store
from legalnews_dataset.releases.withdraw import withdraw

run = CliRunner().invoke


def test_what_is_meant_is_found_by_its_name(store: Store) -> None:
    quote = load("quotes", "0.1.0", store=store.folder).quote_id[0]
    for what, kind in ((quote, "row"), ("story-2", "article"), ("0.1.0", "version")):
        assert withdraw(store, what, "it was wrong").kind == kind
    assert [item.kind for item in read_retractions(store.folder)] == ["version", "article", "row"]


@pytest.mark.parametrize("what", ["quo_nothing", "9.9.9", "story-9"])
def test_what_is_not_there_cannot_be_taken_back(store: Store, what: str) -> None:
    with pytest.raises(UsageError, match=r"no version 9\.9\.9|nothing in any version has this id"):
        withdraw(store, what, "it was wrong")


def test_a_retraction_needs_a_reason(store: Store) -> None:
    with pytest.raises(UsageError, match="needs a reason"):
        withdraw(store, "0.1.0", " ")
    assert run(app, ["retract", "0.1.0", "--store", str(store.folder)]).exit_code == 2


def test_retractions_are_published_too(store: Store, tmp_path: Path) -> None:
    target = open_store(tmp_path / "target")
    publish(store, target)
    withdraw(store, "story-2", "a court ordered it")
    assert publish(store, target) == ()
    assert len(load("quotes", "0.1.0", store=target.folder)) == 1


@pytest.fixture
def withheld(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "closed")
    release(write_rows(tmp_path / "one", story(1, licence="© Millford Courier"), story(2, licence="CC0")), store)
    return store


def copies(path: Path, *articles: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles))
    return path


def test_text_comes_back_from_a_copy_with_the_same_sha256(withheld: Store, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"withheld by its licence \(story-1\); `legalnews hydrate`"):
        source(
            load("quotes", "0.1.0", where="article_id = 'story-1'", store=withheld.folder).iloc[0],
            "0.1.0",
            store=withheld.folder,
        )
    article = story(1)["articles"][0]
    mine = copies(
        tmp_path / "mine.jsonl",
        {"id": "my-name", "text": article.text, "title": article.title},  # type: ignore[attr-defined]
    )
    told = run(
        app,
        ["hydrate", "0.1.0", "--articles", str(mine), "-o", str(tmp_path / "full"), "--store", str(withheld.folder)],
    )
    assert (told.exit_code, "filled 1 articles" in told.output) == (0, True)
    quotes = pq.read_table(tmp_path / "full" / "quotes.parquet").to_pylist()
    assert [quote["text"] for quote in quotes] == ["We are glad,", "We are glad,"]
    articles = pq.read_table(tmp_path / "full" / "articles.parquet").to_pylist()
    assert [row["title"] for row in articles] == ["A verdict in Millford"] * 2
    assert run(app, ["validate", str(tmp_path / "full")]).exit_code == 0


def test_missing_and_changed_copies_are_reported(withheld: Store, tmp_path: Path) -> None:
    for rows, says in (
        ([{"id": "other", "text": "Nothing of the kind."}], "no copy of story-1"),
        ([{"id": "story-1", "text": "An edited text."}], "the copy of story-1 has other text"),
    ):
        mine = copies(tmp_path / "mine.jsonl", *rows)
        told = run(
            app,
            [
                "hydrate",
                "0.1.0",
                "--articles",
                str(mine),
                "-o",
                str(tmp_path / "full"),
                "--store",
                str(withheld.folder),
            ],
        )
        assert told.exit_code == 1
        assert says in told.output
