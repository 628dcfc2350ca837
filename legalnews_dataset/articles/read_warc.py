"""Read WARC files as crawlers write them, such as Common Crawl's CC-NEWS: the pages among their records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read_page import MAX_PAGE_BYTES, page_id, read_page
from legalnews_dataset.articles.source import Source, open_unpacked
from legalnews_dataset.articles.warc_records import cut_records

_HEADS = 1 << 17  # bytes for the heads of the record and of the answer
_PAGES = {"text/html", "application/xhtml+xml"}
_FOUND = 200


@dataclass(frozen=True, slots=True)
class _Page:
    """Where a page was found, the charset that the server named, and its bytes."""

    url: str | None
    charset: str | None
    body: bytes


def read_warc(source: Source, max_chars: int) -> Iterator[Pending | Problem]:
    """Yield the pages of a WARC file, for workers to read; other records are counted by kind and told at the end."""
    passed: Counter[str] = Counter()
    with open_unpacked(source, resume=True) as file:
        for cut in cut_records(file, MAX_PAGE_BYTES + _HEADS):
            where, wrong = f"record {cut.number}", cut.wrong
            try:
                page = _page(cut.data) if not wrong else ""
            except (OSError, ValueError) as error:
                wrong = f"{type(error).__name__}: {error}"
            if wrong:
                yield Problem(source.name, where, None, "record", "a WARC record", wrong, kept=False)
            elif isinstance(page, str):
                passed[page] += 1
            else:
                key = page_id(page.url, page.body)
                yield Pending(key, source.name, where, page.body, read_page, page.url, page.charset, max_chars)
    for kind, count in sorted(passed.items()):
        yield Problem(source.name, "", None, "records", "answers with a page", f"{count:,} {kind}", kept=True)


def _page(data: bytes) -> _Page | str:
    """Return the page that a record holds, or what it holds instead."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    record: Any = WarcRecord.from_bytes(data)
    if record.record_type != WarcRecordType.response:
        return f"{record.record_type} records"
    if not record.is_http:
        return "answers that are not HTTP"
    try:
        return _answer(record, "all")
    except OSError:  # what its head says of its encoding is a lie
        return _answer(WarcRecord.from_bytes(data), "none")


def _answer(record: Any, decode: str) -> _Page | str:
    record.parse_http(auto_decode=decode)
    if not record.http_headers:
        return "answers without a head"
    if record.http_headers.status_code != _FOUND:
        return f"answers with status {record.http_headers.status_code}"
    kind = record.http_content_type
    if kind and kind.lower() not in _PAGES:
        return f"answers of {kind[:40].lower()}"
    body = bytes(record.reader.read(MAX_PAGE_BYTES + 1))
    if not body:
        return "empty answers"
    url = record.headers.get("WARC-Target-URI")
    return _Page(url.strip(" <>") if url else None, record.http_charset, body)
