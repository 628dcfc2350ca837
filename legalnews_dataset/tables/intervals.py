"""The columns that date a row by an interval of days, and the rules about them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from legalnews_dataset.tables.column import Col
from legalnews_dataset.tables.rule import Rule

# The whole years that a timestamp in nanoseconds holds, which is how many tools read a date.
EARLIEST, LATEST = date(1678, 1, 1), date(2261, 12, 31)

PRECISIONS = {
    "day": "one calendar day",
    "month": "one calendar month",
    "year": "one calendar year",
    "decade": "ten years, from one that ends in 0",
    "range": "any other interval of two days or more: a week, a season, from one year to another",
    "none": "not dated by the article",
}

DateStart = Annotated[date | None, Col("First day of the interval", "2019-01-01", ge=EARLIEST, le=LATEST)]
DateEnd = Annotated[date | None, Col("Last day of the interval, included", "2019-12-31", ge=EARLIEST, le=LATEST)]
DatePrecision = Annotated[str, Col("How the article tells the time, and so how wide the interval is", enum=PRECISIONS)]

INTERVAL_RULES = (
    Rule(
        "dated_or_none",
        "date_precision",
        "Both dates are null where the precision is none, and neither is elsewhere",
        "(date_precision = 'none') = (date_start is null) and (date_precision = 'none') = (date_end is null)",
    ),
    Rule("dates_in_order", "date_end", "The last day is not before the first", "date_start <= date_end"),
    Rule(
        "day_is_one_day",
        "date_precision",
        "With precision day both dates are the same day",
        "date_precision <> 'day' or date_start >= date_end",
    ),
    Rule(
        "month_is_whole",
        "date_precision",
        "With precision month the interval is one whole month",
        "date_precision <> 'month' or (day(date_start) = 1 and day(date_end + 1) = 1 "
        "and month(date_start) = month(date_end) and year(date_start) = year(date_end))",
    ),
    Rule(
        "year_is_whole",
        "date_precision",
        "With precision year the interval is one whole year",
        "date_precision <> 'year' or (day(date_start) = 1 and month(date_start) = 1 "
        "and day(date_end) = 31 and month(date_end) = 12 and year(date_start) = year(date_end))",
    ),
    Rule(
        "decade_is_whole",
        "date_precision",
        "With precision decade the interval is ten whole years from one that ends in 0",
        "date_precision <> 'decade' or (day(date_start) = 1 and month(date_start) = 1 and year(date_start) % 10 = 0 "
        "and day(date_end) = 31 and month(date_end) = 12 and year(date_end) = year(date_start) + 9)",
    ),
    Rule(
        "range_is_longer_than_a_day",
        "date_precision",
        "With precision range the interval has at least two days",
        "date_precision <> 'range' or date_start <> date_end",
    ),
)
