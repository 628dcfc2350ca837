"""Retraction: an append-only list beside the index that takes versions, articles and rows back, old versions' too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.cache import write_atomically
from legalnews_dataset.releases.canonical import canonical_json, member, read_json
from legalnews_dataset.releases.manifest import FORMAT, Table

RETRACTIONS = "retractions.json"
RETRACTED = ("drop", "keep", "error")
KINDS = ("version", "article", "row")


@dataclass(frozen=True, slots=True)
class Retraction:
    """One thing taken back: `kind` is version, article or row; `replaced_by` is what to use in its place."""

    kind: str
    id: str
    date: str
    reason: str
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """The keys of a version that retractions hide, by table; those of cases and parties include what hangs on them."""

    keys: dict[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.keys.values())


def read_retractions(folder: Path) -> tuple[Retraction, ...]:
    """Return the retractions of a store, oldest first.

    Raises:
        ReleaseError: the file cannot be read; nothing is loaded then, because what should be hidden is unknown.

    """
    path = folder / RETRACTIONS
    return parse_retractions(path.read_bytes(), str(path)) if path.is_file() else ()


def parse_retractions(data: bytes, where: str) -> tuple[Retraction, ...]:
    """Return the retractions in the bytes.

    Raises:
        ReleaseError: they are none of this format.

    """
    raw = read_json(data, where)
    found = []
    for item in member(raw, "retractions", list, where):
        if not isinstance(item, dict) or item.get("kind") not in KINDS:
            raise ReleaseError("a bad retraction", where=where, expected=", ".join(KINDS), got=repr(item)[:80])
        kind, name, day, reason = (member(item, key, str, where) for key in ("kind", "id", "date", "reason"))
        found.append(Retraction(kind, name, day, reason, member(item, "replaced_by", (str, type(None)), where)))
    return tuple(found)


def retractions_bytes(retractions: tuple[Retraction, ...]) -> bytes:
    """Return the retractions as canonical JSON."""
    return canonical_json({"format": FORMAT, "retractions": [asdict(item) for item in retractions]})


def merge_retractions(one: tuple[Retraction, ...], other: tuple[Retraction, ...]) -> tuple[Retraction, ...]:
    """Return all retractions of two lists, oldest first; none is ever lost."""
    return tuple(sorted(dict.fromkeys((*one, *other)), key=lambda item: (item.date, KINDS.index(item.kind), item.id)))


def add_retraction(folder: Path, retraction: Retraction) -> None:
    """Append a retraction to a store; the store's lock must be held."""
    known = read_retractions(folder)
    write_atomically(folder / RETRACTIONS, retractions_bytes(merge_retractions(known, (retraction,))))


def retracted_versions(retractions: tuple[Retraction, ...]) -> dict[str, Retraction]:
    """Return the retractions of whole versions, by version."""
    return {item.id: item for item in retractions if item.kind == "version"}


def hidden_keys(retractions: tuple[Retraction, ...], tables: tuple[Table, ...], read: Callable[..., Any]) -> Hidden:
    """Return the keys of a version that the retractions of rows and articles hide.

    A case or party that only retracted articles tell is hidden with them, and so is a row that cannot stand without a
    hidden one.

    Args:
        retractions: those of the store.
        tables: what the manifest says of the version's tables.
        read: gives a table's columns as an Arrow table: `read("mentions", ["record_id", "article_id"])`.

    """
    import pyarrow.compute as pc

    articles = _strings(item.id for item in retractions if item.kind == "article")
    rows = _strings(item.id for item in retractions if item.kind == "row")
    if not len(articles) and not len(rows):
        return Hidden()
    mentions = read("mentions", ["article_id", "record_id"])
    taken = pc.is_in(mentions["article_id"], value_set=articles)
    told, elsewhere = (pc.unique(mentions["record_id"].filter(mask)) for mask in (taken, pc.invert(taken)))
    alone = told.filter(pc.invert(pc.is_in(told, value_set=elsewhere)))
    own = {"articles": articles, "cases": alone, "parties": alone}
    keys: dict[str, frozenset[str]] = {}
    for table in sorted(tables, key=lambda table: _DEPTH.get(table.name, len(_DEPTH))):
        needed = [column for column in table.columns if column.references and not column.nullable]
        needed = [column for column in needed if not column.type.startswith("list")]
        columns = read(table.name, [table.key[0], *(column.name for column in needed)])
        key = columns[table.key[0]]
        gone = pc.is_in(key, value_set=rows)
        if table.name in own:
            gone = pc.or_(gone, pc.is_in(key, value_set=own[table.name]))
        for column in needed:
            lost = _strings(lost for target in column.references for lost in keys.get(target, ()))
            gone = pc.or_(gone, pc.is_in(columns[column.name], value_set=lost))
        keys[table.name] = frozenset(key.filter(gone).to_pylist())
    return Hidden(keys)


# What others hang on comes first.
_DEPTH = {name: depth for depth, name in enumerate(("articles", "cases", "parties"))}


def hide(rows: Any, table: Table, hidden: Hidden) -> Any:
    """Return an Arrow table without its hidden rows, and with the references to hidden rows of others made null.

    Args:
        rows: the rows, with the key and the columns that refer to others.
        table: what the manifest says of it.
        hidden: what the retractions hide.

    """
    import pyarrow as pa
    import pyarrow.compute as pc

    gone = hidden.keys.get(table.name, frozenset())
    if gone:
        rows = rows.filter(pc.invert(pc.is_in(rows[table.key[0]], value_set=_strings(gone))))
    for column in table.columns:
        lost = sorted(key for target in column.references for key in hidden.keys.get(target, ()))
        if not lost or column.name not in rows.column_names:
            continue
        place, values = rows.schema.get_field_index(column.name), rows[column.name]
        kind = rows.schema.field(column.name)
        if column.type.startswith("list"):
            gone = frozenset(lost)
            kept = [[item for item in items if item not in gone] for items in values.to_pylist()]
            rows = rows.set_column(place, kind, pa.array(kept, kind.type))
        elif column.nullable:
            found = pc.is_in(values, value_set=_strings(lost))
            rows = rows.set_column(place, kind, pc.if_else(found, pa.scalar(None, kind.type), values))
    return rows


def _strings(values: Iterable[str]) -> Any:
    import pyarrow as pa

    return pa.array(sorted(set(values)), pa.string())
