"""An earlier build to go on from: what its articles tell need not be extracted again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from legalnews_dataset import __version__
from legalnews_dataset.articles.article import Article, text_sha256
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.errors import UsageError
from legalnews_dataset.folder import MARK
from legalnews_dataset.tables.assemble import assemble
from legalnews_dataset.tables.contract import TABLES

# What each article tells, before linking: the tables but for `articles`, which linking leaves as they are.
PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A build that kept its parts: the files of these and of failures, the sha256 of texts, what `build.json` says."""

    parts: dict[str, list[Path]] = field(default_factory=lambda: {name: [] for name in TABLES})
    articles: dict[str, str] = field(default_factory=dict)
    failures: tuple[Path, ...] = ()
    inputs: tuple[dict[str, Any], ...] = ()
    notices: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)


def read_earlier(folder: Path | None) -> Earlier:
    """Return the build of a folder; None gives one of no articles.

    Raises:
        UsageError: no build is there, it did not keep its parts, or another version of the package made it.

    """
    if folder is None:
        return Earlier()
    if not (folder / MARK).is_file():
        raise UsageError("no build there", where=str(folder), todo="`legalnews build INPUT -o DIR --parts` makes one")
    parts = {name: folder / PARTS / f"{name}.parquet" for name in TABLES if name != "articles"}
    if not all(path.is_file() for path in parts.values()):
        raise UsageError(
            "this build did not keep what each article tells",
            where=str(folder),
            todo="build it once more with `--parts`",
        )
    described = json.loads((folder / MARK).read_text(encoding="utf-8"))
    made_by = described["builder"]["legalnews_dataset"]
    if made_by != __version__:
        raise UsageError(
            "this build was made by another version of the package, which may read articles otherwise",
            where=str(folder),
            expected=__version__,
            got=made_by,
            todo="build everything once more",
        )
    articles = folder / "articles.parquet"
    columns = pq.read_table(articles, columns=["article_id", "text_sha256"]).to_pydict()
    return Earlier(
        {"articles": [articles]} | {name: [path] for name, path in parts.items()},
        dict(zip(columns["article_id"], columns["text_sha256"], strict=True)),
        (folder / "failures.parquet",),
        tuple(described["inputs"]),
        Counter(described["notices"]),
        Counter(described["dropped"]),
        Counter(described["set_aside"]),
    )


def write_parts(tables: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write what each article tells into a build's folder, in bytes that depend on the rows alone.

    Args:
        tables: a connection in which the seven tables, not linked yet, are views.
        folder: the folder of the build.

    """
    (folder / PARTS).mkdir()
    for name, row_class in TABLES.items():
        if name != "articles":
            assemble(row_class, tables.table(name), folder / PARTS / f"{name}.parquet")


def new_only(found: Iterable[Article | Pending | Problem], earlier: Earlier) -> Iterator[Article | Pending | Problem]:
    """Yield what an earlier build does not have; of an article whose id it has, the earlier one stands."""
    for one in found:
        if isinstance(one, Problem) or one.article_id not in earlier.articles:
            yield one
            continue
        article = one if isinstance(one, Article) else one.read(one).article
        same = article is not None and text_sha256(article.text) == earlier.articles[one.article_id]
        got = "the same article again" if same else "another article with this id in the earlier build"
        yield Problem(one.source or "", "", one.article_id, "article_id", "one article", got, kept=same)
