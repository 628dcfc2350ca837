"""`legalnews publish`: copy versions to a folder or a bucket."""

from __future__ import annotations

from typing import Annotated

import typer


def publish(
    target: Annotated[str, typer.Argument(help="A folder, s3://…, gs://… or hf://…", metavar="STORE")],
    version: Annotated[list[str], typer.Option(help="A version; without any, all that are not there")] = [],  # noqa: B006
    store: Annotated[str | None, typer.Option(help="The store to copy from; without it that of this package")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the plan and write nothing")] = False,
) -> None:
    """Copy versions and retractions to another store: every file read back, the index last; run it again to resume."""
    from legalnews_dataset.releases.publish import Step
    from legalnews_dataset.releases.publish import publish as run
    from legalnews_dataset.releases.store import open_store

    def tell(step: Step) -> None:
        typer.echo(f"{'there' if step.present else 'sent':8}{step.bytes:>14,}  {step.version}/{step.path}")

    steps = run(open_store(store), open_store(target), tuple(version), dry_run=dry_run, on_step=tell)
    for step in steps if dry_run else ():
        typer.echo(f"{'keep' if step.present else 'send':8}{step.bytes:>14,}  {step.version}/{step.path}")
    versions = ", ".join(dict.fromkeys(step.version for step in steps)) or "nothing"
    typer.echo(f"{'would publish' if dry_run else 'published'} {versions} to {target}")
