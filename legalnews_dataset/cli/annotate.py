"""`legalnews annotate`: the layers of each text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legalnews_dataset.cli.inputs import INPUT_FORMAT, INPUTS


def annotate(
    inputs: Annotated[list[str], typer.Argument(help=INPUTS)],
    output: Annotated[Path, typer.Option("-o", "--output", help="The JSON lines file to write.")],
    input_format: Annotated[str | None, typer.Option(help=INPUT_FORMAT)] = None,
) -> None:
    """Write quotes, dates, names, money and courts of each text: one JSON line for every input record, in order."""
    from legalnews_dataset.articles.source import list_sources
    from legalnews_dataset.documents.layers import write_layers

    count, problems = write_layers(list_sources(inputs, input_format), output)
    for problem in problems:
        if not problem.kept:
            typer.echo(str(problem), err=True)
    typer.echo(f"{count:,} records annotated in {output}")
