"""What tells whether a date of a sentence is that of an event: the features of a telling and a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from legalnews_dataset.documents.document import Document, Sentence
from legalnews_dataset.records.date_clauses import CLAUSES, LEADS, RELATIVE, Dated, Governor
from legalnews_dataset.records.event_frames import Clauses
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.event_words import STEM_TYPES
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.vocabulary import Template


class DateTemplates(NamedTuple):
    """The templates of the features of a telling and a date of its sentence."""

    distance: Template
    steps: Template
    nearest: Template
    before: Template
    before2: Template
    after: Template
    word: Template
    between: Template
    sequence: Template
    type_sequence: Template
    saying: Template
    precision: Template
    dates: Template
    ahead: Template
    type_ahead: Template
    type: Template
    type_distance: Template
    type_precision: Template
    type_voice: Template
    type_start: Template
    stem: Template
    start: Template
    commas: Template
    verb: Template
    noun: Template
    governor: Template
    type_governor: Template
    verb_type: Template
    verb_says: Template
    verb_stem: Template
    noun_stem: Template
    type_governing: Template
    type_verb: Template
    path: Template
    type_path: Template
    joints: Template
    joints_verbs: Template
    type_joints: Template
    type_verbs: Template
    near_link: Template
    far_link: Template
    type_after: Template
    rivals: Template
    between_rivals: Template
    type_rivals: Template
    rival: Template
    others: Template
    between_others: Template
    count_others: Template
    type_others: Template


SAYING = frozenset(stem(word) for word in "say announce tell report add note state disclose".split())
BREAKS = frozenset('that who which when after before and but where while as said announced , ; " “ ” -'.split())
_STEPS = frozenset(("ed", "n", "ing"))
_FAR = 80  # words beyond which a telling and a date are strangers; so endless sentences stay cheap
_FIRST, _TOKEN = attrgetter("first"), attrgetter("frame.token")
# What joins the clauses and phrases between a telling and a date, by the letter that stands for it.
_SUBORDINATE = frozenset("when after before since until while because as if following during".split())
_PHRASES = frozenset("of for with in to from over on by against".split())
_JOINTS = {
    **dict.fromkeys(_PHRASES, "p"),
    **dict.fromkeys(RELATIVE, "r"),
    **dict.fromkeys(_SUBORDINATE, "s"),
    **dict.fromkeys(("and", "but", "or", ";"), "c"),
    ",": ",",
}
_LINKS = _PHRASES | RELATIVE | _SUBORDINATE


def near(
    telling: Telling, dates: Sequence[Dated], tellings: Sequence[Telling]
) -> tuple[Sequence[Dated], Sequence[Telling]]:
    """Return which dates and tellings of its sentence, given in text order, stand near a telling."""
    low, high = telling.frame.token - _FAR, telling.frame.token + _FAR
    return (
        dates[bisect_left(dates, low, key=_FIRST) : bisect_left(dates, high, key=_FIRST)],
        tellings[bisect_left(tellings, low, key=_TOKEN) : bisect_left(tellings, high, key=_TOKEN)],
    )


def date_features(
    document: Document,
    clauses: Clauses,
    telling: Telling,
    dated: Dated,
    dates: Sequence[Dated],
    tellings: Sequence[Telling],
    t: DateTemplates,
) -> list[int]:
    """Return the terms of the features of a telling and a date of its sentence.

    Args:
        document: the document.
        clauses: its words.
        telling: the telling.
        dated: the date.
        dates: the dates of the sentence near the telling.
        tellings: its tellings near it.
        t: the templates.

    """
    i, sentence, words = telling.frame.token, document.sentences[telling.frame.sentence], clauses.words
    span, first, last, governor = dated
    side, low, high = ("after", i + 1, first) if first > i else ("before", last, i)
    gap = max(high - low, 0)
    distance = f"{'in' if first <= i < last else side} {gap if gap < 4 else 4 + min((gap - 4) // 3, 4)}"
    steps = sum(form in _STEPS for form in clauses.forms[low:high])
    published = document.article.published_on
    ahead = "?" if published is None or span.date_start is None else _order(span.date_start, published)
    word = words[first] if words[first].isalpha() else "#"
    kind, voice = telling.type, telling.frame.voice
    breaks = [x for x in words[low:high] if x in CLAUSES]
    after = side == "after"
    sequence = " ".join(breaks[:3] if after else breaks[-3:]) + ("+" if len(breaks) > 3 else "")
    front = first - 1
    while front >= sentence.first and words[front] in LEADS:
        front -= 1
    verbs = sum(form == "ed" for form in clauses.forms[low:high])
    return [
        t.distance[distance],
        t.steps[f"{side} {min(steps, 3)}"],
        t.nearest[f"{side} {_is_nearest(clauses, i, first, last, sentence)}"],
        t.before[words[first - 1] if first > sentence.first else "#"],
        t.before2[words[first - 2] if first - 1 > sentence.first else "#"],
        t.after[words[last] if last < sentence.last else "#"],
        t.word[word],
        *[t.between[x] for x in BREAKS.intersection(words[low:high])],
        t.sequence[f"{side} {sequence}"],
        t.type_sequence[f"{kind} {side} {(breaks[0] if after else breaks[-1]) if breaks else ''}"],
        t.saying[f"{_saying_near(clauses, first, last, sentence)} {telling.stem in SAYING}"],
        t.precision[span.precision],
        t.dates[f"{min(len(dates), 4)}"],
        t.ahead[f"{ahead} {'fut' in voice}"],
        t.type_ahead[f"{kind} {ahead}"],
        t.type[kind],
        t.type_distance[f"{kind} {distance}"],
        t.type_precision[f"{kind} {span.precision} {word}"],
        t.type_voice[f"{kind} {voice}"],
        t.type_start[f"{kind} {front < sentence.first} {min(verbs, 2)}"],
        t.stem[telling.stem],
        t.start[f"{first == sentence.first}"],
        t.commas[f"{side} {min(breaks.count(','), 3)}"],
        *_governor_features(clauses, telling, governor, t),
        *_joint_features(clauses, telling, dated, words[last] if last < sentence.last else "#", t),
        *_rival_features(telling, dated, dates, tellings, t),
    ]


def _governor_features(clauses: Clauses, telling: Telling, governor: Governor, t: DateTemplates) -> list[int]:
    """Return the terms of what the clause of a date says that it dates."""
    i, kind, stems = telling.frame.token, telling.type, clauses.stems
    verb, noun, how = governor
    to_verb, to_noun = _towards(verb, i), _towards(noun, i)
    sort = "conduct" if kind == "conduct" else "step"
    of_type = verb >= 0 and kind in STEM_TYPES.get(stems[verb], ())
    verb_stem = stems[verb] if verb >= 0 else ""
    low, high = sorted((i, verb if verb >= 0 else noun if noun >= 0 else i))
    path = f"{how} {to_verb} {to_noun} {_joints_of(clauses.words[low + 1 : high])}"
    return [
        t.verb[f"{how} {to_verb}"],
        t.noun[f"{how} {to_noun}"],
        t.governor[f"{how} {to_verb} {to_noun} {telling.frame.voice[:1]}"],
        t.type_governor[f"{sort} {how} {to_verb} {to_noun}"],
        t.verb_type[f"{to_verb} {of_type}"],
        t.verb_says[f"{to_verb} {verb >= 0 and stems[verb] in SAYING}"],
        t.verb_stem[f"{to_verb} {verb_stem}"],
        t.noun_stem[f"{to_noun} {stems[noun] if noun >= 0 else ''}"],
        t.type_governing[f"{kind} {how} {to_verb} {to_noun}"],
        t.type_verb[f"{kind} {verb_stem}"],
        t.path[path],
        t.type_path[f"{sort} {path}"],
    ]


def _joint_features(clauses: Clauses, telling: Telling, dated: Dated, behind: str, t: DateTemplates) -> tuple[int, ...]:
    """Return the terms of what joins a telling and a date; `behind` is the word after the date."""
    i, (_, first, last, _) = telling.frame.token, dated
    side, low, high = ("after", i + 1, first) if first > i else ("before", last, i)
    between = clauses.words[low:high]
    sort = "conduct" if telling.type == "conduct" else "step"
    joints = f"{side} {_joints_of(between)}"
    verbs = min(sum(form == "ed" for form in clauses.forms[low:high]), 2)
    links = [word for word in between if word in _LINKS] or [""]
    near, far = (links[0], links[-1]) if side == "after" else (links[-1], links[0])
    return (
        t.joints[joints],
        t.joints_verbs[f"{joints} {verbs}"],
        t.type_joints[f"{sort} {joints}"],
        t.type_verbs[f"{sort} {side} {verbs}"],
        t.near_link[f"{sort} {side} {near}"],
        t.far_link[f"{sort} {side} {far}"],
        t.type_after[f"{sort} {behind} {side}"],
    )


def _joints_of(words: Sequence[str]) -> str:
    """Return the letters of what joins the clauses and phrases of some words."""
    return "".join(sorted({_JOINTS[word] for word in words if word in _JOINTS}))


def _towards(token: int, i: int) -> str:
    """Say on which side of token `i` another stands, if any."""
    return "here" if token == i else "no" if token < 0 else "left" if token < i else "right"


def _rival_features(
    telling: Telling, dated: Dated, dates: Sequence[Dated], tellings: Sequence[Telling], t: DateTemplates
) -> list[int]:
    """Return the terms of the other tellings of the sentence that a date may belong to, and of its other dates."""
    i, kind, (_, first, last, _) = telling.frame.token, telling.type, dated
    side, low, high = ("after", i + 1, first) if first > i else ("before", last, i)

    def distance(token: int) -> int:
        return min(abs(token - first), abs(token - last + 1))

    here = distance(i)
    rivals = [x for x in tellings if x.frame.token != i]
    nearer = [x for x in rivals if distance(x.frame.token) < here]
    between = sum(low <= x.frame.token < high for x in rivals)
    gap = max(first - i - 1, i - last, 0)
    others = min(sum(max(d.first - i - 1, i - d.last, 0) < gap for d in dates), 2)
    terms = [
        t.rivals[f"{min(len(nearer), 2)}"],
        t.between_rivals[f"{side} {min(between, 2)}"],
        t.type_rivals[f"{kind} {bool(nearer)}"],
        t.others[f"{others}"],
        t.between_others[f"{min(sum(low <= d.first and d.last <= high for d in dates if d is not dated), 2)}"],
        t.count_others[f"{min(len(dates), 3)} {others} {side}"],
        t.type_others[f"{kind} {others > 0}"],
    ]
    if nearer:
        nearest = min(nearer, key=lambda x: distance(x.frame.token)).type
        terms += (t.rival[f"{kind} {nearest}"], t.rival[f"{nearest} {side}"])
    return terms


def _is_nearest(clauses: Clauses, i: int, first: int, last: int, sentence: Sentence) -> bool:
    """Tell whether no other word that may tell a step stands nearer to a date than a trigger."""
    reach = min(abs(i - first), abs(i - last))
    low, high = max(sentence.first, first - reach + 1), min(sentence.last, last + reach)
    return _STEPS.isdisjoint(clauses.forms[low:high])


def _saying_near(clauses: Clauses, first: int, last: int, sentence: Sentence) -> str:
    """Say where a word of reporting stands by a date."""
    stems = clauses.stems
    if last < sentence.last and stems[last] in SAYING:
        return "next"
    if first > sentence.first and stems[first - 1] in SAYING:
        return "just"
    near = stems[max(sentence.first, first - 3) : first] + stems[last : min(sentence.last, last + 2)]
    return "no" if SAYING.isdisjoint(near) else "near"


def _order(day: date, published: date) -> str:
    days = (day - published).days
    if days == 0:
        return "same"
    if days > 0:
        return "ahead"
    return "week" if days > -8 else "year" if days > -366 else "old"
