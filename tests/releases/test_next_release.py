"""The second version: its number, what it says of the first, and the ids that live on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from world import Rows, story, write_rows

from legalnews_dataset.errors import DataError, ReleaseError, UsageError
from legalnews_dataset.loading import load
from legalnews_dataset.releases.history import read_history
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import Retraction, add_retraction
from legalnews_dataset.releases.store import Store, open_store
from legalnews_dataset.tables.ids import row_id

pytestmark = pytest.mark.slow


def again(
    store: Store, tmp_path: Path, *stories: Rows, version: str | None = None, because: str | None = None
) -> Manifest:
    return release(write_rows(tmp_path / "next", *stories), store, version, because=because)


def corrected(rows: Rows) -> Rows:
    return {**rows, "quotes": [replace(quote, cue="added") for quote in rows["quotes"]]}  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("stories", "number", "content"),
    [
        ((story(1), story(2)), "0.1.1", "none"),
        ((story(1), story(2), story(3)), "0.2.0", "append_only"),
        ((story(1), corrected(story(2))), "0.2.0", "corrections"),
    ],
)
def test_the_number_follows_from_the_data(
    store: Store, tmp_path: Path, stories: tuple[Rows, ...], number: str, content: str
) -> None:
    manifest = again(store, tmp_path, *stories)
    assert (manifest.version, manifest.previous, manifest.content_change) == (number, "0.1.0", content)


def test_a_smaller_number_than_the_data_demand_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"0\.1\.1 is too small a step from 0\.1\.0.*expected 0\.2\.0 or higher"):
        again(store, tmp_path, story(1), story(2), story(3), version="0.1.1")
    assert again(store, tmp_path, story(1), story(2), story(3), version="1.0.0").version == "1.0.0"


def test_rows_that_are_gone_need_a_reason(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"gone without a reason; got 1 of articles, 1 of cases.* --because"):
        again(store, tmp_path, story(1))
    manifest = again(store, tmp_path, story(1), because="the outlet asked for it")
    assert (manifest.content_change, manifest.because) == ("removals", "the outlet asked for it")
    gone = [row for row in read_history(store.folder / "0.2.0") if row.kind == "cases"]
    assert [(row.change, row.new_id, row.since, row.reason) for row in gone] == [
        ("retired", None, "0.2.0", "the outlet asked for it")
    ]


def test_changes_ship_as_data_with_before_after_and_reason(store: Store, tmp_path: Path) -> None:
    again(store, tmp_path, story(1), corrected(story(2)), story(3))
    changes = pq.read_table(store.folder / "0.2.0" / "changes" / "quotes.parquet").to_pylist()
    assert [(row["op"], row["column"], row["old"], row["new"], row["reason"]) for row in changes if row["column"]] == [
        ("changed", "cue", "said", "added", "correction")
    ]
    assert [row["reason"] for row in changes if row["op"] == "added"] == ["new_source"]
    told = json.loads((store.folder / "0.2.0" / "diff.json").read_bytes())
    assert (told["before"], told["after"], told["level"]) == ("0.1.0", "0.2.0", "minor")
    quotes = next(table for table in told["tables"] if table["name"] == "quotes")
    assert quotes["columns"] == [{"name": "cue", "changed": 1, "rate": 0.5}]
    assert "changed quotes.cue" in (store.folder / "0.2.0" / "diff.md").read_text()


def renamed(rows: Rows, old: str, new: str) -> Rows:
    """Return the rows with a case under another provisional id, and the ids that follow from it."""
    ids = {old: new}
    for party in rows["parties"]:
        ids[party.party_id] = row_id("par", new, party.entity_id, party.role)  # type: ignore[attr-defined]
    for men in rows["mentions"]:
        record = ids.get(men.record_id, men.record_id)  # type: ignore[attr-defined]
        ids[men.mention_id] = row_id("men", men.article_id, men.record_table, record, men.start)  # type: ignore[attr-defined]
    found: Rows = {}
    for name, items in rows.items():
        found[name] = [
            replace(item, **{f: ids[v] for f in item.__slots__ if isinstance(v := getattr(item, f), str) and v in ids})  # type: ignore
            for item in items
        ]
    return found


def test_a_case_under_a_new_provisional_id_keeps_its_own(store: Store, tmp_path: Path) -> None:
    old = story(1)["cases"][0].case_id  # type: ignore[attr-defined]
    manifest = again(store, tmp_path, renamed(story(1), old, row_id("cas", "elsewhere")), story(2))
    assert (manifest.version, manifest.content_change) == ("0.1.1", "none")
    assert old in set(load("cases", manifest.version, store=store.folder).case_id)


def test_a_case_that_joined_another_is_merged_with_no_other_reason(store: Store, tmp_path: Path) -> None:
    one, two = (story(n)["cases"][0].case_id for n in (1, 2))  # type: ignore[attr-defined]
    joined = {**renamed(story(2), two, one), "cases": []}
    manifest = again(store, tmp_path, story(1), joined)
    assert manifest.version == "0.2.0"
    moved = {row.old_id: row for row in read_history(store.folder / "0.2.0")}
    assert (moved[two].new_id, moved[two].change, moved[two].since) == (one, "merged", "0.2.0")
    party = story(2)["parties"][0].party_id  # type: ignore[attr-defined]
    assert moved[party].change == "merged"


def test_what_was_retracted_stays_out_of_the_next_version(store: Store, tmp_path: Path) -> None:
    add_retraction(store.folder, Retraction("article", "story-2", "2031-06-01", "a court ordered it"))
    manifest = again(store, tmp_path, story(1), story(2))
    assert (manifest.version, manifest.content_change) == ("0.2.0", "removals")
    assert list(load("cases", "0.2.0", store=store.folder).case_id) == [story(1)["cases"][0].case_id]  # type: ignore
    told = json.loads((store.folder / "0.2.0" / "diff.json").read_bytes())
    assert {tuple(table["reasons"]) for table in told["tables"]} == {("retraction",)}


def test_a_folder_that_breaks_the_contract_is_refused(tmp_path: Path) -> None:
    wrong = story(1)
    wrong["quotes"] = [replace(wrong["quotes"][0], text="other words")]  # type: ignore[type-var]
    with pytest.raises(DataError, match=r"cannot be released.*quotes\.text"):
        release(write_rows(tmp_path / "bad", wrong), open_store(tmp_path / "store"))
    assert not (tmp_path / "store").exists()
    with pytest.raises(UsageError, match="no such folder"):
        release(tmp_path / "nowhere", open_store(tmp_path / "store"))


def test_text_under_a_closed_licence_is_withheld_with_offsets_and_hashes(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    release(write_rows(tmp_path / "one", story(1, licence="© Millford Courier"), story(2, licence="CC BY 4.0")), store)
    articles = load("articles", "0.1.0", store=store.folder).set_index("article_id")
    assert articles.text.isna().to_dict() == {"story-1": True, "story-2": False}
    assert articles.title.isna().to_dict() == {"story-1": True, "story-2": False}
    assert articles.text_sha256.notna().all()
    quotes = load("quotes", "0.1.0", store=store.folder).set_index("article_id")
    assert quotes.text.isna().to_dict() == {"story-1": True, "story-2": False}
    assert quotes.start.notna().all()
