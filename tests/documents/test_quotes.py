"""Quotations, their speakers and cues in sentences of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import QuoteSpan
from legalnews_dataset.documents.quotation_marks import find_quotations


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We lost," she said. "We will appeal."', ["We lost,", "We will appeal."]),
        ("“We lost,” she said. “We will appeal.”", ["We lost,", "We will appeal."]),
        ("The firm called it ``a sham,'' he said.", ["a sham,"]),
        ("''We can't win,'' he said.", ["We can't win,"]),
        ("‘It’s over,’ he said. ‘The workers’ case is lost.’", ["It’s over,", "The workers’ case is lost."]),
        ("'It's over,' he said. 'We don't mind.'", ["It's over,", "We don't mind."]),
        ("\"He told me, 'Get out', and I did,\" she said.", ["He told me, 'Get out', and I did,"]),
        ('"First part.\n\n"Second part," he said.', ["First part.", "Second part,"]),
        ('He said: "It was lost. "We will appeal."', ["It was lost.", "We will appeal."]),
        ('"The "old guard" in the firm knew," he said.', ['The "old guard" in the firm knew,']),
        ('He pleaded with the judge to "be kind', ["be kind"]),
        ("The workers' suit and the miners' suit were joined.", []),
        ("rock 'n' roll in the '90s", []),
        ('<a href="x.html">', []),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@given(st.text(alphabet="ab .,\n\"'“”‘’`", max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text) for q in found)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))


PIECES = [
    '"',
    "“",
    "”",
    "''",
    "'s ",
    "Roe ",
    "he ",
    "said ",
    "saying ",
    "according to ",
    "told ",
    "that ",
    ", ",
    ". ",
    "\n\n",
]


@given(st.lists(st.sampled_from([*PIECES, "The judge ", "in ", "by ", "a lawyer ", "for ", "who ", "— "]), max_size=30))
def test_no_arrangement_of_marks_and_cues_breaks_the_attribution(pieces: list[str]) -> None:
    text = "".join(pieces)
    for quote in annotate(Article("a", text)).quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.speaker_start is None or (
            quote.speaker_end is not None and 0 <= quote.speaker_start < quote.speaker_end <= len(text)
        )


def quotes(text: str) -> tuple[tuple[QuoteSpan, ...], list[str | None], list[str | None]]:
    document = annotate(Article("a", text))
    spans = document.quotes
    places = [None if q.speaker_start is None else text[q.speaker_start : q.speaker_end] for q in spans]
    names = [None if q.speaker_entity is None else document.entities[q.speaker_entity].name for q in spans]
    return spans, places, names


JUDGE = "District Judge Maria Okoro heard the case of Paul Winter on Friday. Winter, 52, owns Fenwick Corp. "


@pytest.mark.parametrize(
    ("text", "place", "name", "cue"),
    [
        ('"It was unlawful," Okoro said.', "Okoro", "Maria Okoro", "said"),
        ('"It was unlawful," said Judge Okoro, who sits in Leeds.', "Judge Okoro", "Maria Okoro", "said"),
        ('Judge Okoro told the jury that "it was unlawful."', "Judge Okoro", "Maria Okoro", "told"),
        ('The judge told the jury that "it was unlawful."', "The judge", "Maria Okoro", "told"),
        ('"It was unlawful," the judge wrote in her ruling.', "the judge", "Maria Okoro", "wrote"),
        ('Okoro, a former prosecutor, said: "It was unlawful."', "Okoro", "Maria Okoro", "said"),
        ('It was "unlawful," according to Okoro.', "Okoro", "Maria Okoro", "according to"),
        ('The 52-year-old said he was "not afraid."', "The 52-year-old", "Paul Winter", "said"),
        ('"We disagree," a spokesman for Fenwick said.', "a spokesman for Fenwick", None, "said"),
        ('"We disagree," Fenwick said in a statement.', "Fenwick", "Fenwick Corp.", "said"),
        ('The complaint says he "ran the scheme."', "The complaint", None, "says"),
        ('Maria Okoro KC said it was "unlawful."', "Maria Okoro KC", "Maria Okoro", "said"),
        ('"It is so," said the firm\'s founder, Dr. Carl Abbot.', "the firm's founder", "Carl Abbot", "said"),
        ('"It is so," said the clerks\' lawyer, Carl Abbot.', "the clerks' lawyer", "Carl Abbot", "said"),
        ('"It is over," said Wexley Prandle of Fenwick.', "Wexley Prandle of Fenwick", "Wexley Prandle", "said"),
        ('Winter was jailed in what a judge called "a warning."', "a judge", None, "called"),
        ('Okoro said the plan would prove "unlawful."', "Okoro", "Maria Okoro", "said"),
        ('Okoro ruled in open court that the firm should provide "a fund."', "Okoro", "Maria Okoro", "ruled"),
        ('Okoro paused after he stood up, saying it was "thin."', "Okoro", "Maria Okoro", "saying"),
        ('Okoro praised Winter for what he gave up, calling it "brave."', "Okoro", "Maria Okoro", "calling"),
        ('Okoro ruled on the claim, calling it "thin."', "Okoro", "Maria Okoro", "calling"),
        ('Okoro condemned what she called "a sham."', "Okoro", "Maria Okoro", "called"),
        ('Winter used to heckle, but now said Okoro was "kind."', "Winter", "Paul Winter", "said"),
        ('Okoro said Friday that she told them it was "thin."', "Okoro", "Maria Okoro", "said"),
        ('Okoro sent a letter early Friday saying "it was thin."', "Okoro", "Maria Okoro", "saying"),
    ],
)
def test_the_speaker_is_placed_and_resolved(text: str, place: str, name: str | None, cue: str) -> None:
    spans, places, names = quotes(f"{JUDGE}\n\n{text}")
    assert (places, names, [q.cue for q in spans]) == ([place], [name], [cue])


def test_a_split_quotation_has_one_speaker() -> None:
    _, _, names = quotes(f'{JUDGE}\n\n"It was unlawful," Okoro said, "and it was cruel." "It was wrong."')
    assert names == ["Maria Okoro"] * 3


def test_a_quotation_on_its_own_continues_the_one_before() -> None:
    _, _, names = quotes(f'{JUDGE}\n\n"It was unlawful," Okoro said. "It was cruel."\n\n"It was wrong."')
    assert names == ["Maria Okoro"] * 3
