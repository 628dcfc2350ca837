"""Unpack gzip and Zstandard as a stream that stops a bomb and tells damage."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

_BLOCK = 1 << 16
_GZIP = 31  # zlib's number for a gzip header around the deflated bytes
_MAGIC = b"\x1f\x8b\x08"
# News in JSON lines packs by 3 to 8, a table that repeats itself by 50; bombs by 1,000 and more.
MOST_RATIO = 200
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
    member, begun, read, given = zlib.decompressobj(_GZIP), False, 0, 0
    rest = b""
    while block := rest or raw.read(_BLOCK):
        read, begun, rest = read + (0 if rest else len(block)), True, b""
        try:
            out = member.decompress(block, _BLOCK)
        except zlib.error as error:
            if not resume:
                raise OSError(f"damaged gzip: {error}") from error
            member = zlib.decompressobj(_GZIP)
            place = block.find(_MAGIC, 1)
            rest = block[place:] if place > 0 else b""
            begun = False
            continue
        given += len(out)
        _check_bomb(read, given)
        if out:
            yield out
        if member.eof:
            rest = member.unused_data.lstrip(b"\0")  # padding
            member, begun = zlib.decompressobj(_GZIP), False
        else:
            rest = member.unconsumed_tail
    while begun and not member.eof and (out := member.decompress(b"", _BLOCK)):
        given += len(out)
        _check_bomb(read, given)
        yield out
    if begun and not member.eof:
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
