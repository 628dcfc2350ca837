"""Finish what was cut off between the move of a version to its place and its entry in the index."""

from __future__ import annotations

from legalnews_dataset.errors import LegalNewsError, ReleaseError
from legalnews_dataset.releases.commit import list_version
from legalnews_dataset.releases.manifest import MANIFEST, parse_manifest
from legalnews_dataset.releases.store import Store, read_index
from legalnews_dataset.releases.verify import problems_of
from legalnews_dataset.releases.versions import is_version


def finish_interrupted(store: Store) -> str | None:
    """List a version that stood in its place when its release was cut off, and return its number.

    Args:
        store: a local store, whose lock must be held.

    Raises:
        ReleaseError: a folder has a version's name but is not what its manifest says.

    """
    listed, found = read_index(store), None
    for path in sorted(store.folder.iterdir()):
        if not (path.is_dir() and is_version(path.name)) or path.name in listed:
            continue
        try:
            manifest = parse_manifest((path / MANIFEST).read_bytes(), str(path / MANIFEST))
            wrong = [*problems_of(path, manifest)] or ([] if manifest.version == path.name else [manifest.version])
        except (OSError, LegalNewsError) as error:
            wrong = [str(error)]
        if wrong:
            raise ReleaseError(
                "a folder with a version's name is no whole version", where=str(path), got=wrong[0], todo="move it away"
            )
        list_version(store.folder, manifest)
        found = manifest.version
    return found
