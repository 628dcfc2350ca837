"""`legalnews annotate`: the layers of each text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def annotate(
    inputs: Annotated[list[Path], typer.Argument(help="Articles: .txt, .jsonl, .jsonl.gz, .parquet, or folders.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The JSON lines file to write.")],
) -> None:
    """Write quotes, dates, names, money and courts of each text: one JSON line for every input record, in order."""
    from legalnews_dataset.documents.layers import write_layers

    count, problems = write_layers(inputs, output)
    for problem in problems:
        if not problem.kept:
            typer.echo(str(problem), err=True)
    typer.echo(f"{count:,} records annotated in {output}")
