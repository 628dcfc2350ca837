"""Hand a path to DuckDB as it is, not as a pattern."""

from __future__ import annotations

from pathlib import Path


def glob_literal(path: Path) -> str:
    """Return the path so that DuckDB takes no character of it for a wildcard.

    >>> glob_literal(Path("out[1]/quotes.parquet"))
    'out[[]1]/quotes.parquet'
    """
    return "".join(f"[{char}]" if char in "*?[" else char for char in str(path))
