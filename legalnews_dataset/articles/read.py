"""Read articles from files, folders, addresses and standard input: one reader per format."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TypeAlias

import numpy as np

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import MAX_CHARS, Reading
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read_csv import read_csv
from legalnews_dataset.articles.read_feed import read_feed
from legalnews_dataset.articles.read_html import read_html
from legalnews_dataset.articles.read_jsonl import read_jsonl
from legalnews_dataset.articles.read_parquet import read_parquet, read_parquet_ids
from legalnews_dataset.articles.read_txt import read_txt
from legalnews_dataset.articles.read_warc import read_warc
from legalnews_dataset.articles.sniff import in_words, sniff
from legalnews_dataset.articles.source import Source, list_sources, open_source
from legalnews_dataset.articles.unpack import HEAD, unpack_head

Inputs: TypeAlias = Iterable[str | Path | Source]
READERS: dict[str, Callable[[Source, int], Iterator[Reading | Pending | Problem]]] = {
    "txt": read_txt,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "parquet": read_parquet,
    "html": read_html,
    "warc": read_warc,
    "feed": read_feed,
}
# What begins like plain text may be any text format with an odd beginning: its records will tell.
_MAY_BEGIN_LIKE = {
    "txt": {"csv", "a JSON array"},
    "jsonl": {"txt", "csv", "a JSON array"},
    "csv": {"txt"},
    "html": {"txt", "csv", "XML"},
}
_PAGES = {"html", "warc"}


def read_articles(inputs: Inputs, max_chars: int = MAX_CHARS) -> Iterator[Article | Problem]:
    """Yield the articles of all inputs, each id once, and every problem on the way.

    Where several articles share an id, the one with the smallest digest of its content is read and the others are set
    aside, so that the choice does not depend on the order of the inputs. The inputs are read twice, the first time for
    the ids, but for pages and WARC files at an address; memory stays flat but for the ids.

    Args:
        inputs: what `list_sources` lists.
        max_chars: the longest text that is read, in characters; longer ones are set aside.

    Raises:
        UsageError: an input is not there, or is in no format that is read.

    """
    for found in read_records(inputs, max_chars):
        if isinstance(found, Pending):
            reading = found.read(found)
            yield from reading.problems
            if reading.article:
                yield reading.article
        else:
            yield found


def read_records(
    inputs: Inputs, max_chars: int = MAX_CHARS, counted: Callable[[int], None] | None = None
) -> Iterator[Article | Pending | Problem]:
    """Yield what `read_articles` yields, but leave to the caller what takes long to read.

    Args:
        inputs: what `list_sources` lists.
        max_chars: the longest text that is read, in characters; longer ones are set aside.
        counted: told how many records there are, before the first is yielded; not where some are only read once.

    """
    return _each_id_once(list_sources(inputs), max_chars, counted)


def read_rows(source: Source, max_chars: int = MAX_CHARS) -> Iterator[Reading | Problem]:
    """Yield what each record of a file gives, in order and ids not compared, and what is wrong with the file."""
    return (found.read(found) if isinstance(found, Pending) else found for found in _records(source, max_chars))


def _records(source: Source, max_chars: int) -> Iterator[Reading | Pending | Problem]:
    number = 0
    try:
        if wrong := _other_format(source):
            yield wrong
            return
        for number, found in enumerate(READERS[source.format](source, max_chars), 1):  # noqa: B007 - told below
            yield found
    except (OSError, UnicodeError) as error:
        got = f"{type(error).__name__}: {(str(error).splitlines() or [''])[0]}"
        place = f"after record {number}" if number else ""
        yield Problem(source.name, place, None, "file", f"{in_words(source.format)} that is whole", got, kept=False)


def _other_format(source: Source) -> Problem | None:
    """Tell that a file is in another format than its name says."""
    if source.format == "html":  # whoever reads the page will tell
        return None
    with open_source(source) as raw:
        head = raw.read(HEAD)
    found = sniff(head)
    if source.packing and found != source.packing:
        return _wrong(source, source.packing, found)
    if source.packing:
        inside = unpack_head(head, source.packing)
        head, found = (head, found) if inside is None else (inside, sniff(inside))
    if source.format == "jsonl" and b"\n{" in head:  # one odd line at the top
        return None
    if found in {"", source.format, source.packing} or found in _MAY_BEGIN_LIKE.get(source.format, ()):
        return None
    return _wrong(source, source.format, found)


def _wrong(source: Source, named: str, found: str) -> Problem:
    return Problem(source.name, "", None, "file", in_words(named), in_words(found), kept=False)


def _each_id_once(
    sources: list[Source], max_chars: int, counted: Callable[[int], None] | None
) -> Iterator[Article | Pending | Problem]:
    contested = _contested(sources, max_chars, counted or (lambda _: None))
    taken: set[str] = set()
    all_taken = any(map(_is_read_once, sources))
    for source in sources:
        for number, found in enumerate(_records(source, max_chars), 1):
            if isinstance(found, Problem):
                yield found
                continue
            if isinstance(found, Reading):
                yield from found.problems
            article = found.article if isinstance(found, Reading) else found
            if article is None:
                continue
            if chosen := contested.get(article.article_id):
                same = _digest(article) == chosen
                if not same or article.article_id in taken:
                    yield _again(source, number, article.article_id, same=same)
                    continue
                taken.add(article.article_id)
            elif all_taken:
                if article.article_id in taken:
                    yield _again(source, number, article.article_id, same=True)
                    continue
                taken.add(article.article_id)
            yield article


def _is_read_once(source: Source) -> bool:
    """Tell whether the ids of a file are left out of the first pass: pages elsewhere, whose ids are of their bytes."""
    return source.path is None and source.format in _PAGES


def _again(source: Source, number: int, article_id: str, *, same: bool) -> Problem:
    got = "the same article again" if same else "another article with this id"
    return Problem(source.name, f"record {number}", article_id, "article_id", "one article", got, kept=same)


def _contested(sources: list[Source], max_chars: int, counted: Callable[[int], None]) -> dict[str, bytes]:
    """Return, for each id that several records have, the digest of the article that is read."""
    # Eight bytes an id, so that ten million take 80 MB; two ids of one hash are no more than looked at once more.
    hashes = np.array(array("Q", (_short(key) for source in sources for key in _ids(source, max_chars))), np.uint64)
    if not any(map(_is_read_once, sources)):
        counted(len(hashes))
    hashes.sort()
    several = set(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
    chosen: dict[str, bytes] = {}
    for source in sources if several else []:
        for found in _records(source, max_chars):
            article = found.article if isinstance(found, Reading) else found
            if isinstance(article, Article | Pending) and _short(article.article_id) in several:
                digest = _digest(article)
                chosen[article.article_id] = min(digest, chosen.get(article.article_id, digest))
    return chosen


def _short(article_id: str) -> int:
    return int.from_bytes(blake2b(article_id.encode(errors="surrogatepass"), digest_size=8).digest())


def _ids(source: Source, max_chars: int) -> Iterator[str]:
    """Yield the ids of a file as far as it can be read, the quick way where there is one."""
    if _is_read_once(source):
        return
    if source.format != "parquet":
        yield from (r.article_id for r in _records(source, max_chars) if not isinstance(r, Problem) and r.article_id)
        return
    try:
        yield from read_parquet_ids(source)
    except OSError:
        return


def _digest(found: Article | Pending) -> bytes:
    return sha256(found.raw if isinstance(found, Pending) else repr(found).encode()).digest()
