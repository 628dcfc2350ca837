"""`legalnews release`: a built folder becomes an immutable version."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def release(
    folder: Annotated[Path, typer.Argument(help="A built folder of the seven tables", metavar="DIR")],
    version: Annotated[
        str | None, typer.Option(help="The number; without it the smallest that the data demand")
    ] = None,
    store: Store = None,
    because: Annotated[str | None, typer.Option(help="Why rows of the version before are gone")] = None,
    released_on: Annotated[
        datetime | None, typer.Option(help="The day; without it today", formats=["%Y-%m-%d"])
    ] = None,
    withhold_unstated: Annotated[bool, typer.Option(help="Withhold text whose licence is not stated")] = False,
) -> None:
    """Check a built folder once more and freeze it as a version of a store."""
    from legalnews_dataset.releases.release import release as run
    from legalnews_dataset.releases.store import open_store

    opened, day = open_store(store), released_on and released_on.date()
    manifest = run(folder, opened, version, because=because, released_on=day, withhold_unstated=withhold_unstated)
    for table in manifest.tables:
        typer.echo(f"{table.name:10}{table.rows:8,}")
    change = f"{manifest.content_change} since {manifest.previous}" if manifest.previous else "the first version"
    typer.echo(f"released {manifest.version} ({change}) in {opened.folder}")
