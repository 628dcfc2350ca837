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
        ("The jury ordered the tobacco company to pay $145 billion.", [("damages", "awarded", 145000000000)]),
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
