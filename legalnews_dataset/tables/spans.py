"""Read every span again: a row's text must be the article's text from start to end, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import duckdb
import pyarrow as pa

from legalnews_dataset.tables.contract import RULES, key_of
from legalnews_dataset.tables.failure import Failure
from legalnews_dataset.tables.sources import Source, batches_of

# As many characters of articles are held at a time.
_CHARS = 64_000_000


def has_spans(table: str) -> bool:
    """Whether the rows of a table carry the text of their evidence."""
    return any(rule.name == "text_is_the_slice" for rule in RULES[table])


def slice_failures(connection: duckdb.DuckDBPyConnection, tables: Iterable[str], articles: Source) -> Iterator[Failure]:
    """Yield a failure for each row whose text is not what stands in its article; withheld text is passed over.

    Rows that are in the table `failed` are not asked, nor are spans that no text holds, which other rules tell.

    Args:
        connection: sees the tables.
        tables: the names of tables with spans.
        articles: where the articles are.

    """
    for texts in _texts(articles):
        connection.register("held", pa.table({"article_id": list(texts)}))
        for table in tables:
            yield from _wrong_slices(connection, table, texts)
        connection.unregister("held")


def _wrong_slices(connection: duckdb.DuckDBPyConnection, table: str, texts: dict[str, str]) -> Iterator[Failure]:
    key = key_of(table)
    rows = connection.sql(
        f'select "{key}", article_id, "start", "end", text from {table} '  # noqa: S608
        "where text is not null and article_id in (select article_id from held) "
        f'and "{key}" not in (select "key" from failed where "table" = \'{table}\')'
    )
    for batch in rows.to_arrow_reader(131_072):
        for row, article, start, end, text in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if texts[article][start:end] != text and 0 <= start < end <= len(texts[article]):
                yield Failure(table, row, "text", "text_is_the_slice", text)


def _texts(articles: Source) -> Iterator[dict[str, str]]:
    texts: dict[str, str] = {}
    chars = 0
    for batch in batches_of("articles", articles):
        for article, text in zip(batch["article_id"].to_pylist(), batch["text"].to_pylist(), strict=True):
            if article is not None and text is not None:
                texts[article] = text
                chars += len(text)
        if chars >= _CHARS:
            yield texts
            texts, chars = {}, 0
    if texts:
        yield texts
