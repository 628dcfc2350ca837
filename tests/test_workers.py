"""Workers: what kills or keeps one costs only itself, and whatever else there is to do is done."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from legalnews_dataset import workers
from legalnews_dataset.errors import LegalNewsError
from legalnews_dataset.workers import NOWHERE, Rescue, at, run_batches

Batch = list[str]


def work(batch: Batch) -> list[str]:
    """Do what each item says: a stand-in for extraction that a process can import."""
    done = []
    for place, item in enumerate(batch):
        at(place)
        if item.startswith("once "):
            flag = Path(item.removeprefix("once "))
            if not flag.exists():
                flag.touch()
                os._exit(1)
        DEEDS.get(item, lambda: None)()
        done.append(item)
    at(NOWHERE)
    return done


def work_blindly(batch: Batch) -> list[str]:
    """Do the same without saying where."""
    for item in batch:
        DEEDS.get(item, lambda: None)()
    return list(batch)


def fail() -> None:
    raise ZeroDivisionError("an honest error")


DEEDS: dict[str, Callable[[], object]] = {
    "exit": lambda: os._exit(7),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "crash": lambda: ctypes.string_at(0),
    "hang": lambda: Event().wait(),
    "fail": fail,
}


def split(batch: Batch, place: int | None) -> list[Batch]:
    if len(batch) < 2:
        return []
    if place is None:
        return [batch[: len(batch) // 2], batch[len(batch) // 2 :]]
    return [piece for piece in (batch[:place], batch[place : place + 1], batch[place + 1 :]) if piece]


RESCUE: Rescue[Batch, list[str]] = Rescue(
    split, lambda batch, reason: [f"{batch[0]}: {reason}"], lambda results: [item for each in results for item in each]
)


def run(batches: list[Batch], patience: float = 60, function: Callable[[Batch], list[str]] = work) -> list[list[str]]:
    found = run_batches(function, batches, RESCUE, workers=2, patience=patience, apart=True)
    return sorted(sorted(result) for result in found)


def test_each_batch_is_done_once_in_any_order() -> None:
    assert run([[f"{n}"] for n in range(9)]) == [[f"{n}"] for n in range(9)]


@pytest.mark.parametrize(
    ("deed", "told"), [("exit", "exit code 7"), ("kill", "killed by SIGKILL"), ("crash", "killed by SIGSEGV")]
)
def test_what_kills_its_worker_costs_only_itself(deed: str, told: str) -> None:
    done = run([["a", deed, "b", "c"], ["d"]])
    assert done == [sorted(["a", "b", "c", f"{deed}: ended its worker: {told}"]), ["d"]]


def test_what_kills_its_worker_once_is_done_the_second_time(tmp_path: Path) -> None:
    once = f"once {tmp_path / 'flag'}"
    assert run([["a", once], ["b"]]) == [["a", once], ["b"]]


def test_what_keeps_its_worker_is_set_aside() -> None:
    assert run([["a", "hang", "b"]], patience=0.8) == [["a", "b", "hang: took longer than 0.8 seconds"]]


def test_a_batch_whose_place_is_not_known_is_halved() -> None:
    done = run([["a", "b", "kill", "c"]], function=work_blindly)
    assert done == [["a", "b", "c", "kill: ended its worker: killed by SIGKILL"]]


def test_an_error_of_the_function_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError, match="an honest error"):
        run([["a"], ["fail"]])


def test_workers_that_die_before_they_begin_are_told(tmp_path: Path) -> None:
    code = (
        "import sys; from legalnews_dataset.workers import Rescue, run_batches\n"
        "rescue = Rescue(lambda b, p: [], lambda b, r: b, lambda r: r)\n"
        "from legalnews_dataset.errors import LegalNewsError\n"
        "try: list(run_batches(len, ['a', 'b'], rescue, workers=2))\n"
        "except LegalNewsError as error: sys.exit(str(error))\n"
    )
    script = tmp_path / "unguarded.py"
    script.write_text(code)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "workers die before they begin" in done.stderr
    assert "__main__" in done.stderr


def test_deaths_without_end_are_no_fault_of_the_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_MOST_DEATHS", 4)
    forever: Rescue[Batch, list[str]] = Rescue(lambda batch, _: [batch, batch], RESCUE.give_up, RESCUE.join)
    with pytest.raises(LegalNewsError, match="workers die whatever they are given"):
        list(run_batches(work, [["exit"]], forever, workers=2, apart=True))
