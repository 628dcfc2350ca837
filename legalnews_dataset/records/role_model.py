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
from struct import unpack
from typing import NamedTuple

from legalnews_dataset.records.role_features import Naming, numbered

NONE = "none"
_BYTES = 4  # of the weights of one class in a packed number
_MIDDLE = 1 << (8 * _BYTES - 1)


class RoleModel(NamedTuple):
    """Weights of a multinomial logistic regression; each feature has those of all classes packed into one number.

    `naming` tells a feature by its place in `weights`. The middle of its range is added to each sum in `bias`, so that
    none is negative; a difference of two does not show it.

    Weights are whole numbers, `scale` of them to a nat: so their sum does not depend on the order of the features, and
    one addition adds those of all classes.
    """

    classes: tuple[str, ...]
    bias: int
    naming: Naming[int | None]
    weights: list[int]
    scale: float = 1.0


def _packed(pairs: Iterable[tuple[int, int]]) -> int:
    """Return the number that holds (class, weight) pairs, each weight four bytes above that of the class before."""
    return sum(weight << (8 * _BYTES * index) for index, weight in pairs)


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
        _packed(enumerate(b + _MIDDLE for b in bias)),
        numbered(weights),
        [_packed(zip(pairs[::2], pairs[1::2], strict=True)) for pairs in weights.values()],
        float(scale),
    )


class Opinion(NamedTuple):
    """What the model holds of an entity: its likeliest role or none, the chance of that, and the chance of none."""

    role: str
    chance: float
    none: float


def judge_role(model: RoleModel, features: set[int | None]) -> Opinion:
    """Return what the model holds of an entity with these features.

    >>> model = read_model({"scale": 1, "classes": ["judge", "none"], "bias": [0, 0], "weights": {"kind=x": [0, 3]}})
    >>> judge_role(model, {0}).role, round(judge_role(model, {0}).chance, 2)
    ('judge', 0.95)
    """
    classes = model.classes
    n = len(classes)
    total = sum(map(model.weights.__getitem__, [x for x in features if x is not None]), model.bias)
    sums = unpack(f"<{n}I", total.to_bytes(_BYTES * n, "little"))
    top, scale = max(sums), model.scale
    powers = [exp((value - top) / scale) for value in sums]
    whole = sum(powers)
    return Opinion(classes[sums.index(top)], 1 / whole, powers[classes.index(NONE)] / whole)
