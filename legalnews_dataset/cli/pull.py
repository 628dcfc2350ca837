"""`legalnews pull`: fetch a version into the cache."""

from __future__ import annotations

from typing import Annotated

import typer


def pull(
    version: Annotated[str, typer.Argument(help="A version or a range")],
    store: Annotated[str, typer.Option(help="The address of the store")],
    table: Annotated[list[str], typer.Option(help="Fetch this table alone; may be repeated")] = [],  # noqa: B006
) -> None:
    """Fetch a version into the user's cache, verified, so that it loads without the network."""
    from legalnews_dataset.releases.manifest import File
    from legalnews_dataset.releases.pull import pull as run
    from legalnews_dataset.releases.store import open_store

    def tell(file: File, fetched: bool) -> None:
        typer.echo(f"{'fetched' if fetched else 'there':8}{file.bytes:>14,}  {file.path}")

    opened = open_store(store)
    manifest = run(opened, version, table, on_file=tell)
    typer.echo(f"{manifest.version} is in {opened.folder}")
