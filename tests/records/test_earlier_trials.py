from __future__ import annotations

from datetime import date

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.story import Story
from legalnews_dataset.records.tell import tell

UNDER_WAY = "Mary Poole sued John Hale for slander. Jurors at the trial heard closing arguments on Monday. "
BEFORE = "Last year another jury found Hale liable for assaulting Poole and awarded Poole $2 million in damages."


def told(text: str) -> Story:
    return tell(annotate(Article("a", text, published_on=date(2019, 5, 7))))


def test_what_another_jury_found_is_a_case_of_its_own_between_the_same_parties() -> None:
    text = UNDER_WAY + BEFORE
    story = told(text)
    assert [(case.name, case.court) for case in story.cases] == [("Poole v. Hale", None)] * 2
    document = annotate(Article("a", text))
    sides = {(p.case, document.entities[p.entity].name, p.role) for p in story.parties}
    assert {(1, "Mary Poole", "plaintiff"), (1, "John Hale", "defendant")} <= sides
    assert {event.case for event in story.events if event.type == "verdict"} == {1}
    assert {event.case for event in story.events if event.type == "trial"} == {0}
    assert [award.case for award in story.awards] == [1]


def test_only_those_who_are_named_there_stood_in_the_earlier_trial() -> None:
    text = (
        "Mary Poole and Ann Field sued John Hale for slander. Closing arguments in the trial were heard on Monday. "
        "In an earlier trial last year, a jury found Hale liable for slandering Poole."
    )
    document, story = annotate(Article("a", text)), told(text)
    assert {document.entities[p.entity].name for p in story.parties if p.case == 1} == {"Mary Poole", "John Hale"}


@pytest.mark.parametrize(
    "text",
    [
        UNDER_WAY + "On Tuesday the jury found Hale liable for assaulting Poole and awarded Poole $2 million.",
        UNDER_WAY + BEFORE + " An appeals court threw out that verdict and ordered a new trial.",
        UNDER_WAY + BEFORE + " The second phase of the trial is about punitive damages in the damages phase.",
        "Mary Poole sued John Hale for slander. " + BEFORE + " Hale has appealed.",
        "John Hale was convicted of murder by a jury last year. The second trial of his brother, Tom Hale, began.",
    ],
)
def test_one_case_tried_once_or_anew_stays_one(text: str) -> None:
    assert "earlier trial" not in [case.rule for case in told(text).cases]
