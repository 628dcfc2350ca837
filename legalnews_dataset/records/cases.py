"""Find the cases of a document and who has which role in each."""

from __future__ import annotations

import re

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.case_courts import caption_of, court_of, docket_of
from legalnews_dataset.records.casting import cast_roles, find_furniture
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.conduct import read_conduct
from legalnews_dataset.records.proceedings import Proceeding, find_proceedings
from legalnews_dataset.records.sides import find_claims
from legalnews_dataset.records.signs import Signs
from legalnews_dataset.records.story import Case, Party
from legalnews_dataset.records.titles import read_titles

_FEDERAL = re.compile(
    r"\b(?:U\.?S\.? Attorney|federal|U\.?S\.? District|FBI|Justice Department|Department of Justice|Manhattan Federal)",
    re.I,
)
_BRITISH = re.compile(
    r"\b(?:Crown Court|Old Bailey|Crown Prosecution|magistrates|Court Martial|QC|Scotland Yard|Met Police)\b", re.I
)
_CALIFORNIA = re.compile(r"\b(?:Superior Court|California|Los Angeles|New York State Supreme|District Attorney)\b")


def find_cases(document: Document) -> tuple[tuple[Case, ...], tuple[Party, ...]]:
    """Return the cases that the document tells and their parties."""
    if not document.sentences:
        return (), ()
    clauses = Clauses(document)
    signs = [Signs() for _ in document.entities]
    read_titles(clauses, signs)
    read_conduct(clauses, signs)
    furniture = find_furniture(document)
    claims = [x for x in find_claims(clauses) if clauses.sentence_of[x.token] not in furniture]
    proceedings = find_proceedings(clauses, claims, signs)
    if not proceedings:
        return (), ()
    parties = cast_roles(clauses, proceedings, signs, furniture)
    cases = tuple(_case(document, clauses, p, i) for i, p in enumerate(proceedings))
    return cases, tuple(parties)


def _surname(document: Document, e: int) -> str:
    entity = document.entities[e]
    if entity.kind != "person":
        return entity.name
    words = [w for w in entity.name.split() if w.rstrip(".,").lower() not in ("jr", "sr", "ii", "iii", "iv")]
    return words[-1].rstrip(",") if words else entity.name


def _case(document: Document, c: Clauses, p: Proceeding, index: int) -> Case:
    a = _surname(document, next(iter(p.a))) if p.a else None
    b = _surname(document, next(iter(p.b))) if p.b else None
    if p.kind == "criminal":
        text = document.article.text
        if _BRITISH.search(text):
            name = f"R v. {b}"
        elif _FEDERAL.search(text):
            name = f"United States v. {b}"
        else:
            name = f"State v. {b}"
    elif p.kind == "other":
        name = f"In re {a}"
    else:
        name = f"{a or 'Plaintiff'} v. {b or 'defendant'}"
    start, end = document.tokens.starts[p.token], document.tokens.ends[p.token]
    text = document.article.text
    court = court_of(document, p.kind, start, main=index == 0)
    return Case(
        caption_of(document, a or name.partition(" v. ")[0], b or "") or name,
        p.kind,
        text[court.start : court.end] if court and court.level != "office" else None,
        court.court_id if court else None,
        docket_of(document, main=index == 0),
        start,
        end,
        p.rule,
    )


__all__ = ["find_cases"]
