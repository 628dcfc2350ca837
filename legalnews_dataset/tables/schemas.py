"""The schemas of the tables for other tools: handed out, and exported to files that are compared with the classes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import DataError, UsageError
from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.contract import CODEBOOK_VERSION, SCHEMA_VERSION, TABLES, columns_of
from legalnews_dataset.tables.evolution import codebook_changes, contract_changes, smallest_version, snapshot
from legalnews_dataset.tables.projections.croissant import TableFile, croissant
from legalnews_dataset.tables.projections.dictionary import data_dictionary
from legalnews_dataset.tables.projections.json_schema import json_schema
from legalnews_dataset.tables.projections.sql import DIALECTS, create_table, ddl
from legalnews_dataset.tables.projections.table_schema import data_package, table_schema

KINDS = ("arrow", "pandera", "table-schema", "json-schema", *DIALECTS)
HISTORY = "schemas/history"
EXPORT_COMMAND = "legalnews schemas export"


def schema(table: str, kind: str = "arrow") -> Any:
    """Return the schema of a table for another tool, so that projects can check frames of their own.

    Args:
        table: its name, such as `quotes`.
        kind: `arrow` (a pyarrow.Schema), `pandera` (a DataFrameSchema for pandas, which casts before it checks),
            `table-schema` (a Frictionless Table Schema), `json-schema` (of one row), or a CREATE TABLE statement for
            `duckdb`, `sqlite` or `postgresql`.

    Raises:
        UsageError: no such table or kind; with those that exist.

    >>> schema("quotes").field("start").type
    DataType(int32)

    """
    columns_of(table)
    if kind == "pandera":
        from legalnews_dataset.tables.projections.pandera_schema import pandera_schema

        return pandera_schema(table)
    if kind == "table-schema":
        return table_schema(table)
    if kind == "json-schema":
        return json_schema(table)
    if kind == "arrow":
        return arrow_schema(TABLES[table])
    for dialect in DIALECTS:
        if kind == dialect:
            return create_table(table, dialect)
    raise UsageError("no such kind of schema", got=repr(kind), todo=f"use one of {', '.join(KINDS)}")


def schema_files() -> dict[str, str]:
    """Return the text of each exported file by its path from the project's root.

    >>> sorted(schema_files())[0]
    'docs/data-dictionary.md'
    """
    files = {"docs/data-dictionary.md": data_dictionary()}
    for table in TABLES:
        files[f"schemas/{table}.schema.json"] = _json(table_schema(table))
        files[f"schemas/{table}.row.json"] = _json(json_schema(table))
    paths = {table: f"{table}.csv" for table in TABLES}
    files["schemas/datapackage.json"] = _json(data_package(paths, version="0.0.0"))
    files["schemas/croissant.json"] = _json(_croissant())
    for dialect in DIALECTS:
        files[f"schemas/{dialect}.sql"] = ddl(dialect)
    return files


def export_schemas(root: Path) -> list[str]:
    """Write the exported files under the project's root and return the paths of those that changed.

    Raises:
        DataError: the contract changed and its version did not.

    """
    unsaid = unsaid_changes(root)
    if unsaid:
        raise DataError(unsaid, where=HISTORY)
    changed = drifted(root)
    files = schema_files() | {_history_path(SCHEMA_VERSION): _json(snapshot())}
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def drifted(root: Path) -> list[str]:
    """Return the paths of the exported files that are not what the row classes say."""
    history = _history_path(SCHEMA_VERSION)
    missing = [] if (root / history).is_file() else [history]
    return [path for path, text in schema_files().items() if _read(root / path) != text] + missing


def unsaid_changes(root: Path) -> str | None:
    """Return what changed in the contract or the codebook without another version, in words; None where nothing did."""
    kept = _read(root / _history_path(SCHEMA_VERSION))
    if kept is None:
        return None
    old, new = json.loads(kept), snapshot()
    changes = contract_changes(old["contract"], new["contract"])
    meanings = codebook_changes(old["codebook"], new["codebook"]) if old["codebook_version"] == CODEBOOK_VERSION else []
    said = [
        (changes, "SCHEMA_VERSION", smallest_version(SCHEMA_VERSION, changes)),
        (meanings, "CODEBOOK_VERSION", smallest_version(CODEBOOK_VERSION, meanings)),
    ]
    lines = [
        f"{'; '.join(f'{change.where}: {change.what} ({change.severity})' for change in found)}: "
        f"raise {name} in tables/contract.py to {version}"
        for found, name, version in said
        if found
    ]
    return " and ".join(lines) or None


def _history_path(version: str) -> str:
    return f"{HISTORY}/{version}.json"


def _croissant() -> dict[str, Any]:
    """Return the metadata of a version that does not exist, to show what every version says."""
    files = {table: TableFile(f"{table}.parquet", "0" * 64, 0) for table in TABLES}
    return croissant(files, version="0.0.0", date_published="1970-01-01")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
