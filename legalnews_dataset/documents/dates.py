"""Find date expressions and read them as calendar intervals."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from legalnews_dataset.documents.date_days import (
    read_day_part,
    read_decade,
    read_holiday,
    read_middle,
    read_month,
    read_month_range,
    read_numeric,
    read_spelled_year,
    read_weekday,
    read_year,
    read_year_range,
)
from legalnews_dataset.documents.date_periods import read_quarter, read_season, read_unit, read_year_ago
from legalnews_dataset.documents.date_reading import Found, Reading, from_today
from legalnews_dataset.documents.date_words import (
    DAY_PARTS,
    DECADES,
    MONTHS,
    RELATIVE_DAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    YEARS,
)
from legalnews_dataset.documents.document import DateSpan, Sentence, Tokens
from legalnews_dataset.documents.holidays import HOLIDAYS
from legalnews_dataset.documents.intervals import Interval, add_days, make_day, spanning
from legalnews_dataset.documents.literals import places_of, places_where
from legalnews_dataset.documents.numerals import ORDINALS

_KINDS: dict[str, str] = (
    dict.fromkeys(WEEKDAYS, "weekday")
    | dict.fromkeys(MONTHS, "month")
    | dict.fromkeys(RELATIVE_DAYS, "relative")
    | dict.fromkeys(UNITS, "unit")
    | dict.fromkeys(SEASONS, "season")
    | dict.fromkeys(DAY_PARTS, "part")
    | dict.fromkeys(YEARS, "year")
    | dict.fromkeys(DECADES, "decade")
    | dict.fromkeys(HOLIDAYS, "holiday")
    | {"period": "unit", "/": "slash", "nineteen": "spelled", "two": "spelled"}
)
_HYPHENED = re.compile(
    r"(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)|(?P<a>(?:1[5-9]|20)\d\d)-(?P<b>(?:1[5-9]|20)?\d\d)"
    r"|(?:mid|early|late)-(?P<what>[a-z]+|\d{4}s?)|(?:fiscal-)?(?P<quarter>first|second|third|fourth)(?:-quarter)?"
    r"|(?P<ago>year-(?:ago|earlier))|(?P<end>year-end)|(?P<m1>[a-z]{3,9})-(?P<m2>[a-z]{3,9})"
)
_DATELINE = re.compile(
    r"^\W*[A-Z][A-Za-z.,() ]{2,60}?[,(]\s*(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}),? (?P<year>(?:19|20)\d\d)\b",
    re.M,
)
_JOINED = re.compile(r"\s*(?:,\s)?(?:to|through|until|till|[-–—])\s*", re.I)
_NIGHT = r"(?:(?:the\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+)?"
_BETWEEN = re.compile(rf"(?:\s*,)?\s+and\s+{_NIGHT}", re.I)
_LISTED = re.compile(r"\s*,?\s*(?:and\s+)?", re.I)
_OPENED = re.compile(rf"\b(?:from|between)\s+(?:(?:about|around|approximately|at least|the)\s+)*{_NIGHT}$", re.I)
_WORDS_BETWEEN = 8  # `between the night of May 3, 2009, and the early morning hours of May 4, 2009`


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

    Returns:
        Spans in text order that do not overlap; `from 1999 to 2007` is one span. Words that name no calendar interval
        (`three months`, `now`) are not returned.

    >>> from legalnews_dataset.documents.sentences import find_sentences
    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "She sued on Friday, two years after the fire of May 2022."
    >>> tokens = find_tokens(text)
    >>> found = find_dates(text, date(2024, 1, 29), tokens, find_sentences(text, tokens))
    >>> [(text[d.start : d.end], str(d.date_start), d.precision) for d in found]
    [('Friday', '2024-01-26', 'day'), ('May 2022', '2022-05-01', 'month')]

    """
    today = published_on or _dateline(text)
    reading = Reading(text, tokens.words, tokens.low, tokens.starts, tokens.ends, sentences, today, [])
    done = 0
    hyphened = {bisect_right(tokens.starts, place) - 1 for place in places_of(text, "-")}
    for i in sorted(hyphened.union(places_where(_KINDS.__contains__, tokens.low))):
        found = _read(reading, i) if i >= done else None
        if found is not None and found.first >= done:
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


def _read(t: Reading, i: int) -> Found | None:
    """Read the expression whose head is the word `i`."""
    kind = _KINDS.get(t.low[i])
    if kind == "relative":
        return Found(i, i + 1, from_today(t, RELATIVE_DAYS[t.low[i]]))
    if kind == "year":
        return read_numeric(t, i) or read_year(t, i)
    if kind == "slash":
        return read_numeric(t, i - 1)
    reader = _READERS.get(kind or "")
    return reader(t, i) if reader else read_numeric(t, i) or _hyphened(t, i)


_READERS = {
    "weekday": read_weekday,
    "month": read_month,
    "decade": read_decade,
    "season": read_season,
    "part": read_day_part,
    "holiday": read_holiday,
    "unit": read_unit,
    "spelled": read_spelled_year,
}


def _hyphened(t: Reading, i: int) -> Found | None:
    """Read `1999-2007`, `mid-1996`, `third-quarter`, `year-earlier`, `April-June`."""
    m = _HYPHENED.fullmatch(t.low[i])
    if m is None:
        return None
    if m["a"]:
        return read_year_range(i, m["a"], m["b"])
    if m["what"]:
        return read_middle(t, i, m["what"])
    if m["quarter"]:
        last = i + 1 if t.low[i].endswith("quarter") else i + 2 if t.low[i + 1 : i + 2] == ["quarter"] else 0
        return read_quarter(t, i, last, ORDINALS[m["quarter"]]) if last else None
    if m["ago"]:
        return read_year_ago(t, i)
    if m["m1"] in MONTHS and m["m2"] in MONTHS and t.words[i][0].isupper():
        return read_month_range(t, i, MONTHS[m["m1"]], MONTHS[m["m2"]])
    return None


def _joined(t: Reading) -> list[Found]:
    """Merge `from 1999 to 2007`, `May 3 - June 4` and `between May and June` into one range each."""
    merged: list[Found] = []
    for found in t.found:
        whole = _one_range(t, merged[-1], found) if merged else None
        if whole:
            merged[-1] = whole
        else:
            merged.append(found)
    return merged


def _one_range(t: Reading, a: Found, b: Found) -> Found | None:
    if a.interval is None or b.interval is None or not 0 <= b.first - a.last <= _WORDS_BETWEEN:
        return None
    link = t.text[t.ends[a.last - 1] : t.starts[b.first]]
    begin = t.starts[a.first]
    opened = _OPENED.search(t.text, max(0, begin - 50), begin)
    joined = _BETWEEN.fullmatch(link) if opened and "etween" in opened[0] else _JOINED.fullmatch(link)
    joins = joined is not None and (opened is not None or not link.strip(", ").isalpha() or "through" in link)
    if not joins and not (_LISTED.fullmatch(link) and _follows(a.interval, b.interval)):
        return None
    # `this year through Oct. 19` counts on within the year.
    if a.interval.start <= b.interval.start and b.interval.end <= a.interval.end:
        return None
    interval = spanning(a.interval, b.interval)
    return Found(a.first, b.last, interval) if interval else None


def _follows(a: Interval, b: Interval) -> bool:
    """Tell `2009 and 2010` and `May and June`: years or months without a gap."""
    return b.precision in ("month", "year") and b.start == add_days(a.end, 1) and a.precision in (b.precision, "range")
