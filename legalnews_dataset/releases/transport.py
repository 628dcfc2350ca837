"""Bytes from and to stores at an address: http(s) through the standard library, every other scheme through fsspec."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from legalnews_dataset.errors import LegalNewsError, ReleaseError, UsageError
from legalnews_dataset.network import is_web, offline

TIMEOUT = 30.0  # seconds without a byte after which a server counts as gone
BLOCK = 1 << 20


def read_bytes(url: str, path: str, limit: int) -> bytes | None:
    """Return a whole small file of a store, None where it is not there.

    Args:
        url: the store's address.
        path: the file's path in it.
        limit: the most bytes to read.

    Raises:
        ReleaseError: the file cannot be fetched, or is larger.

    """
    with told(url, path):
        try:
            with _open(url, path) as file:
                data: bytes = file.read(limit + 1)
        except FileNotFoundError:
            return None
    if len(data) > limit:
        raise ReleaseError("a file that is too large", where=f"{url}/{path}", expected=f"up to {limit:,} bytes")
    return data


def read_blocks(url: str, path: str, size: int) -> Iterator[bytes]:
    """Yield a file of a store in blocks, and stop with an error where it is longer than expected.

    Raises:
        ReleaseError: the file cannot be fetched, or has another size.

    """
    seen, head = 0, b""
    with told(url, path):
        try:
            with _open(url, path) as file:
                while block := file.read(BLOCK):
                    seen, head = seen + len(block), head or block[:64]
                    if seen > size:
                        break
                    yield block
        except FileNotFoundError:
            raise ReleaseError("not found in the store", where=f"{url}/{path}", expected=f"{size:,} bytes") from None
    if seen != size:
        raise ReleaseError(
            "a file of another size",
            where=f"{url}/{path}",
            expected=f"{size:,} bytes",
            got=f"{'more than ' if seen > size else ''}{min(seen, size):,} bytes that begin {head[:32]!r}",
            todo="this looks like an HTML page" if head.lstrip()[:1] == b"<" else "try again",
        )


def file_system(url: str) -> tuple[Any, str]:
    """Return fsspec's file system for an address, without a cache of listings, and the path in it.

    Raises:
        UsageError: the scheme is unknown, or its package is not installed.
        ReleaseError: the user forbade the network.

    """
    _check_online(url)
    try:
        from fsspec.core import url_to_fs

        found, root = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError) as error:
        todo = 'install "legalnews-dataset[remote]", or the package that fsspec names'
        raise UsageError(f"no way to reach this store: {error}", where=url, todo=todo) from error
    return found, root.rstrip("/")


@contextmanager
def told(url: str, path: str) -> Iterator[None]:
    """Turn what libraries raise into one error that names the file."""
    where = f"{url}/{path}"
    try:
        yield
    except LegalNewsError:
        raise
    except urllib.error.HTTPError as error:
        reason = str(error.reason).splitlines()[0]
        raise ReleaseError(
            f"the server answers {error.code} {reason}", where=where, todo="see whether the store is there"
        ) from error
    except http.client.IncompleteRead as error:
        expected = f"{len(error.partial) + error.expected:,} bytes" if error.expected else "more"
        raise ReleaseError(
            "the connection broke off",
            where=where,
            expected=expected,
            got=f"{len(error.partial):,} bytes",
            todo="try again",
        ) from error
    except Exception as error:
        # every file system of fsspec has errors of its own
        reason = str(getattr(error, "reason", None) or error) or type(error).__name__
        raise ReleaseError(f"the store cannot be reached: {reason}", where=where) from error


def _open(url: str, path: str) -> IO[bytes]:
    _check_online(url)
    if not is_web(url):
        found, root = file_system(url)
        opened: IO[bytes] = found.open(f"{root}/{path}", "rb")
        return opened
    request = urllib.request.Request(f"{url}/{path}", headers={"User-Agent": "legalnews-dataset"})  # noqa: S310
    try:
        answer: IO[bytes] = urllib.request.build_opener(_Redirects).open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code in {404, 410}:
            raise FileNotFoundError(f"{url}/{path}") from error
        raise
    return answer


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects within the web, and never from https to http."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not is_web(newurl) or (req.full_url.startswith("https://") and newurl.startswith("http://")):
            raise urllib.error.HTTPError(req.full_url, code, f"a redirect to {newurl}, refused", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_online(url: str) -> None:
    if offline():
        raise ReleaseError(
            "LEGALNEWS_OFFLINE is set and this is not in the cache",
            where=url,
            todo="`legalnews pull VERSION` beforehand, or unset LEGALNEWS_OFFLINE",
        )
