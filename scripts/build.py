"""From a fresh clone to tables on screen: make `.venv`, build `seeds/`, check the result and print it.

python3 scripts/build.py
"""

from __future__ import annotations

import sys

from environment import make_environment, run


def main() -> int:
    """Build the seeds and return the exit status of the first step that fails."""
    make_environment()
    build = ("legalnews", "build", "seeds", "--links", "seeds/links.csv", "-o", "out/seeds", "--show")
    return run(*build) or run("legalnews", "validate", "out/seeds")


if __name__ == "__main__":
    sys.exit(main())
