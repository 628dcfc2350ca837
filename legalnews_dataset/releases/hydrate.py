"""Hydrate: fill withheld text from the user's own copies of the articles, each held against its sha256."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import Inputs, read_articles
from legalnews_dataset.folder import MARK, replaced_folder
from legalnews_dataset.releases.canonical import canonical_json
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.store import Store, table_file, version_file
from legalnews_dataset.releases.withhold import TEXT_TABLES, WITHHELD, read_withheld
from legalnews_dataset.tables.parquet import write_parquet


@dataclass(frozen=True, slots=True)
class Hydrated:
    """What came of it: the articles that were filled, those without a copy, and those whose copy has other text."""

    filled: tuple[str, ...]
    missing: tuple[str, ...]
    other_text: tuple[str, ...]


def hydrate(store: Store, manifest: Manifest, articles: Inputs, out: Path) -> Hydrated:
    """Write the tables of a version with the text of withheld articles filled in.

    A copy is found by the article's id, else by the sha256 of its text.

    Args:
        store: the store.
        manifest: the version.
        articles: the user's copies: files, folders and addresses, in any format that `legalnews build` reads.
        out: the folder to write the tables to.

    Raises:
        UsageError: an input is not there, or `out` holds something else.
        ReleaseError: a file of the version is not what its manifest says.

    """
    import pyarrow.parquet as pq

    tables = {table.name: pq.read_table(table_file(store, manifest, table.name)) for table in manifest.tables}
    withheld = {item.article_id: item for item in read_withheld(version_file(store, manifest, WITHHELD).parent)}
    rows = tables["articles"].select(["article_id", "text_sha256"]).to_pylist()
    wanted = {row["article_id"]: row["text_sha256"] for row in rows if row["article_id"] in withheld}
    by_digest = {digest: article_id for article_id, digest in wanted.items()}
    texts: dict[str, Article] = {}
    other: set[str] = set()
    for found in read_articles(articles):
        if isinstance(found, Problem):
            continue
        digest = sha256(found.text.encode()).hexdigest()
        if article_id := by_digest.get(digest):
            texts[article_id] = found
        elif found.article_id in wanted:
            other.add(found.article_id)
    titles = {
        article_id: article.title
        for article_id, article in texts.items()
        if article.title and sha256(article.title.encode()).hexdigest() == withheld[article_id].title_sha256
    }
    with replaced_folder(out) as folder:
        for name, table in tables.items():
            write_parquet(_filled(name, table, texts, titles), folder / f"{name}.parquet")
        (folder / MARK).write_bytes(canonical_json({"hydrated": manifest.version, "builder": manifest.builder}))
    return Hydrated(
        tuple(sorted(texts)), tuple(sorted(set(wanted) - set(texts) - other)), tuple(sorted(other - set(texts)))
    )


def _filled(name: str, table: Any, texts: Mapping[str, Article], titles: Mapping[str, str]) -> Any:
    """Return a table with its withheld text sliced from the articles."""
    ids = table["article_id"].to_pylist() if "article_id" in table.column_names else []
    if name == "articles":
        table = _set(
            table, "title", [titles.get(key, old) for key, old in zip(ids, table["title"].to_pylist(), strict=True)]
        )
        texts_now = [
            texts[key].text if key in texts else old for key, old in zip(ids, table["text"].to_pylist(), strict=True)
        ]
        return _set(table, "text", texts_now)
    if name not in TEXT_TABLES:
        return table
    columns = (ids, *(table[column].to_pylist() for column in ("start", "end", "text")))
    sliced = [
        texts[key].text[start:end] if key in texts else old for key, start, end, old in zip(*columns, strict=True)
    ]
    return _set(table, "text", sliced)


def _set(table: Any, column: str, values: list[str | None]) -> Any:
    import pyarrow as pa

    place, field = table.schema.get_field_index(column), table.schema.field(column)
    return table.set_column(place, field, pa.array(values, field.type))
