"""The chance that a record is right, by the evidence that made it, as measured on gold articles."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

# A model's probability is coarse evidence: five steps of it are told apart.
STEPS = 5


def evidence(rule: str, probability: float | None) -> str:
    """Return what the chance is looked up by: the rule, and the step of the model's probability where there is one.

    >>> evidence("plea", 0.93), evidence("fined", None)
    ('plea@4', 'fined')
    """
    return rule if probability is None else f"{rule}@{min(STEPS - 1, int(probability * STEPS))}"


def confidence(table: str, rule: str, probability: float | None) -> float | None:
    """Return the chance, 0 to 1, that a row of the table made on this evidence is right; None where nobody measured.

    Evidence that gold never showed has the chance of any row of its table. The figures come from
    `scripts/calibrate.py`.
    """
    chances = _chances().get(table)
    return None if chances is None else chances.get(evidence(rule, probability), chances[""])


@lru_cache(maxsize=1)
def _chances() -> dict[str, dict[str, float]]:
    text = (files("legalnews_dataset.records") / "confidence.json").read_text(encoding="utf-8")
    chances: dict[str, dict[str, float]] = json.loads(text)
    return chances
