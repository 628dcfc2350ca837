"""News reports on court cases as versioned tables; every row points at the characters that say it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_HOMES = {
    "describe": "legalnews_dataset.describing",
    "extract": "legalnews_dataset.pipeline",
    "cite": "legalnews_dataset.loading",
    "connect": "legalnews_dataset.loading",
    "load": "legalnews_dataset.loading",
    "resolve_id": "legalnews_dataset.loading",
    "schema": "legalnews_dataset.tables.schemas",
    "source": "legalnews_dataset.loading",
    "timeline": "legalnews_dataset.loading",
    "versions": "legalnews_dataset.loading",
    "why": "legalnews_dataset.loading",
}
__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first asked for, so that the import stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
