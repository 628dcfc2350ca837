"""Cases and roles as metro desks tell them; sentences of our own, with invented people."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases


def read(text: str) -> tuple[list[str], set[tuple[str, str]]]:
    document = annotate(Article("a", text))
    draft = draft_cases(document)
    return [p.kind for p in draft.proceedings], {(document.entities[p.entity].name, p.role) for p in draft.parties}


def test_middle_name_that_is_a_title_too() -> None:
    _, roles = read("Peter Dean Vance, 42, pleaded guilty to theft. Vance was jailed. Paul Earl Holt was acquitted.")
    assert roles == {("Peter Dean Vance", "defendant"), ("Paul Earl Holt", "defendant")}


def test_sentence_behind_a_dateline_begins_with_no_initial() -> None:
    document = annotate(Article("a", "DENVER — A Nevada deputy was acquitted of theft on Monday, a jury ruled."))
    assert "A Nevada" not in {entity.name for entity in document.entities}


@pytest.mark.parametrize(
    "sentence",
    [
        "The prosecutor declined last year to file charges against Peter Vance over the shooting.",
        "A grand jury considered charging Peter Vance with theft but did not.",
        "The station is not naming the bouncer, Peter Vance, because he hasn't been charged.",
    ],
)
def test_nobody_is_accused_by_what_is_refused(sentence: str) -> None:
    _, roles = read(sentence)
    assert ("Peter Vance", "defendant") not in roles


def test_accused_named_beside_the_judge() -> None:
    _, roles = read(
        "Jurors convicted a nursing aide of theft on Monday. Judge Ann Poe set a July date for Carla Voss, 44, and "
        "revoked her bail."
    )
    assert roles == {("Carla Voss", "defendant"), ("Ann Poe", "judge")}


def test_clause_after_a_comma_is_no_apposition() -> None:
    _, roles = read(
        "Peter Vance was charged with murder. Carla Voss, who prosecutors say drove the car, was charged too. The "
        "clerk, Ann Poe, told the judge Vance had confessed. His lawyer, former prosecutor Paul Holt, said he was ill."
    )
    assert roles >= {("Peter Vance", "defendant"), ("Carla Voss", "defendant"), ("Paul Holt", "defense_attorney")}
    assert not {role for name, role in roles} & {"judge", "prosecutor"}


def test_all_defendants_of_a_list() -> None:
    _, roles = read("The three defendants, Peter Vance, Carla Voss and Paul Holt, went on trial for robbery.")
    assert roles == {(name, "defendant") for name in ("Peter Vance", "Carla Voss", "Paul Holt")}


def test_counts_against_several() -> None:
    _, roles = read("Judge Ann Poe declared a mistrial on the conspiracy counts against Carla Voss and Paul Holt.")
    assert roles == {("Ann Poe", "judge"), ("Carla Voss", "defendant"), ("Paul Holt", "defendant")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "DOVER -- Carla Voss has sued the city over a fall on its steps.",
            {("Carla Voss", "plaintiff"), ("DOVER", "defendant")},
        ),
        (
            "The city of Larkham fired Carla Voss in May. Voss then sued the city for $2 million.",
            {("Carla Voss", "plaintiff"), ("city of Larkham", "defendant")},
        ),
        (
            "An inmate died in Kettle County last year. Carla Voss, his widow, filed a lawsuit against the county.",
            {("Carla Voss", "plaintiff"), ("Kettle County", "defendant")},
        ),
        (
            "Carla Voss teaches in the Larkham School District. She sued the school district in 2004.",
            {("Carla Voss", "plaintiff"), ("Larkham School District", "defendant")},
        ),
    ],
)
def test_bodies_called_by_a_noun(text: str, sides: set[tuple[str, str]]) -> None:
    assert read(text) == (["civil"], sides)


def test_the_city_of_no_city() -> None:
    assert read("Carla Voss has sued the city over a fall in Brooklyn.")[1] == {("Carla Voss", "plaintiff")}
    assert read("DOVER -- Carla Voss sued the city attorney.")[1] == {("Carla Voss", "plaintiff")}


@pytest.mark.parametrize(
    "lawyer",
    [
        "The city's lawyer, Paul Holt, would not comment.",
        "A lawyer for the city, Paul Holt, would not comment.",
        "Paul Holt, who represents the city, would not comment.",
        "Deputy City Attorney Paul Holt would not comment.",
    ],
)
def test_lawyers_of_a_city_that_is_sued(lawyer: str) -> None:
    _, roles = read(f"DOVER -- Carla Voss sued the city for damages in May. {lawyer}")
    assert ("Paul Holt", "defense_attorney") in roles


def test_local_prosecutor_beside_a_suit() -> None:
    suit = "Carla Voss sued Acme Inc. for damages over the death of her son. "
    assert ("Paul Holt", "other") in read(suit + "District Attorney Paul Holt said he would not bring charges.")[1]
    trial = "Peter Vance pleaded guilty to assault and was jailed, said District Attorney Paul Holt."
    assert ("Paul Holt", "prosecutor") in read(suit + trial)[1]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "DOVER -- Carla Voss has sued the city, Chief Paul Holt and Officer Peter Vance over the raid.",
            {("Carla Voss", "plaintiff"), *((name, "defendant") for name in ("DOVER", "Paul Holt", "Peter Vance"))},
        ),
        (
            "The state took Larkham Homes LLC and its owner, Peter Vance, to court in August.",
            {("Larkham Homes LLC", "defendant"), ("Peter Vance", "defendant")},
        ),
        (
            (
                "The widow of a man who fell from a pier filed a lawsuit against Larkham Homes LLC. His widow, "
                "Carla Voss, said he was a good man."
            ),
            {("Larkham Homes LLC", "defendant"), ("Carla Voss", "plaintiff")},
        ),
        (
            (
                "The owner had ignored the leak, according to the suit his sister brought against Larkham Homes LLC in "
                "May. The sister, Carla Voss, would not comment."
            ),
            {("Larkham Homes LLC", "defendant"), ("Carla Voss", "plaintiff")},
        ),
        (
            "Paul's brother, Peter Vance, said he was glad. A suit he filed against Larkham Homes LLC is pending.",
            {("Larkham Homes LLC", "defendant"), ("Peter Vance", "plaintiff")},
        ),
    ],
)
def test_who_sues(text: str, sides: set[tuple[str, str]]) -> None:
    kinds, roles = read(text)
    assert kinds == ["civil"]
    assert roles == sides


def test_whom_a_suit_calls_wronged_is_not_sued() -> None:
    _, roles = read("The suit, filed on Monday against Larkham Homes LLC, alleges that Carla Voss was passed over.")
    assert roles == {("Larkham Homes LLC", "defendant")}


def test_agency_accuses() -> None:
    kinds, roles = read("The State Liquor Authority accused Peter Vance in 2009 of selling beer to minors.")
    assert kinds == ["regulatory"]
    assert roles == {("State Liquor Authority", "plaintiff"), ("Peter Vance", "defendant")}


def test_court_orders_a_city() -> None:
    _, roles = read("DOVER -- A judge ordered the city to rehire Carla Voss, who had filed a lawsuit over it.")
    assert roles == {("DOVER", "defendant"), ("Carla Voss", "plaintiff")}


@pytest.mark.parametrize(
    ("lawyer", "name"),
    [
        ("The township attorney, Paul Holt, would not comment.", "Paul Holt"),
        ("The hospital's lawyer, Paul Holt, would not comment.", "Paul Holt"),
        ("District counsel Paul Holt would not comment.", "Paul Holt"),
    ],
)
def test_lawyers_of_bodies_that_nobody_names(lawyer: str, name: str) -> None:
    _, roles = read(f"Carla Voss filed a lawsuit in May over the loss of her job. {lawyer}")
    assert (name, "defense_attorney") in roles


def test_found_to_have_done_wrong() -> None:
    _, roles = read("Carla Voss sued over the lockout. A judge found that Larkham Homes LLC had violated her lease.")
    assert roles == {("Carla Voss", "plaintiff"), ("Larkham Homes LLC", "defendant")}
    _, roles = read("Peter Vance was charged with murder. A jury found that Paul Holt acted in self-defense.")
    assert ("Paul Holt", "defendant") not in roles


def test_kin_of_whom_died() -> None:
    _, roles = read("Paul Holt drowned last June. Holt's mother, Carla Voss, sued Larkham Homes LLC for damages.")
    assert roles == {("Paul Holt", "victim"), ("Carla Voss", "plaintiff"), ("Larkham Homes LLC", "defendant")}


def test_hospital_of_another_name() -> None:
    _, roles = read("Paul Holt died at Larkham Medical Center. In May his widow, Carla Voss, sued the hospital.")
    assert {("Carla Voss", "plaintiff"), ("Larkham Medical Center", "defendant")} <= roles


def test_the_city_behind_another_clause() -> None:
    _, roles = read(
        "The city of Larkham was told that its insurer would not pay the claim, and the city has sued Acme Mutual Inc."
    )
    assert roles == {("city of Larkham", "plaintiff"), ("Acme Mutual Inc.", "defendant")}


def test_a_suit_that_names_the_city() -> None:
    _, roles = read(
        "DOVER -- Carla Voss filed a lawsuit over the raid. Her complaint names the city, Chief Paul Holt and Officer "
        "Peter Vance."
    )
    assert {("DOVER", "defendant"), ("Paul Holt", "defendant"), ("Peter Vance", "defendant")} <= roles


def test_nobody_is_charged_without_being_charged() -> None:
    _, roles = read("Peter Vance was questioned about the theft and left without being charged.")
    assert ("Peter Vance", "defendant") not in roles
