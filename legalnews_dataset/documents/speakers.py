"""Decide for each quotation which words name its speaker, which reporting word frames it, and by which rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from legalnews_dataset.documents.cues import ALSO_NOUNS, CUES
from legalnews_dataset.documents.frames import (
    AUXILIARIES,
    NOUN_LINKS,
    PASTS,
    STOPS,
    SUBJECTS,
    Cue,
    Phrase,
    find_cues,
    subject_left,
    subject_right,
)
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.quotation_marks import Quotation

_OPENING_REACH = 30  # tokens after a closing mark within which `X, a lawyer, said` must come
_LONG = 10  # tokens from which on a quotation that opens a sentence is speech, not a term
_DASHES = frozenset("— – ― - --".split())
_ATTRIBUTION_TAKES = frozenset(",?!—–-…")
_MANY = 24  # quotations in one sentence at which it is cut, so that broken text costs no more than sound text
_CLAUSE = 40  # tokens that the clause of a coordinated verb may reach back
_NAME_LINE = 7  # tokens up to which a name behind a dash is a signature
_BE = frozenset("is are was were be been being".split())
_ANIMATE = frozenset("he she they who i we".split())
_NO_VERB_BEHIND = frozenset("'s ’s the a an his her its their".split())
_ADDRESSING = frozenset("told tells telling asked asks asking".split())
_FINITE = frozenset("has have had was were is are".split())
_HEADINGS = frozenset("quote quotes statement statements comment comments remarks".split())
_IN_THE_WORDS = frozenset("words view mind opinion phrase telling parlance estimation eyes admission account".split())
_SUBORDINATE = frozenset(
    """
    in on at by for with from to of under after during before since when as while if although though because asked
    speaking writing until despite amid among following over about last next this earlier later citing referring
    responding
    """.split()
)
_TIME = frozenset(
    """
    week month year day night morning afternoon evening weekend monday tuesday wednesday thursday friday saturday
    sunday today yesterday january february march april may june july august september october november december
    """.split()
)


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


def find_speakers(page: Page, quotations: tuple[Quotation, ...]) -> list[Quoted]:
    """Return the quotations with the words that name their speakers."""
    quoted = [
        Quoted(bisect_left(page.starts, q.outer_start), bisect_left(page.starts, q.outer_end), q) for q in quotations
    ]
    lines = _find_lines(page, quoted)
    for line in lines:
        for n, k in enumerate(line.quotes):
            attribution = _attribute(page, quoted, line, n)
            quoted[k] = replace(quoted[k], attribution=attribution, line_first=line.first)
    _continue_quotes(page, quoted, lines)
    return quoted


# ---------------------------------------------------------------- the reporter's sentences


def _find_lines(page: Page, quoted: list[Quoted]) -> list[Line]:
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
        if (quoted[left].last == first and _begins_like_sentence(page, quoted[right])) or (
            page.low[first - 1] == "." and page.text[quoted[right].span.start].isupper()
        ):
            cuts.add(first)
    for k in members[_MANY::_MANY]:
        cuts.add(quoted[k].first)
    return [*sorted(cuts), max(end, quoted[members[-1]].last)]


def _ends_line(page: Page, quote: Quoted) -> bool:
    """Tell whether the reporter's sentence ends with the quotation: a full stop inside, and a new sentence behind."""
    end, follows, low = page.text[quote.span.end - 1], page.words[quote.last], page.low[quote.last]
    starts_sentence = follows[0].isupper() or (not follows[0].isalnum() and follows not in (",", ";", ")", *_DASHES))
    if end == ".":
        return starts_sentence
    if end in "?!":
        return follows[0].isupper() and (low in SUBJECTS or low in ("the", "but", "in", "a", "and", "it"))
    return False


# ---------------------------------------------------------------- one quotation in its sentence


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
        subject = _sentence_subject(page, line.first, left[1])
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
    while i < last and page.low[i] in _DASHES:
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
    if speaker is None or page.low[speaker.first] not in SUBJECTS:
        return found
    nearest = speaker.first - 2 if cue.strength == 2 else 0  # `Roe said he told them "…"`
    for m in range(n, -1, -1):
        for earlier in reversed(line.cues[m]):
            if nearest <= earlier.first < cue.first and earlier.strength == 2 and earlier.form == "finite":
                outer = _governor(page, line, m, earlier)
                if outer is not None and outer.speaker is not None:
                    return outer
    return found


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
    if cue.form == "finite" and _is_passive(page, cue, first):
        by = next((i for i in range(cue.last, last) if page.low[i] == "by"), None)
        return Attribution(None if by is None else subject_right(page, by + 1, last), cue, "passive")
    if cue.form == "ing" or (cue.first > first and page.low[cue.first - 1] == "to"):
        return Attribution(_participle_subject(page, line, n, cue), cue, "participle")
    subject = subject_left(page, cue.first, first)
    if subject is not None and _names_a_work(page, word, subject, first):
        subject = _sentence_subject(page, line.first, subject.first) or subject
    if subject is not None:
        return Attribution(subject, cue, "before")
    before = page.low[cue.first - 1] if cue.first else ""
    if cue.first == first or before in ("and", "but", ",", "then", "or"):
        follows = (n > 0 and cue.first == first) or before == ","
        inverted = subject_right(page, cue.last, last) if cue.strength == 2 and follows else None
        if inverted is not None and inverted.last < last and page.low[inverted.last] not in (",", ".", ";"):
            inverted = None  # `Roe, a lawyer, said his client was "shocked"`: the client does not speak
        subject = inverted or _clause_subject(page, line, cue) or _earlier_subject(page, line, n, cue)
        return None if subject is None else Attribution(subject, cue, "coordinated")
    if cue.strength < 2:
        return None
    subject = subject_right(page, cue.last, last)
    return None if subject is None else Attribution(subject, cue, "before")


def _names_a_work(page: Page, word: str, subject: Phrase, first: int) -> bool:
    """Tell whether a participle hangs on a thing: `released a memo titled "…"`, `taught a class called "…"`."""
    if word in ("titled", "entitled"):
        return True
    return word in ("called", "dubbed", "labeled") and subject.first > first and page.low[subject.first] in ("a", "an")


def _according(page: Page, cue: Cue, last: int) -> Attribution:
    """Read `according to X`; in `according to a study by X` the speaker is X."""
    subject = subject_right(page, cue.last, last)
    if subject is not None and subject.last < last and page.low[subject.last] == "by":
        subject = subject_right(page, subject.last + 1, last) or subject
    return Attribution(subject, cue, "according to")


def _is_passive(page: Page, cue: Cue, first: int) -> bool:
    i = cue.first - 1
    while i >= first and (page.low[i].endswith("ly") or page.low[i] in ("also", "not", "once", "so", "often", "now")):
        i -= 1
    return i >= first and page.low[i] in _BE


def _participle_subject(page: Page, line: Line, n: int, cue: Cue) -> Phrase | None:
    first = line.segments[n][0]
    if cue.first == first and n == 0 and page.words[cue.first][0].isupper():
        # An opening participle takes the subject of the main clause: `Calling it "a sham", Roe said …`.
        behind = line.segments[n + 1]
        comma = next((i for i in range(*behind) if page.low[i] == ","), behind[0] - 1)
        return _sentence_subject(page, comma + 1, line.last)
    before = page.low[cue.first - 1] if cue.first > first else ""
    if "with" in page.low[max(first, cue.first - 10) : cue.first] and before not in (",", "to"):
        # `with a mediator dismissing it as "a farce"`
        start = next(i for i in range(cue.first - 1, first - 1, -1) if page.low[i] == "with")
        return Phrase(start + 1, cue.first) if start + 1 < cue.first else None
    if before != "to" and (before in AUXILIARIES or before == ","):
        direct = subject_left(page, cue.first - (before == ","), first)
        if direct is not None and (before != "," or direct.first <= line.first + 1):
            return direct
    return _earlier_subject(page, line, n, cue)


def _earlier_subject(page: Page, line: Line, n: int, cue: Cue) -> Phrase | None:
    """Return the subject of the last finite verb of saying before a cue, else of the sentence."""
    for segment, found in zip(reversed(line.segments[: n + 1]), reversed(line.cues[: n + 1]), strict=True):
        for earlier in reversed(found):
            if earlier.first >= cue.first or earlier.form != "finite" or not earlier.strength:
                continue
            if _is_passive(page, earlier, segment[0]):
                continue
            subject = subject_left(page, earlier.first, segment[0]) or subject_right(page, earlier.last, segment[1])
            if subject is not None:
                return subject
    if cue.form == "ing":
        subject = _clause_subject(page, line, cue)
        if subject is not None:
            return subject
    return _sentence_subject(page, line.first, cue.first)


def _clause_subject(page: Page, line: Line, cue: Cue) -> Phrase | None:
    """Return the person or body that does the verb before a coordinated cue: `Roe stood up and said`."""
    low = page.low
    for i in range(cue.first - 2, max(line.first, cue.first - _CLAUSE), -1):
        if page.in_quotes[i] or page.name_at[i] >= 0 or not _is_finite_form(low[i]):
            continue
        if low[i - 1] in _NO_VERB_BEHIND or (low[i - 1] in STOPS and low[i - 1] not in (",", ")", "–", "—")):
            continue
        subject = subject_left(page, i, line.first)
        if subject is not None and (page.low[subject.first] in _ANIMATE or page.name_at[subject.last - 1] >= 0):
            return subject
    return None


def _is_finite_form(word: str) -> bool:
    """Tell whether a word looks like a finite verb."""
    if word in _FINITE or word in PASTS:
        return True
    cue = CUES.get(word)
    return (cue is not None and cue[1] == "finite" and word not in ALSO_NOUNS) or (
        len(word) > 4 and word.endswith("ed")
    )


def _sentence_subject(page: Page, first: int, last: int) -> Phrase | None:
    """Return the first noun phrase of a sentence, past opening conjunctions, adverbs, times and subordinate clauses."""
    low = page.low
    i = _behind_dateline(page, first, last)
    while i < last:
        word = low[i]
        if page.in_quotes[i]:
            i += 1
            continue
        if page.name_at[i] >= 0:
            break
        if word in SUBJECTS:
            return Phrase(i, i + 1)
        if (
            word in _SUBORDINATE
            or (i == first and word.endswith("ing"))
            or (word in ("one", "a", "the") and i + 1 < last and low[i + 1] in _TIME)
            or word in _TIME
        ):
            comma = next((j for j in range(i, min(last, i + 25)) if low[j] == ","), None)
            if comma is None:
                i += 1
                if word in _SUBORDINATE:
                    return None
            else:
                i = comma + 1
        elif word in STOPS or word in AUXILIARIES or word.endswith("ly") or (i + 1 < last and low[i + 1] == ","):
            i += 1
        elif "later" in low[i : i + 4] and "," in low[i : i + 6]:
            i += low[i : i + 6].index(",")
        else:
            break
    if i >= last:
        return None
    phrase = subject_right(page, i, last)
    return None if phrase is None else Phrase(phrase.first, _before_verb(page, phrase), phrase.aside)


def _behind_dateline(page: Page, first: int, last: int) -> int:
    """Return where a sentence begins behind a dateline such as `LEEDS, England (AP) —`."""
    if not page.words[first : first + 1] or not page.words[first].isupper() or len(page.words[first]) < 3:
        return first
    return next((i + 1 for i in range(first, min(last, first + 12)) if page.low[i] in _DASHES), first)


def _before_verb(page: Page, phrase: Phrase) -> int:
    """Return where the subject ends in a stretch that may run into an unknown verb: `Roe greeted the crowd`."""
    for i in range(phrase.first + 1, phrase.last):
        word = page.low[i]
        if page.name_at[i] < 0 and (word.endswith("ed") or word in PASTS or word in CUES) and word not in ALSO_NOUNS:
            return i
    for i in range(phrase.first, phrase.last - 1):
        index = page.name_at[i]
        if index < 0 or page.name_at[i + 1] >= 0 or not page.words[i + 1][0].islower():
            continue
        if page.entities[page.mentions[index].entity].kind == "person":
            return i + 1
    return phrase.last


def _opening(page: Page, line: Line, n: int) -> Attribution | None:
    """Return the attribution that opens the words behind a quotation: `said X`, `X said`, `according to X`."""
    first, last = line.segments[n + 1]
    i = first
    while i < last and (page.low[i] in _DASHES or page.low[i] in (",", ".", ";")):
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
        if subject is not None and subject.first <= i + 3 and not _is_passive(page, cue, i):
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
            if cue.form != "finite" or cue.strength < 2 or _is_passive(page, cue, first):
                continue
            if cue.first > first and page.low[cue.first - 1] == ",":
                subject = subject_right(page, cue.last, last)
                if subject is not None:
                    return Attribution(subject, cue, "sentence end", behind=True)
            subject = subject_left(page, cue.first, first)
            if subject is not None and (
                subject.first == first or page.low[subject.first - 1] == "," or page.low[subject.first - 1] in _DASHES
            ):
                return Attribution(subject, cue, "sentence end", behind=True)
    return None


# ---------------------------------------------------------------- quotations that continue others


def _continue_quotes(page: Page, quoted: list[Quoted], lines: list[Line]) -> None:
    """Give quotations without an attribution of their own the speaker of the ones that they continue."""
    line_of = {k: n for n, line in enumerate(lines) for k in line.quotes}
    bare = []
    for k, quote in enumerate(quoted):
        line = lines[line_of[k]]
        alone = line.last - line.first <= quote.last - quote.first + 2
        runs_on = quote.first == line.first and quote.last - quote.first > _LONG
        if _is_orphan(line, quote):
            before = _carried(page, quoted, lines, line_of[k])
            if before is not None:
                quoted[k] = replace(quote, attribution=before)
            continue
        if quote.attribution is not None or not _begins_like_sentence(page, quote) or not (alone or runs_on):
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


def _begins_like_sentence(page: Page, quote: Quoted) -> bool:
    """Tell whether the quotation is a sentence of its own: it begins like one."""
    first = page.text[quote.span.start]
    return first.isupper() or first.isdigit() or first in "$£€[(.…‘'“"


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
    for earlier in reversed(lines[max(0, n - _MANY) : n]):
        if earlier.paragraph != line.paragraph:
            break
        if earlier.quotes:
            last = quoted[earlier.quotes[-1]].attribution
            if last is not None:
                return Attribution(last.speaker, last.cue, "same paragraph")
    subject = _sentence_subject(page, first, line.first)
    return None if subject is None else Attribution(subject, None, "sentence before")
