"""What two versions' cases, or entities, have in common: the characters of articles that tell them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# A place is an article and where in it; a role keeps the judge of two cases of one article from joining them alone.
PLACES = {
    "cases": """
        SELECT record_id AS id, article_id || ' cases ' || start AS place
        FROM {side}_mentions WHERE record_table = 'cases'
        UNION SELECT case_id, event_id FROM {side}_events WHERE case_id IS NOT NULL
        UNION SELECT case_id, quote_id FROM {side}_quotes WHERE case_id IS NOT NULL
        UNION SELECT case_id, award_id FROM {side}_awards WHERE case_id IS NOT NULL
        UNION SELECT p.case_id, m.article_id || ' ' || p.role || ' ' || m.start
        FROM {side}_mentions m JOIN {side}_parties p ON m.record_id = p.party_id AND m.record_table = 'parties'
        UNION SELECT case_id, case_id FROM {side}_cases""",
    "entities": """
        SELECT p.entity_id AS id, m.article_id || ' ' || m.start AS place
        FROM {side}_mentions m JOIN {side}_parties p ON m.record_id = p.party_id AND m.record_table = 'parties'
        UNION SELECT entity_id, entity_id FROM {side}_parties""",
}


def evidence_pairs(
    kind: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[dict[tuple[str, str], int], dict[str, int], dict[str, int]]:
    """Return how many places each old and each new case or entity share, and how many each has.

    An id that both sides have counts as one place that they share.

    Args:
        kind: cases or entities.
        old: the seven tables of the previous version.
        new: those of the new build.

    """
    import duckdb

    with duckdb.connect() as connection:
        for side, tables in (("old", old), ("new", new)):
            for name, table in tables.items():
                connection.register(f"{side}_{name}", table)
            connection.execute(f"CREATE TEMP TABLE {side}_places AS {PLACES[kind].format(side=side)}")
        sizes = [
            dict(connection.execute(f"SELECT id, count(*) FROM {side}_places GROUP BY id").fetchall())
            for side in ("old", "new")
        ]
        pairs = connection.execute(
            "SELECT o.id, n.id, count(*) FROM old_places o JOIN new_places n USING (place) GROUP BY ALL"
        ).fetchall()
    return {(before, after): shared for before, after, shared in pairs}, sizes[0], sizes[1]
