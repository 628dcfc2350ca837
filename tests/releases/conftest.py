"""What every test of releases needs: a cache of its own, and a store with a first version."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from world import story, write_rows

from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import Store, open_store


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the tests out of the user's cache."""
    monkeypatch.setenv("LEGALNEWS_CACHE", str(tmp_path / "cache"))
    for name in ("LEGALNEWS_STORE", "LEGALNEWS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def first_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store with version 0.1.0 of two stories, once."""
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGALNEWS_CACHE", str(folder / "cache"))
        release(write_rows(folder / "one", story(1), story(2)), open_store(folder / "store"))
    return folder / "store"


@pytest.fixture
def store(tmp_path: Path, first_store: Path) -> Store:
    """Give a store of the test's own with version 0.1.0 of two stories."""
    shutil.copytree(first_store, tmp_path / "store")
    return open_store(tmp_path / "store")
