"""Write, check and upgrade a project's lockfile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from legalnews_dataset.releases.cache import write_atomically
from legalnews_dataset.releases.compare import compare
from legalnews_dataset.releases.diff import Diff
from legalnews_dataset.releases.lock import Lock, drift_of, lock_text, make_lock, parse_uses, read_lock
from legalnews_dataset.releases.store import open_store
from legalnews_dataset.releases.tell import diff_text


def write(path: Path, asked: str | None, uses: Sequence[str], store: str | None) -> str:
    """Write a lockfile and return the version that it pins.

    Args:
        path: the lockfile.
        asked: a version or a range; None for the newest version that is not retracted.
        uses: tables and columns that the project reads, such as `quotes:quote_id,text`; none for everything.
        store: the store; None for the one that ships.

    """
    lock = make_lock(open_store(store), asked or "*", parse_uses(uses), store)
    write_atomically(path.absolute(), lock_text(lock).encode())
    return lock.version


def check(path: Path, store: str | None) -> list[str]:
    """Return how the data differ from what a lockfile pins."""
    lock = read_lock(path)
    return list(drift_of(lock, open_store(store or lock.store)))


def upgrade(path: Path, asked: str | None, store: str | None) -> str:
    """Move a lockfile to the newest version of its range, and tell what changes in the columns that it lists.

    Args:
        path: the lockfile.
        asked: another range; None for that of the lockfile.
        store: another store; None for that of the lockfile.

    """
    old = read_lock(path)
    named = store or old.store
    opened = open_store(named)
    new = make_lock(opened, asked or old.range, old.uses, named)
    if new.version == old.version:
        write_atomically(path.absolute(), lock_text(new).encode())
        return f"{path}: {old.version} is the newest version in {new.range}"
    told = diff_text(only_used(compare(opened, old.version, new.version), old))
    write_atomically(path.absolute(), lock_text(new).encode())
    return f"{told}\n{path}: upgraded from {old.version} to {new.version}"


def only_used(diff: Diff, lock: Lock) -> Diff:
    """Return a comparison limited to the tables and columns that a project reads."""
    uses = lock.uses
    schema = tuple(
        change
        for change in diff.schema
        if not change.table or (change.table in uses and (change.column is None or change.column in uses[change.table]))
    )
    tables = []
    for table in diff.tables:
        if table.name in uses:
            columns = tuple(column for column in table.columns if column.name in uses[table.name])
            samples = tuple(s for s in table.samples if s.column is None or s.column in uses[table.name])
            tables.append(replace(table, columns=columns, samples=samples))
    return replace(diff, schema=schema, tables=tuple(tables))
