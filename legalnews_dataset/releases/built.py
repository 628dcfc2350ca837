"""A built folder, read back in the contract's columns and checked once more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import DataError, ReleaseError, UsageError
from legalnews_dataset.folder import MARK
from legalnews_dataset.records.linking.links import Link
from legalnews_dataset.releases.canonical import member, read_json
from legalnews_dataset.releases.manifest import Input
from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.failure import each_failure
from legalnews_dataset.tables.report import Report
from legalnews_dataset.tables.validate import validate

ACCURACY = "accuracy.json"
LINKS = "links.parquet"


@dataclass(frozen=True, slots=True)
class Built:
    """A built folder.

    Its tables, their validation, what they were made from and by what, its measured accuracy, and which articles were
    joined into one case on what evidence.
    """

    tables: dict[str, Any]
    report: Report
    inputs: tuple[Input, ...]
    builder: dict[str, str]
    accuracy: bytes | None
    links: Any | None


def read_built(folder: Path) -> Built:
    """Return what a folder holds; only the seven tables must be there.

    Raises:
        UsageError: there is no such folder.
        DataError: a table is missing, unreadable, or breaks the contract.

    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not folder.is_dir():
        raise UsageError("no such folder", where=str(folder), todo="`legalnews build INPUT -o DIR` makes one")
    report = check(folder, str(folder))
    tables = {}
    for name, row_class in TABLES.items():
        path, schema = folder / f"{name}.parquet", arrow_schema(row_class)
        try:
            tables[name] = pq.read_table(path).select(schema.names).cast(schema)
        except (pa.ArrowException, OSError, KeyError, ValueError) as error:
            raise DataError(f"a table that cannot be read: {error}", where=str(path)) from error
    inputs, builder = _origin(folder / MARK)
    accuracy = folder / ACCURACY
    links = folder / LINKS
    return Built(
        tables,
        report,
        inputs,
        builder,
        accuracy.read_bytes() if accuracy.is_file() else None,
        pq.read_table(links, schema=arrow_schema(Link)) if links.is_file() else None,
    )


def check(tables: Path | dict[str, Any], where: str) -> Report:
    """Return the report of a validation that found nothing.

    Raises:
        DataError: the tables break the contract, with the first breaches.

    """
    report = validate(tables)
    if not report.ok:
        told = [
            f"{failure.table}.{failure.column or '*'} {failure.check} {failure.key or ''} {(failure.value or '')[:50]}"
            for failure in each_failure(report.failures.slice(0, 3))
        ]
        raise DataError(
            "tables that break the contract cannot be released",
            where=where,
            got=f"{report.failures.num_rows:,} failures: {'; '.join(told)}",
            todo=f"`legalnews validate {where}` lists them",
        )
    return report


def _origin(path: Path) -> tuple[tuple[Input, ...], dict[str, str]]:
    if not path.is_file():
        return (), {}
    raw, where = read_json(path.read_bytes(), str(path)), str(path)
    try:
        inputs = tuple(
            Input(
                member(item, "name", str, where), member(item, "bytes", int, where), member(item, "sha256", str, where)
            )
            for item in member(raw, "inputs", list, where)
        )
        builder = {str(name): str(made) for name, made in member(raw, "builder", dict, where).items()}
    except ReleaseError as error:
        raise DataError(f"a description of the build that cannot be read: {error}") from error
    return inputs, builder
