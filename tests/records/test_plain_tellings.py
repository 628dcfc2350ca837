"""Roles and cases that newsrooms tell in plain words; sentences of our own, with invented people."""

from __future__ import annotations

from datetime import date

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases


def read(text: str) -> tuple[list[str], set[tuple[str, str]]]:
    document = annotate(Article("a", text))
    draft = draft_cases(document)
    return [p.kind for p in draft.proceedings], {(document.entities[p.entity].name, p.role) for p in draft.parties}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Vance, 42, admitted three counts of theft at Dover Crown Court.",
        "Peter Vance was caged for five years yesterday.",
        "Peter Vance was held on $50,000 bail after the robbery.",
        "Peter Vance is in jail on charges of fraud.",
        "Peter Vance was spared jail after the assault.",
        "Peter Vance was handed a suspended sentence for burglary.",
        "Peter Vance turned himself in to police over the shooting.",
        "Cops busted Peter Vance after the stabbing.",
        "Peter Vance copped a plea to robbery.",
        "Peter Vance was due back in court on Friday after his arrest for murder.",
        "Police said the gunman, Peter Vance, was found guilty of murder.",
    ],
)
def test_plain_words_accuse(sentence: str) -> None:
    kinds, roles = read(sentence)
    assert kinds == ["criminal"]
    assert roles == {("Peter Vance", "defendant")}


def test_a_verdict_on_someone_described_is_on_whom_the_next_sentence_names() -> None:
    _, roles = read("A judge acquitted a police sergeant of assault. The sergeant, Peter Vance, 41, wept.")
    assert ("Peter Vance", "defendant") in roles


def test_quoted_words_accuse_nobody_named_later() -> None:
    _, roles = read('"A good man was executed over a parking space," a friend said. Peter Vance, a neighbour, agreed.')
    assert not roles


def test_claims_in_court_papers_are_those_of_the_plaintiff() -> None:
    kinds, roles = read(
        "Mary Poole claims that she was fired for being ill, according to a new lawsuit. "
        "The suit seeks $2 million from Acme Corp."
    )
    assert kinds == ["civil"]
    assert roles == {("Mary Poole", "plaintiff"), ("Acme Corp.", "defendant")}


def test_a_lawsuit_that_accuses_is_no_prosecution() -> None:
    kinds, _ = read("Acme Corp. later filed a suit charging Baker Ltd. with copying its ladders.")
    assert kinds == ["civil"]


def test_a_state_that_sues_is_the_plaintiff() -> None:
    _, roles = read("Texas has sued Acme Corp. over its ladders.")
    assert {("Texas", "plaintiff"), ("Acme Corp.", "defendant")} <= roles


def test_the_lead_plaintiff_is_one() -> None:
    _, roles = read("Ranchers sued Acme Corp. in May. The lead plaintiff, Mary Poole, said she would appeal.")
    assert ("Mary Poole", "plaintiff") in roles


def test_british_counsel_are_told_by_participles() -> None:
    _, roles = read(
        "Peter Vance admitted theft at Dover Crown Court. Prosecuting, Jane Bird said he took the cash. "
        "Mitigating, Tom Reed said he was sorry. Ann Frost, defending a second man, left."
    )
    assert {("Jane Bird", "prosecutor"), ("Tom Reed", "defense_attorney")} <= roles


def test_a_lawyer_may_be_named_after_the_client() -> None:
    _, roles = read(
        "Mary Poole sued Peter Vance on Monday. A lawyer for Mr. Vance, Tom Reed, denied the claims. "
        "Ms. Poole filed the suit in Dover. Her lawyer, Ann Frost, welcomed it."
    )
    assert {("Tom Reed", "defense_attorney"), ("Ann Frost", "plaintiff_attorney")} <= roles


def test_lawyers_of_a_government_defend_it() -> None:
    _, roles = read("Mary Poole sued the State Department on Monday. The Justice Department asked to move the case.")
    assert ("Justice Department", "defense_attorney") in roles


def test_a_title_does_not_pass_to_the_subject_after_a_comma() -> None:
    _, roles = read("Standing before Judge Ruth Hale, Peter Vance, who pleaded guilty to fraud, said he was sorry.")
    assert roles == {("Ruth Hale", "judge"), ("Peter Vance", "defendant")}


def test_those_who_lose_money_or_life_are_victims() -> None:
    _, roles = read(
        "Peter Vance is accused of stealing $5,000 from Grace Baptist Church. The victim, Mary Poole, 51, was hurt."
    )
    assert {("Grace Baptist Church", "victim"), ("Mary Poole", "victim")} <= roles


def test_a_description_does_not_hide_the_one_it_describes() -> None:
    _, roles = read("The witness was Dr. Ian Lund, the company's former director, who pleaded guilty to fraud in 2020.")
    assert ("Ian Lund", "defendant") in roles


def test_a_named_judge_tells_a_case_whose_sides_are_unnamed() -> None:
    kinds, roles = read(
        "Judge Ruth Hale opened the trial of three men charged with the murder of a farmer on Monday. "
        "Prosecutors said the accused men shot him."
    )
    assert kinds == ["criminal"]
    assert roles == {("Ruth Hale", "judge")}


def test_what_did_not_happen_accuses_nobody() -> None:
    _, roles = read(
        "Peter Vance was convicted of fraud on Monday. His former boss, Tom Reed, was not accused of wrongdoing. "
        "Acme Corp. was not named as a defendant."
    )
    assert roles == {("Peter Vance", "defendant")}


def test_an_agency_in_a_dateline_does_nothing() -> None:
    _, roles = read("(Reuters) - Acme Corp. agreed to pay $5 million to settle a lawsuit over its ladders.")
    assert roles == {("Acme Corp.", "defendant")}


def test_a_described_object_may_be_named_behind_a_comma() -> None:
    _, roles = read("Mary Poole is also suing a former nanny, Ann Frost, for libel.")
    assert {("Mary Poole", "plaintiff"), ("Ann Frost", "defendant")} <= roles


def test_a_witness_may_have_a_case_of_his_own() -> None:
    _, roles = read(
        "Peter Vance was convicted of fraud on Monday. The key witness was Ian Lund, who testified for two days. "
        "Lund pleaded guilty to theft in May."
    )
    assert {("Ian Lund", "witness"), ("Ian Lund", "defendant")} <= roles


def test_a_suit_that_a_lawyer_files_is_that_of_the_client() -> None:
    _, roles = read("Ann Frost, a lawyer for Mary Poole, filed a lawsuit against Acme Corp. on Monday.")
    assert {("Mary Poole", "plaintiff"), ("Ann Frost", "plaintiff_attorney"), ("Acme Corp.", "defendant")} <= roles


def test_whoever_is_paid_by_order_is_the_plaintiff() -> None:
    _, roles = read("In 2017 a judge ordered Peter Vance to pay $900,000 to his former driver, Tom Reed, in damages.")
    assert {("Tom Reed", "plaintiff"), ("Peter Vance", "defendant")} <= roles


def test_a_suit_only_planned_is_none() -> None:
    _, roles = read("Peter Vance was arrested for theft. He said he planned to file a claim against Acme Corp.")
    assert roles == {("Peter Vance", "defendant")}


def test_judges_who_sit_together_are_all_judges() -> None:
    _, roles = read(
        "Mary Poole was awarded $5,000 in damages. Judge Lord Hale, sitting with Lord Brook, upheld the award. "
        "A district judge in Dover, Sara Lund, had ruled against her."
    )
    assert {("Lord Hale", "judge"), ("Lord Brook", "judge"), ("Sara Lund", "judge")} <= roles


def test_who_speaks_of_a_client_is_a_lawyer() -> None:
    _, roles = read(
        'Peter Vance was convicted of fraud on Monday. "My client is innocent," Tom Reed said. '
        "Ann Frost said her client Ian Lund would appeal."
    )
    assert {("Tom Reed", "defense_attorney"), ("Ann Frost", "defense_attorney"), ("Ian Lund", "defendant")} <= roles


def test_who_is_defended_in_a_prosecution_is_accused() -> None:
    _, roles = read("The trial of Peter Vance on murder charges resumed. Tom Reed is defending former agent Ian Lund.")
    assert ("Ian Lund", "defendant") in roles


@pytest.mark.parametrize(
    "sentence",
    [
        "A sentence of nine months was demanded for the former mayor Peter Vance.",
        "Prosecutors said that Peter Vance, convicted to life for murder, led the gang.",
        "Peter Vance, 41, Dover\n\nPleaded guilty to two counts of theft.",
        "Tom Reed's killer along with Peter Vance were charged with murder.",
    ],
)
def test_the_accused_in_other_words(sentence: str) -> None:
    assert ("Peter Vance", "defendant") in read(sentence)[1]


def test_damages_are_claimed_from_the_defendant() -> None:
    _, roles = read("The court rejected Mary Poole's claim for damages of $5,000 from Acme Corp. and Baker Ltd.")
    assert roles == {("Mary Poole", "plaintiff"), ("Acme Corp.", "defendant"), ("Baker Ltd.", "defendant")}


def test_a_bench_may_be_listed() -> None:
    _, roles = read(
        "A panel of judges comprising Ruth Hale, Ian Brook and Sara Lund threw out the lawsuit for damages and "
        "lifted the injunction."
    )
    assert {("Ruth Hale", "judge"), ("Ian Brook", "judge"), ("Sara Lund", "judge")} <= roles


def test_the_honorable_is_a_judge() -> None:
    _, roles = read("Peter Vance pleaded guilty to theft on Monday. He was sentenced by the Honorable Frank Hale.")
    assert ("Frank Hale", "judge") in roles


def test_the_object_of_a_clause_before_is_not_named_after_it() -> None:
    _, roles = read("Peter Vance was charged with murder. After he shot the victim, Vance fled to Dover in a van.")
    assert roles == {("Peter Vance", "defendant")}


def test_an_attorney_of_the_country_prosecutes() -> None:
    _, roles = read('Peter Vance was convicted of fraud. "It is over," said US attorney Ruth Hale of Dover.')
    assert ("Ruth Hale", "prosecutor") in roles


def test_nobody_is_accused_by_a_jury_that_declines() -> None:
    _, roles = read(
        "Acme Corp. agreed to settle a lawsuit brought by Mary Poole. A jury declined to indict Peter Vance."
    )
    assert ("Peter Vance", "defendant") not in roles


def test_the_lawyer_of_a_family_claims() -> None:
    kinds, roles = read(
        "The city settled a federal lawsuit brought by Mary Poole on Monday. "
        '"It is over," said the family\'s lawyer, Ann Frost.'
    )
    assert kinds == ["civil"]
    assert ("Ann Frost", "plaintiff_attorney") in roles


def test_a_lawyer_may_be_the_accused() -> None:
    _, roles = read("Disbarred attorney Peter Vance, 61, stood mute on Monday. Vance copped to larceny in November.")
    assert roles == {("Peter Vance", "defendant")}


def test_accused_in_a_lawsuit_is_no_prosecution() -> None:
    kinds, roles = read("Singer Mary Poole has been accused of copying a song in a lawsuit filed in Dover on Monday.")
    assert kinds == ["civil"]
    assert roles == {("Mary Poole", "defendant")}


def test_a_tribunal_finds_who_wronged_whom() -> None:
    _, roles = read(
        "An employment tribunal ruled that Dover College had discriminated against Peter Vance. "
        "The college, represented by Tom Reed, denied the claims in the case."
    )
    assert {("Peter Vance", "plaintiff"), ("Dover College", "defendant"), ("Tom Reed", "defense_attorney")} <= roles


def test_a_past_conviction_is_a_case_of_its_own() -> None:
    document = annotate(
        Article(
            "a",
            "Peter Vance pleaded guilty to drunken driving on Monday. He was fined. He lost his licence. "
            "In 2014 Vance was given a suspended sentence for assault.",
            published_on=date(2020, 1, 8),
        )
    )
    assert [p.kind for p in draft_cases(document).proceedings] == ["criminal", "criminal"]


def test_a_conviction_that_is_appealed_is_the_same_case() -> None:
    document = annotate(
        Article(
            "a",
            "Peter Vance lost an appeal on Monday. Vance was found guilty of fraud. He is in jail. "
            "In 2014 Vance was sentenced to ten years in prison.",
            published_on=date(2020, 1, 8),
        )
    )
    assert len(draft_cases(document).proceedings) == 1


def test_a_friend_of_the_court_is_no_lawyer_of_a_side() -> None:
    _, roles = read(
        "Mary Poole sued Acme Corp. on Monday. Attorney General Ruth Hale filed a brief in support of Poole."
    )
    assert ("Ruth Hale", "other") in roles


def test_silks_act_for_whom_they_are_said_to() -> None:
    _, roles = read(
        "Mary Poole was awarded damages against Acme Corp. by the High Court on Monday. "
        "Tom Reed QC, for the company, said it would appeal."
    )
    assert ("Tom Reed", "defense_attorney") in roles


def test_a_city_law_department_defends() -> None:
    _, roles = read("Mary Poole filed a lawsuit against Tom Reed. The city's Law Department said it was reviewing it.")
    assert ("Law Department", "defense_attorney") in roles


@pytest.mark.parametrize(("what", "kind"), [("murder charges", "criminal"), ("a lawsuit", "civil")])
def test_one_may_be_hit_with_either(what: str, kind: str) -> None:
    kinds, roles = read(f"Queens man Peter Vance was hit with {what} on Monday.")
    assert kinds == [kind]
    assert roles == {("Peter Vance", "defendant")}


def test_who_shares_a_step_is_accused_too() -> None:
    _, roles = read("Peter Vance was indicted in May along with Ian Lund and Tom Reed on fraud charges.")
    assert {("Ian Lund", "defendant"), ("Tom Reed", "defendant")} <= roles


def test_an_official_who_accuses_gives_nobody_a_title() -> None:
    kinds, roles = read("Attorney General Ruth Hale accused Peter Vance of neglect in a lawsuit on Monday.")
    assert kinds == ["civil"]
    assert roles == {("Peter Vance", "defendant"), ("Ruth Hale", "plaintiff_attorney")}


def test_civil_charges_of_an_agency_are_its_own_case() -> None:
    kinds, roles = read(
        "Peter Vance pleaded not guilty to fraud. The Securities and Exchange Commission also filed civil charges "
        "against Vance."
    )
    assert kinds == ["criminal", "regulatory"]
    assert ("Securities and Exchange Commission", "plaintiff") in roles


def test_named_in_the_suit_and_claiming_in_court_papers() -> None:
    _, roles = read(
        "Peter Vance claims in court papers that he was robbed of a degree. Dean Tom Reed is also named in the suit."
    )
    assert {("Peter Vance", "plaintiff"), ("Tom Reed", "defendant")} <= roles


def test_the_slain_are_victims() -> None:
    _, roles = read("Peter Vance was sentenced to life on Monday. The widow of slain Officer Ian Lund wept.")
    assert ("Ian Lund", "victim") in roles


def test_the_lawyer_of_a_body_stands_on_its_side() -> None:
    _, roles = read('Mary Poole sued Acme Corp. on Monday. "No," said the company\'s lawyer, Tom Reed.')
    assert ("Tom Reed", "defense_attorney") in roles


def test_who_claims_and_by_whom_an_action_was_brought() -> None:
    _, roles = read("Mary Poole is claiming damages from the Dover Herald over a drawing.")
    assert ("Mary Poole", "plaintiff") in roles
    _, roles = read("Peter Vance lost his case. The action for damages was brought by Mary Poole against Peter Vance.")
    assert {("Mary Poole", "plaintiff"), ("Peter Vance", "defendant")} <= roles


def test_who_won_money_and_whose_action_was_settled() -> None:
    _, roles = read("In 2003 Mary Poole won £5,000 from a magazine, Acme Corp., after a trial in Dover.")
    assert {("Mary Poole", "plaintiff"), ("Acme Corp.", "defendant")} <= roles
    _, roles = read("In 1988 Acme Corp. paid £5,000 to settle an action by the singer Mary Poole.")
    assert {("Mary Poole", "plaintiff"), ("Acme Corp.", "defendant")} <= roles
