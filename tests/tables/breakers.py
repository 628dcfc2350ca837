"""For every check and every named rule of the contract, rows that break exactly it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from change import table_of

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import IDENTITIES, TABLES, columns_of, key_of, references_of
from legalnews_dataset.tables.failure import Failure
from legalnews_dataset.tables.ids import PREFIXES, row_id
from legalnews_dataset.tables.intervals import INTERVAL_RULES

Row = dict[str, Any]
Rows = dict[str, list[Row]]

TEXT = "naïve 🙂 words of a court. " * 400
CASE, OTHER_CASE = row_id("cas", "one"), row_id("cas", "two")
BY = {"rule": "test", "confidence": 0.5}
UNDATED = {"date_start": None, "date_end": None, "date_precision": "none"}


@dataclass(frozen=True)
class Broken:
    """A row that breaks one check, and how the failure must be told; `rows` are added together."""

    rows: tuple[tuple[str, Row], ...]
    failure: Failure


def article(article_id: str, text: str, **more: Any) -> Row:
    row = dict.fromkeys(column.name for column in columns_of("articles"))
    told = {"article_id": article_id, "language": "en", "text": text, "n_chars": len(text)}
    return row | told | {"text_sha256": sha256(text.encode()).hexdigest()} | more


def keyed(table: str, row: Row) -> Row:
    key = key_of(table)
    if table in {"articles", "cases"}:
        return row
    return {key: row_id(PREFIXES[table], *(row[name] for name in IDENTITIES[table]))} | row


def party(entity: str, case: str, role: str) -> Row:
    row = {"case_id": case, "entity_id": row_id("ent", entity), "name": "Ada Corrow", "kind": "person", "role": role}
    return keyed("parties", row | {"represents": []} | BY)


PLAINTIFF, STRANGER = party("p", CASE, "plaintiff"), party("s", OTHER_CASE, "plaintiff")
PARTY, STRANGE_PARTY = PLAINTIFF["party_id"], STRANGER["party_id"]


def fresh(table: str, number: int) -> Row:
    """Return a valid row that nothing leads to, different for each number, without its id."""
    start = 7 * number
    span = {"article_id": "ground", "start": start, "end": start + 5, "text": TEXT[start : start + 5]}
    match table:
        case "articles":
            return article(f"fresh-{number}", f"text {number}")
        case "cases":
            told = {"court": None, "court_id": None, "docket_number": None}
            return {"case_id": row_id("cas", number), "name": "A v. B", "kind": "civil"} | told | BY
        case "parties":
            row = party(f"fresh-{number}", CASE, "witness")
            del row["party_id"]
            return row
        case "events":
            return (
                span | {"case_id": CASE, "type": "ruling", "status": "occurred", "actor_party_id": None} | UNDATED | BY
            )
        case "quotes":
            return (
                span | {"case_id": CASE, "kind": "direct", "speaker": None, "speaker_party_id": None, "cue": None} | BY
            )
        case "awards":
            money = {"amount": Decimal(5), "amount_max": None, "currency": "USD", "kind": "fine", "status": "sought"}
            parties = {"payer_party_id": None, "payee_party_id": None, "decided_by": None}
            return span | {"case_id": CASE} | money | parties | UNDATED | BY
        case _:
            return span | {"record_table": "parties", "record_id": PARTY}


def mention(table: str, record: str | None) -> list[tuple[str, Row]]:
    """Return the mention that a case or a party must have."""
    if table not in {"cases", "parties"} or record is None:
        return []
    row = {"article_id": "ground", "record_table": table, "record_id": record, "start": 0, "end": 5, "text": TEXT[:5]}
    return [("mentions", keyed("mentions", row))]


def world(*broken: Broken) -> dict[str, Any]:
    """Return valid tables with the broken rows added."""
    rows: Rows = {table: [] for table in TABLES}
    rows["articles"].append(article("ground", TEXT))
    for case in (CASE, OTHER_CASE):
        rows["cases"].append(fresh("cases", 0) | {"case_id": case})
        rows["mentions"] += [row for _, row in mention("cases", case)]
    for one in (PLAINTIFF, STRANGER):
        rows["parties"].append(one)
        rows["mentions"] += [row for _, row in mention("parties", one["party_id"])]
    for added in broken:
        for table, row in added.rows:
            rows[table].append(row)
    return {table: table_of(table, more) for table, more in rows.items()}


def breakers(table: str) -> Iterator[Broken]:
    """Yield, for every check of the table, rows that break exactly it."""
    number = 0
    for column in columns_of(table):
        for check, value in _bad_values(column):
            number += 1
            row = keyed(table, fresh(table, number)) | {column.name: value}
            yield _broken(table, row, column.name, check, value)
    for column, target, by in references_of(table):
        number += 1
        lost = row_id(PREFIXES.get(target, "art"), "lost")
        told = {column.name: [lost] if column.is_list else lost} | ({by: target} if by else {})
        more = {"represents": {"role": "plaintiff_attorney"}, "speaker_party_id": {"speaker": "Ada Corrow"}}
        row = keyed(table, fresh(table, number) | told | more.get(column.name, {}))
        yield _broken(table, row, column.name, "foreign_key", lost)
    number += 1
    row = keyed(table, fresh(table, number))
    once = _broken(table, row, key_of(table), "unique", row[key_of(table)])
    yield Broken(((table, row), *once.rows), once.failure)
    for rule, column_name, change in _rule_breakers(table):
        number += 1
        row = keyed(table, fresh(table, number) | change)
        broken = _broken(table, row, column_name, rule, row[column_name])
        if rule == "named_in_an_article":
            broken = Broken(((table, row),), broken.failure)
        yield broken


def _broken(table: str, row: Row, column: str, check: str, value: Any) -> Broken:
    key = row[key_of(table)]
    if isinstance(value, list):  # Rules that follow a list ask each of its items, others the whole list.
        value = f"[{value[0]}]" if check == "only_attorneys_represent" else value[0]
    told = None if value is None else str(value)
    return Broken(((table, row), *mention(table, key)), Failure(table, key, column, check, told))


def _bad_values(column: Column) -> Iterator[tuple[str, Any]]:
    col = column.col
    if not column.nullable:
        yield "not_null", None
    if col.enum is not None:
        yield "enum", "no such label"
    if col.pattern is not None:
        yield "pattern", "no match!"
    if col.min_length is not None:
        yield "min_length", ""
    for check, bound, step in (("minimum", col.ge, -1), ("maximum", col.le, 1)):
        if isinstance(bound, date):
            yield check, bound + timedelta(days=step)
        elif bound is not None:
            yield check, Decimal(f"{bound + step}.00") if column.type is Decimal else column.type(bound + step)


def _rule_breakers(table: str) -> Iterator[tuple[str, str, Row]]:
    """Yield the name of each rule of the table, the column that it names, and what to change in a fresh row."""
    names = {column.name for column in columns_of(table)}
    if table in PREFIXES and table != "cases":
        key = key_of(table)
        yield "id_of_its_identity", key, {key: row_id(PREFIXES[table], "another row")}
    if "date_precision" in names:
        yield from _interval_breakers()
    if "start" in names:
        size = len(TEXT)
        yield "ends_after_its_start", "end", {"start": 3, "end": 3, "text": "x"}
        yield "ends_in_its_article", "end", {"start": size - 4, "end": size + 1, "text": TEXT[-4:]}
        yield "text_is_the_slice", "text", {"text": "wrong"}
        yield "text_withheld_with_its_article", "text", {"text": None}
    if table == "articles":
        yield "n_chars_is_the_length", "n_chars", {"n_chars": 10_000}
        yield "sha256_is_of_the_text", "text_sha256", {"text_sha256": "0" * 64}
        yield "no_nul_character", "text", article("nul", "a\0b")
    if table in {"cases", "parties"}:
        yield "named_in_an_article", key_of(table), {}
    if table == "parties":
        yield "person_is_named", "name", {"name": "The Judge"}
        yield "only_attorneys_represent", "represents", {"represents": [PARTY]}
        other = {"role": "defense_attorney", "represents": [STRANGE_PARTY]}
        yield "represents_within_its_case", "represents", other
    if table == "events":
        yield "actor_is_of_the_case", "actor_party_id", {"actor_party_id": STRANGE_PARTY}
    if table == "quotes":
        yield "party_speaker_is_named", "speaker", {"speaker_party_id": PARTY}
        told = {"speaker": "Ada Corrow", "speaker_party_id": STRANGE_PARTY}
        yield "speaker_is_of_the_case", "speaker_party_id", told
    if table == "awards":
        yield "range_of_amounts_in_order", "amount_max", {"amount_max": Decimal("4.99")}
        yield "payer_is_of_the_case", "payer_party_id", {"payer_party_id": STRANGE_PARTY}
        yield "payee_is_of_the_case", "payee_party_id", {"payee_party_id": STRANGE_PARTY, "case_id": None}


def _interval_breakers() -> Iterator[tuple[str, str, Row]]:
    wrong = {
        "dated_or_none": [("none", (2020, 1, 1), (2020, 1, 1)), ("day", None, None)],
        "dates_in_order": [("range", (2020, 1, 5), (2020, 1, 1))],
        "day_is_one_day": [("day", (2020, 1, 1), (2020, 1, 2))],
        "month_is_whole": [
            ("month", (2020, 2, 1), (2020, 2, 28)),
            ("month", (2020, 2, 2), (2020, 2, 29)),
            ("month", (2020, 1, 1), (2020, 2, 29)),
            ("month", (2019, 3, 1), (2020, 3, 31)),
        ],
        "year_is_whole": [
            ("year", (2020, 1, 1), (2020, 12, 30)),
            ("year", (2020, 1, 2), (2020, 12, 31)),
            ("year", (2020, 2, 1), (2020, 12, 31)),
            ("year", (2020, 1, 1), (2020, 10, 31)),
            ("year", (2020, 1, 1), (2021, 12, 31)),
        ],
        "decade_is_whole": [
            ("decade", (2011, 1, 1), (2020, 12, 31)),
            ("decade", (2010, 1, 1), (2020, 12, 31)),
            ("decade", (2010, 1, 1), (2019, 12, 30)),
            ("decade", (2010, 1, 1), (2019, 10, 31)),
            ("decade", (2010, 2, 1), (2019, 12, 31)),
            ("decade", (2010, 1, 2), (2019, 12, 31)),
        ],
        "range_is_longer_than_a_day": [("range", (2020, 1, 1), (2020, 1, 1))],
    }
    columns = {rule.name: rule.column for rule in INTERVAL_RULES}
    for rule, intervals in wrong.items():
        for precision, first, last in intervals:
            dates = {"date_start": first and date(*first), "date_end": last and date(*last)}
            yield rule, columns[rule], dates | {"date_precision": precision}
