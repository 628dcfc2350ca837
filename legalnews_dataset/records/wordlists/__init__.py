"""The trade's words, one list a file, and how such a file is read."""

from __future__ import annotations

from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """Return the lines of a list, without its comments."""
    lines = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_sections(name: str) -> dict[str, list[str]]:
    """Return the words of each `key: words` line; an indented line goes on with the key before.

    >>> read_sections("irregular_forms")["steal"]
    ['stole', 'stolen']
    """
    sections: dict[str, list[str]] = {}
    key = ""
    for line in read_lines(name):
        words = line
        if not line.startswith(" "):
            key, words = line.split(":", 1)
        sections.setdefault(key, []).extend(words.split())
    return sections
