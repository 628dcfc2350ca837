"""Rewrite tables whose cases and entities were linked: one row for each case and participation, keys carried along.

Everything here is SQL over the tables of a build (views `cases`, `parties`, …) and two maps from provisional ids to
linked ones (`case_map`, `entity_map`, columns `old` and `new`), so that DuckDB can spill what does not fit into memory.
"""

from __future__ import annotations

import duckdb

from legalnews_dataset.tables.ids import DIGITS, SEPARATOR


def _minted(prefix: str, *columns: str) -> str:
    """Return SQL that mints an id from columns, as `tables.ids.row_id` does."""
    return f"'{prefix}_' || left(sha256(concat_ws(chr({SEPARATOR}), {', '.join(columns)})), {DIGITS})"


_PARTY_MAP = f"""
    create table party_map as
    select party_id as old, {_minted("par", "c.new", "e.new", "role")} as new, c.new as case_id, e.new as entity_id,
           role in ('plaintiff', 'defendant') as principal
    from parties join case_map c on c.old = parties.case_id join entity_map e on e.old = parties.entity_id
"""

# The name that most articles give the case, the longest among equals; the court by its best-evidenced id.
_CASES = """
    select new as case_id,
           first(name order by same_name desc, length(name) desc, name) as name,
           first(kind order by same_kind desc, kind desc) as kind,
           first(court order by court_id is null, same_court desc, length(court) desc, court)
               filter (court is not null) as court,
           first(court_id order by same_court desc, court_id) filter (court_id is not null) as court_id,
           first(docket_number order by same_docket desc, docket_number)
               filter (docket_number is not null) as docket_number,
           first(rule order by confidence desc nulls last, rule) as rule,
           max(confidence) as confidence
    from (
        select *, count(*) over (partition by new, name) as same_name,
               count(*) over (partition by new, kind) as same_kind,
               count(*) over (partition by new, court_id) as same_court,
               count(*) over (partition by new, docket_number) as same_docket
        from cases join case_map on old = case_id
    )
    group by new
"""

_PARTIES = """
    with clients as (
        select party_map.new as party_id, list(distinct client.new order by client.new) as represents
        from (select party_id, unnest(represents) as old_client from parties) as told
        join party_map on party_map.old = told.party_id join party_map as client on client.old = told.old_client
        group by party_map.new
    ),
    named as (
        select m.case_id, m.entity_id, first(name order by length(name) desc, name) as name,
               first(kind order by same_kind desc, kind) as kind
        from (select *, count(*) over (partition by entity_id, kind) as same_kind from parties) as parties
        join party_map m on m.old = parties.party_id
        group by m.case_id, m.entity_id
    )
    select m.new as party_id, m.case_id, m.entity_id, any_value(named.name) as name, any_value(named.kind) as kind,
           any_value(role) as role, coalesce(any_value(clients.represents), []) as represents,
           first(rule order by confidence desc nulls last, rule) as rule, max(confidence) as confidence
    from parties join party_map m on m.old = parties.party_id
    join named on named.case_id = m.case_id and named.entity_id = m.entity_id
    left join clients on clients.party_id = m.new
    group by m.new, m.case_id, m.entity_id
"""

# A principal party that an article names in one of its cases only is named there for its other case, too, where other
# articles make it a party of that one: the debtor of a bankruptcy that is told beside the lawsuit against it.
_MENTIONS = f"""
    with told as (
        select article_id, record_table, start, "end", text, coalesce(c.new, p.new, record_id) as linked,
               coalesce(c.new, p.case_id) as case_id, p.entity_id
        from mentions
        left join case_map c on record_table = 'cases' and c.old = record_id
        left join party_map p on record_table = 'parties' and p.old = record_id
    ),
    cases_told as (select distinct article_id, case_id from told where record_table = 'cases'),
    principals as (select distinct new, case_id, entity_id from party_map where principal),
    shared as (
        select told.article_id, 'parties', told.start, told."end", told.text, principals.new
        from cases_told join principals using (case_id)
        join told on told.article_id = cases_told.article_id and told.entity_id = principals.entity_id
        where not exists (
            from told as known where known.article_id = cases_told.article_id
            and known.case_id = cases_told.case_id and known.entity_id = principals.entity_id
        )
    )
    select {_minted("men", "article_id", "record_table", "linked", "start")} as mention_id, article_id, record_table,
           linked as record_id, start, max("end") as "end", max_by(text, "end") as text
    from (
        select article_id, record_table, start, "end", text, linked from told union all from shared
    )
    group by article_id, record_table, linked, start
"""


def _rekeyed(table: str, *party_columns: str) -> str:
    """Return SQL for a table of which only the keys change."""
    replaced = ["c.new as case_id", *(f"{column}_map.new as {column}" for column in party_columns)]
    joins = ["left join case_map c on c.old = told.case_id"]
    joins += [f"left join party_map {column}_map on {column}_map.old = told.{column}" for column in party_columns]
    return f"select told.* replace ({', '.join(replaced)}) from {table} as told {' '.join(joins)}"


LINKED = {
    "articles": "select * from articles",
    "cases": _CASES,
    "parties": _PARTIES,
    "events": _rekeyed("events", "actor_party_id"),
    "quotes": _rekeyed("quotes", "speaker_party_id"),
    "awards": _rekeyed("awards", "payer_party_id", "payee_party_id"),
    "mentions": _MENTIONS,
}


def make_linked_views(tables: duckdb.DuckDBPyConnection) -> None:
    """Make a view `linked_<table>` for each of the seven tables."""
    tables.execute(_PARTY_MAP)
    for table, query in LINKED.items():
        tables.execute(f"create view linked_{table} as {query}")
