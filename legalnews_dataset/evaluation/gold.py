"""Read articles annotated by hand: one JSON file per article, beside its text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import InputError, UsageError

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldCase:
    """A proceeding; `key` is what the other records of its article call it."""

    key: str
    name: str
    kind: str
    court_id: str | None


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A named person or body: its printed forms, and its roles as (case, role)."""

    key: str
    name: str
    kind: str
    forms: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event: its interval, and every place that tells it."""

    type: str
    status: str
    start: date | None
    end: date | None
    actor: str | None
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation: its span and the full name of its speaker."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class GoldAward:
    """A sum of money that is an outcome or a demand; payer and payee are keys of parties."""

    amount: float
    currency: str
    kind: str
    status: str
    decided_by: str | None
    payer: str | None
    payee: str | None
    start: date | None
    end: date | None
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """Everything that careful readers found in one article."""

    article_id: str
    text: str
    cases: tuple[GoldCase, ...]
    parties: tuple[GoldParty, ...]
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...]
    awards: tuple[GoldAward, ...]


def read_gold(gold: Path, texts: Path) -> list[GoldArticle]:
    """Return the annotated articles of a folder, sorted by file name.

    Args:
        gold: a folder of `<article_id>.json`.
        texts: a folder of `<article_id>.txt`, the stored text of each article.

    Raises:
        UsageError: a folder is not there or holds no annotation.
        InputError: an annotation names words that its article does not hold.

    """
    paths = sorted(gold.glob("*.json")) if gold.is_dir() else []
    if not paths:
        raise UsageError("no annotated articles here", where=str(gold), expected="a folder of <article_id>.json")
    return [_read_article(path, texts) for path in paths]


def _read_article(path: Path, texts: Path) -> GoldArticle:
    raw = json.loads(path.read_text(encoding="utf-8"))
    file = texts / f"{raw['article_id']}.txt"
    if not file.exists():
        raise UsageError("the text of an annotated article is not there", where=str(file))
    with file.open(encoding="utf-8", newline="") as stored:
        return as_gold(raw, stored.read(), str(path))


def as_gold(raw: dict[str, Any], text: str, where: str) -> GoldArticle:
    """Return an annotation with the offsets of its words.

    Args:
        raw: the annotation as JSON.
        text: the stored text of its article.
        where: the file that holds the annotation, for errors.

    Raises:
        InputError: the annotation names words that the article does not hold.

    """

    def places(item: dict[str, Any]) -> tuple[Span, ...]:
        return tuple(_locate(text, mention, where) for mention in item["mentions"])

    return GoldArticle(
        raw["article_id"],
        text,
        tuple(GoldCase(c["key"], c["name"], c["kind"], c.get("court_id")) for c in raw["cases"]),
        tuple(
            GoldParty(
                p["key"], p["name"], p["kind"], tuple(p["mentions"]), tuple((r["case"], r["role"]) for r in p["roles"])
            )
            for p in raw["parties"]
        ),
        tuple(
            GoldEvent(e["type"], e["status"], _day(e["start"]), _day(e["end"]), e.get("actor"), places(e))
            for e in raw["events"]
        ),
        tuple(GoldQuote(_locate(text, q, where), q["speaker"]) for q in raw["quotes"]),
        tuple(
            GoldAward(
                a["amount"],
                a["currency"],
                a["kind"],
                a["status"],
                a.get("decided_by"),
                a.get("payer"),
                a.get("payee"),
                _day(a["start"]),
                _day(a["end"]),
                places(a),
            )
            for a in raw["awards"]
        ),
    )


def _locate(text: str, item: dict[str, Any], where: str) -> Span:
    """Return where the words stand: at given offsets, or at the nth time that they are printed."""
    if "start_char" in item:
        return item["start_char"], item["end_char"]
    found = [match.span() for match in re.finditer(re.escape(item["text"]), text)]
    nth = item.get("nth") or 1
    if len(found) < nth:
        raise InputError("annotated words are not in the text", where=where, got=repr(item["text"]))
    return found[nth - 1]


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
