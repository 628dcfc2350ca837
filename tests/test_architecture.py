"""The house: imports run one way, the import of the package is light, files stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import legalnews_dataset

PACKAGE = Path(__file__).resolve().parent.parent / "legalnews_dataset"
# Lowest first: a part may import the parts before it, and itself.
ORDER = (
    "errors",
    "folder",
    "garbage",
    "network",
    "workers",
    "tables",
    "testing",
    "articles",
    "documents",
    "records",
    "releases",
    "loading",
    "describing",
    "earlier",
    "batches",
    "unfinished",
    "cluster",
    "pipeline",
    "rebuilding",
    "evaluation",
    "report",
    "cli",
)
HEAVY = {
    "pandas",
    "pandera",
    "frictionless",
    "duckdb",
    "polars",
    "pyarrow",
    "numpy",
    "rich",
    "typer",
    "dask",
    "distributed",
}
LONGEST = 460  # lines; most files are under 300


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    assert part in ORDER, f"{part}: say where it stands in ORDER"
    for name in imports_of(path):
        if name.startswith("legalnews_dataset."):
            imported = name.split(".")[1]
            assert ORDER.index(imported) <= ORDER.index(part), f"{path} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_are_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert path.stem not in {"utils", "helpers", "common", "misc"}


def test_most_files_are_short() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in modules())
    assert lengths[int(len(lengths) * 0.9)] <= 300


def test_the_import_of_the_package_is_light() -> None:
    code = "import sys, legalnews_dataset; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY.intersection(loaded)


def test_nothing_prints_but_the_command_line_and_reports() -> None:
    for path in modules():
        if part_of(path) in {"cli", "report"}:
            continue
        calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        assert not any(isinstance(call, ast.Name) and call.id == "print" for call in calls), path


def test_no_module_bears_a_public_name() -> None:
    # Importing a module makes it an attribute of the package, where it would stand in the way of the name.
    names = {path.stem for path in PACKAGE.iterdir()}
    assert names.isdisjoint(legalnews_dataset.__all__)
