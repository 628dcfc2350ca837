"""Compare two versions of a store."""

from __future__ import annotations

from legalnews_dataset.releases.diff import Diff, Side, diff_versions
from legalnews_dataset.releases.history import read_history
from legalnews_dataset.releases.store import Store, find_manifest, table_file


def compare(store: Store, before: str, after: str) -> Diff:
    """Return what changed from one version of a store to another; their files are verified first.

    Raises:
        UsageError: there is no such version.
        ReleaseError: a file is not what its manifest says, or the versions cannot be compared.

    """
    one, other = _side(store, before), _side(store, after)
    merged = {row.old_id: None for row in read_history(other.folder) if row.change == "merged"}
    return diff_versions(one, other, explained=merged)


def _side(store: Store, version: str) -> Side:
    manifest = find_manifest(store, version)
    for table in manifest.tables:
        table_file(store, manifest, table.name)
    return Side(manifest, store.folder / manifest.version)
