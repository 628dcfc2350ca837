"""Articles that tell more than one case: who is tried apart, which suit is another one, who belongs to which."""

from __future__ import annotations

from datetime import date

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import find_cases

Told = dict[tuple[str, str], set[tuple[str, str]]]


def read(text: str, published: date | None = None) -> list[tuple[str, str, set[tuple[str, str]]]]:
    """Return kind, name and (party, role) of each case."""
    document = annotate(Article("a", text, published_on=published))
    cases, parties = find_cases(document)
    return [
        (case.kind, case.name, {(document.entities[p.entity].name, p.role) for p in parties if p.case == number})
        for number, case in enumerate(cases)
    ]


def names(text: str, published: date | None = None) -> list[str]:
    return [name for _, name, _ in read(text, published)]


def test_another_who_pleads_is_tried_apart() -> None:
    found = names(
        "Peter Vance, 41, was convicted of bribery on Monday. Vance had run the bank for ten years. Vance, who was "
        "charged in May, said nothing. Another officer of the bank, Sam Yates, 37, pleaded guilty to fraud."
    )
    assert found == ["State v. Vance", "State v. Yates"]


def test_who_was_sentenced_before_does_not_lead() -> None:
    found = names(
        "A jury found a postal clerk guilty on Monday. Ann Lane and Tim Ford were previously sentenced to prison for "
        "their roles. Harold Cole faces a maximum sentence of ten years."
    )
    assert found[0] == "State v. Cole"


def test_a_dated_verdict_of_long_ago_is_of_another_case() -> None:
    text = (
        "Peter Vance was charged with burglary on Monday. He was arrested at his home. His mother wept. "
        "His brother did not. In 2014 Vance was sentenced to two years in prison for arson."
    )
    assert names(text, date(2021, 3, 2)) == ["State v. Vance"] * 2
    assert names(text, date(2014, 3, 2)) == ["State v. Vance"]


def test_the_arrest_of_the_same_case_is_no_other_case() -> None:
    text = (
        "Peter Vance was charged with murder on Monday. He denied it. His mother wept. His brother did not. "
        "Vance was arrested in 2014 in Dover after a long search."
    )
    assert names(text, date(2021, 3, 2)) == ["State v. Vance"]


def test_in_a_separate_case_others_are_accused() -> None:
    found = names(
        "Peter Vance was convicted of treason on Monday. In a separate case, prosecutors asked a court to jail "
        "two reporters, Ian Lund and Nell Paz, for eight years."
    )
    assert found == ["State v. Vance", "State v. Lund"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vance settled a similar case brought by waitress Kelly Dwyer in 2012.",
        "Vance settled a separate lawsuit filed by Kelly Dwyer.",
        "In another lawsuit, Kelly Dwyer sued Vance.",
    ],
)
def test_a_suit_set_apart_by_its_words(sentence: str) -> None:
    found = read("Mary Poole sued Peter Vance on Tuesday over her wages. " + sentence)
    assert [(kind, name) for kind, name, _ in found] == [("civil", "Poole v. Vance"), ("civil", "Dwyer v. Vance")]
    assert ("Kelly Dwyer", "plaintiff") not in found[0][2]


def test_an_agency_acts_apart_from_those_who_sue() -> None:
    found = read(
        "Mary Poole sued Acme Corp. on Tuesday over her wages. In July, the Federal Trade Commission won a court "
        "order barring Acme from selling ladders."
    )
    assert [(kind, name) for kind, name, _ in found] == [
        ("civil", "Poole v. Acme Corp."),
        ("regulatory", "Federal Trade Commission v. Acme Corp."),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mary Poole was delighted after winning a court battle with Acme Corp. over a ladder.", "Poole v. Acme Corp."),
        ("Mary Poole took legal action against Acme Corp. over a ladder.", "Poole v. Acme Corp."),
        ("Mary Poole filed for divorce from Peter Vance in May.", "Poole v. Vance"),
        ("A judge granted an injunction sought by Mary Poole. Acme Corp. was sued in May.", "Poole v. Acme Corp."),
        ("The two companies named in the lawsuit are Acme Corp. and Boden Inc.", "Plaintiff v. Acme Corp."),
        ("Ann Roe and Tim Ford remain defendants in the lawsuit.", "Plaintiff v. Roe"),
    ],
)
def test_suits_told_in_plain_words(text: str, name: str) -> None:
    assert [(kind, told) for kind, told, _ in read(text)] == [("civil", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp. makes ladders. The company's attempt to gain bankruptcy protection came to nothing.",
        "Its debts forced Acme Corp. into bankruptcy in May.",
        "In its Chapter 11 filing Acme Corp. said that it owed two banks.",
    ],
)
def test_bankruptcies_told_in_plain_words(text: str) -> None:
    assert read(text) == [("other", "In re Acme Corp.", {("Acme Corp.", "plaintiff")})]


def test_a_bankruptcy_only_feared_is_none() -> None:
    assert "In re Acme Corp." not in names("Mary Poole sued Acme Corp. Acme would be forced into bankruptcy, it said.")


def test_a_bankruptcy_judge_sits_in_the_bankruptcy() -> None:
    found = read(
        "Mary Poole sued Boden Inc. on Tuesday. Boden filed for bankruptcy in May. Bankruptcy Judge Ruth Hale will "
        "hold a hearing in June."
    )
    assert [("Ruth Hale", "judge") in parties for _, _, parties in found] == [False, True]


def test_a_judge_belongs_to_the_case_in_whose_sentence_he_is_named() -> None:
    found = read(
        "Mary Poole sued Peter Vance on Tuesday. Judge Ruth Hale set a hearing. In another lawsuit, filed by Kelly "
        "Dwyer, Judge Ian Brook ruled against Vance."
    )
    judges = [{name for name, role in parties if role == "judge"} for _, _, parties in found]
    assert judges == [{"Ruth Hale"}, {"Ian Brook"}]


def test_the_company_is_no_office() -> None:
    found = read(
        "Acme Corp. makes ladders. The Building Department cited Acme in May; the company pleaded guilty to a "
        "misdemeanor."
    )
    assert [name for _, name, _ in found] == ["State v. Acme Corp."]


def test_the_department_is_the_one_named_before() -> None:
    found = read(
        "Ann Roe, who works for the Department of Education, was charged with assault. The family of a student has "
        "filed a suit against the department."
    )
    assert {(kind, role) for kind, _, parties in found for name, role in parties if name.startswith("Department")} == {
        ("civil", "defendant")
    }


CHARGED = "Peter Vance was charged with murder on Monday. He was taken to court. His mother wept. His brother did not. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Vance served four years in state prison for robbery.",
        "Vance was on parole after serving five years for manslaughter.",
        "Vance was previously convicted of burglary.",
        "Vance is also awaiting trial on gun charges in Dover.",
    ],
)
def test_the_past_of_one_who_is_charged_now_is_another_case(sentence: str) -> None:
    assert names(CHARGED + sentence) == ["State v. Vance"] * 2


@pytest.mark.parametrize(
    "sentence",
    ["Vance has served two months in jail so far.", "Vance served five years as mayor.", "Vance pleaded not guilty."],
)
def test_what_is_no_other_case_of_one_who_is_charged(sentence: str) -> None:
    assert names(CHARGED + sentence) == ["State v. Vance"]


def test_several_whom_the_lead_tells_of_are_tried_together() -> None:
    found = read(
        "Two men have been jailed for the murder of Ann Poole. Luis Orton, 23, was told he must serve 20 years. "
        "Juan Diaz, 24, got 18 years."
    )
    assert [{name for name, role in parties if role == "defendant"} for _, _, parties in found] == [
        {"Luis Orton", "Juan Diaz"}
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Dover man has filed a lawsuit against Acme Corp. on Monday. Luis Orton, 24, fell.", "Orton v. Acme Corp."),
        ("Singer Ann Poole accepted libel damages from Acme Corp. in the High Court.", "Poole v. Acme Corp."),
        ("A tribunal ruled that Ann Poole was unfairly dismissed by Acme Corp. in May.", "Poole v. Acme Corp."),
        ("Ann Poole sued the toy firm's founder, Luis Orton, in May.", "Poole v. Orton"),
    ],
)
def test_more_suits_told_in_plain_words(text: str, name: str) -> None:
    assert name in names(text)


def test_a_lawyer_is_not_the_he_of_the_next_sentence() -> None:
    found = read(CHARGED + "A lawyer for Vance, Tom Reed, declined to comment. He is also facing charges in Ohio.")
    assert not any(("Tom Reed", "defendant") in parties for _, _, parties in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LOS ANGELES — Peter Vance was convicted of theft in Superior Court on Monday.", "People v. Vance"),
        ("Peter Vance was convicted of theft in Brooklyn, the district attorney said.", "People v. Vance"),
        ("Peter Vance was convicted of theft in Texas. He once lived in Brooklyn.", "State v. Vance"),
        ("Peter Vance was convicted of theft in federal court in Brooklyn.", "United States v. Vance"),
        (
            "A Superior Court jury in Detroit convicted Peter Vance, the sheriff said. A federal court freed Roe.",
            "People v. Vance",
        ),
    ],
)
def test_who_prosecutes(text: str, name: str) -> None:
    assert names(text)[0] == name


def test_jane_doe_is_not_accused() -> None:
    found = read("Peter Vance, who does not know Jane Doe, is accused of rape. Jane Doe was charged for the ride.")
    assert not any(("Jane Doe", "defendant") in parties for _, _, parties in found)


def test_an_agency_that_is_settled_with_brings_the_case() -> None:
    found = read("Acme Corp. agreed to pay $20 million to settle a lawsuit by the Securities and Exchange Commission.")
    assert [(kind, name) for kind, name, _ in found] == [
        ("regulatory", "Securities and Exchange Commission v. Acme Corp.")
    ]


def test_another_who_pleads_is_tried_apart_from_one_who_is_freed() -> None:
    found = names(
        "Prosecutors dropped charges on Monday against Luis Orton, a firefighter who had been accused of arson. "
        "Another firefighter, Tim Ford, pleaded guilty to arson in March."
    )
    assert found == ["State v. Orton", "State v. Ford"]


def test_what_may_happen_makes_no_case() -> None:
    assert names("Acme Corp. makes ladders. It is possible that Acme will be indicted.") == []


def test_who_is_jailed_is_not_the_she_of_a_clause_with_a_verb() -> None:
    found = read(
        "The clerk who told that Ann Poole had a secret account while she was a minister was sentenced to four years. "
        "Peter Vance, 40, had pleaded guilty."
    )
    assert not any(("Ann Poole", "defendant") in parties for _, _, parties in found)


def test_the_bearer_of_a_name_is_not_named_in_the_suit() -> None:
    found = read("The lawsuit filed in June by a former clerk named Ann Poole accuses Acme Corp. of fraud.")
    assert not any(("Ann Poole", "defendant") in parties for _, _, parties in found)


def test_those_who_sue_beside_an_agency_have_a_case_of_their_own() -> None:
    found = read(
        "The Federal Trade Commission sued Acme Corp. in 2015 over its prices. A class action led by Boden Inc. is "
        "pending."
    )
    assert [(kind, name) for kind, name, _ in found] == [
        ("regulatory", "Federal Trade Commission v. Acme Corp."),
        ("civil", "Boden Inc. v. defendant"),
    ]


def test_no_word_of_a_prosecution_makes_none() -> None:
    found = read("Among the firms accused were Acme Corp. and Boden Inc. Prosecutors claim damages for their charges.")
    assert {kind for kind, _, _ in found} == {"civil"}


def test_a_bankruptcy_that_the_lead_tells_of_comes_first() -> None:
    found = read(
        "Acme Corp. filed for bankruptcy on Monday. Judge Ruth Hale set a hearing. The firm makes ladders. Its debts "
        "are high. Its founder, Peter Vance, was convicted of fraud in May."
    )
    assert [name for _, name, _ in found] == ["In re Acme Corp.", "State v. Vance"]
    assert ("Ruth Hale", "judge") in found[0][2]


def test_his_own_trial_is_that_of_the_accused() -> None:
    found = read("Peter Vance, 42, took the stand on Monday as his trial for murder went on. He wept.")
    assert [name for _, name, _ in found] == ["State v. Vance"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A judge tossed claims by singer Kelly Dwyer in another case over a song by Vance.",
        "In a similar case, a jury awarded $5,000 to Kelly Dwyer.",
    ],
)
def test_the_claims_of_another_case(sentence: str) -> None:
    found = read("Mary Poole sued Peter Vance on Tuesday over a song. The lawsuit seeks $5 million. " + sentence)
    assert [({n for n, role in parties if role == "plaintiff"}) for _, _, parties in found] == [
        {"Mary Poole"},
        {"Kelly Dwyer"},
    ]


def test_a_ruling_that_forces_someone_tells_of_a_case() -> None:
    found = read("The family won a ruling in the High Court in 2004 forcing the Home Office to hold an inquiry.")
    assert [(kind, parties) for kind, _, parties in found] == [("civil", {("Home Office", "defendant")})]


def test_a_penalty_that_an_agency_assessed_is_a_case_of_its_own() -> None:
    found = read(
        "A court barred Peter Vance from preparing tax returns, as the United States asked in its lawsuit. "
        "The Internal Revenue Service assessed Vance with $5,000 in penalties."
    )
    assert ("regulatory", "Internal Revenue Service v. Vance") in [(kind, name) for kind, name, _ in found]


def test_a_hard_suit_to_bring_is_none() -> None:
    assert names("It is hard for Acme Corp. to sue. A court may hear it.") == []
