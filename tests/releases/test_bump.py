"""The truth table of changes and the smallest number that says them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.bump import check_version, next_version, schema_changes
from legalnews_dataset.releases.diff import Diff, TableDiff
from legalnews_dataset.releases.manifest import Column, Manifest, Table

ZERO = "0" * 64
ID = Column("quote_id", "string", False, (), (), ZERO)
KIND = Column("kind", "string", False, ("direct", "partial"), (), ZERO)
CUE = Column("cue", "string", True, (), (), ZERO)
QUOTES = Table("quotes", "quotes.parquet", 3, ("quote_id",), (ID, KIND, CUE), ZERO, ZERO)
BEFORE = Manifest("1.2.3", None, "2031-05-06", "1.0", "1.0", "none", None, {}, (), (QUOTES,), ())


def columns(*found: Column) -> Manifest:
    return replace(BEFORE, tables=(replace(QUOTES, columns=found),))


def rows(added: int = 0, removed: int = 0, changed: int = 0) -> TableDiff:
    return TableDiff("quotes", 3, 3 + added - removed, added, removed, changed, 0, (), {}, ())


SCHEMA: list[tuple[str, Manifest, str]] = [
    ("nothing", BEFORE, "1.2.4"),
    ("columns in another order", columns(CUE, KIND, ID), "1.2.4"),
    ("a new column", columns(ID, KIND, CUE, Column("tone", "string", True, (), (), ZERO)), "1.3.0"),
    ("a column gone", columns(ID, KIND), "2.0.0"),
    ("a column renamed", columns(ID, KIND, replace(CUE, name="verb")), "2.0.0"),
    ("a column retyped", columns(ID, KIND, replace(CUE, type="int32")), "2.0.0"),
    ("a column that may now be null", columns(ID, replace(KIND, nullable=True), CUE), "2.0.0"),
    ("a column that is now never null", columns(ID, KIND, replace(CUE, nullable=False)), "1.3.0"),
    ("a new label", columns(ID, replace(KIND, enum=("direct", "partial", "mixed")), CUE), "1.3.0"),
    ("a label gone", columns(ID, replace(KIND, enum=("direct",)), CUE), "2.0.0"),
    ("another key", replace(BEFORE, tables=(replace(QUOTES, key=("kind",)),)), "2.0.0"),
    ("a new table", replace(BEFORE, tables=(QUOTES, replace(QUOTES, name="rulings"))), "1.3.0"),
    ("a table gone", replace(BEFORE, tables=()), "2.0.0"),
    ("another meaning of the labels", replace(BEFORE, codebook="1.1"), "2.0.0"),
]
ROWS: list[tuple[str, TableDiff, str, str]] = [
    ("no row", rows(), "1.2.4", "none"),
    ("new rows", rows(added=1), "1.3.0", "append_only"),
    ("corrected values", rows(changed=1), "1.3.0", "corrections"),
    ("new rows and corrected values", rows(added=1, changed=1), "1.3.0", "corrections"),
    ("rows gone", rows(removed=1), "1.3.0", "removals"),
    ("everything", rows(1, 1, 1), "1.3.0", "removals"),
]


@pytest.mark.parametrize(("what", "after", "smallest"), SCHEMA, ids=[case[0] for case in SCHEMA])
def test_a_change_of_the_schema_demands(what: str, after: Manifest, smallest: str) -> None:
    diff = Diff("1.2.3", "", schema_changes(BEFORE, after), (rows(),))
    assert next_version("1.2.3", diff.level) == smallest


@pytest.mark.parametrize(("what", "table", "smallest", "content"), ROWS, ids=[case[0] for case in ROWS])
def test_a_change_of_rows_demands(what: str, table: TableDiff, smallest: str, content: str) -> None:
    diff = Diff("1.2.3", "", (), (table,))
    assert (next_version("1.2.3", diff.level), diff.content_change) == (smallest, content)


@pytest.mark.parametrize(
    ("previous", "level", "smallest"),
    [
        ("0.4.2", "patch", "0.4.3"),
        ("0.4.2", "minor", "0.5.0"),
        ("0.4.2", "major", "0.5.0"),
        ("1.9.9", "major", "2.0.0"),
    ],
)
def test_below_one_a_major_change_raises_the_minor_number(previous: str, level: str, smallest: str) -> None:
    assert next_version(previous, level) == smallest  # type: ignore[arg-type]


@pytest.mark.parametrize(("asked", "fits"), [("1.3.0", True), ("1.9.0", True), ("2.0.0", True), ("1.2.4", False)])
def test_a_larger_step_may_be_asked_for_and_a_smaller_one_not(asked: str, fits: bool) -> None:
    ask: Callable[[], str] = lambda: check_version(asked, "1.2.3", "minor", "3 rows added in quotes")  # noqa: E731
    if fits:
        assert ask() == asked
    else:
        with pytest.raises(ReleaseError, match=r"MINOR change \(3 rows added in quotes\); expected 1\.3\.0 or higher"):
            ask()
