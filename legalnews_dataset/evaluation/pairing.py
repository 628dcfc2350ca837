"""Pair gold with predictions, one to one, for the largest total score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def best_pairs(
    gold: Sequence[Gold], predicted: Sequence[Predicted], score: Callable[[Gold, Predicted], float]
) -> list[tuple[int, int]]:
    """Return the pairs of indices (gold, predicted) of the assignment with the largest total score.

    Pairs of score 0 are left out. The method is the Hungarian one with potentials, row by row (Kuhn 1955, Munkres
    1957); among assignments of equal total the first found in the order of the input is taken.

    >>> best_pairs([1, 2], [2, 1, 3], lambda a, b: float(a == b))
    [(0, 1), (1, 0)]
    """
    values = [[score(g, p) for p in predicted] for g in gold]
    if not values or not values[0]:
        return []
    if len(gold) > len(predicted):
        pairs = [(i, j) for j, i in _assign([list(column) for column in zip(*values, strict=True)])]
    else:
        pairs = _assign(values)
    return sorted((i, j) for i, j in pairs if values[i][j] > 0)


def _assign(values: list[list[float]]) -> list[tuple[int, int]]:
    """Give each row a column of its own; there are at least as many columns as rows."""
    columns = len(values[0])
    row_potential = [0.0] * len(values)
    column_potential = [0.0] * columns
    holder: list[int | None] = [None] * columns
    for new_row in range(len(values)):
        slack = [float("inf")] * columns
        came_from: list[int | None] = [None] * columns
        visited: list[int] = []
        row, column = new_row, None
        while True:
            # Rows in the tree: the new one and the holders of the visited columns.
            nearest, step = -1, float("inf")
            for j in range(columns):
                if j in visited:
                    continue
                reduced = -values[row][j] - row_potential[row] - column_potential[j]
                if reduced < slack[j]:
                    slack[j], came_from[j] = reduced, column
                if slack[j] < step:
                    nearest, step = j, slack[j]
            row_potential[new_row] += step
            for j in visited:
                held_by = holder[j]
                if held_by is not None:
                    row_potential[held_by] += step
                column_potential[j] -= step
            slack = [s if j in visited else s - step for j, s in enumerate(slack)]
            column = nearest
            visited.append(column)
            held = holder[column]
            if held is None:
                break
            row = held
        while column is not None:
            before = came_from[column]
            holder[column] = new_row if before is None else holder[before]
            column = before
    return [(row, column) for column, row in enumerate(holder) if row is not None]
