from __future__ import annotations

import copy
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from legalnews_dataset.errors import DataError
from legalnews_dataset.tables import schemas
from legalnews_dataset.tables.evolution import (
    Change,
    codebook,
    codebook_changes,
    contract,
    contract_changes,
    fingerprint,
    smallest_version,
    snapshot,
)

ROOT = Path(__file__).parents[2]
HISTORY = sorted(
    (json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / schemas.HISTORY).glob("*.json")),
    key=lambda kept: [int(part) for part in kept["schema_version"].split(".")],
)


def test_the_contract_is_the_last_one_of_the_history() -> None:
    assert schemas.unsaid_changes(ROOT) is None
    assert HISTORY[-1]["schema_version"] == snapshot()["schema_version"]
    assert HISTORY[-1]["schema_fingerprint"] == fingerprint(contract())


def test_each_version_of_the_history_says_its_changes() -> None:
    for kept in HISTORY:
        assert kept["schema_fingerprint"] == fingerprint(kept["contract"])
        assert kept["codebook_fingerprint"] == fingerprint(kept["codebook"])
    for old, new in pairwise(HISTORY):
        least = smallest_version(old["schema_version"], contract_changes(old["contract"], new["contract"]))
        assert [int(part) for part in least.split(".")] <= [int(part) for part in new["schema_version"].split(".")]


def test_history_files_are_named_by_their_version() -> None:
    names = {path.stem for path in (ROOT / schemas.HISTORY).glob("*.json")}
    assert names == {kept["schema_version"] for kept in HISTORY}


def to_the_end(columns: dict[str, Any], name: str) -> None:
    columns[name] = columns.pop(name)


CHANGES: list[tuple[str, Callable[[dict[str, Any]], Any], str]] = [
    ("a column removed", lambda tables: tables["quotes"]["columns"].pop("cue"), "breaking"),
    ("a column added", lambda tables: tables["quotes"]["columns"].update(mood={"type": "string"}), "compatible"),
    ("a table removed", lambda tables: tables.pop("mentions"), "breaking"),
    ("a table added", lambda tables: tables.update(motions=tables["quotes"]), "compatible"),
    ("another type", lambda tables: tables["quotes"]["columns"]["start"].update(type="int64"), "breaking"),
    ("nulls allowed", lambda tables: tables["quotes"]["columns"]["start"].update(nullable=True), "breaking"),
    ("nulls forbidden", lambda tables: tables["quotes"]["columns"]["cue"].update(nullable=False), "compatible"),
    ("a label added", lambda tables: tables["quotes"]["columns"]["kind"]["enum"].append("sung"), "breaking"),
    ("a label removed", lambda tables: tables["quotes"]["columns"]["kind"]["enum"].remove("partial"), "compatible"),
    ("a range dropped", lambda tables: tables["quotes"]["columns"]["start"].pop("ge"), "breaking"),
    ("a range given", lambda tables: tables["quotes"]["columns"]["start"].update(le="9"), "compatible"),
    ("a pattern dropped", lambda tables: tables["quotes"]["columns"]["quote_id"].pop("pattern"), "breaking"),
    ("another reference", lambda tables: tables["quotes"]["columns"]["case_id"].update(references="x"), "breaking"),
    ("another key", lambda tables: tables["quotes"].update(key="start"), "breaking"),
    ("another identity", lambda tables: tables["quotes"]["identity"].pop(), "breaking"),
    ("a rule dropped", lambda tables: tables["quotes"]["rules"].pop("ends_after_its_start"), "breaking"),
    ("a rule added", lambda tables: tables["quotes"]["rules"].update(loud="true"), "compatible"),
    ("a rule changed", lambda tables: tables["quotes"]["rules"].update(ends_after_its_start="true"), "breaking"),
    (
        "another order",
        lambda tables: tables["quotes"]["columns"].update(cue=tables["quotes"]["columns"].pop("cue")),
        "breaking",
    ),
]


@pytest.mark.parametrize(("change", "severity"), [pytest.param(*rest, id=name) for name, *rest in CHANGES])
def test_a_change_is_classified(change: Callable[[dict[str, Any]], Any], severity: str) -> None:
    new = copy.deepcopy(contract())
    change(new)
    found = contract_changes(contract(), new)
    assert [one.severity for one in found] == [severity]
    assert smallest_version("1.0", found) == ("2.0" if severity == "breaking" else "1.1")


def test_another_meaning_of_a_label_is_breaking() -> None:
    new = codebook()
    new["quotes.kind"]["direct"] = "anything between marks"
    assert [(one.where, one.severity) for one in codebook_changes(codebook(), new)] == [
        ("quotes.kind: direct", "breaking")
    ]


def test_a_change_that_is_not_said_stops_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schemas.export_schemas(tmp_path)
    monkeypatch.setattr(schemas, "contract_changes", lambda old, new: [Change("quotes.cue", "removed", "breaking")])
    with pytest.raises(DataError, match=r"quotes\.cue: removed \(breaking\): raise SCHEMA_VERSION .* to 2\.0"):
        schemas.export_schemas(tmp_path)
