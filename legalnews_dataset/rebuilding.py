"""Build a released version again from its inputs, and hold it against what was released."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from legalnews_dataset.articles.read import Inputs
from legalnews_dataset.articles.source import Source, fingerprint, list_sources
from legalnews_dataset.errors import UsageError
from legalnews_dataset.pipeline import build
from legalnews_dataset.releases.cache import write_atomically
from legalnews_dataset.releases.index import INDEX, index_bytes
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.pull import pull
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import RETRACTIONS, read_retractions, retractions_bytes
from legalnews_dataset.releases.store import Store, find_manifest, open_store, read_index, version_file
from legalnews_dataset.releases.withhold import WITHHELD, read_withheld


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A table of the rebuilt version: whether its file has the same bytes, and whether it has the same values."""

    table: str
    same_bytes: bool
    same_values: bool


def rebuild(store: Store, version: str, inputs: Inputs, workers: int | None = None) -> tuple[Rebuilt, ...]:
    """Build a version again and compare each table; another pyarrow gives other bytes of the same values.

    Args:
        store: where the version is.
        version: the version.
        inputs: files and folders that hold the inputs of its manifest, found by their sha256; others are ignored.
        workers: processes to extract with; None for one per core.

    Raises:
        UsageError: no such version, or an input of the manifest is not among the files.
        DataError: what is built today breaks the contract.
        ReleaseError: what is built today cannot follow the version before.

    """
    manifest = find_manifest(store, version)
    files = _inputs(manifest, inputs)
    withheld = read_withheld(version_file(store, manifest, WITHHELD).parent)
    with TemporaryDirectory() as temporary:
        place = Path(temporary)
        build(files, place / "built", workers=workers)
        again = release(
            place / "built",
            _as_it_was(store, manifest, place / "store"),
            version,
            because=manifest.because,
            released_on=date.fromisoformat(manifest.released_on),
            withhold_unstated=any(not article.licence for article in withheld),
        )
    files_now = {file.path: file.sha256 for file in again.files}
    files_then = {file.path: file.sha256 for file in manifest.files}
    values = {table.name: table.sha256 for table in again.tables}
    return tuple(
        Rebuilt(table.name, files_now.get(table.path) == files_then[table.path], values.get(table.name) == table.sha256)
        for table in manifest.tables
    )


def _inputs(manifest: Manifest, inputs: Inputs) -> list[Source]:
    """Return the files that the version was built from."""
    if not manifest.inputs:
        raise UsageError(f"version {manifest.version} does not say what it was built from")
    found = {fingerprint(source)[2]: source for source in list_sources(inputs)}
    missing = [item.name for item in manifest.inputs if item.sha256 not in found]
    if missing:
        raise UsageError(
            f"inputs of {manifest.version} are not among these files",
            got=f"no file with the sha256 of {', '.join(missing[:5])}",
            todo="name the files or folders that hold them",
        )
    return [found[item.sha256] for item in manifest.inputs]


def _as_it_was(store: Store, manifest: Manifest, folder: Path) -> Store:
    """Return a store with the version before the released one alone, and the retractions until that day."""
    folder.mkdir()
    if manifest.previous:
        pull(store, manifest.previous)
        shutil.copytree(store.folder / manifest.previous, folder / manifest.previous)
        entry = read_index(store, manifest.previous)[manifest.previous]
        write_atomically(folder / INDEX, index_bytes({manifest.previous: entry}))
    known = tuple(item for item in read_retractions(store.folder) if item.date <= manifest.released_on)
    write_atomically(folder / RETRACTIONS, retractions_bytes(known))
    return open_store(folder)
