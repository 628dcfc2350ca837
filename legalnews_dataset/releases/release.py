"""Release: a built folder becomes an immutable version of a store."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from legalnews_dataset import __version__
from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.built import ACCURACY, LINKS, Built, read_built
from legalnews_dataset.releases.bump import FIRST_VERSION, check_version
from legalnews_dataset.releases.card import write_card
from legalnews_dataset.releases.commit import add_version, writing
from legalnews_dataset.releases.diff import Diff, Side, diff_versions
from legalnews_dataset.releases.freeze import files_of, write_tables
from legalnews_dataset.releases.history import HISTORY, history_table, read_history
from legalnews_dataset.releases.manifest import MANIFEST, Manifest, manifest_bytes
from legalnews_dataset.releases.package import write_package
from legalnews_dataset.releases.prepare import Prepared, Previous, newest, prepare
from legalnews_dataset.releases.recover import finish_interrupted
from legalnews_dataset.releases.retract import read_retractions
from legalnews_dataset.releases.store import Store, read_index
from legalnews_dataset.releases.tell import write_diff
from legalnews_dataset.releases.versions import parse_version
from legalnews_dataset.releases.withhold import write_withheld
from legalnews_dataset.tables.contract import CODEBOOK_VERSION, SCHEMA_VERSION
from legalnews_dataset.tables.parquet import write_parquet
from legalnews_dataset.tables.report import report_json

CHANGES = "changes"


def release(
    folder: Path,
    store: Store,
    version: str | None = None,
    *,
    because: str | None = None,
    released_on: date | None = None,
    withhold_unstated: bool = False,
) -> Manifest:
    """Check a built folder once more and freeze it as a version of a store.

    Case and entity ids are carried from the newest version, what was retracted stays out, text that may not be handed
    on is withheld, and the version's number is held against what changed.

    Args:
        folder: the seven tables, as `legalnews build` writes them.
        store: a local store; it is made where there is none.
        version: the version's number; None for the smallest that the data demand.
        because: why rows of the newest version are gone, where neither a merge nor a retraction says it.
        released_on: the day of the release; None for today.
        withhold_unstated: whether to withhold the text of articles that state no licence, too.

    Returns:
        The manifest of the new version.

    Raises:
        UsageError: the store is not a local folder, or the number is none.
        DataError: the tables break the contract.
        ReleaseError: the number is too small or taken, rows are gone without a reason, or the store cannot be written.

    """
    if version is not None:
        parse_version(version)
    if store.url:
        raise UsageError("a release is written to a folder", got=store.name, todo="`legalnews publish` copies it on")
    built = read_built(folder)
    with writing(store.folder):
        finished = finish_interrupted(store)
        previous = newest(store)
        if version in read_index(store) and version != finished:
            raise ReleaseError(f"version {version} exists already", where=store.name, todo="versions never change")
        taken_back, unstated = read_retractions(store.folder), not withhold_unstated
        ready = prepare(built, previous, taken_back, because=because, unstated=unstated)
        with _staged(store.folder) as staged:
            draft = _draft(staged, ready, built, previous, because, released_on or date.today())
            diff = _compare(staged, draft, ready, previous)
            if finished and previous and diff and diff.level == "patch" and version in {None, finished}:
                return previous.manifest
            number = check_version(version, diff.before, diff.level, diff.why) if diff else version or FIRST_VERSION
            manifest = _complete(staged, draft, ready, built, previous, diff, number)
            add_version(store.folder, staged, manifest)
    return manifest


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a folder beside the versions, which is gone afterwards unless it was moved to its place."""
    staged = Path(tempfile.mkdtemp(prefix=".release.", suffix=".tmp", dir=folder))
    try:
        staged.chmod(0o755)
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _draft(
    staged: Path, ready: Prepared, built: Built, previous: Previous | None, because: str | None, day: date
) -> Manifest:
    """Write the tables and return their manifest, as far as it is known before the comparison."""
    return Manifest(
        version=FIRST_VERSION,
        previous=previous.manifest.version if previous else None,
        released_on=day.isoformat(),
        schema=SCHEMA_VERSION,
        codebook=CODEBOOK_VERSION,
        content_change="append_only",
        because=because,
        builder=built.builder or {"legalnews_dataset": __version__},
        inputs=built.inputs,
        tables=write_tables(ready.tables, staged),
        files=(),
    )


def _compare(staged: Path, draft: Manifest, ready: Prepared, previous: Previous | None) -> Diff | None:
    """Compare with the previous version, write every change, and see that what is gone has a reason.

    Raises:
        ReleaseError: rows are gone without a reason, or the comparison cannot be made.

    """
    if previous is None:
        return None
    before, after = Side(previous.manifest, previous.folder), Side(draft, staged)
    diff = diff_versions(before, after, changes=staged / CHANGES, explained=ready.explained)
    lost = {table.name: table.unexplained for table in diff.tables if table.unexplained}
    if lost and not draft.because:
        told = ", ".join(f"{count:,} of {name}" for name, count in lost.items())
        first = next(
            change.key
            for table in diff.tables
            if table.unexplained
            for change in table.samples
            if change.op == "removed"
        )
        raise ReleaseError(
            f"rows of {previous.manifest.version} are gone without a reason",
            got=f"{told} (such as {first})",
            todo='say why with --because "…", or retract them',
        )
    return diff


def _complete(
    staged: Path,
    draft: Manifest,
    ready: Prepared,
    built: Built,
    previous: Previous | None,
    diff: Diff | None,
    number: str,
) -> Manifest:
    """Write everything beside the tables, the manifest last, and return it."""
    manifest = replace(draft, version=number, content_change=diff.content_change if diff else "append_only")
    diff = diff and replace(diff, after=number)
    known = read_history(previous.folder) if previous else ()
    moved = tuple(replace(row, since=number) for row in ready.moved)
    write_parquet(history_table((*known, *moved)), staged / HISTORY)
    (staged / "validation.json").write_text(json.dumps(report_json(ready.report), indent=2) + "\n", encoding="utf-8")
    if ready.links is not None:
        write_parquet(ready.links, staged / LINKS)
    if built.accuracy:
        (staged / ACCURACY).write_bytes(built.accuracy)
    write_diff(diff, staged)
    write_withheld(ready.withheld, staged)
    write_package(ready.tables, manifest, staged)
    write_card(manifest, diff, ready.tables, ready.withheld, built.accuracy, staged)
    manifest = replace(manifest, files=files_of(staged))
    (staged / MANIFEST).write_bytes(manifest_bytes(manifest))
    return manifest
