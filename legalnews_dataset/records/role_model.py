"""A second opinion on roles: a linear model over everything that the text shows about an entity.

The weights are trained by `scripts/train_roles.py`. Rules speak first; the model adds what they missed, and drops what
it is sure is no party.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

NONE = "none"


class RoleModel(NamedTuple):
    """Weights of a multinomial logistic regression; each feature has (class, weight) pairs, zeros left out.

    Weights are whole numbers, `scale` of them to a nat: so their sum does not depend on the order of the features.
    """

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[tuple[int, int], ...]]
    scale: float = 1.0


@cache
def role_model() -> RoleModel:
    """Return the model that ships with the package."""
    text = (files("legalnews_dataset.records") / "weights" / "roles.json").read_text(encoding="utf-8")
    return read_model(json.loads(text))


def read_model(raw: dict[str, object]) -> RoleModel:
    """Return the model that a JSON object holds: classes, bias, scale and weights by feature as flat pairs."""
    scale = raw["scale"]
    classes, bias, weights = raw["classes"], raw["bias"], raw["weights"]
    assert isinstance(scale, int | float)
    assert isinstance(classes, list)
    assert isinstance(bias, list)
    assert isinstance(weights, dict)
    return RoleModel(
        tuple(classes),
        tuple(bias),
        {name: tuple(zip(pairs[::2], pairs[1::2], strict=True)) for name, pairs in weights.items()},
        float(scale),
    )


def role_chances(model: RoleModel, features: Iterable[str]) -> dict[str, float]:
    """Return the chance of each role, and of none, for an entity with these features.

    >>> model = RoleModel(("judge", "none"), (0, 0), {"head=judge": ((0, 3),)})
    >>> round(role_chances(model, {"head=judge"})["judge"], 2)
    0.95
    """
    sums = list(model.bias)
    known = model.weights.get
    for feature in features:
        for index, weight in known(feature, ()):
            sums[index] += weight
    top = max(sums)
    powers = [exp((value - top) / model.scale) for value in sums]
    total = sum(powers)
    return {name: power / total for name, power in zip(model.classes, powers, strict=True)}
