"""Say which party did what an event tells, and in which case."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_merging import Telling
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
    return _last_named(document, fitting, tellings[0])


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
    at, words = document.tokens.starts[i], document.tokens.low
    here = bisect_left(document.mentions, at, key=lambda mention: mention.start)
    before: int | None = None
    for mention in document.mentions[max(0, here - _MEMORY) : here + _MEMORY]:
        if mention.entity not in fitting or not sentence.start <= mention.start < sentence.end:
            continue
        if mention.end <= at:
            before = mention.entity
        elif mention.start > at:
            token = bisect_left(document.tokens.starts, mention.start)
            if "by" in words[max(i, token - 5) : token]:
                return mention.entity
    return None if "pas" in telling.frame.voice else before


def find_case(cast: Cast, actor: Party | None, tellings: Sequence[Telling]) -> int:
    """Return the case of an event: its actor's, else the first of a party that its tellings name, else the first."""
    if actor is not None:
        return actor.case
    case_of = cast.case_of
    named = (case_of[entity] for telling in tellings for entity in sorted(telling.names) if entity in case_of)
    return next(named, 0)
