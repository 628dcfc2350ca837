"""Cases and roles from sentences of our own, with invented people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import find_cases


def read(text: str) -> tuple[list[tuple[str, str]], set[tuple[str, str]]]:
    document = annotate(Article("a", text))
    cases, parties = find_cases(document)
    return [(c.kind, c.name) for c in cases], {(document.entities[p.entity].name, p.role) for p in parties}


def test_who_sues_whom() -> None:
    cases, roles = read("Mary Poole sued Acme Corp. in state court on Tuesday, claiming that its ladders break.")
    assert cases == [("civil", "Poole v. Acme Corp.")]
    assert roles == {("Mary Poole", "plaintiff"), ("Acme Corp.", "defendant")}


def test_a_passive_suit_turns_the_sides() -> None:
    cases, _ = read("Acme Corp. was sued by Mary Poole on Tuesday over a broken ladder.")
    assert cases == [("civil", "Poole v. Acme Corp.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Vance, 42, of Dover, was charged with fraud on Monday.",
        "A jury convicted Peter Vance of fraud on Monday.",
        "Peter Vance pleaded guilty to fraud on Monday.",
        "The trial of Peter Vance on fraud charges opened on Monday.",
        "Peter Vance faces up to ten years in prison for fraud.",
    ],
)
def test_the_accused_is_the_defendant(sentence: str) -> None:
    cases, roles = read(sentence)
    assert [kind for kind, _ in cases] == ["criminal"]
    assert ("Peter Vance", "defendant") in roles


def test_lawyers_stand_on_the_side_of_their_clients() -> None:
    _, roles = read(
        "Mary Poole sued Acme Corp. on Tuesday. Poole's lawyer, Anna Field, said the ladder broke. "
        "Paul Green, an attorney for Acme, said it did not."
    )
    assert {("Anna Field", "plaintiff_attorney"), ("Paul Green", "defense_attorney")} <= roles


def test_judge_and_prosecutor_are_known_by_their_titles() -> None:
    _, roles = read(
        "Peter Vance was sentenced to two years by U.S. District Judge Ruth Hale. "
        "The case was prosecuted by Assistant U.S. Attorneys Ian Brook and Sara Lund."
    )
    assert {("Ruth Hale", "judge"), ("Ian Brook", "prosecutor"), ("Sara Lund", "prosecutor")} <= roles


def test_an_article_without_a_proceeding_gives_no_case() -> None:
    assert read("Mary Poole opened a bakery in Dover on Tuesday. The mayor, Tom Reed, cut the ribbon.") == ([], set())


WORDS = (
    "Mary Poole sued Acme Corp. was charged by against the judge Ruth Hale , . ; 's v. lawyer for and who said".split()
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_no_text_raises_and_anchors_slice(text: str) -> None:
    document = annotate(Article("a", text))
    cases, parties = find_cases(document)
    assert all(0 <= case.start < case.end <= len(text) for case in cases)
    assert all(0 <= party.case < len(cases) for party in parties)
    assert len({(party.case, party.entity, party.role) for party in parties}) == len(parties)


def test_a_lead_describes_whom_the_next_sentence_names() -> None:
    _, roles = read("A Dover man was jailed on Monday for burglary. Peter Vance, 42, had denied the offence.")
    assert ("Peter Vance", "defendant") in roles


def test_a_body_that_only_describes_people_is_not_accused() -> None:
    _, roles = read("Two Acme Corp. employees were charged with theft. Peter Vance and Ian Lund were indicted in May.")
    assert not any(name.startswith("Acme") and role == "defendant" for name, role in roles)


def test_judged_apart_is_another_case() -> None:
    cases, _ = read(
        "Peter Vance was sentenced to two years for fraud on Monday. Vance ran the scheme for years, and Vance will "
        "appeal. Paul Stone previously pleaded guilty to theft in a separate case."
    )
    assert [name for _, name in cases] == ["State v. Vance", "State v. Stone"]


def test_a_closed_relative_clause_does_not_hide_the_subject() -> None:
    _, roles = read("Peter Vance, whom Senator Tom Reed once praised, pleaded guilty to fraud on Monday.")
    assert ("Peter Vance", "defendant") in roles
    assert ("Tom Reed", "defendant") not in roles


def test_a_comma_alone_joins_no_list() -> None:
    _, roles = read("Speaking at the trial of Peter Vance, Ian Lund said that the books were false.")
    assert ("Peter Vance", "defendant") in roles
    assert ("Ian Lund", "defendant") not in roles


def test_the_same_accused_can_have_a_separate_case() -> None:
    cases, _ = read(
        "Peter Vance was sentenced to two years for fraud on Monday. In a separate case, Vance was charged with arson."
    )
    assert [name for _, name in cases] == ["State v. Vance", "State v. Vance"]


def test_who_reports_is_not_accused() -> None:
    _, roles = read("LONDON (Reuters) - A former trader at Vance Bank was found guilty of fraud on Thursday.")
    assert "Reuters" not in {name for name, _ in roles}
