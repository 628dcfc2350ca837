"""Train the weights of the role model on gold annotations and write them into the package.

    python3 scripts/train_roles.py ../shared
    python3 scripts/train_roles.py ../shared --cross-validate

Needs a folder of gold (`articles/`, `gold/dev/`) and scikit-learn (dependency group `train`). The output is a function
of the input alone. With `--cross-validate` nothing is written: each outlet (the article id up to its first dash) is
judged by a model trained on all others, and the F1 of (name, role) is printed with and without the model. The articles
that we annotated ourselves (`scripts/lessons`) are trained on and never scored.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from lessons import outlet_of, read_annotated, read_gold_articles
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Document
from legalnews_dataset.evaluation.gold import GoldArticle, GoldParty
from legalnews_dataset.evaluation.names import same_name
from legalnews_dataset.records.cases import draft_cases, revise_cases
from legalnews_dataset.records.role_features import SPELLED, read_cast, role_features, sides_of, telling_sentences
from legalnews_dataset.records.role_model import NONE, RoleModel, read_model

WEIGHTS = Path(__file__).parents[1] / "legalnews_dataset" / "records" / "weights" / "roles.json"
SCALE = 50  # weights are stored as whole fiftieths of a nat
SMALLEST = 3  # and left out below this
SEEN = 3  # entities that must show a feature for it to count
STRENGTH = 0.2  # inverse of the regularization, from cross-validation
WEIGHTS_OF = {"doj": 0.1}  # press releases, of one form, would drown what news teaches
# Where the gold gives an entity several roles, the first of these is learned.
ORDER = (
    *("defendant", "plaintiff", "prosecutor", "plaintiff_attorney", "defense_attorney", "judge", "victim"),
    *("witness", "other"),
)


class Lesson(NamedTuple):
    """A gold article: its features by entity, their roles, and all (name, role) pairs of the gold.

    An article that we annotated ourselves (`own`) is trained on where its outlet is not judged, and never scored.
    """

    outlet: str
    own: bool
    document: Document
    rows: list[tuple[set[str], str, float]]
    gold: list[tuple[list[str], str]]


def main() -> None:
    """Train on all gold, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    given = parser.parse_args()
    lessons = read_lessons(given.shared)
    if given.cross_validate:
        cross_validate(lessons)
        return
    raw = train([row for lesson in lessons for row in lesson.rows])
    WEIGHTS.write_text(json.dumps(raw, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(raw['weights'])} features, {WEIGHTS.stat().st_size} bytes")


def read_lessons(shared: Path) -> list[Lesson]:
    """Return the lesson of each gold article, then those of the articles that we annotated ourselves."""
    lessons = [read_lesson(article, told, False) for article, told in read_gold_articles(shared)]
    return lessons + [read_lesson(article, told, True) for article, told in read_annotated(shared)]


def read_lesson(article: Article, gold: GoldArticle, own: bool) -> Lesson:
    """Annotate a gold article and give each of its entities the gold's role or none."""
    document = annotate(article)
    pairs = [(forms(party), role) for party in gold.parties for _, role in party.roles]
    rows = []
    outlet = outlet_of(article)
    if document.sentences:
        draft = draft_cases(document)
        telling, sides = telling_sentences(draft.clauses), sides_of(draft.proceedings)
        cast = read_cast(draft.clauses, draft.proceedings, draft.parties)
        for e, entity in enumerate(document.entities):
            given = [party for party in draft.parties if party.entity == e]
            if not entity.mentions or (draft.clauses.kinds[e] == "place" and not given):
                continue
            roles = {role for names, role in pairs if any(same_name(name, entity.name) for name in names)}
            features = role_features(
                draft.clauses, e, draft.signs[e], draft.proceedings, sides, given, telling, cast, SPELLED
            )
            role = next((role for role in ORDER if role in roles), NONE)
            rows.append((features, role, WEIGHTS_OF.get(outlet, 1.0)))
    return Lesson(outlet, own, document, rows, pairs)


def forms(party: GoldParty) -> list[str]:
    """Return the printed forms of a gold party that identify it: a person's surname alone does not."""
    return [party.name, *(form for form in party.forms if party.kind != "person" or len(form.split()) > 1)]


def train(rows: Sequence[tuple[set[str], str, float]]) -> dict[str, Any]:
    """Fit the model and return it in the form that the package reads."""
    seen = Counter(feature for features, _, _ in rows for feature in features)
    names = sorted(feature for feature, n in seen.items() if n >= SEEN)
    number = {name: i for i, name in enumerate(names)}
    flat = [sorted(number[f] for f in features if f in number) for features, _, _ in rows]
    ends = np.cumsum([0, *map(len, flat)])
    indices = [i for row in flat for i in row]
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), len(names)))
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(
        matrix, [role for _, role, _ in rows], sample_weight=[weight for _, _, weight in rows]
    )
    scaled = np.round(model.coef_ * SCALE).astype(int)
    weights = {}
    for i, name in enumerate(names):
        pairs = [x for k in range(len(model.classes_)) if abs(w := int(scaled[k, i])) >= SMALLEST for x in (k, w)]
        if pairs:
            weights[name] = pairs
    bias = [int(value) for value in np.round(model.intercept_ * SCALE)]
    return {"scale": SCALE, "classes": [str(x) for x in model.classes_], "bias": bias, "weights": weights}


def cross_validate(lessons: Sequence[Lesson]) -> None:
    """Print the F1 of (name, role) for each outlet, by a model that has not seen it."""
    for outlet in sorted({lesson.outlet for lesson in lessons if not lesson.own}):
        model = read_model(train([row for x in lessons if x.outlet != outlet for row in x.rows]))
        here = [x for x in lessons if x.outlet == outlet and x.rows and not x.own]
        print(f"{outlet:8}{len(here):5} articles   rules {f1(here, None):.3f}   with the model {f1(here, model):.3f}")


def f1(lessons: Sequence[Lesson], model: RoleModel | None) -> float:
    """Return the F1 of (name, role) pairs, names compared without one-to-one matching."""
    hits = wanted = made = 0
    for lesson in lessons:
        draft = draft_cases(lesson.document)
        parties = draft.parties if model is None else revise_cases(draft, model)[1]
        found = {(lesson.document.entities[party.entity].name, party.role) for party in parties}
        made += len(found)
        wanted += len({(names[0], role) for names, role in lesson.gold})
        hits += sum(
            any(role == other and any(same_name(n, name) for n in names) for names, other in lesson.gold)
            for name, role in found
        )
    return 2 * hits / (wanted + made) if wanted + made else 0.0


if __name__ == "__main__":
    main()
