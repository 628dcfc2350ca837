"""Texts that no paper prints take time in proportion to their length: nothing is compared with everything."""

from __future__ import annotations

import time
from datetime import date

import pytest

from legalnews_dataset import extract

CHARS = 60_000
SECONDS = 6.0  # linear work takes a second on a slow machine; what was quadratic took 7 and more
SENTENCES = (
    "$5 fined ",
    "Mr. A ",
    "the company said ",
    "the judge ordered the man to pay damages and ",
    "He sued her. ",
    "He was sued.\n",
    "A jury awarded Ann Poe $5 million. ",
    "John Roe sued Ann Poe.\n\n",
    "“Yes,” he said. ",
    "Roe v. Poe ",
    "(",
    '"',
    "Roe ",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_repeated_phrase_takes_linear_time(sentence: str) -> None:
    assert _seconds(sentence * (CHARS // len(sentence))) < SECONDS


def test_a_list_of_ever_new_people_takes_linear_time() -> None:
    assert _seconds("".join(f"Mr. {_name(k)} " for k in range(CHARS // 10))) < SECONDS


def _seconds(text: str) -> float:
    extract("Ann Poe sued Acme Corp.")  # reads the models
    started = time.process_time()
    assert extract(text, date(2024, 1, 31))["articles"]
    return time.process_time() - started


def _name(number: int) -> str:
    """Return a name of five letters for a number, another for each.

    >>> _name(1)
    'Baaaa'
    """
    return "".join(chr(97 + number // 26**k % 26) for k in range(5)).capitalize()
