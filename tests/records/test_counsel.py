"""Counsel and judges of British, Irish and Australian courts; sentences of our own, with invented people."""

from __future__ import annotations

from datetime import date

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases

TRIAL = "Peter Vance, 42, denies robbery at Dover Crown Court. "
SUIT = "Mary Poole is suing Brian Ashby for libel at the High Court. "


def read(text: str) -> set[tuple[str, str]]:
    document = annotate(Article("a", text))
    return {(document.entities[p.entity].name, p.role) for p in draft_cases(document).parties}


@pytest.mark.parametrize(
    "sentence",
    [
        "Opening the case, Anna Field QC told jurors that he took the watch.",
        "Anna Field QC, for the Crown, said he took the watch.",
        "Miss Anna Field, for the Serious Fraud Office, said he took the watch.",
        "The Crown's barrister, Anna Field, said he took the watch.",
        "Cross-examined by Anna Field, Vance agreed that he sold the watch.",
        "Procurator fiscal depute Anna Field said he took the watch.",
        "Anna Field SC, prosecuting, said he took the watch.",
    ],
)
def test_who_prosecutes(sentence: str) -> None:
    assert ("Anna Field", "prosecutor") in read(TRIAL + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cross-examining, Paul Green QC accused the shopkeeper of lying.",
        "Cross-examined by Paul Green, Lucy Marsh agreed that it was dark.",
        "Defence agent Paul Green said Vance was at home.",
        "Mr Paul Green, QC, for Vance, said he was at home.",
        "Paul Green BL, defending, said he was at home.",
    ],
)
def test_who_defends(sentence: str) -> None:
    assert ("Paul Green", "defense_attorney") in read(TRIAL + sentence)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("For Mr Ashby, Paul Green KC said every word was true.", "defense_attorney"),
        ("Under cross-examination by Mr Paul Green, QC, Mary Poole said she was hurt.", "defense_attorney"),
        ("Paul Green, for Mary Poole, said she was hurt.", "plaintiff_attorney"),
        ("Opening the case before Mr Justice Lowe, Mr Paul Green, QC, read out the article.", "plaintiff_attorney"),
    ],
)
def test_counsel_in_a_suit(sentence: str, role: str) -> None:
    roles = read(SUIT + sentence)
    assert {role} == {told for name, told in roles if name == "Paul Green"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The stipendiary, Mr Ronald Hale, granted him bail.",
        "The chairwoman of the Labour Court, Ms Ronald Hale, refused.",
        "A High Court master, Ronald Hale, refused.",
        "Panel chair Ronald Hale refused.",
        "Sheriff Ronald Hale, sitting at Perth Sheriff Court, refused.",
    ],
)
def test_who_sits_in_judgment(sentence: str) -> None:
    assert ("Ronald Hale", "judge") in read(TRIAL + sentence)


def test_a_lord_of_a_scottish_court_is_a_judge() -> None:
    roles = read("Peter Vance was cleared of fraud at the High Court in Glasgow. Lord Carrowmuir thanked the jury.")
    assert ("Lord Carrowmuir", "judge") in roles


def test_counsel_who_asks_a_judge_is_none() -> None:
    roles = read(TRIAL + "Vance's counsel, Miss Anna Field, had asked Judge Ruth Hale to halt the trial.")
    assert {role for name, role in roles if name == "Anna Field"} == {"defense_attorney"}


@pytest.mark.parametrize("opening", ["Hulking", "Terrified", "Heartbroken", "Grinning"])
def test_what_a_tabloid_calls_someone_is_no_name(opening: str) -> None:
    document = annotate(Article("a", f"{opening} Peter Vance, 42, was jailed for theft."))
    assert [entity.name for entity in document.entities] == ["Peter Vance"]


def test_a_divorce_is_from_the_spouse_of_the_same_name() -> None:
    roles = read("His wife, Mary Vance, filed for divorce. Peter Vance said he was sorry.")
    assert roles == {("Mary Vance", "plaintiff"), ("Peter Vance", "defendant")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Giving evidence from behind a screen, Lucy Marsh said she ran.",
        "Lucy Marsh said in evidence that she ran.",
        "Cross-examined by Paul Green, Lucy Marsh agreed that she ran.",
        "Lucy Marsh told Dover magistrates that she ran.",
    ],
)
def test_who_gives_evidence(sentence: str) -> None:
    assert ("Lucy Marsh", "witness") in read(TRIAL + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He thrust a bottle into the face of Lucy Marsh.",
        "He plunged a chisel into Lucy Marsh's chest.",
        "Lucy Marsh, 24, needed 30 stitches.",
        "Lucy Marsh lost her left eye.",
        "Lucy Marsh was left paralysed.",
        "One of the victims, Lucy Marsh, wept.",
    ],
)
def test_who_was_harmed(sentence: str) -> None:
    assert ("Lucy Marsh", "victim") in read(TRIAL + sentence)


def test_a_victim_who_testifies_is_a_witness_too() -> None:
    roles = read(TRIAL + "Lucy Marsh, 24, needed 30 stitches. She gave evidence on Monday.")
    assert {("Lucy Marsh", "victim"), ("Lucy Marsh", "witness")} <= roles


@pytest.mark.parametrize(
    "sentence",
    [
        "Mark Hale, 29, was sent down for 12 years.",
        "With him in the dock were Mark Hale and Lucy Marsh.",
        "Mark Hale hugged his wife in the dock.",
        "Charged with him were Mark Hale and Lucy Marsh.",
        "Mark Hale was handed 16 months for his part.",
        "Mark Hale was locked up in March.",
    ],
)
def test_who_stands_in_the_dock(sentence: str) -> None:
    assert {("Peter Vance", "defendant"), ("Mark Hale", "defendant")} <= read(TRIAL + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vance was jailed for 18 months in 2001 for biting a waiter.",
        "In 2004 he was cleared of robbery.",
        "In 2003 he copped to theft and got two years in jail.",
    ],
)
def test_what_was_decided_long_ago_is_another_case(sentence: str) -> None:
    text = f"A waiter lost a tooth in a brawl. It was late. The night was cold. {TRIAL}{sentence}"
    document = annotate(Article("a", text, published_on=date(2014, 5, 6)))
    assert [p.kind for p in draft_cases(document).proceedings] == ["criminal", "criminal"]


def test_whom_a_judge_awards_money_is_not_the_judge() -> None:
    roles = read("Mary Poole sued Acme Corp. It emerged that Mr Justice Lowe had awarded her £5,000.")
    assert {("Mary Poole", "plaintiff"), ("Lowe", "judge")} <= roles


@pytest.mark.parametrize(
    "sentence",
    [
        "The family has hired lawyer Paul Green.",
        '"It is not over," said their solicitor, Paul Green.',
    ],
)
def test_who_acts_for_the_harmed(sentence: str) -> None:
    assert ("Paul Green", "plaintiff_attorney") in read(TRIAL + "The waiter died. " + sentence)


def test_who_is_quoted_from_the_witness_box() -> None:
    roles = read(TRIAL + 'Lucy Marsh, 30, wept as she was sworn. "I ran," she told Dover Crown Court.')
    assert ("Lucy Marsh", "witness") in roles


def test_a_press_word_before_a_rare_first_name_is_no_name() -> None:
    document = annotate(Article("a", "Ringleader Vykas Stott, 42, was jailed for robbery."))
    assert [entity.name for entity in document.entities] == ["Vykas Stott"]
