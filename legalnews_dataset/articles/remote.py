"""Open files at addresses, through fsspec: buckets, web servers, memory."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit, urlunsplit

from legalnews_dataset.errors import UsageError
from legalnews_dataset.network import is_web, offline

_BUFFER = 1 << 20
_STALLED = 60  # seconds without a byte after which a server counts as gone
# Size and sha256 of the files that were read from beginning to end, so that they are not fetched again for these.
_known: dict[str, tuple[int, str]] = {}


def is_url(address: str) -> bool:
    """Tell whether an address is not a path on this machine."""
    return "://" in address


def shown_address(address: str) -> str:
    """Return an address without what may be secret in it: user, password, query.

    >>> shown_address("https://ann:secret@example.com/a.jsonl?signature=1")
    'https://example.com/a.jsonl'
    """
    if not is_url(address):
        return address
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def file_system(url: str) -> tuple[Any, str]:
    """Return fsspec's file system for an address, and the path in it.

    Raises:
        UsageError: the scheme is unknown, its package is not installed, or the user forbade the network.

    """
    if offline() and is_web(url):
        raise UsageError("LEGALNEWS_OFFLINE is set", where=shown_address(url), todo="unset it, or name a local file")
    try:
        from fsspec.core import url_to_fs

        found, root = url_to_fs(url, **_patience(url))
    except (ImportError, ValueError) as error:
        todo = 'pip install "legalnews-dataset[remote]", or the package that fsspec names'
        raise UsageError(f"no way to read this address: {error}", where=shown_address(url), todo=todo) from error
    return found, root


def open_remote(url: str) -> BinaryIO:
    """Open a file at an address for reading.

    Raises:
        OSError: it cannot be opened; the stream raises nothing else either.

    """
    fs, root = file_system(url)
    try:
        return cast("BinaryIO", io.BufferedReader(_Remote(url, fs.open(root, "rb")), _BUFFER))
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error


def known_fingerprint(url: str) -> tuple[int, str] | None:
    """Return size in bytes and sha256 of a file that this process read from beginning to end."""
    return _known.get(url)


class _Remote(io.RawIOBase):
    """A remote file whose faults are all OSErrors, since every file system of fsspec has errors of its own."""

    def __init__(self, url: str, file: Any) -> None:
        self._url, self._file = url, file
        self._size, self._digest = 0, sha256()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def readinto(self, buffer: Any) -> int:
        data = self._told(self._file.read, len(buffer))
        buffer[: len(data)] = data
        self._size += len(data)
        self._digest.update(data)
        if not data and len(buffer) and self._size == self._file.tell():
            _known[self._url] = (self._size, self._digest.hexdigest())
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        self._size = -1 << 62  # not read in order, so that the digest is of something else
        return int(self._told(self._file.seek, offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()

    def _told(self, function: Any, *values: int) -> Any:
        try:
            return function(*values)
        except Exception as error:
            raise OSError(f"{type(error).__name__}: {error}") from error


def _patience(url: str) -> dict[str, Any]:
    """Return options that let a large file take its time, as long as bytes come."""
    if not is_web(url):
        return {}
    from aiohttp import ClientTimeout

    return {"client_kwargs": {"timeout": ClientTimeout(total=None, sock_connect=_STALLED, sock_read=_STALLED)}}
