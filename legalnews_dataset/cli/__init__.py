"""The command line, `legalnews`: one file per command; each parses, calls and prints."""

from __future__ import annotations

import sys
import warnings

import typer

from legalnews_dataset.cli.annotate import annotate
from legalnews_dataset.cli.build import build
from legalnews_dataset.cli.diff import diff
from legalnews_dataset.cli.evaluate import evaluate
from legalnews_dataset.cli.hydrate import hydrate
from legalnews_dataset.cli.list import list_versions
from legalnews_dataset.cli.lock import lock
from legalnews_dataset.cli.publish import publish
from legalnews_dataset.cli.pull import pull
from legalnews_dataset.cli.rebuild import rebuild
from legalnews_dataset.cli.release import release
from legalnews_dataset.cli.retract import retract
from legalnews_dataset.cli.schemas import schemas
from legalnews_dataset.cli.show import show
from legalnews_dataset.cli.timeline import timeline
from legalnews_dataset.cli.validate import validate
from legalnews_dataset.cli.verify import verify
from legalnews_dataset.cli.why import why
from legalnews_dataset.errors import LegalNewsError, UsageError

app = typer.Typer(
    name="legalnews",
    help="News reports on court cases as versioned tables. Exit codes: 0 fine, 1 bad data or refused, 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(annotate)
app.command()(build)
app.command()(release)
app.command("list")(list_versions)
app.command()(show)
app.command()(why)
app.command()(timeline)
app.command()(diff)
app.command()(verify)
app.command()(rebuild)
app.command()(lock)
app.command()(publish)
app.command()(pull)
app.command()(retract)
app.command()(hydrate)
app.command()(evaluate)
app.command()(validate)
app.add_typer(schemas, name="schemas")


@app.callback()
def root() -> None:
    """Keep the name of the command even while there is only one."""


def main() -> None:
    """Run the command line; errors and warnings are told in one line and never as a traceback."""
    warnings.showwarning = _tell_warning
    try:
        app()
    except LegalNewsError as error:
        typer.echo(f"legalnews: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        typer.echo(f"legalnews: this cannot be read or written{place}: {error.strerror or error}", err=True)
        sys.exit(2 if isinstance(error, _WRONG_PATHS) else 1)
    except KeyboardInterrupt:
        typer.echo("legalnews: stopped; no half-made output was left", err=True)
        sys.exit(130)


_WRONG_PATHS = (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError)


def _tell_warning(message: Warning | str, *_: object, **__: object) -> None:
    typer.echo(f"legalnews: {message}", err=True)
