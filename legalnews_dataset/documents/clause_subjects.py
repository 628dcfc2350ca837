"""Find who does a reporting verb whose subject stands further off: participles, coordinated verbs, whole sentences."""

from __future__ import annotations

from legalnews_dataset.documents.cues import ALSO_NOUNS, CUES
from legalnews_dataset.documents.frames import (
    AUXILIARIES,
    PASTS,
    STOPS,
    SUBJECTS,
    Cue,
    Phrase,
    subject_left,
    subject_right,
)
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.quote_lines import DASHES, Line

_CLAUSE = 40  # tokens that the clause of a coordinated verb may reach back
_BE = frozenset("is are was were be been being".split())
_ANIMATE = frozenset("he she they who i we".split())
_NO_VERB_BEHIND = frozenset("'s ’s the a an his her its their".split())
_FINITE = frozenset("has have had was were is are".split())
_SUBORDINATE = frozenset(
    """
    in on at by for with from to of like unlike under after during before since when as while if although though
    because asked speaking writing until despite amid among following over about last next this earlier later citing
    referring responding
    """.split()
)
_JOINS = frozenset("and but though although while".split())
_TIME = frozenset(
    """
    week month year day night morning afternoon evening weekend monday tuesday wednesday thursday friday saturday
    sunday today yesterday january february march april may june july august september october november december
    """.split()
)


def is_passive(page: Page, cue: Cue, first: int) -> bool:
    """Tell whether a form of `be` stands before a cue: `is accused of "…"`, `was also called "…"`."""
    i = cue.first - 1
    while i >= first and (page.low[i].endswith("ly") or page.low[i] in ("also", "not", "once", "so", "often", "now")):
        i -= 1
    return i >= first and page.low[i] in _BE


def participle_subject(page: Page, line: Line, n: int, cue: Cue) -> Phrase | None:
    """Return who does an -ing form or infinitive before the n-th quotation: `…, adding that "…"`."""
    first = line.segments[n][0]
    if cue.first == first and n == 0 and page.words[cue.first][0].isupper():
        # An opening participle takes the subject of the main clause: `Calling it "a sham", Roe said …`.
        behind = line.segments[n + 1]
        comma = next((i for i in range(*behind) if page.low[i] == ","), behind[0] - 1)
        return sentence_subject(page, comma + 1, line.last)
    before = page.low[cue.first - 1] if cue.first > first else ""
    if "with" in page.low[max(first, cue.first - 10) : cue.first] and before not in (",", "to"):
        # `with a mediator dismissing it as "a farce"`
        start = next(i for i in range(cue.first - 1, first - 1, -1) if page.low[i] == "with")
        return Phrase(start + 1, cue.first) if start + 1 < cue.first else None
    if before in _BE or before == ",":
        direct = subject_left(page, cue.first - (before == ","), first)
        if direct is not None and (before != "," or direct.first <= line.first + 1):
            return direct
    return earlier_subject(page, line, n, cue)


def earlier_subject(page: Page, line: Line, n: int, cue: Cue) -> Phrase | None:
    """Return the subject of the last finite verb of saying before a cue, else of the sentence."""
    for segment, found in zip(reversed(line.segments[: n + 1]), reversed(line.cues[: n + 1]), strict=True):
        for earlier in reversed(found):
            if earlier.first >= cue.first or earlier.form != "finite" or not earlier.strength:
                continue
            if is_passive(page, earlier, segment[0]):
                continue
            subject = subject_left(page, earlier.first, segment[0]) or subject_right(page, earlier.last, segment[1])
            if subject is not None and (earlier.strength == 2 or subject.first <= line.first + 1):
                return subject
    if cue.form == "ing":
        opener = _opening_person(page, line.first, cue.first)
        if opener is not None:
            return opener
        subject = clause_subject(page, line, cue)
        if subject is not None:
            return subject
    return sentence_subject(page, line.first, cue.first)


def _opening_person(page: Page, first: int, last: int) -> Phrase | None:
    """Return the person that opens a sentence of one main clause: `Roe apologized after they protested, saying`."""
    opener = sentence_subject(page, first, last)
    if opener is None or _JOINS & set(page.low[opener.last : last]):
        return None
    index = page.name_at[opener.last - 1]
    if index < 0 or page.entities[page.mentions[index].entity].kind != "person":
        return None
    return opener


def clause_subject(page: Page, line: Line, cue: Cue) -> Phrase | None:
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


def sentence_subject(page: Page, first: int, last: int) -> Phrase | None:
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
    return next((i + 1 for i in range(first, min(last, first + 12)) if page.low[i] in DASHES), first)


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
