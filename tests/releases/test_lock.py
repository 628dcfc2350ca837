"""A project pins, checks and upgrades the data that it uses."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner
from world import story, write_rows

from legalnews_dataset.cli import app
from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.loading import load
from legalnews_dataset.releases import locking
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import Retraction, add_retraction
from legalnews_dataset.releases.store import Store


@pytest.fixture
def lock(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "legalnews.lock"
    locking.write(path, "0.*", ["quotes:quote_id,cue", "awards"], str(store.folder))
    return path


def test_a_lock_names_the_version_and_the_digests_of_what_is_used(lock: Path) -> None:
    raw = tomllib.loads(lock.read_text())
    assert (raw["range"], raw["version"]) == ("0.*", "0.1.0")
    assert list(raw["tables"]["quotes"]["columns"]) == ["quote_id", "cue"]
    assert "amount" in raw["tables"]["awards"]["columns"]


def test_a_lock_loads_what_it_lists_and_nothing_else(lock: Path) -> None:
    assert list(load("quotes", lock=lock).columns) == ["quote_id", "cue"]
    assert list(load("quotes", "0.1.0", columns=["cue"], lock=lock).columns) == ["cue"]
    with pytest.raises(UsageError, match=r"no column 'text'.*lock --use quotes:text` adds it"):
        load("quotes", columns=["text"], lock=lock)
    with pytest.raises(UsageError, match=r"no table 'events'.*lock --use events` adds it"):
        load("events", lock=lock)
    with pytest.raises(UsageError, match=r"the lock pins another version.*expected 0\.2\.0; got 0\.1\.0"):
        load("quotes", "0.2.0", lock=lock)


def test_check_fails_on_drift_and_says_what(lock: Path, store: Store) -> None:
    run = CliRunner().invoke
    assert run(app, ["lock", "--check", "--file", str(lock)]).exit_code == 0
    path = store.folder / "0.1.0" / "quotes.parquet"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-10])
    told = run(app, ["lock", "--check", "--file", str(lock)])
    assert told.exit_code == 1
    assert "quotes.parquet" in told.output
    assert "bytes" in told.output


def test_a_retracted_version_is_drift(lock: Path, store: Store) -> None:
    add_retraction(store.folder, Retraction("version", "0.1.0", "2031-06-01", "a wrong jury", "0.1.1"))
    assert locking.check(lock, None) == ["version 0.1.0 was retracted on 2031-06-01: a wrong jury; use 0.1.1"]


def test_another_manifest_under_the_same_number_is_refused(lock: Path) -> None:
    text = lock.read_text()
    digest = tomllib.loads(text)["manifest_sha256"]
    lock.write_text(text.replace(digest, "0" * 64))
    with pytest.raises(ReleaseError, match=r"not the one that the lock pins.*expected manifest sha256 0{64}; got"):
        load("quotes", lock=lock)
    assert "another manifest of 0.1.0" in locking.check(lock, None)[0]


@pytest.mark.slow
def test_upgrade_tells_what_changes_in_the_columns_that_are_used(lock: Path, store: Store, tmp_path: Path) -> None:
    changed = story(2)
    changed["quotes"] = [replace(changed["quotes"][0], cue="added")]  # type: ignore[type-var]
    changed["events"] = [replace(changed["events"][0], status="alleged")]  # type: ignore[type-var]
    release(write_rows(tmp_path / "two", story(1), changed), store)
    told = locking.upgrade(lock, None, None)
    assert "changed quotes.cue" in told
    assert "events" not in told
    assert "upgraded from 0.1.0 to 0.2.0" in told
    assert tomllib.loads(lock.read_text())["version"] == "0.2.0"
    assert locking.check(lock, None) == []
    assert "0.2.0 is the newest version in 0.*" in locking.upgrade(lock, None, None)


@pytest.mark.parametrize("text", ["", "version = 1", "range = 'x'\nversion = '1.0.0'", "not toml at all ["])
def test_what_is_no_lock_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "legalnews.lock"
    path.write_text(text)
    with pytest.raises(UsageError, match="`legalnews lock` writes one"):
        load("quotes", lock=path)
