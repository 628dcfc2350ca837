"""Say whether an event occurred, is alleged, or is scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_frames import Clauses
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.vocabulary import Linear, Template, unpack


class StatusTemplates(NamedTuple):
    """The templates of the features of a telling and its article."""

    type: Template
    voice: Template
    type_voice: Template
    stem: Template
    type_subject: Template
    bag: Template
    type_bag: Template
    left: Template
    outcome: Template
    type_outcome: Template
    day: Template
    place: Template


_CUES = frozenset(
    stem(word)
    for word in """allege allegedly allegation accuse claim charge say contend argue deny complaint lawsuit suit
    indictment affidavit suspect according will would scheduled expected set plan hope may could faces
    due next until pending seek request admit admitted guilty found convict evidence proved court agree
    intend ask if prosecutors police plead trial must yet subject approval""".split()
)
_OUTCOMES = (
    ("plea", frozenset(map(stem, ("pleaded", "plea")))),
    ("verdict", frozenset(map(stem, ("convicted", "verdict", "conviction")))),
    ("sentence", frozenset(map(stem, ("sentenced",)))),
    ("guilty", frozenset(("guilty",))),
    ("admitted", frozenset(map(stem, ("admitted", "confessed")))),
    ("charge", frozenset(map(stem, ("indictment", "indicted", "charged")))),
    ("civil", frozenset(map(stem, ("lawsuit", "suit", "complaint", "sued")))),
    ("settled", frozenset(map(stem, ("settlement", "settle", "decree")))),
    ("presumed", frozenset(map(stem, ("presumed", "accusations")))),
    ("alleged", frozenset(map(stem, ("alleged", "alleges", "allegedly", "accused")))),
)


def outcomes_of(clauses: Clauses) -> list[str]:
    """Return which steps of a case the words of a document name; what is proved depends on them."""
    stems = set(clauses.stems)
    return [name for name, words in _OUTCOMES if not stems.isdisjoint(words)]


def status_features(
    document: Document, clauses: Clauses, telling: Telling, outcomes: list[str], t: StatusTemplates
) -> list[int]:
    """Return the terms of the features of a telling.

    Args:
        document: the document.
        clauses: its words.
        telling: the telling.
        outcomes: what `outcomes_of` says of the document.
        t: the templates.

    """
    sentence, i = document.sentences[telling.frame.sentence], telling.frame.token
    kind, voice = telling.type, telling.frame.voice
    form = (kind, voice, telling.frame.subject, min(telling.frame.sentence, 3))
    known = (kind, *outcomes)
    terms = [t.stem[telling.stem]]
    terms += t.voice.together.get(form) or t.voice.keep(form, _form_features(t, *form))
    terms += t.outcome.together.get(known) or t.outcome.keep(known, _outcome_features(t, *known))
    for word in _CUES.intersection(clauses.stems[sentence.first : sentence.last]):
        on = (kind, word)
        terms += t.bag.together.get(on) or t.bag.keep(on, [t.bag[word], t.type_bag[f"{kind} {word}"]])
    terms += [t.left[f"{kind} {word}"] for word in _CUES.intersection(clauses.stems[max(sentence.first, i - 7) : i])]
    return terms


def _form_features(t: StatusTemplates, kind: str, voice: str, subject: str, place: int) -> list[int]:
    """Return the terms of how and where a telling is worded."""
    return [
        t.type[kind],
        t.voice[voice],
        t.type_voice[f"{kind} {voice}"],
        t.type_subject[f"{kind} {subject}"],
        t.place[f"{kind} {place}"],
    ]


def _outcome_features(t: StatusTemplates, kind: str, *outcomes: str) -> list[int]:
    """Return the terms of the steps of a case that the document names."""
    return [
        *[t.outcome[name] for name in outcomes],
        *[t.type_outcome[f"{kind} {name}"] for name in outcomes],
        t.day["".join(name[0] for name in outcomes) + (" conduct" if kind == "conduct" else "")],
    ]


def judge_statuses(
    document: Document, clauses: Clauses, events: Sequence[Sequence[Telling]], model: Linear
) -> list[str]:
    """Return the status of each event that all its tellings together make likeliest."""
    templates, outcomes = StatusTemplates(*model.templates), outcomes_of(clauses)
    sums = [
        sum(sum(status_features(document, clauses, telling, outcomes, templates), model.bias) for telling in tellings)
        for tellings in events
    ]
    return [model.classes[index] for index in unpack(model, sums).argmax(axis=1).tolist()]
