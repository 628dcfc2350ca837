"""Calendar intervals, both ends included: a day, a week, a month, a quarter, a season, a year, a decade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

# Meteorological seasons; winter is named by the year in which it begins.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; `precision` is day, month, year, decade or range."""

    start: date
    end: date
    precision: str


def day_of(day: date) -> Interval:
    """Return the day itself."""
    return Interval(day, day, "day")


def week_of(day: date) -> Interval:
    """Return the week of the day, Monday to Sunday."""
    monday = add_days(day, -day.weekday())
    return Interval(monday, add_days(monday, 6), "range")


def weekend_of(day: date) -> Interval:
    """Return Saturday and Sunday of the week of the day."""
    sunday = week_of(day).end
    return Interval(add_days(sunday, -1), sunday, "range")


def months_of(year: int, first: int, last: int, precision: str = "range") -> Interval:
    """Return the months `first` to `last`, counted from January of the year; a number past 12 runs into the next year.

    >>> str(months_of(2016, 12, 14).end)
    '2017-02-28'
    """
    return Interval(_first_of(year, first), add_days(_first_of(year, last + 1), -1), precision)


def month_of(year: int, month: int) -> Interval:
    """Return the month; a month below 1 or above 12 counts on from the year's January."""
    return months_of(year, month, month, "month")


def quarter_of(year: int, quarter: int) -> Interval:
    """Return a calendar quarter, 1 to 4."""
    return months_of(year, 3 * quarter - 2, 3 * quarter)


def season_of(year: int, season: str) -> Interval:
    """Return the three months of a season by its English name."""
    return months_of(year, *_SEASONS[season])


def year_of(year: int) -> Interval:
    """Return the calendar year."""
    year = _clamped(year)
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def decade_of(year: int) -> Interval:
    """Return the decade that holds the year.

    >>> str(decade_of(1994).end)
    '1999-12-31'
    """
    first = _clamped(year) // 10 * 10
    return Interval(date(max(first, MINYEAR), 1, 1), date(min(first + 9, MAXYEAR), 12, 31), "decade")


def spanning(first: Interval, last: Interval) -> Interval | None:
    """Return the range from the first to the last, None where the last ends before the first begins."""
    return Interval(first.start, last.end, "range") if first.start <= last.end else None


def add_days(day: date, days: int) -> date:
    """Return the day so many days on, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def make_day(year: int, month: int, day: int) -> Interval | None:
    """Return the day, None where the calendar has no such day."""
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return None


def latest_weekday(weekday: int, day: date) -> date:
    """Return the latest such weekday (Monday is 0) on or before the day."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, counted from its end where `nth` is -1."""
    if nth < 0:
        return latest_weekday(weekday, month_of(year, month).end)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _clamped(year: int) -> int:
    return min(max(year, MINYEAR), MAXYEAR)


def _first_of(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    if not MINYEAR <= year + years <= MAXYEAR:
        return date.max if year + years > MAXYEAR else date.min
    return date(year + years, index + 1, 1)
