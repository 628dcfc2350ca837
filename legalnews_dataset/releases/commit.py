"""Write a local store: one writer at a time, a version whole or not at all, the index last."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.cache import sync_folder, verify_file, write_atomically
from legalnews_dataset.releases.index import INDEX, Entry, index_bytes, parse_index
from legalnews_dataset.releases.manifest import MANIFEST, Manifest


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold a local store's lock, which the system gives back even after kill -9, and clear what a crash left.

    Raises:
        ReleaseError: another process holds it, or the store cannot be written.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        _lock(handle, folder)
        for left in folder.glob(".*.tmp"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        yield
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        os.close(handle)


def add_version(folder: Path, staged: Path, manifest: Manifest) -> Entry:
    """Move a staged folder to its place in a store and list it; the lock must be held.

    Args:
        folder: the store.
        staged: a complete version in a folder beside its place, named `.…tmp`.
        manifest: what it holds.

    Raises:
        ReleaseError: the version exists already, or a staged file is not what the manifest says.

    """
    place = folder / manifest.version
    if place.exists():
        raise ReleaseError(
            f"version {manifest.version} exists already", where=str(folder), todo="versions never change"
        )
    for file in manifest.files:
        verify_file(staged / file.path, file)
    for path in sorted(staged.rglob("*")):
        if path.is_file():
            _sync_file(path)
            path.chmod(0o444)
    for path in (staged, *(path for path in staged.rglob("*") if path.is_dir())):
        sync_folder(path)
    staged.rename(place)
    sync_folder(folder)
    return list_version(folder, manifest)


def list_version(folder: Path, manifest: Manifest) -> Entry:
    """Write the version into the index; the lock must be held."""
    digest = sha256((folder / manifest.version / MANIFEST).read_bytes()).hexdigest()
    entry = Entry(manifest.version, digest, manifest.released_on)
    path = folder / INDEX
    entries = parse_index(path.read_bytes(), str(path)) if path.is_file() else {}
    write_atomically(folder / INDEX, index_bytes({**entries, manifest.version: entry}))
    return entry


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _lock(handle: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: the rename onto an existing folder still fails
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ReleaseError(
            "another release is being written to this store", where=str(folder), todo="try again when it has ended"
        ) from None


def _unwritable(folder: Path, error: OSError) -> ReleaseError:
    return ReleaseError(
        f"the store cannot be written: {error.strerror or error}",
        where=str(error.filename or folder),
        todo="no version was added; give a --store that can be written",
    )
