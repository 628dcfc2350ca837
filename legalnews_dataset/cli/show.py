"""`legalnews show`: a row in the words of its article."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Json, Store, Version


def show(
    what: Annotated[str, typer.Argument(help="The id of an article or of a row", metavar="ARTICLE_OR_ROW")],
    version: Version = None,
    store: Store = None,
    json_: Json = False,
) -> None:
    """Show a row in the words of its article, or an article with the evidence of its rows marked."""
    from legalnews_dataset.releases.pick import find_version
    from legalnews_dataset.releases.shown import find_shown, shown_json
    from legalnews_dataset.releases.store import open_store
    from legalnews_dataset.report.shown import print_shown

    opened = open_store(store)
    shown = find_shown(opened, find_version(opened, version, "drop"), what)
    if json_:
        typer.echo(json.dumps(shown_json(shown), indent=1, ensure_ascii=False, default=str))
    else:
        print_shown(shown)
