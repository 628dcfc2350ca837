"""Run a function over batches, in this process or on all cores."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeAlias, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")
# Yields what a function makes of each batch, in any order; the function and the batches can be pickled.
Runner: TypeAlias = "Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]"


def run_batches(
    function: Callable[[Batch], Result], batches: Iterable[Batch], workers: int | None = None
) -> Iterator[Result]:
    """Yield what the function makes of each batch, in the order in which they are done.

    A single batch is run in this process, since starting another costs more than it saves. No more than three batches
    for each worker are held in memory.

    Args:
        function: a function at the top of a module, so that another process can import it.
        batches: the batches, made while others run.
        workers: the number of processes; None for one per core.

    """
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    workers = workers or os.cpu_count() or 1
    if len(first) < 2 or workers == 1:
        yield from map(function, chain(first, waiting))
        return
    # Processes are spawned, not forked: a fork copies the locks of Arrow's and DuckDB's threads as they stand.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker) as pool:
        try:
            yield from _run(pool, function, chain(first, waiting), most=3 * workers)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _run(
    pool: ProcessPoolExecutor, function: Callable[[Batch], Result], batches: Iterable[Batch], most: int
) -> Iterator[Result]:
    running: set[Future[Result]] = set()
    for batch in batches:
        running.add(pool.submit(function, batch))
        if len(running) >= most:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and end with it: a worker whose parent was killed would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
