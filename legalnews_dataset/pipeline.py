"""The whole flow, read top-down: raw articles in, checked tables out."""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from legalnews_dataset import __version__
from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import Reading
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import Inputs, read_records
from legalnews_dataset.articles.relevance import FEW_ON_PAGE, Keep, filters, page_lacks_words, why_irrelevant
from legalnews_dataset.articles.source import Source, fingerprint, list_sources
from legalnews_dataset.batches import RESCUE, Batch, Part, add_counts, batch_digest, batches_of, make_part
from legalnews_dataset.cluster import run_on_cluster
from legalnews_dataset.documents.annotate import annotate
from legalnews_dataset.earlier import Earlier, new_only, read_earlier, write_parts
from legalnews_dataset.errors import UsageError
from legalnews_dataset.folder import MARK, full_disk_told, replaced_folder
from legalnews_dataset.garbage import uncollected
from legalnews_dataset.records.linking.copies import mark_copies
from legalnews_dataset.records.linking.link import linked_tables
from legalnews_dataset.records.linking.links import Link
from legalnews_dataset.records.linking.overrides import Override, read_overrides
from legalnews_dataset.records.rows import to_rows
from legalnews_dataset.records.tell import tell
from legalnews_dataset.tables.assemble import assemble, assemble_failures
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.failure import Failure, each_failure
from legalnews_dataset.tables.parquet import to_arrow, write_parquet
from legalnews_dataset.tables.set_aside import set_aside, to_tables
from legalnews_dataset.unfinished import Unfinished, files_of, made_by, read_part, store_part, unfinished
from legalnews_dataset.workers import NOWHERE, PATIENCE, Runner, at, run_batches

# Told how many articles are done, and how many are to be done where that is known.
Progress: TypeAlias = Callable[[int, int | None], None]
# Failures and notices that a summary tells word for word; `failures.parquet` and `build.json` have all of them.
_SHOWN = 100
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    Args:
        articles: how many were read, those that were set aside later among them.
        resumed: how many of them an earlier run had done.
        rows: the rows of each table.
        set_aside: how many rows were set aside, by table and reason; `failures.parquet` lists them.
        failures: the first of them.
        dropped: how many articles were left out because they report on no legal proceeding, by reason.
        notices: how many problems did not cost an article, by what they are.
        noticed: some of them.
        seconds: wall time.
        overrides: the curated links that were honoured.

    """

    articles: int
    resumed: int
    rows: dict[str, int]
    set_aside: dict[str, int]
    failures: tuple[Failure, ...]
    dropped: dict[str, int]
    notices: dict[str, int]
    noticed: tuple[Problem, ...]
    seconds: float = 0.0
    overrides: tuple[Override, ...] = ()


def build(
    inputs: Inputs,
    out: Path,
    *,
    workers: int | None = None,
    links: Path | None = None,
    keep: Keep = "auto",
    onto: Path | None = None,
    parts: bool = False,
    on_progress: Progress | None = None,
    scheduler: str | None = None,
    runner: Runner | None = None,
    resume: bool | None = None,
    patience: float = PATIENCE,
) -> Summary:
    """Build the seven tables of all articles of the inputs into a folder.

    The folder appears whole or not at all; one that an earlier build made is replaced. Equal articles give equal bytes,
    whatever the order of the inputs, the number of workers, the time zone or the hash seed, and however often the build
    was killed and resumed. What is finished of a build that stops before its end is kept beside the folder.

    Args:
        inputs: files, folders, patterns and addresses of articles, as `list_sources` lists them.
        out: the folder to make: `<table>.parquet` for the seven tables, `failures.parquet`,
            `links.parquet` (which articles were joined into one case, and on what evidence), `build.json`.
        workers: processes to extract with; None for one per core, 1 for this process alone.
        links: a CSV of articles that must or cannot tell one case (`records.linking.overrides.Override`).
        keep: `legal` leaves out articles that report on no legal proceeding (`articles.relevance`), `all` none; `auto`
            leaves them out of crawls (WARC) only.
        onto: an earlier build that kept its parts: its articles are taken as it read them, only those that it does not
            have are read, and everything is linked anew; what comes out is what building all at once gives.
        parts: whether to keep what each article tells (the folder `parts`), so that a later build can go on from this
            one; a build onto another keeps it in any case.
        on_progress: told how many articles are done so far, and how many are to be done.
        scheduler: run on a Dask cluster, `tcp://host:8786` or `local:N` for N processes (`cluster.run_on_cluster`).
        runner: what runs `build_batch` over the batches, in any order, in place of the processes of this machine.
        resume: whether to go on with what an unfinished build of this folder has done (True) or to begin anew (False);
            None to refuse where there is one.
        patience: seconds that an article may take; one that takes longer, or kills its worker, is set aside.

    Returns:
        What was built and what was set aside.

    Raises:
        UsageError: an input is not there or of no format that is read, `out` holds something else than a build, an
            unfinished one is in the way, `onto` is no build to go on from, or no scheduler answers.
        ClusterError: the scheduler is lost, or a worker has other versions.
        LegalNewsError: the disk is full, or workers die whatever they are given.

    """
    started, out = time.monotonic(), Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow a link
    earlier = read_earlier(onto)
    overrides = read_overrides(links) if links else ()
    # A curator's file may lie among the articles that it is about.
    sources = [one for one in list_sources(inputs) if not (links and one.path and one.path.samefile(links))]
    here = partial(run_batches, workers=workers, patience=patience, apart=bool(resume))
    run = runner or (partial(run_on_cluster, scheduler=scheduler) if scheduler else here)
    with (
        full_disk_told(out),
        unfinished(out, made_by(), resume=resume) as work,
        replaced_folder(out) as folder,
        TemporaryDirectory(dir=folder) as spill,
    ):
        done = _make_parts(work, sources, earlier, keep, run, on_progress)
        told = {name: [*earlier.parts[name], *files_of(work, done.digests, name)] for name in TABLES}
        failures = [*earlier.failures, *files_of(work, done.digests, "failures")]
        rows = _assemble(told, folder, Path(spill), overrides, keep_parts=parts or onto is not None)
        assemble_failures(failures, folder / "failures.parquet", Path(spill))
        summary = replace(_sum_up(work, done, earlier, folder), rows=rows, overrides=overrides)
        (folder / MARK).write_text(_describe(sources, earlier, summary), encoding="utf-8")
    return replace(summary, seconds=time.monotonic() - started)


@dataclass(slots=True)
class _Done:
    """The digests of all batches, in their order, and how many articles an earlier run had done."""

    digests: list[str] = field(default_factory=list)
    resumed: int = 0


def _make_parts(
    work: Unfinished, sources: list[Source], earlier: Earlier, keep: Keep, run: Runner, on_progress: Progress | None
) -> _Done:
    """Make the parts of all batches that have none yet."""
    done, total, ready = _Done(), list[int](), 0
    records = new_only(read_records(sources, counted=total.append), earlier)

    def missing() -> Iterator[Batch]:
        for batch in batches_of(records, keep):
            done.digests.append(batch_digest(batch, work.made_by))
            if part := read_part(work, done.digests[-1]):
                done.resumed += part.articles
            else:
                yield batch

    for part in run(build_batch, missing(), RESCUE):
        store_part(work, done.digests[part.number], part)
        ready += part.articles
        if on_progress:
            on_progress(ready, total[0] - done.resumed if total else None)
    return done


def _assemble(
    told: dict[str, list[Path]], folder: Path, spill: Path, overrides: tuple[Override, ...], *, keep_parts: bool
) -> dict[str, int]:
    """Link the rows of all parts, write each table as one file, and return the number of its rows."""
    for name in TABLES:
        if not told[name]:
            told[name] = [spill / f"{name}.parquet"]
            write_parquet(to_arrow(TABLES[name], ()), told[name][0])
    with linked_tables(told, spill, overrides) as (tables, evidence):
        if keep_parts:
            write_parts(tables, folder)
        mark_copies(tables)
        rows = {
            name: assemble(row_class, tables.table(f"linked_{name}"), folder / f"{name}.parquet")
            for name, row_class in TABLES.items()
        }
        write_parquet(to_arrow(Link, evidence), folder / "links.parquet")
    return rows


def _sum_up(work: Unfinished, done: _Done, earlier: Earlier, folder: Path) -> Summary:
    """Add up what the parts and the earlier build say of themselves."""
    articles, noticed = 0, list[Problem]()
    set_aside, dropped, notices = dict(earlier.set_aside), dict(earlier.dropped), dict(earlier.notices)
    for part in filter(None, (read_part(work, digest) for digest in done.digests)):
        articles += part.articles
        set_aside, dropped = add_counts(set_aside, part.set_aside), add_counts(dropped, part.dropped)
        notices = add_counts(notices, part.notices)
        noticed += part.noticed[: _SHOWN - len(noticed)]
    failures = tuple(each_failure(pq.read_table(folder / "failures.parquet").slice(0, _SHOWN)))
    return Summary(articles, done.resumed, {}, set_aside, failures, dropped, notices, tuple(noticed))


def build_batch(batch: Batch) -> Part:
    """Extract and check the articles of a batch."""
    with uncollected():
        return _build_batch(batch)


def _build_batch(batch: Batch) -> Part:
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    failures, problems, dropped = list[Failure](), list(batch.problems), Counter[str]()
    for place, found in enumerate(batch.articles):
        at(place)
        try:
            article = _read(found, batch.keep, problems, dropped)
            extracted = extract_article(article) if article else {}
        except Exception as error:
            failures.append(Failure("articles", found.article_id, "text", "can be extracted", repr(error)))
            continue
        for name, more in extracted.items():
            rows[name] += more
    at(NOWHERE)
    tables, unfit = to_tables(rows)
    tables, broken = set_aside(tables)
    return make_part(batch, tables, failures + unfit + broken, problems, dropped)


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


def _describe(sources: list[Source], earlier: Earlier, summary: Summary) -> str:
    """Say what the build was made from and by what, without the time, the host or any path."""
    read = [dict(zip(("name", "bytes", "sha256"), fingerprint(source), strict=True)) for source in sources]
    inputs = [*earlier.inputs, *(source for source in read if source not in earlier.inputs)]
    description = {
        "inputs": sorted(inputs, key=lambda entry: (entry["name"], entry["sha256"])),
        "builder": {"legalnews_dataset": __version__, "pyarrow": pa.__version__},
        "rows": summary.rows,
        "overrides": [asdict(override) for override in summary.overrides],
        "dropped": summary.dropped,
        "set_aside": summary.set_aside,
        "notices": summary.notices,
    }
    return json.dumps(description, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
