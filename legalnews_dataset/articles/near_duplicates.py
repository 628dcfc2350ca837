"""Which articles are copies of others, and which are later states of a story that their outlet wrote on.

Every run of 32 letters and digits of a text is hashed, and the smallest hashes are its sketch (Broder's resemblance of
documents, 1997): texts that share much share many of them. Only texts whose sketches meet are compared in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]
Relation = Literal["duplicate", "revision"]

_SKETCH = 32  # hashes; so many from each text make a quarter of a kilobyte
_LONGEST = 100_000  # characters that are compared
_FEWEST = 6  # hashes that two sketches share, or the texts are not compared; less than a line has no more
# Parts of the smaller sketch that both share where the texts are the same but for slips; share most; share a half.
_LIKELY_SAME, _LIKELY_COPY, _LIKELY_REVISION = 0.84, 0.56, 0.18
_NEIGHBOURS = 3  # articles of one hash that are paired with each other; more are paired with the first

_DAYS = 3  # a story is written on for so long; what comes later is another report
_DAYS_COPIED = 7
_COPY = 0.8  # of the runs of both texts together stand in both
_SAME = 0.95  # the same for texts that differ in a slip of the pen
_KEPT = 0.5  # of the runs of the earlier text stand in the later one
_SHRUNK = 0.8
_ALIKE = 0.5  # of the words of both titles together stand in both
_HEAD = 300  # characters in which a report says whom it is about

_ALNUM = bytes(byte | 0x20 if 65 <= byte <= 90 else byte for byte in range(256))
_REST = bytes(byte for byte in range(256) if not (byte < 0x80 and chr(byte).isalnum()))
_WORDS = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z]\w*[a-z]\w*")  # not in capitals, as the town of a dateline is
_DATED = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)s?"
)
_AGENCIES = frozenset("ap afp upi reuters xinhua bloomberg dpa updated update corrected correction".split())
_DEVELOPING = re.compile(r"\b(?:story|report|situation) is (?:still )?developing\b|\bdeveloping story\b")
_UPDATED = re.compile(r"\b(?:story|article|report) (?:has been|was) (?:updated|corrected)\b|\(updated\)")
_CALLED_UPDATED = ("UPDATE", "CORRECTED", "CORRECTION", "RECAST", "WRITETHRU")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of an article to find those like it.

    `outlet` is its source or the host of its URL; `state` is 0 for a story that says it is developing, 2 for one that
    says it was updated or corrected, else 1.
    """

    article_id: str
    published_on: date | None
    outlet: str | None
    title: str
    state: int
    n_chars: int
    hashes: Hashes


def sketch(
    article_id: str, text: str, title: str | None, published_on: date | None, source: str | None, url: str | None
) -> Sketch:
    """Return the sketch of an article, of columns of its row."""
    runs = _runs(text)
    hashes = np.unique(np.partition(runs, _SKETCH)[:_SKETCH] if len(runs) > _SKETCH else runs)
    outlet = source or (urlsplit(url).netloc if url else None) or None
    called = (title or (urlsplit(url).path if url else "")).lower()
    said = f"{title or ''}\n{text[:_HEAD]}\n{text[-_HEAD:]}"
    return Sketch(article_id, published_on, outlet, called, _state(said), len(text), hashes)


def _state(said: str) -> int:
    lower = said.lower()
    if "developing" in lower and _DEVELOPING.search(lower):
        return 0
    updated = ("updated" in lower or "corrected" in lower) and _UPDATED.search(lower)
    return 2 if updated or any(map(said.__contains__, _CALLED_UPDATED)) else 1


def likely_pairs(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Return the pairs of articles, by index, that must be compared in full, the smaller index first.

    Memory grows with the number of articles only: where many share a hash, as a publisher's boilerplate makes them,
    each is paired with its neighbours and the first, not with all.
    """
    if not sketches:
        return []
    sizes = [len(one.hashes) for one in sketches]
    owners = np.repeat(np.arange(len(sketches), dtype=np.uint32), sizes)
    hashes = np.concatenate([one.hashes for one in sketches])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    first = np.repeat(*_groups(hashes))
    del hashes, order
    found = []
    for step in range(1, _NEIGHBOURS + 1):
        met = np.flatnonzero(first[step:] == first[:-step])
        found.append(owners[met].astype(np.int64) * len(sketches) + owners[met + step])
    met = np.flatnonzero(np.arange(len(first)) - first > _NEIGHBOURS)
    found.append(owners[first[met]].astype(np.int64) * len(sketches) + owners[met])
    del first, met
    keys = np.concatenate(found)
    found.clear()
    keys.sort()
    starts, shared = _groups(keys)
    enough = shared >= _FEWEST
    return [
        (one, other)
        for key, count in zip(keys[starts[enough]].tolist(), shared[enough].tolist(), strict=True)
        for one, other in [divmod(key, len(sketches))]
        if _likely(sketches[one], sketches[other], count)
    ]


def _groups(values: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each group of equal values starts in sorted ones, and its size."""
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(values), 1), bool), values[1:] != values[:-1])))
    return starts, np.diff(np.append(starts, len(values)))


def compare(one: Sketch, one_text: str, other: Sketch, other_text: str) -> Relation | None:
    """Say what two articles are to each other; None where they tell of different people or share too little.

    Publishers write by template: the releases on two counties, or on two tax preparers, are the same but for the names.
    """
    if one_text == other_text:
        return "duplicate"
    (early, old), (late, new) = sorted(
        ((one, one_text), (other, other_text)), key=lambda given: revision_order(given[0])
    )
    runs, more = np.unique(_runs(old)), np.unique(_runs(new))
    common = len(np.intersect1d(runs, more, assume_unique=True))
    resemblance = common / max(1, len(runs) + len(more) - common)
    if _lacks_names(new, old, often=3):
        return None
    if resemblance >= _SAME and early.state == late.state:
        return None if _lacks_names(old, new, often=3) else "duplicate"
    if _lacks_names(new, old[:_HEAD], often=1):
        return None
    same_title = early.title and early.title == late.title
    goes_on = early.state != late.state or same_title or not _lacks_names(old[: 2 * _HEAD], new[:_HEAD], often=1)
    if _may_revise(early, late) and goes_on and common >= _KEPT * len(runs) and late.n_chars >= _SHRUNK * early.n_chars:
        return "revision"
    unlike = (
        _lacks_names(new, old, often=2) or _lacks_names(old, new, often=2) or _days_apart(one, other) > _DAYS_COPIED
    )
    return "duplicate" if resemblance >= _COPY and not unlike else None


def copy_order(sketch: Sketch) -> tuple[Any, ...]:
    """Return by what copies are ordered: the day of publication, unknown days last, then the id."""
    return sketch.published_on is None, sketch.published_on or date.min, sketch.article_id


def revision_order(sketch: Sketch) -> tuple[Any, ...]:
    """Return by what the states of a story are ordered: the day, what they say of themselves, the length, the id."""
    day = sketch.published_on
    return day is None, day or date.min, sketch.state, sketch.n_chars, sketch.article_id


def _likely(one: Sketch, other: Sketch, shared: int) -> bool:
    """Tell whether articles may be copies or states of one story, from the number of hashes that they share.

    Copies differ more than by slips only where one paper took over at once what another had.
    """
    part = shared / min(len(one.hashes), len(other.hashes))
    if part >= _LIKELY_COPY and (part >= _LIKELY_SAME or _days_apart(one, other) <= _DAYS_COPIED):
        return True
    return part >= _LIKELY_REVISION and _may_revise(one, other)


def _may_revise(one: Sketch, other: Sketch) -> bool:
    """Tell whether one outlet wrote both in a few days, under like titles or saying that the story goes on."""
    if one.outlet is None or one.outlet != other.outlet or not one.published_on or _days_apart(one, other) > _DAYS:
        return False
    words, others = set(_WORDS.findall(one.title)), set(_WORDS.findall(other.title))
    alike = len(words & others) >= _ALIKE * max(1, len(words | others))
    return alike or one.state != other.state


def _days_apart(one: Sketch, other: Sketch) -> int:
    """Return the days between two publications; 0 where one is unknown."""
    return abs((one.published_on - other.published_on).days) if one.published_on and other.published_on else 0


def _lacks_names(text: str, named: str, often: int) -> bool:
    """Tell whether a text lacks a name that stands in another so often or oftener."""
    counts = Counter(map(str.lower, _NAME.findall(named)))
    wanted = {name for name, count in counts.items() if count >= often and not _DATED.fullmatch(name)} - _AGENCIES
    return not wanted <= set(_WORDS.findall(text.lower()))


def _runs(text: str) -> Hashes:
    """Return a hash for every run of 32 letters and digits, whatever stands between them; none for a shorter text."""
    letters = text[:_LONGEST].encode("utf-8", "replace").translate(_ALNUM, _REST)
    hashes = np.frombuffer(letters, dtype=np.uint8).astype(np.uint32)
    if len(hashes) < 32:
        return hashes[:0]
    factor = np.uint32(0x9E3779B1)
    with np.errstate(over="ignore"):
        # The hash of a run of 2n is made of those of its halves.
        for length in (1, 2, 4, 8, 16):
            hashes = hashes[:-length] * factor + hashes[length:]
            factor *= factor
        hashes ^= hashes >> np.uint32(16)
        hashes *= np.uint32(0x85EBCA6B)
        hashes ^= hashes >> np.uint32(13)
    return hashes
