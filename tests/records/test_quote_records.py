"""What counts as a quotation, in sentences of our own."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.quotes import find_quote_records

STORY = "Judge Maria Okoro heard the case of Paul Winter.\n\n"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ('"It was a bad deal," Winter said.', 1),
        ('Winter called the suit "absurd".', 1),
        ('Winter is accused of "directing" the fraud.', 1),
        ('Okoro jailed a heckler for "insulting the court".', 1),
        ('Winter ran a so-called "boiler room" in Leeds.', 0),
        ('The scheme, known as the "Silver Spoon", collapsed.', 0),
        ('Winter starred in "Harbour Nights" on television.', 0),
        ('Paul "Tiny" Winter left the court.', 0),
        ('Winter pleaded "not guilty" to the charge.', 0),
    ],
)
def test_labels_and_terms_are_no_quotations(sentence: str, count: int) -> None:
    assert len(find_quote_records(annotate(Article("a", STORY + sentence)), (), ())) == count


def test_a_record_names_the_speaker_in_full_and_the_rule() -> None:
    document = annotate(Article("a", STORY + '"It was a bad deal," Winter said.'))
    (record,) = find_quote_records(document, (), ())
    assert (record.speaker, record.cue, record.kind, record.rule) == (
        "Paul Winter",
        "said",
        "direct",
        "speaker before verb",
    )
