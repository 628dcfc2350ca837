"""Pull: fetch a version into the user's cache, verified, so that it loads without the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases import mirror
from legalnews_dataset.releases.cache import verify_file
from legalnews_dataset.releases.manifest import File, Manifest
from legalnews_dataset.releases.retract import read_retractions, retracted_versions
from legalnews_dataset.releases.store import Store, find_table, read_index, read_manifest
from legalnews_dataset.releases.versions import choose_version


def pull(
    store: Store,
    version: str,
    tables: Sequence[str] = (),
    *,
    on_file: Callable[[File, bool], None] = lambda file, fetched: None,
) -> Manifest:
    """Fetch the files of a version that are not in the cache yet, or that are not whole there.

    Args:
        store: a store at an address; the files of a local one are only verified.
        version: a version or a range.
        tables: fetch these tables alone; none for every file.
        on_file: called with each file and whether it was fetched.

    Returns:
        The version's manifest.

    Raises:
        UsageError: no such store, version or table.
        ReleaseError: a file cannot be fetched, or is not what the manifest says.

    """
    entries = read_index(store, None if store.url else version)
    gone = retracted_versions(read_retractions(store.folder))
    chosen = choose_version(version, entries, gone, store.name)
    manifest = read_manifest(store, entries[chosen])
    wanted = {find_table(manifest, name).path for name in tables}
    for file in manifest.files:
        if wanted and file.path not in wanted:
            continue
        place = store.folder / chosen / file.path
        try:
            verify_file(place, file)
            fetched = False
        except ReleaseError:
            if not store.url:
                raise
            place.unlink(missing_ok=True)
            mirror.fetch_file(store.url, store.folder, chosen, file)
            fetched = True
        on_file(file, fetched)
    return manifest
