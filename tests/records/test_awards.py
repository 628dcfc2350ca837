"""What sums of money in sentences of court news become; people and cases are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.awards import find_awards


def awards(text: str):
    article = Article(article_id="a1", text=text, published_on=date(2024, 1, 26))
    return find_awards(annotate(article), (), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe was ordered held on $50,000 bail.", [("bail", "awarded", 50000)]),
        ("Bail was set at $1 million.", [("bail", "awarded", 1000000)]),
        ("She was released on $10,000 bond after her arrest and is in jail no more.", [("bail", "awarded", 10000)]),
        (
            "Magistrates fined Doe £500 and ordered him to pay £85 costs and a £30 victim surcharge.",
            [("fine", "awarded", 500), ("fees", "awarded", 85), ("other", "awarded", 30)],
        ),
        ("Doe was fined £500 with £85 costs.", [("fine", "awarded", 500), ("fees", "awarded", 85)]),
        ("He must pay £1,200 compensation to the victim.", [("damages", "awarded", 1200)]),
        ("The firm was ordered to pay costs of £2,400.", [("fees", "awarded", 2400)]),
        (
            "The jury awarded her $10 million in punitive damages and $2 million in compensatory damages.",
            [("punitive", "awarded", 10000000), ("compensatory", "awarded", 2000000)],
        ),
        ("The city paid a $250,000 settlement to the family.", [("settlement", "agreed", 250000)]),
        ("She has filed a $20 million lawsuit against the city.", [("damages", "sought", 20000000)]),
        ("He is suing the paper for $5 million.", [("damages", "sought", 5000000)]),
        ("He faces up to 20 years in prison and $250,000 in fines.", [("fine", "possible", 250000)]),
        ("Roe was jailed and sentenced; she agreed to forfeit $2 million.", [("forfeiture", "agreed", 2000000)]),
        ("The court ordered the confiscation of £340,000.", [("forfeiture", "awarded", 340000)]),
        ("The plaintiffs sued and are demanding $3 million.", [("damages", "sought", 3000000)]),
        ("They could face a $10,000 fine.", [("fine", "possible", 10000)]),
        ("The judge ordered Roe to forfeit $2 million.", [("forfeiture", "awarded", 2000000)]),
        (
            "Roe was sentenced to five years in prison and ordered to pay $150,000 restitution.",
            [("restitution", "awarded", 150000)],
        ),
        ("The bank agreed to pay $4 million to settle the case.", [("settlement", "agreed", 4000000)]),
        ("An appeals court overturned a $7 million verdict.", [("damages", "overturned", 7000000)]),
        (
            "The judge cut the award to $3 million from $9 million.",
            [("damages", "awarded", 3000000), ("damages", "reduced", 9000000)],
        ),
        (
            "The judge reduced the $9 million award to $3 million.",
            [("damages", "reduced", 9000000), ("damages", "awarded", 3000000)],
        ),
        ("Prosecutors are seeking $1.5 million in restitution.", [("restitution", "sought", 1500000)]),
        ("The widow's lawyer had asked jurors for $9 million.", [("damages", "sought", 9000000)]),
        ("She is asking for $4,000 a month in child support.", [("other", "sought", 4000)]),
        (
            "The paper will pay damages and her legal costs, thought to be £400,000, under the settlement.",
            [("fees", "agreed", 400000)],
        ),
        (
            "Acme also sought to triple the $118 million in damages that jurors awarded on May 2.",
            [("damages", "awarded", 118000000)],
        ),
        (
            "Doe, who pleaded guilty at Leeds Magistrates' Court, was ordered to pay £500 compensation to the shop.",
            [("restitution", "awarded", 500)],
        ),
        ("The company earned $5 million last year.", []),
        ("He stole $400,000 from clients.", []),
        ("The $2 million home was searched.", []),
        ("Police seized $30,000 in cash.", []),
        ("The scheme cost investors $65 billion.", []),
        ("The suit seeks at least $75,000 in damages plus attorneys' fees.", [("damages", "sought", 75000)]),
        ("The settlement is worth $3.2 million.", [("settlement", "agreed", 3200000)]),
        ("Acme will pay $12 million under the settlement.", [("settlement", "agreed", 12000000)]),
        ("The SEC fined the broker $300,000.", [("fine", "awarded", 300000)]),
        ("The regulator imposed a penalty of 4.3 million euros on the bank.", [("fine", "awarded", 4300000)]),
        ("He won $2.3 million in damages from the paper.", [("damages", "awarded", 2300000)]),
        ("A jury found the company liable and awarded the widow $28 million.", [("damages", "awarded", 28000000)]),
        ("She was awarded £15,000 by the tribunal.", [("damages", "awarded", 15000)]),
        ("He is being held in lieu of $2 million bail.", [("bail", "awarded", 2000000)]),
        ("The woman posted $25,000 bond.", [("bail", "awarded", 25000)]),
        ("He was freed on $100,000 bail.", [("bail", "awarded", 100000)]),
        ("The charge carries a maximum fine of $1,000.", [("fine", "possible", 1000)]),
        ("The offence is punishable by a fine of up to £5,000.", [("fine", "possible", 5000)]),
        ("The company was hit with a $60 million fine.", [("fine", "awarded", 60000000)]),
        ("The plaintiffs want $10 million.", []),
        ("Lawyers for the family asked the jury to award $30 million.", [("damages", "sought", 30000000)]),
        ("He was ordered to pay back $1.1 million.", [("restitution", "awarded", 1100000)]),
        ("He must repay £400,000 or face three more years in jail.", [("restitution", "awarded", 400000)]),
        ("The court upheld a $1.5 million judgment against the union.", [("damages", "awarded", 1500000)]),
        ("The airline offered $1 million to settle the claim.", [("settlement", "sought", 1000000)]),
        ("She claimed $100,000 in expenses.", []),
        ("He owes $12 million in back taxes.", []),
        ("The company has set aside $1 billion for legal costs.", []),
        ("The tycoon's divorce settlement was £48 million.", [("settlement", "agreed", 48000000)]),
        ("The $900 million deal collapsed.", []),
        ("He agreed to a $50,000 fine.", [("fine", "agreed", 50000)]),
        ("The plea deal calls for Roe to pay $75,000 in restitution.", [("restitution", "agreed", 75000)]),
        ("A federal judge approved a $25 million settlement.", [("settlement", "agreed", 25000000)]),
        ("The city council approved a settlement of $1.7 million.", [("settlement", "agreed", 1700000)]),
        ("The estate sought compensation of more than £2m.", [("damages", "sought", 2000000)]),
        ("The judge set bail at $75,000.", [("bail", "awarded", 75000)]),
        ("Bail of $75,000 was set.", [("bail", "awarded", 75000)]),
        (
            "He was ordered to pay a $5,000 fine and $3,200 in court costs.",
            [("fine", "awarded", 5000), ("fees", "awarded", 3200)],
        ),
        ("He was jailed with bail set at $200,000 cash.", [("bail", "awarded", 200000)]),
        ("The defendant was fined a total of £1,750.", [("fine", "awarded", 1750)]),
        (
            "A stipulated judgment ordered it to pay $1.5 million in civil penalties and $250,000 in legal costs.",
            [("fine", "agreed", 1500000), ("fees", "agreed", 250000)],
        ),
        (
            "The European Commission imposed a fine of €497 million on the software maker.",
            [("fine", "awarded", 497000000)],
        ),
        ("Bail was reduced from $1 million to $500,000.", [("bail", "reduced", 1000000), ("bail", "awarded", 500000)]),
        ("Prosecutors asked for bail of $2 million.", [("bail", "sought", 2000000)]),
        ("He was told to pay £5,000 compensation.", [("damages", "awarded", 5000)]),
        ("The singer accepted £20,000 damages from the newspaper.", [("damages", "agreed", 20000)]),
        ("They agreed a £6m divorce settlement.", [("settlement", "agreed", 6000000)]),
        (
            "The couple won $8.1 million from the hospital after a trial; the damages were cut.",
            [("damages", "awarded", 8100000)],
        ),
        (
            "The church will pay $660 million to 508 alleged victims in the largest settlement of its kind.",
            [("settlement", "agreed", 660000000)],
        ),
        ("Smith, who was fined $10,000 by the judge for contempt, has appealed.", [("fine", "awarded", 10000)]),
        ("He could be fined up to $25,000 and jailed for six months.", [("fine", "possible", 25000)]),
        ("The judge tripled the award to $30 million.", [("damages", "awarded", 30000000)]),
        ("Her lawyers are asking for $12 million.", [("damages", "sought", 12000000)]),
        ("The $1.3 billion judgment was thrown out on appeal.", [("damages", "overturned", 1300000000)]),
        ("Jurors recommended that he pay $5 million.", [("damages", "sought", 5000000)]),
        ("The police department paid him $75,000 to drop his claim.", [("settlement", "agreed", 75000)]),
        (
            "He must forfeit $1.2 million and pay a $50,000 fine.",
            [("forfeiture", "awarded", 1200000), ("fine", "awarded", 50000)],
        ),
        ("The teenager was released on $5,000 bail.", [("bail", "awarded", 5000)]),
        ("He was held on $1 million bond at the county jail.", [("bail", "awarded", 1000000)]),
        ("A judge set his bond at $250,000.", [("bail", "awarded", 250000)]),
        ("He was being held without bail.", []),
        ("The lawsuit, which seeks unspecified damages, says she lost $3 million.", []),
        ("Her attorney said she would settle for $100,000.", [("settlement", "sought", 100000)]),
        ("Doe was ordered to repay the $1.1 million he stole.", [("restitution", "awarded", 1100000)]),
        (
            "The jury said it must pay $9 million in compensatory damages and $20 million in punitive damages.",
            [("compensatory", "awarded", 9000000), ("punitive", "awarded", 20000000)],
        ),
        (
            "The chain was ordered to pay a record £2.3m fine plus £100,000 costs.",
            [("fine", "awarded", 2300000), ("fees", "awarded", 100000)],
        ),
        ("She is suing for more than $50 million.", [("damages", "sought", 50000000)]),
        ("The tycoon was ordered to hand over £25 million to his ex-wife.", [("damages", "awarded", 25000000)]),
        ("The firm settled the suit for $3 million in 2009.", [("settlement", "agreed", 3000000)]),
        ("The SEC is seeking $20 million in disgorgement and penalties.", [("forfeiture", "sought", 20000000)]),
        ("Both men were fined $500 each.", [("fine", "awarded", 500)]),
        ("The contract was worth $5 million.", []),
        ("They raised $40,000 for his bail.", []),
        ("He had embezzled $600,000 to pay gambling debts.", []),
        ("The school agreed to pay $2.9 million in attorneys' fees.", [("fees", "agreed", 2900000)]),
        ("The court awarded her costs of $12,000.", [("fees", "awarded", 12000)]),
        ("He offered to pay $300,000 to end the case.", [("settlement", "sought", 300000)]),
        (
            "A class action seeking $1 billion was filed on behalf of the customers.",
            [("damages", "sought", 1000000000)],
        ),
        ("The bank said it had reserved $7 billion for fines.", []),
        (
            "A tribunal ordered the council to pay the teacher £30,000 for unfair dismissal.",
            [("damages", "awarded", 30000)],
        ),
        ("Police offered a $10,000 reward.", []),
        ("Robbers took $4,000 from the till.", []),
        ("The family sued and was awarded a total of $4.25 million.", [("damages", "awarded", 4250000)]),
        ("He pleaded guilty to stealing $50 million and was ordered to pay it back.", []),
        ("An arbitrator awarded him $1.8m in back pay.", [("compensatory", "awarded", 1800000)]),
        ("Prosecutors want him to forfeit $22 million.", [("forfeiture", "sought", 22000000)]),
        ("The sentence includes a $100 special assessment.", [("other", "awarded", 100)]),
        ("The ruling upheld a $450 million penalty.", [("fine", "awarded", 450000000)]),
        ("His bail, set at $3 million, was revoked.", [("bail", "awarded", 3000000)]),
        ("He faces a possible fine of $1 million.", [("fine", "possible", 1000000)]),
        ("The count carries up to 20 years and a fine of up to $5 million.", [("fine", "possible", 5000000)]),
        ("The investor's claim for $900,000 was rejected.", [("damages", "sought", 900000)]),
        ("A court in Paris ordered him to pay one euro in damages.", [("damages", "awarded", 1)]),
        ("The firm filed a suit. It wants $75,000 from Acme.", [("damages", "sought", 75000)]),
        ("Poole was served with a suit by Roe, who wants his cat back plus $900.", [("damages", "sought", 900)]),
        ("He agreed to pay restitution of $130,000 as part of the plea.", [("restitution", "agreed", 130000)]),
    ],
)
def test_kind_status_and_amount(text, expected):
    assert [(a.kind, a.status, a.amount) for a in awards(text)] == expected


def test_an_award_told_twice_is_one_with_two_places():
    text = "The jury awarded her $5 million. The $5 million verdict is under appeal."
    assert [len(a.places) for a in awards(text)] == [2]


def test_a_conversion_in_brackets_is_no_award_of_its_own():
    assert [a.currency for a in awards("He was fined £10m ($19m; 15m euros).")] == ["GBP"]


def test_a_range_keeps_its_top():
    assert [(a.amount, a.amount_max) for a in awards("He faces a fine of $5,000 to $10,000.")] == [(5_000, 10_000)]


@pytest.mark.parametrize(
    ("text", "decider"),
    [
        ("The jury awarded her $5 million.", "jury"),
        ("The judge fined Roe $500.", "judge"),
        ("The bank agreed to pay $4 million to settle the case.", "agreement"),
        ("She has filed a $20 million lawsuit.", None),
    ],
)
def test_who_decided(text, decider):
    assert [a.decided_by for a in awards(text)] == [decider]


@given(
    st.lists(
        st.sampled_from("the jury ordered him to pay $ 5 million in damages fine of bail , . ( )".split()), max_size=30
    )
)
def test_any_words_give_awards_on_sums_of_the_text(words):
    text = " ".join(words)
    for award in awards(text):
        assert all("5" in text[start:end] for start, end in award.places)
