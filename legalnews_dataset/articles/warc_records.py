"""Cut a WARC file into records, and go on after one whose length is a lie or that was damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from legalnews_dataset.articles.check import shown

_BLOCK = 1 << 18
_LONGEST_HEAD = 1 << 16
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_NEXT = b"\nWARC/1."
_BLANK = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Cut:
    """One record: its number from 1 and its bytes, or what is wrong with it."""

    number: int
    data: bytes
    wrong: str = ""


def cut_records(file: BinaryIO, limit: int) -> Iterator[Cut]:
    """Yield the records of a WARC file.

    A record is as long as it says where the next one begins there. Where it does not, the record is told as wrong and
    the next one is found by its first line.

    Args:
        file: the unpacked file.
        limit: the longest record that is kept, in bytes; of a longer one the wrong length is told.

    Raises:
        OSError: the file breaks off, after the records that stand before.

    """
    window, number = _Window(file), 0
    while window.skip_blank():
        number += 1
        if not window.data.startswith(b"WARC/1."):
            beginning = shown(window.data[:40])
            lost = window.drop_to_next()
            yield Cut(number, b"", f"{lost:,} bytes that are no record: {beginning}")
            continue
        head = window.head()
        length = _LENGTH.search(window.data, 0, head)
        if not head or not length:
            window.drop_to_next()
            yield Cut(number, b"", "a record without Content-Length")
            continue
        end = head + int(length[1])
        wrong = ""
        if int(length[1]) > limit:
            dropped, met = window.drop(end)
            wrong = f"{int(length[1]):,} bytes" if dropped == end else _lie(length[1], dropped - head, ended=not met)
            yield Cut(number, b"", wrong)
            continue
        window.fill(end + len(_NEXT) + 3)
        inside = window.next_in(head, end + len(_NEXT) - 1)
        if inside >= 0:
            wrong = _lie(length[1], inside - head, ended=False)
            window.cut(inside)
        elif len(window.data) < end:
            wrong = _lie(length[1], len(window.data) - head, ended=True)
            window.cut(len(window.data))
        else:
            data = window.cut(end)
            if not window.at_end():
                wrong = f"Content-Length {int(length[1]):,}, but the record goes on"
                window.drop_to_next()
            else:
                yield Cut(number, data)
        if wrong:
            yield Cut(number, b"", wrong)
    if window.broken:
        raise window.broken


def _lie(length: bytes, found: int, *, ended: bool) -> str:
    place = "the file ends" if ended else "the next record begins"
    return f"Content-Length {int(length):,}, but {place} after {max(found, 0):,} bytes"


class _Window:
    """The part of a file that is looked at."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.data = file, b""
        self.broken: OSError | None = None

    def fill(self, size: int) -> None:
        """Hold at least so many bytes, fewer where the file ends or breaks off."""
        parts, held = [self.data], len(self.data)
        while held < size and (block := self._read()):
            parts.append(block)
            held += len(block)
        if len(parts) > 1:
            self.data = b"".join(parts)

    def _read(self) -> bytes:
        if self.broken:
            return b""
        try:
            return self._file.read1(_BLOCK) if hasattr(self._file, "read1") else self._file.read(_BLOCK)
        except OSError as error:
            self.broken = error
            return b""

    def cut(self, size: int) -> bytes:
        """Take so many bytes off the front."""
        taken, self.data = self.data[:size], self.data[size:]
        return taken

    def skip_blank(self) -> bool:
        """Pass over blank lines, and tell whether anything follows."""
        while True:
            self.fill(1)
            if not self.data:
                return False
            rest = self.data.lstrip(b"\r\n")
            self.data = rest
            if rest:
                self.fill(len(_NEXT))
                return True

    def head(self) -> int:
        """Return the length of the record's head with the blank line after it, 0 where it has no end."""
        for size in (4096, _LONGEST_HEAD):
            self.fill(size)
            if found := _BLANK.search(self.data, 0, _LONGEST_HEAD):
                return found.end()
        return 0

    def at_end(self) -> bool:
        """Tell whether a record may end here: before a blank line, the next record or the end of the file."""
        self.fill(4 + len(_NEXT))
        rest = self.data.lstrip(b"\r\n")
        return not rest or rest.startswith(b"WARC/1.") or self.data.startswith((b"\r\n\r\n", b"\n\n"))

    def next_in(self, start: int, end: int, *, after_blank: bool = True) -> int:
        """Return where the first line of a record stands between two places, -1 where none does."""
        place = self.data.find(_NEXT, start, end)
        while after_blank and place >= 0 and not self.data[:place].endswith((b"\n", b"\n\r")):
            place = self.data.find(_NEXT, place + 1, end)
        return place + 1 if place >= 0 else -1

    def drop_to_next(self) -> int:
        """Drop bytes up to the first line of the next record, at least one; return how many."""
        return self.drop(1 << 62, after_blank=False)[0]

    def drop(self, size: int, *, after_blank: bool = True) -> tuple[int, bool]:
        """Drop bytes up to a size or the next record's first line; return how many, and whether a line was met."""
        dropped = 0
        while True:
            self.fill(_BLOCK)
            if not self.data:
                return dropped, False
            place = self.next_in(0, min(len(self.data), size - dropped), after_blank=after_blank)
            if place > 0:
                self.cut(place)
                return dropped + place, True
            # keep so much that a first line is not cut in two
            step = min(max(len(self.data) - len(_NEXT) - 2, 0) or len(self.data), size - dropped)
            self.cut(step)
            dropped += step
            if dropped >= size:
                return dropped, False
