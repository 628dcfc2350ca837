"""Where articles come from: files, folders, patterns, addresses and standard input, each with its format."""

from __future__ import annotations

import atexit
import glob
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from legalnews_dataset.articles.remote import file_system, is_url, known_fingerprint, open_remote, shown_address
from legalnews_dataset.articles.sniff import sniff
from legalnews_dataset.articles.unpack import HEAD, unpack, unpack_head
from legalnews_dataset.errors import InputError, MissingExtraError, UsageError
from legalnews_dataset.network import is_web

STDIN = "-"
# The formats by the endings of file names. The name decides: content of another kind is told, never guessed at.
FORMATS = {
    "txt": (".txt",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".tsv"),
    "parquet": (".parquet",),
    "html": (".html", ".htm", ".xhtml"),
    "warc": (".warc",),
    "feed": (".rss", ".atom", ".xml"),
}
PACKINGS = {".gz": "gzip", ".zst": "zstd"}
_ENDINGS = tuple(
    (ending + packed, name, packing)
    for name, endings in FORMATS.items()
    for ending in endings
    for packed, packing in (("", ""), *PACKINGS.items())
    if name != "parquet" or not packed  # it packs its own columns
)
_WEB_FORMATS = {"html", "warc", "feed"}
_WEB_PACKAGES = ("fastwarc", "htmldate", "lxml", "trafilatura")
_MAGIC = frozenset("*?[")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file of articles.

    `name` is what messages call it, without the password or the signature that an address may hold; `address` a path or
    URL that can be opened; `format` a key of `FORMATS`; `packing` `gzip`, `zstd` or empty.
    """

    name: str
    address: str
    format: str
    packing: str = ""

    @property
    def path(self) -> Path | None:
        """The file on this machine, None where it is elsewhere."""
        return None if is_url(self.address) else Path(self.address)


def list_sources(inputs: Iterable[str | Path | Source], input_format: str | None = None) -> list[Source]:
    """Return the files of the inputs, each once, sorted.

    Args:
        inputs: files, folders (read at any depth, files of a known format alone), patterns such as `data/**/*.html`,
            addresses that fsspec opens, `-` for standard input, pipes, or sources. Standard input and pipes are first
            written to a temporary file, since ids are read before texts.
        input_format: a key of `FORMATS`; the format of every file that is named, whatever its name says.

    Raises:
        UsageError: an input is not there, or is in no format that is read.
        MissingExtraError: pages, WARC files or feeds are among them, and what reads them is not installed.

    """
    if input_format is not None and input_format not in FORMATS:
        raise UsageError("no such format", where="--input-format", expected=", ".join(FORMATS), got=repr(input_format))
    found: dict[tuple[object, ...], Source] = {}
    for item in inputs:
        for source in [item] if isinstance(item, Source) else _sources(str(item), input_format):
            found[_order(source)] = source
    sources = [found[key] for key in sorted(found)]
    web = next((source for source in sources if source.format in _WEB_FORMATS), None)
    if web and (missing := [name for name in _WEB_PACKAGES if find_spec(name) is None]):
        raise MissingExtraError("web", missing, where=web.name)
    return sources


def open_source(source: Source) -> BinaryIO:
    """Open the bytes of a source as they lie there.

    Raises:
        OSError: it cannot be opened; the stream raises nothing else either.

    """
    path = source.path
    return path.open("rb") if path else open_remote(source.address)


def open_unpacked(source: Source, *, resume: bool = False) -> BinaryIO:
    """Open the bytes of a source, unpacked where its name says that they are packed.

    Args:
        source: the file.
        resume: go on after a damaged member of a gzip file (`unpack`).

    Raises:
        OSError: it cannot be opened, or is not packed, or what comes out is out of all proportion to what goes in.

    """
    raw = open_source(source)
    return unpack(raw, source.packing, resume=resume) if source.packing else raw


def fingerprint(source: Source) -> tuple[str, int, str]:
    """Return the last part of a source's name, its size in bytes and their sha256, as far as it can be read."""
    size, digest = 0, sha256()
    with suppress(OSError):
        if source.path is None and (known := known_fingerprint(source.address)):
            return file_name(source), *known
        with open_source(source) as file:
            while block := file.read(_BLOCK):
                size += len(block)
                digest.update(block)
    return file_name(source), size, digest.hexdigest()


def file_name(source: Source) -> str:
    """Return the last part of a source's name.

    >>> file_name(Source("s3://news/2024/a.jsonl.gz", "s3://news/2024/a.jsonl.gz", "jsonl", "gzip"))
    'a.jsonl.gz'
    """
    return source.name.replace(os.sep, "/").rstrip("/").rpartition("/")[2]


def stem(source: Source) -> str:
    """Return the last part of a source's name without the ending that names its format.

    >>> stem(Source("raw/one.two.txt", "raw/one.two.txt", "txt"))
    'one.two'
    """
    name = file_name(source)
    ending = next((ending for ending, _, _ in _ENDINGS if name.lower().endswith(ending)), "")
    return name[: len(name) - len(ending)] or name


def _sources(item: str, input_format: str | None) -> list[Source]:
    if item == STDIN:
        if sys.stdin is None or sys.stdin.closed:
            raise UsageError("standard input is closed", where=STDIN)
        return [_spooled("standard input", sys.stdin.buffer, input_format)]
    if is_url(item):
        return _remote_sources(item, input_format)
    path = Path(item)
    if path.is_dir():
        return _inside(item, [str(file) for file in sorted(path.rglob("*")) if file.is_file()])
    if path.is_fifo():
        with path.open("rb") as pipe:
            return [_spooled(item, pipe, input_format)]
    if path.exists():
        return [_named(item, input_format)]
    if _MAGIC.intersection(item):
        matches = [Path(match) for match in sorted(glob.glob(item, recursive=True))]  # noqa: PTH207 - may be absolute
        files = [_named(str(match), input_format) for match in matches if match.is_file()]
        if not files:
            raise UsageError("no file matches this pattern", where=item)
        return files
    raise UsageError("no such file or folder", where=item, expected=_neighbours(path))


def _remote_sources(item: str, input_format: str | None) -> list[Source]:
    if item.startswith("file://"):
        return _sources(item.removeprefix("file://"), input_format)
    fs, root = file_system(item)
    web = is_web(item)
    try:
        if not web and _MAGIC.intersection(item):
            files = [fs.unstrip_protocol(name) for name in sorted(fs.glob(root)) if fs.isfile(name)]
            if not files:
                raise UsageError("no file matches this pattern", where=shown_address(item))
            return [_named(name, input_format) for name in files]
        if not web and fs.isdir(root):
            return _inside(shown_address(item), [fs.unstrip_protocol(name) for name in sorted(fs.find(root))])
        if fs.exists(root):
            return [_named(item, input_format)]
    except OSError as error:
        raise UsageError(f"this address cannot be reached: {error}", where=shown_address(item)) from error
    raise UsageError("no such file or folder", where=shown_address(item))


def _named(address: str, input_format: str | None) -> Source:
    """Return the source of a file that was named, in the format given or that of its name."""
    shown = shown_address(address)
    name, packing = _format_of(shown)
    if input_format:
        return Source(shown, address, input_format, packing)
    if not name:
        expected = ", ".join(ending for endings in FORMATS.values() for ending in endings)
        expected += ", also with .gz or .zst"
        got = repr(shown.rpartition("/")[2])
        todo = "name it so, or give --input-format"
        raise UsageError("not a format that is read", where=shown, expected=expected, got=got, todo=todo)
    return Source(shown, address, name, packing)


def _inside(folder: str, addresses: list[str]) -> list[Source]:
    """Return the sources among the files of a folder, without what a browser saved beside a page."""
    stems = {address.rpartition(".")[0] for address in addresses if _format_of(address)[0] == "html"}
    found = []
    for address in addresses:
        parents = address.split("/")[:-1]
        beside = (
            "/".join(parents[: n + 1]).removesuffix("_files") for n, p in enumerate(parents) if p.endswith("_files")
        )
        name, packing = _format_of(address)
        if name and not any(page in stems for page in beside):
            found.append(Source(shown_address(address), address, name, packing))
    if not found:
        expected = f"files in {', '.join(ending for endings in FORMATS.values() for ending in endings)}"
        raise UsageError("no articles in this folder", where=folder, expected=expected)
    return found


def _format_of(address: str) -> tuple[str, str]:
    """Return format and packing as the name says, empty where it names none; names that begin with a dot do not."""
    name = file_name(Source(shown_address(address), "", "")).lower()
    if name.startswith("."):
        return "", ""
    found = next(((kind, packing) for ending, kind, packing in _ENDINGS if name.endswith(ending)), None)
    return found or ("", next((packing for ending, packing in PACKINGS.items() if name.endswith(ending)), ""))


def _spooled(name: str, pipe: BinaryIO, input_format: str | None) -> Source:
    """Write what can be read once to a temporary file, and tell its format by its content if it was not given."""
    with NamedTemporaryFile(prefix="legalnews-input-", delete=False) as file:
        atexit.register(Path(file.name).unlink, missing_ok=True)
        try:
            shutil.copyfileobj(pipe, file, _BLOCK)
        except OSError as error:
            raise InputError(f"cannot keep what this gives: {error}", where=name) from error
    source = Source(name, file.name, input_format or "")
    with open_source(source) as raw:
        head = raw.read(HEAD)
    packing = found if (found := sniff(head)) in PACKINGS.values() else ""
    source = Source(source.name, source.address, source.format, packing)
    if not input_format:
        if packing:
            inside = unpack_head(head, packing)
            found = found if inside is None else sniff(inside)
        if found not in FORMATS:
            raise UsageError(
                "this is in no format that is read",
                where=name,
                expected=", ".join(FORMATS),
                got=found or "nothing",
                todo="name it with --input-format",
            )
        source = Source(source.name, source.address, found, packing)
    return source


def _order(source: Source) -> tuple[object, ...]:
    """Return what a source is sorted by: paths part by part, so that a folder's files stay together."""
    return (source.path is None, Path(source.address).parts if source.path else (source.address,))


def _neighbours(path: Path) -> str:
    """Say what is there instead of a path that is not."""
    folder = next(parent for parent in path.absolute().parents if parent.is_dir())
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    return f"one of {', '.join(names[:8])}{', …' if len(names) > 8 else ''} in {folder}" if names else "a path"
