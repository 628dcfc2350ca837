"""`legalnews retract`: take a version, an article or a row back."""

from __future__ import annotations

from typing import Annotated

import typer

from legalnews_dataset.cli.options import Store


def retract(
    what: Annotated[str, typer.Argument(help="A version, or the id of an article or of a row")],
    because: Annotated[str, typer.Option(help="The reason, which users are told")],
    replaced_by: Annotated[str | None, typer.Option(help="What to use in its place")] = None,
    store: Store = None,
) -> None:
    """Take something back from every version; `load` leaves it out from now on, and so does the next release."""
    from legalnews_dataset.releases.store import open_store
    from legalnews_dataset.releases.withdraw import withdraw

    item = withdraw(open_store(store), what, because, replaced_by)
    typer.echo(f"retracted {item.kind} {item.id} on {item.date}: {item.reason}")
