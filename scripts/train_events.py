"""Train the weights of the event models on gold and write them to `records/weights`; or check what they are worth.

    python3 scripts/train_events.py ../shared
    python3 scripts/train_events.py ../shared --check
    python3 scripts/train_events.py ../shared --check cnndm da

Needs a folder of gold (`articles/`, `gold/dev/`) and scikit-learn (dependency group `train`). `--check` writes nothing:
it scores the events of each outlet with models that never saw that outlet, or, with outlets named, the events of these
with models trained on all others. An outlet is what stands before the first hyphen of an article's id. The articles
that we annotated ourselves (`scripts/lessons`) are trained on and never scored.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from environment import ROOT
from lessons import is_invented, outlet_of, read_annotated, read_gold_articles
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits
from word_vectors import DIMENSIONS, word_vectors

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Document
from legalnews_dataset.evaluation.gold import GoldArticle
from legalnews_dataset.evaluation.pairing import best_pairs
from legalnews_dataset.evaluation.places import sentence_around, told_in
from legalnews_dataset.records import events as package
from legalnews_dataset.records.date_clauses import place_dates
from legalnews_dataset.records.date_features import DateTemplates, date_features, near
from legalnews_dataset.records.event_choice import ChoiceTemplates, choice_features, rank_groups
from legalnews_dataset.records.event_dates import dates_in
from legalnews_dataset.records.event_frames import (
    Clauses,
    Frame,
    Templates,
    find_candidates,
    glance,
    read_clauses,
    read_frame,
    shared_features,
)
from legalnews_dataset.records.event_merging import (
    PairTemplates,
    Telling,
    group_tellings,
    link_tellings,
    make_telling,
    near_pairs,
    pair_features,
)
from legalnews_dataset.records.event_status import StatusTemplates, outcomes_of, status_features
from legalnews_dataset.records.event_words import STEM_TYPES
from legalnews_dataset.records.vocabulary import Linear, OpenTemplate, make_linear

WEIGHTS = ROOT / "legalnews_dataset" / "records" / "weights"
NONE = "none"
SCALE = 40.0  # weights are stored as whole fortieths of a nat
SMALLEST = 2  # in fortieths: features that weigh less for every class are left out
# Features that hold the trade's knowledge are trusted more: their columns are doubled, which quarters their penalty.
TRUST = {"frame": 2.0, "frame_type": 2.0, "lexicon": 2.0, "left": 0.8, "right": 0.8, "bag": 0.7}
TRUST_IN_VECTORS = 4.0
TRUST_IN_RELEASES = 0.3  # the weight of a press release that we annotated ourselves, beside an article of gold: of one
# form, they would drown what news teaches. At 1 the events of bbc, reut and te3 are found less well.
Feature = tuple[str, str]
Row = list[int]


@dataclass(slots=True)
class Lesson:
    """A gold article: its frames, and for each gold span the frames inside it and the number of its event.

    `vectors` are those of stems, the same for all articles. An article that we annotated ourselves (`own`) is trained
    on where its outlet is not judged, and never scored.
    """

    outlet: str
    own: bool
    gold: GoldArticle
    document: Document
    clauses: Clauses
    frames: list[Frame]
    rows: list[Row]
    glances: list[Row]
    spans: list[tuple[int, list[int]]]
    vectors: dict[str, Any]


@dataclass(slots=True)
class Trained:
    """A trained model with the features that its weights belong to."""

    template_names: tuple[str, ...]
    features: list[Feature]
    classes: list[str]
    weights: Any
    bias: Any


class Head(NamedTuple):
    """The frame that tells a gold event in one of its spans."""

    frame: int
    event: int


def main() -> None:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--check", nargs="*", metavar="OUTLET")
    given = parser.parse_args()
    names: list[Feature] = [("", "")]
    lessons = read_lessons(given.shared, names)
    if given.check is None:
        for name, trained in teach(lessons, names).items():
            write(name, trained)
    else:
        outlets = sorted({lesson.outlet for lesson in lessons if not lesson.own})
        check(lessons, names, [given.check] if given.check else [[outlet] for outlet in outlets])


def read_lessons(shared: Path, names: list[Feature]) -> list[Lesson]:
    """Annotate the articles of gold and our own and find the frames that stand inside gold spans, smallest spans first.

    `names` receives the features; those of a first look at a candidate are numbered among them.
    """
    templates = Templates(*(OpenTemplate(name, names) for name in Templates._fields))
    vectors = word_vectors(shared)
    lessons = [
        read_lesson(article, told, outlet_of(article), False, vectors, templates)
        for article, told in read_gold_articles(shared)
    ]
    lessons.sort(key=lambda lesson: lesson.gold.article_id)
    for article, told in read_annotated(shared):
        lessons.append(read_lesson(article, told, outlet_of(article), True, vectors, templates))
    return lessons


def read_lesson(
    article: Article, told: GoldArticle, outlet: str, own: bool, vectors: dict[str, Any], templates: Templates
) -> Lesson:
    """Annotate an article and find its frames, and those that stand inside gold spans."""
    document = annotate(article)
    clauses = read_clauses(document)
    candidates = find_candidates(document, clauses)
    frames = [read_frame(document, clauses, candidate, templates) for candidate in candidates]
    shared_rows = shared_features(document, clauses, candidates, templates)
    rows = [sorted({*frame.terms, *shared_rows[frame.sentence]}) for frame in frames]
    glances = [glance(document, clauses, candidate, templates) for candidate in candidates]
    spans = list(place_frames(document, frames, told))
    return Lesson(outlet, own, told, document, clauses, frames, rows, glances, spans, vectors)


def place_frames(document: Document, frames: list[Frame], gold: GoldArticle) -> Iterator[tuple[int, list[int]]]:
    """Yield for each gold span the number of its event and the frames inside it that no smaller span holds."""
    starts, ends = document.tokens.starts, document.tokens.ends
    free = set(range(len(frames)))
    places = [(end - start, start, end, n) for n, event in enumerate(gold.events) for start, end in event.places]
    for _, start, end, number in sorted(places):
        inside = [i for i in sorted(free) if start <= starts[frames[i].token] and ends[frames[i].token] <= end]
        free.difference_update(inside)
        if inside:
            yield number, inside


def teach(lessons: list[Lesson], names: list[Feature]) -> dict[str, Trained]:
    """Train all models; the choice of groups is learned on chances that models of other outlets give."""
    types, heads = train_types(lessons, names)
    outlook = train_outlook(lessons, names, heads)
    links = train_links(lessons, heads)
    groups, labels = ChoiceRows(), list[bool]()
    for part in parts(lessons):
        others = [i for i, lesson in enumerate(lessons) if lesson.outlet not in part]
        there, inner_heads = [lessons[i] for i in others], [heads[i] for i in others]
        models = {
            "types": to_linear(fit_types(there, names, inner_heads)),
            "outlook": to_linear(train_outlook(there, names, inner_heads)),
            "links": to_linear(train_links(there, inner_heads)),
        }
        for lesson in lessons:
            if lesson.outlet in part:
                labels += groups.add(lesson, models)
    return {
        "event_types": types,
        "event_outlook": outlook,
        "event_links": links,
        "event_choice": fit(ChoiceTemplates._fields, groups.names, groups.rows, labels, [1.0] * len(labels), 0.03),
        "event_dates": train_dates(lessons, heads),
        "event_status": train_status(lessons, heads),
    }


def parts(lessons: list[Lesson]) -> list[set[str]]:
    """Return the outlets in at most four parts of like size."""
    sizes = Counter(lesson.outlet for lesson in lessons if not lesson.own)
    found: list[set[str]] = [set() for _ in range(min(4, len(sizes)))]
    for outlet, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        min(found, key=lambda part: sum(sizes[name] for name in part)).add(outlet)
    return found


def fit(
    template_names: tuple[str, ...],
    names: list[Feature],
    rows: Sequence[Row],
    labels: Sequence[Any],
    trusted: Sequence[float],
    strength: float,
    least: int = 3,
    stems: Sequence[str] = (),
    vectors: dict[str, Any] | None = None,
) -> Trained:
    """Fit a model to features that at least `least` rows have; a greater `strength` trusts the rows more.

    `trusted` says how much each row counts.

    Features are ordered by name, so that the result does not hang on the order in which they were met. Where `vectors`
    are given, the model also learns from the vector of the stem of each row (`stems`); what it learns becomes part of
    the weights of every stem that has a vector, whether or not gold showed it.
    """
    counts = Counter(number for row in rows for number in set(row))
    kept = sorted((n for n, count in counts.items() if count >= least), key=lambda n: names[n])
    column = {number: index for index, number in enumerate(kept)}
    flat = [sorted(column[n] for n in row if n in column) for row in rows]
    ends = np.cumsum([0, *map(len, flat)])
    trust = np.array([TRUST.get(names[n][0], 1.0) for n in kept])
    indices = np.array([n for row in flat for n in row], np.intp)
    matrix = csr_matrix((trust[indices], indices, ends), shape=(len(rows), len(kept)))
    if vectors:
        nothing = np.zeros(DIMENSIONS)
        dense = np.array([vectors.get(word, nothing) for word in stems])
        matrix = hstack([matrix, csr_matrix(TRUST_IN_VECTORS * dense)]).tocsr()
    with threadpool_limits(1):
        model = LogisticRegression(C=strength, max_iter=300, tol=1e-3).fit(matrix, labels, trusted)
    classes = [str(name) for name in model.classes_] if len(model.classes_) > 2 else ["yes"]
    weights = dict(zip([names[n] for n in kept], model.coef_.T[: len(kept)] * trust[:, None], strict=True))
    for word, vector in (vectors or {}).items():
        learned = TRUST_IN_VECTORS * vector @ model.coef_.T[len(kept) :]
        weights["stem", word] = weights.get(("stem", word), 0) + learned
    features = sorted(feature for feature, row in weights.items() if np.rint(np.abs(row) * SCALE).max() >= SMALLEST)
    return Trained(template_names, features, classes, np.array([weights[x] for x in features]), model.intercept_)


def to_linear(trained: Trained) -> Linear:
    """Return a trained model as the package reads it from its file."""
    templates: dict[str, dict[str, Row]] = {name: {} for name in trained.template_names}
    for (name, value), row in zip(trained.features, in_units(trained.weights), strict=True):
        templates[name][value] = row
    return make_linear(trained.classes, SCALE, in_units(trained.bias), templates.values())


def in_units(weights: Any) -> Any:
    """Return weights in whole units, as lists."""
    return np.rint(weights * SCALE).astype(int).tolist()


def train_types(lessons: list[Lesson], names: list[Feature]) -> tuple[Trained, list[list[Head]]]:
    """Train the model of types twice: what it learned first says which frame of a span tells the event."""
    heads = [[first_head(lesson, number, inside) for number, inside in lesson.spans] for lesson in lessons]
    trained = fit_types(lessons, names, heads)
    weight = dict(zip(trained.features, trained.weights, strict=True))
    heads = [likeliest_heads(lesson, trained.classes, weight, names) for lesson in lessons]
    return fit_types(lessons, names, heads), heads


def fit_types(lessons: list[Lesson], names: list[Feature], heads: list[list[Head]]) -> Trained:
    """Train the model of types on frames that are known to tell an event, or none."""
    rows = [row for lesson in lessons for row in lesson.rows]
    in_articles = Counter(n for lesson in lessons for n in {n for row in lesson.rows for n in row})
    rows = [[n for n in row if in_articles[n] >= 2] for row in rows]
    labels = [label for lesson, told in zip(lessons, heads, strict=True) for label in label_frames(lesson, told)]
    told = [x for x in zip(rows, labels, trust_in_frames(lessons), stems_of(lessons), strict=True) if x[1] is not None]
    rows, labels, trusted, stems = map(list, zip(*told, strict=True))
    return fit(Templates._fields, names, rows, labels, trusted, 0.1, 2, stems, lessons[0].vectors)


def train_outlook(lessons: list[Lesson], names: list[Feature], heads: list[list[Head]]) -> Trained:
    """Train the model that says from a first look whether a candidate tells an event."""
    rows = [row for lesson in lessons for row in lesson.glances]
    labels = []
    for lesson, told in zip(lessons, heads, strict=True):
        telling = {head.frame for head in told}
        labels += [i in telling for i in range(len(lesson.frames))]
    trusted = trust_in_frames(lessons)
    return fit(Templates._fields, names, rows, labels, trusted, 0.1, 2, stems_of(lessons), lessons[0].vectors)


def trust_in(lesson: Lesson) -> float:
    """Return how much the rows of an article count."""
    return TRUST_IN_RELEASES if lesson.own and not is_invented(lesson.gold.article_id) else 1.0


def trust_in_frames(lessons: list[Lesson]) -> list[float]:
    """Return how much every frame counts."""
    return [trust_in(lesson) for lesson in lessons for _ in lesson.frames]


def stems_of(lessons: list[Lesson]) -> list[str]:
    """Return the stem of the trigger of every frame."""
    return [lesson.clauses.stems[frame.token] for lesson in lessons for frame in lesson.frames]


def label_frames(lesson: Lesson, heads: list[Head]) -> list[str | None]:
    """Return the type of every frame; None for frames that stand in a span but do not head it."""
    labels: list[str | None] = [NONE] * len(lesson.frames)
    for _, inside in lesson.spans:
        for i in inside:
            labels[i] = None
    for head in heads:
        labels[head.frame] = lesson.gold.events[head.event].type
    return labels


def first_head(lesson: Lesson, number: int, inside: list[int]) -> Head:
    """Return the first frame of a span whose word can tell an event of its type, or the first frame."""
    type_ = lesson.gold.events[number].type
    able = [i for i in inside if type_ in STEM_TYPES.get(lesson.clauses.stems[lesson.frames[i].token], ())]
    return Head((able or inside)[0], number)


def likeliest_heads(lesson: Lesson, classes: list[str], weight: dict[Feature, Any], names: list[Feature]) -> list[Head]:
    """Return for every span the frame that the model finds likeliest to tell its event."""
    heads = []
    for number, inside in lesson.spans:
        column = classes.index(lesson.gold.events[number].type)
        fits = []
        for i in inside:
            logits = sum(weight[names[n]] for n in lesson.rows[i] if names[n] in weight)
            fits.append(logits[column] - np.log(np.exp(logits).sum()))
        heads.append(Head(inside[int(np.argmax(fits))], number))
    return heads


def gold_tellings(lesson: Lesson, heads: list[Head]) -> list[tuple[Telling, int]]:
    """Return the tellings of a gold article with the numbers of their events, in text order."""
    return [
        (
            make_telling(lesson.document, lesson.clauses, lesson.frames[i], lesson.gold.events[number].type, 1.0),
            number,
        )
        for i, number in sorted(heads)
    ]


def train_links(lessons: list[Lesson], heads: list[list[Head]]) -> Trained:
    """Train the model that links two tellings of one type."""
    names: list[Feature] = [("", "")]
    templates = PairTemplates(*(OpenTemplate(name, names) for name in PairTemplates._fields))
    rows, labels, trusted = [], [], []
    for lesson, told in zip(lessons, heads, strict=True):
        by_type: dict[str, list[Telling]] = defaultdict(list)
        event_of: dict[int, int] = {}
        for telling, number in gold_tellings(lesson, told):
            by_type[telling.type].append(telling)
            event_of[id(telling)] = number
        for members in by_type.values():
            for earlier, later, gap in near_pairs(members):
                rows.append(pair_features(earlier, later, gap, len(members), templates))
                labels.append(event_of[id(earlier)] == event_of[id(later)])
                trusted.append(trust_in(lesson))
    return fit(PairTemplates._fields, names, rows, labels, trusted, 0.05)


class ChoiceRows:
    """The features of groups of tellings, and whether each group is an event that no surer group tells."""

    def __init__(self) -> None:
        self.names: list[Feature] = [("", "")]
        self.templates = ChoiceTemplates(*(OpenTemplate(name, self.names) for name in ChoiceTemplates._fields))
        self.rows: list[Row] = []

    def add(self, lesson: Lesson, models: dict[str, Linear]) -> list[bool]:
        """Add the groups of an article and return whether each is right."""
        document = lesson.document
        clauses, types = lesson.clauses, models["types"]
        frames, chances = package.weigh_frames(document, clauses, types, models["outlook"])
        tellings = package.find_tellings(document, clauses, frames, chances, types)
        links = link_tellings(tellings, models["links"])
        ranked = rank_groups(group_tellings(tellings, links, package.LEAST_LINK))
        self.rows += choice_features(ranked, links, len(document.sentences), self.templates)
        told = set[int]()
        labels = []
        for group in ranked:
            start, end = package.find_place(document, clauses, group[0].frame)
            new = [
                number
                for number, event in enumerate(lesson.gold.events)
                if number not in told
                and event.type == group[0].type
                and told_in(tuple(sentence_around(lesson.gold.text, *place) for place in event.places), start, end)
            ]
            told.update(new[:1])
            labels.append(bool(new))
        return labels


def train_dates(lessons: list[Lesson], heads: list[list[Head]]) -> Trained:
    """Train the model that says whether a date of the sentence is the event's."""
    names: list[Feature] = [("", "")]
    templates = DateTemplates(*(OpenTemplate(name, names) for name in DateTemplates._fields))
    rows, labels, trusted = [], [], []
    for lesson, told in zip(lessons, heads, strict=True):
        document, clauses, of_gold = lesson.document, lesson.clauses, gold_tellings(lesson, told)
        beside: dict[int, list[Telling]] = defaultdict(list)
        for telling, _ in of_gold:
            beside[telling.frame.sentence].append(telling)
        for telling, number in of_gold:
            event, k = lesson.gold.events[number], telling.frame.sentence
            dates = place_dates(document, clauses, document.sentences[k], dates_in(document, k))
            close, tellings = near(telling, dates, beside[k])
            for dated in close:
                rows.append(date_features(document, clauses, telling, dated, close, tellings, templates))
                labels.append((dated.span.date_start, dated.span.date_end) == (event.start, event.end))
                trusted.append(trust_in(lesson))
    return fit(DateTemplates._fields, names, rows, labels, trusted, 0.1, 2)


def train_status(lessons: list[Lesson], heads: list[list[Head]]) -> Trained:
    """Train the model of an event's status."""
    names: list[Feature] = [("", "")]
    templates = StatusTemplates(*(OpenTemplate(name, names) for name in StatusTemplates._fields))
    rows, labels, trusted = [], [], []
    for lesson, told in zip(lessons, heads, strict=True):
        outcomes = outcomes_of(lesson.clauses)
        for telling, number in gold_tellings(lesson, told):
            rows.append(status_features(lesson.document, lesson.clauses, telling, outcomes, templates))
            labels.append(lesson.gold.events[number].status)
            trusted.append(trust_in(lesson))
    return fit(StatusTemplates._fields, names, rows, labels, trusted, 0.3, 2)


def check(lessons: list[Lesson], names: list[Feature], tests: Iterable[Sequence[str]]) -> None:
    """Print how well models that never saw the outlets of each test find their events."""
    whole = np.zeros(5, int)
    print(f"{'outlets':24}{'gold':>6}{'found':>6}  F1: type and place, with the date; status right of these")
    for test in tests:
        models = package.EventModels(
            *map(to_linear, teach([x for x in lessons if x.outlet not in test], names).values())
        )
        counts = np.zeros(5, int)
        for lesson in lessons:
            if lesson.outlet in test and not lesson.own:
                counts += score_events(lesson, models)
        whole += counts
        print_counts(" ".join(test), counts)
    print_counts("all", whole)


def score_events(lesson: Lesson, models: package.EventModels) -> Any:
    """Return the numbers of gold events, found ones, pairs of a type and place, pairs of a date, of a status."""
    gold, found = lesson.gold.events, package.find_events(lesson.document, (), (), models)
    sentences = [tuple(sentence_around(lesson.gold.text, *place) for place in event.places) for event in gold]

    def likeness(i: int, j: int) -> float:
        if gold[i].type != found[j].type or not told_in(sentences[i], *found[j].places[0]):
            return 0.0
        return 2.0 if gold[i].start == found[j].when.start else 1.0

    pairs = best_pairs(range(len(gold)), range(len(found)), likeness)
    dated = sum((gold[i].start, gold[i].end) == (found[j].when.start, found[j].when.end) for i, j in pairs)
    status = sum(gold[i].status == found[j].status for i, j in pairs)
    return np.array([len(gold), len(found), len(pairs), dated, status])


def print_counts(title: str, counts: Any) -> None:
    """Print one line of the check."""
    gold, found, typed, dated, status = counts.tolist()
    total = gold + found or 1
    print(
        f"{title:24}{gold:6}{found:6}  {2 * typed / total:.3f} {2 * dated / total:.3f} {status / (typed or 1):.3f}",
        flush=True,
    )


def write(name: str, trained: Trained) -> None:
    """Write a model in whole numbers."""
    templates: dict[str, dict[str, Row]] = {}
    for (template, value), row in zip(trained.features, in_units(trained.weights), strict=True):
        templates.setdefault(template, {})[value] = row
    content = {
        "classes": trained.classes,
        "scale": SCALE,
        "bias": in_units(trained.bias),
        "templates": templates,
    }
    path = WEIGHTS / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8"
    )
    print(f"{name}: {sum(map(len, templates.values()))} features, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
