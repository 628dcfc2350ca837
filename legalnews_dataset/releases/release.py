"""Release: a built folder becomes an immutable version of a store."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from legalnews_dataset import __version__
from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.digest import (
    column_sha256,
    file_sha256,
    in_key_order,
    table_sha256,
    type_name,
)
from legalnews_dataset.releases.manifest import (
    MANIFEST,
    Column,
    File,
    Manifest,
    Table,
    manifest_bytes,
    schema_sha256,
)
from legalnews_dataset.releases.read import enums_of, key_of, read_tables
from legalnews_dataset.releases.store import Store, add_version, read_index, writing
from legalnews_dataset.releases.versions import parse_version
from legalnews_dataset.tables.parquet import write_parquet


def release(folder: Path, store: Store, version: str | None = None, released_on: date | None = None) -> Manifest:
    """Check a built folder once more and freeze it as a version of a store.

    Args:
        folder: the seven tables, as `legalnews build` writes them.
        store: a local store; it is made where there is none.
        version: the version's number; None for the smallest that the data demand.
        released_on: the day of the release; None for today.

    Returns:
        The manifest of the new version.

    Raises:
        DataError: the tables break the contract.
        ReleaseError: the version exists, is too small, or cannot be written.

    """
    if version is not None:
        parse_version(version)
    tables = read_tables(folder)
    with writing(store.folder):
        listed = read_index(store)
        number = version or "0.1.0"
        if number in listed:
            raise ReleaseError(f"version {number} exists already", where=store.name, todo="versions never change")
        staged = Path(tempfile.mkdtemp(prefix=f".{number}.", suffix=".tmp", dir=store.folder))
        try:
            described = write_tables(tables, staged)
            manifest = Manifest(
                version=number,
                previous=None,
                released_on=(released_on or date.today()).isoformat(),
                schema="1.0",
                codebook="1.0",
                content_change="append_only",
                builder={"legalnews-dataset": __version__},
                inputs=(),
                tables=described,
                files=files_of(staged),
            )
            (staged / MANIFEST).write_bytes(manifest_bytes(manifest))
            staged.chmod(0o755)
            add_version(store.folder, staged, manifest)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
    return manifest


def write_tables(tables: Mapping[str, Any], folder: Path) -> tuple[Table, ...]:
    """Write the tables into a folder and return what the manifest says of each."""
    described = []
    for name, table in tables.items():
        ordered = in_key_order(table, (key_of(name),), name)
        write_parquet(ordered, folder / f"{name}.parquet")
        described.append(describe_table(name, ordered))
    return tuple(described)


def describe_table(name: str, table: Any) -> Table:
    """Return what the manifest says of a table whose rows are in key order."""
    enums = enums_of(name)
    columns = tuple(
        Column(field.name, type_name(field.type), field.nullable, enums.get(field.name, ()), column_sha256(column))
        for field, column in zip(table.schema, table.columns, strict=True)
    )
    key = (key_of(name),)
    return Table(
        name=name,
        path=f"{name}.parquet",
        rows=table.num_rows,
        key=key,
        columns=columns,
        schema_sha256=schema_sha256(columns, key),
        sha256=table_sha256({column.name: column.sha256 for column in columns}, table.num_rows),
    )


def files_of(folder: Path) -> tuple[File, ...]:
    """Return the files in a folder, by path, with their sizes and digests."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(File(path.relative_to(folder).as_posix(), path.stat().st_size, file_sha256(path)) for path in paths)
