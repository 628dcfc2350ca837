"""A build on a Dask cluster: the same bytes as on one machine, whatever becomes of its workers and its scheduler."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from legalnews_dataset import batches, cluster
from legalnews_dataset.cluster import run_on_cluster
from legalnews_dataset.errors import ClusterError, UsageError
from legalnews_dataset.pipeline import build
from legalnews_dataset.workers import Rescue

pytest.importorskip("distributed")
ROOT = Path(__file__).resolve().parent.parent
STORY = (
    "A jury in Boston ordered Norvale Foods Inc. to pay Edith Marrow $2 million on Monday, her lawyer said.\n\n"
    "Norvale, sued in 20{n:02}, will appeal, said Oscar Penhale, an attorney for the company."
)
# What workers load before they work: an article in whose id a name stands does what that name says. `ask` tells the
# test which process it is in and waits to be let go; `die` kills its process.
PRELOAD = """
import os, signal, socket
from legalnews_dataset import pipeline

honest = getattr(pipeline, "honest", pipeline.extract_article)  # a preload is run twice

def extract_article(article):
    if "ask" in article.article_id:
        host, port = os.environ["ASKED"].split(":")
        with socket.create_connection((host, int(port))) as test:
            test.sendall(b"%d\\n" % os.getpid())
            test.recv(1)
    if "die" in article.article_id:
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(article)

pipeline.honest, pipeline.extract_article = honest, extract_article
"""


def write_articles(path: Path, *ids: str) -> Path:
    path.mkdir()
    for n, name in enumerate(ids):
        (path / f"{name}.txt").write_text(STORY.format(n=n % 20), encoding="utf-8")
    return path


def tables_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet") if path.stem != "failures"}


@contextmanager
def started(*command: str, environment: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Give a process that is killed in the end with all that it started."""
    given = os.environ | {"PYTHONPATH": str(ROOT)} | (environment or {})
    with subprocess.Popen(
        command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def scheduling(host: str = "127.0.0.1", patience: str = "5 minutes") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address of a scheduler, and its process; a host that is silent for longer than the patience is gone."""
    with socket.create_server((host, 0)) as free:
        port = free.getsockname()[1]
    # a batch that kills a worker once is suspected
    settings = {
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": patience,
    }
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", host, "--port", str(port)]
    with started(*command, "--no-dashboard", environment=settings) as process:
        yield f"tcp://{host}:{port}", process


@contextmanager
def working(address: str, preload: Path, asked: str = "", inside: tuple[str, ...] = ()) -> Iterator[None]:
    """Start a worker of a scheduler; one that is here has a nanny that replaces it when it dies."""
    preload.write_text(PRELOAD, encoding="utf-8")
    command = [*inside, sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1"]
    nanny = "--no-nanny" if inside else "--nanny"
    with started(*command, nanny, "--no-dashboard", "--preload", str(preload), environment={"ASKED": asked}):
        yield


@contextmanager
def answering(answer: Callable[[int, int], None], host: str = "127.0.0.1") -> Iterator[str]:
    """Give the address at which workers ask; `answer` is told how often one asked before and which process asks."""

    def serve() -> None:
        for count in range(1000):
            connection, _ = server.accept()
            with connection, connection.makefile("rb") as told:
                if not (process := told.readline()):
                    return
                answer(count, int(process))

    with socket.create_server((host, 0)) as server:
        thread = Thread(target=serve, daemon=True)
        thread.start()
        address = server.getsockname()
        try:
            yield f"{address[0]}:{address[1]}"
        finally:
            socket.create_connection(address).close()
            thread.join()


@pytest.mark.slow
def test_a_build_whose_workers_are_killed_has_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_CHARS", 500)
    monkeypatch.setattr(cluster, "_PATIENCE", 60)
    killed: list[int] = []

    def answer(count: int, process: int) -> None:
        if count == 0:
            killed.append(process)
            os.kill(process, signal.SIGKILL)

    good = [f"a{n}" for n in range(8)]
    inputs = write_articles(tmp_path / "in", *good, "ask")
    bad = write_articles(tmp_path / "bad", "die")
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduling())
        asked = stack.enter_context(answering(answer))
        for name in ("one", "two"):
            stack.enter_context(working(address, tmp_path / f"{name}.py", asked))
        summary = build([inputs, bad], tmp_path / "cluster", scheduler=address)
        with monkeypatch.context() as other:
            fake = cluster.made_by() | {"pyarrow": "1.0"}
            other.setattr(cluster, "made_by", lambda: fake)
            with pytest.raises(
                ClusterError, match=r"a worker has other versions \(tcp://.*expected pyarrow 1.0; got pyarrow"
            ):
                build([inputs], tmp_path / "never", scheduler=address)
    assert len(killed) == 1
    assert [(failure.key, failure.value) for failure in summary.failures] == [("die", "ended its workers")]
    build([inputs], tmp_path / "local", workers=1)
    assert tables_of(tmp_path / "cluster") == tables_of(tmp_path / "local")


@pytest.mark.slow
def test_a_build_on_two_hosts_of_which_one_is_cut_off_has_the_same_bytes(tmp_path: Path) -> None:
    own_network = ["unshare", "--map-root-user", "--net"]
    if not (shutil.which("unshare") and shutil.which("nsenter") and shutil.which("ip")):
        pytest.skip("networks of their own want unshare, nsenter and ip")
    if subprocess.run(
        [*own_network, "ip", "link", "add", "near", "type", "veth", "peer", "far"], capture_output=True
    ).returncode:
        pytest.skip("this system permits no networks of their own")
    inputs = write_articles(tmp_path / "in", *(f"a{n}" for n in range(8)), "ask")
    script = [sys.executable, str(ROOT / "tests" / "two_hosts.py")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*own_network, *script, str(inputs), str(tmp_path / "hosts"), str(tmp_path)], env=environment, check=True
    )
    build([inputs], tmp_path / "local", workers=1)
    assert tables_of(tmp_path / "hosts") == tables_of(tmp_path / "local")


def test_an_address_at_which_nothing_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        silent = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        for address in (silent, "tcp://127.0.0.1:1"):
            with pytest.raises(UsageError, match=f"no scheduler answers there .{address}"):
                list(run_on_cluster(str.upper, ["one"], NO_RESCUE, scheduler=address))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:8786", "smoke://signals:1", "local:0", "local:some"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(UsageError, match=f"this is no scheduler; expected tcp://.*; got '{address}'"):
        list(run_on_cluster(str.upper, ["one"], NO_RESCUE, scheduler=address))


def test_a_missing_dask_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'legalnews-dataset\[cluster\]'"):
        list(run_on_cluster(str.upper, ["one"], NO_RESCUE, scheduler="local:1"))


def test_a_scheduler_that_is_lost_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 5)
    with scheduling() as (address, process):

        def batches() -> Iterator[str]:
            yield "one"
            process.kill()
            process.wait()

        with pytest.raises(ClusterError, match="the scheduler was lost"):
            list(run_on_cluster(str.upper, batches(), NO_RESCUE, scheduler=address))


NO_RESCUE: Rescue[str, str] = Rescue(lambda batch, _: [], lambda batch, _: batch, "".join)
