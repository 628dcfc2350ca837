"""Which pairs of cases are worth comparing: those that share a docket number or a principal party's name."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from legalnews_dataset.records.linking.likeness import kind_of
from legalnews_dataset.records.linking.name_keys import NameKey, spelling
from legalnews_dataset.records.linking.sketch import Sketch

# A serial litigant, or a common surname, is compared with this many cases of its name on either side in time, so that
# the work grows with the number of cases and not with its square.
WINDOW = 40
_AT_A_TIME = 100_000


def candidate_pairs(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indices, the smaller first, that are worth comparing, each once and in order.

    A pair takes eight bytes: where each of a hundred thousand cases meets as many others as it can, there are millions.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for key in set(_block_keys(sketch)):
            blocks[key].append(index)
    count, pairs = len(sketches), array("q")
    for members in blocks.values():
        if len(members) > 2:
            members.sort(key=lambda index: (str(sketches[index].published_on), sketches[index].case_id))
        for place, one in enumerate(members):
            for other in members[place + 1 : place + 1 + WINDOW]:
                pairs.append(min(one, other) * count + max(one, other))
    once = np.unique(np.frombuffer(pairs, np.int64)) if pairs else np.empty(0, np.int64)
    for start in range(0, len(once), _AT_A_TIME):
        for pair in once[start : start + _AT_A_TIME].tolist():
            yield divmod(pair, count)


def _block_keys(sketch: Sketch) -> Iterator[tuple[str, str]]:
    if sketch.docket:
        yield "docket", sketch.docket
    # Where nobody is named who sues, the case may be a prosecution.
    guess = sketch.kind == "civil" and not sketch.plaintiffs and not sketch.public
    kinds = ("civil", "criminal") if guess else (kind_of(sketch),)
    for name in (*sketch.plaintiffs, *sketch.defendants):
        for block in _name_blocks(name):
            for kind in kinds:
                yield kind, block


def _name_blocks(name: NameKey) -> Iterator[str]:
    if name.person:
        yield f"{name.last} {name.given[0][0] if name.given else ''}"
        if name.full:
            yield f"{spelling(name.last)} {spelling(name.given[0])}"
    elif name.given:
        yield name.given[0]
