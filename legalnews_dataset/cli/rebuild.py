"""`legalnews rebuild`: build a released version again and compare."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def rebuild(
    version: Annotated[str, typer.Argument(help="The version")],
    inputs: Annotated[list[str], typer.Argument(help="Files and folders that hold the inputs it was built from")],
    store: Store = None,
    verify: Annotated[bool, typer.Option("--verify", help="Exit with 1 where a table has other values")] = False,
    workers: Annotated[int | None, typer.Option(help="Processes; one per core if not given", min=1)] = None,
) -> None:
    """Build a version again from the inputs that its manifest names, and compare each table with what was released."""
    from legalnews_dataset.rebuilding import rebuild as run
    from legalnews_dataset.releases.store import open_store

    found = run(open_store(store), version, inputs, workers)
    for table in found:
        told = "same bytes" if table.same_bytes else "same values, other bytes" if table.same_values else "OTHER VALUES"
        typer.echo(f"{table.table:10} {told}")
    if verify and not all(table.same_values for table in found):
        sys.exit(1)
