from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import mlcroissant
import pyarrow as pa
import pytest

from legalnews_dataset.tables.arrow import arrow_schema, arrow_type
from legalnews_dataset.tables.contract import TABLES, columns_of
from legalnews_dataset.tables.parquet import write_parquet
from legalnews_dataset.tables.projections.croissant import TableFile, croissant
from legalnews_dataset.testing import sample


@pytest.fixture(scope="module")
def metadata(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("version")
    files = {}
    for table, rows in sample("awards", 12, seed=1).items():
        path = folder / f"{table}.parquet"
        write_parquet(rows, path)
        files[table] = TableFile(path.name, sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
    told = croissant(files, version="0.1.0", date_published="2031-05-06")
    (folder / "croissant.json").write_text(json.dumps(told), encoding="utf-8")
    return folder / "croissant.json"


def test_the_metadata_are_valid(metadata: Path) -> None:
    dataset = mlcroissant.Dataset(jsonld=str(metadata))
    assert not dataset.metadata.issues.errors
    assert not dataset.metadata.issues.warnings


@pytest.mark.parametrize("table", TABLES)
def test_records_are_the_rows_of_the_table(metadata: Path, table: str) -> None:
    rows = sample("awards", 12, seed=1)[table].to_pylist()
    records = list(mlcroissant.Dataset(jsonld=str(metadata)).records(table))
    key = columns_of(table)[0].name
    assert [record[f"{table}/{key}"].decode() for record in records] == [row[key] for row in rows]
    assert set(records[0]) == {f"{table}/{column.name}" for column in columns_of(table)}


@pytest.mark.parametrize("table", TABLES)
def test_fields_are_the_columns_with_their_types(metadata: Path, table: str) -> None:
    kinds = {"sc:Text": pa.string(), "sc:Integer": pa.int32(), "sc:Date": pa.date32()}
    told = json.loads(metadata.read_text(encoding="utf-8"))
    fields = next(found["field"] for found in told["recordSet"] if found["name"] == table)
    assert [field["name"] for field in fields] == arrow_schema(TABLES[table]).names
    for field, column in zip(fields, columns_of(table), strict=True):
        kind = arrow_type(column)
        assert field.get("isArray", False) == column.is_list
        if field["dataType"] == "sc:Float":
            assert pa.types.is_decimal(kind) or pa.types.is_floating(kind)
        else:
            assert kinds[field["dataType"]] == (kind.value_type if column.is_list else kind)


def test_a_file_that_is_not_the_one_described_is_refused(metadata: Path) -> None:
    told = json.loads(metadata.read_text(encoding="utf-8"))
    for file in told["distribution"]:
        file["sha256"] = "0" * 64
    wrong = metadata.parent / "wrong.json"
    wrong.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(mlcroissant.GenerationError):
        list(mlcroissant.Dataset(jsonld=str(wrong)).records("quotes"))
