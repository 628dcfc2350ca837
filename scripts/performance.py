"""Write `docs/performance.md`, and the plan in `docs/scale.md`, from the figures that `scripts/bench.py` measured.

    python3 scripts/bench.py CORPUS.parquet --json docs/performance.json
    python3 scripts/performance.py

Nothing is measured here: equal figures give equal pages, and a test fails where the pages are not those of the figures.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from bench_clock import Figures
from scale import plan

DOCS = Path(__file__).resolve().parent.parent / "docs"
PLAN = re.compile(r"(?<=<!-- begin: computed -->\n).*?(?=<!-- end: computed -->)", re.DOTALL)
NOT_MEASURED = "–"
LAYER = re.compile(r"(layer|table|whole): (\w+), ms")
BUILD = re.compile(r"build of (.+): articles")
LINK = re.compile(r"link: s for ([\d,]+) articles")


def main() -> int:
    """Write the pages."""
    figures = json.loads((DOCS / "performance.json").read_text(encoding="utf-8"))
    for name, text in pages(figures, (DOCS / "scale.md").read_text(encoding="utf-8")).items():
        (DOCS / name).write_text(text, encoding="utf-8")
    return 0


def pages(figures: Figures, scale: str) -> dict[str, str]:
    """Return the text of the pages, given that of docs/scale.md before."""
    return {"performance.md": performance(figures), "scale.md": PLAN.sub(lambda _: plan(figures), scale)}


def performance(figures: Figures) -> str:
    """Return docs/performance.md."""
    cores, load = told(figures, "machine: cores", 0), told(figures, "machine: load before", 2)
    made = (
        "Made by `scripts/performance.py` from `performance.json`, which `scripts/bench.py CORPUS` measured on press\n"
        f"releases of {told(figures, 'corpus: characters an article', 0)} characters on average, with "
        f"legalnews_dataset {told(figures, 'machine: legalnews_dataset')} and Python\n"
        f"{told(figures, 'machine: python')}, on {cores} cores ({told(figures, 'machine: processor')}; load before: "
        f"{load}), in {told(figures, 'bench: seconds', 0)} seconds. Figures of\n"
        "one core are processor time, all others wall time.\n"
    )
    parts = [
        "# Performance\n",
        made,
        "## What was asked for\n",
        *table(("", "measured", "asked for"), goals(figures)),
        "\n## Beside others, in the same run\n",
        *table(("what", "this package", "other", "ratio"), peers(figures)),
        "\n## Extraction, on one core\n",
        *table(("", "ms an article", "share"), layers(figures)),
        "\n## Builds\n",
        *table(("build", "articles", "s", "of them extraction", "articles a second", "MB at most"), builds(figures)),
        "\n## Linking\n",
        *table(("articles", "s", "ms an article", "MB at most"), links(figures)),
        "\n## A crawl\n",
        *table(("", ""), group(figures, "crawl: ")),
        "\n## Checks, releases, loading\n",
        *table(("", ""), [row for name in ("contract", "validate", "release", "diff", "load", "import")
                          for row in group(figures, f"{name}: ", keep=True)]),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def goals(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield what is asked for and what was measured."""
    yield ("articles extracted in a second on one core", told(figures, "extract: articles a second", 0), "800")
    yield ("times faster than spaCy's full pipeline", told(figures, "spacy: times slower than extract", 0), "60")
    whole = total(figures, "build of the whole: seconds", "release: s for the whole, the first version")
    articles = told(figures, "build of the whole: articles", 0)
    yield (f"s for {articles} articles, raw to released, two processes", whole, "20")
    efficiency = "build of the whole: parallel efficiency"
    yield ("parallel efficiency of two processes", told(figures, efficiency, 2), "0.8")
    yield ("the same, of extraction alone", told(figures, f"{efficiency} of extraction", 2), "")
    yield (f"MB at most for {articles} articles", told(figures, "build of the whole: peak MB", 0), "1,000")
    large = told(figures, "build of 10 copies: articles", 0)
    yield (f"MB at most for {large} articles", told(figures, "build of 10 copies: peak MB", 0), "1,000")


def peers(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield what this package and another need for the same, or for a part of it."""
    ours = told(figures, "extract: articles a second", 0)
    yield (
        "articles a second: all tables; spaCy's small English pipeline", ours,
        told(figures, "spacy: articles a second", 1), told(figures, "spacy: times slower than extract", 0),
    )  # fmt: skip
    yield (
        "articles a second: all tables; eyecite's citations alone", ours,
        told(figures, "eyecite: articles a second, citations alone", 0),
        told(figures, "eyecite: times slower than extract", 2),
    )  # fmt: skip
    rows, checked = (number(figures, name) for name in ("contract: rows", "contract: s for all awards, best of 3"))
    slower = number(figures, "contract: times slower a row is frictionless")
    yield (
        "rows checked in a second: this package's contract; frictionless", shown(divided(rows, checked), 0),
        shown(divided(divided(rows, checked), slower), 0), shown(slower, 0),
    )  # fmt: skip
    theirs, times = number(figures, "pandas: s to read the corpus"), number(figures, "pandas: times faster than read")
    yield (
        "s to read the corpus: into checked articles; pandas.read_parquet",
        shown(theirs * times if theirs and times else None, 2), shown(theirs, 2), shown(divided(1, times), 2),
    )  # fmt: skip
    again, file = (number(figures, f"load: s {what} events") for what in ("for", "of pandas for the file of"))
    again = number(figures, "load: s for events, again")
    yield ("s to load events: `load()`; pandas.read_parquet", shown(again, 3), shown(file, 3),
           shown(divided(file, again), 2))  # fmt: skip


def layers(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield the time of each layer and table and their share, the whole first."""
    found = {(match[1], match[2]): number(figures, name) or 0 for name in figures if (match := LAYER.fullmatch(name))}
    whole = sum(took for (group, _), took in found.items() if group == "whole")
    words = {"annotate": "all layers", "tell": "all tables", "to_rows": "as rows"}
    for (group, name), took in sorted(found.items(), key=lambda item: (item[0][0] != "whole", -item[1])):
        label = words.get(name, name) if group == "whole" else f"{group}: {name.removesuffix('_records')}"
        yield (label, f"{took:.2f}", f"{took / whole:.0%}")


def builds(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield time and memory of each build."""
    names = [match[1] for name in figures if (match := BUILD.fullmatch(name))]
    for name in sorted(names, key=lambda name: (number(figures, f"build of {name}: articles"), name)):
        own = f"build of {name}: "
        times = (told(figures, own + what, 1) for what in ("seconds", "seconds of extraction"))
        rates = (told(figures, own + what, 0) for what in ("articles a second", "peak MB"))
        yield (name, told(figures, f"{own}articles", 0), *times, *rates)


def links(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield the time of linking by number of articles."""
    sizes = sorted(int(match[1].replace(",", "")) for name in figures if (match := LINK.fullmatch(name)))
    for size in sizes:
        took = number(figures, f"link: s for {size:,} articles")
        memory = told(figures, f"link: MB at most for {size:,} articles", 0)
        yield (f"{size:,}", shown(took, 1), shown(divided(1000 * took if took else None, size), 2), memory)


def group(figures: Figures, prefix: str, *, keep: bool = False) -> Iterable[tuple[str, ...]]:
    """Yield all figures whose names begin so."""
    for name, figure in figures.items():
        if name.startswith(prefix):
            yield (name if keep else name.removeprefix(prefix), shown(figure, None))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the lines of a table, or that nothing was measured."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return ["Not measured."]
    return [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *lines]


def number(figures: Figures, name: str) -> float | None:
    """Return a figure that is a number, None where there is none."""
    figure = figures.get(name)
    return float(figure) if isinstance(figure, int | float) else None


def told(figures: Figures, name: str, digits: int | None = None) -> str:
    """Return a figure as it is written."""
    return shown(figures.get(name), digits)


def total(figures: Figures, *names: str) -> str:
    """Return the sum of figures as it is written."""
    found = [number(figures, name) for name in names]
    return shown(sum(filter(None, found)) if None not in found else None, 1)


def shown(figure: float | str | None, digits: int | None) -> str:
    """Return a number as it is written; with three significant digits where their number is not given.

    >>> shown(1234.5, 0), shown(0.01234, None), shown(1234.5, None), shown(None, 0)
    ('1,234', '0.0123', '1,234', '–')
    """
    if figure is None or isinstance(figure, str):
        return figure or NOT_MEASURED
    if digits is None and figure == int(figure):
        digits = 0
    elif digits is None:
        digits = next((places for places in range(6) if abs(figure) * 10**places >= 100), 6)
    return f"{figure:,.{digits}f}"


def divided(one: float | None, other: float | None) -> float | None:
    """Return one number over another, None where one is missing."""
    return one / other if one is not None and other else None


if __name__ == "__main__":
    sys.exit(main())
