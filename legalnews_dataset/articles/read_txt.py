"""Read the seed format: a text file whose first words are `date YYYY-MM-DD`, then the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalnews_dataset.articles.check import Reading, check_record, shown
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.source import Source, open_unpacked, stem

# Any figures after `date` are taken as its day, so that an impossible one is told and does not stay in the body.
_HEAD = re.compile(r"\s*date[ \t]+(\d[\d/.:T-]*)(?=\s|$)")
_BYTES_PER_CHAR = 4


def read_txt(source: Source, max_chars: int) -> Iterator[Reading]:
    """Yield the one article of a text file; its id is the file's stem, its text the body, lines ended by LF."""
    key, limit = stem(source), _BYTES_PER_CHAR * max_chars
    with open_unpacked(source) as file:
        data = file.read(limit + 1)

    def refused(check: str, got: str) -> Reading:
        return Reading(key, None, (Problem(source.name, "", key, "text", check, got, kept=False),))

    if len(data) > limit:
        yield refused(f"at most {max_chars:,} characters", f"more than {limit:,} bytes")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield refused("UTF-8", f"{shown(data[error.start : error.start + 4])} at byte {error.start}")
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(text)
    body = text[head.end() :] if head else text
    record = {"id": key, "text": body.strip(), "date": head[1] if head else None}
    yield check_record(record, source.name, "", max_chars)
