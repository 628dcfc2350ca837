"""Mark the articles of a build that are copies of others, or later states of a story; none is left out for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pyarrow as pa

from legalnews_dataset.articles.near_duplicates import (
    Sketch,
    compare,
    copy_order,
    likely_pairs,
    revision_order,
    sketch,
)

_PAIRS = 5_000  # whose texts are held in memory at once, 40 MB of them; for each such batch all texts are passed over
_ROWS = 500


def mark_copies(tables: duckdb.DuckDBPyConnection) -> None:
    """Fill `duplicate_of` and `revision_of` of the view `linked_articles`.

    Args:
        tables: a connection in which `articles` is a view; `linked_articles` is made or replaced.

    """
    duplicates, revisions = find_copies(tables)
    rows = {
        "article_id": [*duplicates, *revisions],
        "copied": [*duplicates.values(), *(None for _ in revisions)],
        "revised": [*(None for _ in duplicates), *revisions.values()],
    }
    tables.register("copies_arrow", pa.table(rows, schema=pa.schema([(name, pa.string()) for name in rows])))
    tables.execute("create table copies as select * from copies_arrow")
    tables.execute("""
        create or replace view linked_articles as
        select articles.* replace (copied as duplicate_of, revised as revision_of)
        from articles left join copies using (article_id)
    """)


def find_copies(tables: duckdb.DuckDBPyConnection) -> tuple[dict[str, str], dict[str, str]]:
    """Return the original of each copy and the first state of each later state, by ids; none is in both."""
    sketches = sorted(_sketches(tables), key=copy_order)
    pairs = likely_pairs(sketches)
    copies, states = list[tuple[Sketch, Sketch]](), list[tuple[Sketch, Sketch]]()
    first: dict[int, int] = {}

    def copied_alike(one: int, other: int) -> bool:
        # Pairs come with the earliest article first, so that this spares most comparisons of copies with each other.
        return first.get(one, one) == first.get(other)

    for start in range(0, len(pairs), _PAIRS):
        batch = [pair for pair in pairs[start : start + _PAIRS] if not copied_alike(*pair)]
        texts = _texts(tables, sorted({sketches[index].article_id for pair in batch for index in pair}))
        for pair in batch:
            if copied_alike(*pair):
                continue
            one, other = (sketches[index] for index in pair)
            relation = compare(one, texts[one.article_id], other, texts[other.article_id])
            if relation == "duplicate":
                copies.append((one, other))
                first.setdefault(pair[1], first.get(pair[0], pair[0]))
            elif relation == "revision":
                states.append((one, other))
    originals = _firsts(copies, copy_order)
    # A copy of a later state is marked as a copy alone, and a later state of a copy is one of the copy's original.
    of_originals = [
        (originals.get(one.article_id, one), originals.get(other.article_id, other)) for one, other in states
    ]
    firsts = _firsts([(one, other) for one, other in of_originals if one is not other], revision_order)
    return (
        {copy: original.article_id for copy, original in originals.items()},
        {late: first.article_id for late, first in firsts.items()},
    )


def _firsts(pairs: list[tuple[Sketch, Sketch]], order: Callable[[Sketch], tuple[Any, ...]]) -> dict[str, Sketch]:
    """Return for each article that has an earlier one the first of all that lead to it."""
    before: dict[str, Sketch] = {}
    for pair in pairs:
        early, late = sorted(pair, key=order)
        known = before.get(late.article_id)
        if known is None or order(early) < order(known):
            before[late.article_id] = early
    firsts: dict[str, Sketch] = {}
    for copy, first in before.items():
        while earlier := before.get(first.article_id):
            first = earlier
        firsts[copy] = first
    return firsts


def _sketches(tables: duckdb.DuckDBPyConnection) -> Iterator[Sketch]:
    rows = tables.sql("select article_id, text, title, published_on, source, url from articles")
    for batch in rows.to_arrow_reader(_ROWS):
        yield from (sketch(**row) for row in batch.to_pylist())


def _texts(tables: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, str]:
    query = "select article_id, text from articles where article_id in (select unnest($ids))"
    return dict(tables.execute(query, {"ids": ids}).fetchall())
