"""A store: a place with `index.json`, `retractions.json` and one folder for each version.

A version becomes visible when the index lists it, and the index is the last file that is written. A store that is
reached through an address is read through its mirror in the user's cache.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.cache import mirror_folder, verify_once
from legalnews_dataset.releases.index import INDEX, Entry, parse_index
from legalnews_dataset.releases.manifest import MANIFEST, Manifest, Table, check_manifest
from legalnews_dataset.releases.versions import choose_name, choose_version, parse_version

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


def open_store(where: str | Path | None = None) -> Store:
    """Return the store at a path or an address.

    Args:
        where: a folder, or an address such as `https://…`, `s3://…`, `gs://…` or `hf://…`; None for the one that
            `LEGALNEWS_STORE` names, else the one that ships with the package.

    """
    named = where if where is not None else os.environ.get("LEGALNEWS_STORE")
    if named is None:
        return Store("the store of the package", shipped_store())
    name = str(named).removeprefix("file://")
    if isinstance(named, str) and re.match(r"[a-z][a-z0-9+]*://", name):
        return Store(name, mirror_folder(name), name.rstrip("/"))
    return Store(name, Path(name).expanduser().absolute())


def shipped_store() -> Path:
    """Return the folder of the store that ships: inside an installed wheel, else the checkout's `data/releases`."""
    inside = PACKAGE / "_releases"
    return inside if inside.is_dir() else PACKAGE.parent / "data" / "releases"


def read_index(store: Store, version: str | None = None) -> dict[str, Entry]:
    """Return the versions that a store lists, oldest first.

    Args:
        store: the store; one at an address is asked again, unless the version is already in its mirror.
        version: the version or range that the caller is going to read; None for any.

    Raises:
        UsageError: there is no store.
        ReleaseError: the index cannot be read.

    """
    if store.url:
        from legalnews_dataset.releases import mirror

        return mirror.read_index(store.url, store.folder, version)
    path = store.folder / INDEX
    if not store.folder.is_dir():
        raise UsageError("no store", where=store.name, todo="`legalnews release DIR --store STORE` starts one")
    return parse_index(path.read_bytes(), str(path)) if path.is_file() else {}


def find_manifest(store: Store, version: str) -> Manifest:
    """Return the manifest of an exact version, retracted or not.

    Raises:
        UsageError: the store has no such version, with those that it has.

    """
    parse_version(version)
    entries = read_index(store, version)
    return read_manifest(store, entries[choose_version(version, entries, (), store.name)])


def read_manifest(store: Store, entry: Entry) -> Manifest:
    """Return the manifest of a listed version.

    Raises:
        ReleaseError: it is missing, not the one that the index names, or not to be trusted.

    """
    path = store.folder / entry.version / MANIFEST
    if path.is_symlink() or path.parent.is_symlink():
        raise ReleaseError("a link in place of a version", where=str(path), todo="refused")
    if store.url and not path.is_file():
        from legalnews_dataset.releases import mirror

        mirror.fetch_manifest(store.url, store.folder, entry)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReleaseError(
            f"the manifest of {entry.version} cannot be read: {error.strerror}",
            where=str(path),
            todo="pull or release the version again",
        ) from error
    return check_manifest(data, entry.version, entry.manifest_sha256, str(path))


def find_table(manifest: Manifest, name: str) -> Table:
    """Return what the manifest says of a table.

    Raises:
        UsageError: the version has no such table, with those that it has.

    """
    choose_name(name, [table.name for table in manifest.tables], "table", f"version {manifest.version}")
    return next(table for table in manifest.tables if table.name == name)


def table_file(store: Store, manifest: Manifest, table: str) -> Path:
    """Return the path of a table's Parquet file, verified.

    Raises:
        UsageError: the version has no such table.
        ReleaseError: the file is not what the manifest says.

    """
    return version_file(store, manifest, find_table(manifest, table).path)


def version_file(store: Store, manifest: Manifest, path: str) -> Path:
    """Return the path of a file of a version, verified; it is fetched into the mirror if need be.

    Raises:
        ReleaseError: the version has no such file, or the file is not what the manifest says.

    """
    file = manifest.file(path)
    if file is None:
        raise ReleaseError(f"version {manifest.version} has no file {path!r}", where=store.name)
    place = store.folder / manifest.version / path
    if store.url and not place.exists():
        from legalnews_dataset.releases import mirror

        mirror.fetch_file(store.url, store.folder, manifest.version, file)
    verify_once(place, file)
    return place
