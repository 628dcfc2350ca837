"""What there is to see of a row or an article: its columns, and the places in the text that tell it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.source import Source, find_row, sources_of
from legalnews_dataset.releases.store import Store, table_file


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of an article that tells a row, in code points of its text."""

    start: int
    end: int
    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with its places, or an article with the marks of all rows that it tells."""

    version: str
    table: str
    row: dict[str, Any]
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...]


def find_shown(store: Store, manifest: Manifest, key: str) -> Shown:
    """Return what there is to see of a row or an article.

    Raises:
        UsageError: the version has no such row.
        ReleaseError: the article's text is withheld.

    """
    import pyarrow.parquet as pq

    table = find_row(store, manifest, key)
    found = pq.read_table(table_file(store, manifest, table.name), filters=[(table.key[0], "=", key)]).to_pylist()[0]
    if table.name == "articles":
        return Shown(manifest.version, table.name, found, (), marks_of(store, manifest, key))
    return Shown(manifest.version, table.name, found, sources_of(store, manifest, key), ())


def marks_of(store: Store, manifest: Manifest, article_id: str) -> tuple[Mark, ...]:
    """Return the spans of an article that tell rows, in order; mentions stand for the rows that they tell."""
    import pyarrow.parquet as pq

    marks = []
    for table in manifest.tables:
        if table.column("start") is None or table.column("article_id") is None:
            continue
        path = table_file(store, manifest, table.name)
        for row in pq.read_table(path, filters=[("article_id", "=", article_id)]).to_pylist():
            name, key = row.get("record_table", table.name), row.get("record_id", row[table.key[0]])
            marks.append(Mark(row["start"], row["end"], name, key))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.table, mark.id)))


def shown_json(shown: Shown) -> dict[str, Any]:
    """Return it as JSON values; each place has its sentences with the span marked."""
    places = [asdict(place) | {"marked": place.marked} for place in shown.sources]
    return {
        "version": shown.version,
        "table": shown.table,
        "row": shown.row,
        "places": places,
        "marks": [asdict(mark) for mark in shown.marks],
    }
