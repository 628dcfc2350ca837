"""The index of a store: which versions it has, and the sha256 of each one's manifest."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.canonical import canonical_json, member, read_json
from legalnews_dataset.releases.manifest import FORMAT
from legalnews_dataset.releases.versions import is_version, sort_versions

INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A version in an index."""

    version: str
    manifest_sha256: str
    released_on: str


def parse_index(data: bytes, where: str) -> dict[str, Entry]:
    """Return the versions in the bytes of an index, oldest first.

    Raises:
        ReleaseError: they are no index of this format.

    """
    raw = read_json(data, where)
    if member(raw, "format", int, where) != FORMAT:
        raise ReleaseError("an index of another format", where=where, expected=str(FORMAT), got=str(raw["format"]))
    entries = {}
    for version, item in member(raw, "versions", dict, where).items():
        if not is_version(version) or not isinstance(item, dict):
            raise ReleaseError("a bad entry in the index", where=where, got=repr(version)[:80])
        digest = member(item, "manifest_sha256", str, where)
        entries[version] = Entry(version, digest, member(item, "released_on", str, where))
    return {version: entries[version] for version in sort_versions(entries)}


def index_bytes(entries: dict[str, Entry]) -> bytes:
    """Return an index as canonical JSON."""
    listed = {version: asdict(entry) for version, entry in entries.items()}
    for item in listed.values():
        del item["version"]
    return canonical_json({"format": FORMAT, "versions": listed})
