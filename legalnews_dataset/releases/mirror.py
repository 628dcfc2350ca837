"""The mirror of a store at an address: what was fetched from it, verified, in the user's cache."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.network import offline
from legalnews_dataset.releases.cache import cache_folder, write_atomically
from legalnews_dataset.releases.canonical import MAX_JSON_BYTES
from legalnews_dataset.releases.index import INDEX, Entry, index_bytes, parse_index
from legalnews_dataset.releases.manifest import MANIFEST, File, check_manifest
from legalnews_dataset.releases.retract import RETRACTIONS, merge_retractions, parse_retractions, retractions_bytes
from legalnews_dataset.releases.transport import read_blocks, read_bytes
from legalnews_dataset.releases.versions import is_version, sort_versions


def read_index(url: str, folder: Path, version: str | None) -> dict[str, Entry]:
    """Return the versions of a store, oldest first: from the mirror where the version is pulled, else from the store.

    Args:
        url: the store's address.
        folder: its mirror.
        version: the version or range that the caller is going to read; None for any.

    Raises:
        UsageError: there is no store at the address.
        ReleaseError: the index cannot be fetched, or a version in it is not the one that was pulled before.

    """
    path = folder / INDEX
    known = parse_index(path.read_bytes(), str(path)) if path.is_file() else {}
    pulled = {name: entry for name, entry in known.items() if (folder / name / MANIFEST).is_file()}
    if (version is not None and is_version(version) and version in pulled) or (offline() and pulled):
        return pulled
    data = read_bytes(url, INDEX, MAX_JSON_BYTES)
    if data is None:
        raise UsageError("no store", where=url, expected=f"a file {INDEX} there")
    found = parse_index(data, f"{url}/{INDEX}")
    for name, entry in pulled.items():
        listed = found.setdefault(name, entry)
        if listed.manifest_sha256 != entry.manifest_sha256:
            raise ReleaseError(
                f"version {name} is another one than was pulled before; versions never change",
                where=url,
                expected=f"manifest sha256 {entry.manifest_sha256}",
                got=f"manifest sha256 {listed.manifest_sha256}",
                todo=f"ask the maintainers; the one that was pulled is in {folder / name}",
            )
    _refresh_retractions(url, folder)
    with _cached():
        write_atomically(path, index_bytes(found))
    return {name: found[name] for name in sort_versions(found)}


def fetch_manifest(url: str, folder: Path, entry: Entry) -> None:
    """Fetch the manifest of a listed version into the mirror.

    Raises:
        ReleaseError: it cannot be fetched, is not the one that the index names, or is not to be trusted.

    """
    name = f"{entry.version}/{MANIFEST}"
    data = read_bytes(url, name, MAX_JSON_BYTES)
    if data is None:
        raise ReleaseError("the index lists a version that is not there", where=f"{url}/{name}")
    check_manifest(data, entry.version, entry.manifest_sha256, f"{url}/{name}")
    with _cached():
        (folder / entry.version).mkdir(parents=True, exist_ok=True)
        write_atomically(folder / name, data)


def fetch_file(url: str, folder: Path, version: str, file: File) -> None:
    """Fetch a file of a version into the mirror; it appears there whole and verified or not at all.

    Raises:
        ReleaseError: it cannot be fetched, or is not what the manifest says.

    """
    target = folder / version / file.path
    with _cached():
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            _copy(read_blocks(url, f"{version}/{file.path}", file.bytes), out, file, f"{url}/{version}/{file.path}")
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(0o444)
        Path(name).replace(target)
    except OSError as error:
        raise _unwritable(error) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _copy(blocks: Iterable[bytes], out: object, file: File, where: str) -> None:
    digest, head = sha256(), b""
    for block in blocks:
        digest.update(block)
        head = head or block[:64]
        out.write(block)  # type: ignore[attr-defined]
    if digest.hexdigest() != file.sha256:
        raise ReleaseError(
            "a file is not what its manifest says",
            where=where,
            expected=f"sha256 {file.sha256}",
            got=f"sha256 {digest.hexdigest()}",
            todo="this looks like an HTML page" if head.lstrip()[:1] == b"<" else "try again, or tell the maintainers",
        )


def _refresh_retractions(url: str, folder: Path) -> None:
    """Add the store's retractions to those of the mirror; what was once taken back stays so."""
    data, path = read_bytes(url, RETRACTIONS, MAX_JSON_BYTES), folder / RETRACTIONS
    known = parse_retractions(path.read_bytes(), str(path)) if path.is_file() else ()
    fresh = parse_retractions(data, f"{url}/{RETRACTIONS}") if data else ()
    with _cached():
        folder.mkdir(parents=True, exist_ok=True)
        if merge_retractions(known, fresh) != known:
            write_atomically(path, retractions_bytes(merge_retractions(known, fresh)))


@contextmanager
def _cached() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> ReleaseError:
    return ReleaseError(
        f"the cache cannot be written: {error.strerror or error}",
        where=str(error.filename or cache_folder()),
        todo="set LEGALNEWS_CACHE to a folder that can be",
    )
