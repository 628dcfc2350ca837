"""`legalnews lock`: pin the data that a project uses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def lock(
    version: Annotated[
        str | None, typer.Argument(help="A version or a range: 1.2.0, 1.*, ~=1.2", metavar="RANGE")
    ] = None,
    use: Annotated[list[str], typer.Option(help="A table and its columns that you read: quotes:quote_id,text")] = [],  # noqa: B006
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 where the data are not the pinned ones")] = False,
    upgrade: Annotated[bool, typer.Option("--upgrade", help="Go to the newest version of the range")] = False,
    store: Store = None,
    file: Annotated[Path, typer.Option(help="The lockfile")] = Path("legalnews.lock"),
) -> None:
    """Write `legalnews.lock`, check it, or upgrade it."""
    from legalnews_dataset.releases import locking

    if check:
        drift = locking.check(file, store)
        for line in drift:
            typer.echo(f"legalnews: {line}", err=True)
        typer.echo(f"{file}: {len(drift)} differences" if drift else f"{file}: the data are the pinned ones")
        sys.exit(1 if drift else 0)
    if upgrade:
        typer.echo(locking.upgrade(file, version, store))
    else:
        typer.echo(f"{file}: pinned {locking.write(file, version, use, store)}")
