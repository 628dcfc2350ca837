from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.dates import find_dates
from legalnews_dataset.documents.sentences import find_sentences
from legalnews_dataset.documents.tokens import find_tokens

FRIDAY = date(2024, 1, 26)


def dates(text, published_on=FRIDAY):
    tokens = find_tokens(text)
    return find_dates(text, published_on, tokens, find_sentences(text, tokens))


def intervals(text, published_on=FRIDAY):
    return [
        (text[d.start : d.end], d.date_start and f"{d.date_start}/{d.date_end}", d.precision)
        for d in dates(text, published_on)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe was arrested on Friday.", ("Friday", "2024-01-26/2024-01-26", "day")),
        ("Roe was arrested on Monday.", ("Monday", "2024-01-22/2024-01-22", "day")),
        ("Roe will be sentenced on Monday.", ("Monday", "2024-01-29/2024-01-29", "day")),
        ("She returns to court next Tuesday.", ("next Tuesday", "2024-01-30/2024-01-30", "day")),
        ("He was fined last Friday.", ("last Friday", "2024-01-19/2024-01-19", "day")),
        ("The jury ruled last year.", ("last year", "2023-01-01/2023-12-31", "year")),
        ("The jury ruled last month.", ("last month", "2023-12-01/2023-12-31", "month")),
        ("The jury ruled this week.", ("this week", "2024-01-22/2024-01-28", "range")),
        ("It closed in early 2010.", ("early 2010", "2010-01-01/2010-12-31", "year")),
        ("It closed in summer 2016.", ("summer 2016", "2016-06-01/2016-08-31", "range")),
        ("It paid bribes from 1999 to 2007.", ("1999 to 2007", "1999-01-01/2007-12-31", "range")),
        ("It paid bribes between May and July 2003.", ("May and July 2003", "2003-05-01/2003-07-31", "range")),
        ("The 1999-2007 scheme ended.", ("1999-2007", "1999-01-01/2007-12-31", "range")),
        ("He was charged in the 1990s.", ("the 1990s", "1990-01-01/1999-12-31", "decade")),
        ("He pleaded guilty yesterday.", ("yesterday", "2024-01-25/2024-01-25", "day")),
        ("He pleaded guilty two weeks ago.", ("two weeks ago", "2024-01-08/2024-01-14", "range")),
        ("He was jailed on the 12th of May 2004.", ("12th of May 2004", "2004-05-12/2004-05-12", "day")),
        ("He was jailed on 12 May 2004.", ("12 May 2004", "2004-05-12/2004-05-12", "day")),
        ("He was jailed on Sept. 8, 2009.", ("Sept. 8, 2009", "2009-09-08/2009-09-08", "day")),
        ("Filed 05/12/2009 in Ohio.", ("05/12/2009", "2009-05-12/2009-05-12", "day")),
        ("Filed 2009-12-05 in Ohio.", ("2009-12-05", "2009-12-05/2009-12-05", "day")),
        ("Roe was indicted on Dec. 5.", ("Dec. 5", "2023-12-05/2023-12-05", "day")),
        ("Sentencing is set for March 5.", ("March 5", "2024-03-05/2024-03-05", "day")),
        ("He was charged in October.", ("October", "2023-10-01/2023-10-31", "month")),
        ("The judge will review the March ruling.", ("March", "2023-03-01/2023-03-31", "month")),
        ("A judge threw out the claims in May.", ("May", "2023-05-01/2023-05-31", "month")),
        ("She faces jail when she is sentenced on Monday.", ("Monday", "2024-01-29/2024-01-29", "day")),
        ("In about May and June 2010 he was paid.", ("May and June 2010", "2010-05-01/2010-06-30", "range")),
        ("A hearing is due on Valentine's Day.", ("Valentine's Day", "2024-02-14/2024-02-14", "day")),
        (
            "It broke the law from Aug. 9, 2005, through July 14, 2008.",
            ("Aug. 9, 2005, through July 14, 2008", "2005-08-09/2008-07-14", "range"),
        ),
        (
            "He did it between the late night of May 3, 2009, and the early morning of May 4, 2009.",
            ("May 3, 2009, and the early morning of May 4, 2009", "2009-05-03/2009-05-04", "range"),
        ),
    ],
)
def test_expressions_become_intervals(text, expected):
    assert intervals(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He may be jailed for three months.",
        "April Doe and August Roe testified.",
        "Protesters march on the court.",
        "The firm sold 2000 shares for $1999.",
        "A section 1983 claim needs state action.",
    ],
)
def test_what_names_no_days_is_left_alone(text):
    assert intervals(text) == []


def test_without_a_day_of_publication_relative_dates_stay_undated():
    assert intervals("He was jailed on Friday, as last year.", None) == [
        ("Friday", None, "none"),
        ("last year", None, "none"),
    ]


def test_a_dateline_stands_in_for_the_day_of_publication():
    text = "DOVER, Del., March 7, 1997 - A jury acquitted Roe on Thursday."
    assert intervals(text, None)[-1] == ("Thursday", "1997-03-06/1997-03-06", "day")


def test_dates_count_from_the_date_before():
    text = "She sued on March 3, 2010. The court dismissed the case the following year."
    assert intervals(text)[-1] == ("following year", "2011-01-01/2011-12-31", "year")


@given(st.text(alphabet=st.sampled_from("0123 May-/,. 1999 the of to last year monday \n"), max_size=80))
def test_any_text_gives_ordered_spans_within_it(text):
    found = dates(text)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all((d.date_start is None) == (d.precision == "none") for d in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was held until 9 a.m. Tuesday.", ("Tuesday", "2024-01-30/2024-01-30", "day")),
        ("It happened on Thanksgiving Day.", ("Thanksgiving Day", "2023-11-23/2023-11-23", "day")),
        ("Trial opens the week of March 6.", ("week of March 6", "2024-03-04/2024-03-10", "range")),
        ("The audits of 2009 and 2010 failed.", ("2009 and 2010", "2009-01-01/2010-12-31", "range")),
        ("In nineteen ninety-six he was jailed.", ("nineteen ninety-six", "1996-01-01/1996-12-31", "year")),
        ("Profit fell in last year's third quarter.", ("last year's third quarter", "2023-07-01/2023-09-30", "range")),
        ("It filed for tax years 2003 through 2009.", ("2003 through 2009", "2003-01-01/2009-12-31", "range")),
        ("The suit - filed in 1999 - failed.", ("1999", "1999-01-01/1999-12-31", "year")),
    ],
)
def test_longer_expressions(text, expected):
    assert intervals(text)[-1] == expected


def test_the_same_day_is_the_day_told_before():
    text = "Roe was arrested on March 3, 2010. He confessed the same day."
    assert intervals(text)[-1] == ("same day", "2010-03-03/2010-03-03", "day")
