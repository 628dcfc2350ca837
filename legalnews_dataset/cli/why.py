"""`legalnews why`: the articles of a case and the evidence that joined them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def why(
    case_id: Annotated[str, typer.Argument(help="The id of a case", metavar="CASE_ID")],
    folder: Annotated[Path | None, typer.Option("--in", help="The folder of a build; without it a version")] = None,
    version: Annotated[str | None, typer.Option(help="The version; without it the newest")] = None,
    store: Annotated[str | None, typer.Option(help="The store; without it the one of this package")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Show the articles that tell a case and the evidence that joined them."""
    from legalnews_dataset.loading import why as explain

    case = explain(case_id, version, store=store, build=folder)
    if json_:
        typer.echo(json.dumps(asdict(case), indent=1, ensure_ascii=False))
        return
    typer.echo(f"{case.case_id}  {case.name}")
    for told in case.articles:
        typer.echo(f"  {told.published_on or 'undated'}  {told.article_id}  {told.title or told.words}")
    for link in case.evidence:
        typer.echo(f"  {link.article_id} + {link.other_article_id}: {link.points:g} points: {link.reasons}")
