"""Whether an address is one of the web, and whether the user forbade the network."""

from __future__ import annotations

import os


def is_web(address: str) -> bool:
    """Tell whether an address is one of the web, where nothing can be listed or written.

    >>> is_web("https://example.com/a.jsonl"), is_web("s3://news/a.jsonl")
    (True, False)
    """
    return address.startswith(("http://", "https://"))


def offline() -> bool:
    """Tell whether the user forbade the network with `LEGALNEWS_OFFLINE=1`."""
    return os.environ.get("LEGALNEWS_OFFLINE", "").lower() not in {"", "0", "false", "no"}
