"""What every test of releases needs: a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the tests out of the user's cache."""
    monkeypatch.setenv("LEGALNEWS_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("LEGALNEWS_STORE", raising=False)
    return tmp_path / "cache"
