"""Read articles from files and folders of files: one reader per format, chosen by the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.check import MAX_CHARS, Reading
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read_jsonl import read_jsonl
from legalnews_dataset.articles.read_parquet import read_parquet, read_parquet_ids
from legalnews_dataset.articles.read_txt import read_txt
from legalnews_dataset.errors import UsageError

READERS: dict[str, Callable[[Path, int], Iterator[Reading | Pending | Problem]]] = {
    ".txt": read_txt,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".parquet": read_parquet,
}


def read_articles(inputs: Iterable[Path], max_chars: int = MAX_CHARS) -> Iterator[Article | Problem]:
    """Yield the articles of all inputs, each id once, and every problem on the way.

    Where several articles share an id, the one with the smallest digest of its content is read and the others are set
    aside, so that the choice does not depend on the order of the inputs. The inputs are read twice, the first time for
    the ids; memory stays flat but for the ids.

    Args:
        inputs: files and folders of files.
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


def read_records(inputs: Iterable[Path], max_chars: int = MAX_CHARS) -> Iterator[Article | Pending | Problem]:
    """Yield what `read_articles` yields, but leave to the caller what takes long to read."""
    return _each_id_once(list_files(inputs), max_chars)


def read_rows(path: Path, max_chars: int = MAX_CHARS) -> Iterator[Reading | Problem]:
    """Yield what each record of a file gives, in order and ids not compared, and what is wrong with the file."""
    return (found.read(found) if isinstance(found, Pending) else found for found in _records(path, max_chars))


def _records(path: Path, max_chars: int) -> Iterator[Reading | Pending | Problem]:
    return READERS[_format(path)](path, max_chars)


def list_files(inputs: Iterable[Path]) -> list[Path]:
    """Return the files of the inputs, each once, sorted; of a folder, at any depth, those in a format that is read.

    Raises:
        UsageError: an input is not there, or is in no format that is read.

    """
    files: set[Path] = set()
    for path in inputs:
        formats = ", ".join(READERS)
        if path.is_dir():
            inside = [file for file in path.rglob("*") if file.is_file() and _format(file)]
            if not inside:
                raise UsageError("no articles in this folder", where=str(path), expected=f"files in {formats}")
            files.update(inside)
        elif not path.exists():
            raise UsageError("no such file or folder", where=str(path), expected=_neighbours(path))
        elif not _format(path):
            raise UsageError("not a format that is read", where=str(path), expected=formats, got=repr(path.name))
        else:
            files.add(path)
    return sorted(files)


def _each_id_once(files: list[Path], max_chars: int) -> Iterator[Article | Pending | Problem]:
    contested = _contested(files, max_chars)
    taken: set[str] = set()
    for path in files:
        for number, found in enumerate(_records(path, max_chars), 1):
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
                    got = "the same article again" if same else "another article with this id"
                    where = f"record {number}"
                    yield Problem(str(path), where, article.article_id, "article_id", "one article", got, kept=same)
                    continue
                taken.add(article.article_id)
            yield article


def _contested(files: list[Path], max_chars: int) -> dict[str, bytes]:
    """Return, for each id that several records have, the digest of the article that is read."""
    counts = Counter(article_id for path in files for article_id in _ids(path, max_chars))
    several = {article_id for article_id, count in counts.items() if count > 1}
    chosen: dict[str, bytes] = {}
    for path in files if several else []:
        for found in _records(path, max_chars):
            article = found.article if isinstance(found, Reading) else found
            if isinstance(article, Article | Pending) and article.article_id in several:
                digest = _digest(article)
                chosen[article.article_id] = min(digest, chosen.get(article.article_id, digest))
    return chosen


def _ids(path: Path, max_chars: int) -> Iterator[str]:
    """Yield the ids of a file, the quick way where there is one."""
    if _format(path) == ".parquet":
        return read_parquet_ids(path)
    return (r.article_id for r in _records(path, max_chars) if not isinstance(r, Problem) and r.article_id)


def _format(path: Path) -> str:
    """Return the ending that names the format of a file, empty where it is none that is read."""
    name = path.name.lower()
    return "" if name.startswith(".") else next((ending for ending in READERS if name.endswith(ending)), "")


def _neighbours(path: Path) -> str:
    """Say what is there instead of a path that is not."""
    folder = next(parent for parent in path.absolute().parents if parent.is_dir())
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    return f"one of {', '.join(names[:8])}{', …' if len(names) > 8 else ''} in {folder}" if names else "a path"


def _digest(found: Article | Pending) -> bytes:
    return sha256(found.raw if isinstance(found, Pending) else repr(found).encode()).digest()
