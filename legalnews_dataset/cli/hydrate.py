"""`legalnews hydrate`: fill withheld text from copies that the user has."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def hydrate(
    version: Annotated[str, typer.Argument(help="The version")],
    articles: Annotated[list[str], typer.Option(help="A file or folder of your copies; may be repeated")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write the tables to")],
    store: Store = None,
) -> None:
    """Write the tables of a version with withheld text filled in; exit with 1 where a copy is missing or another."""
    from legalnews_dataset.releases.hydrate import hydrate as run
    from legalnews_dataset.releases.store import find_manifest, open_store

    opened = open_store(store)
    found = run(opened, find_manifest(opened, version), articles, output)
    for article_id in found.missing:
        typer.echo(f"legalnews: no copy of {article_id}", err=True)
    for article_id in found.other_text:
        typer.echo(f"legalnews: the copy of {article_id} has other text than the one that was read", err=True)
    typer.echo(f"filled {len(found.filled):,} articles in {output}")
    sys.exit(1 if found.missing or found.other_text else 0)
