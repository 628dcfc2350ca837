"""The package's own measure gives the numbers of the reference scorer, on builds that are wrong in many ways."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legalnews_dataset.evaluation.gold import read_gold
from legalnews_dataset.evaluation.measure import measure
from legalnews_dataset.evaluation.names import same_name
from legalnews_dataset.evaluation.pairing import best_pairs
from legalnews_dataset.evaluation.predicted import read_predicted
from legalnews_dataset.records.rows import row_id
from legalnews_dataset.report.accuracy import as_figures
from legalnews_dataset.tables.awards import Awards
from legalnews_dataset.tables.cases import Cases
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.events import Events
from legalnews_dataset.tables.mentions import Mentions
from legalnews_dataset.tables.parquet import to_arrow, write_parquet
from legalnews_dataset.tables.parties import Parties
from legalnews_dataset.tables.quotes import Quotes


def corrupted_build(gold_folder: Path, texts: Path, out: Path, seed: int) -> None:
    """Write gold as a build, with a third of its records dropped, doubled, moved or relabelled at random."""
    dice = random.Random(seed)  # noqa: S311 - noise, not a secret
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    for article in read_gold(gold_folder, texts):
        aid, text = article.article_id, article.text
        cases = {c.key: row_id("cas", aid, c.key) for c in article.cases}
        parties: dict[str, str] = {}
        for case in article.cases:
            kind = dice.choice([case.kind, case.kind, case.kind, "civil"])
            court = dice.choice([case.court_id, case.court_id, "nysd", None])
            rows["cases"].append(Cases(cases[case.key], case.name, kind, None, court, None, "test", None))
            if dice.random() < 0.7:
                rows["mentions"].append(
                    Mentions(row_id("men", cases[case.key]), aid, "cases", cases[case.key], 0, 1, text[:1])
                )
        for party in article.parties:
            for case_key, true_role in party.roles:
                role = dice.choice([true_role, true_role, true_role, "defendant", "other"])
                name = dice.choice([party.name, party.name, *party.forms])
                key = row_id("par", aid, party.key, case_key, role)
                if dice.random() < 0.8 and key not in parties.values():
                    parties[party.key] = key
                    rows["parties"].append(
                        Parties(
                            key, cases[case_key], row_id("ent", aid, party.key), name, party.kind, role, (), "t", None
                        )
                    )
                    rows["mentions"].append(Mentions(row_id("men", key), aid, "parties", key, 0, 1, text[:1]))
        for number, event in enumerate(article.events * 2):
            if dice.random() < 0.5:
                start, end = dice.choice(event.places)
                kind = dice.choice([event.type, event.type, event.type, "ruling"])
                day = dice.choice([event.start, event.start, None, date(2001, 1, 1)])
                actor = parties.get(event.actor or "")
                rows["events"].append(
                    Events(
                        row_id("eve", aid, number), None, aid, kind, dice.choice([event.status, "alleged"]), day,
                        event.end if day else None, "none", actor, start, end, text[start:end], "test", None,
                    )
                )  # fmt: skip
        for number, quote in enumerate(article.quotes * 2):
            if dice.random() < 0.6:
                start, end = quote.span
                end = max(start + 1, end - dice.choice([0, 0, 2, (end - start) // 2]))
                speaker = dice.choice([quote.speaker, quote.speaker, None, "Somebody Else"])
                rows["quotes"].append(
                    Quotes(
                        row_id("quo", aid, number), None, aid, "direct", speaker, None, None, start, end,
                        text[start:end], "test", None,
                    )
                )  # fmt: skip
        for number, award in enumerate(article.awards * 2):
            if dice.random() < 0.6:
                start, end = dice.choice(award.places)
                rows["awards"].append(
                    Awards(
                        row_id("awa", aid, number), None, aid, dice.choice([award.kind, award.kind, "fine"]),
                        award.status, Decimal(str(award.amount)), None, award.currency, parties.get(award.payer or ""),
                        parties.get(award.payee or ""), dice.choice([award.decided_by, None]), award.start, award.end,
                        "none", start, end, text[start:end], "test", None,
                    )
                )  # fmt: skip
    for name, row_class in TABLES.items():
        write_parquet(to_arrow(row_class, rows[name]), out / f"{name}.parquet")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    gold, texts = shared / "gold" / "dev", shared / "articles" / "dev"
    corrupted_build(gold, texts, tmp_path, seed)
    command = [sys.executable, str(shared / "score.py"), str(tmp_path), str(gold), str(texts), "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    measures = measure(read_gold(gold, texts), read_predicted(tmp_path))
    got = as_figures(measures)
    assert got == {key: value for key, value in expected.items() if key != "articles"}
    assert measures.mistakes


def test_pairing_prefers_the_largest_total() -> None:
    scores = [[2.0, 3.0, 0.0], [0.0, 3.0, 1.0]]
    assert best_pairs([0, 1], [0, 1, 2], lambda i, j: scores[i][j]) == [(0, 0), (1, 1)]
    assert best_pairs([0, 1, 2], [0, 1], lambda i, j: scores[j][i]) == [(0, 0), (1, 1)]


def test_pairs_of_nothing_in_common_are_left_out() -> None:
    assert best_pairs([1], [2], lambda _a, _b: 0.0) == []
    assert best_pairs([], [2], lambda _a, _b: 1.0) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Q. Roe", "Jane Roe", True),
        ("J. Roe", "Jane Roe", True),
        ("John Roe Jr.", "John Roe III", False),
        ("Ann Roe", "Jane Roe", False),
        ("Acme Holdings plc", "Acme", True),
        ("U.S. Department of Trade", "Department of Trade", True),
        ("Acme Bank", "Acme Steel", False),
        ("", "Roe", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
