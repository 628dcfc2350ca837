"""Measure what spaCy adds as a second voter on names, on the gold articles and the layer's gold.

    python3 scripts/second_voter.py ../shared

Needs the extra `[spacy]`. *open*: spaCy says what a name of several words is whose kind the rules leave open. *veto*:
besides, a person or a body that spaCy calls the other is called what spaCy says, unless a title stands before it.
Prints the F1 of the tables with the models as they ship, and of the names layer.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench_peers import SPACY_MODELS

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.documents import names
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Tokens
from legalnews_dataset.documents.parts import Part
from legalnews_dataset.evaluation.gold import read_gold
from legalnews_dataset.evaluation.measure import measure
from legalnews_dataset.evaluation.predicted import as_predicted
from legalnews_dataset.evaluation.tally import TABLES
from legalnews_dataset.pipeline import extract_article

_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place"}


def main() -> int:
    """Measure without spaCy and with its vote."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    import spacy

    model = next(filter(spacy.util.is_package, SPACY_MODELS))
    pipeline = spacy.load(model, disable=["lemmatizer", "attribute_ruler", "tagger", "parser"])
    shared = Path(sys.argv[1]).resolve()
    gold = read_gold(shared / "gold" / "dev", shared / "articles" / "dev")
    articles = [a for a in read_articles([shared / "articles" / "dev.jsonl"]) if isinstance(a, Article)]
    for vote in ("none", "open", "veto"):
        finder = names.find_names if vote == "none" else with_vote(pipeline, veto=vote == "veto")
        with patch("legalnews_dataset.documents.annotate.find_names", finder):
            figures = measure(gold, {a.article_id: as_predicted(extract_article(a)) for a in articles})
            layer = measure_names(shared / "peers")
        cells = [f"{table} {figures.tallies[table].f1:.3f}" for table in (*TABLES, "party names")]
        print(f"{vote:6}{', '.join(cells)}, mean {figures.mean_f1():.4f}; {layer}", flush=True)
    return 0


def with_vote(pipeline: Any, *, veto: bool) -> Callable[..., Any]:
    """Return `find_names` with spaCy's vote on the kind of each name."""

    def find(text: str, tokens: Tokens, sentences: Any) -> Any:
        said = {(e.start_char, e.end_char): _KINDS.get(e.label_, "") for e in pipeline(text).ents}
        decide = names._decide

        def voted(parts: list[Part], words: tuple[str, ...], lowered: set[str]) -> list[Part]:
            ours = decide(parts, words, lowered)
            return [change(part, said, tokens) for part in ours]

        def change(part: Part, said: dict[tuple[int, int], str], tokens: Tokens) -> Part:
            span = tokens.starts[part.units[0].first], tokens.ends[part.units[-1].last - 1]
            kind = said.get(span, "")
            both = {part.kind, kind} == {"person", "organization"}
            if len(part.units) > 1 and kind and (not part.kind or (veto and both and not part.title)):
                return part._replace(kind=kind)
            return part

        with patch.object(names, "_decide", voted):
            return names.find_names(text, tokens, sentences)

    return find


def measure_names(peers: Path) -> str:
    """Return what the scorer of the layers' gold says of the names."""
    gold = peers / "names_dev.jsonl.gz"
    with tempfile.TemporaryDirectory() as temporary:
        told = Path(temporary) / "names.jsonl"
        with told.open("w", encoding="utf-8") as out:
            for article in read_articles([gold]):
                if isinstance(article, Article):
                    document = annotate(article)
                    spans = [
                        {"start": m.start, "end": m.end, "kind": document.entities[m.entity].kind}
                        for m in document.mentions
                    ]
                    out.write(json.dumps({"id": article.article_id, "names": spans}) + "\n")
        command = [sys.executable, str(peers / "score_layers.py"), "names", str(gold), str(told)]
        lines = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return ", ".join(f"{kind} {line['F1']}" for kind, line in lines.items())


if __name__ == "__main__":
    sys.exit(main())
