"""Read weekdays, days of months, months, years and decades."""

from __future__ import annotations

import re

from legalnews_dataset.documents.date_reading import Found, Reading, from_today, looks_ahead, word_at
from legalnews_dataset.documents.date_words import (
    COUNTED,
    DATING,
    DAY_PARTS,
    DAYS,
    DECADES,
    DETERMINERS,
    MONTHS,
    NAMELIKE_MONTHS,
    NUMBERED,
    WEEKDAYS,
    YEARS,
)
from legalnews_dataset.documents.holidays import holiday
from legalnews_dataset.documents.intervals import (
    add_days,
    day_of,
    decade_of,
    latest_weekday,
    make_day,
    month_of,
    spanning,
    week_of,
    year_of,
)
from legalnews_dataset.documents.numerals import NUMBERS, ORDINALS

_NUMERIC = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?![\d/])")
_YEAR_AHEAD = re.compile(
    r"(?:,?\s*(?:and|or|to|through|until|till|[-–—,])\s*(?:(?:"
    + "|".join(sorted(MONTHS, reverse=True))
    + r")\b\.?\s*)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\b(?!:))?){1,4},?\s+((?:19|20)\d\d)\b",
    re.I,
)
# How much farther a date seems on the side of today that the tense of its sentence speaks against, and how much
# farther a coming date seems than a past one where no verb tells: news tells more of what has happened.
_AGAINST = 3.0
_NEWS_LOOKS_BACK = 1.5
# A year may stand so many words behind a month that shares it: `May 3, June 4 and July 5, 2004`.
_LISTED = 14
_SHORT = frozenset({"may", "june", "july"})  # whole, so that a full stop behind them ends a sentence
_UNTIL = frozenset({"until", "till", "by"})
# Nouns of what is over when it is told: `the January ruling`, `the May 5 shooting`.
_DONE = frozenset(
    "ruling decision verdict conviction arrest arrests crash shooting attack attacks killing murder death deaths "
    "indictment raid raids order fire explosion bombing robbery lawsuit complaint plea incident accident".split()
)
_MONTH_BEFORE = frozenset("in since until last next this early late mid through during".split())
_CLOCK = frozenset("a.m p.m am pm noon midnight est edt pst pdt cst cdt gmt bst . : about".split())


def read_weekday(t: Reading, i: int) -> Found | None:
    """Read `Friday`, `next Monday night`, `Friday, March 3`."""
    j = i + 1
    if word_at(t, j) == "," and (word_at(t, j + 1) in MONTHS or word_at(t, j + 1) in DAYS):
        j += 1
    if word_at(t, j) in MONTHS or (word_at(t, j) in DAYS and word_at(t, j + 1) in MONTHS):
        dated = read_month(t, j if word_at(t, j) in MONTHS else j + 1)
        if dated and dated.interval and dated.interval.precision == "day":
            return Found(i, dated.last, dated.interval)
    first, last = i, i + 1
    if word_at(t, last) in DAY_PARTS:
        last += 1
    before = word_at(t, i - 1)
    if before in ("last", "next", "this", "coming", "previous", "following"):
        first -= 1
    if t.today is None:
        return Found(first, last, None)
    day = latest_weekday(WEEKDAYS[t.low[i]], t.today)
    if before == "last":
        day = latest_weekday(WEEKDAYS[t.low[i]], add_days(t.today, -1))
    elif before == "previous":
        day = add_days(day, -7)
    elif before in ("next", "coming") or (day < t.today and (before == "this" or _is_coming(t, first, last))):
        day = add_days(day, 7)
    return Found(first, last, day_of(day))


def _is_coming(t: Reading, first: int, last: int) -> bool:
    """Tell `until 9 a.m. Tuesday`, `as soon as Tuesday` and `will be sentenced Tuesday` from a weekday gone by."""
    i = first - 1
    while i >= 0 and first - i < 7 and (t.low[i] in _CLOCK or t.low[i].isdigit()):
        i -= 1
    before = word_at(t, i)
    if before in _UNTIL or (before == "as" and word_at(t, i - 2) == "as"):
        return True
    return bool(looks_ahead(t, first, last))


def read_day_part(t: Reading, i: int) -> Found | None:
    """Read `this morning` and `last night`."""
    before = word_at(t, i - 1)
    if before == "this":
        return Found(i - 1, i + 1, from_today(t, 0))
    if before == "last" and t.low[i] == "night":
        return Found(i - 1, i + 1, from_today(t, -1))
    return None


# ---------------------------------------------------------------- months and days of months
def read_month(t: Reading, i: int) -> Found | None:
    """Read a month with the day and the year that stand beside it."""
    month, word = MONTHS[t.low[i]], t.words[i]
    if word[0].islower():
        return None
    first, last = i, i + 1
    if word_at(t, last) == "." and len(word) < 5 and t.low[i] not in _SHORT and t.starts[last] == t.ends[i]:
        last += 1
    day = None
    if word_at(t, last) in DAYS and word_at(t, last + 1) != "%" and not _is_decimal(t, last):
        day, last = DAYS[word_at(t, last)], last + 1
    elif word_at(t, i - 1) in DAYS and word_at(t, i - 2) not in ("$", "£"):
        day, first = DAYS[word_at(t, i - 1)], i - 1
    elif word_at(t, i - 1) == "of" and word_at(t, i - 2) in ORDINALS:
        day, first = ORDINALS[word_at(t, i - 2)], i - 2
    elif len(word) == 3 and last == i + 1 and word != "May" and word_at(t, last) not in YEARS:
        return None
    skip = word_at(t, last) in (",", "of") and word_at(t, last + 1) in YEARS
    year = YEARS.get(word_at(t, last + skip))
    if year is not None and year > 1500:
        last += 1 + skip
    else:
        year, length = spelled_year(t, last)
        last += length
    if year is not None:
        found: Found | None = Found(first, last, make_day(year, month, day) if day else month_of(year, month))
    else:
        found = _month_without_year(t, i, first, last, month, day)
    if found and found.interval and day and word_at(t, first - 1) == "of" and word_at(t, first - 2) == "week":
        return Found(first - 2, found.last, week_of(found.interval.start))
    return found


def _is_decimal(t: Reading, i: int) -> bool:
    return (
        word_at(t, i + 1) in (".", "-", "/", ":") and word_at(t, i + 2).isdigit() and t.starts[i + 2] == t.ends[i] + 1
    )


def _month_without_year(t: Reading, i: int, first: int, last: int, month: int, day: int | None) -> Found | None:
    before = word_at(t, first - 1)
    if day is None:
        if t.low[i] in NAMELIKE_MONTHS and not _stands_as_month(t, before, last):
            return None
        if before in ("last", "next", "this"):
            first -= 1
    ahead = any(word in YEARS for word in t.low[last : last + _LISTED]) and _YEAR_AHEAD.match(t.text, t.ends[last - 1])
    if ahead:
        year = int(ahead[1])
        return Found(first, last, make_day(year, month, day) if day else month_of(year, month))
    if t.today is None:
        return Found(first, last, None)
    if word_at(t, last) in ("last", "this", "next") and word_at(t, last + 1) == "year":
        year, last = t.today.year + {"last": -1, "this": 0, "next": 1}[word_at(t, last)], last + 2
    elif before == "this" and day is None:
        year = t.today.year
    else:
        year = _nearest_year(t, first, last, month, day, before)
    return Found(first, last, make_day(year, month, day) if day else month_of(year, month))


def _stands_as_month(t: Reading, before: str, last: int) -> bool:
    """Tell the month from the first name or the verb by the words around it."""
    if last < len(t.words) and t.words[last][0].isupper():
        return before in _MONTH_BEFORE
    after = word_at(t, last)
    listed = after in ("and", "or") and word_at(t, last + 1) in MONTHS
    return listed or before in DATING or before in DETERMINERS or after in (",", ")")


def _nearest_year(t: Reading, first: int, last: int, month: int, day: int | None, before: str) -> int:
    """Choose the year that brings the date nearest to today, the other side of today made farther by the tense."""
    assert t.today is not None
    today = t.today
    past = today.year if (month, day or 1) <= (today.month, today.day) else today.year - 1
    if before == "last":
        return past - (past == today.year and month == today.month)
    if before == "next":
        return past + ((past, month) != (today.year, today.month))
    if before == "since" or ((past, month) == (today.year, today.month) and day is None):
        return past
    back = ((today.month - month) % 12) * 30.4 + today.day - (day or today.day)
    back += 365 * (back < 0)
    coming = 365.0 - back
    if word_at(t, last) in _DONE:
        return past
    ahead = True if before in _UNTIL else looks_ahead(t, first, last)
    if ahead:
        back *= _AGAINST
    else:
        coming *= _NEWS_LOOKS_BACK if ahead is None else _AGAINST
    return past if back <= coming else past + 1


def read_holiday(t: Reading, i: int) -> Found | None:
    """Read `Thanksgiving Day` and `last Christmas Eve`."""
    second, more = word_at(t, i + 1) or ".", 0
    if t.words[i][0].islower():
        return None
    if second in ("'s", "’s"):
        second, more = word_at(t, i + 2), 1
        if second not in ("day", "eve"):
            return None
    today = t.today
    comma = word_at(t, i + 2 + more) == ","
    year = YEARS.get(word_at(t, i + 2 + more + comma))
    named = holiday(t.low[i], second, year or (today.year if today else 2000))
    if named is None:
        return None
    day, length = named[0], named[1] + more
    if year:
        return Found(i, i + length + 1 + comma, day_of(day)) if length > 1 else None
    before = word_at(t, i - 1)
    first = i - (before in ("last", "next", "this"))
    if today is None:
        return Found(first, i + length, None)
    nearest = holiday(t.low[i], second, _nearest_year(t, first, i + length, day.month, day.day, before))
    return Found(first, i + length, day_of(nearest[0])) if nearest else None


# ---------------------------------------------------------------- years and decades
def read_year(t: Reading, i: int) -> Found | None:
    """Read `in 2004`, `the 2004 ruling`, `(2004)`; a number that counts something is no year."""
    year, before, after = YEARS[t.low[i]], word_at(t, i - 1), word_at(t, i + 1)
    if not 1600 < year < 2060 or after in COUNTED or (after in ("%", "-", "°") and t.starts[i + 1] == t.ends[i]):
        return None
    if before in ("$", "£", "€", "#", ":", "/") or (after in (":", ".", ",") and _digits_touch(t, i)):
        return None
    if before == "," and i > 1 and t.low[i - 2].isdigit() and t.ends[i - 2] == t.starts[i - 1] == t.starts[i] - 1:
        return None
    if not _stands_as_year(t, i, before, after):
        return None
    first = i - 1 if before in ("early", "late", "fiscal", "mid") else i
    return Found(first, i + 1, year_of(year))


def _stands_as_year(t: Reading, i: int, before: str, after: str) -> bool:
    if before in DATING or before in ("–", "—", "(", ",", ""):
        return True
    recent = YEARS[t.low[i]] > 1900 and before not in NUMBERED
    if before in DETERMINERS or (recent and before in ("both", "is", "than", "was", "due")):
        return after.isalpha() or before == "due"
    # `his unsuccessful 1996 campaign`: an adjective before, a noun after.
    return recent and before.isalpha() and t.words[i - 1][0].islower() and after.isalpha() and after not in DATING


def _digits_touch(t: Reading, i: int) -> bool:
    return t.starts[i + 1] == t.ends[i] and word_at(t, i + 2).isdigit() and t.starts[i + 2] == t.ends[i + 1]


def spelled_year(t: Reading, i: int) -> tuple[int | None, int]:
    """Return the year in words that begins at the word `i` and how many words it has: `nineteen ninety-six`."""
    word, rest = word_at(t, i), word_at(t, i + 1)
    if word == "nineteen" and rest in NUMBERS and NUMBERS[rest] >= 10:
        one = word_at(t, i + 2)
        if NUMBERS[rest] % 10 == 0 and one in NUMBERS and NUMBERS[one] < 10 and len(one) > 2:
            return 1900 + NUMBERS[rest] + NUMBERS[one], 3
        return 1900 + NUMBERS[rest], 2
    if word == "two" and rest == "thousand" and word_at(t, i - 1) == "year":
        return 2000, 2
    return None, 0


def read_spelled_year(t: Reading, i: int) -> Found | None:
    """Read a year in words."""
    year, length = spelled_year(t, i)
    return Found(i, i + length, year_of(year)) if year else None


def read_decade(t: Reading, i: int) -> Found | None:
    """Read `the 1990s`, `the '90s`, `the early nineties`."""
    word, before = t.low[i], word_at(t, i - 1)
    if not word[:4].isdigit() and (before not in ("the", "'", "’", "‘", "early", "late", "mid") or word == "twenties"):
        return None
    first = i
    while word_at(t, first - 1) in ("'", "’", "‘", "early", "late", "mid", "the"):
        first -= 1
    return Found(first, i + 1, decade_of(DECADES[word]))


# ---------------------------------------------------------------- forms with digits or hyphens inside
def read_numeric(t: Reading, i: int) -> Found | None:
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
    return Found(i, last + 1, interval) if interval and last < len(t.ends) and t.ends[last] == m.end() else None


def read_year_range(i: int, first: str, last: str) -> Found | None:
    """Read `1999-2007` and `1999-07`."""
    begin = int(first)
    end = int(last) if len(last) == 4 else begin // 100 * 100 + int(last)
    interval = spanning(year_of(begin), year_of(end)) if begin < end < 2100 else None
    return Found(i, i + 1, interval) if interval else None


def read_middle(t: Reading, i: int, what: str) -> Found | None:
    """Read `mid-1996`, `mid-1990s`, `late-November` by what stands behind the hyphen."""
    if what in YEARS:
        return Found(i, i + 1, year_of(YEARS[what]))
    if what in DECADES:
        return Found(i, i + 1, decade_of(DECADES[what]))
    if what not in MONTHS or len(what) < 3:
        return None
    year = YEARS.get(word_at(t, i + 1))
    if year:
        return Found(i, i + 2, month_of(year, MONTHS[what]))
    if t.today is None:
        return Found(i, i + 1, None)
    return Found(i, i + 1, month_of(_nearest_year(t, i, i + 1, MONTHS[what], None, word_at(t, i - 1)), MONTHS[what]))


def read_month_range(t: Reading, i: int, first: int, last: int) -> Found | None:
    """Read `April-June 2004`."""
    year = YEARS.get(word_at(t, i + 1))
    if year is None and t.today is None:
        return Found(i, i + 1, None)
    end = year or _nearest_year(t, i, i + 1, last, None, "")
    interval = spanning(month_of(end - (first > last), first), month_of(end, last))
    return Found(i, i + 1 + bool(year), interval) if interval else None
