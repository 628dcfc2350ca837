"""Turn one raw record into an article, or say what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.language import guess_language
from legalnews_dataset.articles.problem import Problem

# A long feature has 60,000 characters; what is larger is a book, a dump or an accident, and would stall its batch.
MAX_CHARS = 5_000_000

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SHOWN = 60  # characters of a wrong value that are worth showing


@dataclass(frozen=True, slots=True)
class Reading:
    """What one record of an input gave: its id where it has one, its article unless it is set aside, and problems."""

    article_id: str | None
    article: Article | None
    problems: tuple[Problem, ...] = ()


def check_record(raw: Mapping[str, object], source: str, where: str, max_chars: int = MAX_CHARS) -> Reading:
    """Return the article of a record, with every value that had to be left out told as a problem.

    Args:
        raw: the record: `id`, `text` and, where present, `title`, `published_on` or `date`, `url`, `source`, `licence`.
        source: the file that it comes from.
        where: its place in the file.
        max_chars: the longest text that is read, in characters.

    """
    problems: list[Problem] = []
    key = raw.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    article_id = key if isinstance(key, str) and key and not _bad_characters(key) else None

    def tell(column: str, check: str, value: str, *, kept: bool) -> None:
        problems.append(Problem(source, where, article_id, column, check, value, kept))

    text = raw.get("text")
    if article_id is None:
        tell("id", "a string that is not empty", shown(key), kept=False)
    elif not isinstance(text, str):
        tell("text", "a string", shown(text), kept=False)
    elif len(text) > max_chars:
        tell("text", f"at most {max_chars:,} characters", f"{len(text):,}", kept=False)
    elif not text.strip():
        tell("text", "some text", "an empty text", kept=False)
    elif bad := _bad_characters(text):
        tell("text", "text that can be stored as UTF-8, without NUL", bad, kept=False)
    else:
        strings: dict[str, str | None] = {}
        for column in ("title", "source", "url", "licence"):
            value = raw.get(column)
            good = isinstance(value, str) and not _bad_characters(value)
            strings[column] = str(value) if good else None
            if not good and value is not None:
                tell(column, "a string that can be stored as UTF-8", shown(value), kept=True)
        day = raw.get("published_on") or raw.get("date")
        published_on = _as_date(day)
        if day and published_on is None:
            tell("published_on", "a date YYYY-MM-DD of the calendar", shown(day), kept=True)
        language = guess_language(text)
        if language != "en":
            tell("language", "en", language, kept=True)
        article = Article(article_id, text, published_on=published_on, language=language, **strings)
        return Reading(article_id, article, tuple(problems))
    return Reading(article_id, None, tuple(problems))


def shown(value: object) -> str:
    """Return a wrong value as a message shows it: short, and with nothing in it that cannot be stored.

    >>> shown(None), shown("2024-13-45")
    ('nothing', "'2024-13-45'")
    """
    if value is None:
        return "nothing"
    whole = ascii(value[: _SHOWN + 1] if isinstance(value, str | bytes) else value)
    return whole if len(whole) <= _SHOWN else whole[:_SHOWN] + "…"


def _bad_characters(text: str) -> str | None:
    """Say where a text holds NUL or an unpaired surrogate; None where it holds neither."""
    if (place := text.find("\0")) >= 0:
        return f"NUL at character {place}"
    if not text.isascii() and (found := _SURROGATE.search(text)):
        return f"an unpaired surrogate at character {found.start()}"
    return None


def _as_date(value: object) -> date | None:
    """Read a date as JSON, Parquet and .txt files give it; the day as printed, whatever its time zone."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not (found := _DAY.fullmatch(value.strip())):
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None
