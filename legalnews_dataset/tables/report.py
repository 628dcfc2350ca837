"""What a validation found: rows seen, checks run, failures."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.tables.contract import CODEBOOK_VERSION, SCHEMA_VERSION, TABLES
from legalnews_dataset.tables.evolution import contract, fingerprint
from legalnews_dataset.tables.failure import Failure, each_failure, failures_table

_TOOLS = ("duckdb", "pandas", "pandera", "pyarrow")


@dataclass(frozen=True, slots=True)
class Ran:
    """One check that really ran, and the number of rows that it saw."""

    table: str
    column: str
    check: str
    rows: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found.

    Args:
        rows: the number of rows of each table that was read.
        checks: each check that ran.
        failures: the breaches, in the columns of `failure.FAILURES_SCHEMA`.

    """

    rows: dict[str, int]
    checks: tuple[Ran, ...]
    failures: pa.Table

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return bool(self.failures.num_rows == 0)

    @property
    def misshapen(self) -> bool:
        """Whether a table is missing, cannot be read, or has other columns, so that its rows were not asked."""
        return len(self.rows) < len(TABLES)


def with_failures(report: Report, more: Iterable[Failure]) -> Report:
    """Return the report with more failures, which another tool found."""
    return Report(report.rows, report.checks, pa.concat_tables([report.failures, failures_table(more)]))


def report_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values: what ran on how many rows, with which tools, and failures by their check."""
    counts = Counter((found.table, found.column, found.check) for found in each_failure(report.failures))
    ordered = sorted(counts.items(), key=lambda item: tuple(str(part) for part in item[0]))
    return {
        "ok": report.ok,
        "schema_version": SCHEMA_VERSION,
        "schema_fingerprint": fingerprint(contract()),
        "codebook_version": CODEBOOK_VERSION,
        "rows": report.rows,
        "checks_run": len(report.checks),
        "checks": dict(sorted(Counter(ran.table for ran in report.checks).items())),
        "failures": report.failures.num_rows,
        "failures_by_check": [
            {"table": table, "column": column, "check": check, "count": count}
            for (table, column, check), count in ordered
        ],
        "tools": {"python": platform.python_version(), **{tool: version(tool) for tool in _TOOLS}},
    }


def write_report(report: Report, folder: Path) -> None:
    """Write `validation.json` and `failures.parquet` into a folder that exists."""
    pq.write_table(report.failures, folder / "failures.parquet", compression="zstd", version="2.6")
    told = json.dumps(report_json(report), indent=2, ensure_ascii=False)
    (folder / "validation.json").write_text(told + "\n", encoding="utf-8", newline="\n")
