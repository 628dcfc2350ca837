from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.money import find_money
from legalnews_dataset.documents.tokens import find_tokens


def money(text):
    return find_money(text, find_tokens(text))


@pytest.mark.parametrize(
    ("text", "span", "amount", "currency"),
    [
        ("a $5 million verdict", "$5 million", 5_000_000, "USD"),
        ("a $1.2bn fine", "$1.2bn", 1_200_000_000, "USD"),
        ("fined £14.5m on appeal", "£14.5m", 14_500_000, "GBP"),
        ("fined 260,000 dlrs on appeal", "260,000 dlrs", 260_000, "USD"),
        ("a 27.5 billion euros claim", "27.5 billion euros", 27_500_000_000, "EUR"),
        ("paid C$5m to them", "C$5m", 5_000_000, "CAD"),
        ("paid A$450 to them", "A$450", 450, "AUD"),
        ("paid HK$2 billion", "HK$2 billion", 2_000_000_000, "HKD"),
        ("paid US$3,000.50 each", "US$3,000.50", 3000.5, "USD"),
        ("paid US $300 each", "US $300", 300, "USD"),
        ("a fee of 50 cents", "50 cents", 0.5, "USD"),
        ("shares (quoted in £) fell to 470p", "470p", 4.7, "GBP"),
        ("a fine of Rs 50,000", "Rs 50,000", 50_000, "INR"),
        ("five million dollars", "five million dollars", 5_000_000, "USD"),
        ("about half a million pounds", "half a million pounds", 500_000, "GBP"),
        ("$ 75 million", "$ 75 million", 75_000_000, "USD"),
        ("a $5-million bond", "$5-million", 5_000_000, "USD"),
        ("a nine-million-dollar suit", "nine-million-dollar", 9_000_000, "USD"),
        ("$1.5m-a-year", "$1.5m", 1_500_000, "USD"),
        ("costs of 1,250 Canadian dlrs", "1,250 Canadian dlrs", 1250, "CAD"),
        ("3 million Swiss francs", "3 million Swiss francs", 3_000_000, "CHF"),
        ("fined EUR 20 million", "EUR 20 million", 20_000_000, "EUR"),
    ],
)
def test_a_sum_has_span_amount_and_currency(text, span, amount, currency):
    assert [(text[m.start : m.end], float(m.amount), m.currency) for m in money(text)] == [(span, amount, currency)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between $1m and $2m", 1e6, 2e6),
        ("$5 million to $7 million", 5e6, 7e6),
        ("$5-7 million", 5e6, 7e6),
        ("fines of $5,000 to $10,000", 5e3, 1e4),
    ],
)
def test_a_range_is_one_sum_with_a_top(text, low, high):
    assert [(m.amount, m.amount_max) for m in money(text)] == [(low, high)]


def test_a_change_is_no_range():
    assert [m.amount for m in money("the award was cut from $5 million to $7 million")] == [5_000_000, 7_000_000]


def test_the_text_decides_whose_currency_a_shared_word_names():
    assert [m.currency for m in money("A court in Norway fined him 100 kroner")] == ["NOK"]
    assert [m.currency for m in money("fined 100 francs")] == [None]


@pytest.mark.parametrize(
    "text", ["20 pounds of cocaine", "a 200-pound man", "Section 5 applies", "won 5 cases", "5p.m."]
)
def test_weights_and_counts_are_no_money(text):
    assert money(text) == ()


@given(st.text(alphabet=st.sampled_from("0123,. $£-mMn million dollars and pounds to USD Rs\n"), max_size=80))
def test_any_text_gives_ordered_spans_within_it(text):
    found = money(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_first_of_two_numbers_takes_the_scale_of_the_second():
    assert [(m.amount, m.amount_max) for m in money("between three and five billion dlrs")] == [(3e9, 5e9)]


def test_a_sum_may_leave_its_currency_to_the_one_before():
    text = "It wants $1 billion in damages and two billion in costs."
    assert [(text[m.start : m.end], m.amount) for m in money(text)] == [("$1 billion", 1e9), ("two billion", 2e9)]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("A Sydney clinic will pay $5m, the Supreme Court of Victoria heard in Melbourne.", "AUD"),
        ("A Toronto clinic will pay $5m, an Ontario judge ruled.", "CAD"),
        ("A Dublin paper must pay £5,000, the Irish High Court ruled.", "IEP"),
        ("A Sydney clinic will pay $5m, a New York court heard. It is Australia's largest.", "USD"),
        ("A Sydney clinic will pay $5m.", "USD"),
        ("A Sydney clinic will pay A$5m in Melbourne.", "AUD"),
        ("A Dublin paper must pay £5,000 in London, the Irish firm said.", "GBP"),
    ],
)
def test_a_bare_sign_stands_for_the_currency_of_the_country_told(text, currency):
    assert [span.currency for span in money(text)] == [currency]
