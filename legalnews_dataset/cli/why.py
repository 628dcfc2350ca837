"""`legalnews why`: the articles of a case and the evidence that joined them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def why(
    case_id: Annotated[str, typer.Argument(help="The id of a case", metavar="CASE_ID")],
    folder: Annotated[Path, typer.Option("--in", help="The folder that a build made")],
    json_: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Show the articles that tell a case and the evidence that joined them."""
    from legalnews_dataset.records.linking.why import explain

    case = explain(folder, case_id)
    if json_:
        typer.echo(json.dumps(asdict(case), indent=1, ensure_ascii=False))
        return
    typer.echo(f"{case.case_id}  {case.name}")
    for told in case.articles:
        typer.echo(f"  {told.published_on or 'undated'}  {told.article_id}  {told.title or told.words}")
    for link in case.evidence:
        typer.echo(f"  {link.article_id} + {link.other_article_id}: {link.points:g} points: {link.reasons}")
