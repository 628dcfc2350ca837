"""The words that go with a version: its card, its changelog section, how to cite it and under which licence it is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from legalnews_dataset.releases.citation import citation, citation_cff
from legalnews_dataset.releases.diff import Diff
from legalnews_dataset.releases.manifest import Manifest
from legalnews_dataset.releases.tell import FIRST, diff_markdown
from legalnews_dataset.releases.withhold import Withheld
from legalnews_dataset.tables.contract import TABLES

LICENCE = """The tables of this version are licensed under the Creative Commons Attribution 4.0 International Licence
(CC BY 4.0): https://creativecommons.org/licenses/by/4.0/legalcode

The licence covers the records and their offsets. It does not cover the text of articles: each row of the articles
table names the licence of its own text, and where that does not allow handing the text on, the text is null here and
offsets and hashes stand for it (`legalnews hydrate` fills it from copies that you have).
"""


def write_card(
    manifest: Manifest,
    diff: Diff | None,
    tables: dict[str, Any],
    withheld: tuple[Withheld, ...],
    accuracy: bytes | None,
    folder: Path,
) -> None:
    """Write `README.md`, `CHANGELOG.md`, `CITATION.cff` and `LICENSE` into a version's folder."""
    because = f"\nRows are gone because: {manifest.because}\n" if manifest.because else ""
    changes = diff_markdown(diff, "##") if diff else FIRST
    texts = {
        "README.md": card(manifest, tables, withheld, accuracy),
        "CHANGELOG.md": f"# {manifest.version} - {manifest.released_on}\n\n{changes}{because}",
        "CITATION.cff": citation_cff(manifest.version, manifest.released_on),
        "LICENSE": LICENCE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def card(manifest: Manifest, tables: dict[str, Any], withheld: tuple[Withheld, ...], accuracy: bytes | None) -> str:
    """Return the data card: what is in the version, where it comes from, how good it is and how to use it."""
    rows = [f"| `{table.name}` | {table.rows:,} | {TABLES[table.name].__doc__} |" for table in manifest.tables]
    articles = tables["articles"]
    sources = Counter(source or "not stated" for source in articles["source"].to_pylist())
    days = [day for day in articles["published_on"].to_pylist() if day]
    span = f"{min(days)} to {max(days)}" if days else "not stated"
    builder = ", ".join(f"{name} {made}" for name, made in sorted(manifest.builder.items()))
    lines = [
        f"# legalnews_dataset {manifest.version}",
        "",
        "News reports on court cases as seven linked tables; every row points at the characters that say it.",
        "",
        f"Released on {manifest.released_on}; schema {manifest.schema}; codebook {manifest.codebook};",
        f"content change from {manifest.previous or 'nothing'}: {manifest.content_change}.",
        "",
        "## What is in it",
        "",
        "| table | rows | what a row is |",
        "| --- | ---: | --- |",
        *rows,
        "",
        "```python",
        "from legalnews_dataset import load",
        f'quotes = load("quotes", version="{manifest.version}")',
        "```",
        "",
        "Offsets are Unicode code points, half-open, into the article's `text`.",
        "",
        "## Where it comes from",
        "",
        f"{articles.num_rows:,} articles, published {span}. Sources: {_listed(sources)}.",
        f"Text withheld by licence: {len(withheld):,} articles (`legalnews hydrate` fills it from your copies).",
        f"Made by {builder} from {len(manifest.inputs):,} input files (`manifest.json`).",
        "",
        "## How good it is",
        "",
        *_accuracy(accuracy),
        "Every value, key, rule and span was checked on release (`validation.json`). Records are extracted by rules",
        "from what newspapers wrote: they say what an article states, not what is true; a charge is no conviction.",
        "",
        "## Licence and citation",
        "",
        "Tables: CC BY 4.0 (`LICENSE`). Text of articles: as each row of `articles` says.",
        "",
        f"> {citation(manifest.version, manifest.released_on)}",
    ]
    return "\n".join(lines) + "\n"


def _listed(counts: Counter[str], most: int = 10) -> str:
    told = [f"{name} ({count:,})" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return ", ".join(told[:most]) + (f" and {len(told) - most} more" if len(told) > most else "")


def _accuracy(accuracy: bytes | None) -> list[str]:
    if accuracy is None:
        return ["Accuracy was not measured for this version.", ""]
    return [
        "Measured against annotations by hand:",
        "",
        "```json",
        json.dumps(json.loads(accuracy), indent=1),
        "```",
        "",
    ]
