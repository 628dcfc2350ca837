"""Join pairs into clusters, the strongest first, as long as nothing in a cluster contradicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Member = TypeVar("Member")


def partition(
    members: Sequence[Member], pairs: Iterable[tuple[float, int, int]], conflict: Callable[[Member, Member], bool]
) -> list[int]:
    """Return for each member the index of the first member of its cluster.

    Args:
        members: what is clustered, in an order that does not depend on that of the input.
        pairs: strength and the indices of two members that belong together.
        conflict: whether two members cannot be in one cluster.

    >>> partition("aAb", [(2.0, 0, 1), (1.0, 1, 2)], lambda x, y: {x, y} == {"a", "b"})
    [0, 0, 2]

    """
    clusters = {index: [index] for index in range(len(members))}
    root = list(range(len(members)))
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        into, gone = sorted((root[one], root[other]))
        if into == gone:
            continue
        if any(conflict(members[a], members[b]) for a in clusters[into] for b in clusters[gone]):
            continue
        for index in clusters[gone]:
            root[index] = into
        clusters[into] += clusters.pop(gone)
    return root
