"""Print the timeline of a case: one line for each event, its tellings below where they are several."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from legalnews_dataset.records.timeline.telling import Telling
from legalnews_dataset.records.timeline.view import Timeline, TimelineEvent


def print_timeline(timeline: Timeline, console: Console | None = None) -> None:
    """Print it to the terminal."""
    console = console or Console(highlight=False)
    console.print(Text(f"{timeline.case_id}  {timeline.name}", "bold"))
    for event in timeline.events:
        line = Text(f"{_day(event):23}", "dim") + Text(f"{event.type:15}", "cyan")
        line += Text(" ".join((event.tellings[0].text or "").split())[:90])
        line += Text("".join(f"  ({part})" for part in (event.actor, _state(event.status)) if part), "dim")
        if event.conflicts:
            line += Text(f"  told otherwise: {', '.join(event.conflicts)}", "bold red")
        console.print(line, soft_wrap=True)
        for telling in event.tellings if len(event.tellings) > 1 else ():
            told = (telling.article_id, _day(telling), _state(telling.status), telling.actor_name, telling.text)
            console.print(
                Text("    " + " · ".join(" ".join(part.split()) for part in told if part), "dim"), soft_wrap=True
            )


def _day(event: TimelineEvent | Telling) -> str:
    if event.date_start is None or event.date_start == event.date_end:
        return str(event.date_start or "")
    return f"{event.date_start}/{event.date_end}"


def _state(status: str) -> str:
    return "" if status == "occurred" else status
