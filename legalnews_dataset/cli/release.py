"""`legalnews release`: a built folder becomes an immutable version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def release(
    folder: Annotated[Path, typer.Argument(help="A built folder of the seven tables", metavar="DIR")],
    version: Annotated[
        str | None, typer.Option(help="The number; without it the smallest that the data demand")
    ] = None,
    store: Annotated[str | None, typer.Option(help="The store; without it the one of this package")] = None,
) -> None:
    """Check a built folder once more and freeze it as a version of a store."""
    from legalnews_dataset.releases.release import release as run
    from legalnews_dataset.releases.store import open_store

    opened = open_store(store)
    manifest = run(folder, opened, version)
    for table in manifest.tables:
        typer.echo(f"{table.name:10}{table.rows:8}")
    typer.echo(f"released {manifest.version} in {opened.folder}")
