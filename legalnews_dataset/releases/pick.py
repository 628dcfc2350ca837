"""Pick the version that was asked for, never another, and find what retractions hide in it."""

from __future__ import annotations

import warnings

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.retract import Hidden, hidden_keys, read_retractions, retracted_versions
from legalnews_dataset.releases.store import Store, read_index, read_manifest, table_file
from legalnews_dataset.releases.versions import choose_version


class UnpinnedWarning(UserWarning):
    """A call that named no version, and therefore may give other data tomorrow."""


def find_version(store: Store, version: str | None, retracted: str) -> Manifest:
    """Return the manifest of the version that was asked for; say which where none was named.

    Raises:
        UsageError: there is none; with those that exist.
        ReleaseError: it was retracted.

    """
    entries = read_index(store, version)
    gone = retracted_versions(read_retractions(store.folder))
    chosen = choose_version(version, entries, gone, store.name)
    if version is None:
        text = f'no version was named: taking {chosen}, the newest; pin it with version="{chosen}"'
        warnings.warn(text, UnpinnedWarning, stacklevel=3)
    if chosen in gone and retracted != "keep":
        why = gone[chosen]
        raise ReleaseError(
            f"version {chosen} was retracted on {why.date}: {why.reason}",
            where=store.name,
            todo=f"use {why.replaced_by or 'another version'}; retracted='keep' loads it in spite of that",
        )
    return read_manifest(store, entries[chosen])


def hidden_rows(store: Store, manifest: Manifest, retracted: str) -> Hidden:
    """Return what retractions hide in a version; nothing where the user keeps it."""
    retractions = () if retracted == "keep" else read_retractions(store.folder)
    if all(item.kind == "version" for item in retractions):
        return Hidden()
    import pyarrow.parquet as pq

    return hidden_keys(
        retractions,
        manifest.tables,
        lambda table, columns: pq.read_table(table_file(store, manifest, table), columns=columns),
    )
