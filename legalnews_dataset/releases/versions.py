"""Version numbers and ranges: what a user may ask for, and which version that is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from legalnews_dataset.errors import UsageError

_EXACT = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")


def parse_version(version: str) -> tuple[int, int, int]:
    """Return the three numbers of a version.

    Raises:
        UsageError: the string is not `MAJOR.MINOR.PATCH`.

    >>> parse_version("1.10.2")
    (1, 10, 2)

    """
    match = _EXACT.fullmatch(version)
    if not match:
        raise UsageError("not a version", expected="MAJOR.MINOR.PATCH such as 1.2.0", got=repr(version))
    return int(match[1]), int(match[2]), int(match[3])


def is_version(text: str) -> bool:
    """Tell whether the text is one exact version rather than a range."""
    return _EXACT.fullmatch(text) is not None


def sort_versions(versions: Iterable[str]) -> list[str]:
    """Return the versions, oldest first.

    >>> sort_versions(["0.10.0", "0.9.0"])
    ['0.9.0', '0.10.0']
    """
    return sorted(versions, key=parse_version)


def in_range(version: str, asked: str) -> bool:
    """Tell whether a version lies in a range: `1.2.0`, `1.*`, `~=1.2`, `>=1.1,<2`, `*`.

    Raises:
        UsageError: the range cannot be read.

    >>> in_range("1.4.0", "~=1.2"), in_range("2.0.0", "1.*")
    (True, False)

    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    if is_version(asked):
        return version == asked
    text = "" if asked.strip() == "*" else asked
    if re.match(r"\s*\d", text):
        text = f"=={text.strip()}"
    try:
        return SpecifierSet(text).contains(version)
    except InvalidSpecifier:
        raise UsageError(
            "not a version or a range of versions", expected="1.2.0, 1.*, ~=1.2 or >=1.1,<2", got=repr(asked)
        ) from None


def choose_version(asked: str | None, listed: Iterable[str], retracted: Collection[str], where: str) -> str:
    """Return the one version that was asked for, never another.

    Args:
        asked: an exact version, a range (its newest version that is not retracted) or None (the newest of all).
        listed: the versions that the store lists.
        retracted: those of them that were retracted.
        where: the store's name, for messages.

    Raises:
        UsageError: no such version, with those that exist.

    """
    known = sort_versions(listed)
    if asked is not None and is_version(asked):
        fits = [asked] if asked in known else []
    else:
        fits = [version for version in known if version not in retracted and (not asked or in_range(version, asked))]
    if fits:
        return fits[-1]
    names = ", ".join(f"{version} (retracted)" if version in retracted else version for version in known)
    what = f"no version {asked}" if asked else "no version that is not retracted"
    raise UsageError(what, where=where, got=f"versions {names}" if names else "a store without versions")


def choose_name(name: str, known: Collection[str], kind: str, where: str) -> str:
    """Return the name if it is known.

    Raises:
        UsageError: it is not, with those that are and the nearest of them.

    """
    if name in known:
        return name
    near = get_close_matches(name, known, n=1)
    raise UsageError(
        f"no {kind} {name!r}",
        where=where,
        expected=f"one of {', '.join(known)}",
        todo=f"did you mean {near[0]!r}?" if near else None,
    )
