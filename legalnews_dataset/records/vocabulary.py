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
from itertools import chain

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int32]


_MOST_KEPT = 1 << 14  # as many lists of numbers a template keeps before it starts afresh


class Template(dict[str, int]):
    """The values of one template and their numbers; unknown values are number 0.

    Attributes:
        together: the numbers of features that hang on the same few things, by these: kept so that frequent ones need
            no look-up of each value.

    """

    def __init__(self) -> None:
        super().__init__()
        self.together: dict[tuple[object, ...], list[int]] = {}

    def keep(self, key: tuple[object, ...], numbers: list[int]) -> list[int]:
        """Keep and return the numbers of features that hang on what `key` holds and on nothing else."""
        if len(self.together) >= _MOST_KEPT:
            self.together.clear()
        self.together[key] = numbers
        return numbers

    def __missing__(self, value: str) -> int:
        """Return the number of unknown values, and keep the value: a second look-up is many times faster."""
        if len(self) < _MOST_KEPT:
            self[value] = 0
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


@lru_cache(maxsize=8)
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
        tuple(templates), tuple(raw["classes"]), np.array(rows, np.int32), np.array(raw["bias"], np.int32), raw["scale"]
    )


def add_up(model: Linear, features: Sequence[Sequence[int]]) -> Rows:
    """Return, for each list of feature numbers (none of them empty), the sum of its weights for every class."""
    if not features:
        return np.zeros((0, len(model.classes)), np.int32)
    sizes = np.fromiter(map(len, features), np.intp, len(features))
    flat = np.fromiter(chain.from_iterable(features), np.intp, int(sizes.sum()))
    return np.add.reduceat(model.weights[flat], np.cumsum(sizes) - sizes, axis=0)


def score(model: Linear, sums: Rows) -> npt.NDArray[np.float64]:
    """Return sums of weights as scores in nats: log odds for one class, logits of a softmax for several."""
    return (sums + model.bias) / model.scale
