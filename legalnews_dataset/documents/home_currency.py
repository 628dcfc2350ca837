"""Tell whose dollar or pound a text means by `$` and `£` where it is printed outside America and Britain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legalnews_dataset.documents.document import MoneySpan

# The country that a text is from, by its places and institutions, and the currency that its bare sign stands for.
_HOMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "$",
        "AUD",
        (
            *("Australia", "NSW", "New South Wales", "Queensland", "Supreme Court of Victoria", "Melbourne", "Sydney"),
            *("Brisbane", "Adelaide", "Canberra", "Hobart", "Tasmania"),
        ),
    ),
    (
        "$",
        "CAD",
        (
            *("Canad", "Ontario", "Toronto", "Quebec", "Montreal", "Vancouver", "British Columbia", "Alberta"),
            *("Calgary", "Ottawa", "Manitoba", "Winnipeg", "Saskatchewan", "Nova Scotia", "RCMP"),
        ),
    ),
    ("$", "NZD", ("New Zealand", "Auckland", "Wellington District", "Christchurch", "Dunedin")),
    ("£", "IEP", ("Dublin", "Taoiseach", "Irish", "Ireland", "Garda", "gardai", "gardaí", "Dáil")),
)
# What tells that the sign may stand for the currency of America or Britain after all.
_ABROAD = {
    "$": ("U.S.", "US ", "United States", "America", "New York", "California", "Washington", "Texas", "Florida"),
    "£": ("Britain", "British", "England", "English", "London", "Northern Ireland", "Belfast", "UK", "sterling"),
}
_TOLD = 2  # places of a country from which a text is from there


def at_home(text: str, spans: Iterable[MoneySpan]) -> list[MoneySpan]:
    """Return the sums with the currency of the country that the text is from, where their sign alone is printed."""
    homes = {sign: home for sign in _ABROAD if sign in text and (home := _home(text, sign))}
    return [
        replace(span, currency=homes[text[span.start]]) if homes and text[span.start] in homes else span
        for span in spans
    ]


def _home(text: str, sign: str) -> str | None:
    if any(word in text for word in _ABROAD[sign]):
        return None
    told = [(sum(map(text.count, words)), code) for its, code, words in _HOMES if its == sign]
    times, code = max(told)
    return code if times >= _TOLD and sum(n > 0 for n, _ in told) == 1 else None
