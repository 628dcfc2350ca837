"""Say where the dates of a sentence stand, and which verb or noun of its clause each of them dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from legalnews_dataset.documents.document import DateSpan, Document, Sentence
from legalnews_dataset.records.event_frames import Clauses

# The words that lead up to the words of a date.
LEADS = frozenset(
    """a about after and around before between by day during earlier early few for from in last late mid- next of on
    since the this through till to until""".split()
)
# The marks and words at which a clause ends.
CLAUSES = frozenset(
    """that who which whose whom where when after before since until and but while as because if , ; : " “ ” ( ) - --
    """.split()
)
RELATIVE = frozenset("that who which whose whom where".split())
_PREPOSITIONS = frozenset(
    """after before following since for of from in at during by to on with until over against as upon around between
    through till""".split()
)
_DETERMINERS = frozenset("the a an his her its their our this that 's ’s".split())
_OPENING = frozenset('" “ but and ; : said that -- - – —'.split())
_SUBJECTS = frozenset("the he she they a an it his her their police prosecutors".split())
_PLANNING = frozenset(
    "set sets setting scheduled schedules slated due fixed expected postponed rescheduled adjourned delayed".split()
)
_AUXILIARIES = frozenset("was were is has had will".split())
_NOUNS = ("n", "ing")
_NOUN_PHRASE = 5  # words within which the noun that a date is an attribute of stands behind it
_TO_VERB, _TO_NOUN, _TO_PLAN = 25, 10, 15  # words before a date within which the word that it dates is looked for
_TO_MAIN_VERB = 40  # words behind a date at the front of a clause within which its verb stands


class Governor(NamedTuple):
    """The tokens of the verb and of the noun that a date may date, -1 for none, and where the date stands by them.

    `how` is `attribute` (`the May 5 hearing`), `plan` (`set May 5 for sentencing`), `front` (`On May 5, a jury
    convicted`), `subject` (`a jury on May 5 convicted`), `next` (`was convicted on May 5`), `behind` (`was convicted of
    murder on May 5`), or `ahead` of a verb in any other way.
    """

    verb: int
    noun: int
    how: str


class Dated(NamedTuple):
    """A date of a sentence: its words are the tokens `first` to `last`, last exclusive."""

    span: DateSpan
    first: int
    last: int
    governor: Governor


def place_dates(document: Document, clauses: Clauses, sentence: Sentence, spans: Sequence[DateSpan]) -> list[Dated]:
    """Return the dates of a sentence with their words and with what they date."""
    placed = []
    for span in spans:
        first, last = tokens_of(document, span)
        placed.append(Dated(span, first, last, find_governor(clauses, sentence, first, last)))
    return placed


def tokens_of(document: Document, span: DateSpan) -> tuple[int, int]:
    """Return the first token of a date and the one after its last."""
    return bisect_left(document.tokens.starts, span.start), bisect_left(document.tokens.starts, span.end)


def find_governor(clauses: Clauses, sentence: Sentence, first: int, last: int) -> Governor:
    """Return the verb and the noun that the date at tokens `first` to `last` may date."""
    lead = first
    while lead > sentence.first and clauses.words[lead - 1] in LEADS:
        lead -= 1
    return (
        _attribute(clauses, sentence, first, last)
        or _plan(clauses, sentence, lead, first, last)
        or _ahead_of_verb(clauses, sentence, lead, last)
        or _behind(clauses, sentence, lead)
        or Governor(_verb_from(clauses, last, min(sentence.last, last + _TO_PLAN)), -1, "ahead")
    )


def _attribute(clauses: Clauses, sentence: Sentence, first: int, last: int) -> Governor | None:
    """Read `the May 5 hearing`, `his second 2009 conviction`, `Friday's verdict`."""
    words, forms = clauses.words, clauses.forms
    after = words[last] if last < sentence.last else ","
    possessive = after in ("'s", "’s")
    if not possessive:
        before = words[max(sentence.first, first - 2) : first]
        named = before[-1:] != () and before[-1] in _DETERMINERS
        described = len(before) > 1 and before[0] in _DETERMINERS and before[1].isalpha()
        if not (named or (described and before[1] not in _PREPOSITIONS)):
            return None
        if not after.isalpha() or after in CLAUSES or after in _PREPOSITIONS or forms[last] == "ed":
            return None
    for i in range(last + possessive, min(sentence.last, last + _NOUN_PHRASE)):
        if forms[i] in _NOUNS:
            return Governor(-1, i, "attribute")
        if words[i] in CLAUSES or words[i] in _PREPOSITIONS:
            break
    return Governor(-1, -1, "attribute")


def _plan(clauses: Clauses, sentence: Sentence, lead: int, first: int, last: int) -> Governor | None:
    """Read `set May 5 for sentencing` and `sentencing is scheduled for May 5`."""
    words, forms = clauses.words, clauses.forms
    if words[last : last + 1] == ("for",) and not _PLANNING.isdisjoint(words[max(sentence.first, lead - 3) : first]):
        behind = range(last + 1, min(sentence.last, last + _NOUN_PHRASE))
        return next((Governor(-1, i, "plan") for i in behind if forms[i] in _NOUNS), None)
    begin = max(sentence.first, lead - _TO_PLAN)
    if "for" not in words[lead:first] or _PLANNING.isdisjoint(words[begin:lead]):
        return None
    nouns = (i for i in range(lead - 1, begin - 1, -1) if forms[i] in _NOUNS and words[i] not in _PLANNING)
    return next((Governor(-1, i, "plan") for i in nouns), None)


def _ahead_of_verb(clauses: Clauses, sentence: Sentence, lead: int, last: int) -> Governor | None:
    """Read `On May 5, a jury that had sat for weeks convicted him` and `a jury on May 5 also convicted him`."""
    words, forms = clauses.words, clauses.forms
    before = words[lead - 1] if lead > sentence.first else ";"
    after = words[last] if last < sentence.last else ""
    if before in _OPENING or (before == "," and (after == "," or after in _SUBJECTS)):
        verb = _verb_from(clauses, last, min(sentence.last, last + _TO_MAIN_VERB))
        return Governor(verb, -1, "front") if verb >= 0 else None
    if lead > sentence.first and forms[lead - 1] == "ed":
        return None
    i = last + (after in ("also", "again", "then") or after.endswith("ly"))
    if i < sentence.last and words[i] in _AUXILIARIES:
        i = next((j for j in range(i + 1, min(sentence.last, i + 4)) if forms[j] == "ed"), i)
    return Governor(i, -1, "subject") if i < sentence.last and forms[i] == "ed" else None


def _verb_from(clauses: Clauses, first: int, last: int) -> int:
    """Return the first verb of the main clause among the tokens, -1 for none; one of a relative clause is passed."""
    passing = False
    for i in range(first, last):
        if clauses.forms[i] == "ed":
            if not passing:
                return i
            passing = False
        elif clauses.words[i] in RELATIVE:
            passing = True
    return -1


def _behind(clauses: Clauses, sentence: Sentence, lead: int) -> Governor | None:
    """Read `was convicted of murder on May 5`: the nearest verb before the date, and a noun that stands nearer."""
    noun = -1
    for i in range(lead - 1, max(sentence.first, lead - _TO_VERB) - 1, -1):
        form = clauses.forms[i]
        if form == "ed":
            if i == lead - 1:
                return Governor(i, _reduced(clauses, sentence, i), "next")
            return Governor(i, noun if noun >= 0 else _reduced(clauses, sentence, i), "behind")
        if form in _NOUNS and noun < 0 and lead - i <= _TO_NOUN:
            noun = i
        if clauses.words[i] in (";", ":"):
            break
    return Governor(-1, noun, "behind") if noun >= 0 else None


def _reduced(clauses: Clauses, sentence: Sentence, verb: int) -> int:
    """Return the noun in `a settlement reached with four states in 1998`, -1 for none."""
    return verb - 1 if verb > sentence.first and clauses.forms[verb - 1] in _NOUNS else -1
