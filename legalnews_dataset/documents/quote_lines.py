"""The reporter's sentences around quotations: full stops inside quotation marks end none."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from legalnews_dataset.documents.frames import SUBJECTS, Cue, Phrase, find_cues
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.quotation_marks import Quotation

DASHES = frozenset("— – ― - --".split())
MANY = 24  # quotations in one sentence at which it is cut, so that broken text costs no more than sound text


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker's place (None: nothing names one), the reporting word, and the rule that found them.

    `behind` tells that the place stands behind the quotation: then names in front of it in the same sentence belong to
    what is quoted, not to who speaks.
    """

    speaker: Phrase | None
    cue: Cue | None
    rule: str
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation on its page: tokens [first, last) with the marks, what frames it, and where its sentence begins."""

    first: int
    last: int
    span: Quotation
    attribution: Attribution | None = None
    line_first: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the reporter: tokens [first, last) and the quotations in it.

    `segments` are the stretches outside the quotations, one more than there are quotations; `cues` the reporting words
    of each.
    """

    first: int
    last: int
    paragraph: int
    quotes: tuple[int, ...]
    segments: tuple[tuple[int, int], ...]
    cues: tuple[list[Cue], ...]


def find_lines(page: Page, quoted: list[Quoted]) -> list[Line]:
    """Cut the paragraphs that hold quotations into the reporter's sentences; stops inside a quotation cut none."""
    sentences = page.sentences
    firsts = [sentence.first for sentence in sentences]
    paragraphs: dict[int, list[int]] = {}
    for index, quote in enumerate(quoted):
        at = max(0, bisect_right(firsts, quote.first) - 1)
        paragraphs.setdefault(sentences[at].paragraph, []).append(index)
    lines: list[Line] = []
    for paragraph, members in paragraphs.items():
        at = max(0, bisect_right(firsts, quoted[members[0]].first) - 1)
        low, high = at, at
        while low > 0 and sentences[low - 1].paragraph == paragraph:
            low -= 1
        while high + 1 < len(sentences) and sentences[high + 1].paragraph == paragraph:
            high += 1
        end = sentences[high].last
        final = quoted[members[-1]]
        if final.last >= end and page.text[final.span.end - 1] == "," and high + 1 < len(sentences):
            # A stray paragraph break between the quotation and `Roe said.`
            end = sentences[high + 1].last
        cuts = _cuts(page, quoted, members, firsts[low : high + 1], end)
        position = 0
        for first, last in pairwise(cuts):
            begin = position
            while position < len(members) and quoted[members[position]].first < last:
                position += 1
            inside = tuple(members[begin:position])
            edges = [first, *(e for k in inside for e in (quoted[k].first, quoted[k].last)), last]
            segments = tuple((edges[i], max(edges[i], edges[i + 1])) for i in range(0, len(edges), 2))
            cues = tuple(find_cues(page, *segment) for segment in segments)
            lines.append(Line(first, last, paragraph, inside, segments, cues))
    return lines


def _cuts(page: Page, quoted: list[Quoted], members: list[int], firsts: list[int], end: int) -> list[int]:
    """Return where the lines of a paragraph begin, and its end."""
    cuts = {first for first in firsts if not page.in_quotes[first]}
    for k in members:
        quote = quoted[k]
        if quote.last >= end:
            continue
        if _ends_line(page, quote):
            cuts.add(quote.last)
        else:
            cuts.discard(quote.last)
    for left, right in pairwise(members):
        first = quoted[right].first
        if (quoted[left].last == first and begins_like_sentence(page, quoted[right])) or (
            page.low[first - 1] == "." and page.text[quoted[right].span.start].isupper()
        ):
            cuts.add(first)
    for k in members[MANY::MANY]:
        cuts.add(quoted[k].first)
    return [*sorted(cuts), max(end, quoted[members[-1]].last)]


def _ends_line(page: Page, quote: Quoted) -> bool:
    """Tell whether the reporter's sentence ends with the quotation: a full stop inside, and a new sentence behind."""
    end, follows, low = page.text[quote.span.end - 1], page.words[quote.last], page.low[quote.last]
    starts_sentence = follows[0].isupper() or (not follows[0].isalnum() and follows not in (",", ";", ")", *DASHES))
    if end == ".":
        return starts_sentence
    if end in "?!":
        return follows[0].isupper() and (low in SUBJECTS or low in ("the", "but", "in", "a", "and", "it"))
    return False


def begins_like_sentence(page: Page, quote: Quoted) -> bool:
    """Tell whether the quotation is a sentence of its own: it begins like one."""
    first = page.text[quote.span.start]
    return first.isupper() or first.isdigit() or first in "$£€[(.…‘'“"
