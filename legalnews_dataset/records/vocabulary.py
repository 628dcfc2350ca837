"""Weigh the features of a linear model, and read a trained model from the package's data files.

A feature is a value in a template: `subject` is a template, `judge` a value. What a template gives for a value is a
term: in training the number of the feature, in a trained model its weights, those of all classes packed into one whole
number, so that one addition adds them all; 0 for a value that the model does not know. So one piece of code makes the
terms for both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

_MOST_KEPT = 1 << 14  # as many sums or unknown values a template keeps before it starts afresh
_BITS = 32  # of the weights of one class in a packed number
_MIDDLE = 1 << (_BITS - 1)


class Template(dict[str, int]):
    """The values of one template of a trained model and their weights; unknown values weigh nothing.

    Attributes:
        together: the terms of features that hang on the same few things, by these: kept so that frequent ones need no
            look-up of each value.

    """

    def __init__(self) -> None:
        super().__init__()
        self.together: dict[tuple[object, ...], list[int]] = {}

    def keep(self, key: tuple[object, ...], terms: list[int]) -> list[int]:
        """Keep and return the sum of terms that hang on what `key` holds and on nothing else, as a list of one."""
        if len(self.together) >= _MOST_KEPT:
            self.together.clear()
        self.together[key] = whole = [sum(terms)]
        return whole

    def __missing__(self, value: str) -> int:
        """Return the weight of unknown values, and keep the value: a second look-up is many times faster."""
        if len(self) < _MOST_KEPT:
            self[value] = 0
        return 0


class OpenTemplate(Template):
    """A template in training: an unknown value gets the next number of the counter that all templates share."""

    def __init__(self, name: str, names: list[tuple[str, str]]) -> None:
        super().__init__()
        self._name, self._names = name, names

    def keep(self, key: tuple[object, ...], terms: list[int]) -> list[int]:
        """Return the terms as they are: training tells every feature."""
        return terms

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
        classes: what the weights stand for.
        bias: the weights that every sum begins with.
        scale: how many units make one nat.
        middle: what makes the sum of every class positive.

    """

    templates: tuple[Template, ...]
    classes: tuple[str, ...]
    bias: int
    scale: float
    middle: int


def pack(weights: Iterable[int]) -> int:
    """Return the weights of all classes as one number: the sum of two such numbers holds the sums for each class."""
    return sum(weight << (_BITS * index) for index, weight in enumerate(weights))


def make_linear(
    classes: Sequence[str], scale: float, bias: Sequence[int], templates: Iterable[Mapping[str, Sequence[int]]]
) -> Linear:
    """Return a model from its weights by template and value, one weight per class."""
    made = []
    for values in templates:
        template = Template()
        template.update((value, pack(weights)) for value, weights in values.items())
        made.append(template)
    return Linear(tuple(made), tuple(classes), pack(bias), scale, pack([_MIDDLE] * len(classes)))


@lru_cache(maxsize=8)
def load_linear(name: str, template_names: tuple[str, ...]) -> Linear:
    """Read a trained model from the package's `weights` folder."""
    raw = json.loads(files(__package__).joinpath("weights", f"{name}.json").read_text(encoding="utf-8"))
    return make_linear(
        raw["classes"], raw["scale"], raw["bias"], [raw["templates"].get(name, {}) for name in template_names]
    )


def odds_of(model: Linear, terms: Iterable[int]) -> float:
    """Return the log odds, in nats, that a model of one class gives to the sum of these terms."""
    return sum(terms, model.bias) / model.scale


def unpack(model: Linear, sums: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return sums of terms, the bias among them, as the units of each class, one row per sum.

    >>> model = make_linear(("no", "yes"), 1.0, (0, -2), ({"a": (3, -1)},))
    >>> unpack(model, [model.bias + model.templates[0]["a"]]).tolist()
    [[3, -3]]
    """
    size = _BITS // 8 * len(model.classes)
    fields = np.frombuffer(b"".join([(total + model.middle).to_bytes(size, "little") for total in sums]), "<u4")
    return fields.reshape(len(sums), len(model.classes)).astype(np.int64) - _MIDDLE
