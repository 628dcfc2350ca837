"""The manifest of a version: what it holds, down to the sha256 of every file and of every column's values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.canonical import canonical_json, json_sha256, member, read_json
from legalnews_dataset.releases.versions import is_version

FORMAT = 1
MANIFEST = "manifest.json"
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a version: its path in the version's folder with forward slashes, its size and its sha256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Input:
    """A file of articles that the tables were made from: its name, size and sha256."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `enum` are the labels that it may hold, `references` the tables whose keys its values (of a list: its items) are,
    `sha256` is the logical digest of its values in key order.
    """

    name: str
    type: str
    nullable: bool
    enum: tuple[str, ...]
    references: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `sha256` is the logical digest of its values, `schema_sha256` the fingerprint of its columns."""

    name: str
    path: str
    rows: int
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    schema_sha256: str
    sha256: str

    def column(self, name: str) -> Column | None:
        """Return the column of that name, None where there is none."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version holds.

    `previous` is the version that it was compared with, `schema` and `codebook` the versions of the columns and of
    the labels' meaning, `content_change` one of none, append_only, corrections and removals, `because` the
    maintainer's reason for rows that are gone, `builder` names the code that made the tables, `inputs` the files that
    they were made from.
    """

    version: str
    previous: str | None
    released_on: str
    schema: str
    codebook: str
    content_change: str
    because: str | None
    builder: dict[str, str]
    inputs: tuple[Input, ...]
    tables: tuple[Table, ...]
    files: tuple[File, ...]

    def table(self, name: str) -> Table | None:
        """Return the table of that name, None where there is none."""
        return next((table for table in self.tables if table.name == name), None)

    def file(self, path: str) -> File | None:
        """Return the file of that path, None where there is none."""
        return next((file for file in self.files if file.path == path), None)


def schema_sha256(columns: tuple[Column, ...], key: tuple[str, ...]) -> str:
    """Return the fingerprint of a table's columns and key, whatever their order."""
    return json_sha256([sorted([c.name, c.type, c.nullable, list(c.enum)] for c in columns), list(key)])


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as canonical JSON."""
    return canonical_json({"format": FORMAT, **asdict(manifest)})


def parse_manifest(data: bytes, where: str) -> Manifest:
    """Return the manifest in the bytes, trusting nothing in them.

    Args:
        data: the bytes of a `manifest.json`.
        where: the file or address that they come from, for messages.

    Raises:
        ReleaseError: a value is missing, of another kind or impossible, or a path leads out of the version's folder.

    """
    raw = read_json(data, where)
    if member(raw, "format", int, where) != FORMAT:
        raise ReleaseError(
            "a manifest of another format",
            where=where,
            expected=str(FORMAT),
            got=str(raw["format"]),
            todo="install a newer legalnews-dataset",
        )
    files = tuple(_file(item, where) for item in _objects(raw, "files", where))
    tables = tuple(_table(item, where) for item in _objects(raw, "tables", where))
    _unique((file.path for file in files), "file", where)
    _unique((table.name for table in tables), "table", where)
    sizes = {file.path: file.bytes for file in files}
    for table in tables:
        if table.path not in sizes:
            raise ReleaseError("a table whose file is not listed", where=where, got=table.path)
        if table.rows > sizes[table.path]:
            # every row has a key of its own, so a file has more bytes than rows
            raise ReleaseError(
                f"more rows in {table.name} than its file can hold",
                where=where,
                expected=f"at most {sizes[table.path]:,}",
                got=f"{table.rows:,}",
            )
    previous = member(raw, "previous", (str, type(None)), where)
    version = member(raw, "version", str, where)
    for name in (version, previous):
        if name is not None and not is_version(name):
            raise ReleaseError("not a version", where=where, got=repr(name)[:80])
    builder = member(raw, "builder", dict, where)
    return Manifest(
        version=version,
        previous=previous,
        released_on=member(raw, "released_on", str, where),
        schema=member(raw, "schema", str, where),
        codebook=member(raw, "codebook", str, where),
        content_change=member(raw, "content_change", str, where),
        because=member(raw, "because", (str, type(None)), where),
        builder={key: member(builder, key, str, where) for key in builder},
        inputs=tuple(
            Input(member(i, "name", str, where), _size(i, "bytes", where), _digest(i, "sha256", where))
            for i in _objects(raw, "inputs", where)
        ),
        tables=tables,
        files=files,
    )


def check_manifest(data: bytes, version: str, digest: str, where: str) -> Manifest:
    """Return the manifest in the bytes, which must be the one of this version that an index names.

    Raises:
        ReleaseError: it is another one, or not to be trusted.

    """
    found = sha256(data).hexdigest()
    if found != digest:
        raise ReleaseError(
            "a manifest is not the one that the index names",
            where=where,
            expected=f"sha256 {digest}",
            got=f"sha256 {found}",
            todo="this looks like an HTML page" if data.lstrip()[:1] == b"<" else None,
        )
    manifest = parse_manifest(data, where)
    if manifest.version != version:
        raise ReleaseError("a manifest of another version", where=where, expected=version, got=manifest.version)
    return manifest


def check_path(path: str, where: str) -> str:
    """Return the path if it names a file inside the version's folder.

    Raises:
        ReleaseError: it is absolute, climbs with `..`, or holds anything but letters, digits, `.`, `_` and `-`.

    """
    parts = path.split("/")
    if str(PurePosixPath(path)) != path or not all(_PART.fullmatch(part) for part in parts):
        raise ReleaseError(
            "a path that could lead out of the version's folder", where=where, got=repr(path)[:120], todo="refused"
        )
    return path


def _file(raw: Mapping[str, Any], where: str) -> File:
    path = check_path(member(raw, "path", str, where), where)
    return File(path, _size(raw, "bytes", where), _digest(raw, "sha256", where))


def _table(raw: Mapping[str, Any], where: str) -> Table:
    columns = tuple(_column(item, where) for item in _objects(raw, "columns", where))
    _unique((column.name for column in columns), "column", where)
    key = tuple(str(name) for name in member(raw, "key", list, where))
    name = _name(raw, where)
    if not key or not set(key) <= {column.name for column in columns}:
        raise ReleaseError(f"a key of {name} that is not among its columns", where=where, got=", ".join(key) or "none")
    return Table(
        name=name,
        path=check_path(member(raw, "path", str, where), where),
        rows=_size(raw, "rows", where),
        key=key,
        columns=columns,
        schema_sha256=_digest(raw, "schema_sha256", where),
        sha256=_digest(raw, "sha256", where),
    )


def _column(raw: Mapping[str, Any], where: str) -> Column:
    return Column(
        name=_name(raw, where),
        type=member(raw, "type", str, where),
        nullable=member(raw, "nullable", bool, where),
        enum=tuple(str(label) for label in member(raw, "enum", list, where)),
        references=tuple(str(table) for table in member(raw, "references", list, where)),
        sha256=_digest(raw, "sha256", where),
    )


def _name(raw: Mapping[str, Any], where: str) -> str:
    found: str = member(raw, "name", str, where)
    if not _NAME.fullmatch(found):
        raise ReleaseError("a bad name of a table or column", where=where, got=repr(found)[:80])
    return found


def _objects(raw: Mapping[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    items = member(raw, key, list, where)
    for item in items:
        if not isinstance(item, dict):
            raise ReleaseError(f"a bad value in {key!r}", where=where, expected="an object", got=repr(item)[:80])
    return list(items)


def _size(raw: Mapping[str, Any], key: str, where: str) -> int:
    found: int = member(raw, key, int, where)
    if found < 0 or found >= 1 << 53:
        raise ReleaseError(f"an impossible {key!r}", where=where, got=f"{found}"[:40])
    return found


def _digest(raw: Mapping[str, Any], key: str, where: str) -> str:
    found: str = member(raw, key, str, where)
    if not _SHA256.fullmatch(found):
        raise ReleaseError(f"a bad {key!r}", where=where, expected="64 hexadecimal digits", got=repr(found)[:80])
    return found


def _unique(names: Any, kind: str, where: str) -> None:
    seen: set[str] = set()
    for name in names:
        # one file system in two takes `A` and `a` for one file
        if name.lower() in seen:
            raise ReleaseError(f"a {kind} that is listed twice", where=where, got=repr(name)[:80])
        seen.add(name.lower())
