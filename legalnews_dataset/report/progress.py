"""Tell how far a long run is: a line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.text import Text

# Told how many are done, and how many there are where that is known.
Tell: TypeAlias = Callable[[int, int | None], None]

# Seconds before anything is said, and between two lines where they stay.
_QUIET = 2.0
_EVERY = 30.0


@contextmanager
def counting(what: str) -> Iterator[Tell]:
    """Give a function that shows on standard error how many things are done, how fast, and the time that is left.

    What takes less than two seconds is not told. A log gets a line every half a minute. An output that is closed stops
    nothing.
    """
    console = Console(stderr=True)
    with _on_terminal(what, console) if console.is_terminal else _in_log(what) as tell:
        yield tell


def told(what: str, done: int, total: int | None, seconds: float) -> str:
    """Return in words how far a run is.

    >>> told("articles", 3000, 12000, 10)
    '3,000 of 12,000 articles, 300 a second, 0:30 left'
    >>> told("rows", 5, None, 0.0)
    '5 rows'
    """
    rate = done / seconds if seconds > 0 else 0.0
    words = [f"{done:,} of {total:,} {what}" if total else f"{done:,} {what}"]
    if rate:
        words.append(f"{rate:,.0f} a second" if rate >= 10 else f"{rate:,.1f} a second")
    if rate and total and total > done:
        minutes, rest = divmod(round((total - done) / rate), 60)
        hours, minutes = divmod(minutes, 60)
        words.append(f"{hours}:{minutes:02}:{rest:02} left" if hours else f"{minutes}:{rest:02} left")
    return ", ".join(words)


class _Told(ProgressColumn):
    """The words of `told`, counted again each time the line is drawn."""

    def render(self, task: Task) -> Text:
        total = int(task.total) if task.total else None
        return Text(told(task.description, int(task.completed), total, task.elapsed or 0.0))


@contextmanager
def _on_terminal(what: str, console: Console) -> Iterator[Tell]:
    columns = (SpinnerColumn(), _Told(), TextColumn(""))
    started, shown = time.monotonic(), False
    with Progress(*columns, console=console, transient=True, auto_refresh=True) as progress:
        task = progress.add_task(what, total=None, visible=False)

        def tell(done: int, total: int | None) -> None:
            nonlocal shown
            shown = shown or time.monotonic() - started >= _QUIET
            progress.update(task, completed=done, total=total, visible=shown)

        yield tell


@contextmanager
def _in_log(what: str) -> Iterator[Tell]:
    started = time.monotonic()
    due = started + _EVERY

    def tell(done: int, total: int | None) -> None:
        nonlocal due
        now = time.monotonic()
        if now >= due:
            due = now + _EVERY
            with suppress(OSError, ValueError):  # closed
                sys.stderr.write(f"legalnews: {told(what, done, total, now - started)}\n")
                sys.stderr.flush()

    yield tell
