"""What can go wrong, in words that say what, where, what was expected, what was found and what to do."""

from __future__ import annotations

from collections.abc import Iterable


class LegalNewsError(Exception):
    """Anything that this package refuses, told so that its user can act on it.

    Args:
        what: one sentence that says what is wrong.
        where: the file, table, key or column that it is wrong in.
        expected: what would have been right.
        got: what was found instead.
        todo: what the user can do about it.

    >>> print(LegalNewsError("no such table", where="load()", got="'quote'", todo="use 'quotes'"))
    no such table (load()); got 'quote'; use 'quotes'

    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        expected: str | None = None,
        got: str | None = None,
        todo: str | None = None,
    ) -> None:
        self.what, self.where, self.expected, self.got, self.todo = what, where, expected, got, todo
        parts = [
            what + (f" ({where})" if where else ""),
            f"expected {expected}" if expected else None,
            f"got {got}" if got else None,
            todo,
        ]
        super().__init__("; ".join(part for part in parts if part))


class UsageError(LegalNewsError):
    """A call that names something that is not there: a path, a table, a version (exit code 2)."""


class MissingExtraError(UsageError):
    """Packages that only some uses need are not installed.

    Args:
        extra: the extra that brings them.
        packages: those that are missing.
        where: what needs them.

    """

    def __init__(self, extra: str, packages: Iterable[str], where: str) -> None:
        todo = f'pip install "legalnews-dataset[{extra}]"'
        super().__init__(f"this needs {', '.join(packages)}", where=where, todo=todo)


class InputError(LegalNewsError):
    """An article or a file of articles that cannot be read; the others still can."""


class DataError(LegalNewsError):
    """Tables that break the contract (exit code 1)."""


class ReleaseError(LegalNewsError):
    """A release that is refused, or one whose files are not what its manifest says (exit code 1)."""


class ClusterError(LegalNewsError):
    """A cluster that cannot go on: its scheduler is lost, or a worker has other versions (exit code 1)."""
