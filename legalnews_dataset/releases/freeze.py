"""Write tables into a version's folder, and describe them for its manifest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from legalnews_dataset.releases.digest import column_sha256, file_sha256, in_key_order, table_sha256, type_name
from legalnews_dataset.releases.manifest import Column, File, Table, schema_sha256
from legalnews_dataset.tables.contract import columns_of, key_of, references_of
from legalnews_dataset.tables.parquet import write_parquet


def write_tables(tables: Mapping[str, Any], folder: Path) -> tuple[Table, ...]:
    """Write the tables into a folder, rows in key order, and return what the manifest says of each."""
    described = []
    for name, table in tables.items():
        ordered = in_key_order(table, (key_of(name),), name)
        write_parquet(ordered, folder / f"{name}.parquet")
        described.append(describe_table(name, ordered))
    return tuple(described)


def describe_table(name: str, table: Any) -> Table:
    """Return what the manifest says of a table whose rows are in key order."""
    references: dict[str, list[str]] = {}
    for column, target, _ in references_of(name):
        references.setdefault(column.name, []).append(target)
    enums = {column.name: tuple(column.col.enum or ()) for column in columns_of(name)}
    columns = tuple(
        Column(
            name=field.name,
            type=type_name(field.type),
            nullable=field.nullable,
            enum=enums[field.name],
            references=tuple(references.get(field.name, ())),
            sha256=column_sha256(values),
        )
        for field, values in zip(table.schema, table.columns, strict=True)
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
