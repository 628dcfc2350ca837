"""Read pages of HTML that were saved as files."""

from __future__ import annotations

from collections.abc import Iterator

from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.read_page import MAX_PAGE_BYTES, page_id, read_page
from legalnews_dataset.articles.source import Source, open_unpacked


def read_html(source: Source, max_chars: int) -> Iterator[Pending]:
    """Yield the one page of a file, for a worker to read."""
    with open_unpacked(source) as file:
        raw = file.read(MAX_PAGE_BYTES + 1)
    yield Pending(page_id(None, raw), source.name, "", raw, read_page, max_chars=max_chars)
