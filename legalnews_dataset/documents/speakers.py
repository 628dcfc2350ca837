"""Decide for each quotation which words name its speaker, which reporting word frames it, and by which rule."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from legalnews_dataset.documents.clause_subjects import (
    clause_subject,
    earlier_subject,
    is_passive,
    participle_subject,
    sentence_subject,
)
from legalnews_dataset.documents.continued_quotes import continue_quotes
from legalnews_dataset.documents.frames import (
    AUXILIARIES,
    NOUN_LINKS,
    SUBJECTS,
    Cue,
    Phrase,
    subject_left,
    subject_right,
)
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.quotation_marks import Quotation
from legalnews_dataset.documents.quote_lines import DASHES, Attribution, Line, Quoted, find_lines

_OPENING_REACH = 30  # tokens after a closing mark within which `X, a lawyer, said` must come
_ATTRIBUTION_TAKES = frozenset(",?!—–-…")
_NAME_LINE = 7  # tokens up to which a name behind a dash is a signature
_JOINS = ("and", "but", ",", "then", "or")
_ADDRESSING = frozenset("told tells telling asked asks asking".split())
_IN_THE_WORDS = frozenset("words view mind opinion phrase telling parlance estimation eyes admission account".split())


def find_speakers(page: Page, quotations: tuple[Quotation, ...]) -> list[Quoted]:
    """Return the quotations with the words that name their speakers."""
    quoted = [
        Quoted(bisect_left(page.starts, q.outer_start), bisect_left(page.starts, q.outer_end), q) for q in quotations
    ]
    lines = find_lines(page, quoted)
    for line in lines:
        for n, k in enumerate(line.quotes):
            attribution = _attribute(page, quoted, line, n)
            quoted[k] = replace(quoted[k], attribution=attribution, line_first=line.first)
    continue_quotes(page, quoted, lines)
    return quoted


def _attribute(page: Page, quoted: list[Quoted], line: Line, n: int) -> Attribution | None:
    """Return the attribution of the n-th quotation of a line from the words of that line."""
    quote = quoted[line.quotes[n]]
    left, right = line.segments[n], line.segments[n + 1]
    opens_with_mark = right[0] < right[1] and page.low[right[0]] in (",", "—", "–", "―", "-", "--")
    takes = opens_with_mark or page.text[quote.span.end - 1] in _ATTRIBUTION_TAKES or _verb_follows(line, n)
    signed = _signature(page, line, n)
    if signed is not None:
        return signed
    found = _adjacent(page, line, n) or (_opening(page, line, n) if takes else None)
    found = found or _framed(page, line, n) or _in_the_words(page, line) or _closing(page, line, n)
    if found is not None:
        return found
    if n > 0:
        earlier = quoted[line.quotes[n - 1]].attribution
        if earlier is not None:
            return replace(earlier, rule="woven" if earlier.rule == "woven" else "same sentence")
    if left[0] < left[1]:
        weak = next((c for c in reversed(line.cues[n]) if c.strength == 0), None)
        found = None if weak is None else _governor(page, line, n, weak)
        if found is not None:
            return replace(found, rule="woven")
        subject = sentence_subject(page, line.first, left[1])
        if subject is not None:
            return Attribution(subject, None, "colon" if page.low[left[1] - 1] == ":" else "woven")
    if takes and right[0] < right[1]:
        subject = subject_right(page, right[0] + opens_with_mark, right[1])
        if subject is not None and n == 0:
            return Attribution(subject, None, "speaker behind")
    return None


def _signature(page: Page, line: Line, n: int) -> Attribution | None:
    """Read a name that alone follows a quotation behind a dash: `"…" — Jane Roe`."""
    first, last = line.segments[n + 1]
    i = first
    while i < last and page.low[i] in DASHES:
        i += 1
    if i == first or i >= last:
        return None
    end = page.text.find("\n", page.starts[i])
    last = last if end < 0 else min(last, bisect_left(page.starts, end))
    if last - i > _NAME_LINE or last - i < 1 or not page.words[i][0].isupper() or line.cues[n + 1]:
        return None
    return Attribution(Phrase(i, last), None, "signature", behind=True)


def _verb_follows(line: Line, n: int) -> bool:
    """Tell whether a verb of saying stands directly behind the closing mark, whatever ends the quotation."""
    cues = line.cues[n + 1]
    return bool(cues) and cues[0].strength == 2 and cues[0].first == line.segments[n + 1][0]


def _adjacent(page: Page, line: Line, n: int) -> Attribution | None:
    """Read a cue directly before the quotation: `said, "`, `told the jury that "`, `said: "`."""
    if not line.cues[n]:
        return None
    cue = line.cues[n][-1]
    tail = page.low[cue.last : line.segments[n][1]]
    close = len(tail) <= (3 if page.low[cue.first] in _ADDRESSING else 1) or tail[-1] in (":", ",", "that")
    if not cue.strength or not close or {";", "and", "but"} & set(tail):
        return None
    found = _governor(page, line, n, cue)
    if found is None or found.speaker is None:
        return None
    return _outermost(page, line, n, cue, found)


def _outermost(page: Page, line: Line, n: int, cue: Cue, found: Attribution) -> Attribution:
    """Prefer `Roe said` over `he called` where a sentence holds both and the inner subject is a pronoun."""
    speaker = found.speaker
    if speaker is None:
        return found
    if page.low[speaker.first] not in SUBJECTS:
        return _reporter_of_clause(page, line, n, cue, speaker) or found
    nearest = 0
    if cue.strength == 2:  # `Roe said Friday that he told them "…"`
        nearest = speaker.first - 1
        while nearest > line.first and (page.low[nearest] in AUXILIARIES or page.low[nearest] in ("that", "on")):
            nearest -= 1
    for m in range(n, -1, -1):
        for earlier in reversed(line.cues[m]):
            if nearest <= earlier.first < cue.first and earlier.strength == 2 and earlier.form in ("finite", "ing"):
                outer = _governor(page, line, m, earlier)
                if outer is not None and outer.speaker is not None:
                    return outer
    if page.low[speaker.first - 1] == "what":  # `Roe condemned what she called "a sham"`
        subject = sentence_subject(page, line.first, speaker.first - 1)
        if subject is not None and (page.low[subject.first] in SUBJECTS or page.name_at[subject.last - 1] >= 0):
            return replace(found, speaker=subject)
    return found


def _reporter_of_clause(page: Page, line: Line, n: int, cue: Cue, speaker: Phrase) -> Attribution | None:
    """Return who reports a clause whose subject does not speak itself: `Roe said the plan would prove "costly"`."""
    named = any(page.name_at[i] >= 0 for i in range(speaker.first, speaker.last))
    if (cue.form == "finite" and cue.strength == 2) or (named and cue.strength):
        return None
    start = speaker.first - 1
    while start > line.first and (page.low[start] in AUXILIARIES or page.low[start] == "on"):
        start -= 1
    opens = page.low[start] == "that"
    for m in range(n, -1, -1):
        for earlier in reversed(line.cues[m]):
            gap = start - earlier.last
            if earlier.strength == 2 and earlier.form in ("finite", "ing") and (gap == -1 or (opens and 0 <= gap <= 8)):
                return _governor(page, line, m, earlier)
    return None


def _framed(page: Page, line: Line, n: int) -> Attribution | None:
    """Read the nearest verb of saying or naming anywhere before the quotation in its segment."""
    nameless = None
    opener = line.cues[0][0] if line.cues[0] and line.cues[0][0].form == "according" else None
    for cue in reversed(line.cues[n]):
        if not cue.strength:
            continue
        if opener is not None and opener.first == line.first and cue.form in ("ing", "base"):
            return _according(page, opener, line.segments[0][1])
        found = _governor(page, line, n, cue)
        if found is not None and found.speaker is not None:
            return _outermost(page, line, n, cue, found)
        nameless = nameless or found
    return nameless


def _governor(page: Page, line: Line, n: int, cue: Cue) -> Attribution | None:
    """Return who does the cue that stands before the n-th quotation."""
    first, last = line.segments[n]
    word = page.low[cue.first]
    if cue.form == "according":
        return _according(page, cue, last)
    if word in ("quoted", "cited", "quoting", "citing") and "as" in page.low[cue.last : last]:
        return Attribution(subject_right(page, cue.last, last), cue, "quoted as saying")
    if cue.form == "finite" and is_passive(page, cue, first):
        by = next((i for i in range(cue.last, last) if page.low[i] == "by"), None)
        return Attribution(None if by is None else subject_right(page, by + 1, last), cue, "passive")
    if cue.form == "ing" or (cue.first > first and page.low[cue.first - 1] == "to"):
        return Attribution(participle_subject(page, line, n, cue), cue, "participle")
    subject = subject_left(page, cue.first, first)
    if subject is not None and _names_a_work(page, word, subject, first):
        subject = sentence_subject(page, line.first, subject.first) or subject
    if subject is not None:
        return Attribution(subject, cue, "before")
    before = page.low[cue.first - 1] if cue.first else ""
    if cue.first == first or before in _JOINS or _is_joined(page, cue, first):
        follows = (n > 0 and cue.first == first) or before == ","
        inverted = subject_right(page, cue.last, last) if cue.strength == 2 and follows else None
        if inverted is not None and inverted.last < last and page.low[inverted.last] not in (",", ".", ";"):
            inverted = None  # `Roe, a lawyer, said his client was "shocked"`: the client does not speak
        subject = inverted or clause_subject(page, line, cue) or earlier_subject(page, line, n, cue)
        return None if subject is None else Attribution(subject, cue, "coordinated")
    if cue.strength < 2:
        return None
    subject = subject_right(page, cue.last, last)
    return None if subject is None else Attribution(subject, cue, "before")


def _is_joined(page: Page, cue: Cue, first: int) -> bool:
    """Tell whether only adverbs stand between a conjunction and a cue: `but now said`."""
    i = cue.first - 1
    while i > first and page.low[i] in AUXILIARIES:
        i -= 1
    return i < cue.first - 1 and page.low[i] in _JOINS


def _names_a_work(page: Page, word: str, subject: Phrase, first: int) -> bool:
    """Tell whether a participle hangs on a thing: `released a memo titled "…"`, `taught a class called "…"`."""
    if word in ("titled", "entitled"):
        return True
    return (
        word in ("called", "dubbed", "labeled")
        and subject.first > first
        and page.low[subject.first] in ("a", "an")
        and page.low[subject.first - 1] != "what"
    )


def _according(page: Page, cue: Cue, last: int) -> Attribution:
    """Read `according to X`; in `according to a study by X` the speaker is X."""
    subject = subject_right(page, cue.last, last)
    if subject is not None and subject.last < last and page.low[subject.last] == "by":
        subject = subject_right(page, subject.last + 1, last) or subject
    return Attribution(subject, cue, "according to")


def _opening(page: Page, line: Line, n: int) -> Attribution | None:
    """Return the attribution that opens the words behind a quotation: `said X`, `X said`, `according to X`."""
    first, last = line.segments[n + 1]
    i = first
    while i < last and (page.low[i] in DASHES or page.low[i] in (",", ".", ";")):
        i += 1
    if i >= last or page.low[i] in ("and", "but", "while", "as", "because", "when", "which", "that", "or"):
        return None
    for cue in line.cues[n + 1]:
        if cue.first > first + _OPENING_REACH or cue.form in ("ing", "base"):
            break
        if cue.form == "according":
            return _according(page, cue, last) if cue.first <= i + 1 else None
        if cue.strength < 2:
            continue
        if cue.first == i:
            subject = subject_right(page, cue.last, last)
            if subject is not None:
                return Attribution(subject, cue, "verb before speaker", behind=True)
            continue
        if page.low[cue.first] == "quoted" and "as" in page.low[cue.last : last]:
            return Attribution(subject_right(page, cue.last, last), cue, "quoted as saying")
        subject = subject_left(page, cue.first, i)
        if subject is not None and subject.first <= i + 3 and not is_passive(page, cue, i):
            return Attribution(subject, cue, "speaker before verb", behind=True)
    return None


def _in_the_words(page: Page, line: Line) -> Attribution | None:
    """Read `in the words of X` and `in X's view`."""
    for first, last in line.segments:
        for i in range(first, last):
            word = page.low[i]
            if word in _IN_THE_WORDS and i > first and page.low[i - 1] not in ("a", "an"):
                if i + 1 < last and page.low[i + 1] == "of" and word == "words":
                    return Attribution(subject_right(page, i + 2, last), None, "in the words of")
                j = i - 1
                while j > first and page.low[j] not in NOUN_LINKS:
                    j -= 1
                possessive = page.low[i - 1] in ("'s", "’s", "own") or page.low[i - 1] in ("his", "her", "their")
                if possessive and page.low[j] in ("in", "by"):
                    return Attribution(Phrase(j + 1, i), None, "in the words of")
    return None


def _closing(page: Page, line: Line, n: int) -> Attribution | None:
    """Return the attribution that closes the sentence behind a quotation: `…, X said.` or `…, by X's account`."""
    for (first, last), found in zip(reversed(line.segments[n + 1 :]), reversed(line.cues[n + 1 :]), strict=True):
        for cue in reversed(found):
            if cue.form == "according":
                return _according(page, cue, last)
            if cue.form != "finite" or cue.strength < 2 or is_passive(page, cue, first):
                continue
            if cue.first > first and page.low[cue.first - 1] == ",":
                subject = subject_right(page, cue.last, last)
                if subject is not None:
                    return Attribution(subject, cue, "sentence end", behind=True)
            subject = subject_left(page, cue.first, first)
            if subject is not None and (
                subject.first == first or page.low[subject.first - 1] == "," or page.low[subject.first - 1] in DASHES
            ):
                return Attribution(subject, cue, "sentence end", behind=True)
    return None
