"""Find the cases of a document and who has which role in each."""

from __future__ import annotations

from typing import NamedTuple

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.case_courts import caption_of, court_of, docket_of
from legalnews_dataset.records.casting import cast_roles, find_furniture
from legalnews_dataset.records.claims import Claim, Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.naming import case_name, surname
from legalnews_dataset.records.proceedings import find_proceedings
from legalnews_dataset.records.role_model import RoleModel, role_model
from legalnews_dataset.records.second_opinion import judge_roles, revise_helpers, revise_sides
from legalnews_dataset.records.sides import find_claims
from legalnews_dataset.records.sign_reading import read_words
from legalnews_dataset.records.signs import Signs
from legalnews_dataset.records.story import Case, Party
from legalnews_dataset.records.titles import read_titles


class Draft(NamedTuple):
    """What the rules read in a document, before the model of roles gives its opinion."""

    clauses: Clauses
    signs: list[Signs]
    furniture: set[int]
    proceedings: list[Proceeding]
    parties: list[Party]


def find_cases(document: Document) -> tuple[tuple[Case, ...], tuple[Party, ...]]:
    """Return the cases that the document tells and their parties."""
    if not document.sentences:
        return (), ()
    draft = draft_cases(document)
    proceedings, parties = revise_cases(draft, role_model())
    cases = tuple(_case(document, draft.clauses, p, i) for i, p in enumerate(proceedings))
    return cases, tuple(parties)


def draft_cases(document: Document) -> Draft:
    """Return the cases and parties that the rules find in a document that has words."""
    clauses = Clauses(document)
    signs = read_signs(clauses)
    furniture = find_furniture(document)
    proceedings = find_proceedings(clauses, read_claims(clauses, furniture), signs)
    return Draft(clauses, signs, furniture, proceedings, cast_roles(clauses, proceedings, signs, furniture))


def revise_cases(draft: Draft, model: RoleModel) -> tuple[list[Proceeding], list[Party]]:
    """Return the proceedings and parties after the model has added and dropped what it is sure of."""
    clauses, signs, furniture, before, parties = draft
    opinions = judge_roles(clauses, before, signs, parties, model)
    proceedings = revise_sides(clauses, before, opinions)
    if proceedings != before:
        parties = cast_roles(clauses, proceedings, signs, furniture)
    return proceedings, revise_helpers(proceedings, parties, opinions) if proceedings else []


def read_signs(clauses: Clauses) -> list[Signs]:
    """Return what titles, appositions and verbs show about each entity."""
    signs = [Signs() for _ in clauses.document.entities]
    read_titles(clauses, signs)
    read_words(clauses, signs)
    return signs


def read_claims(clauses: Clauses, furniture: set[int]) -> list[Claim]:
    """Return the claims of the document outside its standing paragraphs."""
    return [claim for claim in find_claims(clauses) if clauses.sentence_of[claim.token] not in furniture]


def _case(document: Document, c: Clauses, p: Proceeding, index: int) -> Case:
    a = surname(document, next(iter(p.a))) if p.a else None
    b = surname(document, next(iter(p.b))) if p.b else None
    name = case_name(document, p)
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
