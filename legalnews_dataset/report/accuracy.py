"""Print how right a build is: the lines, the mistakes by cause, the difference of two builds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from legalnews_dataset.evaluation.gold import GoldArticle
from legalnews_dataset.evaluation.places import sentence_around
from legalnews_dataset.evaluation.tally import Measures, Mistake


def print_lines(measures: Measures, articles: int, console: Console, before: Measures | None = None) -> None:
    """Print precision, recall and F1 of every line; beside another build, how the F1 moved."""
    table = Table(box=None, header_style="dim")
    for column in ("", "precision", "recall", "F1", "gold", "found", *(("change",) if before else ())):
        table.add_column(column, justify="left" if not column else "right")
    for line, tally in measures.tallies.items():
        figures = [f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1)]
        change = [f"{tally.f1 - before.tallies[line].f1:+.3f}"] if before else []
        table.add_row(line, *figures, f"{tally.gold:,}", f"{tally.predicted:,}", *change)
    console.print(table)
    moved = f" ({measures.mean_f1() - before.mean_f1():+.3f})" if before else ""
    console.print(f"mean F1 of the five tables: {measures.mean_f1():.3f}{moved} over {articles} articles")


def print_mistakes(mistakes: Iterable[Mistake], gold: Iterable[GoldArticle], most: int, console: Console) -> None:
    """Print the mistakes grouped by line and cause, the most frequent first, each in its sentence with the span marked.

    Args:
        mistakes: what to print.
        gold: the articles, for their text.
        most: how many of each cause are printed.
        console: where to.

    """
    texts = {article.article_id: article.text for article in gold}
    groups: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
    for mistake in mistakes:
        groups[mistake.line, mistake.cause].append(mistake)
    for (line, cause), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        console.print(f"\n{line}: {cause} ({len(group)})", style="bold")
        pairs = Counter((mistake.wanted, mistake.found) for mistake in group)
        console.print(
            "  " + ", ".join(f"{w or '-'} / {f or '-'}: {n}" for (w, f), n in pairs.most_common(6)), style="dim"
        )
        for mistake in group[:most]:
            told = Text(f"  {mistake.article_id} wanted {mistake.wanted or '-'}, found {mistake.found or '-'}")
            console.print(told)
            if mistake.span:
                console.print(_marked(texts[mistake.article_id], *mistake.span))


def _marked(text: str, start: int, end: int) -> Text:
    left, right = sentence_around(text, start, end)
    marked = Text("    ")
    marked.append(" ".join(text[left:start].split()) + " ")
    marked.append(" ".join(text[start:end].split()), style="reverse")
    marked.append(" " + " ".join(text[end:right].split()))
    return marked


def print_difference(now: Measures, before: Measures, console: Console) -> None:
    """Print what got better and what got worse between two builds of the same articles."""
    fixed, broken = (
        Counter((m.line, m.cause) for m in set(one.mistakes) - set(other.mistakes))
        for one, other in ((before, now), (now, before))
    )
    for line, cause in sorted({*fixed, *broken}):
        key = (line, cause)
        console.print(f"{line}, {cause}: {fixed[key]} mistakes gone, {broken[key]} new")


def as_figures(measures: Measures) -> dict[str, object]:
    """Return the figures as JSON takes them, rounded to four places."""
    lines: dict[str, object] = {
        line: {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "gold": tally.gold,
            "predicted": tally.predicted,
        }
        for line, tally in measures.tallies.items()
    }
    return lines | {"mean f1 of the five tables": round(measures.mean_f1(), 4)}
