"""Find the events of a document's cases: trigger frames, the type that each tells, and which of them tell one event."""

from __future__ import annotations

import numpy as np

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_actors import find_actor, find_case
from legalnews_dataset.records.event_dates import DateTemplates, date_event
from legalnews_dataset.records.event_frames import Clauses, Frame, Templates, find_frames, read_clauses
from legalnews_dataset.records.event_merging import PairTemplates, Telling, group_tellings, make_telling
from legalnews_dataset.records.event_status import StatusTemplates, judge_status, outcomes_of
from legalnews_dataset.records.story import Case, Event, Party
from legalnews_dataset.records.vocabulary import Linear, add_up, load_linear

_LEAST_CHANCE = 0.25  # below this a telling costs more false finds than it brings true ones (cross-validated)
_LEAST_LINK = 0.0  # log odds from which two tellings are one event
_CLAUSE_BREAKS = frozenset(
    ', ; : . ! ? " “ ” ( ) that which who whom whose and but after before when while because'.split()
)
_CLAUSE_WORDS = 9  # as many words as a clause core has at most after its trigger
_LEFT_OF_TRIGGER = frozenset(
    """has have had is was were are been be being will would could may might must shall should not to the a an his her
    its their this that also again has'nt already previously formally subsequently allegedly first second""".split()
)


def find_events(document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...]) -> tuple[Event, ...]:
    """Return the events that the document tells, one per distinct event."""
    clauses = read_clauses(document)
    types = load_linear("event_types", Templates._fields)
    frames = find_frames(document, clauses, Templates(*types.templates))
    groups = group_tellings(
        find_tellings(document, clauses, frames, types), load_linear("event_links", PairTemplates._fields), _LEAST_LINK
    )
    of_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        of_sentence.setdefault(frame.sentence, []).append(frame)
    outcomes = outcomes_of(clauses)
    events = {}
    for group in groups:
        group.sort(key=lambda telling: -telling.chance)
        actor = find_actor(document, parties, group)
        places = [find_place(document, clauses, telling.frame) for telling in group]
        key = (group[0].type, places[0][0])
        events[key] = Event(
            case=find_case(document, parties, actor, group) if cases else None,
            type=group[0].type,
            status=judge_status(
                document, clauses, outcomes, group, load_linear("event_status", StatusTemplates._fields)
            ),
            when=date_event(document, clauses, of_sentence, group, load_linear("event_dates", DateTemplates._fields)),
            actor=None if actor is None else actor.entity,
            places=(places[0], *sorted(set(places[1:]) - {places[0]})),
            rule=f"frame {group[0].frame.voice}",
            confidence=None,
        )
    return tuple(events[key] for key in sorted(events, key=lambda key: (key[1], key[0])))


def find_tellings(document: Document, clauses: Clauses, frames: list[Frame], model: Linear) -> list[Telling]:
    """Return the tellings of the document in text order: the best frame of each type in each sentence."""
    best: dict[tuple[int, str], tuple[float, Frame]] = {}
    for frame, chances in zip(frames, _chances(model, frames), strict=True):
        for type_, chance in zip(model.classes, chances, strict=True):
            key = (frame.sentence, type_)
            if type_ != "none" and chance >= _LEAST_CHANCE and chance > best.get(key, (0.0, frame))[0]:
                best[key] = (chance, frame)
    return [
        make_telling(document, clauses, frame, type_, chance)
        for (_, type_), (chance, frame) in sorted(best.items(), key=lambda item: (item[1][1].token, item[0][1]))
    ]


def _chances(model: Linear, frames: list[Frame]) -> list[list[float]]:
    scores = add_up(model, [frame.features for frame in frames])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) if frames else scores
    return (powers / powers.sum(axis=1, keepdims=True)).tolist() if frames else []


def find_place(document: Document, clauses: Clauses, frame: Frame) -> tuple[int, int]:
    """Return the clause core around a trigger: what leads up to it and what follows up to the next break."""
    sentence, words = document.sentences[frame.sentence], clauses.words
    first = frame.token
    while first > sentence.first and words[first - 1] in _LEFT_OF_TRIGGER:
        first -= 1
    last = frame.token + 1
    while last < min(sentence.last, frame.token + _CLAUSE_WORDS) and words[last] not in _CLAUSE_BREAKS:
        last += 1
    return document.tokens.starts[first], document.tokens.ends[last - 1]
