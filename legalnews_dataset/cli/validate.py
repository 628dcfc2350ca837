"""`legalnews validate`: check a built folder against the contract."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def validate(
    folder: Annotated[Path, typer.Argument(help="A folder with <table>.parquet for the seven tables")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A folder to write validation.json and failures.parquet to")
    ] = None,
    frictionless: Annotated[bool, typer.Option(help="Check each row with frictionless too (slow)")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the report as JSON")] = False,
) -> None:
    """Check the tables of a folder against the contract; nothing in it is changed."""
    from legalnews_dataset.report.progress import counting
    from legalnews_dataset.tables.report import report_json, with_failures, write_report
    from legalnews_dataset.tables.told import told_report
    from legalnews_dataset.tables.validate import validate as run

    report = run(folder)
    if frictionless and not report.misshapen:
        from legalnews_dataset.tables.frictionless_rows import frictionless_failures

        with counting("rows") as tell:
            report = with_failures(report, frictionless_failures(folder, tell))
    if output:
        output.mkdir(parents=True, exist_ok=True)
        write_report(report, output)
    typer.echo(json.dumps(report_json(report), indent=2) if json_ else told_report(report, folder))
    sys.exit(0 if report.ok else 1)
