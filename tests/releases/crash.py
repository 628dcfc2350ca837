"""Run a verb in a process of its own that dies by kill -9 at a chosen step."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from world import write_rows

from legalnews_dataset.releases.publish import publish
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import open_store

WRITES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.truncate"}
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__, "pandera.pandas", "duckdb", "pyarrow.parquet", "s3fs"])


def points_of(verb: Callable[..., object], *args: object, folder: Path | None = None, every: int) -> list[int]:
    """Return the steps of a verb at which to kill it: every few, and each of the last, where a version appears."""
    counted = CONTEXT.Value("i", 0)
    assert run(verb, *args, folder=folder, counted=counted) == 0
    total = counted.value
    assert total > 15, f"{total} steps"
    return sorted({*range(1, total, every), *range(total - 5, total + 1)})


def run(
    verb: Callable[..., object],
    *args: object,
    dies_at: int | None = None,
    folder: Path | None = None,
    counted: Any = None,
) -> int:
    """Run a verb in another process and return its exit code; -9 where it was killed.

    Args:
        verb: a function of this module.
        args: its arguments.
        dies_at: the step at which it is killed, from 1; None for never.
        folder: count steps that write under this folder; None to count calls of the S3 API.
        counted: a shared integer for the number of steps.

    """
    process = CONTEXT.Process(target=_child, args=(verb, args, dies_at, folder, counted, dict(os.environ)))
    process.start()
    process.join(60)
    assert process.exitcode is not None, "the process hangs"
    return process.exitcode


def release_rows(store: Path, built: Path, *stories: Any) -> None:
    """Release the stories."""
    release(write_rows(built, *stories), open_store(store))


def publish_store(source: Path, target: str) -> None:
    """Publish everything."""
    publish(open_store(source), open_store(target))


def _child(
    verb: Callable[..., object],
    args: tuple[object, ...],
    dies_at: int | None,
    folder: Path | None,
    counted: Any,
    environment: dict[str, str],
) -> None:
    os.environ.update(environment)
    if dies_at is not None or counted is not None:
        _arm(dies_at, folder, counted)
    try:
        verb(*args)
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__} {error}\n")
        os._exit(1)
    os._exit(0)


def _arm(dies_at: int | None, folder: Path | None, counted: Any) -> None:
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if counted is not None:
            counted.value = steps
        if steps == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    if folder is None:
        import s3fs

        real = s3fs.S3FileSystem._call_s3

        async def called(self: Any, method: str, *args: Any, **kwargs: Any) -> Any:
            if method.startswith(("put", "create", "upload", "complete")):
                step()
            answer = await real(self, method, *args, **kwargs)
            if method.startswith(("put", "create", "upload", "complete")):
                step()
            return answer

        s3fs.S3FileSystem._call_s3 = called
        return

    def heard(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = args
            writes = bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        else:
            path, writes = args[0] if args else None, event in WRITES
        if writes and isinstance(path, str | Path) and str(path).startswith(str(folder)):
            step()

    sys.addaudithook(heard)
