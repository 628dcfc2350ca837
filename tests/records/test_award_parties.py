"""Who pays whom, in which case and when; names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.awards import find_awards
from legalnews_dataset.records.story import Case, Event, Party, When

CIVIL = Case("Roe v. Acme", "civil", None, None, None, 0, 1, "test")
CRIMINAL = Case("State v. Doe", "criminal", None, None, None, 0, 1, "test")


def flows(text, roles, cases=(CIVIL,), events=()):
    document = annotate(Article(article_id="a1", text=text, published_on=date(2024, 1, 26)))
    at = {entity.name: i for i, entity in enumerate(document.entities)}
    parties = tuple(Party(case, at[name], role, (), "test") for name, role, case in roles)
    name_of = {i: name for name, i in at.items()} | {None: None}
    return [
        (name_of[a.payer], name_of[a.payee], a.case, a.when.precision)
        for a in find_awards(document, cases, parties, events)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A jury ordered Acme Corp. to pay Jane Roe $5 million.",
        "Acme Corp. agreed to pay $5 million to Jane Roe.",
        "Jane Roe was awarded $5 million in damages from Acme Corp.",
        "Jane Roe is seeking $5 million in damages from Acme Corp.",
        "Jane Roe sued Acme Corp. for $5 million.",
    ],
)
def test_the_defendant_pays_the_plaintiff(text):
    roles = [("Jane Roe", "plaintiff", 0), ("Acme Corp.", "defendant", 0)]
    assert [(payer, payee) for payer, payee, _, _ in flows(text, roles)] == [("Acme Corp.", "Jane Roe")]


def test_a_fine_is_paid_by_the_convicted_and_belongs_to_the_criminal_case():
    text = "John Doe lost a suit by Jane Roe. John Doe was convicted of theft, sentenced to jail and fined $900."
    roles = [("Jane Roe", "plaintiff", 0), ("John Doe", "defendant", 0), ("John Doe", "defendant", 1)]
    assert flows(text, roles, (CIVIL, CRIMINAL)) == [("John Doe", None, 1, "none")]


def test_two_people_fined_the_same_sum_have_an_award_each():
    text = "John Doe was fined $900. Mary Major was fined $900."
    roles = [("John Doe", "defendant", 0), ("Mary Major", "defendant", 0)]
    assert [payer for payer, _, _, _ in flows(text, roles, (CRIMINAL,))] == ["John Doe", "Mary Major"]


def test_an_award_is_dated_by_the_step_told_beside_it():
    text = "John Doe was sentenced on Monday and ordered to pay $900 in restitution."
    monday = When(date(2024, 1, 22), date(2024, 1, 22), "day")
    event = Event(0, "sentence", "occurred", monday, None, ((9, 22),), "test")
    assert flows(text, [("John Doe", "defendant", 0)], (CRIMINAL,), (event,)) == [("John Doe", None, 0, "day")]


def test_without_a_case_nobody_pays():
    assert flows("Acme Corp. was fined $900.", [], ()) == [(None, None, None, "none")]
