"""Hand the speaker on to quotations that have no attribution of their own."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from legalnews_dataset.documents.clause_subjects import sentence_subject
from legalnews_dataset.documents.frames import find_cues, subject_left, subject_right
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.quote_lines import MANY, Attribution, Line, Quoted, begins_like_sentence

_LONG = 10  # tokens from which on a quotation that opens a sentence is speech, not a term
_HEADINGS = frozenset("quote quotes statement statements comment comments remarks".split())


def continue_quotes(page: Page, quoted: list[Quoted], lines: list[Line]) -> None:
    """Give quotations without an attribution of their own the speaker of the ones that they continue."""
    line_of = {k: n for n, line in enumerate(lines) for k in line.quotes}
    bare = []
    for k, quote in enumerate(quoted):
        if k not in line_of:
            continue  # marks that stand in one another's way leave a quotation without a line
        line = lines[line_of[k]]
        alone = line.last - line.first <= quote.last - quote.first + 2
        runs_on = quote.first == line.first and quote.last - quote.first > _LONG
        if _is_orphan(line, quote):
            before = _carried(page, quoted, lines, line_of[k])
            if before is not None:
                quoted[k] = replace(quote, attribution=before)
            continue
        if quote.attribution is not None or not begins_like_sentence(page, quote) or not (alone or runs_on):
            continue
        bare.append(k)
        before = _carried(page, quoted, lines, line_of[k])
        if before is not None:
            quoted[k] = replace(quote, attribution=before)
    for k in reversed(bare):
        if quoted[k].attribution is None and k + 1 < len(quoted):
            following = quoted[k + 1].attribution
            if following is not None and quoted[k + 1].first - quoted[k].last <= 1:
                quoted[k] = replace(quoted[k], attribution=replace(following, rule="next paragraph"))


def _is_orphan(line: Line, quote: Quoted) -> bool:
    """Tell whether the sentence is only a participle and its quotation: `Adding, "…"`."""
    found = quote.attribution
    if found is None or found.cue is None or found.speaker is not None:
        return False
    return found.cue.form == "ing" and found.cue.first == line.first


def _carried(page: Page, quoted: list[Quoted], lines: list[Line], n: int) -> Attribution | None:
    """Return the attribution that the sentence before hands on: its quotation's, or its own reporting verb's."""
    line = lines[n]
    if n > 0 and lines[n - 1].last == line.first:
        previous = lines[n - 1]
        if previous.quotes:
            last = quoted[previous.quotes[-1]].attribution
            rule = "same paragraph" if previous.paragraph == line.paragraph else "previous paragraph"
            return None if last is None else Attribution(last.speaker, last.cue, rule)
        cues, first = previous.cues[0], previous.first
    else:
        at = bisect_right(page.sentences, line.first, key=lambda s: s.first) - 2
        if at < 0:
            return None
        first = page.sentences[at].first
        cues = find_cues(page, first, line.first)
    if page.low[first] in _HEADINGS and page.low[first + 1] in ("by", "from", "of"):
        return Attribution(subject_right(page, first + 2, line.first), None, "heading")
    for cue in cues:
        if cue.strength == 2 and cue.form == "finite":
            subject = subject_left(page, cue.first, first)
            if subject is not None:
                return Attribution(subject, cue, "sentence before")
    for earlier in reversed(lines[max(0, n - MANY) : n]):
        if earlier.paragraph != line.paragraph:
            break
        if earlier.quotes:
            last = quoted[earlier.quotes[-1]].attribution
            if last is not None:
                return Attribution(last.speaker, last.cue, "same paragraph")
    subject = sentence_subject(page, first, line.first)
    return None if subject is None else Attribution(subject, None, "sentence before")
