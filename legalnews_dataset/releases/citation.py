"""How a version is cited."""

from __future__ import annotations

TITLE = "legalnews_dataset: court cases as the news reports them, as tables"
AUTHORS = "The legalnews_dataset developers"


def citation(version: str, released_on: str) -> str:
    """Return how to cite a version in a text.

    >>> citation("1.0.0", "2031-05-06")[:53]
    'The legalnews_dataset developers (2031). legalnews_da'
    """
    return f"{AUTHORS} ({released_on[:4]}). {TITLE} (version {version}) [data set]."


def citation_cff(version: str, released_on: str) -> str:
    """Return the citation in the Citation File Format."""
    return (
        "cff-version: 1.2.0\n"
        'message: "If you use this dataset, please cite it with its version, so that others can load the same rows."\n'
        f'title: "{TITLE}"\n'
        "type: dataset\n"
        f'authors:\n  - name: "{AUTHORS}"\n'
        f"version: {version}\n"
        f"date-released: {released_on}\n"
        "license: CC-BY-4.0\n"
    )
