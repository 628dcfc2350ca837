"""Tell who sits in judgment where no title says judge: chairs of tribunals, masters, sheriffs, lords of a court."""

from __future__ import annotations

import re

from legalnews_dataset.documents.lexicon import FIRST, FLAGS
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import JUDGE_NOUNS

# Courts whose judges are told as `Lord Roe`, and where a sheriff is a judge.
LORDS = re.compile(
    r"\b(?:law lords|Sheriff Court|sheriff court|Court of Session|High Court (?:in|at) (?:Glasgow|Edinburgh|Aberdeen)|"
    r"High Court of Justiciary)\b"
)


def is_scots_judge(c: Clauses, m: int, head: tuple[str, ...], sign: str) -> bool:
    """Tell whether a sheriff or a lord named by surname alone sits in one of those courts."""
    a = c.first[m]
    lord = c.lower[a] in ("lord", "lady") and c.last[m] == a + 1 and not FLAGS.get(c.words[a + 1], 0) & FIRST
    return (sign == "agent" and "sheriff" in head) or (not sign and lord)


def of_the_bench(c: Clauses, k: int, start: int) -> tuple[str, tuple[str, ...], int] | None:
    """Read `the judge in Dover`, `the chairwoman of the Labour Court` and `a High Court master` that end at token k."""
    m = c.mention_at[k]
    if m >= 0 and c.kinds[c.entity_at[k]] == "place" and c.lower[c.first[m] - 1] in ("in", "of", "for"):
        at = c.first[m] - 2
        if at >= start and c.lower[at] in JUDGE_NOUNS:
            return "judge", (c.lower[at],), -1
    of = next((j for j in range(k - 1, max(start, k - 6), -1) if c.lower[j] in ("of", ",")), 0)
    presides = of > 0 and c.lower[of - 1] in _CHAIRS and not _BENCHES.isdisjoint(c.lower[of + 1 : k + 1])
    return ("judge", ("judge",), -1) if presides or c.lower[k - 1 : k + 1] == ["court", "master"] else None


_CHAIRS = frozenset("chair chairman chairwoman president master".split())
_BENCHES = frozenset("court tribunal panel bench".split())
