"""Find who does a verb: the noun phrase that is its subject, left of it or, in `said X`, right of it.

No parser runs here. A noun phrase is read from its closed-class edges (determiners, prepositions, conjunctions, marks)
and from the names inside it; that holds for the short, regular clauses around reported speech.
"""

from __future__ import annotations

from dataclasses import dataclass

from legalnews_dataset.documents.cues import ALSO_NOUNS, CUES, TWO_WORD_CUES
from legalnews_dataset.documents.page import Page

DETERMINERS = frozenset(
    """
    the a an his her its their our my your this that these those another one two three four five some many most
    several both each every all no other few any half
    """.split()
)
SUBJECTS = frozenset("he she they it i we who you".split())
NOUN_LINKS = frozenset("of for at in from with on by to against near under representing".split())
AUXILIARIES = frozenset(
    """
    has have had having is are was were be been being will would could can may might must should shall did does do
    's 'd 've 'll not n't never also then later now already again further reportedly once first still even just
    often previously recently today yesterday tomorrow tonight earlier himself herself itself themselves soon
    subsequently simply only famously initially monday tuesday wednesday thursday friday saturday sunday
    sarcastically flatly sharply quickly 'd ’d ’s ’ve ’ll so both all repeatedly
    """.split()
)
STOPS = frozenset(
    """
    and but or nor so yet while as after because when if that which whether although though since before until
    where whose whom than what how why unless despite whereas however meanwhile once amid during about over into
    through between without within upon is are was were be been being has have had will would could can may might
    must should shall did does do not him me them then there here , ; : . ! ? \\" “ ” ( ) [ ] — – ― - -- … ` '
    """.split()
)
PASTS = frozenset(
    """
    took went came left got made gave ran held sent won lost met stood sat spoke drew kept began brought bought paid put
    set led fled rose fell threw hit cut became grew knew saw heard felt found got broke chose drove hid shook struck
    """.split()
)
_PREPOSITIONS = frozenset(
    "in on at by to into through over across during about amid along around within without upon".split()
)
_ADVERBIAL_LINKS = frozenset("in on by to during under against".split())
# `when asked`, `if convicted`, `the court's ruling`: the form behind these is no finite verb.
_BEFORE_NO_CUE = frozenset("'s ’s when if as once of".split())
_PLEAS = frozenset("guilty not no innocent to".split())
_PARENTHESES = frozenset(", — – ― - --".split())
_LEFTMOST = 28  # tokens that a subject with its apposition may reach back


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, as token indices, last exclusive.

    `aside` is the apposition that goes with it; `antecedent` the phrase that a relative pronoun stands for.
    """

    first: int
    last: int
    aside: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word at tokens [first, last), with the strength and form that `cues.CUES` gives it."""

    first: int
    last: int
    strength: int
    form: str


def find_cues(page: Page, first: int, last: int) -> list[Cue]:
    """Return the reporting words between two tokens, in order."""
    found = []
    low = page.low
    for i in range(first, last):
        word = low[i]
        if word == "according":
            if i + 1 < last and low[i + 1] == "to":
                found.append(Cue(i, i + 2, 2, "according"))
            continue
        two = TWO_WORD_CUES.get(word)
        if two is not None and i + 1 < last and low[i + 1] == two[0]:
            found.append(Cue(i, i + 2, two[1], two[2]))
            continue
        cue = CUES.get(word)
        if cue is None or page.name_at[i] >= 0:
            continue
        before = low[i - 1] if i > first else ""
        if (
            before in DETERMINERS
            or before in _BEFORE_NO_CUE
            or (before and before != "," and page.words[i][0].isupper())
        ):
            continue
        if word in ALSO_NOUNS and i + 1 < last and not _can_act(page, i, first):
            continue
        if word.startswith("plead") and i + 1 < last and low[i + 1] in _PLEAS:
            continue
        if cue[1] == "base" and not _is_verb_here(page, i, first):
            continue
        found.append(Cue(i, i + 1, *cue))
    return found


def _can_act(page: Page, i: int, first: int) -> bool:
    """Tell whether the word before a form that may be a noun is one that acts: a name, a pronoun, `to`."""
    if i == first:
        return False
    before = page.low[i - 1]
    return before in SUBJECTS or before in ("to", "also", "would", "will") or page.name_at[i - 1] >= 0


def _is_verb_here(page: Page, i: int, first: int) -> bool:
    """Tell whether a base form stands as a verb: behind `to`, an auxiliary, a plural subject."""
    if i == first:
        return False
    before = page.low[i - 1]
    return (
        before in ("to", "they", "we", "i", "you", "who", "also", "not", "n't", "and")
        or before in AUXILIARIES
        or before.endswith("s")
        or page.low[i] == "say"
    )


def subject_left(page: Page, verb: int, first: int) -> Phrase | None:
    """Return the noun phrase that ends left of a verb and is its subject; None where a clause edge stands there."""
    low = page.low
    i = verb - 1
    while i >= first and (low[i] in AUXILIARIES or (low[i].endswith("ly") and page.name_at[i] < 0) or low[i] == "on"):
        i -= 1
    if i < first:
        return None
    if low[i] == ")":
        while i > first and low[i] != "(":
            i -= 1
        i -= 1
    if i >= first and low[i] in _PARENTHESES:
        return _before_aside(page, i, first)
    return noun_phrase_left(page, i, first)


def _before_aside(page: Page, comma: int, first: int) -> Phrase | None:
    """Return the phrase before an aside that ends at `comma`: `Roe, a lawyer for Acme,` or `Roe, who lives here,`."""
    low = page.low
    lowest = max(first, comma - _LEFTMOST)
    mark = low[comma]
    i = comma - 1
    while i >= lowest and low[i] != mark:
        i -= 1
    if i < lowest:
        return None
    inner = (i + 1, comma)
    # `Roe, 46, a lawyer,` and `Roe, of Leeds, a baker,`: step over a second aside.
    j = i - 1
    if comma - i <= 12 and j >= lowest:
        k = j
        while k >= lowest and k > j - 4 and low[k] != mark:
            k -= 1
        if k >= lowest and low[k] == mark and k > first and (low[k + 1].isdigit() or low[k + 1] in NOUN_LINKS):
            j = k - 1
    phrase = noun_phrase_left(page, j, first)
    return None if phrase is None else Phrase(phrase.first, phrase.last, inner)


def noun_phrase_left(page: Page, end: int, first: int) -> Phrase | None:
    """Return the noun phrase whose last token is `end`."""
    low = page.low
    if end < first:
        return None
    if low[end] in ("who", "that", "which"):
        antecedent = _antecedent(page, end, first)
        return Phrase(end, end + 1, None, None if antecedent is None else (antecedent.first, antecedent.last))
    if low[end] in SUBJECTS:
        return Phrase(end, end + 1)
    lowest = max(first, end - _LEFTMOST)
    start = _left_edge(page, end, lowest)
    if start > end:
        return None
    if page.name_at[end] < 0 and start - 2 >= lowest and low[start - 1] in _PREPOSITIONS:
        # `Protesters marching through the streets chanted`, `who has in the past said`
        i = start - 2
        while i > lowest and low[i] in AUXILIARIES:
            i -= 1
        if low[i] == "who":
            return noun_phrase_left(page, i, first)
        wider = _left_edge(page, i, lowest) if _is_nominal(page, i) else end
        if wider <= i:
            return Phrase(wider, end + 1 if wider < i else i + 1)
    return Phrase(start, end + 1)


def _left_edge(page: Page, end: int, lowest: int) -> int:
    """Return where the noun phrase that ends at a token begins; behind `end` where none does."""
    low, name_at = page.low, page.name_at
    start = end + 1
    i = end
    while i >= lowest:
        word = low[i]
        if name_at[i] >= 0:
            start = i
        elif word in DETERMINERS:
            if word == "that" and i < end and page.words[i + 1][0].isupper():
                break
            start = i
            if i - 2 < lowest or low[i - 1] not in NOUN_LINKS or not _is_nominal(page, i - 2):
                return i - 1 if i > lowest and low[i - 1] in ("of", "all", "both") else i
            i -= 1
        elif word in NOUN_LINKS:
            if i - 1 < lowest or not _is_nominal(page, i - 1):
                break
        elif word in ("and", "&"):
            if i - 1 < lowest or not (page.words[i - 1][0].isupper() and page.words[min(i + 1, end)][0].isupper()):
                break
        elif word in STOPS or word in SUBJECTS or (i < end and _is_finite(page, i)):
            break
        else:
            start = i
        i -= 1
    return start


def _antecedent(page: Page, who: int, first: int) -> Phrase | None:
    i = who - 1
    if i >= first and page.low[i] in _PARENTHESES:
        i -= 1
    return noun_phrase_left(page, i, first)


def _is_nominal(page: Page, i: int) -> bool:
    """Tell whether the token can be the noun that a preposition hangs on."""
    word = page.low[i]
    return page.name_at[i] >= 0 or not (
        word in STOPS or word in NOUN_LINKS or word in SUBJECTS or word in AUXILIARIES or _is_finite(page, i)
    )


def _is_finite(page: Page, i: int) -> bool:
    """Tell whether a token inside a would-be noun phrase is a verb, which ends the phrase."""
    word = page.low[i]
    if word in PASTS:
        return True
    cue = CUES.get(word)
    if cue is None or cue[1] != "finite" or word in ALSO_NOUNS:
        return False
    before = page.low[i - 1] if i else ""
    return cue[0] == 2 or not (before in DETERMINERS or before in _BEFORE_NO_CUE)


def _abbreviates(page: Page, i: int, last: int) -> bool:
    """Tell whether the full stop at a token ends an abbreviation inside a name (`U.S. Attorney`, `Mr. Roe`)."""
    return (
        page.low[i] == "."
        and i + 1 < last
        and page.ends[i - 1] == page.starts[i]
        and len(page.low[i - 1]) <= 5
        and page.words[i - 1][0].isupper()
        and page.words[i + 1][0].isupper()
    )


def _owns(page: Page, i: int) -> bool:
    """Tell whether an apostrophe is the possessive of a plural: `the villagers' lawyer`."""
    return page.low[i] in ("'", "’") and page.low[i - 1].endswith("s") and page.ends[i - 1] == page.starts[i]


def subject_right(page: Page, verb: int, last: int) -> Phrase | None:
    """Return the noun phrase that follows a verb as its subject (`said Roe, a lawyer`), None where none follows."""
    low, name_at = page.low, page.name_at
    i = verb
    while i < last and low[i] in AUXILIARIES:
        i += 1
    start = i
    if i >= last:
        return None
    if low[i] in SUBJECTS:
        return Phrase(i, i + 1) if low[i] in ("he", "she", "they") else None
    if low[i] in NOUN_LINKS:
        return None
    while i < last and i < start + _LEFTMOST:
        word = low[i]
        if name_at[i] < 0 and (
            (word in STOPS and not _abbreviates(page, i, last) and not (i > start and _owns(page, i)))
            or word in SUBJECTS
            or word in _ADVERBIAL_LINKS
        ):
            break
        i += 1
    if i == start:
        return None
    aside = None
    if i < last and low[i] == ",":
        j = i + 1
        while (
            j < last and j < i + _LEFTMOST and (name_at[j] >= 0 or low[j] not in STOPS or _abbreviates(page, j, last))
        ):
            j += 1
        aside = (i + 1, j) if j > i + 1 else None
    return Phrase(start, i, aside)
