"""`legalnews why`: the articles of a case and the evidence that joined them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Build, Json, Store, Version


def why(
    case_id: Annotated[str, typer.Argument(help="The id of a case", metavar="CASE_ID")],
    folder: Build = None,
    version: Version = None,
    store: Store = None,
    json_: Json = False,
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
