"""Make a build ready to be read: carried ids, nothing that was retracted, no text that may not be handed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from legalnews_dataset.releases.built import Built, check
from legalnews_dataset.releases.freeze import describe_table
from legalnews_dataset.releases.history import Moved, read_history
from legalnews_dataset.releases.ids import carry_ids
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.retract import Retraction, hidden_keys, hide
from legalnews_dataset.releases.store import Store, read_index, read_manifest, table_file
from legalnews_dataset.releases.withhold import Withheld, withhold
from legalnews_dataset.tables.report import Report


@dataclass(frozen=True, slots=True)
class Previous:
    """The newest version of a store: its manifest, its folder and its tables."""

    manifest: Manifest
    folder: Path
    tables: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Tables as they will be read.

    `report` is their last validation, `moved` what became of the previous version's ids, `explained` the rows of the
    previous version whose absence has a reason (None: a merge, whose reason is told in the history), `links` what
    joined the articles of a case.
    """

    tables: dict[str, Any]
    report: Report
    moved: tuple[Moved, ...]
    explained: dict[str, str | None]
    withheld: tuple[Withheld, ...]
    links: Any | None


def newest(store: Store) -> Previous | None:
    """Return the newest version of a store, which the next is compared with; None where there is none."""
    import pyarrow.parquet as pq

    entries = read_index(store)
    if not entries:
        return None
    manifest = read_manifest(store, list(entries.values())[-1])
    tables = {table.name: pq.read_table(table_file(store, manifest, table.name)) for table in manifest.tables}
    return Previous(manifest, store.folder / manifest.version, tables)


def prepare(
    built: Built,
    previous: Previous | None,
    retractions: tuple[Retraction, ...],
    *,
    because: str | None,
    unstated: bool,
) -> Prepared:
    """Return the tables of a build as they will be read.

    The order matters: a retraction names carried ids, every row is held against its article's text after that, and
    only then is text withheld.

    Args:
        built: the build, already checked.
        previous: the newest version.
        retractions: those of the store.
        because: the maintainer's reason for what is gone.
        unstated: whether the text of an article without a licence may be handed on.

    Raises:
        DataError: the tables break the contract.

    """
    tables, moved, explained = dict(built.tables), list[Moved](), dict[str, str | None]()
    if built.links is not None:
        tables["links"] = built.links
    if previous:
        used = frozenset(row.old_id for row in read_history(previous.folder))
        tables, moved = carry_ids(tables, previous.tables, used, previous.manifest.version, because)
        explained = {row.old_id: None for row in moved if row.change == "merged"}
        gone = hidden_keys(retractions, previous.manifest.tables, _reader(previous.tables))
        explained |= {key: "retraction" for keys in gone.keys.values() for key in keys}
        moved = [_retired(row, explained) for row in moved]
    links = tables.pop("links", None)
    if retractions:
        described = {name: describe_table(name, table) for name, table in tables.items()}
        hidden = hidden_keys(retractions, tuple(described.values()), _reader(tables))
        tables = {name: hide(table, described[name], hidden) for name, table in tables.items()}
    changed = any(tables[name] is not table for name, table in built.tables.items())
    report = check(tables, "the build with carried ids") if changed else built.report
    tables, withheld = withhold(tables, unstated=unstated)
    return Prepared(tables, report, tuple(moved), explained, withheld, _still_there(links, tables))


def _still_there(links: Any | None, tables: Mapping[str, Any]) -> Any | None:
    """Return the links of cases and articles that are there."""
    import pyarrow.compute as pc

    for column, table, key in (
        ("case_id", "cases", "case_id"),
        ("article_id", "articles", "article_id"),
        ("other_article_id", "articles", "article_id"),
    ):
        links = None if links is None else links.filter(pc.is_in(links[column], value_set=tables[table][key]))
    return links


def _retired(row: Moved, explained: Mapping[str, str | None]) -> Moved:
    return replace(row, reason="retracted") if explained.get(row.old_id) == "retraction" else row


def _reader(tables: Mapping[str, Any]) -> Any:
    return lambda name, columns: tables[name].select(columns)
