"""The words of an article that a row stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.manifest import Manifest, Table
from legalnews_dataset.releases.store import Store, table_file


@dataclass(frozen=True, slots=True)
class Source:
    """The evidence of a row: the sentences of the article that hold it, and the marked span.

    `start` and `end` are the span in the article's text, `sentences_start` where `sentences` begin in it, all in code
    points; `text` is the span itself.
    """

    table: str
    id: str
    article_id: str
    title: str | None
    published_on: date | None
    start: int
    end: int
    text: str
    sentences: str
    sentences_start: int

    @property
    def marked(self) -> str:
        """The sentences with the span between `⟦` and `⟧`."""
        first, last = self.start - self.sentences_start, self.end - self.sentences_start
        return f"{self.sentences[:first]}⟦{self.sentences[first:last]}⟧{self.sentences[last:]}"

    def __str__(self) -> str:
        return self.marked


def row_key(row: str | Mapping[str, Any] | Any, manifest: Manifest) -> str:
    """Return the id of a row, however it is given.

    Raises:
        UsageError: it has no id.

    """
    if isinstance(row, str):
        return row
    # the own key comes before those of other tables that the row points at
    order = ("mentions", "awards", "quotes", "events", "parties", "cases", "articles")
    tables = sorted(manifest.tables, key=lambda table: order.index(table.name) if table.name in order else -1)
    for table in tables:
        key = table.key[0]
        value = row.get(key) if hasattr(row, "get") else getattr(row, key, None)
        if isinstance(value, str):
            return value
    raise UsageError("a row without an id", got=repr(row)[:80], todo="give its id, or load it with its key column")


def sources_of(store: Store, manifest: Manifest, key: str, limit: int | None = None) -> tuple[Source, ...]:
    """Return every place that a row stands on: its own span, then its mentions, in order.

    Args:
        store: the store.
        manifest: the version.
        key: the row's id; of an article: its first sentences.
        limit: the most places to return.

    Raises:
        UsageError: the version has no such row.
        ReleaseError: the article's text is withheld.

    """
    import duckdb

    from legalnews_dataset.tables.duckdb_path import glob_literal

    table = find_row(store, manifest, key)
    with duckdb.connect() as connection:
        for name in {table.name, "mentions", "articles"}:
            connection.read_parquet(glob_literal(table_file(store, manifest, name))).create_view(name)
        spans = []
        if table.column("start") is not None:
            own = f'SELECT article_id, start, "end" FROM {table.name} WHERE "{table.key[0]}" = ?'  # noqa: S608
            spans = connection.sql(own, params=[key]).fetchall()
        spans += connection.sql(
            'SELECT article_id, start, "end" FROM mentions WHERE record_id = ? ORDER BY ALL', params=[key]
        ).fetchall()
        if table.name == "articles":
            spans = [(key, 0, 0)]
        articles = {
            row[0]: row[1:]
            for row in connection.sql(
                "SELECT article_id, title, published_on, text FROM articles WHERE article_id IN ?",
                params=[sorted({span[0] for span in spans})],
            ).fetchall()
        }
    if not spans:
        raise UsageError("a row that points at no words", where=f"{table.name} of {manifest.version}", got=repr(key))
    return tuple(_source(table.name, key, span, articles[span[0]]) for span in spans[:limit])


def find_row(store: Store, manifest: Manifest, key: str) -> Table:
    """Return the table that holds a key.

    Raises:
        UsageError: none does.

    """
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    for table in manifest.tables:
        keys = pq.read_table(table_file(store, manifest, table.name), columns=[table.key[0]]).column(0)
        if pc.index(keys, key).as_py() >= 0:
            return table
    raise UsageError(
        f"no article or row {key!r} in version {manifest.version}",
        where=store.name,
        todo="ids are in the first columns",
    )


def _source(
    table: str, key: str, span: tuple[str, int, int], article: tuple[str | None, date | None, str | None]
) -> Source:
    from legalnews_dataset.documents.sentences import find_sentences
    from legalnews_dataset.documents.tokens import find_tokens

    (article_id, start, end), (title, published_on, text) = span, article
    if text is None:
        raise ReleaseError(
            "the text of this article is withheld by its licence",
            where=article_id,
            todo="`legalnews hydrate` fills it from a copy that you have",
        )
    around = [s for s in find_sentences(text, find_tokens(text)) if s.start < max(end, start + 1) and s.end > start]
    first, last = (around[0].start, around[-1].end) if around else (start, end)
    first, last = min(first, start), max(last, end)
    return Source(table, key, article_id, title, published_on, start, end, text[start:end], text[first:last], first)
