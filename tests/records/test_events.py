"""Which events a text tells, with invented people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.event_dates import dates_in
from legalnews_dataset.records.events import find_events
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.story import Case, Event, Party


def events_of(text: str) -> tuple[Event, ...]:
    return find_events(annotate(Article("a", text, published_on=date(2021, 6, 4))), (), ())


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Dora Quill pleaded guilty to two counts of bribery, prosecutors said.", "plea"),
        ("A federal jury convicted Dora Quill of fraud after a trial of two weeks.", "verdict"),
        ("Dora Quill was sentenced to five years in prison for the fraud.", "sentence"),
        ("Police arrested Dora Quill at her home in Ohio.", "arrest"),
        ("A grand jury indicted Dora Quill on charges of wire fraud.", "charge"),
        ("Acme Corp. filed a lawsuit against Zenith Inc. in federal court.", "filing"),
        ("Her lawyers said that they will appeal the verdict.", "appeal"),
        ("The appeals court upheld the ruling of the lower court.", "ruling"),
        ("Acme agreed to pay $3 million to settle the lawsuit.", "settlement"),
    ],
)
def test_a_plain_clause_tells_its_event(text: str, type_: str) -> None:
    assert type_ in {event.type for event in events_of(text)}


def test_an_event_told_twice_is_one_with_two_places() -> None:
    text = "Dora Quill pleaded guilty to bribery on Friday.\n\nQuill, 52, pleaded guilty before Judge Ann Poe in Ohio."
    pleas = [event for event in events_of(text) if event.type == "plea"]
    assert [len(event.places) for event in pleas] == [2]


def test_the_forms_of_a_verb_share_a_stem() -> None:
    assert len({stem(word) for word in ("steal", "steals", "stole", "stolen", "stealing")}) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from("the judge sued, ruled. Quill \n\n was to “ ” not 5".split(" "))).map(" ".join)
)
def test_any_text_gives_places_inside_it(text: str) -> None:
    for event in events_of(text):
        assert all(0 <= start < end <= len(text) for start, end in event.places)


def only(text: str, type_: str) -> Event:
    found = [event for event in events_of(text) if event.type == type_]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Dora Quill was convicted of bribery on May 3, 2021.", "verdict", date(2021, 5, 3)),
        ("A judge sentenced Dora Quill on Tuesday to four years in prison.", "sentence", date(2021, 6, 1)),
        ("Dora Quill pleaded guilty to bribery, officials said Monday.", "plea", None),
        ("Dora Quill pleaded guilty to bribery.", "plea", None),
        ("On May 3, 2021, a jury convicted Dora Quill, who was arrested in Ohio.", "verdict", date(2021, 5, 3)),
    ],
)
def test_an_event_has_the_date_of_its_own_clause(text: str, type_: str, start: date | None) -> None:
    assert only(text, type_).when.start == start


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The judge said that Dora Quill will be sentenced on July 9.", "sentence", "scheduled"),
        ("Dora Quill was sentenced to four years in prison.", "sentence", "occurred"),
        ("The indictment alleges that Dora Quill conspired to defraud investors.", "conduct", "alleged"),
    ],
)
def test_a_clause_says_whether_its_event_occurred(text: str, type_: str, status: str) -> None:
    assert only(text, type_).status == status


def test_an_article_without_a_legal_word_tells_no_event() -> None:
    assert events_of("Dora Quill said that she was hoping for a dry summer and a good harvest.") == ()


def test_a_list_of_years_is_one_range() -> None:
    text = "Dora Quill filed false tax returns in 2014, 2015 and 2016."
    document = annotate(Article("a", text))
    assert [(d.date_start, d.date_end) for d in dates_in(document, 0)] == [(date(2014, 1, 1), date(2016, 12, 31))]


def test_a_day_told_twice_is_one_day() -> None:
    document = annotate(Article("a", "She was charged today, Friday, June 4, 2021.", published_on=date(2021, 6, 4)))
    assert {(span.date_start, span.precision) for span in dates_in(document, 0)} == {(date(2021, 6, 4), "day")}


def test_the_actor_is_the_fitting_party_that_the_clause_names() -> None:
    text = "Acme Corp. filed a lawsuit against Zenith Inc. in federal court in Ohio."
    document = annotate(Article("a", text))
    entity = {document.entities[m.entity].name: m.entity for m in document.mentions}
    parties = (
        Party(0, entity["Zenith Inc."], "defendant", (), "given"),
        Party(0, entity["Acme Corp."], "plaintiff", (), "given"),
    )
    case = Case("Acme v. Zenith", "civil", None, None, None, 0, 4, "given")
    filing = next(event for event in find_events(document, (case,), parties) if event.type == "filing")
    assert (filing.case, filing.actor) == (0, entity["Acme Corp."])


def test_the_day_of_the_saying_dates_no_event() -> None:
    for text in (
        "Dora Quill pleaded guilty to bribery, the prosecutor announced today.",
        "The prosecutor said late on Thursday that Dora Quill pleaded guilty to bribery.",
    ):
        assert only(text, "plea").when.start is None


def test_conduct_told_without_a_date_has_the_day_of_the_conduct_just_told() -> None:
    text = "Dora Quill stabbed Ann Poe on May 3, 2021. Quill then robbed Poe of her purse. She was charged with murder."
    assert {event.when.start for event in events_of(text) if event.type == "conduct"} == {date(2021, 5, 3)}


def test_a_verdict_told_without_a_date_has_the_day_of_the_sentence_that_is_the_news() -> None:
    text = "Dora Quill was sentenced on Wednesday to four years in prison.\n\nThe judge found Quill guilty of bribery."
    assert only(text, "verdict").when.start == date(2021, 6, 2)


def test_the_day_of_a_dateline_dates_no_event() -> None:
    document = annotate(Article("a", "LEEDS, June 4 (Reuters) - Dora Quill was jailed.", published_on=date(2021, 6, 4)))
    assert dates_in(document, 0) == []


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Dora Quill settled a similar lawsuit brought by Ann Poe for an undisclosed sum.", "settlement", "Dora Quill"),
        ("Ann Poe and Dora Quill agreed to settle the lawsuit.", "settlement", "Ann Poe"),
        ("Dora Quill, a former aide of Ann Poe, pleaded guilty to bribery.", "plea", "Dora Quill"),
        ("Dora Quill called Ann Poe a thief and sued for damages.", "filing", "Dora Quill"),
    ],
)
def test_the_actor_is_the_subject_of_the_clause(text: str, type_: str, actor: str) -> None:
    document = annotate(Article("a", text))
    parties = tuple(
        Party(0, m.entity, "plaintiff" if type_ == "filing" else "defendant", (), "given") for m in document.mentions
    )
    case = Case("Poe v. Quill", "civil", None, None, None, 0, 4, "given")
    event = next(event for event in find_events(document, (case,), parties) if event.type == type_)
    assert event.actor is not None
    assert document.entities[event.actor].name == actor
