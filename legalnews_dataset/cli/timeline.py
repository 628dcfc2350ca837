"""`legalnews timeline`: the events of a case over all of its articles."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def timeline(
    case_id: Annotated[str, typer.Argument(help="The id of a case", metavar="CASE_ID")],
    folder: Annotated[Path | None, typer.Option("--in", help="The folder of a build; without it a version")] = None,
    version: Annotated[str | None, typer.Option(help="The version; without it the newest")] = None,
    store: Annotated[str | None, typer.Option(help="The store; without it the one of this package")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
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
