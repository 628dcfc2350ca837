"""Cut a run of capitalized words into its parts: a title with its person, a body, a place, or a name still open."""

from __future__ import annotations

from typing import NamedTuple

from legalnews_dataset.documents.lexicon import (
    BODY,
    CALENDAR,
    COMPASS,
    COURTESY,
    CREATION,
    FIRST,
    FUNCTION,
    GOVERNMENT,
    HEAD,
    INITIAL,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PLACE,
    PLACE_HEAD,
    POSTNOMINAL,
    STREET,
    SUFFIX,
    SURNAME,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.runs import Unit

_NOT_A_NAME = SUFFIX | HEAD | BODY | CREATION | PLACE_HEAD
_BESIDE_TITLE = TITLE | MODIFIER | PLACE | NATIONALITY | PLACE_HEAD | COMPASS
_COURT_TITLES = word_set("joins", "court_titles")
_FIRST_OR_TITLE = word_set("joins", "first_or_title")


class Part(NamedTuple):
    """Some units of a run: `kind` is person, organization, government, place or empty where still open.

    `title` is the token span of the capitalized title before a person, `titled` tells that one stands there;
    `surname_only` that a title comes before one word.
    """

    units: tuple[Unit, ...]
    kind: str
    title: tuple[int, int] | None = None


def split_run(run: list[Unit], lowered: set[str], opens: bool) -> list[Part]:
    """Return the parts of a run.

    Args:
        run: the units of the run.
        lowered: every word of the text that occurs in lower case.
        opens: whether the run opens a sentence, where any word is capitalized.

    """
    parts: list[Part] = []
    piece: list[Unit] = []
    for at, unit in enumerate(run):
        flags = unit.flags
        if flags & (FUNCTION | CALENDAR) and not (flags & FIRST and _goes_on_as_name(run, at)):
            if piece:
                _split_piece(piece, parts)
                piece = []
            continue
        if (
            at == 0
            and opens
            and not flags & (FIRST | TITLE | INITIAL | BODY)
            and unit.word.lower() in lowered
            and len(run) > 1
        ):
            nxt = run[1].flags
            if nxt & (FIRST | TITLE | INITIAL) or not flags & (HEAD | NATIONALITY | MODIFIER | PLACE):
                continue
        if unit.word.endswith(("-based", "-born", "-area", "-owned", "-backed", "-led")):
            if piece:
                _split_piece(piece, parts)
                piece = []
            continue
        piece.append(unit)
    if piece:
        _split_piece(piece, parts)
    return parts


def _goes_on_as_name(run: list[Unit], at: int) -> bool:
    """Tell whether a month (`April`) is a first name here."""
    return (
        at + 1 < len(run)
        and bool(run[at + 1].flags & SURNAME)
        and not run[at + 1].flags & (TITLE | FUNCTION | CALENDAR | HEAD)
    )


def _split_piece(piece: list[Unit], parts: list[Part]) -> None:  # noqa: C901
    n = len(piece)
    if n > 1:
        for t in range(n - 2, -1, -1):
            flags = piece[t].flags
            if flags & TITLE and _begins_name(piece, t):
                _split_titled(piece, t, parts)
                return
    elif (
        not piece[0].flags & ~(TITLE | MODIFIER | HEAD | GOVERNMENT | SUFFIX | CREATION | POSTNOMINAL)
        and piece[0].flags
    ):
        return
    for h in range(n - 1, -1, -1):
        flags = piece[h].flags
        if flags & (SUFFIX | HEAD | BODY) and _is_head(piece, h):
            _add_body(piece, h, parts)
            return
    if n > 1 and piece[-1].flags & CREATION and not piece[0].flags & FIRST:
        return
    kind = ""
    last = piece[-1].flags
    if n == 1:
        flags = piece[0].flags
        if flags & PLACE and not (flags & (FIRST | SURNAME) and not flags & PLACE):
            kind = "place"
        elif flags & (NATIONALITY | ORDINARY | CREATION | COMPASS | TITLE):
            return
    elif all(unit.flags & (PLACE | COMPASS | PLACE_HEAD | NATIONALITY) for unit in piece):
        if not last & NATIONALITY:
            kind = "place"
    elif last & PLACE_HEAD and not (piece[0].flags & FIRST and last & SURNAME and not last & STREET):
        kind = "place"
    elif all(
        unit.flags & (TITLE | MODIFIER | ORDINARY | NATIONALITY | PLACE | COMPASS)
        and not unit.flags & (FIRST | SURNAME)
        for unit in piece
    ):
        return
    parts.append(Part(tuple(piece), kind))


def _begins_name(piece: list[Unit], t: int) -> bool:
    """Tell whether the units after the title at t are a person's name."""
    title, rest = piece[t], piece[t + 1 :]
    first = rest[0].flags
    if title.flags & COURTESY:
        return not first & (TITLE | SUFFIX) or bool(first & (FIRST | SURNAME))
    if title.word in _FIRST_OR_TITLE and t == 0 and len(rest) == 1 and title.flags & FIRST:
        return False
    if any(unit.flags & (SUFFIX | BODY | CREATION) for unit in rest):
        return False
    if first & (HEAD | PLACE_HEAD | ORDINARY | MODIFIER | NATIONALITY) and not first & (FIRST | SURNAME):
        return False
    if first & PLACE and not first & (FIRST | SURNAME):
        return False
    if rest[-1].flags & HEAD and not rest[-1].flags & SURNAME:
        return False
    return not (len(rest) == 1 and first & (PLACE | HEAD) and title.word in ("General", "Chief", "First", "Star"))


def _split_titled(piece: list[Unit], t: int, parts: list[Part]) -> None:
    left = t
    while left > 0:
        before = piece[left - 1]
        if (
            before.flags & (SUFFIX | HEAD | BODY)
            and not (
                before.word in ("Court", "Police", "Courts", "Appeals")
                and piece[t].word in _COURT_TITLES | {"Commissioner"}
            )
            and (not before.flags & (TITLE | MODIFIER) or before.flags & BODY)
        ):
            break
        if (
            before.flags & _BESIDE_TITLE
            or before.word in ("Court", "Courts")
            or (left > 1 and piece[left].flags & PLACE_HEAD)
            or (piece[left].word == "Court")
        ):
            left -= 1
        else:
            break
    if left:
        _split_piece(piece[:left], parts)
    name = piece[t + 1 :]
    while (
        len(name) > 1
        and name[-1].flags & POSTNOMINAL
        and name[-1].word in ("QC", "KC", "MP", "Esq", "PhD", "MD", "OBE", "MBE", "CBE")
    ):
        name = name[:-1]
    parts.append(Part(tuple(name), "person", (piece[left].first, piece[t].last)))


def _is_head(piece: list[Unit], h: int) -> bool:
    flags = piece[h].flags
    if flags & BODY:
        return len(piece) == 1 or not flags & (FIRST | SURNAME)
    if len(piece) == 1:
        return False
    if flags & HEAD and flags & SURNAME and h == len(piece) - 1 and h in (1, 2):
        first = piece[0].flags
        if (
            first & FIRST
            and not first & (PLACE | BODY)
            and (h == 1 or piece[1].flags & (FIRST | INITIAL))
            and not flags & GOVERNMENT
        ):
            return False
    return not (flags & SUFFIX and h == 0)


def _add_body(piece: list[Unit], h: int, parts: list[Part]) -> None:
    # What follows a body's last word with `of` or `for` belongs to its name: `Bank of America`.
    n = len(piece)
    end = h + 1
    while end < n and piece[end].first > piece[end - 1].last:
        end += 1
        while end < n and piece[end].first == piece[end - 1].last and not piece[end].flags & (TITLE | FIRST):
            end += 1
    start = 0
    while (
        start < h
        and piece[start].flags & TITLE
        and not piece[start].flags & (PLACE | MODIFIER)
        and piece[start].word not in ("Attorney", "Attorneys", "General", "Star", "Sheriff", "Governor")
    ):
        start += 1
    body = piece[start:end]
    government = any(unit.flags & GOVERNMENT for unit in body) and not any(
        unit.flags & SUFFIX and unit.word != "Corporation" for unit in body
    )
    # Two bodies side by side: a possessive that lost its apostrophe (`Justice Departments Tax Division`).
    for i in range(len(body) - 1):
        if (
            body[i].word in ("Departments", "Ministrys", "Governments", "Offices", "Services", "FBIs")
            and body[i + 1].first == body[i].last
            and i > 0
        ):
            parts.append(Part(tuple(body[: i + 1]), "government"))
            body = body[i + 1 :]
            break
    if len(body) == 1 and not body[0].flags & BODY:
        pass
    else:
        parts.append(Part(tuple(body), "government" if government else "organization"))
    if end < n:
        _split_piece(piece[end:], parts)
