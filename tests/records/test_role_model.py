"""The linear model of roles: a small model of our own, and the one that ships."""

from __future__ import annotations

import pytest

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.records.cases import draft_cases, revise_cases
from legalnews_dataset.records.role_features import (
    SPELLED,
    Feature,
    Naming,
    numbered,
    read_cast,
    role_features,
    telling_sentences,
)
from legalnews_dataset.records.role_model import NONE, RoleModel, judge_role, read_model

LEAD = "Mary Poole sued Acme Corp. on Tuesday. Rose Field watched from the gallery."


def revised(model: RoleModel) -> set[tuple[str, str]]:
    document = annotate(Article("a", LEAD))
    _, parties = revise_cases(draft_cases(document), model)
    return {(document.entities[party.entity].name, party.role) for party in parties}


def small(bias: list[int], weights: dict[str, list[int]]) -> RoleModel:
    return read_model({"scale": 1, "classes": [NONE, "witness"], "bias": bias, "weights": weights})


def test_an_unsure_model_leaves_the_rules_alone() -> None:
    unsure = small([0, 0], {"kind=place": [0, 9]})
    assert ("Mary Poole", "plaintiff") in revised(unsure)


def test_a_sure_model_drops_and_adds() -> None:
    drops = small([9, 0], {})
    assert revised(drops) == set()
    adds = small([0, 0], {"role=none|person|civil": [1, 9]})
    assert ("Rose Field", "witness") in revised(adds)


def test_the_likeliest_role_and_none_have_their_chances() -> None:
    model = read_model({"scale": 1, "classes": [NONE, "witness"], "bias": [0, 2], "weights": {"media": [0, 1]}})
    opinion = judge_role(model, {0})
    assert opinion.role == "witness"
    assert opinion.chance + opinion.none == pytest.approx(1)


def test_features_that_are_spelled_and_numbered_are_the_same() -> None:
    draft = draft_cases(annotate(Article("a", LEAD)))
    told = telling_sentences(draft.clauses)
    cast = read_cast(draft.clauses, draft.proceedings, draft.parties)

    def features(naming: Naming[Feature]) -> set[Feature]:
        return role_features(draft.clauses, 0, draft.signs[0], draft.proceedings, {}, [], told, cast, naming)

    names = sorted(features(SPELLED))
    assert features(numbered(names)) == set(range(len(names)))


def test_a_list_an_age_and_the_open_sides_are_features() -> None:
    document = annotate(Article("a", "Peter Vance, 42, and Rose Field were seen. Acme Corp. was sued by Mary Poole."))
    draft = draft_cases(document)
    told, cast = telling_sentences(draft.clauses), read_cast(draft.clauses, draft.proceedings, draft.parties)
    found = role_features(draft.clauses, 0, draft.signs[0], draft.proceedings, {}, [], told, cast, SPELLED)
    assert {"list=none|person", "aged=civil True True", "rank=0|person"} <= found
