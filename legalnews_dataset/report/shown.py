"""Print a row in the words of its article, or an article with the evidence of its rows marked."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from legalnews_dataset.releases.shown import Shown

STYLES = {
    "quotes": "green",
    "awards": "bold yellow",
    "events": "cyan",
    "parties": "magenta",
    "cases": "bold blue",
    "articles": "reverse",
}


def print_shown(shown: Shown, console: Console | None = None) -> None:
    """Print it to the terminal."""
    console = console or Console(highlight=False)
    key, name = next(iter(shown.row.values())), shown.table
    console.print(Text(f"{name} {key}", style=STYLES.get(name, "reverse")), Text(f"version {shown.version}", "dim"))
    for column, value in shown.row.items():
        if value not in (None, [], "") and column != "text":
            console.print(Text(f"  {column:18}", "dim") + Text(str(value)))
    for place in shown.sources:
        heading = " · ".join(str(part) for part in (place.article_id, place.published_on, place.title) if part)
        console.print(Text(f"\n{heading} [{place.start}:{place.end}]", "dim"))
        first, last = place.start - place.sentences_start, place.end - place.sentences_start
        sentence = Text(place.sentences)
        sentence.stylize(f"{STYLES.get(name, '')} reverse", first, last)
        console.print(sentence)
    if name == "articles":
        _print_article(shown, console)


def _print_article(shown: Shown, console: Console) -> None:
    text = shown.row["text"]
    if text is None:
        console.print(
            Text("\nThe text is withheld by its licence; `legalnews hydrate` fills it from your copy.", "dim")
        )
        return
    words = Text(text)
    for mark in shown.marks:
        words.stylize(STYLES.get(mark.table, "reverse"), mark.start, mark.end)
    console.print()
    console.print(words)
    console.print()
    for mark in shown.marks:
        line = Text(f"{mark.start:>7}-{mark.end:<7}", "dim")
        line += Text(f"{mark.table:9}", STYLES.get(mark.table, "")) + Text(f"{mark.id}  ", "dim")
        console.print(line + Text(" ".join(text[mark.start : mark.end].split())[:80]), soft_wrap=True)
