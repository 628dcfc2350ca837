"""Train the weights of the role model on gold annotations and write them into the package.

    python scripts/train_roles.py GOLD_DIR ARTICLE_DIR [FOLDER ...] [--cross-validate]

The folders are in the format of the gold files: one `<article_id>.json` beside `<article_id>.txt`. The output is a
function of the input alone. With `--cross-validate` nothing is written: each outlet (the article id up to its first
dash) is judged by a model trained on all others, and the F1 of (name, role) is printed with and without the model.
Folders after the second hold further annotated articles (`articles/`, `gold/`), which are trained on and never scored;
those whose id begins with `h-` are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.documents.document import Document
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
HELD_OUT = "h-"  # what the ids of further articles begin with that nothing is trained on
# Where the gold gives an entity several roles, the first of these is learned.
ORDER = (
    *("defendant", "plaintiff", "prosecutor", "plaintiff_attorney", "defense_attorney", "judge", "victim"),
    *("witness", "other"),
)


class Lesson(NamedTuple):
    """A gold article: its features by entity, their roles, and all (name, role) pairs of the gold.

    `outlet` is None for a further article, which is trained on and never scored.
    """

    outlet: str | None
    document: Document
    rows: list[tuple[set[str], str, float]]
    gold: list[tuple[list[str], str]]


def main() -> None:
    """Train on all gold, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("further", type=Path, nargs="*", metavar="folder")
    parser.add_argument("--cross-validate", action="store_true")
    given = parser.parse_args()
    lessons = read_lessons(given.gold, given.articles, given.further)
    if given.cross_validate:
        cross_validate(lessons)
        return
    raw = train([row for lesson in lessons for row in lesson.rows])
    WEIGHTS.write_text(json.dumps(raw, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(raw['weights'])} features, {WEIGHTS.stat().st_size} bytes")


def read_lessons(gold: Path, articles: Path, further: Sequence[Path] = ()) -> list[Lesson]:
    """Return the lesson of each gold article, then those of the further folders of annotated articles."""
    lessons = [read_lesson(path, articles, path.stem.partition("-")[0]) for path in sorted(gold.glob("*.json"))]
    for folder in further:
        paths = (path for path in sorted((folder / "gold").glob("*.json")) if not path.stem.startswith(HELD_OUT))
        lessons += [read_lesson(path, folder / "articles", None) for path in paths]
    return lessons


def read_lesson(path: Path, articles: Path, outlet: str | None) -> Lesson:
    """Annotate a gold article and give each of its entities the gold's role or none."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (articles / f"{gold['article_id']}.txt").read_text(encoding="utf-8")
    day = gold.get("published_on")
    document = annotate(Article(gold["article_id"], text, published_on=date.fromisoformat(day) if day else None))
    pairs = [(forms(party), role["role"]) for party in gold["parties"] for role in party["roles"]]
    rows = []
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
            rows.append((features, role, WEIGHTS_OF.get(outlet or "", 1.0)))
    return Lesson(outlet, document, rows, pairs)


def forms(party: dict[str, Any]) -> list[str]:
    """Return the printed forms of a gold party that identify it: a person's surname alone does not."""
    return [party["name"], *(m for m in party["mentions"] if party["kind"] != "person" or len(m.split()) > 1)]


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
    for outlet in sorted({lesson.outlet for lesson in lessons if lesson.outlet}):
        model = read_model(train([row for x in lessons if x.outlet != outlet for row in x.rows]))
        here = [lesson for lesson in lessons if lesson.outlet == outlet and lesson.rows]
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
