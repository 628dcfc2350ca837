"""A built folder becomes a version that loads, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from world import story, write_rows

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.loading import load, versions
from legalnews_dataset.releases.pick import UnpinnedWarning
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import Store, open_store


def test_a_release_loads_as_the_rows_that_went_in(store: Store) -> None:
    assert versions(store.folder) == ["0.1.0"]
    awards = load("awards", "0.1.0", store=store.folder)
    assert awards.amount.sum() == 4_000_000
    assert awards.kind.dtype == "category"
    assert str(awards.date_start.dtype).startswith("datetime64")
    assert len(load("mentions", "0.1.0", store=store.folder)) == 6


@pytest.mark.parametrize(
    "where", ["amount > 1e6 AND article_id = 'story-1'", [("article_id", "==", "story-1"), ("amount", ">", 1_000_000)]]
)
def test_columns_and_conditions_choose_what_is_read(store: Store, where: object) -> None:
    found = load("awards", "0.*", columns=["currency", "amount"], where=where, store=store.folder)
    assert list(found.columns) == ["currency", "amount"]
    assert len(found) == 1


@pytest.mark.parametrize("backend", ["pandas", "polars", "arrow", "duckdb"])
def test_every_backend_gives_the_same_rows(store: Store, backend: str) -> None:
    found = load("quotes", "0.1.0", backend=backend, store=store.folder)  # type: ignore[call-overload]
    assert found.shape[0] == 2


def test_no_version_named_says_which_was_taken_and_how_to_pin_it(store: Store) -> None:
    with pytest.warns(UnpinnedWarning, match=r'taking 0\.1\.0, the newest; pin it with version="0\.1\.0"'):
        load("quotes", store=store.folder)


@pytest.mark.parametrize(
    ("table", "version", "says"),
    [
        ("quotes", "0.2.0", r"no version 0\.2\.0 \(.*\); got versions 0\.1\.0"),
        ("quotes", "1.*", r"no version 1\.\*"),
        ("quotes", "latest", "not a version or a range"),
        ("quote", "0.1.0", r"no table 'quote' .*articles, cases.* did you mean 'quotes'\?"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(store: Store, table: str, version: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        load(table, version, store=store.folder)


def test_a_flipped_bit_is_named_with_expected_and_got(store: Store) -> None:
    load("quotes", "0.1.0", store=store.folder)
    path = store.folder / "0.1.0" / "quotes.parquet"
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)
    with pytest.raises(ReleaseError, match=r"quotes\.parquet.*expected sha256 [0-9a-f]{64}; got sha256"):
        load("quotes", "0.1.0", store=store.folder)


def test_a_version_is_read_only_and_never_written_again(store: Store, tmp_path: Path) -> None:
    assert not (store.folder / "0.1.0" / "quotes.parquet").stat().st_mode & 0o222
    with pytest.raises(ReleaseError, match=r"0\.1\.0 exists already"):
        release(write_rows(tmp_path / "two", story(3)), store, "0.1.0")
    assert [path.name for path in store.folder.iterdir() if path.name.startswith(".")] == []


def test_the_same_rows_give_the_same_version(tmp_path: Path, store: Store) -> None:
    again = tmp_path / "again"
    release(write_rows(tmp_path / "turned", story(2), story(1)), open_store(again), "0.1.0")
    for path in (path for path in (store.folder / "0.1.0").rglob("*") if path.is_file()):
        assert path.read_bytes() == (again / path.relative_to(store.folder)).read_bytes()


def test_the_manifest_is_canonical_json(store: Store) -> None:
    data = (store.folder / "0.1.0" / "manifest.json").read_bytes()
    text = json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert data.decode() == text + "\n"
