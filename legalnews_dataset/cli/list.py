"""`legalnews list`: the versions of a store."""

from __future__ import annotations

from typing import Annotated

import typer


def list_versions(
    store: Annotated[
        str | None, typer.Option(help="A folder or an address; without it the one of this package")
    ] = None,
) -> None:
    """List the versions of a store, oldest first, with their rows."""
    from legalnews_dataset.releases.store import open_store, read_index, read_manifest

    opened = open_store(store)
    entries = read_index(opened).values()
    if not entries:
        typer.echo(f"no versions in {opened.folder}", err=True)
    for entry in entries:
        rows = ", ".join(f"{table.rows:,} {table.name}" for table in read_manifest(opened, entry).tables)
        typer.echo(f"{entry.version:10} {entry.released_on}  {rows}")
