"""The seed article and its twins come out as the codebook says: same structure, other people, courts, sums and days.

One twin is the seed article with every name, court, sum and day replaced; the others stand in `golden/`, in words of
our own.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.evaluation.gold import read_gold
from legalnews_dataset.evaluation.measure import measure
from legalnews_dataset.evaluation.predicted import read_predicted
from legalnews_dataset.evaluation.tally import Measures
from legalnews_dataset.pipeline import build

GOLDEN = Path(__file__).parent / "golden"
SEED = Path(__file__).parent.parent / "seeds" / "000_3391ef2706431122.txt"
REPLACED = {
    "Donald Trump": "Howard Brandt",
    "Trump": "Brandt",
    "E. Jean Carroll": "M. Ruth Delaney",
    "Carroll": "Delaney",
    "Roberta Kaplan": "Sylvia Whitmore",
    "Lewis Kaplan": "Arthur Whitmore",
    "Kaplan": "Whitmore",
    "Alina Habba": "Carla Nunez",
    "Habba": "Nunez",
    "Manhattan": "Brooklyn",
    "nysd": "nyed",
    "$5 million": "$2.4 million",
    "5000000": "2400000",
    "Friday": "Wednesday",
    "Thursday": "Tuesday",
    "2024-01-26": "2018-10-17",
    "2024-01-25": "2018-10-16",
    "2023-": "2017-",
    "2019": "2011",
    "1990": "1980",
    "1999": "1989",
}
ARTICLES = ("000_3391ef2706431122", "twin-replaced", "twin-boston", "twin-brooklyn", "twin-denver")
WHOLE = ("cases", "parties", "parties in cases", "quotes", "awards", "award parties", "award deciders", "award dates")
EVENTS = 8  # of nine


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measures]:
    """Build the seed and its twins and measure each of them."""
    folder = tmp_path_factory.mktemp("golden")
    raw, texts, gold = folder / "raw", folder / "texts", folder / "gold"
    for made in (raw, texts, gold):
        made.mkdir()
    for path in (SEED, *GOLDEN.glob("*.txt")):
        shutil.copy(path, raw)
    for path in GOLDEN.glob("*.json"):
        shutil.copy(path, gold)
    (raw / "twin-replaced.txt").write_text(replaced(SEED.read_text()))
    as_annotated = replaced((GOLDEN / f"{SEED.stem}.json").read_text())
    (gold / "twin-replaced.json").write_text(as_annotated.replace(SEED.stem, "twin-replaced"))
    for article in read_articles([raw]):
        assert isinstance(article, Article)
        (texts / f"{article.article_id}.txt").write_text(article.text)
    build([raw], folder / "built", workers=1)
    predicted = read_predicted(folder / "built")
    return {article.article_id: measure([article], predicted) for article in read_gold(gold, texts)}


def replaced(text: str) -> str:
    """Put invented names, courts, sums and days in the place of those of the seed article."""
    for old, new in REPLACED.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("article_id", ARTICLES)
@pytest.mark.parametrize("line", WHOLE)
def test_nothing_is_missed_and_nothing_made_up(measured: dict[str, Measures], article_id: str, line: str) -> None:
    tally = measured[article_id].tallies[line]
    assert (tally.hits, tally.predicted) == (tally.gold, tally.gold), measured[article_id].mistakes


@pytest.mark.parametrize("article_id", ARTICLES)
def test_at_least_eight_of_nine_events_are_told_with_their_dates(
    measured: dict[str, Measures], article_id: str
) -> None:
    assert measured[article_id].tallies["events"].hits >= EVENTS, measured[article_id].mistakes


@pytest.mark.parametrize("article_id", ARTICLES)
def test_every_row_is_grounded(measured: dict[str, Measures], article_id: str) -> None:
    tally = measured[article_id].tallies["grounding"]
    assert tally.hits == tally.gold > 0
