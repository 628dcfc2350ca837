"""Extract every gold article with models that never saw its outlet, which is how the package meets a new one.

The weights that ship are trained on all gold, so that a measure of them on gold flatters. Here the outlets are cut in
four parts, and the articles of each are read with models trained on the other three. Needs scikit-learn (dependency
group `train`).
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import train_events
import train_roles

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.read import read_articles
from legalnews_dataset.evaluation.predicted import Predicted, as_predicted
from legalnews_dataset.pipeline import extract_article
from legalnews_dataset.records import cases, events
from legalnews_dataset.records.role_model import read_model


def extract_unseen(shared: Path) -> dict[str, Predicted]:
    """Return the rows of each gold article, by models of other outlets.

    Args:
        shared: the folder of gold: `articles/dev.jsonl`, `articles/dev/` and `gold/dev/`.

    """
    names: list[train_events.Feature] = [("", "")]
    of_events = train_events.read_lessons(shared, names)
    of_roles = train_roles.read_lessons(shared)
    articles = [a for a in read_articles([shared / "articles" / "dev.jsonl"]) if isinstance(a, Article)]
    found: dict[str, Predicted] = {}
    for part in train_events.parts(of_events):
        taught = train_events.teach([lesson for lesson in of_events if lesson.outlet not in part], names)
        event_models = events.EventModels(*map(train_events.to_linear, taught.values()))
        role_model = read_model(
            train_roles.train([row for lesson in of_roles if lesson.outlet not in part for row in lesson.rows])
        )
        with (
            patch.object(events, "load_models", lambda models=event_models: models),
            patch.object(cases, "role_model", lambda model=role_model: model),
        ):
            for article in articles:
                if article.article_id.partition("-")[0] in part:
                    found[article.article_id] = as_predicted(extract_article(article))
    return found
