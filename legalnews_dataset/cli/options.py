"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Store: TypeAlias = Annotated[str | None, typer.Option(help="The store; without it the one of this package")]
Version: TypeAlias = Annotated[str | None, typer.Option(help="The version; without it the newest")]
Build: TypeAlias = Annotated[Path | None, typer.Option("--in", help="The folder of a build; without it a version")]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON")]
