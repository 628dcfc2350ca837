"""Find date expressions and read them as calendar intervals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legalnews_dataset.documents.date_words import (
    COUNTED,
    DATING,
    DAY_PARTS,
    DAYS,
    DECADES,
    DETERMINERS,
    MONTHS,
    NAMELIKE_MONTHS,
    RELATIVE_DAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    YEARS,
)
from legalnews_dataset.documents.document import DateSpan, Sentence, Tokens
from legalnews_dataset.documents.intervals import (
    Interval,
    add_days,
    day_of,
    decade_of,
    latest_weekday,
    make_day,
    month_of,
    quarter_of,
    season_of,
    spanning,
    week_of,
    weekend_of,
    year_of,
)
from legalnews_dataset.documents.numerals import NUMBERS, ORDINALS
from legalnews_dataset.documents.tense import lies_ahead

_HEADS = frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset(RELATIVE_DAYS) | frozenset(UNITS) | SEASONS | DAY_PARTS
_HEADS |= frozenset(YEARS) | frozenset(DECADES) | {"period"}
_HYPHENED = re.compile(
    r"(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)|(?P<a>(?:1[5-9]|20)\d\d)-(?P<b>(?:1[5-9]|20)?\d\d)"
    r"|(?P<mid>mid|early|late|pre|post)-(?P<what>[a-z]+|\d{4}s?)|(?P<quarter>first|second|third|fourth)-quarter"
    r"|(?P<ago>year-(?:ago|earlier))|(?P<m1>[a-z]{3,9})-(?P<m2>[a-z]{3,9})"
)
_NUMERIC = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?![\d/])")
_DATELINE = re.compile(
    r"^\W*[A-Z][A-Za-z.,() ]{2,60}?[,(]\s*(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),? (?P<year>(?:19|20)\d\d)\b",
    re.M,
)
_YEAR_AHEAD = re.compile(
    r"(?:,?\s*(?:and|or|to|through|until|till|[-–—,])\s*(?:(?:"
    + "|".join(sorted(MONTHS, reverse=True))
    + r")\b\.?\s*)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\b(?!:))?){1,4},?\s+((?:19|20)\d\d)\b",
    re.I,
)
_JOINED = re.compile(r"\s*(?:to|through|until|till|[-–—])\s*", re.I)
_BETWEEN = re.compile(r"\s+and\s+", re.I)
_SINCE_OPEN = re.compile(r"\b(?:from|between)\s+(?:(?:about|around|approximately|at least|the)\s+)*$", re.I)


# How much farther a date seems on the side of today that the tense of its sentence speaks against.
_AGAINST = 6
_MONTH_BEFORE = frozenset("in since until last next this early late mid through during".split())
_UNTIL = frozenset({"until", "till", "by"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every rule reads from: the words, where they stand, and the day that relative words count from."""

    text: str
    words: Sequence[str]
    low: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: tuple[Sentence, ...]
    firsts: Sequence[int]
    today: date | None
    found: list[_Found]

    def word(self, i: int) -> str:
        return self.low[i] if 0 <= i < len(self.low) else ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A date expression over the words `first` to `last`, last exclusive."""

    first: int
    last: int
    interval: Interval | None


def find_dates(
    text: str, published_on: date | None, tokens: Tokens, sentences: tuple[Sentence, ...]
) -> tuple[DateSpan, ...]:
    """Return the date expressions of the text, relative ones read from the day of publication.

    Args:
        text: the article's text.
        published_on: the day of publication; a printed dateline stands in for it, without either weekdays and
            `last year` stay undated.
        tokens: the words of the text.
        sentences: its sentences; the tense of the sentence says on which side of today a weekday lies.

    >>> from legalnews_dataset.documents.sentences import find_sentences
    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "She sued on Friday, two years after the fire of May 2022."
    >>> tokens = find_tokens(text)
    >>> found = find_dates(text, date(2024, 1, 29), tokens, find_sentences(text, tokens))
    >>> [(text[d.start : d.end], str(d.date_start), d.precision) for d in found]
    [('Friday', '2024-01-26', 'day'), ('May 2022', '2022-05-01', 'month')]

    """
    low = [word.lower() for word in tokens.words]
    reading = _Reading(
        text,
        tokens.words,
        low,
        tokens.starts,
        tokens.ends,
        sentences,
        [s.first for s in sentences],
        published_on or _dateline(text),
        [],
    )
    done = 0
    for i, word in enumerate(low):
        if word not in _HEADS and "-" not in word and word != "/":
            continue
        if i < done:
            continue
        found = _read(reading, i, done)
        if found is not None:
            reading.found.append(found)
            done = found.last
    return tuple(
        DateSpan(
            tokens.starts[f.first],
            tokens.ends[f.last - 1],
            f.interval.start if f.interval else None,
            f.interval.end if f.interval else None,
            f.interval.precision if f.interval else "none",
        )
        for f in _joined(reading)
    )


def _dateline(text: str) -> date | None:
    """Return the day that a dateline prints in the first lines."""
    m = _DATELINE.search(text, 0, 400)
    month = MONTHS.get(m["month"].lower()) if m else None
    if m is None or month is None:
        return None
    day = make_day(int(m["year"]), month, int(m["day"]))
    return day.start if day else None


def _read(t: _Reading, i: int, floor: int) -> _Found | None:
    """Read the expression whose head is the word `i`; it must not reach below the word `floor`."""
    word = t.low[i]
    if word in WEEKDAYS:
        found = _weekday(t, i)
    elif word in MONTHS:
        found = _month(t, i)
    elif word in YEARS:
        found = _numeric(t, i) or _year(t, i)
    elif word in DECADES:
        found = _decade(t, i)
    elif word in RELATIVE_DAYS:
        found = _Found(i, i + 1, _from_today(t, RELATIVE_DAYS[word]))
    elif word in SEASONS:
        found = _season(t, i)
    elif word in DAY_PARTS:
        found = _day_part(t, i)
    elif word in UNITS or word == "period":
        found = _unit(t, i)
    elif word == "/":
        found = _numeric(t, i - 1)
    else:
        found = _numeric(t, i) or _hyphened(t, i)
    return found if found is None or found.first >= floor else None


def _from_today(t: _Reading, days: int) -> Interval | None:
    return day_of(add_days(t.today, days)) if t.today else None


def _ahead(t: _Reading, first: int, last: int) -> bool | None:
    s = t.sentences[max(0, bisect_right(t.firsts, first) - 1)] if t.sentences else None
    return lies_ahead(t.low, first, last, s.first if s else 0, s.last if s else len(t.low))


# ---------------------------------------------------------------- weekdays and relative days
def _weekday(t: _Reading, i: int) -> _Found | None:
    j = i + 1
    if t.word(j) == "," and (t.word(j + 1) in MONTHS or t.word(j + 1) in DAYS):
        j += 1
    if t.word(j) in MONTHS or (t.word(j) in DAYS and t.word(j + 1) in MONTHS):
        dated = _month(t, j if t.word(j) in MONTHS else j + 1)
        if dated and dated.interval and dated.interval.precision == "day":
            return _Found(i, dated.last, dated.interval)
    first, last = i, i + 1
    if t.word(last) in DAY_PARTS:
        last += 1
    before = t.word(i - 1)
    if before in ("last", "next", "this", "coming", "previous", "following"):
        first -= 1
    if t.today is None:
        return _Found(first, last, None)
    day = latest_weekday(WEEKDAYS[t.low[i]], t.today)
    if before == "last":
        day = latest_weekday(WEEKDAYS[t.low[i]], add_days(t.today, -1))
    elif before in ("next", "coming"):
        day = add_days(day, 7)
    elif before == "this":
        day = add_days(day, 7 * (day < t.today))
    elif day < t.today and (before in _UNTIL or (before == "as" and i > 2) or _ahead(t, first, last)):
        day = add_days(day, 7)
    return _Found(first, last, day_of(day))


def _day_part(t: _Reading, i: int) -> _Found | None:
    before = t.word(i - 1)
    if before == "this":
        return _Found(i - 1, i + 1, _from_today(t, 0))
    if before == "last" and t.low[i] == "night":
        return _Found(i - 1, i + 1, _from_today(t, -1))
    return None


# ---------------------------------------------------------------- months and days of months
def _month(t: _Reading, i: int) -> _Found | None:
    """Read a month with the day and the year that stand beside it."""
    month, word = MONTHS[t.low[i]], t.words[i]
    if word[0].islower():
        return None
    first, last = i, i + 1
    if t.word(last) == "." and len(word) < 5 and t.starts[last] == t.ends[i]:
        last += 1
    day = None
    if t.word(last) in DAYS and t.word(last + 1) != "%" and not _decimal(t, last):
        day, last = DAYS[t.word(last)], last + 1
    elif t.word(i - 1) in DAYS and t.word(i - 2) not in ("$", "£"):
        day, first = DAYS[t.word(i - 1)], i - 1
    elif t.word(i - 1) == "of" and t.word(i - 2) in ORDINALS:
        day, first = ORDINALS[t.word(i - 2)], i - 2
    elif len(word) == 3 and last == i + 1 and word != "May" and t.word(last) not in YEARS:
        return None
    comma = t.word(last) in (",", "of") and t.word(last + 1) in YEARS
    year = YEARS.get(t.word(last + comma))
    if year is not None and year > 1500:
        last += 1 + comma
        return _Found(first, last, make_day(year, month, day) if day else month_of(year, month))
    return _month_without_year(t, i, first, last, month, day)


def _decimal(t: _Reading, i: int) -> bool:
    return t.word(i + 1) in (".", "-", "/", ":") and t.word(i + 2).isdigit() and t.starts[i + 2] == t.ends[i] + 1


def _month_without_year(t: _Reading, i: int, first: int, last: int, month: int, day: int | None) -> _Found | None:
    before = t.word(first - 1)
    if day is None:
        if t.low[i] in NAMELIKE_MONTHS and not _stands_as_month(t, before, last):
            return None
        if before in ("last", "next", "this"):
            first -= 1
    ahead = _YEAR_AHEAD.match(t.text, t.ends[last - 1])
    if ahead:
        year = int(ahead[1])
        return _Found(first, last, make_day(year, month, day) if day else month_of(year, month))
    if t.today is None:
        return _Found(first, last, None)
    today = t.today
    if t.word(last) in ("last", "this", "next") and t.word(last + 1) == "year":
        year, last = today.year + {"last": -1, "this": 0, "next": 1}[t.word(last)], last + 2
    elif before == "this" and day is None:
        year = today.year
    else:
        year = _nearest_year(t, first, last, month, day, before)
    return _Found(first, last, make_day(year, month, day) if day else month_of(year, month))


def _stands_as_month(t: _Reading, before: str, last: int) -> bool:
    """Tell the month from the first name or the verb by the words around it."""
    capitalized = last < len(t.words) and t.words[last][0].isupper()
    if capitalized:
        return before in _MONTH_BEFORE
    return before in DATING or before in DETERMINERS or t.word(last) in (",", ")")


def _nearest_year(t: _Reading, first: int, last: int, month: int, day: int | None, before: str) -> int:
    """Choose the year that brings the date nearest to today, the other side of today made farther by the tense."""
    assert t.today is not None
    today = t.today
    past = today.year if (month, day or 1) <= (today.month, today.day) else today.year - 1
    if before == "last":
        return past - (past == today.year and month == today.month)
    if before == "next":
        return past + ((past, month) != (today.year, today.month))
    if (past, month) == (today.year, today.month) and day is None:
        return past
    back = ((today.month - month) % 12) * 30.4 + today.day - (day or today.day)
    back += 365 * (back < 0)
    ahead = True if before in _UNTIL else _ahead(t, first, last)
    if ahead is not None:
        back, bound = (back * _AGAINST, 365.0 - back) if ahead else (back, (365.0 - back) * _AGAINST)
    else:
        bound = 365.0 - back
    return past if back <= bound else past + 1


# ---------------------------------------------------------------- years and decades
def _year(t: _Reading, i: int) -> _Found | None:
    year, before, after = YEARS[t.low[i]], t.word(i - 1), t.word(i + 1)
    if not 1600 < year < 2060 or after in COUNTED or after in ("%", "-", "°"):
        return None
    if before in ("$", "£", "€", "#", ":", "/") or (after in (":", ".", ",") and _digits_touch(t, i)):
        return None
    if before == "," and i > 1 and t.low[i - 2].isdigit() and t.ends[i - 2] == t.starts[i - 1] == t.starts[i] - 1:
        return None
    known = (
        before in DATING or (before in DETERMINERS and after.isalpha()) or (before == "(" and after in (")", ",", "–"))
    )
    if not known and not (before in (",", "") and year > 1900) and before not in ("–", "—"):
        return None
    first = i - 1 if before in ("early", "late", "fiscal", "mid") else i
    return _Found(first, i + 1, year_of(year))


def _digits_touch(t: _Reading, i: int) -> bool:
    return t.starts[i + 1] == t.ends[i] and t.word(i + 2).isdigit() and t.starts[i + 2] == t.ends[i + 1]


def _decade(t: _Reading, i: int) -> _Found | None:
    word, before = t.low[i], t.word(i - 1)
    if not word[:4].isdigit() and (before not in ("the", "'", "’", "‘", "early", "late", "mid") or word == "twenties"):
        return None
    first = i
    while t.word(first - 1) in ("'", "’", "‘", "early", "late", "mid", "the"):
        first -= 1
    return _Found(first, i + 1, decade_of(DECADES[word]))


# ---------------------------------------------------------------- seasons, quarters, weeks, months and years by count
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _season(t: _Reading, i: int) -> _Found | None:
    season, before, after = t.low[i], t.word(i - 1), t.word(i + 1)
    first = i - 1 if before in ("last", "this", "next", "early", "late") else i
    skip = after == "of"
    if t.word(i + 1 + skip) in YEARS:
        return _Found(i, i + 2 + skip, season_of(YEARS[t.word(i + 1 + skip)], season))
    if before in YEARS:
        return _Found(i - 1, i + 1, season_of(YEARS[before], season))
    if before not in ("last", "this", "next"):
        return None
    if t.today is None:
        return _Found(first, i + 1, None)
    interval = season_of(t.today.year, season)
    if before == "last":
        while interval.end >= t.today:
            interval = season_of(interval.start.year - 1, season)
    elif before == "next" and interval.start <= t.today:
        interval = season_of(t.today.year + 1, season)
    return _Found(first, i + 1, interval)


def _unit(t: _Reading, i: int) -> _Found | None:
    """Read `last year`, `two weeks ago`, `the third quarter`, `a year earlier`, `the same day`."""
    if t.low[i] == "period":
        return None
    unit, before, after = UNITS[t.low[i]], t.word(i - 1), t.word(i + 1)
    singular = t.low[i] == unit
    if after == "ago":
        return _ago(t, i, unit)
    if after in ("earlier", "later", "before", "after"):
        return _counted_from_date(t, i, unit)
    if singular and before in _STEPS and t.word(i - 2) not in ("the", "over", "its", "their", "his"):
        return _Found(i - 1, i + 1, _stepped(t.today, unit, _STEPS[before]) if t.today else None)
    if singular and before in ("same", "that", "following", "next") and t.word(i - 2) in ("the", "that", "later", ""):
        return _from_known(t, i, unit, int(before in ("following", "next")))
    if unit == "quarter" and before in ORDINALS and ORDINALS[before] < 5:
        return _quarter(t, i - 1, i + 1, ORDINALS[before])
    if unit == "weekend" and before == "the" and t.word(i - 2) in ("over", "at", "during") and t.today:
        return _Found(i - 1, i + 1, weekend_of(add_days(t.today, -7 if t.today.weekday() < 5 else 0)))
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


def _count(t: _Reading, i: int) -> int | None:
    word = t.word(i)
    return int(word) if word.isdigit() and len(word) < 4 else NUMBERS.get(word)


def _ago(t: _Reading, i: int, unit: str) -> _Found | None:
    count = _count(t, i - 1)
    if count is None:
        return None
    return _Found(i - 1, i + 2, _moved(day_of(t.today), unit, -count) if t.today else None)


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


def _counted_from_date(t: _Reading, i: int, unit: str) -> _Found | None:
    count = _count(t, i - 1)
    if count is None or t.low[i + 1] in ("before", "after"):
        return None
    base = _latest_known(t, i)
    if base is None:
        return None
    interval = _moved(base, unit, count if t.low[i + 1] == "later" else -count)
    return _Found(i - 1, i + 2, interval) if interval else None


def _latest_known(t: _Reading, i: int) -> Interval | None:
    """Return the last date before the word `i` in its sentence or the one before."""
    begin = t.sentences[max(0, bisect_right(t.firsts, i) - 2)].first if t.sentences else 0
    for found in reversed(t.found):
        if found.first < begin:
            return None
        if found.interval is not None:
            return found.interval
    return None


def _from_known(t: _Reading, i: int, unit: str, step: int) -> _Found | None:
    base = _latest_known(t, i)
    if base is None or (unit in ("day", "week") and base.precision != "day") or unit == "weekend":
        return None
    if unit == "month" and base.precision not in ("day", "month"):
        return None
    interval = day_of(add_days(base.start, step)) if unit == "day" else _stepped(base.start, unit, step)
    return _Found(i - 1, i + 1, interval) if interval else None


def _quarter(t: _Reading, first: int, last: int, quarter: int) -> _Found:
    skip = t.word(last) == "of"
    year = YEARS.get(t.word(last + skip)) or YEARS.get(t.word(first - 1))
    if year:
        if t.word(last + skip) in YEARS:
            last += 1 + skip
        return _Found(first, last, quarter_of(year, quarter))
    if t.today is None:
        return _Found(first, last, None)
    interval = quarter_of(t.today.year, quarter)
    if interval.start > t.today and not _ahead(t, first, last):
        interval = quarter_of(t.today.year - 1, quarter)
    return _Found(first, last, interval)


# ---------------------------------------------------------------- forms with digits or hyphens inside
def _numeric(t: _Reading, i: int) -> _Found | None:
    """Read `2009-12-05` and `05/12/2009`; the month stands first unless it cannot."""
    if i < 0:
        return None
    m = _NUMERIC.match(t.text, t.starts[i])
    if m is None:
        return None
    a, b, c = int(m[1]), int(m[3]), int(m[4])
    if len(m[1]) == 4 and len(m[4]) == 2:
        interval = make_day(a, b, c)
    elif len(m[4]) == 4:
        interval = make_day(c, a, b) or make_day(c, b, a)
    elif m[2] == "/" and len(m[1]) < 3:
        c += 2000 if c < 40 else 1900
        interval = make_day(c, a, b) or make_day(c, b, a)
    else:
        return None
    last = i
    while last < len(t.ends) and t.ends[last] < m.end():
        last += 1
    return _Found(i, last + 1, interval) if interval and last < len(t.ends) and t.ends[last] == m.end() else None


def _hyphened(t: _Reading, i: int) -> _Found | None:
    m = _HYPHENED.fullmatch(t.low[i])
    if m is None:
        return None
    if m["a"]:
        first = int(m["a"])
        last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
        interval = spanning(year_of(first), year_of(last)) if first < last < 2100 else None
        return _Found(i, i + 1, interval) if interval else None
    if m["quarter"]:
        return _quarter(t, i, i + 1, ORDINALS[m["quarter"]])
    if m["what"]:
        return _middle(t, i, m["mid"], m["what"])
    if m["m1"] and m["m1"] in MONTHS and m["m2"] in MONTHS and t.words[i][0].isupper():
        return _month_range(t, i, MONTHS[m["m1"]], MONTHS[m["m2"]])
    return None


def _middle(t: _Reading, i: int, prefix: str, what: str) -> _Found | None:
    if prefix in ("pre", "post"):
        return None
    if what in YEARS:
        return _Found(i, i + 1, year_of(YEARS[what]))
    if what in DECADES:
        return _Found(i, i + 1, decade_of(DECADES[what]))
    if what in MONTHS and len(what) > 2:
        year = YEARS.get(t.word(i + 1))
        if year:
            return _Found(i, i + 2, month_of(year, MONTHS[what]))
        if t.today:
            return _Found(i, i + 1, month_of(_nearest_year(t, i, i + 1, MONTHS[what], None, ""), MONTHS[what]))
        return _Found(i, i + 1, None)
    return None


def _month_range(t: _Reading, i: int, first: int, last: int) -> _Found | None:
    year = YEARS.get(t.word(i + 1))
    if year is None and t.today is None:
        return _Found(i, i + 1, None)
    end = year or _nearest_year(t, i, i + 1, last, None, "")
    interval = spanning(month_of(end - (first > last), first), month_of(end, last))
    return _Found(i, i + 1 + bool(year), interval) if interval else None


# ---------------------------------------------------------------- ranges of two dates
def _joined(t: _Reading) -> list[_Found]:
    """Merge `from 1999 to 2007`, `May 3 - June 4` and `between May and June` into one range each."""
    merged: list[_Found] = []
    for found in t.found:
        before = merged[-1] if merged else None
        if before and before.interval and found.interval and 1 <= found.first - before.last <= 1:
            a, b = t.ends[before.last - 1], t.starts[found.first]
            link = t.text[a:b]
            opened = _SINCE_OPEN.search(t.text, max(0, t.starts[before.first] - 30), t.starts[before.first])
            joins = _BETWEEN.fullmatch(link) if opened and "etween" in opened[0] else _JOINED.fullmatch(link)
            if joins and (opened or not link.strip().isalpha() or "through" in link):
                interval = spanning(before.interval, found.interval)
                if interval:
                    merged[-1] = _Found(before.first, found.last, interval)
                    continue
        merged.append(found)
    return merged
