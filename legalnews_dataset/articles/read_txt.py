"""Read the seed format: a text file whose first words are `date YYYY-MM-DD`, then the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from legalnews_dataset.articles.check import Reading, check_record, shown
from legalnews_dataset.articles.problem import Problem

# Any figures after `date` are taken as its day, so that an impossible one is told and does not stay in the body.
_HEAD = re.compile(r"\s*date[ \t]+(\d[\d/.:T-]*)(?=\s|$)")
_BYTES_PER_CHAR = 4


def read_txt(path: Path, max_chars: int) -> Iterator[Reading]:
    """Yield the one article of a text file; its id is the file's stem, its text the body, lines ended by LF."""
    size = path.stat().st_size
    if size > _BYTES_PER_CHAR * max_chars:
        problem = Problem(
            str(path), "", path.stem, "text", f"at most {max_chars:,} characters", f"{size:,} bytes", kept=False
        )
        yield Reading(path.stem, None, (problem,))
        return
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        got = f"{shown(data[error.start : error.start + 4])} at byte {error.start}"
        yield Reading(path.stem, None, (Problem(str(path), "", path.stem, "text", "UTF-8", got, kept=False),))
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(text)
    body = text[head.end() :] if head else text
    record = {"id": path.stem, "text": body.strip(), "date": head[1] if head else None}
    yield check_record(record, str(path), "", max_chars)
