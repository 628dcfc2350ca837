"""Clocks and scales for the measuring scripts: wall time, processor time, memory of a process and its children."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Figures = dict[str, float | str]


def seconds(run: Callable[[], object]) -> float:
    """Return how long a call takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def processor_seconds(run: Callable[[], object]) -> float:
    """Return the processor time that a call takes, all its threads added up."""
    started = time.process_time()
    run()
    return time.process_time() - started


def best(times: int, run: Callable[[], object]) -> float:
    """Return how long the fastest of some calls takes."""
    return min(seconds(run) for _ in range(times))


def run_script(code: str, *arguments: str, folder: Path) -> tuple[float, float, str]:
    """Run Python code in a process of its own; return seconds, the most memory of it and its children, and its words.

    Args:
        code: what to run.
        arguments: what it finds in `sys.argv`.
        folder: where the script can lie, since processes that it starts read it again.

    """
    script = folder / "run.py"
    script.write_text(code, encoding="utf-8")
    started, peak = time.perf_counter(), 0.0
    command = [sys.executable, str(script), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(memory, family(process.pid))))
            time.sleep(0.2)
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"this failed: {' '.join(command)}")
    return time.perf_counter() - started, peak, told


def family(process: int) -> list[int]:
    """Return a process and everything that it started, as Linux lists them; the process alone elsewhere."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def memory(process: int) -> float:
    """Return the memory of a process in MB, shared pages counted in part, as Linux tells it; 0 elsewhere."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
