"""Link the cases and entities of a build: sketches, candidate pairs, evidence, clusters, merged tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import duckdb
import pyarrow as pa

from legalnews_dataset.records.linking.candidates import candidate_pairs
from legalnews_dataset.records.linking.entities import Participation, link_entities
from legalnews_dataset.records.linking.likeness import JOIN, Likeness, compare, conflict, name_years
from legalnews_dataset.records.linking.merge import make_linked_views
from legalnews_dataset.records.linking.partition import partition
from legalnews_dataset.records.linking.sketch import read_sketches
from legalnews_dataset.tables.column import Col

# DuckDB works within this much memory and spills the rest, so that a build of any size stays small.
_MEMORY = "300MB"


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that were found to tell one case: `links.parquet` has these columns."""

    case_id: Annotated[str, Col("The case that both tell")]
    article_id: Annotated[str, Col("An article")]
    other_article_id: Annotated[str, Col("Another article")]
    points: Annotated[float, Col("The sum of the evidence")]
    reasons: Annotated[str, Col("The evidence, each with its points")]


@contextmanager
def linked_tables(
    parts: Mapping[str, list[Path]], spill: Path
) -> Iterator[tuple[duckdb.DuckDBPyConnection, list[Link]]]:
    """Give a connection with a view `linked_<table>` for each table of a build, and the links that were made.

    Args:
        parts: for each table the Parquet files that hold it, in any order and any number.
        spill: a folder for what does not fit into memory.

    """
    with duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(spill), "threads": 2}) as tables:
        for table, files in parts.items():
            tables.read_parquet([str(file) for file in files]).create_view(table)
        cases, links = link_cases(tables)
        tables.register("case_map_arrow", _as_map(cases))
        tables.execute("create table case_map as select * from case_map_arrow")
        told = tables.sql(
            """select entity_id, case_map.new, parties.name, parties.kind, role, court_id
               from parties join case_map on old = parties.case_id join cases using (case_id)"""
        ).fetchall()
        tables.register("entity_map_arrow", _as_map(link_entities(Participation(*row) for row in told)))
        tables.execute("create table entity_map as select * from entity_map_arrow")
        make_linked_views(tables)
        yield tables, links


def link_cases(tables: duckdb.DuckDBPyConnection) -> tuple[dict[str, str], list[Link]]:
    """Return for each provisional case the case that it is, named by the smallest provisional id, and the links."""
    sketches = read_sketches(tables)
    years = name_years(sketches)
    joined: dict[tuple[int, int], Likeness] = {}
    for one, other in candidate_pairs(sketches):
        alike = compare(sketches[one], sketches[other], years)
        if alike.points >= JOIN:
            joined[one, other] = alike
    root = partition(sketches, ((alike.points, *pair) for pair, alike in joined.items()), conflict)
    links = [
        Link(
            sketches[root[one]].case_id,
            sketches[one].article_id,
            sketches[other].article_id,
            alike.points,
            "; ".join(alike.reasons),
        )
        for (one, other), alike in sorted(joined.items())
        if root[one] == root[other]
    ]
    return {sketch.case_id: sketches[root[index]].case_id for index, sketch in enumerate(sketches)}, links


def _as_map(ids: Mapping[str, str]) -> pa.Table:
    return pa.table({"old": pa.array(ids.keys(), pa.string()), "new": pa.array(ids.values(), pa.string())})
