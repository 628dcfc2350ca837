"""Read weeks, quarters, seasons and years told by their distance from another day: `last year`, `a month ago`."""

from __future__ import annotations

from datetime import date

from legalnews_dataset.documents.date_reading import Found, Reading, latest_known, looks_ahead, recent, word_at
from legalnews_dataset.documents.date_words import MONTHS, UNITS, YEARS
from legalnews_dataset.documents.intervals import (
    Interval,
    add_days,
    day_of,
    decade_of,
    month_of,
    months_of,
    quarter_of,
    season_of,
    week_of,
    weekend_of,
    year_of,
)
from legalnews_dataset.documents.numerals import NUMBERS, ORDINALS

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_YEAR_OF = {"last": -1, "this": 0, "next": 1}
# Comparisons in reports of earnings: `the latest quarter`, `the same period`.
_COMPARED = frozenset("latest recent same comparable corresponding".split())


def read_season(t: Reading, i: int) -> Found | None:
    """Read `summer 2016`, `the winter of 1994`, `last spring`."""
    season, before, after = t.low[i], word_at(t, i - 1), word_at(t, i + 1)
    skip = after == "of"
    if word_at(t, i + 1 + skip) in YEARS:
        return Found(i, i + 2 + skip, season_of(YEARS[word_at(t, i + 1 + skip)], season))
    if before in YEARS:
        return Found(i - 1, i + 1, season_of(YEARS[before], season))
    if before not in ("last", "this", "next"):
        return None
    if t.today is None:
        return Found(i - 1, i + 1, None)
    interval = season_of(t.today.year, season)
    if before == "last":
        while interval.end >= t.today:
            interval = season_of(interval.start.year - 1, season)
    elif before == "next" and interval.start <= t.today:
        interval = season_of(t.today.year + 1, season)
    return Found(i - 1, i + 1, interval)


def read_unit(t: Reading, i: int) -> Found | None:
    """Read `last year`, `two weeks ago`, `the third quarter`, `a year earlier`, `the same day`."""
    if t.low[i] == "period":
        return _compared(t, i)
    unit, before, after = UNITS[t.low[i]], word_at(t, i - 1), word_at(t, i + 1)
    singular = t.low[i] == unit
    if after == "ago":
        return _ago(t, i, unit)
    if after in ("earlier", "later"):
        return _counted_from_date(t, i, unit)
    if unit == "quarter" and before in ORDINALS and ORDINALS[before] < 5:
        return read_quarter(t, i - 1, i + 1, ORDINALS[before])
    if unit == "year" and before in _YEAR_OF and word_at(t, i + 3) == "quarter" and t.today:
        return _quarter_of_year(t, i, t.today.year + _YEAR_OF[before])
    if (
        singular
        and before in _STEPS
        and (before == "current" or word_at(t, i - 2) not in ("the", "over", "its", "their", "his"))
    ):
        return Found(i - 1, i + 1, _stepped(t.today, unit, _STEPS[before]) if t.today else None)
    if singular and (before == "that" or (before in ("same", "following", "next") and word_at(t, i - 2) == "the")):
        known = _from_known(t, i, unit, int(before in ("following", "next")))
        if known:
            return known
    if unit == "quarter" and singular:
        return _compared(t, i)
    if unit == "year" and singular:
        return _this_year(t, i, before)
    if unit == "weekend" and before == "the" and word_at(t, i - 2) in ("over", "at", "during") and t.today:
        return Found(i - 1, i + 1, weekend_of(add_days(t.today, -7 if t.today.weekday() < 5 else 0)))
    return None


def _stepped(today: date, unit: str, step: int) -> Interval | None:
    if unit == "day":
        return None
    if unit == "week":
        return week_of(add_days(today, 7 * step))
    if unit == "weekend":
        return weekend_of(add_days(today, 7 * step))
    if unit == "month":
        return month_of(today.year, today.month + step)
    if unit == "quarter":
        years, index = divmod((today.month - 1) // 3 + step, 4)
        return quarter_of(today.year + years, index + 1)
    return year_of(today.year + step) if unit == "year" else decade_of(today.year + 10 * step)


def _count(t: Reading, i: int) -> int | None:
    word = word_at(t, i)
    return int(word) if word.isdigit() and len(word) < 4 else NUMBERS.get(word)


def _ago(t: Reading, i: int, unit: str) -> Found | None:
    count = _count(t, i - 1)
    if count is None:
        return None
    if unit == "year" and count == 1 and (topic := _topic(t)):
        return Found(i - 1, i + 2, _year_before(topic))
    return Found(i - 1, i + 2, _moved(day_of(t.today), unit, -count) if t.today else None)


def _moved(base: Interval, unit: str, count: int) -> Interval | None:
    """Return the day, week, month or year that lies `count` units from the base; None where the base is too wide."""
    if unit == "day":
        return day_of(add_days(base.start, count)) if base.precision == "day" else None
    if unit == "week":
        return week_of(add_days(base.start, 7 * count)) if base.precision == "day" else None
    if unit == "month":
        return month_of(base.start.year, base.start.month + count) if base.precision in ("day", "month") else None
    if unit == "year":
        return year_of(base.start.year + count)
    return year_of(base.start.year + 10 * count) if unit == "decade" else None


def _counted_from_date(t: Reading, i: int, unit: str) -> Found | None:
    """Read `two years later` and `a year earlier` from the date before them."""
    count = _count(t, i - 1)
    if count is None:
        return None
    earlier = t.low[i + 1] == "earlier"
    if unit == "year" and count == 1 and earlier and (topic := _topic(t)):
        return Found(i - 1, i + 2, _year_before(topic))
    base = latest_known(t, i)
    if base is None and unit == "year" and earlier and t.today:
        base = day_of(t.today)
    interval = _moved(base, unit, -count if earlier else count) if base else None
    return Found(i - 1, i + 2, interval) if interval else None


def _from_known(t: Reading, i: int, unit: str, step: int) -> Found | None:
    """Read `the same day` and `the following year` from the date before them."""
    base = latest_known(t, i)
    if base is None or (unit in ("day", "week") and base.precision != "day") or unit == "weekend":
        return None
    if unit == "month" and base.precision not in ("day", "month"):
        return None
    interval = day_of(add_days(base.start, step)) if unit == "day" else _stepped(base.start, unit, step)
    return Found(i - 1, i + 1, interval) if interval else None


def _this_year(t: Reading, i: int, before: str) -> Found | None:
    """Read `the end of the year`, `by year-end`, `for the full year`, `later in the year`."""
    if t.today is None:
        return None
    if before in ("full", "current", "fiscal") and word_at(t, i - 2) in ("the", "its", "this", "current"):
        return Found(i - 2, i + 1, year_of(t.today.year))
    if word_at(t, i + 1) == "end" or (word_at(t, i + 1) in ("'s", "’s") and word_at(t, i + 2) == "end"):
        return Found(i, i + 2 + (word_at(t, i + 1) != "end"), year_of(t.today.year))
    if before != "the" or word_at(t, i + 1) in ("of", "before", "after", "two"):
        return None
    lead = word_at(t, i - 2), word_at(t, i - 3)
    if lead in (
        ("in", "earlier"),
        ("in", "later"),
        ("of", "end"),
        ("of", "rest"),
        ("of", "remainder"),
        ("of", "months"),
    ):
        return Found(i - 1, i + 1, year_of(t.today.year))
    return None


# ---------------------------------------------------------------- quarters
def read_quarter(t: Reading, first: int, last: int, quarter: int) -> Found:
    """Read `the third quarter of 2009`, `last year's third quarter`, `the year-earlier third quarter`."""
    skip = word_at(t, last) == "of"
    year = YEARS.get(word_at(t, last + skip))
    if year:
        return Found(first, last + 1 + skip, quarter_of(year, quarter))
    before = word_at(t, first - 1)
    if before in YEARS:
        return Found(first - 1, last, quarter_of(YEARS[before], quarter))
    if t.today is None:
        return Found(first, last, None)
    interval = quarter_of(t.today.year, quarter)
    if interval.start > t.today and not looks_ahead(t, first, last):
        interval = quarter_of(t.today.year - 1, quarter)
    if before in ("year-earlier", "year-ago"):
        return Found(first - 1, last, _year_before(interval))
    return Found(first, last, interval)


def _quarter_of_year(t: Reading, i: int, year: int) -> Found:
    """Read `last year's third quarter` from its year."""
    quarter = ORDINALS.get(word_at(t, i + 2), 5)
    if quarter > 4:
        return Found(i - 1, i + 1, year_of(year))
    return Found(i - 1, i + 4, quarter_of(year, quarter))


def read_year_ago(t: Reading, i: int) -> Found | None:
    """Read `the year-ago period` and `year-earlier results`: the quarter that the text is about, or last year."""
    if word_at(t, i + 1) in ORDINALS or word_at(t, i + 1).endswith("-quarter"):
        return None
    last = i + 2 if word_at(t, i + 1) in ("quarter", "period") else i + 1
    topic = _topic(t)
    if topic is None and t.today is None:
        return None
    return Found(i, last, _year_before(topic) if topic else year_of(t.today.year - 1) if t.today else None)


def _topic(t: Reading) -> Interval | None:
    """Return the latest quarter that the text has named so far: a report of earnings is about it."""
    quarters = [f.interval for f in recent(t) if f.interval and _is_quarter(f.interval)]
    return max(quarters, key=lambda q: q.start) if quarters else None


def _is_quarter(interval: Interval) -> bool:
    return interval.precision == "range" and 85 < (interval.end - interval.start).days < 93


def _year_before(interval: Interval) -> Interval:
    return months_of(interval.start.year - 1, interval.start.month, interval.start.month + 2)


def _compared(t: Reading, i: int) -> Found | None:
    """Read `the quarter`, `the latest period`, `the 1988 quarter` and `the quarter ended Sept. 30`."""
    before, after = word_at(t, i - 1), word_at(t, i + 1)
    if before in ("year-ago", "year-earlier"):
        return None
    if after in ("ended", "ending") and t.low[i] == "quarter" and word_at(t, i + 2) in MONTHS and t.today:
        month = MONTHS[word_at(t, i + 2)]
        year = t.today.year - (month > t.today.month)
        return Found(i, i + 1, months_of(year, month - 2, month))
    topic = _topic(t)
    if topic is None:
        return None
    if before in YEARS:
        return Found(i - 1, i + 1, months_of(YEARS[before], topic.start.month, topic.start.month + 2))
    if before in _COMPARED or (before == "the" and t.low[i] == "quarter"):
        return Found(i - 1, i + 1, topic)
    return None
