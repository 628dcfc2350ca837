"""Run a function over batches on all cores, whatever becomes of the processes that do the work.

A worker is started for a batch, given the next when it is done, and watched. Where it dies, or is stuck in one place
for too long and is killed, another takes its batch once more; where that one dies too, the batch is split around the
place where they were, so that only what kills workers is given up.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from threading import Thread
from typing import Any, Generic, TypeAlias, TypeVar

from legalnews_dataset.errors import LegalNewsError

Batch = TypeVar("Batch")
Result = TypeVar("Result")

# Seconds that a worker may stay in one place. The longest article that is read takes 5; a machine may be busy or swap.
PATIENCE = 300.0
# Processes are spawned, not forked: a fork copies the locks of Arrow's and DuckDB's threads as they stand.
_SPAWN = get_context("spawn")
# The place of a worker that is at no article.
NOWHERE = -1
# As many workers in a row may die without one batch done; then it is not the batches.
_MOST_DEATHS = 40
_MOST_FALSE_STARTS = 3


@dataclass(frozen=True, slots=True)
class Rescue(Generic[Batch, Result]):
    """What is done about a batch that kills the workers that run it.

    `split` makes smaller batches of it, around the place at which its workers died where that is known, or none where
    it is as small as can be; `give_up` makes its result without running it, given the reason; `join` makes one result
    of those of its pieces.
    """

    split: Callable[[Batch, int | None], list[Batch]]
    give_up: Callable[[Batch, str], Result]
    join: Callable[[list[Result]], Result]


# Yields what a function makes of each batch, in any order; the function and the batches can be pickled.
Runner: TypeAlias = "Callable[[Callable[[Any], Any], Iterable[Any], Rescue[Any, Any]], Iterator[Any]]"


def run_batches(
    function: Callable[[Batch], Result],
    batches: Iterable[Batch],
    rescue: Rescue[Batch, Result],
    *,
    workers: int | None = None,
    patience: float = PATIENCE,
    apart: bool = False,
) -> Iterator[Result]:
    """Yield what the function makes of each batch, in the order in which they are done.

    A single batch is run in this process, since starting another costs more than it saves. Two batches for each worker
    are held in memory.

    Args:
        function: a function at the top of a module, so that another process can import it.
        batches: the batches, made while others run.
        rescue: what is done about a batch that kills its workers.
        workers: the number of processes; 1 for this one alone, in which nothing is rescued; None for one per core.
        patience: seconds that a worker may stay in one place of a batch before it is taken for stuck.
        apart: whether to run nothing in this process.

    Raises:
        LegalNewsError: workers die whatever they are given.

    """
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if not apart and (len(first) < 2 or workers == 1):
        yield from map(function, chain(first, waiting))
        return
    crew = _Crew(function, workers or _cores(), patience)
    try:
        yield from _run(crew, chain(first, waiting), rescue)
    finally:
        for worker in crew.workers:
            worker.process.kill()
        for worker in crew.workers:
            worker.process.join()
            worker.pipe.close()


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def at(place: int) -> None:
    """Say at which place of its batch a worker is, so that what kills it or keeps it can be told."""
    if _place is not None:
        _place.value = place


_place: Any = None


@dataclass(slots=True)
class Whole(Generic[Result]):
    """A batch as it was first: how many of its pieces are not done, and the results of the others."""

    left: int = 1
    results: list[Result] = field(default_factory=list)


def result_of(whole: Whole[Result], rescue: Rescue[Any, Result]) -> Result:
    """Return the result of a batch of which all pieces are done."""
    return whole.results[0] if len(whole.results) == 1 else rescue.join(whole.results)


@dataclass(slots=True)
class _Task(Generic[Batch, Result]):
    """A batch or a piece of one, and how many more workers it may cost."""

    batch: Batch
    whole: Whole[Result]
    lives: int


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, the place where it says that it is, and what it works on."""

    process: SpawnProcess
    pipe: Connection
    place: Any
    ready: bool = False
    task: Any = None
    seen: int = NOWHERE
    since: float = 0.0
    stuck: bool = False


@dataclass(slots=True)
class _Crew:
    """The workers, what they run, and how many there may be."""

    function: Callable[[Any], Any]
    size: int
    patience: float
    workers: list[_Worker] = field(default_factory=list)
    deaths: int = 0
    false_starts: int = 0


def _run(crew: _Crew, batches: Iterator[Batch], rescue: Rescue[Batch, Result]) -> Iterator[Result]:
    ahead: deque[_Task[Batch, Result]] = deque()
    more = True
    while True:
        if more and len(ahead) < crew.size:
            batch = next(batches, None)
            more = batch is not None
            if batch is not None:
                ahead.append(_Task(batch, Whole(), lives=2))
        _hand_out(crew, ahead)
        if not ahead and not more and not any(worker.task for worker in crew.workers):
            return
        for worker in _awaited(crew, at_once=more and len(ahead) < crew.size):
            for task, result in _heard(crew, worker, ahead, rescue):
                task.whole.results.append(result)
                task.whole.left -= 1
                if not task.whole.left:
                    yield result_of(task.whole, rescue)


def _hand_out(crew: _Crew, ahead: deque[_Task[Any, Any]]) -> None:
    """Give waiting batches to idle workers, and start as many more as are of use."""
    idle = [worker for worker in crew.workers if worker.ready and not worker.task]
    for worker in idle[: len(ahead)]:
        worker.task, worker.place.value = ahead.popleft(), NOWHERE
        worker.seen, worker.since = NOWHERE, time.monotonic()
        with suppress(OSError):  # it has died, which is heard next
            worker.pipe.send(worker.task.batch)
    starting = sum(not worker.ready for worker in crew.workers)
    for _ in range(min(crew.size - len(crew.workers), len(ahead) - starting)):
        crew.workers.append(_start(crew.function))


def _start(function: Callable[[Any], Any]) -> _Worker:
    ours, theirs = _SPAWN.Pipe()
    place = _SPAWN.RawValue("q", NOWHERE)
    process = _SPAWN.Process(target=_work, args=(theirs, place, function), daemon=True)
    with _without_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours, place)


def _awaited(crew: _Crew, *, at_once: bool) -> list[_Worker]:
    """Return the workers that have something to say, are dead or are stuck, when there is one or at once."""
    heard: dict[Any, _Worker] = {worker.pipe: worker for worker in crew.workers}
    until = min((worker.since + crew.patience for worker in crew.workers if worker.task), default=None)
    left = None if until is None else max(0.0, until - time.monotonic())
    found = [heard[pipe] for pipe in wait(list(heard), 0 if at_once else left)]
    now = time.monotonic()
    for worker in crew.workers:
        if worker.task and worker not in found and now >= worker.since + crew.patience:
            if worker.place.value == worker.seen:
                worker.stuck = True
                worker.process.kill()
                found.append(worker)
            else:
                worker.seen, worker.since = worker.place.value, now
    return found


def _heard(
    crew: _Crew, worker: _Worker, ahead: deque[_Task[Batch, Result]], rescue: Rescue[Batch, Result]
) -> Iterator[tuple[_Task[Batch, Result], Result]]:
    """Yield what a worker has made of its batch, or see to one that died.

    Raises:
        Exception: what the function has raised.

    """
    try:
        raised, result = worker.pipe.recv()
    except Exception:  # whatever half a message may be
        yield from _bury(crew, worker, ahead, rescue)
        return
    if raised:
        raise result
    if not worker.ready:
        worker.ready, crew.false_starts = True, 0
        return
    task, worker.task, crew.deaths = worker.task, None, 0
    yield task, result


def _bury(
    crew: _Crew, worker: _Worker, ahead: deque[_Task[Batch, Result]], rescue: Rescue[Batch, Result]
) -> Iterator[tuple[_Task[Batch, Result], Result]]:
    """Take a dead worker from the crew; put its batch back, or pieces of it; yield the result of what is given up."""
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
    crew.workers.remove(worker)
    crew.deaths += 1
    crew.false_starts += not worker.ready
    if crew.deaths > _MOST_DEATHS or crew.false_starts >= _MOST_FALSE_STARTS:
        raise LegalNewsError(
            "workers die whatever they are given" if worker.ready else "workers die before they begin",
            got=_ending(worker.process.exitcode),
            todo="give fewer workers more memory"
            if worker.ready
            else "a script that builds needs `if __name__ == '__main__':` above what it does",
        )
    task: _Task[Batch, Result] | None = worker.task
    if task is None:
        return
    task.lives -= 1
    if task.lives:
        ahead.appendleft(task)
        return
    place = worker.place.value
    pieces = rescue.split(task.batch, None if place == NOWHERE else place)
    task.whole.left += len(pieces)
    ahead.extendleft(_Task(piece, task.whole, lives=1) for piece in reversed(pieces))
    if pieces:
        task.whole.left -= 1
    else:
        ending = _ending(worker.process.exitcode)
        how = f"took longer than {crew.patience:g} seconds" if worker.stuck else f"ended its worker: {ending}"
        yield task, rescue.give_up(task.batch, how)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let what is started here not hear Ctrl-C, which is for this process to act on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, place: Any, function: Callable[[Any], Any]) -> None:
    """Run the function on what comes through the pipe, until it is closed."""
    global _place
    _place = place
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    pipe.send((False, None))
    with suppress(EOFError, OSError):
        while True:
            batch = pipe.recv()
            try:
                answer: tuple[bool, Any] = (False, function(batch))
            except Exception as error:
                answer = (True, _portable(error))
            at(NOWHERE)
            pipe.send(answer)


def _portable(error: Exception) -> Exception:
    """Return the error, or one that says the same where it does not survive the way through a pipe."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - its own
    except Exception:
        return RuntimeError(repr(error))
    return error


def _end_with_parent() -> None:
    """End when the parent does: a worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
