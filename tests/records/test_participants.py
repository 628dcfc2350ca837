"""Who takes part in a case beside its two sides, and who was harmed: read from invented articles."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases

PROSECUTION = (
    "Robert Farnham, 31, of Dover, was sentenced Monday to 12 years in prison after he pleaded guilty to manslaughter "
    "in Superior Court.\n\n"
)
FRAUD = (
    "Oscar Penfold, 44, a former banker, went on trial Tuesday in Dover on charges of wire fraud and conspiracy.\n\n"
)
SUIT = (
    "Jane Corley sued Brightwell Corp. on Monday in federal court in Denver, seeking $2 million in damages for "
    "negligence.\n\n"
)


def roles_of(text: str) -> set[tuple[str, str]]:
    """Return the (name, role) pairs that are read in a text."""
    document = annotate(Article("own", text))
    return {(document.entities[party.entity].name, party.role) for party in draft_cases(document).parties}


@pytest.mark.parametrize(
    ("lead", "told", "name", "role"),
    [
        (PROSECUTION, "The victim, identified as Maria Estrella, was 44.", "Maria Estrella", "victim"),
        (PROSECUTION, "Maria Estrella, 44, was pronounced dead at the scene.", "Maria Estrella", "victim"),
        (PROSECUTION, "He fired three shots at Maria Estrella, killing her.", "Maria Estrella", "victim"),
        (PROSECUTION, "The gunman killed two people: Maria Estrella and Paul Dobry.", "Paul Dobry", "victim"),
        (PROSECUTION, "Killed in the crash were Maria Estrella, 44, and Paul Dobry, 51.", "Paul Dobry", "victim"),
        (PROSECUTION, "The victims were Maria Estrella, 44, and Paul Dobry, 51.", "Maria Estrella", "victim"),
        (PROSECUTION, "Maria Estrella, whom he killed, was a nurse.", "Maria Estrella", "victim"),
        (PROSECUTION, "Maria Estrella's body was found in a ditch.", "Maria Estrella", "victim"),
        (FRAUD, "Maria Estrella lost her life savings, prosecutors said.", "Maria Estrella", "victim"),
        (FRAUD, "The scheme cost Dover Savings Bank an estimated $4 million.", "Dover Savings Bank", "victim"),
        (PROSECUTION, "The case was tried by Paul Dobry, the chief of the unit.", "Paul Dobry", "prosecutor"),
        (FRAUD, '"He lied," Lara Finch, an assistant United States attorney, said.', "Lara Finch", "prosecutor"),
        (FRAUD, "Prosecutors say Mr. Penfold lied for years.", "Oscar Penfold", "defendant"),
        (PROSECUTION, "The Kent County Sheriff's Office arrested him in May.", "Kent County Sheriff's Office", "other"),
        (PROSECUTION, "Officers from the Dover Police Department responded.", "Dover Police Department", "other"),
        (PROSECUTION, "Dover Police Chief Leo Marsh said the case was sad.", "Leo Marsh", "other"),
        (PROSECUTION, "His lawyers, led by Omar Haddon, will appeal.", "Omar Haddon", "defense_attorney"),
        (PROSECUTION, "He was represented by Omar Haddon of Haddon & Strand.", "Haddon & Strand", "defense_attorney"),
        (PROSECUTION, "Jurors heard from Tina Lowell, who saw the crash.", "Tina Lowell", "witness"),
        (FRAUD, "The prosecution called Tina Lowell, a clerk.", "Tina Lowell", "witness"),
        (FRAUD, "In an affidavit, Tina Lowell said that the books were false.", "Tina Lowell", "witness"),
        (FRAUD, "The informant, Tina Lowell, wore a wire.", "Tina Lowell", "other"),
        (PROSECUTION, "His accomplice, Luke Barlow, 29, remains at large.", "Luke Barlow", "other"),
        (FRAUD, "Penfold conspired with Gil Moreno, his partner, to hide losses.", "Gil Moreno", "other"),
        (FRAUD, "He was the founder of Penfold Capital, which was a sham.", "Penfold Capital", "other"),
        (FRAUD, "He did business under the name Dover Lending LLC.", "Dover Lending LLC", "other"),
        (PROSECUTION, "The dead man, Luis Ortega, had two children.", "Luis Ortega", "victim"),
        (PROSECUTION, "Luis Ortega, the slain driver, had two children.", "Luis Ortega", "victim"),
        (PROSECUTION, "The robbery left Luis Ortega dead.", "Luis Ortega", "victim"),
        (PROSECUTION, "A witness, Tina Lowell, said she saw the crash.", "Tina Lowell", "witness"),
        (PROSECUTION, "On the stand, Tina Lowell said she saw the crash.", "Tina Lowell", "witness"),
        (PROSECUTION, "The testimony of Tina Lowell took two hours.", "Tina Lowell", "witness"),
        (PROSECUTION, "Under cross-examination, Tina Lowell conceded that it was dark.", "Tina Lowell", "witness"),
        (PROSECUTION, "Dr. Tina Lowell, who performed the autopsy, said so.", "Tina Lowell", "witness"),
        (PROSECUTION, "Sam Tuttle, 41, was ordered held without bail.", "Sam Tuttle", "defendant"),
        (PROSECUTION, "A judge set bail at $1 million for Sam Tuttle.", "Sam Tuttle", "defendant"),
        (PROSECUTION, "Sam Tuttle could get 25 years in prison.", "Sam Tuttle", "defendant"),
        (PROSECUTION, "Sam Tuttle, a convicted killer, escaped in May.", "Sam Tuttle", "defendant"),
        (PROSECUTION, "Sam Tuttle was taken into custody in May.", "Sam Tuttle", "defendant"),
        (SUIT, "Omar Haddon, a lawyer for the company, said it would fight.", "Omar Haddon", "defense_attorney"),
        (SUIT, "Brightwell's chief executive, Tina Lowell, said it would fight.", "Tina Lowell", "other"),
        (SUIT, "A spokesman for the mayor, Leo Marsh, declined to comment.", "Leo Marsh", "other"),
        (SUIT, "Corley said her supervisor, Sam Tuttle, groped her.", "Sam Tuttle", "other"),
        (SUIT, "It also named Brightwell chairman Ed Stark as a defendant.", "Ed Stark", "defendant"),
        (SUIT, "Ann Petrie, 81, one of the plaintiffs, said she was glad.", "Ann Petrie", "plaintiff"),
        (SUIT, "Brightwell settled a similar case brought by Ann Petrie in 2012.", "Ann Petrie", "plaintiff"),
        (SUIT, "Her lawyer, Omar Haddon, said she was glad.", "Omar Haddon", "plaintiff_attorney"),
        (SUIT, "The city discriminated against Ann Petrie, it says.", "Ann Petrie", "victim"),
        (
            PROSECUTION,
            "The victim's family will sue, their lawyer said. Omar Haddon said so.",
            "Omar Haddon",
            "defense_attorney",
        ),
        (
            PROSECUTION,
            "A lawyer for the family said so. Omar Haddon told the court it was sad.",
            "Omar Haddon",
            "plaintiff_attorney",
        ),
        (PROSECUTION, "Ann Estrella, whose son, Luis Estrella, was killed, wept.", "Luis Estrella", "victim"),
        (FRAUD, "Special counsel Arthur Finn brought the case.", "Arthur Finn", "prosecutor"),
        (FRAUD, "Justice Department attorney Lara Finch spoke.", "Lara Finch", "prosecutor"),
        (PROSECUTION, "Luis Ortega, 24, suffered a gunshot wound to the leg.", "Luis Ortega", "victim"),
        (PROSECUTION, "Sgt. Leo Marsh, of Dover Police, said it was sad.", "Dover Police", "other"),
        (PROSECUTION, "A spokeswoman for the sheriff's office, Tina Lowell, spoke.", "Tina Lowell", "other"),
        (SUIT, "The jury decided that Brightwell must pay $5,000 to Ann Petrie.", "Ann Petrie", "plaintiff"),
    ],
)
def test_who_takes_part(lead: str, told: str, name: str, role: str) -> None:
    assert (name, role) in roles_of(lead + told)


@pytest.mark.parametrize(
    ("lead", "told", "name"),
    [
        (PROSECUTION, "Columbia University law professor Mara Voss said the case was weak.", "Mara Voss"),
        (PROSECUTION, "The court was told of a request of the Superior Court.", "Superior Court"),
        (PROSECUTION, "Attorney Sam Tuttle, who is not involved in the case, said it was weak.", "Sam Tuttle"),
        (SUIT, "Merrick Holdings Inc, its parent, was not named in the suit.", "Merrick Holdings Inc"),
    ],
)
def test_who_only_comments_takes_no_part(lead: str, told: str, name: str) -> None:
    assert name not in {found for found, _ in roles_of(lead + told)}


@pytest.mark.parametrize(
    "told",
    [
        "The lawsuit, brought by Rita Sloan and Paul Dobry, accuses Orlan Inc of fraud.",
        "A judge threw out a fraud lawsuit that Rita Sloan and Paul Dobry filed against Orlan Inc over fees.",
        "Plaintiffs Rita Sloan and Paul Dobry were thrilled after the fraud lawsuit against Orlan Inc was settled.",
        "Investors led by Rita Sloan and Paul Dobry sued Orlan Inc for fraud.",
        "Rita Sloan and Paul Dobry are taking Orlan Inc to an employment tribunal.",
        "Orlan Inc was sued for fraud. The lawsuit from Rita Sloan and Paul Dobry accuses Orlan Inc of lying.",
        "Rita Sloan and Paul Dobry have slapped Orlan Inc with a lawsuit for fraud.",
        "A jury found that Orlan Inc infringed two patents held by Rita Sloan and Paul Dobry.",
    ],
)
def test_who_sues_whom(told: str) -> None:
    assert roles_of(told) == {("Rita Sloan", "plaintiff"), ("Paul Dobry", "plaintiff"), ("Orlan Inc", "defendant")}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("In a lawsuit filed in Dover, Rita Sloan says that she was fired for being deaf.", "Rita Sloan"),
        ("Rita Sloan claims she was fired for being deaf. Her discrimination suit was filed on Tuesday.", "Rita Sloan"),
        ("A Harlem woman is suing a school for $5 million over a fall. Rita Sloan says it was warned.", "Rita Sloan"),
        ("The League of Voters challenged the law in federal court over its cost.", "League of Voters"),
    ],
)
def test_who_claims(told: str, name: str) -> None:
    assert (name, "plaintiff") in roles_of(told)


def test_a_lawyer_of_a_suit_told_first_is_not_that_of_a_later_prosecution() -> None:
    roles = roles_of(
        "A lawsuit filed on Monday accuses Brightwell Corp. of negligence. The family had no choice, said attorney "
        "Omar Haddon. Robert Farnham was arrested in March and charged with murder, fraud and theft in the killing."
    )
    assert ("Omar Haddon", "plaintiff_attorney") in roles


def test_who_has_a_lawyer_but_no_side_is_on_the_other_one() -> None:
    roles = roles_of(
        "Jane Corley filed a lawsuit on Monday, seeking damages. Omar Haddon, a lawyer for Acme Inc, left."
    )
    assert ("Omar Haddon", "defense_attorney") in roles


def test_a_pronoun_does_not_make_the_doer_a_victim() -> None:
    assert ("Robert Farnham", "victim") not in roles_of(PROSECUTION + "Farnham followed her home, stabbing her twice.")
