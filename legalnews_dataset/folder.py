"""Make a folder whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from legalnews_dataset.errors import LegalNewsError, UsageError

# A folder that holds this file was made by a build, so that a later build may replace it.
MARK = "build.json"


@contextmanager
def replaced_folder(out: Path) -> Iterator[Path]:
    """Give a new folder beside `out` that takes its place when the block ends well and is removed when it does not.

    Raises:
        UsageError: `out` is a file, or a folder with something in it that no build has made.

    """
    if out.exists() and not (out.is_dir() and ((out / MARK).exists() or not any(out.iterdir()))):
        raise UsageError(
            "this would overwrite something that no build has made",
            where=str(out),
            expected="a new or empty folder, or one that `legalnews build` made",
            todo="name another folder",
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_orphans(out)
    new, old = (out.with_name(f".{out.name}.{what}-{os.getpid()}") for what in ("new", "old"))
    new.mkdir()
    try:
        yield new
        if out.exists():
            out.rename(old)
        new.rename(out)
    finally:
        for rest in (new, old):
            shutil.rmtree(rest, ignore_errors=True)


# What the system, DuckDB and Arrow say of a disk, a quota or a limit on the size of files that is used up.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_WORDS = (
    os.strerror(errno.ENOSPC),
    os.strerror(errno.EDQUOT),
    os.strerror(errno.EFBIG),
    "max_temp_directory_size",
)


@contextmanager
def full_disk_told(out: Path) -> Iterator[None]:
    """Tell in plain words that there is no room for what is made.

    Raises:
        LegalNewsError: the disk is full.

    """
    try:
        yield
    except Exception as error:
        full = isinstance(error, OSError) and error.errno in _FULL
        if not full and not any(words in str(error) for words in _FULL_WORDS):
            raise
        raise LegalNewsError(
            "the disk is full", where=str(out.absolute().parent), got=str(error).splitlines()[0], todo="make room"
        ) from error


def _remove_orphans(out: Path) -> None:
    """Remove what a build of this folder left when it was killed; a build that still runs is let alone.

    A build that was killed between its two renames has left the earlier folder aside and nothing in its place.
    """
    for rest in sorted(out.parent.glob(f".{out.name}.*-*")):
        process = rest.name.rpartition("-")[2]
        if process.isdecimal() and not _runs(int(process)):
            if ".old-" in rest.name and not out.exists():
                rest.rename(out)
            else:
                shutil.rmtree(rest, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
