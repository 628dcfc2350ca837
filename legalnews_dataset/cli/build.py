"""`legalnews build`: raw articles become the seven tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from legalnews_dataset.cli.inputs import INPUT_FORMAT, INPUTS


def build(
    inputs: Annotated[list[str], typer.Argument(help=INPUTS)],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write the tables to")],
    input_format: Annotated[str | None, typer.Option(help=INPUT_FORMAT)] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 1 where anything was set aside")] = False,
    workers: Annotated[int | None, typer.Option(help="Processes; one per core if not given", min=1)] = None,
    links: Annotated[Path | None, typer.Option(help="CSV of articles that must or cannot tell one case")] = None,
    keep: Annotated[
        Literal["auto", "legal", "all"],
        typer.Option(help="legal: only articles that report on a legal proceeding; auto: so for crawls (WARC)"),
    ] = "auto",
    onto: Annotated[Path | None, typer.Option(help="An earlier build with --parts: read only what it has not")] = None,
    parts: Annotated[bool, typer.Option(help="Keep what each article tells, for a later build --onto this")] = False,
    show: Annotated[bool, typer.Option(help="Print the tables when they are built")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the summary as JSON")] = False,
) -> None:
    """Build the seven tables of raw articles into a folder."""
    from legalnews_dataset.articles.source import list_sources
    from legalnews_dataset.pipeline import build as run
    from legalnews_dataset.report.build import print_summary
    from legalnews_dataset.report.progress import counting

    with counting("articles") as tell:
        summary = run(
            list_sources(inputs, input_format),
            output,
            workers=workers,
            links=links,
            keep=keep,
            onto=onto,
            parts=parts,
            on_progress=tell,
        )
    print_summary(summary, output, show=show, as_json=json_)
    if strict and summary.failures:
        sys.exit(1)
