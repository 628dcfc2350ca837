"""What the documents say is so: commands exist, examples run, files that are named are there."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import legalnews_dataset
from legalnews_dataset.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands if command.callback)
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(legalnews_dataset.__path__, "legalnews_dataset.")
    if not module.name.endswith("__main__")
)


def test_the_readme_is_short_enough_to_read() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_links_of_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for command in re.findall(r"^ *\$? *legalnews ([a-z]+)|`legalnews ([a-z]+)", text, re.MULTILINE):
        name = command[0] or command[1]
        assert name in {*COMMANDS, *(group.name for group in app.registered_groups)}, f"{page.name}: legalnews {name}"
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        if not link.startswith(("http", "mailto")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"])
    assert told.exit_code == 0
    assert len(told.output) > 200


def test_wrong_use_is_told_with_exit_code_2() -> None:
    assert CliRunner().invoke(app, ["build"]).exit_code == 2
    assert CliRunner().invoke(app, ["nonsense"]).exit_code == 2


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert not failed


@pytest.mark.parametrize("name", MODULES)
def test_every_module_and_public_function_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    for attribute, value in vars(module).items():
        if not attribute.startswith("_") and callable(value) and getattr(value, "__module__", "") == name:
            assert value.__doc__, f"{name}.{attribute}"


def test_public_names_can_be_imported() -> None:
    for name in legalnews_dataset.__all__:
        assert getattr(legalnews_dataset, name) is not None
