"""Publish: copy versions from a local store to another place, every byte read back, the index last."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.network import is_web
from legalnews_dataset.releases import bucket
from legalnews_dataset.releases.cache import verify_file, write_atomically
from legalnews_dataset.releases.canonical import MAX_JSON_BYTES
from legalnews_dataset.releases.commit import add_version, writing
from legalnews_dataset.releases.index import INDEX, Entry, index_bytes, parse_index
from legalnews_dataset.releases.manifest import MANIFEST, File, Manifest
from legalnews_dataset.releases.recover import finish_interrupted
from legalnews_dataset.releases.retract import (
    RETRACTIONS,
    merge_retractions,
    parse_retractions,
    read_retractions,
    retractions_bytes,
)
from legalnews_dataset.releases.store import Store, read_index, read_manifest
from legalnews_dataset.releases.transport import read_bytes
from legalnews_dataset.releases.versions import choose_name


@dataclass(frozen=True, slots=True)
class Step:
    """A file to publish: the version, the path in it, its size, and whether it is there already."""

    version: str
    path: str
    bytes: int
    present: bool


def publish(
    source: Store,
    target: Store,
    versions: tuple[str, ...] = (),
    *,
    dry_run: bool = False,
    on_step: Callable[[Step], None] = lambda step: None,
) -> tuple[Step, ...]:
    """Copy versions and retractions to another store.

    Published twice, or again after a crash, it copies what is missing. Two publishers of one version must agree on
    every byte of it; two publishers of two versions both end up in the index.

    Args:
        source: a local store.
        target: a folder, or an address that can be written.
        versions: the versions; none for all that the target lacks.
        dry_run: plan only.
        on_step: called with each file once it is there.

    Returns:
        The files of the versions that the target lacked, or lacks.

    Raises:
        UsageError: no such version, or a target that cannot be written.
        ReleaseError: the target has another version of the same number, or cannot be reached.

    """
    if source.url:
        raise UsageError("a store is published from a folder", got=source.name, todo="`legalnews pull` fetches it")
    if target.url and is_web(target.url):
        raise UsageError(
            "a web server cannot be written", where=target.name, todo="publish to the folder or bucket that it serves"
        )
    ours = read_index(source)
    for version in versions:
        choose_name(version, tuple(ours), "version", source.name)
    theirs = _their_index(target)
    missing = []
    for version in versions or tuple(ours):
        if version not in theirs:
            missing.append(read_manifest(source, ours[version]))
        else:
            _check_same(target, theirs[version], ours[version])
    plan = tuple(step for manifest in missing for step in _steps(manifest, source, target))
    if not dry_run:
        for manifest in missing:
            steps = tuple(step for step in plan if step.version == manifest.version)
            if target.url:
                _upload(source, target, target.url, manifest, ours[manifest.version], steps, on_step)
            else:
                _copy(source, target, manifest, steps, on_step)
        _publish_retractions(source, target)
    return plan


def _check_same(target: Store, theirs: Entry, ours: Entry) -> None:
    if theirs.manifest_sha256 != ours.manifest_sha256:
        raise ReleaseError(
            f"the target has another {ours.version}; versions never change",
            where=target.name,
            expected=f"manifest sha256 {ours.manifest_sha256}",
            got=f"manifest sha256 {theirs.manifest_sha256}",
        )


def _their_index(target: Store) -> dict[str, Entry]:
    if not target.url:
        return read_index(target) if target.folder.is_dir() else {}
    data = read_bytes(target.url, INDEX, MAX_JSON_BYTES)
    return parse_index(data, f"{target.url}/{INDEX}") if data else {}


def _steps(manifest: Manifest, source: Store, target: Store) -> list[Step]:
    files = [*manifest.files, _manifest_file(source, manifest)]
    sizes = bucket.sizes(target.url, manifest.version) if target.url else {}
    return [Step(manifest.version, file.path, file.bytes, sizes.get(file.path) == file.bytes) for file in files]


def _manifest_file(source: Store, manifest: Manifest) -> File:
    data = (source.folder / manifest.version / MANIFEST).read_bytes()
    return File(MANIFEST, len(data), sha256(data).hexdigest())


def _copy(
    source: Store, target: Store, manifest: Manifest, steps: tuple[Step, ...], on_step: Callable[[Step], None]
) -> None:
    """Copy a version into another folder as a release would write it."""
    with writing(target.folder):
        finish_interrupted(target)
        if manifest.version in read_index(target):
            _check_same(target, read_index(target)[manifest.version], read_index(source)[manifest.version])
            return
        staged = Path(tempfile.mkdtemp(prefix=".publish.", suffix=".tmp", dir=target.folder))
        try:
            for step in steps:
                place = staged / step.path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source.folder / step.version / step.path, place)
                on_step(step)
            staged.chmod(0o755)
            add_version(target.folder, staged, manifest)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _upload(
    source: Store,
    target: Store,
    url: str,
    manifest: Manifest,
    entry: Entry,
    steps: tuple[Step, ...],
    on_step: Callable[[Step], None],
) -> None:
    """Upload a version: its manifest first, which claims the number, then its files, then the index.

    Raises:
        ReleaseError: another publisher claimed the number for other bytes.

    """
    folder = source.folder / manifest.version
    for file in manifest.files:
        verify_file(folder / file.path, file)
    data = (folder / MANIFEST).read_bytes()
    claimed = bucket.put_new(url, f"{manifest.version}/{MANIFEST}", data)
    if claimed != data:
        raise ReleaseError(
            f"another publisher claimed {manifest.version} for other data",
            where=f"{url}/{manifest.version}/{MANIFEST}",
            expected=f"sha256 {entry.manifest_sha256}",
            got=f"sha256 {sha256(claimed).hexdigest()}",
            todo="release under another number, or remove that file if its publisher gave up",
        )
    for step in steps:
        if step.path != MANIFEST:
            file = next(file for file in manifest.files if file.path == step.path)
            bucket.put_file(url, manifest.version, folder / file.path, file, present=step.present)
        on_step(step)

    def listed(now: bytes | None) -> bytes:
        entries = parse_index(now, f"{url}/{INDEX}") if now else {}
        _check_same(target, entries.get(entry.version, entry), entry)
        return index_bytes({**entries, entry.version: entry})

    bucket.update(url, INDEX, listed)


def _publish_retractions(source: Store, target: Store) -> None:
    ours = read_retractions(source.folder)
    if not ours:
        return

    def merged(now: bytes | None) -> bytes:
        theirs = parse_retractions(now, f"{target.name}/{RETRACTIONS}") if now else ()
        return retractions_bytes(merge_retractions(theirs, ours))

    if target.url:
        bucket.update(target.url, RETRACTIONS, merged)
    else:
        with writing(target.folder):
            path = target.folder / RETRACTIONS
            write_atomically(path, merged(path.read_bytes() if path.is_file() else None))
