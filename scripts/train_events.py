"""Train the weights of the event models on gold annotations and write them into the package.

    python scripts/train_events.py GOLD_DIR ARTICLE_DIR

The folders are in the format of the gold files: one `<article_id>.json` beside `<article_id>.txt`. The output is a
function of the input alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.event_dates import DateTemplates, date_features, dates_in
from legalnews_dataset.records.event_frames import Clauses, Frame, Templates, find_frames, read_clauses
from legalnews_dataset.records.event_merging import PairTemplates, Telling, make_telling, pair_features
from legalnews_dataset.records.event_status import StatusTemplates, outcomes_of, status_features
from legalnews_dataset.records.event_words import STEM_TYPES
from legalnews_dataset.records.vocabulary import OpenTemplate

WEIGHTS = Path(__file__).parents[1] / "legalnews_dataset" / "records" / "weights"
NONE = "none"
IGNORED = -1
SCALE = 40.0  # weights are stored as whole fortieths of a nat
Names = list[tuple[str, str]]
Heads = list[tuple[int, str, int]]  # frame, type, number of the event


@dataclass(slots=True)
class Lesson:
    """A gold article: its frames, the frames inside each gold span and the event that the span tells."""

    document: Document
    clauses: Clauses
    frames: list[Frame]
    spans: list[tuple[int, str, list[int]]]
    events: list[dict[str, Any]]
    matrix: Any = None


def main() -> None:
    """Train all models on all gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    given = parser.parse_args()
    names: Names = [("", "")]
    templates = Templates(*(OpenTemplate(name, names) for name in Templates._fields))
    lessons = [read_lesson(path, given.articles, templates) for path in sorted(given.gold.glob("*.json"))]
    for lesson in lessons:
        lesson.matrix = to_matrix([frame.features for frame in lesson.frames], len(names))
    keep, model, told = train_types(lessons)
    write("event_types", names, keep, model)
    for name, train in (("links", train_links), ("dates", train_dates), ("status", train_status)):
        names = [("", "")]
        write(f"event_{name}", names, *train(lessons, told, names))


def read_lesson(path: Path, articles: Path, templates: Templates) -> Lesson:
    """Annotate a gold article and find the frames that stand inside its gold spans, smallest spans first."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (articles / f"{gold['article_id']}.txt").read_text(encoding="utf-8")
    day = gold.get("published_on")
    document = annotate(Article(gold["article_id"], text, published_on=date.fromisoformat(day) if day else None))
    clauses = read_clauses(document)
    frames = find_frames(document, clauses, templates)
    starts, ends = document.tokens.starts, document.tokens.ends
    places = sorted(
        (end - start, start, end, number)
        for number, event in enumerate(gold["events"])
        for start, end in (locate(text, mention) for mention in event["mentions"])
    )
    free, spans = set(range(len(frames))), []
    for _, start, end, number in places:
        inside = [i for i in sorted(free) if start <= starts[frames[i].token] and ends[frames[i].token] <= end]
        free.difference_update(inside)
        if inside:
            spans.append((number, gold["events"][number]["type"], inside))
    return Lesson(document, clauses, frames, spans, gold["events"])


def locate(text: str, mention: dict[str, Any]) -> tuple[int, int]:
    """Return the characters of a gold mention: its offsets, or its `nth` occurrence in the text."""
    if "start_char" in mention:
        return mention["start_char"], mention["end_char"]
    start = -1
    for _ in range(mention.get("nth") or 1):
        start = text.index(mention["text"], start + 1)
    return start, start + len(mention["text"])


def to_matrix(rows: Sequence[Iterable[int]], width: int) -> Any:
    """Return the rows of feature numbers as a sparse matrix of counts, as the package adds them up."""
    ends = np.cumsum([0, *(len(list(row)) for row in rows)])
    flat = [number for row in rows for number in row]
    return csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(rows), width))


def heads(lesson: Lesson, chances: Any | None, classes: list[str]) -> Heads:
    """Return the frame that tells each span's event: the likeliest of its type, at first the first that can tell it."""
    found = []
    for number, type_, inside in lesson.spans:
        if chances is not None:
            head = max(inside, key=lambda i: (chances[i][classes.index(type_)], -i))
        else:
            able = [i for i in inside if type_ in STEM_TYPES.get(lesson.clauses.stems[lesson.frames[i].token], ())]
            head = (able or inside)[0]
        found.append((head, type_, number))
    return found


def train_types(lessons: list[Lesson]) -> tuple[Any, Any, list[Heads]]:
    """Train the model of types twice: what it learned first says which frame of a span tells the event."""
    matrix = vstack([lesson.matrix for lesson in lessons]).tocsr()
    in_articles = sum((lesson.matrix.sum(axis=0) > 0).astype(int) for lesson in lessons)
    keep = np.flatnonzero(np.asarray(in_articles).ravel() >= 2)
    matrix = matrix[:, keep]
    bounds = np.cumsum([len(lesson.frames) for lesson in lessons])[:-1]
    model: Any = None
    chances: list[Any] | None = None
    for _ in range(2):
        labels = []
        for i, lesson in enumerate(lessons):
            row: list[str | None] = [NONE] * len(lesson.frames)
            for _, _, inside in lesson.spans:
                for frame in inside:
                    row[frame] = None
            for head, type_, _ in heads(
                lesson, chances[i] if chances else None, list(model.classes_) if chances else []
            ):
                row[head] = type_
            labels += row
        told = np.array([label is not None for label in labels])
        model = LogisticRegression(C=0.1, max_iter=200, tol=1e-3).fit(matrix[told], [x for x in labels if x])
        chances = np.split(model.predict_proba(matrix), bounds)
    assert chances is not None
    return keep, model, [heads(lesson, row, list(model.classes_)) for lesson, row in zip(lessons, chances, strict=True)]


def fit(rows: Sequence[Sequence[int]], labels: Sequence[Any], width: int, strength: float) -> tuple[Any, Any]:
    """Fit a model to features that at least three rows have; a greater `strength` trusts the rows more."""
    matrix = to_matrix(rows, width)
    keep = np.flatnonzero(np.asarray((matrix > 0).sum(axis=0)).ravel() > 2)
    return keep, LogisticRegression(C=strength, max_iter=400).fit(matrix[:, keep], labels)


def tellings_of(lesson: Lesson, told: Heads) -> list[tuple[Telling, int]]:
    """Return the tellings of a gold article with the numbers of their events, in text order."""
    return [
        (make_telling(lesson.document, lesson.clauses, lesson.frames[head], type_, 1.0), number)
        for head, type_, number in sorted(told)
    ]


def train_links(lessons: list[Lesson], told: list[Heads], names: Names) -> tuple[Any, Any]:
    """Train the model that links two tellings of one type."""
    templates = PairTemplates(*(OpenTemplate(name, names) for name in PairTemplates._fields))
    rows, labels = [], []
    for lesson, spans in zip(lessons, told, strict=True):
        by_type: dict[str, list[tuple[Telling, int]]] = {}
        for telling, number in tellings_of(lesson, spans):
            by_type.setdefault(telling.type, []).append((telling, number))
        for members in by_type.values():
            for y, (later, b) in enumerate(members):
                for x, (earlier, a) in enumerate(members[:y]):
                    rows.append(pair_features(earlier, later, y - x - 1, len(members), templates))
                    labels.append(a == b)
    return fit(rows, labels, len(names), 0.05)


def train_dates(lessons: list[Lesson], told: list[Heads], names: Names) -> tuple[Any, Any]:
    """Train the model that says whether a date of the sentence is the event's."""
    templates = DateTemplates(*(OpenTemplate(name, names) for name in DateTemplates._fields))
    rows, labels = [], []
    for lesson, spans in zip(lessons, told, strict=True):
        for telling, number in tellings_of(lesson, spans):
            around = [frame for frame in lesson.frames if frame.sentence == telling.frame.sentence]
            event = lesson.events[number]
            for span in dates_in(lesson.document, telling.frame):
                rows.append(date_features(lesson.document, lesson.clauses, around, telling, span, templates))
                labels.append((str(span.date_start), str(span.date_end)) == (event["start"], event["end"]))
    return fit(rows, labels, len(names), 0.2)


def train_status(lessons: list[Lesson], told: list[Heads], names: Names) -> tuple[Any, Any]:
    """Train the model of an event's status."""
    templates = StatusTemplates(*(OpenTemplate(name, names) for name in StatusTemplates._fields))
    rows, labels = [], []
    for lesson, spans in zip(lessons, told, strict=True):
        outcomes = outcomes_of(lesson.clauses)
        for telling, number in tellings_of(lesson, spans):
            rows.append(status_features(lesson.document, lesson.clauses, telling, outcomes, templates))
            labels.append(lesson.events[number]["status"])
    return fit(rows, labels, len(names), 0.3)


def write(name: str, names: Names, keep: Any, model: Any) -> None:
    """Write a model in whole numbers, features without a weight left out."""
    whole = np.rint(model.coef_.T * SCALE).astype(int)
    templates: dict[str, dict[str, list[int]]] = {}
    for number, row in zip(keep, whole.tolist(), strict=True):
        if any(row):
            template, value = names[number]
            templates.setdefault(template, {})[value] = row
    content = {
        "classes": list(model.classes_) if len(model.classes_) > 2 else ["yes"],
        "scale": SCALE,
        "bias": np.rint(model.intercept_ * SCALE).astype(int).tolist(),
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
