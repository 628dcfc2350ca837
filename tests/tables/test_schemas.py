from __future__ import annotations

from pathlib import Path

from legalnews_dataset.tables.contract import SCHEMA_VERSION
from legalnews_dataset.tables.schemas import EXPORT_COMMAND, drifted, export_schemas, schema_files

ROOT = Path(__file__).parents[2]


def test_the_exported_schemas_are_what_the_row_classes_say() -> None:
    assert drifted(ROOT) == [], f"run `{EXPORT_COMMAND}` and commit what it wrote"


def test_a_changed_file_is_noticed_and_mended(tmp_path: Path) -> None:
    assert export_schemas(tmp_path) == [*schema_files(), f"schemas/history/{SCHEMA_VERSION}.json"]
    quotes = tmp_path / "schemas" / "quotes.schema.json"
    quotes.write_text(quotes.read_text(encoding="utf-8").replace("quote_id", "id"), encoding="utf-8")
    assert drifted(tmp_path) == export_schemas(tmp_path) == ["schemas/quotes.schema.json"]
    assert drifted(tmp_path) == []
