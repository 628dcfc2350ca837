"""Learn from gold how often each rule is right and write `records/confidence.json`, the confidence of future rows.

    python3 scripts/calibrate.py ../shared

The rows are made by models that never saw their outlet. Prints the reliability of confidences that are learned on the
other outlets alone, which is what a reader of new articles may expect. Needs scikit-learn (dependency group `train`)
and a folder of gold: `articles/` and `gold/dev/`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from unittest.mock import patch

from environment import ROOT
from unseen import extract_unseen

from legalnews_dataset.evaluation.calibration import chance_by_evidence, judged
from legalnews_dataset.evaluation.gold import read_gold
from legalnews_dataset.evaluation.measure import measure
from legalnews_dataset.records import rows
from legalnews_dataset.records.confidence import evidence

OUT = ROOT / "legalnews_dataset" / "records" / "confidence.json"
Judged = tuple[str, str, bool]


def main() -> int:
    """Extract, judge, write, print."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    shared = Path(sys.argv[1]).resolve()
    by_outlet = judge(shared)
    everything = [row for judged_rows in by_outlet.values() for row in judged_rows]
    OUT.write_text(json.dumps(chance_by_evidence(everything), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print_reliability(by_outlet)
    return 0


def judge(shared: Path) -> dict[str, list[Judged]]:
    """Return for each outlet the table, the evidence and the rightness of every row of its gold articles."""
    by_outlet: dict[str, list[Judged]] = defaultdict(list)
    # The rows carry the model's own probability here, which is a part of the evidence and not yet a confidence.
    with patch.object(rows, "confidence", lambda _table, _rule, probability: probability):
        predicted = extract_unseen(shared)
    measures = measure(read_gold(shared / "gold" / "dev", shared / "articles" / "dev"), predicted)
    for article_id, found in predicted.items():
        for table, row, right in judged({article_id: found}, measures):
            by_outlet[article_id.partition("-")[0]].append((table, evidence(row["rule"], row["confidence"]), right))
    return by_outlet


def print_reliability(by_outlet: dict[str, list[Judged]]) -> None:
    """Print, for confidences learned without the outlet of the row, the share of rows that is right in each step."""
    bins: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for outlet, judged_rows in by_outlet.items():
        chances = chance_by_evidence(row for other, rows in by_outlet.items() if other != outlet for row in rows)
        for table, made_on, right in judged_rows:
            chance = chances[table].get(made_on, chances[table][""])
            bins[table, min(9, int(chance * 10))].append(right)
    print("table      confidence   rows  right")
    for (table, step), rights in sorted(bins.items()):
        print(f"{table:10} {step / 10:.1f} to {step / 10 + 0.1:.1f} {len(rights):6} {sum(rights) / len(rights):6.2f}")


if __name__ == "__main__":
    sys.exit(main())
