"""`legalnews schemas`: the exported schemas of the project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[Path, typer.Option(help="The project's folder, in which schemas/ and docs/ are")]


def export(root: Root = Path()) -> None:
    """Write schemas/ and docs/data-dictionary.md anew from the row classes."""
    from legalnews_dataset.tables.schemas import export_schemas

    for path in export_schemas(root):
        typer.echo(f"wrote {path}")


def check(root: Root = Path()) -> None:
    """Compare schemas/ and docs/data-dictionary.md with the row classes."""
    from legalnews_dataset.tables.schemas import EXPORT_COMMAND, drifted, unsaid_changes

    unsaid, changed = unsaid_changes(root), drifted(root)
    if unsaid:
        typer.echo(unsaid)
    for path in changed:
        typer.echo(f"{path} is not what the row classes say; run `{EXPORT_COMMAND}`")
    sys.exit(1 if unsaid or changed else 0)


schemas = typer.Typer(help="Export the schemas of the tables, or check that they are up to date.", no_args_is_help=True)
schemas.command()(export)
schemas.command()(check)
