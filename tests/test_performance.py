"""The pages on speed and scale are those of the figures that were measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    for name in ("performance", "scale", "bench_clock"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("scripts")
def test_the_pages_are_those_of_the_figures() -> None:
    from performance import pages

    figures = json.loads((DOCS / "performance.json").read_text(encoding="utf-8"))
    for name, text in pages(figures, (DOCS / "scale.md").read_text(encoding="utf-8")).items():
        assert text == (DOCS / name).read_text(encoding="utf-8"), f"docs/{name}: run scripts/performance.py"


@pytest.mark.usefixtures("scripts")
def test_pages_can_be_made_of_few_figures() -> None:
    from performance import pages

    made = pages({"extract: articles a second": 900.4}, "<!-- begin: computed -->\nold\n<!-- end: computed -->\n")
    assert "| articles extracted in a second on one core | 900 | 800 |" in made["performance.md"]
    assert "| times faster than spaCy's full pipeline | – | 60 |" in made["performance.md"]
    assert "Not computed" in made["scale.md"]
    assert "old" not in made["scale.md"]


@pytest.mark.usefixtures("scripts")
def test_a_month_is_computed_from_rates() -> None:
    from scale import CUT, EXTRACTED, JUDGED, LEFT, READ, plan

    rates = {CUT: 5000.0, JUDGED: 2000.0, READ: 100.0, LEFT: 10.0, "crawl: pages": 100.0, EXTRACTED: 500.0}
    built = {"articles": 1000.0, "seconds": 12.0, "seconds of extraction": 10.0}
    told = plan(rates | {f"build of the whole: {name}": figure for name, figure in built.items()})
    assert "| judge pages by their words | 1.4 |" in told  # 10.025 million pages / 2000 / 3600
    assert "| link, write and check (one process) | 0.2 |" in told  # 320,800 articles / 500 / 3600
