"""Verify a version: hash every file again, and take the digests of all values from the files themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import LegalNewsError
from legalnews_dataset.releases.cache import verify_file
from legalnews_dataset.releases.digest import column_sha256, in_key_order, table_sha256, type_name
from legalnews_dataset.releases.manifest import MANIFEST, Manifest, Table


def problems_of(folder: Path, manifest: Manifest, tables: tuple[str, ...] | None = None) -> Iterator[str]:
    """Yield what is wrong with a version's folder, each with what was expected and what was found.

    Args:
        folder: the version's own folder.
        manifest: what it should hold.
        tables: hash these tables alone; None for every file, and a look for files that do not belong there.

    """
    wanted = manifest.files
    if tables is not None:
        paths = {table.path for table in manifest.tables if table.name in tables}
        wanted = tuple(file for file in manifest.files if file.path in paths)
    broken = set()
    for file in wanted:
        try:
            verify_file(folder / file.path, file)
        except LegalNewsError as error:
            broken.add(file.path)
            yield str(error)
    if tables is None:
        listed = {MANIFEST, *(file.path for file in manifest.files)}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if name not in listed and not (path.is_dir() and not path.is_symlink()):
                yield f"a file that the manifest does not list ({path})"
    for table in manifest.tables:
        if table.path not in broken and (tables is None or table.name in tables):
            yield from values_problems(folder / table.path, table)


def values_problems(path: Path, table: Table) -> Iterator[str]:
    """Yield where the values of a table's file are not those of the manifest, whoever wrote the file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_metadata(path).num_rows
        if rows != table.rows:
            yield f"other rows than the manifest says ({path}); expected {table.rows:,}; got {rows:,}"
            return
        yield from _digest_problems(path, table, in_key_order(pq.read_table(path), table.key, table.name))
    except (pa.ArrowException, OSError, KeyError, LegalNewsError) as error:
        yield f"a table that cannot be read ({path}): {error}"


def _digest_problems(path: Path, table: Table, rows: Any) -> Iterator[str]:
    digests = {}
    for column in table.columns:
        found = rows.schema.field(column.name)
        if type_name(found.type) != column.type:
            yield f"another type of {column.name} ({path}); expected {column.type}; got {type_name(found.type)}"
        digests[column.name] = column_sha256(rows[column.name])
        if digests[column.name] != column.sha256:
            yield f"other values of {column.name} ({path}); expected {column.sha256}; got {digests[column.name]}"
    if undeclared := sorted(set(rows.column_names) - set(digests)):
        yield f"columns that the manifest does not list ({path}); got {', '.join(undeclared)}"
    if table_sha256(digests, rows.num_rows) != table.sha256:
        yield f"another logical digest of the table ({path}); expected {table.sha256}"
