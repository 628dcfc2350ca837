"""Name a case from its parties, by the codebook: surnames for people, the prosecution by its court's country."""

from __future__ import annotations

import re

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.proceedings import is_justice

_FEDERAL = re.compile(
    r"\b(?:U\.?S\.? Attorney|federal|U\.?S\.? District|FBI|Justice Department|Department of Justice)", re.IGNORECASE
)
_BRITISH = re.compile(
    r"\b(?:Crown Court|Old Bailey|Crown Prosecution|magistrates|Court Martial|QC|Scotland Yard|Met Police)\b",
    re.IGNORECASE,
)
# What stands in all of them, found many times faster than the pattern.
_BRITISH_MARKS = (
    *("crown court", "old bailey", "crown prosecution", "magistrates", "court martial", "qc", "scotland yard"),
    "met police",
)
# States whose prosecutions are brought by the People.
_PEOPLE = re.compile(
    r"\b(?:California|Calif\.|Los Angeles|San Francisco|San Diego|Orange County|Brooklyn|Bronx|Queens|Manhattan|"
    r"Staten Island|New York State|Illinois|Cook County|Michigan|Colorado)"
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())


def case_name(document: Document, p: Proceeding) -> str:
    """Return the name of a proceeding, its first plaintiff and first defendant by surname."""
    a = surname(document, next(iter(p.a))) if p.a else None
    b = surname(document, next(iter(p.b))) if p.b else None
    if p.kind == "criminal":
        return f"{_prosecution(document.article.text)} v. {b or 'defendant'}"
    if p.kind == "other":
        return f"In re {a or b}"
    if a is None and any(is_justice(entity.name) for entity in document.entities):
        a = "United States"
    return f"{a or 'Plaintiff'} v. {b or 'defendant'}"


def surname(document: Document, e: int) -> str:
    """Return the surname of a person, the name of a body."""
    entity = document.entities[e]
    if entity.kind != "person":
        return entity.name
    words = [w for w in entity.name.split() if w.rstrip(".,").lower() not in _SUFFIXES]
    return words[-1].rstrip(",") if words else entity.name


def _prosecution(text: str) -> str:
    low = text.lower()
    if any(mark in low for mark in _BRITISH_MARKS) and _BRITISH.search(text):
        return "R"
    if _FEDERAL.search(text):
        return "United States"
    return "People" if _PEOPLE.search(text) else "State"
