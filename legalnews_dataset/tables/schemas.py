"""The exported schemas: files made from the row classes, committed, and compared with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.projections.dictionary import data_dictionary
from legalnews_dataset.tables.projections.json_schema import json_schema
from legalnews_dataset.tables.projections.sql import DIALECTS, ddl
from legalnews_dataset.tables.projections.table_schema import data_package, table_schema

EXPORT_COMMAND = "legalnews schemas export"


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
    for dialect in DIALECTS:
        files[f"schemas/{dialect}.sql"] = ddl(dialect)
    return files


def export_schemas(root: Path) -> list[str]:
    """Write the exported files under the project's root and return the paths of those that changed."""
    changed = drifted(root)
    for path, text in schema_files().items():
        if path in changed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
    return changed


def drifted(root: Path) -> list[str]:
    """Return the paths of the exported files that are not what the row classes say."""
    return [path for path, text in schema_files().items() if _read(root / path) != text]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
