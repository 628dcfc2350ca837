"""What a curator decided: pairs of articles that must, or cannot, tell one case."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast

from legalnews_dataset.errors import UsageError
from legalnews_dataset.records.linking.name_keys import name_key, same_entity
from legalnews_dataset.records.linking.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Override:
    """A row of the override file.

    `name` is a principal party of the case that is meant; it may be empty where each of the two articles tells one
    case only.
    """

    relation: Literal["must", "cannot"]
    article_id: str
    other_article_id: str
    name: str
    reason: str


def read_overrides(path: Path) -> tuple[Override, ...]:
    """Return the rows of an override file, a CSV with the columns of `Override`.

    Raises:
        UsageError: no such file, other columns, a relation that is neither `must` nor `cannot`, or no reason.

    """
    columns = [field.name for field in fields(Override)]
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            rows, header = list(reader), reader.fieldnames
    except OSError as error:
        raise UsageError("no override file", where=str(path), got=str(error.strerror)) from error
    if header != columns:
        raise UsageError(
            "other columns in the override file",
            where=str(path),
            expected=",".join(columns),
            got=",".join(header or ()),
        )
    for number, row in enumerate(rows, start=2):
        where = f"{path}, line {number}"
        if None in row or None in row.values():
            raise UsageError("too many or too few fields", where=where, expected=",".join(columns))
        if row["relation"] not in ("must", "cannot"):
            raise UsageError("unknown relation", where=where, expected="must or cannot", got=row["relation"])
        if not row["reason"].strip():
            raise UsageError("an override needs its reason", where=where)
    return tuple(Override(cast(Literal["must", "cannot"], row.pop("relation")), **row) for row in rows)


def find_pairs(overrides: Iterable[Override], sketches: Sequence[Sketch]) -> list[tuple[Override, int, int]]:
    """Return for each override the pairs of cases, by index, the smaller first, that it is about.

    Raises:
        UsageError: an article is not in the build or tells no such case, or a must-link fits several cases of one.

    """
    by_article: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        by_article[sketch.article_id].append(index)
    pairs = []
    for override in overrides:
        ones, others = (
            _cases(override, article, by_article, sketches)
            for article in (override.article_id, override.other_article_id)
        )
        pairs += [(override, min(one, other), max(one, other)) for one in ones for other in others if one != other]
    return pairs


def _cases(override: Override, article: str, by_article: dict[str, list[int]], sketches: Sequence[Sketch]) -> list[int]:
    if article not in by_article:
        raise UsageError(
            "an override names an article that tells no case of this build", where="override file", got=repr(article)
        )
    cases = by_article[article]
    if override.name:
        keys = [name_key(override.name, person=person) for person in (True, False)]
        cases = [
            case
            for case in cases
            if any(
                same_entity(key, b) for key in keys for b in (*sketches[case].plaintiffs, *sketches[case].defendants)
            )
        ]
    if not cases or (override.relation == "must" and len(cases) > 1):
        raise UsageError(
            f"{'no' if not cases else 'more than one'} case of the article has this party",
            where=f"override file, {article}",
            got=repr(override.name),
            todo="name a principal party of the case that is meant",
        )
    return cases
