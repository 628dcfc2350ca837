"""Carry case and entity ids from the previous version to a new build, and keep their history.

A build mints provisional ids. Here each provisional case or entity takes the id of the previous version's one that it
shares most evidence with: the same characters of the same articles. What is left over was merged, split or retired.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legalnews_dataset.releases.evidence import evidence_pairs
from legalnews_dataset.releases.history import Moved, resolve
from legalnews_dataset.tables.ids import PREFIXES, row_id

# Less than half of what tells the smaller of the two is a neighbour's: the judge of two cases of one article.
ENOUGH = 0.5
CASE_TABLES = ("cases", "parties", "events", "quotes", "awards", "links")
PARTY_COLUMNS = (
    ("parties", "party_id"),
    ("events", "actor_party_id"),
    ("quotes", "speaker_party_id"),
    ("awards", "payer_party_id"),
    ("awards", "payee_party_id"),
)


@dataclass(frozen=True, slots=True)
class Matching:
    """Which id each provisional one becomes, and what happened to the previous ids that none carries on."""

    ids: dict[str, str]
    moved: tuple[Moved, ...]


def carry_ids(
    new: Mapping[str, Any], old: Mapping[str, Any], used: frozenset[str], since: str, because: str | None
) -> tuple[dict[str, Any], list[Moved]]:
    """Return the new tables with the previous version's case and entity ids, and what changed.

    Args:
        new: the seven tables of the build, and `links` where there are any.
        old: those of the previous version.
        used: ids that an earlier version had, which must not come back for something else.
        since: the previous version's number, which tells new ids of the same evidence apart.
        because: the maintainer's reason for what is gone.

    """
    tables, moved = dict(new), list[Moved]()
    for kind in ("cases", "entities"):
        pairs, sizes_old, sizes_new = evidence_pairs(kind, old, new)
        matching = match_ids(kind, pairs, sizes_old, sizes_new, used, since, because)
        changed = {before: after for before, after in matching.ids.items() if before != after}
        moved += matching.moved
        if kind == "cases":
            for table in tables.keys() & CASE_TABLES:
                tables[table] = _renamed(tables[table], "case_id", changed)
            tables = _rename_records(tables, "cases", changed)
        else:
            tables["parties"] = _renamed(tables["parties"], "entity_id", changed)
    tables = _rename_parties(tables)
    return tables, moved + _moved_parties(tables, old, moved, since)


def match_ids(
    kind: str,
    pairs: Mapping[tuple[str, str], int],
    old: Mapping[str, int],
    new: Mapping[str, int],
    used: frozenset[str],
    since: str,
    because: str | None,
) -> Matching:
    """Give each new case or entity the old id that it shares most evidence with, one to one.

    Args:
        kind: cases or entities.
        pairs: the pieces of evidence that an old and a new one share, by their ids.
        old: the pieces of evidence of each old id.
        new: those of each new id.
        used: ids that must not be given again.
        since: the previous version's number.
        because: the maintainer's reason for what is gone.

    >>> m = match_ids("cases", {("cas_a", "cas_x"): 4, ("cas_b", "cas_x"): 2}, {"cas_a": 4, "cas_b": 2}, {"cas_x": 6},
    ...               frozenset(), "1.0.0", None)
    >>> m.ids, [(moved.old_id, moved.new_id, moved.change) for moved in m.moved]
    ({'cas_x': 'cas_a'}, [('cas_b', 'cas_a', 'merged')])

    """
    best = sorted(pairs.items(), key=lambda item: (-item[1], item[0][0] != item[0][1], item[0]))
    ids: dict[str, str] = {}
    carried: dict[str, str] = {}
    for (before, after), shared in best:
        if before not in carried and after not in ids and shared >= ENOUGH * min(old[before], new[after]):
            ids[after], carried[before] = before, after
    taken = set(ids.values()) | used | set(old)
    for after in sorted(set(new) - set(ids)):
        ids[after] = _mint(PREFIXES[kind], after, taken, since)
        taken.add(ids[after])
    moved, parts = [], defaultdict[str, list[tuple[str, int]]](list)
    for (before, after), shared in best:
        if carried.get(before) != after:
            parts[before].append((after, shared))
    for before in sorted(old):
        gone = before not in carried
        for after, shared in parts[before] if gone else ():
            if shared >= ENOUGH * old[before]:
                reason = f"shares {shared} of {old[before]} places with it"
                moved.append(Moved(kind, before, ids[after], "merged", since, reason))
                gone = False
                break
        for after, shared in parts[before] if before in carried else ():
            if ids[after] not in old and shared >= ENOUGH * new[after]:
                reason = f"took {shared} of {old[before]} places from it"
                moved.append(Moved(kind, before, ids[after], "split", since, reason))
        if gone:
            moved.append(Moved(kind, before, None, "retired", since, because or "no place in the new build tells it"))
    return Matching(ids, tuple(moved))


def _mint(prefix: str, provisional: str, taken: set[str], since: str) -> str:
    minted, turn = provisional, 0
    while minted in taken:
        minted, turn = row_id(prefix, provisional, since, turn), turn + 1
    return minted


def _renamed(table: Any, column: str, ids: Mapping[str, str]) -> Any:
    """Return the table with the ids of a column replaced."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not ids:
        return table
    values, place = table[column], table.schema.get_field_index(column)
    found = pc.index_in(values, value_set=pa.array(list(ids), pa.string()))
    replaced = pc.coalesce(pc.take(pa.array(list(ids.values()), pa.string()), found), values)
    return table.set_column(place, table.schema.field(column), replaced)


def _rename_records(tables: dict[str, Any], kind: str, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the tables with the mentions of renamed records under new ids of their own."""
    if not ids:
        return tables
    mentions = tables["mentions"]
    renamed = _renamed(mentions, "record_id", ids)
    own = {}
    for row in renamed.select(["mention_id", "article_id", "record_table", "record_id", "start"]).to_pylist():
        if row["record_table"] == kind:
            identity = row["article_id"], row["record_table"], row["record_id"], row["start"]
            own[row["mention_id"]] = row_id("men", *identity)
    return {**tables, "mentions": _renamed(renamed, "mention_id", own)}


def _rename_parties(tables: dict[str, Any]) -> dict[str, Any]:
    """Return the tables with the party ids that the parties' case, entity and role now make."""
    import pyarrow as pa

    rows = tables["parties"].select(["party_id", "case_id", "entity_id", "role"]).to_pylist()
    made = {row["party_id"]: row_id("par", row["case_id"], row["entity_id"], row["role"]) for row in rows}
    changed = {before: after for before, after in made.items() if before != after}
    if not changed:
        return tables
    for table, column in PARTY_COLUMNS:
        tables[table] = _renamed(tables[table], column, changed)
    parties = tables["parties"]
    lists = [sorted(changed.get(item, item) for item in items) for items in parties["represents"].to_pylist()]
    place = parties.schema.get_field_index("represents")
    field = parties.schema.field("represents")
    tables["parties"] = parties.set_column(place, field, pa.array(lists, field.type))
    return _rename_records(tables, "parties", changed)


def _moved_parties(tables: Mapping[str, Any], old: Mapping[str, Any], moved: list[Moved], since: str) -> list[Moved]:
    """Return where the parties of merged cases and entities went."""
    columns = ["party_id", "case_id", "entity_id", "role"]
    present = Counter(tables["parties"]["party_id"].to_pylist())
    followed = {row.old_id for row in moved if row.change == "merged"}
    found = []
    for row in old["parties"].select(columns).to_pylist():
        if row["party_id"] in present or not followed & {row["case_id"], row["entity_id"]}:
            continue
        case, entity = resolve(moved, row["case_id"]), resolve(moved, row["entity_id"])
        party = row_id("par", case, entity, row["role"])
        if party in present:
            found.append(Moved("parties", row["party_id"], party, "merged", since, "its case or entity was merged"))
    return found
