"""Say which party did what an event tells, and in which case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from legalnews_dataset.documents.document import Document, Mention
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.stems import PAST_FORMS
from legalnews_dataset.records.story import Party

# Who acts in a step, likeliest role first; steps that are done to the defendant (an arrest, a charge) name nobody.
_ACTING = {
    "conduct": ("defendant", "other", "judge"),
    "plea": ("defendant", "witness"),
    "appeal": ("defendant", "plaintiff", "other", "prosecutor"),
    "filing": ("plaintiff", "defendant", "prosecutor", "other", "victim", "plaintiff_attorney", "defense_attorney"),
    "ruling": ("judge",),
    "sentence": ("judge",),
    "verdict": ("judge",),
    "dismissal": ("judge",),
    "settlement": ("defendant", "plaintiff"),
    "testimony": ("witness", "defendant", "plaintiff", "victim", "other"),
    "investigation": ("other", "plaintiff", "prosecutor"),
    "other": ("defendant", "other", "plaintiff", "judge", "prosecutor"),
    "incident": ("defendant", "judge", "witness", "defense_attorney"),
    "hearing": ("judge", "defendant"),
    "trial": (),
    "arrest": (),
    "charge": (),
}
# Steps whose actor is a party of this role where the clause names nobody.
_ELSE = {"conduct": "defendant", "plea": "defendant", "filing": "plaintiff"}
_HELPERS = frozenset("has have had also then later again".split())
_CLAUSE = 40  # words within which the first of two verbs that share a subject stands
_SUBJECT = 5  # words before a trigger within which a judge without a name is its subject
_TITLE = 8  # words within which a name and its title stand behind `by`
_IN_TITLES = frozenset("the a an former then of and for , .".split())
_DESCRIBED = re.compile(r", (?:the|an?|who|whose|former|now|then|formerly|\d\d)\b")
_JOINING = re.compile(r"(?:,| and|, and) (?:the |former )?")
_MEMORY = 100  # as many names back a reader still knows whom a story is about


@dataclass(frozen=True, slots=True)
class Fitting:
    """The parties that may do what an event of one type tells.

    Attributes:
        parties: the likeliest party of each entity.
        judge: the judge, where there is one alone.
        otherwise: those one of whom did it where no clause names anybody.
        first: the first of these.

    """

    parties: dict[int, Party]
    judge: Party | None
    otherwise: dict[int, Party]
    first: Party | None


class Cast:
    """The parties of all cases of a document, looked up by what they may do.

    Attributes:
        parties: the parties in order.
        case_of: the first case of each entity.

    """

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = parties
        self.case_of = {party.entity: party.case for party in reversed(parties)}
        self._fitting: dict[str, Fitting] = {}

    def fitting(self, event: str) -> Fitting:
        """Return the parties that may act in an event of a type."""
        if event not in self._fitting:
            self._fitting[event] = _fitting(self.parties, event)
        return self._fitting[event]


def _fitting(parties: Sequence[Party], event: str) -> Fitting:
    acting = _ACTING.get(event, ())
    fitting: dict[int, Party] = {}
    for role in acting:
        for party in parties:
            if party.role == role:
                fitting.setdefault(party.entity, party)
    judges = [party for party in fitting.values() if party.role == "judge"]
    otherwise = [party for party in parties if party.role == _ELSE.get(event)]
    return Fitting(
        fitting,
        judges[0] if len(judges) == 1 else None,
        {party.entity: party for party in reversed(otherwise)},
        otherwise[0] if otherwise else None,
    )


def find_actor(document: Document, cast: Cast, tellings: Sequence[Telling]) -> Party | None:
    """Return the party that did it: the nearest of a fitting role before the trigger, or after `by`.

    Args:
        document: the document.
        cast: the parties of all its cases.
        tellings: those that tell the event, the best first.

    """
    fitting = cast.fitting(tellings[0].type)
    if not fitting.parties:
        return None
    certain = tellings[0].frame.certain
    if fitting.judge is not None and certain is not None and certain.phrase == "threat":
        return fitting.judge
    for telling in tellings:
        entity = _named_in(document, telling, fitting.parties)
        if entity is not None:
            return fitting.parties[entity]
    if fitting.judge is not None and any(_tells_of_judge(document, telling) for telling in tellings):
        return fitting.judge
    return _last_named(document, fitting, tellings[0])


def _tells_of_judge(document: Document, telling: Telling) -> bool:
    """Tell `a judge has upheld her demand`."""
    first, i = document.sentences[telling.frame.sentence].first, telling.frame.token
    return "judge" in document.tokens.low[max(first, i - _SUBJECT) : i] and telling.frame.voice.startswith("ed")


def _last_named(document: Document, fitting: Fitting, telling: Telling) -> Party | None:
    """Return the party that the article named last before a telling, else the first: a story keeps to its people."""
    party_of = fitting.otherwise
    at = document.tokens.starts[telling.frame.token]
    before = bisect_left(document.mentions, at, key=lambda mention: mention.start)
    named = (
        party_of[m.entity]
        for m in reversed(document.mentions[max(0, before - _MEMORY) : before])
        if m.entity in party_of
    )
    return next(named, fitting.first)


def _named_in(document: Document, telling: Telling, fitting: dict[int, Party]) -> int | None:
    """Return the entity that a telling's own clause names as the one who acts."""
    sentence, i = document.sentences[telling.frame.sentence], telling.frame.token
    words, starts = document.tokens.low, document.tokens.starts
    subject_ends = starts[_end_of_subject(words, i, sentence.first)]
    here = bisect_left(document.mentions, starts[i], key=lambda mention: mention.start)
    before: list[Mention] = []
    for mention in document.mentions[max(0, here - _MEMORY) : here + _MEMORY]:
        if mention.entity not in fitting or not sentence.start <= mention.start < sentence.end:
            continue
        if mention.end <= starts[i]:
            before.append(mention)
        elif mention.start > starts[i] and _stands_behind_by(document, i, mention):
            return mention.entity
    if "pas" in telling.frame.voice or not before:
        return None
    of_subject = [mention for mention in before if mention.end <= subject_ends] or before
    verb = _before_helpers(words, i, sentence.first)
    if verb > sentence.first and words[verb - 1] == ",":
        text = document.article.text
        described = (m for m in of_subject[:-1] if _DESCRIBED.match(text, m.end))
        return next(described, of_subject[-1]).entity
    return _first_of_list(document, of_subject)


def _end_of_subject(words: Sequence[str], i: int, first: int) -> int:
    """Return the token that the subject of a trigger ends before: in `Quill met Poe and sued`, that of `met`."""
    k = _before_helpers(words, i, first)
    if k > first and words[k - 1] == "and":
        return next((j for j in range(k - 2, max(first, k - _CLAUSE), -1) if _is_past(words[j])), i)
    return i


def _before_helpers(words: Sequence[str], i: int, first: int) -> int:
    """Return the first token of a trigger and its auxiliaries."""
    while i > first and (words[i - 1] in _HELPERS or words[i - 1].endswith("ly")):
        i -= 1
    return i


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in PAST_FORMS


def _stands_behind_by(document: Document, i: int, mention: Mention) -> bool:
    """Tell `filed by Quill` and `sentenced by U.S. District Judge Quill` from `settled a case brought by Quill`."""
    words = document.tokens.words
    token = bisect_left(document.tokens.starts, mention.start)
    by = next((k for k in range(token - 1, max(i, token - _TITLE) - 1, -1) if words[k] == "by"), -1)
    return (
        by > i
        and all(word[0].isupper() or word in _IN_TITLES for word in words[by + 1 : token])
        and not any(_is_past(word) for word in document.tokens.low[i + 1 : by])
    )


def _first_of_list(document: Document, before: Sequence[Mention]) -> int:
    """Return the entity of the last mention, of the first where it ends a list: `Quill, Poe and Roe agreed`."""
    text, k = document.article.text, len(before) - 1
    while k > 0 and _JOINING.fullmatch(text, before[k - 1].end, before[k].start):
        k -= 1
    return before[k].entity


def find_case(cast: Cast, actor: Party | None, tellings: Sequence[Telling]) -> int:
    """Return the case of an event: its actor's, else the first of a party that its tellings name, else the first."""
    if actor is not None:
        return actor.case
    case_of = cast.case_of
    named = (case_of[entity] for telling in tellings for entity in sorted(telling.names) if entity in case_of)
    return next(named, 0)
