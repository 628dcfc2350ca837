"""`legalnews evaluate`: how right a built folder is, against articles annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    folder: Annotated[Path, typer.Argument(help="A built folder, or a version folder of a store")],
    gold: Annotated[Path, typer.Argument(help="A folder of annotations, <article_id>.json")],
    texts: Annotated[Path, typer.Argument(help="A folder of the articles' texts, <article_id>.txt")],
    before: Annotated[Path | None, typer.Option(help="Another build, to compare with")] = None,
    errors: Annotated[int, typer.Option(help="How many mistakes of each cause to show in their sentence", min=0)] = 0,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON")] = False,
) -> None:
    """Print precision, recall and F1 of every table, the mistakes by cause, and what changed since another build."""
    from rich.console import Console

    from legalnews_dataset.evaluation.gold import read_gold
    from legalnews_dataset.evaluation.measure import measure
    from legalnews_dataset.evaluation.predicted import read_predicted
    from legalnews_dataset.report.accuracy import as_figures, print_difference, print_lines, print_mistakes

    annotated = read_gold(gold, texts)
    now = measure(annotated, read_predicted(folder))
    old = measure(annotated, read_predicted(before)) if before else None
    if json_:
        typer.echo(json.dumps(as_figures(now), indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    print_lines(now, len(annotated), console, old)
    if old:
        print_difference(now, old, console)
    if errors:
        print_mistakes(now.mistakes, annotated, errors, console)
