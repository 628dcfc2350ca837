"""Break constraints of the row classes, one at a time, and count how many the tests notice.

Usage: python scripts/mutate_contract.py [--count 20] [--seed 0]. The project is copied to a temporary folder; there a
range, a pattern, a label, a key, a reference, a length or a rule is taken out of a table's file, or a null allowed, and
the tests of the tables run until the first that fails. Exits with 1 where a break goes unnoticed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = Path("legalnews_dataset/tables")
FILES = ("articles", "cases", "parties", "events", "quotes", "awards", "mentions", "evidence", "intervals")
CONSTRAINTS = {"key", "references", "references_by", "enum", "pattern", "min_length", "ge", "le"}
# The tests that say what the contract is; the first to fail ends a run.
TESTS = ("test_contract.py", "test_liveness.py", "test_evolution.py", "test_schemas.py")


@dataclass(frozen=True)
class Break:
    """One constraint taken out: the file, what is broken, and the file's new text."""

    file: Path
    what: str
    text: str


def breaks_of(file: Path) -> Iterator[Break]:
    """Yield each way to break one constraint that a file declares."""
    text = (ROOT / file).read_text(encoding="utf-8")
    total = len(list(_sites(ast.parse(text))))
    for number in range(total):
        tree = ast.parse(text)
        what, take_out = list(_sites(tree))[number]
        take_out()
        yield Break(file, what, ast.unparse(tree))


def _sites(tree: ast.Module) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what can be broken in a file, and the function that breaks it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Col":
            for keyword in node.keywords:
                if keyword.arg in CONSTRAINTS:
                    said = f"{keyword.arg} of {ast.unparse(node.args[0])}"
                    yield said, partial(node.keywords.remove, keyword)
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Annotated":
            kind = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) else node.slice
            if isinstance(kind, ast.Name) and isinstance(node.slice, ast.Tuple):
                said = f"null forbidden for {ast.unparse(node.slice.elts[1])[:50]}"
                yield said, partial(_allow_null, node, kind)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict | ast.Tuple):
            yield from _entries(ast.unparse(node.targets[0]), node.value)


def _entries(name: str, value: ast.Dict | ast.Tuple) -> Iterator[tuple[str, Callable[[], None]]]:
    if isinstance(value, ast.Dict) and name.isupper():
        for number, key in enumerate(value.keys):
            said = f"label {ast.unparse(key) if key else '**'} of {name}"
            yield said, partial(_drop, value, number)
    elif isinstance(value, ast.Tuple) and name.endswith("RULES"):
        for rule in value.elts:
            yield f"rule {ast.unparse(rule)[:50]} of {name}", partial(value.elts.remove, rule)


def _drop(labels: ast.Dict, number: int) -> None:
    del labels.keys[number], labels.values[number]


def _allow_null(node: ast.Subscript, kind: ast.Name) -> None:
    assert isinstance(node.slice, ast.Tuple)
    node.slice.elts[0] = ast.BinOp(kind, ast.BitOr(), ast.Constant(None))


def noticed_by(broken: Break, folder: Path) -> str | None:
    """Return the first test that fails in a copy of the project with the break; None where all pass."""
    whole = (ROOT / broken.file).read_text(encoding="utf-8")
    (folder / broken.file).write_text(broken.text, encoding="utf-8")
    tests = [f"tests/tables/{name}" for name in TESTS]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        env = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    finally:
        (folder / broken.file).write_text(whole, encoding="utf-8")
    if done.returncode == 0:
        return None
    told = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return told[0].split(" - ")[0] if told else "the tests do not start"


def main() -> int:
    """Break as many constraints as asked and print what noticed each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many constraints to break")
    parser.add_argument("--seed", type=int, default=0, help="which ones")
    asked = parser.parse_args()
    found = [broken for name in FILES for broken in breaks_of(TABLES / f"{name}.py")]
    chosen = random.Random(asked.seed).sample(found, min(asked.count, len(found)))  # noqa: S311
    missed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "project"
        for part in ("legalnews_dataset", "tests", "schemas", "docs"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        for broken in chosen:
            test = noticed_by(broken, folder)
            missed += test is None
            print(
                f"{'MISSED' if test is None else 'noticed'}  {broken.file.stem}: {broken.what}  {test or ''}",
                flush=True,
            )
    print(f"{len(chosen) - missed} of {len(chosen)} broken constraints noticed ({len(found)} could be broken)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
