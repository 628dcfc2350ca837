"""What other tools read beside the tables: a Data Package with CSV previews, and Croissant metadata."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from legalnews_dataset.releases.digest import file_sha256
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.retract import Hidden, hide
from legalnews_dataset.tables.projections.croissant import TableFile, croissant
from legalnews_dataset.tables.projections.table_schema import data_package

PREVIEWS = "preview"
PREVIEW_ARTICLES = 10


def write_package(tables: Mapping[str, Any], manifest: Manifest, folder: Path) -> None:
    """Write `datapackage.json`, a CSV preview of each table and `croissant.json` into a version's folder.

    A preview holds the first few articles and everything that hangs on them, so that its keys join.
    """
    (folder / PREVIEWS).mkdir(exist_ok=True)
    paths = {}
    for name, rows in preview(tables, manifest).items():
        paths[name] = f"{PREVIEWS}/{name}.csv"
        with (folder / paths[name]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(rows.column_names)
            columns = [[_cell(value) for value in column.to_pylist()] for column in rows.columns]
            writer.writerows(zip(*columns, strict=True))
    files = {}
    for table in manifest.tables:
        path = folder / table.path
        files[table.name] = TableFile(table.path, file_sha256(path), path.stat().st_size)
    described = {
        "datapackage.json": data_package(paths, version=manifest.version),
        "croissant.json": croissant(files, version=manifest.version, date_published=manifest.released_on),
    }
    for name, told in described.items():
        (folder / name).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def preview(tables: Mapping[str, Any], manifest: Manifest, articles: int = PREVIEW_ARTICLES) -> dict[str, Any]:
    """Return the first few articles and the rows of all tables that hang on them.

    Args:
        tables: the seven tables.
        manifest: what it says of them.
        articles: how many articles.

    """
    import pyarrow as pa
    import pyarrow.compute as pc

    described = {table.name: table for table in manifest.tables}
    chosen = tables["articles"].sort_by("article_id").slice(0, articles)
    found = {"articles": chosen}
    dated = [name for name, table in tables.items() if name != "articles" and "article_id" in table.column_names]
    for name in dated:
        found[name] = tables[name].filter(pc.is_in(tables[name]["article_id"], value_set=_values(chosen["article_id"])))
    told = _values(found["mentions"]["record_id"])
    for name in ("parties", "cases"):
        linked = [
            _values(rows[column.name])
            for other, rows in found.items()
            for column in described[other].columns
            if name in column.references and not column.type.startswith("list")
        ]
        wanted = pa.concat_arrays([told, *linked])
        found[name] = tables[name].filter(pc.is_in(tables[name][described[name].key[0]], value_set=wanted))
    # what these rows point at outside the preview is left out of it as if it were not there
    outside = {
        name: frozenset(
            key
            for other, rows in found.items()
            for column in described[other].columns
            if name in column.references
            for key in _keys(rows[column.name])
        )
        - frozenset(found[name][described[name].key[0]].to_pylist())
        for name in ("cases", "parties")
    }
    return {name: hide(found[name], described[name], Hidden(outside)) for name in tables}


def _values(column: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pa.array(pc.unique(column.combine_chunks()), pa.string())


def _keys(column: Any) -> list[str]:
    import pyarrow as pa
    import pyarrow.compute as pc

    values = column.combine_chunks()
    while pa.types.is_list(values.type):
        values = values.flatten()
    return cast("list[str]", pc.unique(values).drop_null().to_pylist())


def _cell(value: Any) -> Any:
    return ",".join(value) if isinstance(value, list) else value
