"""`legalnews verify`: hash every file of a version again."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def verify(
    version: Annotated[str, typer.Argument(help="The version")],
    store: Store = None,
) -> None:
    """Hash every file of a version again, and the values of its tables; exit with 1 where anything is not as listed."""
    from legalnews_dataset.releases.store import find_manifest, open_store
    from legalnews_dataset.releases.verify import problems_of

    opened = open_store(store)
    manifest = find_manifest(opened, version)
    problems = list(problems_of(opened.folder / manifest.version, manifest))
    for problem in problems:
        typer.echo(f"legalnews: {problem}", err=True)
    if problems:
        sys.exit(1)
    size = sum(file.bytes for file in manifest.files)
    typer.echo(
        f"{manifest.version} is whole: {len(manifest.files)} files, {size:,} bytes, {len(manifest.tables)} tables"
    )
