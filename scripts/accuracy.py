"""Measure the accuracy of the package on gold and write it to `docs/accuracy.md` and `docs/accuracy.json`.

    python3 scripts/accuracy.py ../shared

Needs the environment of `scripts/build.py` and a folder of gold: `articles/dev.jsonl`, `articles/dev/`, `gold/dev/` and
`peers/`. Articles are cited by their id and offsets; none of their text is written.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from environment import BIN, ROOT
from lessons import is_invented, read_annotated
from unseen import extract_unseen

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.documents import annotate
from legalnews_dataset.evaluation.calibration import Bin, reliability, rule_precision
from legalnews_dataset.evaluation.gold import GoldArticle, read_gold
from legalnews_dataset.evaluation.measure import measure
from legalnews_dataset.evaluation.predicted import Predicted, as_predicted, read_predicted
from legalnews_dataset.evaluation.tally import TABLES, Measures, Mistake
from legalnews_dataset.pipeline import extract_article
from legalnews_dataset.report.accuracy import as_figures

# The outlets whose articles nobody read while rules were written; what was learned from gold was learned without them
# too, but for the weights that ship.
HELD_OUT = ("aeb", "cnndm", "da", "pol", "wn")

LAYERS = ("names", "dates", "money", "courts", "quotes", "captions")

TARGETS = {"cases": 0.85, "parties": 0.80, "events": 0.68, "quotes": 0.92, "awards": 0.85}
PEERS = {
    "quotes at 0.5": "GenderGapTracker 77, textacy 66",
    "quotes at 0.8": "GenderGapTracker 75, textacy 65",
    "date intervals": "Recognizers 70, dateparser 53",
    "person": "spaCy sm 61",
    "organization": "spaCy sm 52",
    "microsoft/Recognizers-Text": "Recognizers 81",
}
LAYER_TARGETS = {
    "quotes at 0.5": 93,
    "quotes at 0.8": 91,
    "date intervals": 86,
    "person": 85,
    "organization": 66,
    "microsoft/Recognizers-Text": 95,
}


def main() -> int:
    """Build, measure, write."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    shared = Path(sys.argv[1]).resolve()
    gold = read_gold(shared / "gold" / "dev", shared / "articles" / "dev")
    with tempfile.TemporaryDirectory() as temporary:
        built = Path(temporary) / "dev"
        legalnews("build", str(shared / "articles" / "dev.jsonl"), "-o", str(built))
        predicted = read_predicted(built)
        layers = measure_layers(shared / "peers", Path(temporary))
    unseen = extract_unseen(shared)
    articles = [a for a in read_articles([shared / "articles" / "dev.jsonl"]) if isinstance(a, Article)]
    invented = {
        "held out": list(read_annotated(shared, held_out=True)),
        "learned from": [pair for pair in read_annotated(shared) if is_invented(pair[0].article_id)],
    }
    page = write_page(gold, predicted, layers, unseen, articles, invented)
    (ROOT / "docs" / "accuracy.md").write_text(page, encoding="utf-8")
    (ROOT / "docs" / "accuracy.json").write_text(write_figures(gold, unseen), encoding="utf-8")
    print(page)
    return 0


def write_figures(gold: list[GoldArticle], unseen: dict[str, Predicted]) -> str:
    """Return the figures as JSON; put beside the tables of a build, `legalnews release` publishes them with it."""
    told = {"measured_on": f"{len(gold)} gold articles, each read by models that never saw its outlet"}
    return json.dumps(told | as_figures(measure(gold, unseen)), indent=2) + "\n"


def legalnews(*arguments: str) -> None:
    """Run the command line of the environment."""
    subprocess.run([str(BIN / "legalnews"), *arguments], check=True, capture_output=True)


def measure_layers(peers: Path, folder: Path) -> dict[str, dict[str, float] | float]:
    """Return what the scorer of the layers' gold says of each layer."""
    figures: dict[str, dict[str, float] | float] = {}
    for kind in ("quotes", "dates", "names", "money", "courts"):
        annotated = folder / f"{kind}.jsonl"
        legalnews("annotate", str(peers / f"{kind}_dev.jsonl.gz"), "-o", str(annotated))
        command = [sys.executable, str(peers / "score_layers.py"), kind, str(peers / f"{kind}_dev.jsonl.gz")]
        done = subprocess.run([*command, str(annotated)], check=True, capture_output=True, text=True)
        figures |= json.loads(done.stdout)
    return figures


def write_page(
    gold: list[GoldArticle],
    predicted: dict[str, Predicted],
    layers: dict[str, dict[str, float] | float],
    unseen: dict[str, Predicted],
    articles: list[Article],
    invented: dict[str, list[tuple[Article, GoldArticle]]],
) -> str:
    """Return the page in Markdown."""
    parts = {
        "tuned on": [article for article in gold if outlet(article) not in HELD_OUT],
        "held out": [article for article in gold if outlet(article) in HELD_OUT],
        "whole": gold,
    }
    measures = {f"{name}, unseen": measure(articles, unseen) for name, articles in parts.items()}
    fair = measures["whole, unseen"]
    measures["whole, as shipped"] = measure(gold, predicted)
    outlets = {name: measure(of_outlet(gold, name), unseen) for name in sorted({outlet(a) for a in gold})}
    sections = [
        HEAD.format(held=", ".join(f"`{name}`" for name in HELD_OUT), sizes=sizes(parts)),
        "## Tables\n\n" + table_of_tables(measures),
        "## All lines\n\n" + table_of_lines(measures),
        "## Outlets\n\nF1 by the first letters of the article ids.\n\n" + table_of_outlets(gold, outlets),
        INVENTED + table_of_invented(invented),
        "## Layers\n\n" + table_of_layers(layers),
        "## What each layer adds\n\nF1 of the tables where a layer finds nothing, on the whole gold.\n\n"
        + table_of_ablations(gold, articles),
        "## Rules\n\nRows by the rule that made them, and the share of them that is right (whole gold; rules with ten "
        "rows or more).\n\n" + table_of_rules(unseen, fair),
        "## Confidence\n\nRows by their `confidence`, and the share of them that is right.\n\n"
        + table_of_reliability(reliability(unseen, fair)),
        "## Mistakes that remain\n\n" + table_of_mistakes(measures["tuned on, unseen"].mistakes),
    ]
    return "\n\n".join(sections) + "\n"


HEAD = """# Accuracy

Written by `python3 scripts/accuracy.py ../shared`; not edited by hand. A row counts as right where the gold
annotations, made by careful readers who follow the codebook, say the same; two such readers agree at F1 0.98 (cases),
0.92 (parties), 0.88 (events), 1.00 (quotes and awards).

{sizes} Nobody read the articles of the held-out outlets ({held})
while rules were written; their totals were looked at, and some constants chosen by them, so that they flatter a little.

The weights of the event and role models that ship are trained on all gold articles and on 598 of our own
(`scripts/lessons`), so that a measure of them on gold flatters. *Unseen* means: each outlet is read by models trained
on other outlets and on what we invented (`scripts/unseen.py`); this is what to expect of a new outlet, and what
everything below shows unless it says *as shipped*.
The same figures for any build: `legalnews evaluate BUILD GOLD TEXTS`, with `--errors 5` for mistakes in their
sentences and `--before OTHER` for what changed."""


INVENTED = """## Newsrooms that gold lacks

City desks, tabloids, wires and broadsheets, in reports that we invented and annotated (`scripts/lessons`); as shipped.
They are denser than real reports, with more parties and side cases, and thus harder. Nothing was learned from those
held out, though their totals were looked at; models learned from the others, and some rules were made from them.

"""


def table_of_invented(parts: dict[str, list[tuple[Article, GoldArticle]]]) -> str:
    """Show F1 of the five tables on the articles of our own."""
    measures = {
        f"{name} ({len(pairs)})": measure(
            [told for _, told in pairs],
            {article.article_id: as_predicted(extract_article(article)) for article, _ in pairs},
        )
        for name, pairs in parts.items()
    }
    rows = [[table, *(f"{part.tallies[table].f1:.3f}" for part in measures.values())] for table in TABLES]
    rows.append(["mean", *(f"{part.mean_f1():.3f}" for part in measures.values())])
    return markdown(["F1", *measures], rows)


def outlet(article: GoldArticle) -> str:
    """Return the outlet: the id up to its first hyphen."""
    return article.article_id.partition("-")[0]


def of_outlet(gold: Iterable[GoldArticle], name: str) -> list[GoldArticle]:
    """Return the articles of an outlet."""
    return [article for article in gold if outlet(article) == name]


def sizes(parts: dict[str, list[GoldArticle]]) -> str:
    """Say how large the parts are."""
    return f"{len(parts['whole'])} articles: {len(parts['tuned on'])} tuned on, {len(parts['held out'])} held out."


def markdown(head: list[str], rows: Iterable[list[str]]) -> str:
    """Return a table; the first column to the left, the others to the right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def table_of_tables(measures: dict[str, Measures]) -> str:
    """Show F1 of the five tables on each part, beside the targets."""
    rows = [
        [table, *(f"{part.tallies[table].f1:.3f}" for part in measures.values()), f"{TARGETS[table]:.2f}"]
        for table in TABLES
    ]
    rows.append(["mean", *(f"{part.mean_f1():.3f}" for part in measures.values()), "0.82"])
    return markdown(["F1", *measures, "target"], rows)


def table_of_lines(measures: dict[str, Measures]) -> str:
    """Show precision, recall and F1 of every line, on the whole, and F1 on the held-out part."""
    rows = []
    for line, tally in measures["whole, unseen"].tallies.items():
        figures = [f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1)]
        counts = [f"{tally.gold:,}", f"{tally.predicted:,}"]
        rows.append([line, *figures, f"{measures['held out, unseen'].tallies[line].f1:.3f}", *counts])
    return markdown(["line", "precision", "recall", "F1", "F1 held out", "gold", "found"], rows)


def table_of_outlets(gold: list[GoldArticle], outlets: dict[str, Measures]) -> str:
    """Show F1 of the five tables by outlet; a dash where gold has fewer than five rows."""
    rows = []
    for name, part in outlets.items():
        cells = [f"{t.f1:.3f}" if (t := part.tallies[table]).gold >= 5 else "–" for table in TABLES]
        rows.append([name + ("*" if name in HELD_OUT else ""), f"{len(of_outlet(gold, name))}", *cells])
    return markdown(["outlet (* held out)", "articles", *TABLES], rows)


def table_of_layers(layers: dict[str, dict[str, float] | float]) -> str:
    """Set each layer beside the best that others reach on the same measure."""
    rows = []
    for name, figures in layers.items():
        if not isinstance(figures, dict):
            rows.append([name, "", "", f"{figures}", "", ""])
            continue
        speaker = f"; speaker {figures['speaker accuracy']}" if "speaker accuracy" in figures else ""
        target = f"{LAYER_TARGETS[name]}" if name in LAYER_TARGETS else ""
        cells = [f"{figures['P']}", f"{figures['R']}", f"{figures['F1']}{speaker}", target, PEERS.get(name, "")]
        rows.append([name, *cells])
    return markdown(["layer", "precision", "recall", "F1", "target", "others"], rows)


def table_of_ablations(gold: list[GoldArticle], articles: list[Article]) -> str:
    """Show F1 of the five tables with one layer after the other switched off."""
    rows = []
    for layer in ("none", *LAYERS):
        empty = ((), ()) if layer == "names" else ()
        off = nullcontext() if layer == "none" else patch.object(annotate, f"find_{layer}", lambda *_, e=empty: e)
        with off:
            found = {article.article_id: as_predicted(extract_article(article)) for article in articles}
        figures = measure(gold, found)
        cells = [f"{figures.tallies[table].f1:.3f}" for table in TABLES]
        rows.append([layer, *cells, f"{figures.mean_f1():.3f}"])
    return markdown(["without", *TABLES, "mean"], rows)


def table_of_rules(predicted: dict[str, Predicted], whole: Measures) -> str:
    """List the rules with their rows and precision."""
    rows = [
        [f"{table}: {rule}", f"{count}", f"{right / count:.2f}"]
        for (table, rule), (right, count) in sorted(rule_precision(predicted, whole).items())
        if count >= 10
    ]
    return markdown(["table and rule", "rows", "right"], rows)


def table_of_reliability(bins: list[Bin]) -> str:
    """Set confidence against the share that is right."""
    rows = [[b.table, f"{b.low:.1f} to {b.high:.1f}", f"{b.rows}", f"{b.mean:.2f}", f"{b.right:.2f}"] for b in bins]
    return markdown(["table", "confidence", "rows", "mean confidence", "right"], rows)


def table_of_mistakes(mistakes: list[Mistake]) -> str:
    """List the most frequent kinds of mistakes, each with articles and offsets to look at."""
    kinds: dict[tuple[str, str, str, str], list[Mistake]] = defaultdict(list)
    for mistake in mistakes:
        wanted, found = (mistake.wanted, mistake.found) if mistake.line in ("events", "awards") else ("", "")
        kinds[mistake.line, mistake.cause, wanted, found].append(mistake)
    counts = Counter({kind: len(group) for kind, group in kinds.items() if kind[0] != "party names"})
    rows = []
    for (line, cause, wanted, found), count in counts.most_common(20):
        group = kinds[line, cause, wanted, found]
        cited = [f"{m.article_id}" + (f" {m.span[0]}–{m.span[1]}" if m.span else "") for m in group[:3]]
        rows.append([f"{line}: {cause}", wanted or "–", found or "–", f"{count}", ", ".join(cited)])
    return markdown(["what", "gold", "found", "times", "for example"], rows)


if __name__ == "__main__":
    sys.exit(main())
