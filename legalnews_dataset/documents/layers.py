"""A document's layers as plain JSON values, for measuring each layer against other projects' gold."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from legalnews_dataset.articles.article import Article  # noqa: F401 - the example
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import Inputs, read_rows
from legalnews_dataset.articles.source import Source, list_sources
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Document, QuoteSpan

_NAME_KINDS = ("person", "organization", "government")
_EMPTY: dict[str, list[dict[str, Any]]] = {"quotes": [], "dates": [], "names": [], "money": [], "courts": []}


def write_layers(inputs: Inputs, out: Path) -> tuple[int, list[Problem]]:
    """Write the layers of every record of the inputs as one JSON line each, in order.

    A record that cannot be read as an article has empty layers, so that the lines still stand in step with the input.
    The file appears whole or not at all; one of that name is replaced.

    Returns:
        The number of records written, and what was wrong with the inputs.

    Raises:
        UsageError: an input is not there or of no format that is read.
        OSError: the file cannot be written.

    """
    files = list_sources(inputs)
    if out.exists() and not out.is_file():  # a pipe or a terminal; a folder is refused
        with out.open("w", encoding="utf-8", newline="\n") as file:
            return _write(files, file)
    part = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            written = _write(files, file)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return written


def _write(files: list[Source], file: TextIO) -> tuple[int, list[Problem]]:
    count, problems = 0, list[Problem]()
    for source in files:
        for reading in read_rows(source):
            if isinstance(reading, Problem):
                problems.append(reading)
                continue
            problems += reading.problems
            layers = to_layers(annotate(reading.article)) if reading.article else _EMPTY
            file.write(json.dumps({"id": reading.article_id, **layers}) + "\n")
            count += 1
    return count, problems


def to_layers(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Return the spans of a document as JSON values: offsets, numbers and ISO dates.

    >>> from legalnews_dataset.articles.article import Article
    >>> to_layers(annotate(Article("a", "Nothing.")))
    {'quotes': [], 'dates': [], 'names': [], 'money': [], 'courts': []}
    """
    named = [(mention, document.entities[mention.entity].kind) for mention in document.mentions]
    return {
        "quotes": [_quote(document, quote) for quote in document.quotes],
        "dates": [
            _span(d) | {"date_start": _iso(d.date_start), "date_end": _iso(d.date_end), "precision": d.precision}
            for d in document.dates
        ],
        "names": [_span(mention) | {"kind": kind} for mention, kind in named if kind in _NAME_KINDS],
        "money": [
            _span(m)
            | {
                "amount": float(m.amount),
                "amount_max": None if m.amount_max is None else float(m.amount_max),
                "currency": m.currency,
            }
            for m in document.money
        ],
        "courts": [_span(court) | {"court_id": court.court_id} for court in document.courts],
    }


def _span(span: Any) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quote(document: Document, quote: QuoteSpan) -> dict[str, Any]:
    entity = quote.speaker_entity
    return _span(quote) | {
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
        "speaker": None if entity is None else document.entities[entity].name,
    }
