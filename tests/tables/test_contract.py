"""The columns that readers rely on, said once more apart from the row classes: names, types, nulls, references."""

from __future__ import annotations

import pytest

from legalnews_dataset.tables.arrow import type_name
from legalnews_dataset.tables.contract import IDENTITIES, RULES, TABLES, columns_of, key_of, references_of
from legalnews_dataset.tables.ids import PREFIXES, row_id

SPAN = "start int32, end int32, text string?"
DATES = "date_start date32[day]?, date_end date32[day]?, date_precision string"
BY = "rule string, confidence double?"
SUMS = "amount decimal128(18, 2), amount_max decimal128(18, 2)?, currency string"
COLUMNS = {
    "articles": "article_id string, title string?, published_on date32[day]?, source string?, url string?, "
    "licence string?, language string, text_sha256 string, n_chars int32, text string?, "
    "duplicate_of string?, revision_of string?",
    "cases": f"case_id string, name string, kind string, court string?, court_id string?, docket_number string?, {BY}",
    "parties": "party_id string, case_id string, entity_id string, name string, kind string, role string, "
    f"represents list<string>, {BY}",
    "events": f"event_id string, case_id string?, article_id string, type string, status string, {DATES}, "
    f"actor_party_id string?, {SPAN}, {BY}",
    "quotes": "quote_id string, case_id string?, article_id string, kind string, speaker string?, "
    f"speaker_party_id string?, cue string?, {SPAN}, {BY}",
    "awards": f"award_id string, case_id string?, article_id string, kind string, status string, {SUMS}, "
    f"payer_party_id string?, payee_party_id string?, decided_by string?, {DATES}, {SPAN}, {BY}",
    "mentions": f"mention_id string, article_id string, record_table string, record_id string, {SPAN}",
}
IDENTITY = {
    "parties": ("case_id", "entity_id", "role"),
    "events": ("article_id", "type", "start"),
    "quotes": ("article_id", "start", "end"),
    "awards": ("article_id", "start"),
    "mentions": ("article_id", "record_table", "record_id", "start"),
}
REFERENCES = {
    "articles": [],
    "cases": [],
    "parties": ["case_id cases", "represents parties"],
    "events": ["case_id cases", "article_id articles", "actor_party_id parties"],
    "quotes": ["case_id cases", "article_id articles", "speaker_party_id parties"],
    "awards": ["case_id cases", "article_id articles", "payer_party_id parties", "payee_party_id parties"],
    "mentions": [
        "article_id articles",
        *(f"record_id {table}" for table in ("cases", "parties", "events", "awards")),
    ],
}
LABELS = {
    "cases.kind": "civil criminal regulatory other",
    "parties.kind": "person organization government",
    "parties.role": "plaintiff defendant prosecutor plaintiff_attorney defense_attorney judge witness victim other",
    "events.type": "conduct investigation arrest charge filing hearing trial testimony plea verdict ruling sentence "
    "settlement dismissal appeal incident other",
    "events.status": "occurred alleged scheduled",
    "events.date_precision": "day month year decade range none",
    "quotes.kind": "direct partial",
    "awards.kind": "damages compensatory punitive settlement fine restitution forfeiture fees bail other",
    "awards.status": "awarded agreed sought reduced overturned possible",
    "awards.decided_by": "jury judge agency agreement",
    "awards.date_precision": "day month year decade range none",
    "mentions.record_table": "cases parties events awards",
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_that_readers_rely_on(table: str) -> None:
    assert ", ".join(f"{column.name} {type_name(column)}" for column in columns_of(table)) == COLUMNS[table]
    assert [f"{column.name} {target}" for column, target, _ in references_of(table)] == REFERENCES[table]
    assert key_of(table) == columns_of(table)[0].name


def test_labels_are_those_of_the_codebook() -> None:
    labels = {
        f"{table}.{column.name}": " ".join(column.col.enum)
        for table in TABLES
        for column in columns_of(table)
        if column.col.enum
    }
    assert labels == LABELS


@pytest.mark.parametrize("table", IDENTITY)
def test_ids_are_made_from_the_identity_alone(table: str) -> None:
    assert IDENTITIES[table] == IDENTITY[table]
    assert row_id(PREFIXES[table], "a", 1) == row_id(PREFIXES[table], "a", 1) != row_id(PREFIXES[table], "a1")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_and_rule_is_explained_in_a_sentence(table: str) -> None:
    said = [column.col.description for column in columns_of(table)] + [rule.says for rule in RULES[table]]
    for sentence in said:
        assert sentence[0].isupper() or sentence[0].isalpha()
        assert not sentence.endswith(".")
    names = [rule.name for rule in RULES[table]]
    assert len(set(names)) == len(names)
    assert {rule.column for rule in RULES[table]} <= {column.name for column in columns_of(table)}
