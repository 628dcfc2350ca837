"""A store: a folder with `index.json`, `retractions.json` and one folder for each version.

A version becomes visible when the index lists it, and the index is the last file that is written. A store elsewhere
is read through its mirror in the user's cache.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.cache import sync_folder, verify_file, verify_once, write_atomically
from legalnews_dataset.releases.canonical import canonical_json, member, read_json
from legalnews_dataset.releases.manifest import FORMAT, MANIFEST, Manifest, parse_manifest
from legalnews_dataset.releases.versions import choose_name, choose_version, is_version, parse_version, sort_versions

INDEX = "index.json"
PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Store:
    """A place that holds versions.

    `name` is what the user called it, `folder` where its files are read: the place itself, or for one that is reached
    through `url` its mirror in the user's cache.
    """

    name: str
    folder: Path
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A version in an index."""

    version: str
    manifest_sha256: str
    released_on: str


def open_store(where: str | Path | None = None) -> Store:
    """Return the store at a path or an address.

    Args:
        where: a folder; None for the one that `LEGALNEWS_STORE` names, else the one that ships with the package.

    """
    named = where if where is not None else os.environ.get("LEGALNEWS_STORE")
    if named is None:
        return Store("the store of the package", shipped_store())
    return Store(str(named), Path(str(named).removeprefix("file://")).absolute())


def shipped_store() -> Path:
    """Return the folder of the store that ships: inside an installed wheel, else the checkout's `data/releases`."""
    inside = PACKAGE / "_releases"
    return inside if inside.is_dir() else PACKAGE.parent / "data" / "releases"


def read_index(store: Store) -> dict[str, Entry]:
    """Return the versions that a store lists, oldest first.

    Raises:
        UsageError: there is no store.
        ReleaseError: the index cannot be read.

    """
    path = store.folder / INDEX
    if not store.folder.is_dir():
        raise UsageError("no store", where=store.name, todo="`legalnews release DIR --store STORE` starts one")
    if not path.is_file():
        return {}
    return parse_index(path.read_bytes(), str(path))


def parse_index(data: bytes, where: str) -> dict[str, Entry]:
    """Return the versions in the bytes of an index, oldest first.

    Raises:
        ReleaseError: they are no index of this format.

    """
    raw = read_json(data, where)
    if member(raw, "format", int, where) != FORMAT:
        raise ReleaseError("an index of another format", where=where, expected=str(FORMAT), got=str(raw["format"]))
    entries = {}
    for version, item in member(raw, "versions", dict, where).items():
        if not is_version(version) or not isinstance(item, dict):
            raise ReleaseError("a bad entry in the index", where=where, got=repr(version)[:80])
        digest = member(item, "manifest_sha256", str, where)
        entries[version] = Entry(version, digest, member(item, "released_on", str, where))
    return {version: entries[version] for version in sort_versions(entries)}


def index_bytes(entries: dict[str, Entry]) -> bytes:
    """Return an index as canonical JSON."""
    listed = {version: asdict(entry) for version, entry in entries.items()}
    for item in listed.values():
        del item["version"]
    return canonical_json({"format": FORMAT, "versions": listed})


def find_manifest(store: Store, version: str) -> Manifest:
    """Return the manifest of an exact version, retracted or not.

    Raises:
        UsageError: the store has no such version, with those that it has.

    """
    parse_version(version)
    entries = read_index(store)
    return read_manifest(store, entries[choose_version(version, entries, (), store.name)])


def read_manifest(store: Store, entry: Entry) -> Manifest:
    """Return the manifest of a listed version.

    Raises:
        ReleaseError: it is missing, not the one that the index names, or not to be trusted.

    """
    path = store.folder / entry.version / MANIFEST
    if path.is_symlink() or path.parent.is_symlink():
        raise ReleaseError("a link in place of a version", where=str(path), todo="refused")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReleaseError(
            f"the manifest of {entry.version} cannot be read: {error.strerror}",
            where=str(path),
            todo="pull or release the version again",
        ) from error
    digest = sha256(data).hexdigest()
    if digest != entry.manifest_sha256:
        raise ReleaseError(
            "a manifest is not the one that the index names",
            where=str(path),
            expected=f"sha256 {entry.manifest_sha256}",
            got=f"sha256 {digest}",
        )
    manifest = parse_manifest(data, str(path))
    if manifest.version != entry.version:
        raise ReleaseError(
            "a manifest of another version", where=str(path), expected=entry.version, got=manifest.version
        )
    return manifest


def table_file(store: Store, manifest: Manifest, table: str) -> Path:
    """Return the path of a table's Parquet file, verified.

    Raises:
        UsageError: the version has no such table.
        ReleaseError: the file is not what the manifest says.

    """
    names = [listed.name for listed in manifest.tables]
    choose_name(table, names, "table", f"version {manifest.version}")
    found = next(listed for listed in manifest.tables if listed.name == table)
    path = store.folder / manifest.version / found.path
    verify_once(path, manifest.file(found.path))
    return path


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
    entries = read_index(Store(str(folder), folder))
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
