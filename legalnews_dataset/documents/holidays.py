"""The days that US and UK newsrooms name by their feast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from legalnews_dataset.documents.intervals import add_days, nth_weekday

# By the first word: the words that may or must follow, and the day in a year.
HOLIDAYS: dict[str, tuple[tuple[str, ...], Callable[[int], date]]] = {
    "thanksgiving": (("", "day"), lambda year: nth_weekday(year, 11, 3, 4)),
    "christmas": (("day", "eve"), lambda year: date(year, 12, 25)),
    "halloween": (("", "night"), lambda year: date(year, 10, 31)),
    "labor": (("day",), lambda year: nth_weekday(year, 9, 0, 1)),
    "memorial": (("day",), lambda year: nth_weekday(year, 5, 0, -1)),
    "election": (("day",), lambda year: add_days(nth_weekday(year, 11, 0, 1), 1)),
    "independence": (("day",), lambda year: date(year, 7, 4)),
    "veterans": (("day",), lambda year: date(year, 11, 11)),
    "valentine's": (("day",), lambda year: date(year, 2, 14)),
    "valentine": (("day",), lambda year: date(year, 2, 14)),
    "boxing": (("day",), lambda year: date(year, 12, 26)),
}


def holiday(first: str, second: str, year: int) -> tuple[date, int] | None:
    """Return the day of the feast in a year and how many words name it, None where the words name none.

    >>> holiday("thanksgiving", "dinner", 1999)
    (datetime.date(1999, 11, 25), 1)
    """
    followers, day_in = HOLIDAYS[first]
    if second in followers:
        return add_days(day_in(year), -1 if second == "eve" else 0), 2
    return (day_in(year), 1) if "" in followers else None
