"""What tests share: where the gold that lies beside a checkout is."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of gold and corpora that lies beside the checkout, or skip."""
    folder = ROOT.parent / "shared"
    if not (folder / "score.py").exists():
        pytest.skip("the gold articles are not beside this checkout")
    return folder
