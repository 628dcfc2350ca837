"""Decide which tellings tell the same event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_certain import are_one
from legalnews_dataset.records.event_frames import Clauses, Frame
from legalnews_dataset.records.vocabulary import Linear, Template, add_up, score


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
    """Return the numbers of the features of two tellings of one type, the earlier first.

    Args:
        a: the earlier telling.
        b: the later one.
        gap: how many tellings of the type stand between them.
        count: how many there are in the document.
        t: the templates.

    """
    distance, gap, count = min(b.frame.sentence - a.frame.sentence, _FARTHEST), min(gap, 4), min(count, _FARTHEST)
    same = a.stem == b.stem
    shared = len(a.content & b.content)
    share = int(5 * shared / (min(len(a.content), len(b.content)) or 1))
    near = f"{min(len(a.near_names & b.near_names), 3)} {bool(a.near_names)} {bool(b.near_names)}"
    first = min(a.frame.sentence, 2)
    forms = a.frame.voice[:1] + b.frame.voice[:1]
    kind, by_type = a.type, t.by_type
    return [
        t.distance[f"{distance}"],
        t.same_stem[f"{same}"],
        t.definite[f"{b.definite}"],
        t.earlier_definite[f"{a.definite}"],
        t.gap[f"{gap}"],
        t.tellings[f"{count}"],
        t.shared[f"{min(shared, 5)}"],
        t.share[f"{share}"],
        t.near_names[near],
        t.names[f"{min(len(a.names & b.names), 3)} {bool(a.names)} {bool(b.names)}"],
        t.numbers[f"{min(len(a.numbers & b.numbers), 2)} {bool(a.numbers)} {bool(b.numbers)}"],
        t.same_subject[f"{a.frame.subject == b.frame.subject}"],
        t.subject[b.frame.subject],
        t.voice[b.frame.voice],
        t.earlier_voice[a.frame.voice],
        t.paragraph[f"{a.paragraph == b.paragraph}"],
        t.first[f"{first}"],
        t.stem[b.stem],
        t.earlier_stem[a.stem],
        t.stems[f"{a.stem} {b.stem}"],
        t.forms[forms],
        t.type[kind],
        t.type_definite[f"{kind} {same} {b.definite}"],
        t.gap_definite[f"{same} {b.definite} {min(gap, 2)}"],
        by_type[f"{kind} distance {distance}"],
        by_type[f"{kind} same {same}"],
        by_type[f"{kind} definite {b.definite}"],
        by_type[f"{kind} earlier {a.definite}"],
        by_type[f"{kind} gap {gap}"],
        by_type[f"{kind} shared {min(shared, 5)}"],
        by_type[f"{kind} near {near}"],
        by_type[f"{kind} count {count}"],
        by_type[f"{kind} forms {forms}"],
        by_type[f"{kind} first {first}"],
        *[t.word[word] for word in b.markers],
        *[t.earlier_word[word] for word in a.markers],
    ]


def link_tellings(tellings: list[Telling], model: Linear) -> Links:
    """Return for each telling the tellings of its type that stand near enough to ask whether both tell one event."""
    by_type: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_type.setdefault(telling.type, []).append(telling)
    templates = PairTemplates(*model.templates)
    pairs, features = [], []
    for members in by_type.values():
        for earlier, later, gap in near_pairs(members):
            pairs.append((key_of(earlier), key_of(later)))
            features.append(pair_features(earlier, later, gap, len(members), templates))
    links: Links = {}
    told = {key_of(telling): telling.frame.certain for telling in tellings}
    for (earlier_key, later_key), guess in zip(
        pairs, score(model, add_up(model, features))[:, 0].tolist(), strict=True
    ):
        earlier_told, later_told, odds = told[earlier_key], told[later_key], guess
        if earlier_told is not None and later_told is not None:
            one = are_one(earlier_told, later_told)
            odds = guess if one is None else _SURE if one else -_SURE
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
