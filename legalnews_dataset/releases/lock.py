"""The lockfile of a downstream project: a range, the version in it, and the digests of what the project uses."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.canonical import member
from legalnews_dataset.releases.index import Entry
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.retract import read_retractions, retracted_versions
from legalnews_dataset.releases.store import Store, find_table, read_index, read_manifest
from legalnews_dataset.releases.verify import problems_of
from legalnews_dataset.releases.versions import choose_name, choose_version, in_range

HEAD = "# Written by `legalnews lock`; `legalnews lock --check` fails where the data are not these any more.\n"


@dataclass(frozen=True, slots=True)
class LockedTable:
    """A table that a project uses: its logical digest, and those of the columns that it reads."""

    name: str
    sha256: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Lock:
    """What a project pins; `store` is None for the store that ships with the package."""

    store: str | None
    range: str
    version: str
    manifest_sha256: str
    tables: tuple[LockedTable, ...]

    @property
    def uses(self) -> dict[str, tuple[str, ...]]:
        """The columns that the project reads, by table."""
        return {table.name: tuple(table.columns) for table in self.tables}


def make_lock(store: Store, asked: str, uses: Mapping[str, Sequence[str]], named: str | None) -> Lock:
    """Return a lock on the newest version of a range that is not retracted.

    Args:
        store: where the version is.
        asked: a version or a range.
        uses: the columns that the project reads, by table; no columns means all of them, no table all tables.
        named: how the lockfile calls the store; None for the one that ships.

    Raises:
        UsageError: no such version, table or column.
        ReleaseError: the version was retracted.

    """
    entries, gone = read_index(store, asked), retracted_versions(read_retractions(store.folder))
    version = choose_version(asked, entries, gone, store.name)
    if version in gone:
        raise ReleaseError(f"version {version} was retracted: {gone[version].reason}", where=store.name)
    manifest = read_manifest(store, entries[version])
    used = uses or {table.name: () for table in manifest.tables}
    tables = tuple(_lock_table(manifest, name, columns) for name, columns in used.items())
    return Lock(named, asked, version, entries[version].manifest_sha256, tables)


def drift_of(lock: Lock, store: Store) -> Iterator[str]:
    """Yield how a store differs from what a lock pins; the files that the project uses are hashed again."""
    entries = read_index(store, lock.version)
    if lock.version not in entries:
        yield f"version {lock.version} is not in the store any more ({store.name})"
        return
    gone = retracted_versions(read_retractions(store.folder)).get(lock.version)
    if gone:
        yield f"version {lock.version} was retracted on {gone.date}: {gone.reason}; use {gone.replaced_by or 'another'}"
    found = entries[lock.version].manifest_sha256
    if found != lock.manifest_sha256:
        yield f"another manifest of {lock.version}; expected {lock.manifest_sha256}; got {found}"
    manifest = read_manifest(store, entries[lock.version])
    for table in lock.tables:
        now = manifest.table(table.name)
        if now is None:
            yield f"no table {table.name} any more"
            continue
        if now.sha256 != table.sha256:
            yield f"other values in {table.name}; expected {table.sha256}; got {now.sha256}"
        for name, digest in table.columns.items():
            column = now.column(name)
            if column is None:
                yield f"no column {table.name}.{name} any more"
            elif column.sha256 != digest:
                yield f"other values in {table.name}.{name}; expected {digest}; got {column.sha256}"
    present = tuple(table.name for table in lock.tables if manifest.table(table.name))
    pulled = tuple(name for name in present if _is_here(store, manifest, name))
    yield from problems_of(store.folder / lock.version, manifest, pulled)


def pinned(path: Path, table: str, version: str | None, columns: Sequence[str] | None) -> tuple[Lock, list[str]]:
    """Return a lock and the columns of a table to read under it.

    Raises:
        UsageError: the lock pins another version, or does not list the table or a column.

    """
    lock = read_lock(path)
    if version is not None and not in_range(lock.version, version):
        raise UsageError(
            "the lock pins another version",
            where=str(path),
            expected=version,
            got=lock.version,
            todo="name one of them",
        )
    choose_name(table, tuple(lock.uses), "table", f"{path}; `legalnews lock --use {table}` adds it")
    listed = lock.uses[table]
    for column in columns or ():
        choose_name(column, listed, "column", f"{path}; `legalnews lock --use {table}:{column}` adds it")
    return lock, list(listed if columns is None else columns)


def check_entry(lock: Lock, entry: Entry, path: Path) -> None:
    """See that the index names the manifest that the lock pins.

    Raises:
        ReleaseError: it is another one.

    """
    if entry.manifest_sha256 != lock.manifest_sha256:
        raise ReleaseError(
            f"version {lock.version} is not the one that the lock pins",
            where=str(path),
            expected=f"manifest sha256 {lock.manifest_sha256}",
            got=f"manifest sha256 {entry.manifest_sha256}",
            todo="`legalnews lock --check` says what differs",
        )


def lock_text(lock: Lock) -> str:
    """Return a lock as TOML."""
    lines = [HEAD + "format = 1"]
    if lock.store:
        lines.append(f"store = {_quoted(lock.store)}")
    lines += [
        f"range = {_quoted(lock.range)}",
        f"version = {_quoted(lock.version)}",
        f"manifest_sha256 = {_quoted(lock.manifest_sha256)}",
    ]
    for table in lock.tables:
        lines += ["", f"[tables.{table.name}]", f"sha256 = {_quoted(table.sha256)}", f"[tables.{table.name}.columns]"]
        lines += [f"{name} = {_quoted(digest)}" for name, digest in table.columns.items()]
    return "\n".join(lines) + "\n"


def read_lock(path: Path) -> Lock:
    """Return the lock in a file.

    Raises:
        UsageError: there is no such file, or it is no lock.

    """
    where = str(path)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"no lock can be read: {error}", where=where, todo="`legalnews lock` writes one") from error
    try:
        tables = member(raw, "tables", dict, where)
        return Lock(
            member(raw, "store", str, where) if "store" in raw else None,
            member(raw, "range", str, where),
            member(raw, "version", str, where),
            member(raw, "manifest_sha256", str, where),
            tuple(_read_table(name, member(tables, name, dict, where), where) for name in tables),
        )
    except ReleaseError as error:
        raise UsageError(f"no lock: {error}", todo="`legalnews lock` writes one") from error


def parse_uses(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the columns by table of `quotes:quote_id,text` and the like.

    >>> parse_uses(["awards", "quotes:quote_id,text"])
    {'awards': (), 'quotes': ('quote_id', 'text')}
    """
    split = [word.partition(":") for word in words]
    return {table: tuple(filter(None, columns.split(","))) for table, _, columns in split}


def _lock_table(manifest: Manifest, name: str, columns: Sequence[str]) -> LockedTable:
    table = find_table(manifest, name)
    digests = {column.name: column.sha256 for column in table.columns}
    for column in columns:
        choose_name(column, tuple(digests), "column", f"table {name} of {manifest.version}")
    return LockedTable(name, table.sha256, {column: digests[column] for column in columns or digests})


def _read_table(name: str, raw: Mapping[str, Any], where: str) -> LockedTable:
    columns = member(raw, "columns", dict, where)
    return LockedTable(
        name, member(raw, "sha256", str, where), {column: member(columns, column, str, where) for column in columns}
    )


def _is_here(store: Store, manifest: Manifest, table: str) -> bool:
    return not store.url or (store.folder / manifest.version / find_table(manifest, table).path).exists()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
