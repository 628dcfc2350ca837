"""Texts that no paper prints take time in proportion to their length: nothing is compared with everything."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from legalnews_dataset import extract

CHARS = 60_000
SECONDS = 6.0  # linear work takes a second on a slow machine; what was quadratic took 7 and more
SENTENCES = (
    "$5 fined ",
    "Mr. A ",
    "the company said ",
    "the judge ordered the man to pay damages and ",
    "he was convicted on May 5 and ",
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


NEW_PEOPLE = {
    "suits": lambda name: f"{name()} {name()} sued {name()} {name()}. ",
    "one-sided suits": lambda name: f"{name()} {name()} was found liable. ",
    "disputes": lambda name: f"{name()} {name()} is in a legal battle with {name()} {name()}. ",
    "prosecutions": lambda name: f"John {name()} was convicted of fraud. ",
    "lawyers": lambda name: f"{name()} {name()} sued. Jane {name()} is the lawyer for {name()} {name()}. ",
    "witnesses": lambda name: f"{name()} {name()} sued {name()} {name()}. Jane {name()} testified. ",
    "judges": lambda name: f"Judge Ann {name()} sentenced John {name()} to prison. ",
}


@pytest.mark.parametrize("sentence", NEW_PEOPLE.values(), ids=NEW_PEOPLE)
def test_stories_of_ever_new_people_make_work_in_proportion(sentence: Callable[[Callable[[], str]], str]) -> None:
    def text(sentences: int) -> str:
        numbers = count(7)
        return "".join(sentence(lambda: _name(3 * next(numbers))) for _ in range(sentences))

    assert _calls(text(160)) < 2.1 * _calls(text(80))


def _calls(text: str) -> int:
    """Return how many calls of functions a text takes, whatever the machine does beside it."""
    extract(text)  # what is kept from text to text is kept from now on
    calls = 0

    def note(_frame: object, _event: str, _arg: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return calls


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
