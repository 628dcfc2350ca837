"""Whom and what a text names, and which mentions name the same one."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.documents.document import Entity, Mention
from legalnews_dataset.documents.names import find_names
from legalnews_dataset.documents.sentences import find_sentences
from legalnews_dataset.documents.tokens import find_tokens


def names(text: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    tokens = find_tokens(text)
    return find_names(text, tokens, find_sentences(text, tokens))


def kinds(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in names(text)[1]}


def forms(text: str) -> dict[str, list[str]]:
    """Return the printed forms of the mentions of each entity, in order."""
    mentions, entities = names(text)
    return {e.name: [text[mentions[i].start : mentions[i].end] for i in e.mentions] for e in entities}


def entity(text: str, name: str) -> Entity:
    return next(e for e in names(text)[1] if e.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A jury convicted Walter Quimby, 42, of fraud.", "Walter Quimby"),
        ("U.S. District Judge Olivia P. Marsden agreed.", "Olivia P. Marsden"),
        ("The suit names Dr. Tunde Obafemi-Ladele.", "Tunde Obafemi-Ladele"),
        ("Police arrested Piet van der Velde.", "Piet van der Velde"),
        ("It was told by Rosa de la Parra, who wept.", "Rosa de la Parra"),
        ('He shot Leonard "Sonny" Brack in 1999.', 'Leonard "Sonny" Brack'),
        ('Police held Leonard "The Clerk" Brack in May.', 'Leonard "The Clerk" Brack'),
        ("Police held Leonard (Sonny Boy) Brack in May.", "Leonard (Sonny Boy) Brack"),
        ("The jury acquitted Leonard ``Sonny'' Brack.", "Leonard ``Sonny'' Brack"),
        ('Police held Wixley "the Clerk" Brack, 42.', 'Wixley "the Clerk" Brack'),
        ("Judge Shin Yong-min jailed Roh Tae-il, 41.", "Shin Yong-min"),
        ("Lawyer J.T. O'Hanlon Jr. objected.", "J.T. O'Hanlon Jr."),
        ("The ruling by Mr Justice Pemberton was read.", "Pemberton"),
        ("Lord Tarrant heard the appeal.", "Lord Tarrant"),
        ("PC John Ludlow gave evidence.", "John Ludlow"),
        ("The victim was Jane Doe #2.", "Jane Doe #2"),
        ("They sued Chief Justice Earl Bosworth.", "Earl Bosworth"),
        ("Helena Marsh QC, for the claimant, agreed.", "Helena Marsh"),
        ("The trial of Yusuf al-Hamdani began.", "Yusuf al-Hamdani"),
        ("Prosecutors accused Samuel May of theft.", "Samuel May"),
        ("WASHINGTON Delia Crane, a clerk, was charged.", "Delia Crane"),
    ],
)
def test_people(text: str, name: str) -> None:
    assert kinds(text).get(name) == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He sued Brightwell Holdings Inc. on Monday.", "Brightwell Holdings Inc."),
        ("A judge fined Tarrant (UK) Ltd for it.", "Tarrant (UK) Ltd"),
        ("The Ashford Teachers Union joined the suit.", "Ashford Teachers Union"),
        ("The chain Mirlo, a unit of a larger group, was sued.", "Mirlo"),
        ("She hired the firm of Ames and Boyle.", "Ames and Boyle"),
        ("She hired Ames, Boyle & Crane for it.", "Ames, Boyle & Crane"),
        ("She hired Ames, Boyle, Crane and Dodd for it.", "Ames, Boyle, Crane and Dodd"),
        ("They sued the estate of Walter Quimby.", "estate of Walter Quimby"),
        ("Zentrix said it would appeal. Shares of Zentrix fell.", "Zentrix"),
    ],
)
def test_organizations(text: str, name: str) -> None:
    assert kinds(text).get(name) == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Securities and Exchange Commission sued.", "Securities and Exchange Commission"),
        ("The U.S. Department of Justice sued.", "U.S. Department of Justice"),
        ("It was told by the Justice Departments Tax Division.", "Justice Department"),
        ("It was told by the Justice Departments Tax Division.", "Tax Division"),
        (
            "He thanked the U.S. Attorneys Office for the District of Guam.",
            "U.S. Attorneys Office for the District of Guam",
        ),
        ("They sued the city of Ashford over it.", "city of Ashford"),
        ("The Russian government denied it.", "Russian government"),
        ("The Essex County district attorney's office charged him.", "Essex County district attorney's office"),
        ("The Bureau of Prisons and the Department of Labor agreed.", "Bureau of Prisons"),
        ("The Standing Commission Against Fraud helped.", "Standing Commission Against Fraud"),
        ("The Homicide Unit is prosecuting.", "Homicide Unit"),
    ],
)
def test_bodies_of_government(text: str, name: str) -> None:
    assert kinds(text).get(name) == "government"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The case was heard in New Jersey.", "New Jersey"),
        ("He was caught in Bergen Grove last week.", "Bergen Grove"),
        ("Walter Quimby, 42, Garden Grove, was charged.", "Garden Grove"),
        ("He lives on Tarrant Avenue.", "Tarrant Avenue"),
        ("It is the law of the Southern District of New York.", "Southern District of New York"),
    ],
)
def test_places_are_no_people(text: str, name: str) -> None:
    assert kinds(text).get(name) == "place"


@pytest.mark.parametrize(
    "text",
    [
        "JURY FINDS CLERK GUILTY OF FRAUD",
        "He broke the Clean Water Act on Monday.",
        "However, the court said on Tuesday that the plea stands.",
        "The Attorney General will decide in March.",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == ((), ())


def test_short_forms_are_mentions_of_the_full_form() -> None:
    text = "Walter Quimby sued Brightwell Holdings Inc. Quimby said Brightwell lied. Mr. Quimby's wife left."
    found = forms(text)
    assert found["Walter Quimby"] == ["Walter Quimby", "Quimby", "Quimby"]
    assert found["Brightwell Holdings Inc."] == ["Brightwell Holdings Inc.", "Brightwell"]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The London Tin Board (LTB) sued. The LTB lost.", "London Tin Board", "LTB"),
        ("The Coal Mining Board sued. CMB lawyers won.", "Coal Mining Board", "CMB"),
        ("The Ministry of Defence was sued. The MoD lost.", "Ministry of Defence", "MoD"),
        ("Harold Coyle was charged. In 2012, Coyles wife left.", "Harold Coyle", "Coyle"),
        ("Betty Washington was charged. Later Washington said she lied.", "Betty Washington", "Washington"),
        ("Theo van Gelder was shot. Van Gelder died.", "Theo van Gelder", "Van Gelder"),
    ],
)  # fmt: skip
def test_a_short_form_is_found(text: str, name: str, short: str) -> None:
    assert short in forms(text)[name][1:]


def test_two_people_of_one_surname_are_told_apart_by_title_and_gender() -> None:
    text = (
        "Rita Lowell, a lawyer, asked Judge Martin Lowell to step down. Judge Lowell refused. "
        "Ms. Lowell appealed. Lowell said he was wrong."
    )
    found = forms(text)
    assert found["Rita Lowell"] == ["Rita Lowell", "Lowell", "Lowell"]
    assert found["Martin Lowell"] == ["Martin Lowell", "Lowell"]


def test_titles_appositions_and_gender_are_noted() -> None:
    text = "Defense attorney Lin Okoro, 51, of Ashford, said no. His wife, Wen Okoro, a clerk for Acme, agreed."
    okoro, wife = entity(text, "Lin Okoro"), entity(text, "Wen Okoro")
    assert okoro.titles == ("Defense attorney",)
    assert [text[a:b] for a, b in okoro.descriptions] == ["51, of Ashford"]
    assert [text[a:b] for a, b in wife.descriptions] == ["a clerk for Acme"]
    assert wife.titles == ("wife",)
    assert wife.gender == "f"


_WORDS = "Judge Smith Mr of the Bank and & , . ( ) ' s “ ” Acme Inc Jr city FBI said in a 42 van Department's".split()


def test_the_title_of_a_list_is_everyones() -> None:
    text = "Assistant District Attorneys Ann Varley, Bob Quimby and Cara Dunne tried it."
    assert {e.titles for e in names(text)[1]} == {("Assistant District Attorneys",)}


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="AaBb. ,'’\"“”\n&-(1", max_size=200)
    | st.lists(st.sampled_from(_WORDS)).map(" ".join)
    | st.text(max_size=100)
)
def test_any_text_has_sorted_mentions_inside_it(text: str) -> None:
    mentions, entities = names(text)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert sorted(i for e in entities for i in e.mentions) == list(range(len(mentions)))
    assert all(mentions[i].entity == n for n, e in enumerate(entities) for i in e.mentions)
    assert all(e.name in text for e in entities)


@pytest.mark.parametrize(
    "piece", ["Judge ", "Smith, ", "Smith & ", "Bank of the ", "Ann Smith said. ", "lawyer Al Smith ", "U.S. "]
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    names(text)
    assert time.process_time() - start < 1.5
