"""`legalnews timeline`: the events of a case over all of its articles."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from legalnews_dataset.cli.options import Build, Json, Store, Version


def timeline(
    case_id: Annotated[str, typer.Argument(help="The id of a case", metavar="CASE_ID")],
    folder: Build = None,
    version: Version = None,
    store: Store = None,
    json_: Json = False,
) -> None:
    """Show the events of a case in order, what several articles tell once, and where they disagree."""
    from legalnews_dataset.loading import timeline as read
    from legalnews_dataset.report.timeline import print_timeline

    case = read(case_id, version, store=store, build=folder)
    if json_:
        told = asdict(case)
        typer.echo(json.dumps(told, indent=1, ensure_ascii=False, default=_plain))
    else:
        print_timeline(case)


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
