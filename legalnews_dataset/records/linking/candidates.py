"""Which pairs of cases are worth comparing: those that share a docket number or a principal party's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from legalnews_dataset.records.linking.likeness import kind_of
from legalnews_dataset.records.linking.name_keys import NameKey, spelling
from legalnews_dataset.records.linking.sketch import Sketch

# A serial litigant, or a common surname, is compared with this many cases of its name on either side in time, so that
# the work grows with the number of cases and not with its square.
WINDOW = 40


def candidate_pairs(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Return the pairs of indices, the smaller first, that are worth comparing."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for key in set(_block_keys(sketch)):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > 2:
            members.sort(key=lambda index: (str(sketches[index].published_on), sketches[index].case_id))
        for place, one in enumerate(members):
            for other in members[place + 1 : place + 1 + WINDOW]:
                pairs.add((min(one, other), max(one, other)))
    return pairs


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
