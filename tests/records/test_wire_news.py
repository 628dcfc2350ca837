"""What wire services tell of sides in passing; sentences of our own, with invented people."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases


def sides(text: str) -> tuple[list[str], set[tuple[str, str]]]:
    document = annotate(Article("a", text))
    draft = draft_cases(document)
    named = {(document.entities[p.entity].name, p.role) for p in draft.parties}
    return [p.kind for p in draft.proceedings], {(name, role) for name, role in named if role in _SIDES}


_SIDES = ("plaintiff", "defendant")


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "Karim Sohl and other members of the Harvest Party, who went on trial for murder, deny it.",
            "Karim Sohl",
        ),
        (
            "The talks turned on Victor Lanz, a lobbyist for the growers who was convicted of bribery in May.",
            "Victor Lanz",
        ),
        ("Ruritania's former spy chief has been jailed for treason. Otto Brandl showed no feeling.", "Otto Brandl"),
        ("His uncle, Wilbur Haig, went to prison in 1988 for extortion.", "Wilbur Haig"),
        ("Wilbur Haig was sent to jail over the fraud in 1988.", "Wilbur Haig"),
        ("A clerk, Wilma Trask, has admitted taking bribes, the court was told.", "Wilma Trask"),
    ],
)
def test_accused_told_in_passing(text: str, accused: str) -> None:
    kinds, roles = sides(text)
    assert kinds == ["criminal"]
    assert roles == {(accused, "defendant")}


@pytest.mark.parametrize(
    ("text", "kind", "plaintiff", "defendant"),
    [
        ("The case was brought in 2003 by Fennel Foods against Quibell Ltd.", "civil", "Fennel Foods", "Quibell Ltd."),
        (
            "The guitarist Paul Tench and Mark Dray are suing each other over the songs.",
            "civil",
            "Paul Tench",
            "Mark Dray",
        ),
        (
            "Lena Orde was struck off by the Nursing and Midwifery Council in March.",
            "regulatory",
            "Nursing and Midwifery Council",
            "Lena Orde",
        ),
        (
            "Ivo Stang has been charged by the Football Association with betting.",
            "regulatory",
            "Football Association",
            "Ivo Stang",
        ),
        (
            "Phone company Ventel lost a court battle with the European Commission on Monday.",
            "regulatory",
            "European Commission",
            "Ventel",
        ),
    ],
)
def test_who_brings_what_against_whom(text: str, kind: str, plaintiff: str, defendant: str) -> None:
    kinds, roles = sides(text)
    assert kinds == [kind]
    assert roles == {(plaintiff, "plaintiff"), (defendant, "defendant")}


def test_a_plaintiff_is_named_behind_the_article() -> None:
    assert ("Anvil Tavern", "plaintiff") in sides(
        "A judge threw out the lawsuit. One plaintiff, the Anvil Tavern, closed."
    )[1]


def test_no_party_is_who_members_belong_to() -> None:
    roles = sides("Members of the Harvest Party, who were arrested on Monday, marched.")[1]
    assert ("Harvest Party", "defendant") not in roles


def test_a_trip_to_a_prison_accuses_nobody() -> None:
    assert sides("Wilbur Haig never went to prison. Karim Sohl went to the theatre.")[1] == set()


@pytest.mark.parametrize(
    "body",
    [
        "US Securities and Exchange Commission",
        "Nursing and Midwifery Council",
        "National Development and Reform Commission",
    ],
)
def test_a_body_of_two_fields_is_one_name(body: str) -> None:
    document = annotate(Article("a", f"The {body} said on Monday that it would look into it."))
    assert [entity.name for entity in document.entities] == [body]


@pytest.mark.parametrize(
    ("text", "kind", "plaintiff", "defendant"),
    [
        (
            "Fennel Foods Inc. agreed to pay $42 million to settle Securities and Exchange Commission charges.",
            "regulatory",
            "Securities and Exchange Commission",
            "Fennel Foods Inc.",
        ),
        (
            "Fennel Foods Inc. settled allegations by the Federal Trade Commission.",
            "regulatory",
            "Federal Trade Commission",
            "Fennel Foods Inc.",
        ),
        (
            "Fennel Foods Inc. asked a federal judge to bar Quibell Ltd from using the name.",
            "civil",
            "Fennel Foods Inc.",
            "Quibell Ltd",
        ),
        (
            "Fennel Foods Inc. sued a Quibell director, Edda Frame, in May.",
            "civil",
            "Fennel Foods Inc.",
            "Edda Frame",
        ),
    ],
)
def test_charges_settled_and_orders_asked_for(text: str, kind: str, plaintiff: str, defendant: str) -> None:
    kinds, roles = sides(text)
    assert kinds == [kind]
    assert roles == {(plaintiff, "plaintiff"), (defendant, "defendant")}


def test_who_comes_out_of_bankruptcy_had_gone_into_it() -> None:
    assert sides("Fennel Foods Inc. won approval on Friday to come out of bankruptcy.") == (
        ["other"],
        {("Fennel Foods Inc.", "plaintiff")},
    )


def test_what_is_claimed_of_no_agency_is_no_regulatory_case() -> None:
    assert "regulatory" not in sides("Fennel Foods Inc. paid $42 million to settle shareholder claims.")[0]


def test_who_filed_a_suit_is_not_whom_it_is_against() -> None:
    text = "The union did not oppose a civil suit that the Labor Department had filed against Fennel Foods Inc. in May."
    assert sides(text)[1] == {("Labor Department", "plaintiff"), ("Fennel Foods Inc.", "defendant")}
