"""Make the project's environment: `.venv` with the locked dependencies and the package itself, editable."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def make_environment() -> None:
    """Make or refresh `.venv`; nothing is done where the lock and the project file have not changed since."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what a person with an older Python runs first
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / "legalnews-lock.sha256"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Making .venv with the locked dependencies; this takes a minute or two.", flush=True)
    if not (BIN / "python").exists():
        venv.create(VENV, with_pip=True)
    pip("install", "--require-hashes", "-r", str(LOCK))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(wanted)


def pip(*arguments: str) -> None:
    """Run pip of the environment, quietly; what it says is shown where it fails."""
    command = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\n{done.stderr}\npip failed; the lines above say why")


def run(*command: str) -> int:
    """Run a command of the environment in the project's folder and return its exit status."""
    print(f"$ {' '.join(command)}", flush=True)
    return subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False).returncode
