"""Read JSON lines: one object with `id` and `text` a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from legalnews_dataset.articles.check import Reading, check_record, shown
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.sniff import in_words, sniff
from legalnews_dataset.articles.source import Source, open_unpacked

_BYTES_PER_CHAR = 12  # a character outside the basic plane is two \uXXXX escapes
_OTHER_COLUMNS = 1_000_000  # bytes of a line that are left for title, url and the like
_BOM = b"\xef\xbb\xbf"


def read_jsonl(source: Source, max_chars: int) -> Iterator[Reading]:
    """Yield what each line gives, in order; blank lines are passed over."""
    with open_unpacked(source) as file:
        for number, line in _lines(file, _BYTES_PER_CHAR * max_chars + _OTHER_COLUMNS):
            yield _read_line(line, source.name, f"line {number}", max_chars)


def _lines(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line that is not blank; None for one that is longer than the limit in bytes."""
    number = 0
    while line := file.readline(limit):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) == limit and not line.endswith(b"\n"):
            while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif not line.isspace() and line:
            yield number, line


def _read_line(line: bytes | None, source: str, where: str, max_chars: int) -> Reading:
    def refused(column: str, check: str, got: str) -> Reading:
        return Reading(None, None, (Problem(source, where, None, column, check, got, kept=False),))

    if line is None:
        return refused("text", f"at most {max_chars:,} characters", "more")
    try:
        raw = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return refused(
            "line", "UTF-8", f"{shown(line[error.start : error.start + 4])} at byte {error.start} of the line"
        )
    except (ValueError, RecursionError) as error:
        found = sniff(line)
        return refused("line", "JSON", shown(str(error)) if found == "jsonl" else f"{in_words(found)}: {shown(line)}")
    if not isinstance(raw, dict):
        return refused("line", "a JSON object", shown(raw))
    return check_record(raw, source, where, max_chars)
