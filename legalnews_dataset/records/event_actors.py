"""Say which party did what an event tells, and in which case."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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


def find_actor(document: Document, parties: Sequence[Party], tellings: Sequence[Telling]) -> Party | None:
    """Return the party that did it: the nearest of a fitting role before the trigger, or after `by`.

    Args:
        document: the document.
        parties: the parties of all its cases.
        tellings: those that tell the event, the best first.

    """
    acting = _ACTING.get(tellings[0].type, ())
    fitting: dict[int, Party] = {}
    for party in sorted(parties, key=lambda party: acting.index(party.role) if party.role in acting else -1):
        if party.role in acting:
            fitting.setdefault(party.entity, party)
    if not fitting:
        return None
    judges = [party for party in fitting.values() if party.role == "judge"]
    if len(judges) == 1 and tellings[0].frame.certain is not None and tellings[0].frame.certain.phrase == "threat":
        return judges[0]
    for telling in tellings:
        entity = _named_in(document, telling, fitting)
        if entity is not None:
            return fitting[entity]
    return _last_named(document, [p for p in parties if p.role == _ELSE.get(tellings[0].type)], tellings[0])


def _last_named(document: Document, parties: Sequence[Party], telling: Telling) -> Party | None:
    """Return the party that the article named last before a telling, else the first: a story keeps to its people."""
    party_of = {party.entity: party for party in reversed(parties)}
    at = document.tokens.starts[telling.frame.token]
    before = bisect_left(document.mentions, at, key=lambda mention: mention.start)
    named = (
        party_of[m.entity]
        for m in reversed(document.mentions[max(0, before - _MEMORY) : before])
        if m.entity in party_of
    )
    return next(named, parties[0] if parties else None)


def _named_in(document: Document, telling: Telling, fitting: dict[int, Party]) -> int | None:
    """Return the entity that a telling's own clause names as the one who acts."""
    sentence, i = document.sentences[telling.frame.sentence], telling.frame.token
    at, words = document.tokens.starts[i], document.tokens.words
    first = bisect_left(document.mentions, sentence.start, key=lambda mention: mention.start)
    last = bisect_left(document.mentions, sentence.end, key=lambda mention: mention.start)
    mentions = [m for m in document.mentions[first:last] if m.entity in fitting]
    for mention in mentions:
        token = bisect_left(document.tokens.starts, mention.start)
        if mention.start > at and "by" in (word.lower() for word in words[max(i, token - 5) : token]):
            return mention.entity
    before = [mention for mention in mentions if mention.end <= at]
    if "pas" in telling.frame.voice:
        return None
    return before[-1].entity if before else None


def find_case(document: Document, parties: Sequence[Party], actor: Party | None, tellings: Sequence[Telling]) -> int:
    """Return the case of an event: its actor's, else the first of a party that its tellings name, else the first."""
    if actor is not None:
        return actor.case
    case_of = {party.entity: party.case for party in reversed(parties)}
    named = (case_of[entity] for telling in tellings for entity in sorted(telling.names) if entity in case_of)
    return next(named, 0)
