"""`legalnews build`: raw articles become the seven tables."""

from __future__ import annotations

import shlex
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
    scheduler: Annotated[
        str | None, typer.Option(help="Run on a Dask cluster: tcp://host:8786, or local:N for N processes")
    ] = None,
    links: Annotated[Path | None, typer.Option(help="CSV of articles that must or cannot tell one case")] = None,
    keep: Annotated[
        Literal["auto", "legal", "all"],
        typer.Option(help="legal: only articles that report on a legal proceeding; auto: so for crawls (WARC)"),
    ] = "auto",
    onto: Annotated[Path | None, typer.Option(help="An earlier build with --parts: read only what it has not")] = None,
    parts: Annotated[bool, typer.Option(help="Keep what each article tells, for a later build --onto this")] = False,
    resume: Annotated[
        bool | None, typer.Option("--resume/--fresh", help="Go on with a build that was stopped, or begin anew")
    ] = None,
    patience: Annotated[
        float, typer.Option(help="Seconds that an article may take before it is set aside", min=1)
    ] = 300,
    show: Annotated[bool, typer.Option(help="Print the tables when they are built")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the summary as JSON")] = False,
) -> None:
    """Build the seven tables of raw articles into a folder, on all cores.

    What is done of a build that is stopped (Ctrl-C, a full disk, a kill) is kept beside the folder: the same command
    with --resume goes on from there and gives the same bytes.
    """
    from legalnews_dataset.articles.source import list_sources
    from legalnews_dataset.errors import UsageError
    from legalnews_dataset.pipeline import build as run
    from legalnews_dataset.report.build import print_summary
    from legalnews_dataset.report.progress import counting
    from legalnews_dataset.unfinished import unfinished_parts

    sources = list_sources(inputs, input_format)
    try:
        with counting("articles") as tell:
            summary = run(
                sources,
                output,
                workers=workers,
                links=links,
                keep=keep,
                onto=onto,
                scheduler=scheduler,
                parts=parts,
                on_progress=tell,
                resume=resume,
                patience=patience,
            )
    except BaseException as error:
        if not isinstance(error, UsageError) and unfinished_parts(output):
            again = shlex.join(["legalnews", *(arg for arg in sys.argv[1:] if arg != "--fresh"), "--resume"])
            typer.echo(f"legalnews: what is done is kept; to go on: {again}", err=True)
        raise
    print_summary(summary, output, show=show, as_json=json_)
    if strict and summary.failures:
        sys.exit(1)
