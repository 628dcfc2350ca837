"""Run a function over batches on a Dask cluster: processes of this machine, or the workers of a scheduler somewhere."""

from __future__ import annotations

import logging
import pickle
import re
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from legalnews_dataset.errors import ClusterError, UsageError
from legalnews_dataset.unfinished import made_by
from legalnews_dataset.workers import Rescue, Whole, result_of

if TYPE_CHECKING:
    from distributed import Client, Future

Batch = TypeVar("Batch")
Result = TypeVar("Result")

# Seconds until a scheduler that does not answer is taken for gone.
_PATIENCE = 10
# A batch is larger than what Dask warns of; a profile of workers that nobody reads costs them time.
_SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1GB", "distributed.worker.profile.enabled": False}
# Bytes of the first message of a scheduler; more is another protocol, read as a number.
_LONGEST_GREETING = 1_000_000
# Batches on their way for each thread of the workers: one is worked on while the next one travels.
_AHEAD = 2
# At least that many, so that a cluster that grows with its work sees some.
_LEAST = 16
# Python runs one thread at a time, and extraction keeps what it has looked up: threads of a worker take turns.
_TURN = Lock()
# Read once: it is asked for with every batch.
_made_by = cache(made_by)


def run_on_cluster(
    function: Callable[[Batch], Result],
    batches: Iterable[Batch],
    rescue: Rescue[Batch, Result],
    *,
    scheduler: str,
) -> Iterator[Result]:
    """Yield what the function makes of each batch, in the order in which they are done.

    This process reads and ships the batches, so that workers need neither the input nor a shared disk; what they hand
    back travels through the scheduler. Two batches for each thread of the workers are held, whatever their number. A
    batch whose worker dies is run again on another one. Where that happens more often than the scheduler's
    `allowed-failures`, it is run alone when all others are done, since a worker that dies also costs what waits for it,
    and split where it still kills workers, so that only what does is given up.

    Args:
        function: a function at the top of a module, so that a worker can import it.
        batches: the batches, made while others run.
        rescue: what is done about a batch that kills its workers.
        scheduler: the address, `tcp://host:8786` or `tls://host:8786`, or `local:N` for N processes of this machine.

    Raises:
        UsageError: the address is none, nothing answers there, or Dask is not installed.
        ClusterError: a worker has other versions or fails, or the scheduler is lost.

    """
    with _connected(scheduler) as client:
        from distributed import KilledWorker, as_completed

        waiting, completed, versions = iter(batches), as_completed(loop=client.loop), made_by()
        running: dict[Future, tuple[Batch, Whole[Result], bool]] = {}
        suspects: deque[tuple[Batch, Whole[Result]]] = deque()

        def send(batch: Batch, whole: Whole[Result], *, alone: bool) -> None:
            with _speaking_to(scheduler):
                future = client.submit(run_batch, pickle.dumps((function, batch)), versions, pure=False)
                running[future] = batch, whole, alone
                completed.add(future)

        while True:
            for batch in islice(waiting, max(0, _room(client, scheduler) - len(running))):
                send(batch, Whole(), alone=False)
            if not running and suspects:
                send(*suspects.popleft(), alone=True)
            if not running:
                return
            future = next(completed)
            batch, whole, alone = running.pop(future)
            with _speaking_to(scheduler):
                killed = future.status == "error" and isinstance(future.exception(), KilledWorker)
                if not killed:
                    whole.results.append(future.result())
            if killed and not alone:
                suspects.append((batch, whole))
                continue
            if killed:
                pieces = _pieces(batch, rescue)
                suspects.extend((piece, whole) for piece in pieces)
                whole.left += len(pieces)
                if not pieces:
                    whole.results.append(rescue.give_up(batch, "ended its workers"))
            whole.left -= 1
            if not whole.left:
                yield result_of(whole, rescue)


def _pieces(batch: Batch, rescue: Rescue[Batch, Result]) -> list[Batch]:
    """Cut a batch in about eight, so that three rounds find one of 500 articles; one article cannot be cut."""
    pieces = rescue.split(batch, None)
    for _ in range(2):
        pieces = [smaller for piece in pieces for smaller in rescue.split(piece, None) or [piece]]
    return pieces


def run_batch(work: bytes, versions: dict[str, str]) -> Any:
    """Run a pickled function on a pickled batch in a worker that has the versions of the client.

    Raises:
        ClusterError: it has others.

    """
    from distributed import get_worker

    if (here := _made_by()) != versions:
        wrong = [name for name in versions if here[name] != versions[name]]
        raise ClusterError(
            "a worker has other versions",
            where=get_worker().address,
            expected=", ".join(f"{name} {versions[name]}" for name in wrong),
            got=", ".join(f"{name} {here[name]}" for name in wrong),
            todo="install on the workers what this machine has",
        )
    with _TURN:
        function, batch = pickle.loads(work)  # noqa: S301 - whoever reaches the scheduler can run what they like
        return function(batch)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    """Give a client of the scheduler; for `local:N` the cluster is started, and stopped at the end."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        todo = "pip install 'legalnews-dataset[cluster]'"
        raise UsageError("Dask is not installed", where=str(error.name), todo=todo) from error
    local = re.fullmatch(r"local:([1-9]\d*)", scheduler)
    address = re.fullmatch(r"(tcp|tls)://\[?([^/\]]+)\]?:(\d{1,5})", scheduler)
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_SETTINGS))
        stack.enter_context(_quiet())
        if local:
            workers = int(local[1])
            cluster: str | LocalCluster = stack.enter_context(
                LocalCluster(workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
            )
        elif address:
            cluster = scheduler
            _await_greeting(scheduler, address[2], int(address[3]), says_hello=address[1] == "tcp")
        else:
            raise UsageError(
                "this is no scheduler", expected="tcp://host:port, tls://host:port or local:N", got=repr(scheduler)
            )
        try:
            client = Client(cluster, timeout=_PATIENCE, set_as_default=False, name="legalnews")
        except (OSError, TimeoutError, ValueError) as error:
            raise _no_answer(scheduler, error) from error
        stack.callback(_close, client)
        yield client


def _await_greeting(scheduler: str, host: str, port: int, *, says_hello: bool) -> None:
    """Wait until something listens there that opens a connection as Dask does: a client of Dask would wait for ever."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with socket.create_connection((host, port), timeout=max(0.1, deadline - time.monotonic())) as probe:
                if says_hello and not 0 < int.from_bytes(probe.recv(8), "little") < _LONGEST_GREETING:
                    raise _no_answer(scheduler, "something that is not Dask")
                return
        except OSError as error:
            if time.monotonic() >= deadline:
                raise _no_answer(scheduler, error) from error
            time.sleep(0.1)


def _no_answer(scheduler: str, got: object) -> UsageError:
    return UsageError("no scheduler answers there", where=scheduler, got=str(got), todo="start one: docs/scale.md")


def _close(client: Client) -> None:
    with suppress(OSError, TimeoutError):
        client.close(timeout=_PATIENCE)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from logging: what goes wrong is told once, by the errors that are raised here."""
    logs = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    silenced = [log for log in logs if not log.disabled]
    for log in silenced:
        log.disabled = True
    try:
        yield
    finally:
        for log in silenced:
            log.disabled = False


def _room(client: Client, scheduler: str) -> int:
    """Return how many batches may be on their way; workers come and go."""
    with _speaking_to(scheduler):
        threads: dict[str, int] = client.nthreads()
    return max(_LEAST, _AHEAD * sum(threads.values()))


@contextmanager
def _speaking_to(scheduler: str) -> Iterator[None]:
    """Tell what goes wrong between client, scheduler and workers in the words of this package."""
    try:
        yield
    except ClusterError:
        raise
    except (CancelledError, OSError, TimeoutError) as error:
        raise ClusterError(
            "the scheduler was lost", where=scheduler, got=str(error).partition("\n")[0], todo="run the build again"
        ) from error
    except Exception as error:
        cause = error.__cause__ or error
        todo = "install this package on the scheduler and the workers" if isinstance(cause, ImportError) else None
        raise ClusterError("the cluster failed", where=scheduler, got=repr(cause), todo=todo) from error
