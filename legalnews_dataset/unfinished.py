"""The parts of a build that is not finished, kept beside its folder so that a build that was killed can go on."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.batches import Part
from legalnews_dataset.errors import UsageError

_MADE_BY = "made_by.json"
_PART = "part.json"
# What decides which rows come out, beside the code of this package and Python itself.
_DECIDING = ("cleanco", "courts-db", "duckdb", "numpy", "pandera", "pyarrow")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A folder of finished parts, and what they were made by."""

    folder: Path
    made_by: str


def made_by() -> dict[str, str]:
    """Return what decides, beside batches, which rows are made of them."""
    package, code = Path(__file__).parent, sha256()
    for path in sorted(package.rglob("*.*")):
        inside = path.relative_to(package)
        if inside.parts[0] != "_releases" and path.suffix != ".pyc" and path.is_file():
            code.update(inside.as_posix().encode() + sha256(path.read_bytes()).digest())
    tools = {name: version(name) for name in _DECIDING}
    return {"legalnews_dataset": code.hexdigest()[:12], "python": python_version(), **tools}


def unfinished_parts(out: Path) -> int:
    """Return how many parts of a build of this folder are finished, 0 where none is unfinished."""
    return sum(1 for _ in _folder_of(out).glob(f"*/{_PART}"))


@contextmanager
def unfinished(out: Path, by: Mapping[str, str], *, resume: bool | None) -> Iterator[Unfinished]:
    """Give the folder for the parts of a build; it goes when the block ends well, else it stays for the next.

    Args:
        out: the folder that the build makes.
        by: what the parts are made by.
        resume: whether to go on with the parts that are there (True) or to begin anew (False); None to refuse them.

    Raises:
        UsageError: parts are there that are not to be used, or that were made by something else; another build of the
            same folder runs.

    """
    folder = _folder_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    with _held(folder):
        parts = unfinished_parts(out)
        if resume is False:
            _empty(folder)
        elif parts:
            _check(folder, by, parts, resume=bool(resume))
        told = json.dumps(by, indent=2, sort_keys=True)
        (folder / _MADE_BY).write_text(told, encoding="utf-8")
        try:
            yield Unfinished(folder, told)
        except BaseException:
            if not unfinished_parts(out):
                shutil.rmtree(folder, ignore_errors=True)
            raise
        shutil.rmtree(folder, ignore_errors=True)


def store_part(where: Unfinished, digest: str, part: Part) -> None:
    """Keep a part under the digest of its batch, whole or not at all."""
    new = where.folder / f".{digest}"
    try:
        new.mkdir(exist_ok=True)
        for name, rows in part.tables.items():
            (new / f"{name}.parquet").write_bytes(rows)
        about = asdict(part) | {"tables": {name: len(rows) for name, rows in part.tables.items()}}
        (new / _PART).write_text(json.dumps(about), encoding="utf-8")
        new.rename(where.folder / digest)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def read_part(where: Unfinished, digest: str) -> Part | None:
    """Return what is known of a part that was kept, its tables left empty; None where it was not, or is not whole."""
    folder = where.folder / digest
    try:
        about = json.loads((folder / _PART).read_bytes())
        whole = all((folder / f"{name}.parquet").stat().st_size == size for name, size in about["tables"].items())
    except (OSError, ValueError):
        whole = False
    if not whole:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    noticed = tuple(Problem(**problem) for problem in about["noticed"])
    return Part(**about | {"tables": {}, "noticed": noticed})


def files_of(where: Unfinished, digests: list[str], table: str) -> list[Path]:
    """Return the files that hold a table in parts that are kept."""
    paths = (where.folder / digest / f"{table}.parquet" for digest in digests)
    return [path for path in paths if path.exists()]


def _folder_of(out: Path) -> Path:
    whole = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow a link
    return whole.with_name(f".{whole.name}.unfinished")


def _check(folder: Path, by: Mapping[str, str], parts: int, *, resume: bool) -> None:
    """Refuse parts that are not to be used or were made by something else."""
    where, got = str(folder), f"{parts:,} finished part{'s' if parts > 1 else ''}"
    if not resume:
        todo = "--resume goes on from there, --fresh begins anew"
        raise UsageError("an unfinished build of this folder is here", where=where, got=got, todo=todo)
    try:
        before = json.loads((folder / _MADE_BY).read_bytes())
    except (OSError, ValueError):
        before = {}
    changed = [name for name in sorted({*before, *by}) if before.get(name) != by.get(name)]
    if changed:
        told = ", ".join(f"{name} {before.get(name)}" for name in changed)
        now = ", ".join(f"{name} {by.get(name)}" for name in changed)
        raise UsageError(
            "the unfinished build was made by something else",
            where=where,
            expected=now,
            got=told,
            todo="--fresh begins anew",
        )


def _empty(folder: Path) -> None:
    for inside in folder.iterdir():
        if inside.is_dir():
            shutil.rmtree(inside, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder for this process alone; the hold ends with the process, however that ends."""
    try:
        import fcntl
    except ImportError:  # Windows keeps no two processes from one folder
        yield
        return
    lock = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                "another build of this folder is running", where=str(folder), todo="wait for it"
            ) from error
        yield
    finally:
        with suppress(OSError):
            os.close(lock)
