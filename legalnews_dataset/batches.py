"""Batches of articles for workers, and what becomes of one that kills them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.relevance import Keep
from legalnews_dataset.tables.failure import Failure, failure_order, failures_table
from legalnews_dataset.tables.parquet import parquet_bytes
from legalnews_dataset.workers import Rescue

# Two million characters are about 500 press releases: long enough that checking a batch costs little beside extracting
# it, short enough that the batches in flight stay under 100 MB.
BATCH_CHARS = 2_000_000
# What a record costs at the least, so that a million records without text are no single batch.
_LEAST = 200
_SHOWN = 20  # notices of a part that are kept word for word; the others are counted


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles for one worker, read or to be read by it, which to keep, and what was wrong on the way to them."""

    number: int
    keep: Keep
    articles: tuple[Article | Pending, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What a worker made of a batch.

    Workers touch no file, so that they may run on any machine.

    Args:
        number: the batch's.
        articles: how many it had.
        tables: rows as the bytes of Parquet files: the seven tables, and `failures` in their order; those without a
            row may be left out.
        set_aside: how many rows were set aside, by table and reason.
        dropped: how many articles were left out because they report on no legal proceeding, by reason.
        notices: how many problems did not cost an article, by what they are.
        noticed: some of them word for word.

    """

    number: int
    articles: int
    tables: dict[str, bytes]
    set_aside: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    notices: dict[str, int] = field(default_factory=dict)
    noticed: tuple[Problem, ...] = ()


def batches_of(records: Iterable[Article | Pending | Problem], keep: Keep) -> Iterator[Batch]:
    """Gather articles into batches of about equal size; at least one."""
    number, size = 0, 0
    articles, problems = list[Article | Pending](), list[Problem]()
    for found in records:
        if isinstance(found, Problem):
            problems.append(found)
            size += _LEAST
        else:
            articles.append(found)
            size += max(_LEAST, len(found.raw if isinstance(found, Pending) else found.text))
        if size >= BATCH_CHARS:
            yield Batch(number, keep, tuple(articles), tuple(problems))
            number, size, articles, problems = number + 1, 0, [], []
    if articles or problems or number == 0:
        yield Batch(number, keep, tuple(articles), tuple(problems))


def batch_digest(batch: Batch, made_by: str) -> str:
    """Return what tells a batch from any other: the sha256 of all that its part depends on.

    Args:
        batch: the batch.
        made_by: what the part depends on beside the articles: the package, its options.

    """
    digest = sha256(f"{made_by} {batch.keep}".encode())
    for found in batch.articles:
        if isinstance(found, Pending):
            told: tuple[object, ...] = (found.article_id, found.source, found.where, found.read.__qualname__)
            told += (found.url, found.charset, found.max_chars)
            content = found.raw
        else:
            told = (found.article_id, found.title, found.published_on, found.source, found.url, found.licence)
            told += (found.language,)
            content = found.text.encode()
        digest.update(repr((told, len(content))).encode())
        digest.update(content)
    digest.update(repr(batch.problems).encode())
    return digest.hexdigest()


def make_part(
    batch: Batch,
    tables: dict[str, pa.Table],
    failures: list[Failure],
    problems: list[Problem],
    dropped: Mapping[str, int],
) -> Part:
    """Return the part of a batch, given its tables, what was set aside, and all problems of its articles."""
    failures = failures + [_as_failure(problem) for problem in problems if not problem.kept]
    failures.sort(key=failure_order)
    kept = [problem for problem in problems if problem.kept]
    return Part(
        batch.number,
        len(batch.articles),
        {
            name: parquet_bytes(table)
            for name, table in {**tables, "failures": failures_table(failures)}.items()
            if table.num_rows
        },
        dict(Counter(f"{failure.table}: {failure.check}" for failure in failures)),
        dict(dropped),
        dict(Counter(f"{problem.column}: {problem.value}" for problem in kept)),
        tuple(kept[:_SHOWN]),
    )


def add_counts(counts: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    """Return the sums of two counts.

    >>> add_counts({"a": 1}, {"a": 2, "b": 1})
    {'a': 3, 'b': 1}
    """
    return {name: counts.get(name, 0) + more.get(name, 0) for name in {**counts, **more}}


def _as_failure(problem: Problem) -> Failure:
    place = " ".join(filter(None, (problem.source, problem.where)))
    value = f"{problem.value} in {place}" if problem.article_id else problem.value
    return Failure("articles", problem.article_id or place, problem.column, problem.check, value)


def _split(batch: Batch, place: int | None) -> list[Batch]:
    """Cut a batch around the article at a place, in halves where none is known; one article cannot be cut."""
    count = len(batch.articles)
    if count < 2:
        return []
    cuts = (0, count // 2, count) if place is None else (0, place, place + 1, count)
    pieces = [batch.articles[first:last] for first, last in pairwise(cuts) if first < last]
    return [replace(batch, articles=piece, problems=() if n else batch.problems) for n, piece in enumerate(pieces)]


def _give_up(batch: Batch, reason: str) -> Part:
    """Set the articles of a batch aside."""
    failures = [Failure("articles", found.article_id, "text", "can be extracted", reason) for found in batch.articles]
    return make_part(batch, {}, failures, list(batch.problems), {})


def _join(parts: list[Part]) -> Part:
    """Make one part of those of the pieces of a batch."""
    whole, *rest = parts
    tables: dict[str, list[pa.Table]] = {}
    for part in parts:
        for name, rows in part.tables.items():
            tables.setdefault(name, []).append(pq.read_table(pa.BufferReader(rows)))
    for part in rest:
        whole = replace(
            whole,
            articles=whole.articles + part.articles,
            set_aside=add_counts(whole.set_aside, part.set_aside),
            dropped=add_counts(whole.dropped, part.dropped),
            notices=add_counts(whole.notices, part.notices),
            noticed=(whole.noticed + part.noticed)[:_SHOWN],
        )
    return replace(whole, tables={name: parquet_bytes(pa.concat_tables(rows)) for name, rows in tables.items()})


# What is done about a batch that kills the workers that run it.
RESCUE: Rescue[Batch, Part] = Rescue(_split, _give_up, _join)
