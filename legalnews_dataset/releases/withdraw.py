"""Take a version, an article or a row back: find what is meant, and append it to the store's retractions."""

from __future__ import annotations

from datetime import date

from legalnews_dataset.errors import UsageError
from legalnews_dataset.releases.commit import writing
from legalnews_dataset.releases.retract import Retraction, add_retraction
from legalnews_dataset.releases.store import Store, read_index, read_manifest, table_file
from legalnews_dataset.releases.versions import is_version


def withdraw(
    store: Store, what: str, because: str, replaced_by: str | None = None, on: date | None = None
) -> Retraction:
    """Retract something from every version of a local store.

    Args:
        store: the store.
        what: a version, the id of an article, or the id of a row of any other table.
        because: the reason, which users are told.
        replaced_by: the version or id to use in its place.
        on: the day of the retraction; None for today.

    Raises:
        UsageError: nothing in any version has that id, or the store is at an address.

    """
    if store.url:
        raise UsageError("a retraction is written to a folder", got=store.name, todo="`legalnews publish` sends it on")
    if not because.strip():
        raise UsageError("a retraction needs a reason")
    item = Retraction(_kind(store, what), what, (on or date.today()).isoformat(), because, replaced_by)
    with writing(store.folder):
        add_retraction(store.folder, item)
    return item


def _kind(store: Store, what: str) -> str:
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    entries = read_index(store)
    if is_version(what):
        if what in entries:
            return "version"
        raise UsageError(f"no version {what}", where=store.name, got=", ".join(entries) or "a store without versions")
    for entry in reversed(entries.values()):
        manifest = read_manifest(store, entry)
        for table in manifest.tables:
            keys = pq.read_table(table_file(store, manifest, table.name), columns=[table.key[0]]).column(0)
            if pc.index(keys, what).as_py() >= 0:
                return "article" if table.name == "articles" else "row"
    raise UsageError("nothing in any version has this id", where=store.name, got=repr(what))
