"""Build on two hosts and cut the cable of one in mid run: run by tests/test_cluster.py in a network of its own.

    unshare --map-root-user --net python tests/two_hosts.py ARTICLES OUT SCRATCH

Each host is a network namespace at the other end of a cable. The first host that asks loses its cable.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from test_cluster import answering, scheduling, started, working

from legalnews_dataset import batches, cluster
from legalnews_dataset.pipeline import build


def main() -> None:
    """Build, with two workers at first and one in the end."""
    articles, out, scratch = map(Path, sys.argv[1:])
    batches.BATCH_CHARS, cluster._PATIENCE = 500, 60
    ip("link", "set", "lo", "up")
    asked: list[int] = []

    def cut_the_cable(count: int, process: int) -> None:
        if count == 0:
            asked.append(process)
            near = next(number for number in (0, 1) if same_network(process, hosts[number]))
            ip("link", "set", f"near{near}", "down")

    with ExitStack() as stack:
        hosts = [stack.enter_context(started("unshare", "--net", "sleep", "600")).pid for _ in range(2)]
        for number, host in enumerate(hosts):
            connect(number, host)
        address, _ = stack.enter_context(scheduling("0.0.0.0", patience="5s"))  # noqa: S104 - of this network alone
        port = stack.enter_context(answering(cut_the_cable, "0.0.0.0")).rpartition(":")[2]  # noqa: S104
        for number, host in enumerate(hosts):
            inside = ("nsenter", "--target", str(host), "--net")
            gateway = f"10.77.{number}.1"
            own = address.replace("0.0.0.0", gateway)  # noqa: S104
            stack.enter_context(working(own, scratch / f"{number}.py", f"{gateway}:{port}", inside))
        build([articles], out, scheduler=address.replace("0.0.0.0", "127.0.0.1"))  # noqa: S104
    sys.exit(len(asked) != 1)


def connect(number: int, host: int) -> None:
    """Lay a cable from here to a host."""
    while same_network(host, os.getpid()):
        os.sched_yield()
    near, far = f"near{number}", f"far{number}"
    there = ("nsenter", "--target", str(host), "--net", "ip")
    ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", str(host))
    ip("address", "add", f"10.77.{number}.1/24", "dev", near)
    ip("link", "set", near, "up")
    for command in (("address", "add", f"10.77.{number}.2/24", "dev", far), ("link", "set", far, "up")):
        subprocess.run([*there, *command], check=True)
    subprocess.run([*there, "link", "set", "lo", "up"], check=True)


def same_network(one: int, other: int) -> bool:
    """Tell whether two processes see the same network."""
    first, second = (Path(f"/proc/{process}/ns/net").readlink() for process in (one, other))
    return first == second


def ip(*arguments: str) -> None:
    """Change the network here."""
    subprocess.run(["ip", *arguments], check=True)  # noqa: S607 - found by whoever runs this


if __name__ == "__main__":
    main()
