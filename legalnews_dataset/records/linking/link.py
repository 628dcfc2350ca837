"""Link the cases and entities of a build: sketches, candidate pairs, evidence, clusters, merged tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import duckdb
import pyarrow as pa

from legalnews_dataset.garbage import uncollected
from legalnews_dataset.records.linking.candidates import candidate_pairs
from legalnews_dataset.records.linking.entities import Participation, link_entities
from legalnews_dataset.records.linking.likeness import (
    JOIN,
    Likeness,
    compare,
    conflict,
    count_names,
    told_apart,
    told_twice,
)
from legalnews_dataset.records.linking.links import Link
from legalnews_dataset.records.linking.merge import make_linked_views
from legalnews_dataset.records.linking.overrides import Override, find_pairs
from legalnews_dataset.records.linking.partition import partition
from legalnews_dataset.records.linking.sketch import Sketch, each_row, read_sketches
from legalnews_dataset.tables.duckdb_path import glob_literal

# DuckDB works within this much memory and spills the rest, so that a build of any size stays small.
_MEMORY = "300MB"
# The points of a link that a curator made: more than any evidence has.
_DECIDED = 1000.0


@contextmanager
def linked_tables(
    parts: Mapping[str, list[Path]], spill: Path, overrides: Sequence[Override] = ()
) -> Iterator[tuple[duckdb.DuckDBPyConnection, list[Link]]]:
    """Give a connection with a view `linked_<table>` for each table of a build, and the links that were made.

    Args:
        parts: for each table the Parquet files that hold it, in any order and any number.
        spill: a folder for what does not fit into memory.
        overrides: what a curator decided.

    Raises:
        UsageError: an override fits no case of the build.

    """
    with (
        uncollected(),
        duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(spill), "threads": 2}) as tables,
    ):
        for table, files in parts.items():
            tables.read_parquet([glob_literal(file) for file in files]).create_view(table)
        links = _make_maps(tables, overrides)
        make_linked_views(tables)
        yield tables, links


def _make_maps(tables: duckdb.DuckDBPyConnection, overrides: Sequence[Override]) -> list[Link]:
    """Make the tables `case_map` and `entity_map`, from provisional ids to linked ones, and return the links."""
    cases, links = link_cases(tables, overrides)
    tables.register("case_map_arrow", _as_map(cases))
    tables.execute("create table case_map as select * from case_map_arrow")
    told = each_row(
        tables,
        """select entity_id, case_map.new, parties.name, parties.kind, role, court_id
           from parties join case_map on old = parties.case_id join cases using (case_id)
           order by case_map.new""",
    )
    tables.register("entity_map_arrow", _as_map(link_entities(map(Participation._make, told))))
    tables.execute("create table entity_map as select * from entity_map_arrow")
    return links


def link_cases(
    tables: duckdb.DuckDBPyConnection, overrides: Sequence[Override] = ()
) -> tuple[dict[str, str], list[Link]]:
    """Return for each provisional case the case that it is, named by the smallest provisional id, and the links."""
    sketches = read_sketches(tables)
    cases, joined = link_sketches(sketches, overrides)
    article = {sketch.case_id: sketch.article_id for sketch in sketches}
    return cases, [
        Link(cases[one], article[one], article[other], alike.points, "; ".join(alike.reasons))
        for (one, other), alike in joined.items()
    ]


def link_sketches(
    sketches: Iterable[Sketch], overrides: Sequence[Override] = ()
) -> tuple[dict[str, str], dict[tuple[str, str], Likeness]]:
    """Return the case that each case is, by ids, and what joined the pairs that are one; the order does not matter."""
    sketches = sorted(sketches, key=lambda sketch: sketch.case_id)
    fame = count_names(sketches)
    joined: dict[tuple[int, int], Likeness] = {}
    together: set[tuple[int, int]] = set()
    for one, other in candidate_pairs(sketches):
        if sketches[one].article_id == sketches[other].article_id:
            if told_twice(sketches[one], sketches[other]):
                joined[one, other] = Likeness(JOIN, ("one party in two spellings",))
                together.add((one, other))
            continue
        alike = compare(sketches[one], sketches[other], fame)
        if alike.points >= JOIN:
            joined[one, other] = alike
    together |= _told_apart(sketches, joined)
    kept_apart: set[tuple[int, int]] = set()
    for override, one, other in find_pairs(overrides, sketches):
        if override.relation == "must":
            joined[one, other] = Likeness(_DECIDED, (f"curated: {override.reason}",))
            together.add((one, other))
        else:
            joined.pop((one, other), None)
            kept_apart.add((one, other))

    def apart(one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        return pair in kept_apart or (pair not in together and conflict(sketches[one], sketches[other]))

    pairs = ((alike.points, *pair) for pair, alike in joined.items())
    root = partition(range(len(sketches)), pairs, apart)
    ids = [sketch.case_id for sketch in sketches]
    links = {
        (ids[one], ids[other]): alike for (one, other), alike in sorted(joined.items()) if root[one] == root[other]
    }
    return {case: ids[root[index]] for index, case in enumerate(ids)}, links


def _told_apart(sketches: Sequence[Sketch], joined: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the pairs of cases of one article, by index, that another article tells as one case of co-defendants."""
    alike: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one, other in joined:
        alike[one][sketches[other].article_id].append(other)
        alike[other][sketches[one].article_id].append(one)
    return {
        (one, other)
        for whole, articles in alike.items()
        for cases in articles.values()
        for one, other in combinations(sorted(cases), 2)
        if told_apart(sketches[one], sketches[other], sketches[whole])
    }


def _as_map(ids: Mapping[str, str]) -> pa.Table:
    return pa.table({"old": pa.array(ids.keys(), pa.string()), "new": pa.array(ids.values(), pa.string())})
