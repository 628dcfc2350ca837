"""`legalnews build`: raw articles become the seven tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def build(
    inputs: Annotated[
        list[Path], typer.Argument(help="Files or folders of articles: .txt, .jsonl, .jsonl.gz, .parquet")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write the tables to")],
) -> None:
    """Build the seven tables of raw articles into a folder."""
    from legalnews_dataset.pipeline import build as run

    for name, count in run(inputs, output).items():
        typer.echo(f"{name:10}{count:8}")
