"""Decide which tellings tell the same event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_certain import are_one
from legalnews_dataset.records.event_frames import Clauses, Frame
from legalnews_dataset.records.vocabulary import Linear, Template, odds_of


class PairTemplates(NamedTuple):
    """The templates of the features of two tellings of one type."""

    distance: Template
    same_stem: Template
    definite: Template
    earlier_definite: Template
    gap: Template
    tellings: Template
    shared: Template
    share: Template
    near_names: Template
    names: Template
    numbers: Template
    word: Template
    earlier_word: Template
    same_subject: Template
    subject: Template
    voice: Template
    earlier_voice: Template
    paragraph: Template
    first: Template
    stem: Template
    earlier_stem: Template
    stems: Template
    forms: Template
    type: Template
    type_definite: Template
    gap_definite: Template
    by_type: Template


@dataclass(slots=True)
class Telling:
    """One sentence that tells an event of a type, by its best frame; the sets hold what stands around the trigger."""

    frame: Frame
    type: str
    chance: float
    paragraph: int
    stem: str
    definite: bool
    content: set[str]
    near_names: set[int]
    names: set[int]
    numbers: set[str]
    markers: tuple[str, ...]


_FUNCTION_WORDS = frozenset(
    """the a an of to in and for on at by with from that this was were is are be been has have had he she they it his
    her its their as who which will would not or but said after also""".split()
)
_MARKERS = frozenset(
    """also another second third previously earlier separate separately other lower new both last first later
    meanwhile addition additional""".split()
)
_POINTERS = frozenset("the this that its his her their".split())
_FARTHEST = 6
_SURE = 9.0  # log odds that two phrases of the trade tell one event, or do not
_FIRST_ASKED, _NEAREST_ASKED = 1, 4  # an event is told again near by, or comes back to the lead
# For each telling, by token and type, the others that were asked about and the log odds that both tell one event.
Links = dict[tuple[int, str], list[tuple[tuple[int, str], float]]]


def make_telling(document: Document, clauses: Clauses, frame: Frame, type_: str, chance: float) -> Telling:
    """Gather what stands around a trigger that tells an event."""
    i, sentence = frame.token, document.sentences[frame.sentence]
    low, high = max(sentence.first, i - 8), min(sentence.last, i + 10)
    window = clauses.words[low:high]
    before1 = clauses.words[i - 1] if i > sentence.first else ""
    before2 = clauses.words[i - 2] if i - 1 > sentence.first else ""
    starts, mentions = document.tokens.starts, document.mentions
    near_from, near_to = starts[low], document.tokens.ends[high - 1]
    at = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    names, near = set(), set()
    while at < len(mentions) and mentions[at].start < sentence.end:
        names.add(mentions[at].entity)
        if near_from <= mentions[at].start < near_to:
            near.add(mentions[at].entity)
        at += 1
    return Telling(
        frame=frame,
        type=type_,
        chance=chance,
        paragraph=sentence.paragraph,
        stem=clauses.stems[i],
        definite=before1 in _POINTERS or before2 in _POINTERS,
        content={
            clauses.stems[j]
            for j in range(low, high)
            if j != i and len(clauses.words[j]) > 2 and clauses.words[j] not in _FUNCTION_WORDS
        },
        near_names=near,
        names=names,
        numbers={word for word in window if word[0].isdigit()},
        markers=tuple(sorted(_MARKERS.intersection(window))),
    )


def pair_features(a: Telling, b: Telling, gap: int, count: int, t: PairTemplates) -> list[int]:
    """Return the terms of the features of two tellings of one type, the earlier first.

    Args:
        a: the earlier telling.
        b: the later one.
        gap: how many tellings of the type stand between them.
        count: how many there are in the document.
        t: the templates.

    """
    frame, earlier, kind = b.frame, a.frame, a.type
    shared = len(a.content & b.content)
    share = int(5 * shared / (min(len(a.content), len(b.content)) or 1))
    near = (min(len(a.near_names & b.near_names), 3), bool(a.near_names), bool(b.near_names))
    rest = (
        *(min(len(a.names & b.names), 3), bool(a.names), bool(b.names)),
        *(min(len(a.numbers & b.numbers), 2), bool(a.numbers), bool(b.numbers)),
        *(earlier.subject == frame.subject, a.paragraph == b.paragraph, share),
    )
    gap = min(gap, 4)
    place = (
        kind,
        min(frame.sentence - earlier.sentence, _FARTHEST),
        gap,
        min(count, _FARTHEST),
        min(earlier.sentence, 2),
    )
    words = (kind, a.stem == b.stem, a.definite, b.definite, min(shared, 5), min(gap, 2))
    around = (kind, earlier.voice[:1] + frame.voice[:1], *near)
    features = [
        t.subject[frame.subject],
        t.voice[frame.voice],
        t.earlier_voice[earlier.voice],
        t.stem[b.stem],
        t.earlier_stem[a.stem],
        t.stems[f"{a.stem} {b.stem}"],
    ]
    features += t.distance.together.get(place) or t.distance.keep(place, _place_features(t, *place))
    features += t.same_stem.together.get(words) or t.same_stem.keep(words, _word_features(t, *words))
    features += t.forms.together.get(around) or t.forms.keep(around, _around_features(t, *around))
    features += t.names.together.get(rest) or t.names.keep(rest, _rest_features(t, *rest))
    if b.markers:
        features += [t.word[word] for word in b.markers]
    if a.markers:
        features += [t.earlier_word[word] for word in a.markers]
    return features


def _place_features(t: PairTemplates, kind: str, distance: int, gap: int, count: int, first: int) -> list[int]:
    """Return the features of where two tellings stand."""
    return [
        t.distance[f"{distance}"],
        t.gap[f"{gap}"],
        t.tellings[f"{count}"],
        t.first[f"{first}"],
        t.type[kind],
        t.by_type[f"{kind} distance {distance}"],
        t.by_type[f"{kind} gap {gap}"],
        t.by_type[f"{kind} count {count}"],
        t.by_type[f"{kind} first {first}"],
    ]


def _word_features(
    t: PairTemplates, kind: str, same: bool, earlier: bool, later: bool, shared: int, gap: int
) -> list[int]:
    """Return the features of how two tellings are worded."""
    return [
        t.same_stem[f"{same}"],
        t.definite[f"{later}"],
        t.earlier_definite[f"{earlier}"],
        t.shared[f"{shared}"],
        t.type_definite[f"{kind} {same} {later}"],
        t.gap_definite[f"{same} {later} {gap}"],
        t.by_type[f"{kind} same {same}"],
        t.by_type[f"{kind} definite {later}"],
        t.by_type[f"{kind} earlier {earlier}"],
        t.by_type[f"{kind} shared {shared}"],
    ]


def _around_features(t: PairTemplates, kind: str, forms: str, common: int, earlier: bool, later: bool) -> list[int]:
    """Return the features of the forms of two triggers and of the names near them."""
    near = f"{common} {earlier} {later}"
    return [t.forms[forms], t.near_names[near], t.by_type[f"{kind} near {near}"], t.by_type[f"{kind} forms {forms}"]]


def _rest_features(
    t: PairTemplates,
    names: int,
    earlier_names: bool,
    later_names: bool,
    numbers: int,
    earlier_numbers: bool,
    later_numbers: bool,
    subject: bool,
    paragraph: bool,
    share: int,
) -> list[int]:
    """Return the features of what else two tellings have in common."""
    return [
        t.names[f"{names} {earlier_names} {later_names}"],
        t.numbers[f"{numbers} {earlier_numbers} {later_numbers}"],
        t.same_subject[f"{subject}"],
        t.paragraph[f"{paragraph}"],
        t.share[f"{share}"],
    ]


def link_tellings(tellings: list[Telling], model: Linear) -> Links:
    """Return for each telling the tellings of its type that stand near enough to ask whether both tell one event."""
    by_type: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_type.setdefault(telling.type, []).append(telling)
    templates = PairTemplates(*model.templates)
    links: Links = {}
    for members in by_type.values():
        for earlier, later, gap in near_pairs(members):
            odds = odds_of(model, pair_features(earlier, later, gap, len(members), templates))
            if earlier.frame.certain is not None and later.frame.certain is not None:
                one = are_one(earlier.frame.certain, later.frame.certain)
                odds = odds if one is None else _SURE if one else -_SURE
            earlier_key, later_key = key_of(earlier), key_of(later)
            links.setdefault(earlier_key, []).append((later_key, odds))
            links.setdefault(later_key, []).append((earlier_key, odds))
    return links


def near_pairs(members: list[Telling]) -> list[tuple[Telling, Telling, int]]:
    """Return each telling of one type with the nearest before it and the first, and how many stand between."""
    return [
        (members[x], later, y - x - 1)
        for y, later in enumerate(members)
        for x in (*range(min(_FIRST_ASKED, y)), *range(max(_FIRST_ASKED, y - _NEAREST_ASKED), y))
    ]


def key_of(telling: Telling) -> tuple[int, str]:
    """Return what tells a telling from the others of its document: its token and its type."""
    return telling.frame.token, telling.type


def group_tellings(tellings: list[Telling], links: Links, least: float) -> list[list[Telling]]:
    """Put each telling, in text order, to the event with the best link above `least` log odds, or to a new event."""
    group_of: dict[tuple[int, str], list[Telling]] = {}
    groups: list[list[Telling]] = []
    for telling in tellings:
        known = [(odds, key) for key, odds in links.get(key_of(telling), ()) if key in group_of and odds > least]
        if known:
            group = group_of[max(known)[1]]
        else:
            group = []
            groups.append(group)
        group.append(telling)
        group_of[key_of(telling)] = group
    return groups
