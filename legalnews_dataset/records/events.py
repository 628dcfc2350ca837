"""Find the events of a document's cases: trigger frames, the type that each tells, and which of them tell one event."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from math import exp

import numpy as np
import numpy.typing as npt

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.date_features import DateTemplates
from legalnews_dataset.records.event_actors import Cast, find_actor, find_case
from legalnews_dataset.records.event_certain import Found, core_end, find_certain
from legalnews_dataset.records.event_choice import ChoiceTemplates, choice_features, rank_groups
from legalnews_dataset.records.event_dates import date_events
from legalnews_dataset.records.event_frames import (
    Candidate,
    Clauses,
    Frame,
    Templates,
    find_candidates,
    glance,
    read_clauses,
    read_frame,
    shared_features,
)
from legalnews_dataset.records.event_merging import PairTemplates, Telling, group_tellings, link_tellings, make_telling
from legalnews_dataset.records.event_status import StatusTemplates, judge_statuses
from legalnews_dataset.records.event_words import LEGAL_STEMS
from legalnews_dataset.records.story import Case, Event, Party
from legalnews_dataset.records.vocabulary import Linear, load_linear, odds_of, unpack

_WORST_OUTLOOK = -1.7  # log odds below which a candidate is not read in full: it would hardly become an event
_LEAST_CHANCE = 0.35  # a telling less likely than this is not looked at
LEAST_LINK = 1.0  # log odds above which two tellings are one event
_CERTAIN_CHANCE = 0.97  # that a phrase of the trade tells what it always tells
_LEAST_CHOICE = -0.85  # log odds above which a group is an event: the chance 0.3, half of the F1 that is reached
Chances = npt.NDArray[np.float64]
_CLAUSE_BREAKS = frozenset(
    ', ; : ! ? " “ ” ( ) that which who whom whose and but after before when while because'.split()
)
_CLAUSE_WORDS = 9  # as many words as a clause core has at most after its trigger
_LEFT_OF_TRIGGER = frozenset(
    """has have had is was were are been be being will would could may might must shall should not to the a an his her
    its their this that also again has'nt already previously formally subsequently allegedly first second""".split()
)


@dataclass(frozen=True, slots=True)
class EventModels:
    """The trained models: of a frame's type, of links, of the choice of groups, of dates, of status.

    `outlook` gives the log odds that a candidate tells any event, from its word and its sentence alone.
    """

    types: Linear
    outlook: Linear
    links: Linear
    choice: Linear
    dates: Linear
    status: Linear


@lru_cache(maxsize=1)
def load_models() -> EventModels:
    """Read the models that the package ships; `scripts/train_events.py` makes them."""
    return EventModels(
        load_linear("event_types", Templates._fields),
        load_linear("event_outlook", Templates._fields),
        load_linear("event_links", PairTemplates._fields),
        load_linear("event_choice", ChoiceTemplates._fields),
        load_linear("event_dates", DateTemplates._fields),
        load_linear("event_status", StatusTemplates._fields),
    )


def find_events(
    document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...], models: EventModels | None = None
) -> tuple[Event, ...]:
    """Return the events that the document tells, one per distinct event.

    Args:
        document: the document.
        cases: its cases.
        parties: their parties.
        models: what decides; the shipped models where not given.

    """
    models = models or load_models()
    clauses = read_clauses(document)
    if LEGAL_STEMS.isdisjoint(clauses.stems):
        return ()
    frames, chances = weigh_frames(document, clauses, models.types, models.outlook)
    chosen = choose_groups(document, find_tellings(document, clauses, frames, chances, models.types), models)
    groups = [group for group, _ in chosen]
    statuses = judge_statuses(document, clauses, groups, models.status)
    whens = date_events(document, clauses, groups, models.dates)
    cast = Cast(parties)
    events = {}
    for (group, chance), status, when in zip(chosen, statuses, whens, strict=True):
        actor = find_actor(document, cast, group)
        places = [find_place(document, clauses, telling.frame) for telling in group]
        events[group[0].type, places[0][0]] = Event(
            case=find_case(cast, actor, group) if cases else None,
            type=group[0].type,
            status=status,
            when=when,
            actor=None if actor is None else actor.entity,
            places=(places[0], *sorted(set(places[1:]) - {places[0]})),
            rule=group[0].type,
            confidence=round(chance, 3),
        )
    return tuple(events[key] for key in sorted(events, key=lambda key: (key[1], key[0])))


def weigh_frames(document: Document, clauses: Clauses, types: Linear, outlook: Linear) -> tuple[list[Frame], Chances]:
    """Return the frames of a document and the chance of each type for each, one row per frame.

    Args:
        document: the document.
        clauses: its words.
        types: the logits of the types of a frame.
        outlook: the log odds by which a candidate is worth reading in full.

    """
    certain = find_certain(document, clauses.words)
    found = find_candidates(document, clauses)
    templates = Templates(*outlook.templates)
    least = _WORST_OUTLOOK * outlook.scale - outlook.bias
    candidates = [candidate for candidate in found if sum(glance(document, clauses, candidate, templates)) > least]
    if certain:
        candidates = _with_certain(document, candidates, certain)
    if not candidates:
        return [], np.zeros((0, len(types.classes)))
    templates = Templates(*types.templates)
    shared = shared_features(document, clauses, candidates, templates)
    begin = {k: sum(terms, types.bias) for k, terms in shared.items()}
    frames = [read_frame(document, clauses, candidate, templates) for candidate in candidates]
    logits = unpack(types, [sum(frame.terms, begin[frame.sentence]) for frame in frames]) / types.scale
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    for row, frame in enumerate(frames if certain else ()):
        frame.certain = certain.get(frame.token)
        if frame.certain is not None:
            chances[row] = 0
            chances[row, types.classes.index(frame.certain.type)] = _CERTAIN_CHANCE
    return frames, chances


def _with_certain(document: Document, candidates: list[Candidate], certain: Found) -> list[Candidate]:
    """Return the candidates in text order with those that tell something for certain."""
    of_token = {candidate[0]: candidate for candidate in candidates}
    for token, told in certain.items():
        if told.type != "none":
            at = bisect_right(document.sentences, token, key=lambda sentence: sentence.first) - 1
            of_token.setdefault(token, (token, at, "n", 0))
    return [of_token[token] for token in sorted(of_token)]


def find_tellings(
    document: Document, clauses: Clauses, frames: list[Frame], chances: Chances, model: Linear
) -> list[Telling]:
    """Return the tellings of the document in text order: the best frame of each type in each sentence.

    Args:
        document: the document.
        clauses: its words.
        frames: its frames.
        chances: the chance of each type for each frame.
        model: the model of types.

    """
    best: dict[tuple[int, int], tuple[float, Frame]] = {}
    more: list[tuple[int, float, Frame]] = []
    where = np.nonzero(chances >= _LEAST_CHANCE)
    none = model.classes.index("none")
    for row, column, chance in zip(*(index.tolist() for index in where), chances[where].tolist(), strict=True):
        frame = frames[row]
        if column == none:
            continue
        known = best.get((frame.sentence, column))
        if known is None or chance > known[0]:
            best[frame.sentence, column] = (chance, frame)
        elif known[1].certain and frame.certain and model.classes[column] == "conduct":
            more.append((column, chance, frame))
    told = [*((column, chance, frame) for (_, column), (chance, frame) in best.items()), *more]
    return [
        make_telling(document, clauses, frame, model.classes[column], chance)
        for column, chance, frame in sorted(told, key=lambda item: (item[2].token, item[0]))
    ]


def choose_groups(
    document: Document, tellings: list[Telling], models: EventModels
) -> list[tuple[list[Telling], float]]:
    """Return the groups of tellings that are events, the surest telling of each first, with the chance of each."""
    links = link_tellings(tellings, models.links)
    ranked = rank_groups(group_tellings(tellings, links, LEAST_LINK))
    templates = ChoiceTemplates(*models.choice.templates)
    rows = choice_features(ranked, links, len(document.sentences), templates)
    odds = [odds_of(models.choice, terms) for terms in rows]
    return [(group, 1 / (1 + exp(-odd))) for group, odd in zip(ranked, odds, strict=True) if odd > _LEAST_CHOICE]


def find_place(document: Document, clauses: Clauses, frame: Frame) -> tuple[int, int]:
    """Return the clause core around a trigger: what leads up to it and what follows up to the next break."""
    sentence, words = document.sentences[frame.sentence], clauses.words
    if frame.certain is not None:
        return document.tokens.starts[frame.certain.first], document.tokens.ends[frame.certain.last - 1]
    first = frame.token
    while first > sentence.first and words[first - 1] in _LEFT_OF_TRIGGER:
        first -= 1
    last = core_end(words, frame.token, _CLAUSE_WORDS, sentence, _CLAUSE_BREAKS)
    return document.tokens.starts[first], document.tokens.ends[last - 1]
