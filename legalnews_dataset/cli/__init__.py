"""The command line: `legalnews`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def _root() -> None:
    """Turn legal news into tables."""


@app.command()
def build(inputs: list[Path], output: Annotated[Path, typer.Option("-o", "--output")]) -> None:
    """Build the seven tables of raw articles into a folder."""
    from legalnews_dataset.pipeline import build as run

    for name, count in run(inputs, output).items():
        typer.echo(f"{name:10}{count:8}")


def main() -> None:
    """Run the command line."""
    app()
