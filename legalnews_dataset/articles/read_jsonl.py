"""Read JSON lines, plain or .gz: one object with `id` and `text` a line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from legalnews_dataset.articles.check import Reading, check_record, shown
from legalnews_dataset.articles.problem import Problem

_BYTES_PER_CHAR = 12  # a character outside the basic plane is two \uXXXX escapes
_OTHER_COLUMNS = 1_000_000  # bytes of a line that are left for title, url and the like
_BOM = b"\xef\xbb\xbf"


def read_jsonl(path: Path, max_chars: int) -> Iterator[Reading | Problem]:
    """Yield what each line gives, in order, and what is wrong with the file; blank lines are passed over."""
    number = 0
    try:
        with _open(path) as file:
            for number, line in _lines(file, _BYTES_PER_CHAR * max_chars + _OTHER_COLUMNS):
                yield _read_line(line, str(path), f"line {number}", max_chars)
    except (EOFError, OSError, zlib.error) as error:
        got = f"{type(error).__name__}: {error}"
        yield Problem(str(path), f"after line {number}", None, "file", "a file that is whole", got, kept=False)


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


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
    if line is None:
        problem = Problem(source, where, None, "text", f"at most {max_chars:,} characters", "more", kept=False)
        return Reading(None, None, (problem,))
    try:
        raw = json.loads(line.decode())
    except UnicodeDecodeError as error:
        got = f"{shown(line[error.start : error.start + 4])} at byte {error.start} of the line"
        return Reading(None, None, (Problem(source, where, None, "line", "UTF-8", got, kept=False),))
    except (ValueError, RecursionError) as error:
        return Reading(None, None, (Problem(source, where, None, "line", "JSON", shown(str(error)), kept=False),))
    if not isinstance(raw, dict):
        problem = Problem(source, where, None, "line", "a JSON object", shown(raw), kept=False)
        return Reading(None, None, (problem,))
    return check_record(raw, source, where, max_chars)
