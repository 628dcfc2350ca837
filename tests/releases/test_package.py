"""What a version ships for other tools is what they accept."""

from __future__ import annotations

import json
from pathlib import Path

import mlcroissant
import pytest
from frictionless import validate as check
from world import story, write_rows

from legalnews_dataset.loading import load
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import Store, open_store


def test_frictionless_accepts_the_package(store: Store) -> None:
    report = check(str(store.folder / "0.1.0" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert [task.stats["rows"] for task in report.tasks] == [2, 2, 4, 2, 2, 2, 6]


@pytest.mark.slow
def test_a_preview_of_many_articles_is_short_and_its_keys_join(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    release(write_rows(tmp_path / "many", *(story(number) for number in range(40))), store)
    report = check(str(store.folder / "0.1.0" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert [task.stats["rows"] for task in report.tasks] == [10, 10, 20, 10, 10, 10, 30]


def test_mlcroissant_accepts_the_metadata_and_reads_the_tables(store: Store) -> None:
    dataset = mlcroissant.Dataset(jsonld=str(store.folder / "0.1.0" / "croissant.json"))
    assert not dataset.metadata.issues.errors
    quotes = next(
        found.name or found.uuid for found in dataset.metadata.record_sets if "quotes" in (found.name or found.uuid)
    )
    assert len(list(dataset.records(quotes))) == len(load("quotes", "0.1.0", store=store.folder))


def test_the_card_says_what_is_in_the_version(store: Store) -> None:
    folder = store.folder / "0.1.0"
    card = (folder / "README.md").read_text()
    assert "| `quotes` | 2 |" in card
    assert 'load("quotes", version="0.1.0")' in card
    assert "Accuracy was not measured" in card
    assert "version: 0.1.0" in (folder / "CITATION.cff").read_text()
    assert "Creative Commons" in (folder / "LICENSE").read_text()
    assert json.loads((folder / "validation.json").read_text())["ok"] is True


def test_measured_accuracy_travels_with_the_version(tmp_path: Path) -> None:
    built = write_rows(tmp_path / "one", story(1))
    (built / "accuracy.json").write_text('{"quotes": {"f1": 0.97}}')
    store = open_store(tmp_path / "store")
    release(built, store)
    assert json.loads((store.folder / "0.1.0" / "accuracy.json").read_text()) == {"quotes": {"f1": 0.97}}
    assert '"f1": 0.97' in (store.folder / "0.1.0" / "README.md").read_text()
