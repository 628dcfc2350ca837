"""`legalnews diff`: what changed from one version to another."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Json, Store


def diff(
    before: Annotated[str, typer.Argument(help="The older version")],
    after: Annotated[str, typer.Argument(help="The newer version")],
    store: Store = None,
    json_: Json = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown")] = False,
) -> None:
    """Compare two versions: schema, rows and cells, with the reason of each change."""
    from legalnews_dataset.releases.compare import compare
    from legalnews_dataset.releases.store import open_store
    from legalnews_dataset.releases.tell import diff_json, diff_markdown, diff_text

    found = compare(open_store(store), before, after)
    if json_:
        typer.echo(json.dumps(diff_json(found), indent=1, ensure_ascii=False))
    else:
        typer.echo(diff_markdown(found) if markdown else diff_text(found))
