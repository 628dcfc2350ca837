from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from change import Tables, changed
from pandera.config import config_context

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.evolution import snapshot
from legalnews_dataset.tables.failure import Failure, each_failure
from legalnews_dataset.tables.report import report_json, write_report
from legalnews_dataset.tables.validate import validate
from legalnews_dataset.testing import sample

SAMPLE = sample("quotes", 20, seed=4)


def failures(tables: Tables) -> list[Failure]:
    return list(each_failure(validate(tables).failures))


def retyped(table: str, column: str, kind: pa.DataType) -> Tables:
    rows = SAMPLE[table]
    return SAMPLE | {table: rows.set_column(rows.schema.names.index(column), column, rows[column].cast(kind))}


def test_valid_tables_pass_from_memory_and_from_a_folder(tmp_path: Path) -> None:
    for table, rows in SAMPLE.items():
        pq.write_table(rows, tmp_path / f"{table}.parquet", row_group_size=7)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    in_memory, in_folder = validate(SAMPLE), validate(tmp_path)
    assert in_memory.ok
    assert in_folder.ok
    assert set(in_memory.checks) == set(in_folder.checks)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        validate(tmp_path / "nowhere")


def test_a_path_with_wildcards_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "a[b]*?"
    folder.mkdir()
    for table, rows in SAMPLE.items():
        pq.write_table(rows, folder / f"{table}.parquet")
    assert validate(folder).ok


def test_a_missing_column_is_told() -> None:
    wrong = SAMPLE | {"quotes": SAMPLE["quotes"].drop_columns(["cue"])}
    assert failures(wrong) == [Failure("quotes", None, "cue", "column_missing", None)]


def test_an_undeclared_column_is_told_with_its_type() -> None:
    wrong = SAMPLE | {"quotes": SAMPLE["quotes"].append_column("mood", pa.nulls(20, pa.string()))}
    assert failures(wrong) == [Failure("quotes", None, "mood", "column_undeclared", "string")]


def test_a_renamed_column_is_told_with_what_it_may_be() -> None:
    quotes = SAMPLE["quotes"]
    wrong = quotes.rename_columns([name.replace("speaker_party_id", "speaker_id") for name in quotes.schema.names])
    assert failures(SAMPLE | {"quotes": wrong}) == [
        Failure("quotes", None, "speaker_id", "column_undeclared", "string"),
        Failure("quotes", None, "speaker_party_id", "column_missing", "perhaps it is 'speaker_id'"),
    ]


def test_a_column_that_is_there_twice_is_told() -> None:
    wrong = SAMPLE | {"quotes": SAMPLE["quotes"].append_column("cue", SAMPLE["quotes"]["cue"])}
    assert failures(wrong) == [Failure("quotes", None, "cue", "column_twice", "2 columns of that name")]


@pytest.mark.parametrize(
    ("table", "column", "kind", "told"),
    [
        ("quotes", "start", pa.int64(), "int64, expected int32"),
        ("events", "date_start", pa.timestamp("ns"), "timestamp[ns], expected date32[day]"),
        ("awards", "amount", pa.float64(), "double, expected decimal128(18, 2)"),
        ("awards", "amount", pa.decimal128(38, 2), "decimal128(38, 2), expected decimal128(18, 2)"),
        ("quotes", "text", pa.binary(), "binary, expected string"),
    ],
)
def test_a_retyped_column_is_told_with_both_types(table: str, column: str, kind: pa.DataType, told: str) -> None:
    assert failures(retyped(table, column, kind)) == [Failure(table, None, column, "type", told)]


def test_amounts_of_19_digits_are_told_by_the_type_that_they_need() -> None:
    awards = SAMPLE["awards"]
    kind = pa.decimal128(21, 2)
    amounts = pa.array([Decimal("1234567890123456789.00")] * awards.num_rows, kind)
    wrong = awards.set_column(awards.schema.names.index("amount"), "amount", amounts)
    assert [failure.value for failure in failures(SAMPLE | {"awards": wrong})] == [
        "decimal128(21, 2), expected decimal128(18, 2)"
    ]


def test_columns_in_another_order_pass() -> None:
    turned = {table: rows.select(rows.schema.names[::-1]) for table, rows in SAMPLE.items()}
    assert validate(turned).ok


@pytest.mark.parametrize("kind", [pa.dictionary(pa.int32(), pa.string()), pa.large_string(), pa.string_view()], ids=str)
def test_other_encodings_of_strings_pass(kind: pa.DataType, tmp_path: Path) -> None:
    def recoded(rows: pa.Table) -> pa.Table:
        fields = [field.with_type(kind) if field.type == pa.string() else field for field in rows.schema]
        return rows.cast(pa.schema(fields))

    cast = {table: recoded(rows) for table, rows in SAMPLE.items()}
    assert validate(cast).ok
    for table, rows in cast.items():
        pq.write_table(rows, tmp_path / f"{table}.parquet")
    assert validate(tmp_path).ok


def test_a_date_before_1677_is_told_and_not_wrapped() -> None:
    wrong = changed(SAMPLE, "articles", 0, published_on=date(1215, 6, 15))
    told = [(failure.column, failure.check, failure.value) for failure in failures(wrong)]
    assert told == [("published_on", "minimum", "1215-06-15")]


def test_an_absent_table_is_told_and_the_others_are_checked() -> None:
    rest = {table: rows for table, rows in SAMPLE.items() if table != "awards"}
    report = validate(changed(rest, "quotes", 0, kind="shouted"))
    told = {(failure.table, failure.check) for failure in each_failure(report.failures)}
    assert told == {("awards", "table_missing"), ("quotes", "enum")}


def test_a_table_that_nobody_declared_is_told() -> None:
    assert failures(SAMPLE | {"fines": SAMPLE["awards"]}) == [Failure("fines", None, None, "table_undeclared", None)]


def test_a_file_that_is_no_parquet_file_is_told(tmp_path: Path) -> None:
    for table, rows in SAMPLE.items():
        pq.write_table(rows, tmp_path / f"{table}.parquet")
    whole = (tmp_path / "quotes.parquet").read_bytes()
    (tmp_path / "quotes.parquet").write_bytes(whole[:-20])
    told = [(failure.table, failure.check) for failure in each_failure(validate(tmp_path).failures)]
    assert told == [("quotes", "file_unreadable")]


def test_an_id_of_another_version_is_told() -> None:
    wrong = changed(SAMPLE, "events", 0, case_id="cas_" + "0" * 20, actor_party_id=None)
    told = [(failure.column, failure.check, failure.value) for failure in failures(wrong)]
    assert told == [("case_id", "foreign_key", "cas_" + "0" * 20)]


def test_no_article_is_a_failure_but_no_award_is_none() -> None:
    none = {table: rows.slice(0, 0) for table, rows in SAMPLE.items()}
    assert failures(none) == [Failure("articles", None, None, "no_rows", None)]
    assert validate(none | {"articles": SAMPLE["articles"]}).ok


def test_checks_that_were_switched_off_are_a_failure() -> None:
    with config_context(validation_enabled=False):
        told = {failure.check for failure in failures(SAMPLE)}
    assert told == {"check_did_not_run"}


def test_the_report_is_data(tmp_path: Path) -> None:
    report = validate(changed(SAMPLE, "quotes", 0, kind="shouted"))
    write_report(report, tmp_path)
    told = json.loads((tmp_path / "validation.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(report_json(report)))
    assert told["ok"] is False
    assert told["schema_fingerprint"] == snapshot()["schema_fingerprint"]
    assert told["rows"]["quotes"] == 20
    assert told["failures_by_check"] == [{"table": "quotes", "column": "kind", "check": "enum", "count": 1}]
    assert set(told["checks"]) == set(TABLES)
    assert set(told["tools"]) >= {"pandera", "duckdb", "pyarrow"}
    assert pq.read_table(tmp_path / "failures.parquet").to_pylist()[0]["value"] == "shouted"
