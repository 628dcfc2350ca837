"""The whole flow, read top-down: raw articles in, checked tables out."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from legalnews_dataset import __version__
from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import Reading
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import Inputs, read_records
from legalnews_dataset.articles.relevance import FEW_ON_PAGE, Keep, filters, page_lacks_words, why_irrelevant
from legalnews_dataset.articles.source import Source, fingerprint, list_sources
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.earlier import Earlier, new_only, read_earlier, write_parts
from legalnews_dataset.errors import UsageError
from legalnews_dataset.folder import MARK, replaced_folder
from legalnews_dataset.records.linking.copies import mark_copies
from legalnews_dataset.records.linking.link import Link, linked_tables
from legalnews_dataset.records.linking.overrides import Override, read_overrides
from legalnews_dataset.records.rows import to_rows
from legalnews_dataset.records.tell import tell
from legalnews_dataset.tables.assemble import assemble
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.failure import Failure, failure_order
from legalnews_dataset.tables.parquet import parquet_bytes, to_arrow, write_parquet
from legalnews_dataset.tables.set_aside import set_aside, to_tables
from legalnews_dataset.workers import Runner, run_batches

# Two million characters are about 500 press releases: long enough that checking a batch costs little beside extracting
# it, short enough that the batches in flight stay under 100 MB.
BATCH_CHARS = 2_000_000
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    `rows` counts the rows of each table, `failures` are what was set aside, `notices` are problems that did not cost
    an article; `seconds` is wall time; `overrides` are the curated links that were honoured; `dropped` counts by reason
    the articles that report on no legal proceeding, where the build keeps only those that do.
    """

    rows: dict[str, int]
    failures: tuple[Failure, ...]
    notices: tuple[Problem, ...]
    seconds: float
    overrides: tuple[Override, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles for one worker, read or to be read by it, the number of their part, and which of them to keep."""

    number: int
    keep: Keep
    articles: tuple[Article | Pending, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a worker made of a batch: how many articles it had, their rows as Parquet bytes, what was set aside.

    Workers touch no file, so that they may run on any machine. `problems` are those of the articles that it read;
    `dropped` counts by reason those that are not to be kept.
    """

    number: int
    count: int
    tables: dict[str, bytes]
    failures: list[Failure]
    problems: list[Problem]
    dropped: Counter[str]


def build(
    inputs: Inputs,
    out: Path,
    *,
    workers: int | None = None,
    links: Path | None = None,
    keep: Keep = "auto",
    onto: Path | None = None,
    parts: bool = False,
    on_progress: Callable[[int], None] | None = None,
    runner: Runner | None = None,
) -> Summary:
    """Build the seven tables of all articles of the inputs into a folder.

    The folder appears whole or not at all; one that an earlier build made is replaced. Equal articles give equal bytes,
    whatever the order of the inputs, the number of workers, the time zone or the hash seed.

    Args:
        inputs: files, folders, patterns and addresses of articles, as `list_sources` lists them.
        out: the folder to make: `<table>.parquet` for the seven tables, `failures.parquet`,
            `links.parquet` (which articles were joined into one case, and on what evidence), `build.json`.
        workers: processes to extract with; None for one per core.
        links: a CSV of articles that must or cannot tell one case (`records.linking.overrides.Override`).
        keep: `legal` leaves out articles that report on no legal proceeding (`articles.relevance`), `all` none; `auto`
            leaves them out of crawls (WARC) only.
        onto: an earlier build that kept its parts: its articles are taken as it read them, only those that it does not
            have are read, and everything is linked anew; what comes out is what building all at once gives.
        parts: whether to keep what each article tells (the folder `parts`), so that a later build can go on from this
            one; a build onto another keeps it in any case.
        on_progress: called with the number of articles that are done so far.
        runner: what runs `build_batch` over the batches, in any order, in place of the processes of this machine.

    Returns:
        What was built and what was set aside.

    Raises:
        UsageError: an input is not there or of no format that is read, `out` holds something else than a build, or
            `onto` is no build to go on from.

    """
    earlier = read_earlier(onto)
    overrides = read_overrides(links) if links else ()
    started, files, problems, failures = time.monotonic(), list_sources(inputs), list[Problem](), list[Failure]()
    with replaced_folder(out) as folder, TemporaryDirectory(dir=folder) as temporary:
        fresh, done, dropped = Path(temporary), 0, earlier.dropped.copy()
        run = runner or partial(run_batches, workers=workers)
        for part in run(build_batch, _batches(new_only(read_records(files), earlier), keep, problems)):
            problems += part.problems
            dropped += part.dropped
            for name, rows in part.tables.items():
                (fresh / f"{name}-{part.number:06}.parquet").write_bytes(rows)
            done, failures = done + part.count, failures + part.failures
            if on_progress:
                on_progress(done)
        told = {name: [*earlier.parts[name], *sorted(fresh.glob(f"{name}-*.parquet"))] for name in TABLES}
        with linked_tables(told, fresh, overrides) as (tables, evidence):
            if parts or onto:
                write_parts(tables, folder)
            mark_copies(tables)
            counts = {
                name: assemble(row_class, tables.table(f"linked_{name}"), folder / f"{name}.parquet")
                for name, row_class in TABLES.items()
            }
            write_parquet(to_arrow(Link, evidence), folder / "links.parquet")
        failures += [*earlier.failures, *(_as_failure(problem) for problem in problems if not problem.kept)]
        failures.sort(key=failure_order)
        write_parquet(to_arrow(Failure, failures), folder / "failures.parquet")
        notices = tuple(problem for problem in problems if problem.kept)
        (folder / MARK).write_text(
            _describe(files, earlier, counts, failures, notices, overrides, dropped), encoding="utf-8"
        )
    return Summary(counts, tuple(failures), notices, time.monotonic() - started, overrides, dropped)


def build_batch(batch: Batch) -> Part:
    """Extract and check the articles of a batch."""
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    failures, problems, dropped = list[Failure](), list[Problem](), Counter[str]()
    for found in batch.articles:
        try:
            article = _read(found, batch.keep, problems, dropped)
            extracted = extract_article(article) if article else {}
        except Exception as error:
            failures.append(Failure("articles", found.article_id, "text", "can be extracted", repr(error)))
            continue
        for name, more in extracted.items():
            rows[name] += more
    tables, unfit = to_tables(rows)
    tables, broken = set_aside(tables)
    parts = {name: parquet_bytes(table) for name, table in tables.items()}
    return Part(batch.number, len(batch.articles), parts, failures + unfit + broken, problems, dropped)


def _read(found: Article | Pending, keep: Keep, problems: list[Problem], dropped: Counter[str]) -> Article | None:
    """Return the article to extract, None where it cannot be read or is not to be kept."""
    filtering = filters(keep, found.source if isinstance(found, Pending) else "")
    if isinstance(found, Article):
        reading = Reading(found.article_id, found)
    elif filtering and page_lacks_words(found.raw):
        dropped[FEW_ON_PAGE] += 1
        return None
    else:
        reading = found.read(found)
    if filtering and reading.article and (reason := why_irrelevant(reading.article)):
        dropped[reason] += 1
        return None
    problems += reading.problems
    return reading.article


def extract_article(article: Article) -> dict[str, list[Any]]:
    """Return the rows of all seven tables that one article makes."""
    document = annotate(article)
    return to_rows(document, tell(document))


def extract(text: str, published_on: date | None = None, article_id: str = "text") -> dict[str, list[Any]]:
    """Return the rows of all seven tables that a text makes, as the row classes of `legalnews_dataset.tables`.

    Args:
        text: the article; offsets count in it, in code points, 0-based, end exclusive.
        published_on: the day of publication; without it weekdays and `last year` stay undated.
        article_id: the id that the rows will name.

    Raises:
        UsageError: the text is no str, or one with unpaired surrogates, or the day is no date.

    >>> rows = extract("Ann Poe sued Acme Corp. in 2019.")
    >>> [article.n_chars for article in rows["articles"]]
    [32]

    """
    if not isinstance(text, str) or _SURROGATE.search(text):
        got = "an unpaired surrogate" if isinstance(text, str) else type(text).__name__
        raise UsageError("this is no text", where="extract()", expected="a str that can be stored as UTF-8", got=got)
    if not isinstance(published_on, date | None):
        expected = "a datetime.date or None"
        raise UsageError("this is no day", where="extract(published_on=…)", expected=expected, got=repr(published_on))
    return extract_article(Article(article_id, text, published_on=published_on))


def _batches(records: Iterable[Article | Pending | Problem], keep: Keep, problems: list[Problem]) -> Iterator[Batch]:
    """Gather the articles into batches, and the problems on the way into the list."""
    number, chars, articles = 0, 0, list[Article | Pending]()
    for found in records:
        if isinstance(found, Problem):
            problems.append(found)
            continue
        articles.append(found)
        chars += len(found.raw if isinstance(found, Pending) else found.text)
        if chars >= BATCH_CHARS:
            yield Batch(number, keep, tuple(articles))
            number, chars, articles = number + 1, 0, []
    if articles or number == 0:
        yield Batch(number, keep, tuple(articles))


def _as_failure(problem: Problem) -> Failure:
    place = " ".join(filter(None, (problem.source, problem.where)))
    value = f"{problem.value} in {place}" if problem.article_id else problem.value
    return Failure("articles", problem.article_id or place, problem.column, problem.check, value)


def _describe(
    files: list[Source],
    earlier: Earlier,
    rows: dict[str, int],
    failures: list[Failure],
    notices: tuple[Problem, ...],
    overrides: tuple[Override, ...],
    dropped: Mapping[str, int],
) -> str:
    """Say what the build was made from and by what, without the time, the host or any path."""
    read = [dict(zip(("name", "bytes", "sha256"), fingerprint(source), strict=True)) for source in files]
    inputs = [*earlier.inputs, *(source for source in read if source not in earlier.inputs)]
    description = {
        "inputs": sorted(inputs, key=lambda entry: (entry["name"], entry["sha256"])),
        "builder": {"legalnews_dataset": __version__, "pyarrow": pa.__version__},
        "rows": rows,
        "overrides": [asdict(override) for override in overrides],
        "dropped": dropped,
        "set_aside": Counter(f"{failure.table}: {failure.check}" for failure in failures),
        "notices": earlier.notices + Counter(f"{notice.column}: {notice.value}" for notice in notices),
    }
    return json.dumps(description, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
