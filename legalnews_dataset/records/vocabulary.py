"""Number the features of a linear model, and read a trained model from the package's data files.

A feature is a value in a template: `subject` is a template, `judge` a value. In training a template hands out a new
number for every new value; a trained model's template gives 0 for a value that it does not know, and row 0 of the
weights is zero. So one piece of code makes the features for both.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]


class Template(dict[str, int]):
    """The values of one template and their numbers; unknown values are number 0."""

    def __missing__(self, value: str) -> int:
        """Return the number of unknown values."""
        return 0


class OpenTemplate(Template):
    """A template in training: an unknown value gets the next number of the counter that all templates share."""

    def __init__(self, name: str, names: list[tuple[str, str]]) -> None:
        super().__init__()
        self._name, self._names = name, names

    def __missing__(self, value: str) -> int:
        """Give a new value the next number."""
        self._names.append((self._name, value))
        self[value] = len(self._names) - 1
        return self[value]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model in whole numbers, so that every machine computes the same.

    Attributes:
        templates: one per template name of the features, in order.
        classes: what the columns of the weights stand for.
        weights: one row per feature number.
        bias: one number per class.
        scale: how many units make one nat.

    """

    templates: tuple[Template, ...]
    classes: tuple[str, ...]
    weights: Rows
    bias: Rows
    scale: float


@lru_cache(maxsize=4)
def load_linear(name: str, template_names: tuple[str, ...]) -> Linear:
    """Read a trained model from the package's `weights` folder."""
    raw = json.loads(files(__package__).joinpath("weights", f"{name}.json").read_text(encoding="utf-8"))
    rows = [[0] * len(raw["classes"])]
    templates = []
    for template_name in template_names:
        template = Template()
        for value, row in raw["templates"].get(template_name, {}).items():
            template[value] = len(rows)
            rows.append(row)
        templates.append(template)
    return Linear(
        tuple(templates), tuple(raw["classes"]), np.array(rows, np.int64), np.array(raw["bias"], np.int64), raw["scale"]
    )


def add_up(model: Linear, features: Sequence[Sequence[int]]) -> npt.NDArray[np.float64]:
    """Return the score, in nats, of every class for each list of feature numbers (none of them empty)."""
    if not features:
        return np.zeros((0, len(model.classes)))
    starts = np.cumsum([0, *map(len, features)])[:-1]
    flat = np.fromiter((number for numbers in features for number in numbers), np.int64)
    return (np.add.reduceat(model.weights[flat], starts, axis=0) + model.bias) / model.scale
