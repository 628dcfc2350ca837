"""Withhold text where its licence forbids handing it on; offsets and hashes stand for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from legalnews_dataset.releases.canonical import canonical_json, member, read_json

WITHHELD = "withheld.json"

# Public domain, CC0, CC BY, CC BY-SA, and the open licences of governments and databases. NC and ND forbid what users
# of a dataset do with it, so they are not among them.
OPEN = re.compile(
    r"public domain|\bpd\b|\bcc ?0\b|\bcc ?zero\b|publicdomain|(?:\bcc |licenses )by(?: sa)?(?: \d|$| )(?!nc|nd)"
    r"|open government licen[cs]e|\bogl\b|us gov|\bodc by\b|\bpddl\b|\bodbl\b"
)
_CLOSED = re.compile(r"\bn[cd]\b|noncommercial|non commercial|no ?deriv")
TEXT_TABLES = ("events", "quotes", "awards", "mentions")


@dataclass(frozen=True, slots=True)
class Withheld:
    """An article whose text and title are withheld, with the sha256 of the title, where it has one."""

    article_id: str
    licence: str | None
    title_sha256: str | None


def may_hand_on(licence: str | None, *, unstated: bool = True) -> bool:
    """Tell whether a licence lets the text be handed on.

    Args:
        licence: its name, SPDX id or address, as the source gives it.
        unstated: the answer where the source gives none.

    >>> [may_hand_on(name) for name in ("CC-BY-4.0", "https://creativecommons.org/licenses/by-nc/4.0/", "© Courier")]
    [True, False, False]

    """
    if not licence or not licence.strip():
        return unstated
    words = re.sub(r"[^a-z0-9]+", " ", licence.lower()).strip()
    return OPEN.search(words) is not None and _CLOSED.search(words) is None


def withhold(tables: Mapping[str, Any], *, unstated: bool = True) -> tuple[dict[str, Any], tuple[Withheld, ...]]:
    """Return the tables without the text that may not be handed on, and the articles whose text that was.

    Args:
        tables: the seven tables, checked with their text.
        unstated: whether the text of an article without a licence may be handed on.

    """
    articles = tables["articles"]
    licences = {
        licence: may_hand_on(licence, unstated=unstated) for licence in articles["licence"].unique().to_pylist()
    }
    if all(licences.values()):
        return dict(tables), ()
    rows = articles.select(["article_id", "licence", "title", "text"]).to_pylist()
    closed = tuple(
        Withheld(row["article_id"], row["licence"], row["title"] and sha256(row["title"].encode()).hexdigest())
        for row in rows
        if not licences[row["licence"]]
    )
    ids = [article.article_id for article in closed]
    blanked = {name: _without(tables[name], ["text"], ids) for name in TEXT_TABLES}
    return {**tables, **blanked, "articles": _without(articles, ["text", "title"], ids)}, closed


def write_withheld(withheld: tuple[Withheld, ...], folder: Path) -> None:
    """Write which articles are withheld into a version's folder."""
    (folder / WITHHELD).write_bytes(canonical_json({"articles": [asdict(article) for article in withheld]}))


def read_withheld(folder: Path) -> tuple[Withheld, ...]:
    """Return the articles whose text a version withholds."""
    path = folder / WITHHELD
    where, maybe = str(path), (str, type(None))
    return tuple(
        Withheld(
            member(item, "article_id", str, where),
            member(item, "licence", maybe, where),
            member(item, "title_sha256", maybe, where),
        )
        for item in member(read_json(path.read_bytes(), where), "articles", list, where)
    )


def _without(table: Any, columns: list[str], articles: list[str]) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    hidden = pc.is_in(table["article_id"], value_set=pa.array(articles, pa.string()))
    for column in columns:
        place, field = table.schema.get_field_index(column), table.schema.field(column)
        table = table.set_column(place, field, pc.if_else(hidden, pa.scalar(None, field.type), table[column]))
    return table
