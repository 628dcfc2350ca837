"""The linear model of roles: a small model of our own, and the one that ships."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases, revise_cases
from legalnews_dataset.records.role_model import NONE, RoleModel, role_chances, role_model

LEAD = "Mary Poole sued Acme Corp. on Tuesday. Rose Field watched from the gallery."


def revised(model: RoleModel) -> set[tuple[str, str]]:
    document = annotate(Article("a", LEAD))
    _, parties = revise_cases(draft_cases(document), model)
    return {(document.entities[party.entity].name, party.role) for party in parties}


def test_an_unsure_model_leaves_the_rules_alone() -> None:
    unsure = RoleModel((NONE, "witness"), (0, 0), {"kind=place": ((0, 9),)})
    assert ("Mary Poole", "plaintiff") in revised(unsure)


def test_a_sure_model_drops_and_adds() -> None:
    drops = RoleModel((NONE, "witness"), (9, 0), {})
    assert revised(drops) == set()
    adds = RoleModel((NONE, "witness"), (0, 0), {"role=none|person|civil": ((1, 9),)})
    assert ("Rose Field", "witness") in revised(adds)


def test_chances_add_up_to_one_in_any_order() -> None:
    model = role_model()
    some = sorted(model.weights)[:40]
    forward, backward = role_chances(model, some), role_chances(model, reversed(some))
    assert forward == backward
    assert sum(forward.values()) == pytest.approx(1)
