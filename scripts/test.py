"""Run all checks of the project: format, linter, types, tests.

python3 scripts/test.py [ARGUMENTS FOR PYTEST]
"""

from __future__ import annotations

import sys

from environment import make_environment, run

CHECKS = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",))


def main() -> int:
    """Run every check, also after one fails, and return 1 if any did."""
    make_environment()
    failed = [check[0] for check in CHECKS if run(*check)]
    if run("pytest", *sys.argv[1:]):
        failed.append("pytest")
    if failed:
        print(f"failed: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
