"""The words that date expressions are made of, in lower case."""

from __future__ import annotations

from legalnews_dataset.documents.numerals import ORDINALS, TENS

WEEKDAYS = {
    name: i for i, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_MONTH_NAMES = ("january february march april may june july august september october november december").split()
MONTHS = {name: i for i, name in enumerate(_MONTH_NAMES, 1)}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()} | {"sept": 9}
# Months that are also first names or common words: alone they need a word before them that dates.
NAMELIKE_MONTHS = frozenset({"april", "may", "june", "august", "march", "mar", "jan", "dec", "jun"})

DAYS = ORDINALS | {str(n): n for n in range(1, 32)} | {f"{n:02}": n for n in range(1, 10)}

UNITS = {
    unit + plural: unit
    for unit in ("day", "week", "weekend", "month", "year", "quarter", "decade")
    for plural in ("", "s")
}
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
RELATIVE_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

YEARS = {str(year): year for year in range(1000, 2100)}
DECADES = {f"{year}s": year for year in range(1700, 2100, 10)} | {
    f"{year}s": 1900 + year for year in range(20, 100, 10)
}
DECADES |= {f"{name.removesuffix('y')}ies": 1900 + tens for name, tens in TENS.items()}

# What a weekday, a month or a year may stand behind as a date.
DATING = frozenset(
    "in on since of by from to until till through during for before after between and early late mid last next this "
    "fiscal year years around about circa past throughout or".split()
)
DETERMINERS = frozenset("the a an his her its their that this our my your 's ’s".split())
# Nouns that make a four-digit number before them a count.
COUNTED = frozenset(
    "people workers jobs employees shares dollars pounds euros miles feet yards meters metres homes troops soldiers "
    "pages votes tons tonnes barrels points acres units hours rounds inmates prisoners students women men".split()
)
# Nouns whose number is no year: `section 1983`.
NUMBERED = frozenset(
    "section title rule flight route number no chapter article form room channel model highway".split()
)
