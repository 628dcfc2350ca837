"""Unpack gzip and Zstandard as a stream that stops a bomb and tells damage."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, cast

HEAD = 1 << 16  # bytes in which a format is told; packed, they hold the first lines
_BLOCK = 1 << 16
_GZIP = 31  # zlib's number for a gzip header around the deflated bytes
_MAGIC = b"\x1f\x8b\x08"
# News in JSON lines packs by 3 to 8, a table that repeats itself by 50; bombs by 1,000 and more.
MOST_RATIO = 200
_BREAK = b"\r\n\r\n(a damaged gzip member)\r\n\r\n"  # stands where one was lost, so that readers tell it
_MOST_LOST = 1_000  # members that may be lost before the whole file is given up
# Bytes that any file may unpack to, however well it packs.
FREE = 64 << 20


class BombError(OSError):
    """What comes out of a packed file is out of all proportion to what went in."""


def unpack(raw: BinaryIO, packing: str, *, resume: bool = False) -> BinaryIO:
    """Return a stream of the unpacked bytes of a stream.

    Args:
        raw: the packed bytes; closed with the stream that is returned.
        packing: `gzip` or `zstd`.
        resume: go on with the next gzip member after a damaged one, as files that pack record by record allow. What
            was lost shows in the records alone.

    Returns:
        A buffered stream. It raises OSError where the bytes are not packed so, are damaged or cut off, and BombError
        where they are a bomb.

    """
    blocks = _gunzip(raw, resume=resume) if packing == "gzip" else _unzstd(raw)
    return cast("BinaryIO", io.BufferedReader(_Blocks(raw, blocks), _BLOCK))


def unpack_head(head: bytes, packing: str) -> bytes | None:
    """Return how what is packed begins, from how the packed bytes begin; None where they do not tell."""
    with unpack(io.BytesIO(head), packing) as unpacked, suppress(OSError):  # for only the head is there
        return cast("io.BufferedReader", unpacked).read1(HEAD)
    return None


class _Blocks(io.RawIOBase):
    """Blocks of bytes as a raw stream."""

    def __init__(self, raw: BinaryIO, blocks: Iterator[bytes]) -> None:
        self._raw, self._blocks, self._left = raw, blocks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._left = memoryview(block)
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


def _gunzip(raw: BinaryIO, *, resume: bool) -> Iterator[bytes]:
    """Yield what the members of a gzip file hold; each is weighed by itself, so that a bomb does not hide the rest."""
    member, read, given = zlib.decompressobj(_GZIP), 0, 0
    lost, sought = 0, False
    rest = b""
    while block := rest or raw.read(_BLOCK):
        if sought:
            place = block.find(_MAGIC)
            rest = b""
            if place < 0:
                continue
            block, sought = block[place:], False
        try:
            out = member.decompress(block, _BLOCK)
            read, given = read + len(block) - len(member.unconsumed_tail), given + len(out)
            _check_bomb(read, given)
        except (zlib.error, BombError) as error:
            lost += 1
            if not resume or lost > _MOST_LOST:
                raise error if isinstance(error, BombError) else OSError(f"damaged gzip: {error}") from error
            member, read, given = zlib.decompressobj(_GZIP), 0, 0
            rest, sought = block[1:], True
            yield _BREAK
            continue
        if out:
            yield out
        rest = member.unconsumed_tail
        if member.eof:
            rest = member.unused_data.lstrip(b"\0")  # padding
            member, read, given = zlib.decompressobj(_GZIP), 0, 0
    while read and (out := member.decompress(b"", _BLOCK)):
        yield out
    if read:
        raise OSError("the gzip stream breaks off before its end")


def _unzstd(raw: BinaryIO) -> Iterator[bytes]:
    import pyarrow as pa

    counted = _Counted(raw)
    given = 0
    with pa.CompressedInputStream(pa.PythonFile(counted, mode="r"), "zstd") as stream:
        while block := stream.read(_BLOCK):
            given += len(block)
            _check_bomb(counted.read_so_far, given)
            yield block


class _Counted:
    """The packed bytes as Arrow reads them, counted; closing it is left to the caller."""

    closed = False

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self.read_so_far = raw, 0

    def read(self, size: int = -1) -> bytes:
        block = self._raw.read(size)
        self.read_so_far += len(block)
        return block

    def close(self) -> None:
        """Leave the file open."""


def _check_bomb(read: int, given: int) -> None:
    if given > FREE and given > MOST_RATIO * read:
        raise BombError(f"a decompression bomb: {read:,} bytes unpack to more than {given:,}")
