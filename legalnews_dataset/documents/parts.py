"""Cut a run of capitalized words into its parts: a title with its person, a body, a place, or a name still open."""

from __future__ import annotations

from typing import NamedTuple

from legalnews_dataset.documents.lexicon import (
    BODY,
    CALENDAR,
    COMMON,
    COMPASS,
    COURTESY,
    CREATION,
    DOTTED,
    FAMOUS,
    FIRST,
    FUNCTION,
    GOVERNMENT,
    HEAD,
    INITIAL,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PERHAPS_GOVERNMENT,
    PLACE,
    PLACE_HEAD,
    PLACE_START,
    POSTNOMINAL,
    PUBLIC,
    ROLE,
    STREET,
    SUFFIX,
    SURNAME,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.runs import CITY_OF, ESTATE_OF, PARTICLES, Unit

_BESIDE_TITLE = TITLE | MODIFIER | PLACE | NATIONALITY | PLACE_HEAD | COMPASS
_OF_PLACES = PLACE | COMPASS | PLACE_HEAD | NATIONALITY
_COURT_TITLES = word_set("joins", "court_titles")
_PRESS_WORDS = word_set("vocabulary", "press")
_BARRISTERS = frozenset({"SC", "BL"})
_PARTIES = frozenset({"Democratic", "Republican", "Labour", "Conservative", "Liberal", "Socialist", "Communist"})
_TITLE_CASE_JOINS = frozenset({"Against", "Of"})
_OFFICES = frozenset({"Division", "Section", "Office", "Unit", "Bureau", "Branch", "Services", "Directorate"})
# A department or an office whose possessive lost its apostrophe: `Justice Departments Tax Division`.
LOST_APOSTROPHE = frozenset({"Departments", "Ministrys", "Governments", "Offices", "Services", "FBIs", "Divisions"})


class Part(NamedTuple):
    """Some units of a run.

    `kind` is person, organization, government or place, or empty where the words themselves do not tell; `title` is
    the token span of the capitalized title before a person.
    """

    units: tuple[Unit, ...]
    kind: str
    title: tuple[int, int] | None = None


def split_run(words: tuple[str, ...], run: list[Unit], lowered: set[str], opens: bool) -> list[Part]:
    """Return the parts of a run.

    Args:
        words: the tokens of the article.
        run: the units of the run.
        lowered: every word of the text that occurs in lower case.
        opens: whether the run opens a sentence, where any word is capitalized.

    """
    parts: list[Part] = []
    if len(run) == 1:
        if not run[0].flags & (FUNCTION | CALENDAR):
            _single(run[0], parts)
        return parts
    piece: list[Unit] = []
    for at, unit in enumerate(run):
        flags = unit.flags
        breaks = flags & (FUNCTION | CALENDAR)
        if breaks and flags & (FIRST | SURNAME) and _is_in_name(words, run, at):
            breaks = 0
        elif breaks and unit.word in _TITLE_CASE_JOINS and piece and piece[-1].flags & HEAD and at + 1 < len(run):
            breaks = 0  # `Commission Against Corruption`
        if not breaks and opens and len(run) > at + 1 and not piece:
            breaks = (at == 0 and _only_opens(unit, run[1], lowered)) or _is_dateline(unit, run[-1])
        if not breaks:
            piece.append(unit)
        elif piece:
            _split_piece(words, piece, parts)
            piece = []
    if piece:
        _split_piece(words, piece, parts)
    return parts


def _is_in_name(words: tuple[str, ...], run: list[Unit], at: int) -> bool:
    """Tell whether a month is a first name (`April Roe`) or a surname (`Samuel May`) here."""
    flags = run[at].flags
    if at + 1 < len(run):
        after = run[at + 1].flags
        return bool(flags & FIRST and after & SURNAME) and not after & (TITLE | FUNCTION | CALENDAR | HEAD)
    end = run[at].last
    return bool(at and flags & SURNAME and run[at - 1].flags & (FIRST | COURTESY | INITIAL)) and not (
        end < len(words) and words[end].isdigit()
    )


def _is_dateline(unit: Unit, last: Unit) -> bool:
    """Tell whether the word is a dateline whose dash is lost: `WASHINGTON Acme agreed`."""
    return unit.word.isupper() and len(unit.word) > 4 and not unit.flags & BODY and not last.word.isupper()


def _only_opens(unit: Unit, after: Unit, lowered: set[str]) -> bool:
    """Tell whether the first word of a sentence is capitalized for that alone: `Convicted killer`, `Lawyers for`."""
    if (unit.flags & MODIFIER and after.flags & TITLE) or unit.word.lower() in PARTICLES:
        return False  # `Prime Minister`, `Van Gelder`
    if not unit.flags and unit.word[-1] == "s" and after.flags & FIRST:
        return True  # `Liberals Jane Roe and John Doe`
    if not unit.flags and unit.word.endswith("ing") and after.flags & FIRST:
        return True  # `Hulking John Doe`
    if (
        unit.word.lower() in _PRESS_WORDS
        and not unit.flags & (FIRST | SURNAME | TITLE)
        and not after.flags & (HEAD | BODY | SUFFIX)
    ):
        return True  # `Terrified Ludmila`
    if unit.flags & (FIRST | TITLE | INITIAL | BODY) or not (unit.flags & COMMON or unit.word.lower() in lowered):
        return False
    if after.flags & (FIRST | TITLE | INITIAL | COURTESY):
        return True
    return not unit.flags & (HEAD | NATIONALITY | MODIFIER | PLACE | PUBLIC) and unit.word.lower() in lowered


def _split_piece(words: tuple[str, ...], piece: list[Unit], parts: list[Part]) -> None:
    n = len(piece)
    if n == 1:
        _single(piece[0], parts)
        return
    if piece[0].word in (CITY_OF, ESTATE_OF):
        parts.append(Part(tuple(piece), "government" if piece[0].word == CITY_OF else "organization"))
        return
    for t in range(n - 2, -1, -1):
        flags = piece[t].flags
        if (flags & TITLE or (flags & ROLE and piece[t + 1].flags & FIRST)) and _begins_name(piece, t):
            _split_titled(words, piece, t, parts)
            return
    while (
        n > 2
        and piece[0].flags & FIRST
        and (piece[-1].flags & (TITLE | MODIFIER) or piece[-1].word in _BARRISTERS)
        and not piece[-1].flags & (FIRST | SURNAME)
    ):
        # A comma is lost between a name and a title behind it.
        piece, n = piece[:-1], n - 1
    cut = _place_end(words, piece)
    if cut:
        parts.append(Part(tuple(piece[:cut]), "place"))
        if cut < n:
            _split_piece(words, piece[cut:], parts)
        return
    last = piece[-1].flags
    if last & CREATION and not last & (SURNAME | HEAD) and not any(unit.flags & BODY for unit in piece):
        return
    for h in range(n - 1, -1, -1):
        if piece[h].flags & (SUFFIX | HEAD | BODY) and _is_head(piece, h):
            _add_body(words, piece, h, parts)
            return
    kind = ""
    if any(words[unit.last] == "&" for unit in piece[:-1]):
        kind = "organization"
    elif (piece[0].flags & PLACE_START and n == 2 and not piece[0].flags & FIRST and not last & (COMMON | FIRST)) or (
        last & PLACE_HEAD and not (piece[0].flags & FIRST and last & SURNAME and not last & STREET)
    ):
        kind = "place"
    elif all(
        unit.flags & (_OF_PLACES | TITLE | MODIFIER | ORDINARY) and not unit.flags & (FIRST | SURNAME) for unit in piece
    ):
        return
    parts.append(Part(tuple(piece), kind))


def _single(unit: Unit, parts: list[Part]) -> None:
    flags = unit.flags
    if flags & PLACE:
        parts.append(Part((unit,), "place"))
    elif flags & FAMOUS:
        parts.append(Part((unit,), "person"))
    elif flags & BODY:
        parts.append(Part((unit,), "government" if flags & GOVERNMENT else "organization"))
    elif (
        not flags & (NATIONALITY | ORDINARY | CREATION | COMPASS | TITLE | HEAD | SUFFIX | POSTNOMINAL | MODIFIER)
        or flags & (SURNAME | FIRST)
        or (flags & (HEAD | CREATION) and not flags & (COMMON | GOVERNMENT))
    ):
        parts.append(Part((unit,), ""))


def _place_end(words: tuple[str, ...], piece: list[Unit]) -> int:
    """Return how many units from the first are a place's name, 0 where the piece does not begin with a place."""
    n = len(piece)
    for i in range(1, n):
        if piece[i - 1].word == "District" and piece[i].first > piece[i - 1].last and piece[i].flags & PLACE:
            return i + 1 if all(unit.flags & _OF_PLACES for unit in piece[: i - 1]) else 0
    if (
        piece[0].flags & PLACE
        and piece[0].flags & DOTTED
        and words[piece[0].last - 1] == "."
        and not piece[1].flags & (TITLE | HEAD | MODIFIER)
    ):
        return 1  # `Neb. Roe`: a sentence ends in an abbreviated state
    end = 0
    while end < n and piece[end].flags & _OF_PLACES:
        end += 1
    if end == n and not piece[-1].flags & NATIONALITY:
        return n
    if (
        0 < end < n - 1
        and piece[end].flags & FIRST
        and not piece[-1].flags & (SUFFIX | HEAD | BODY)
        and piece[end - 1].flags & PLACE
        and not piece[end - 1].flags & FIRST
    ):
        return end
    return 0


def _begins_name(piece: list[Unit], t: int) -> bool:
    """Tell whether the units after the title at t are a person's name."""
    title, rest = piece[t], piece[t + 1 :]
    first, last = rest[0].flags, rest[-1].flags
    if title.flags & FIRST and len(rest) == 1 and (t == 0 or piece[t - 1].flags & TITLE):
        return False  # `Dean Roe`, `Chief Justice Earl Roe`
    if title.flags & FIRST and t and piece[t - 1].flags & FIRST and not piece[t - 1].flags & (TITLE | PLACE):
        return False  # `John Dean Roe`, `Peter Earl Roe`
    if title.flags & COURTESY:
        if len(rest) > 1 and last & HEAD and not last & SURNAME:
            return False  # `Queen's Bench Division`
        return not first & (TITLE | SUFFIX) or bool(first & (FIRST | SURNAME))
    if any(unit.flags & (SUFFIX | BODY | CREATION) and not unit.flags & SURNAME for unit in rest) or (
        last & HEAD and not last & SURNAME
    ):
        return False
    if first & (HEAD | PLACE_HEAD | ORDINARY | MODIFIER | NATIONALITY | PLACE) and not first & (FIRST | SURNAME):
        return False
    if len(rest) > 1:
        return True
    if first & (PLACE | HEAD) or (first & COMMON and not first & SURNAME):
        return False
    return title.word not in ("General", "Star") or (t > 0 and piece[t - 1].flags & TITLE > 0)


def _split_titled(words: tuple[str, ...], piece: list[Unit], t: int, parts: list[Part]) -> None:
    left = t
    while left > 0 and _belongs_to_title(piece, left - 1, piece[t].word):
        left -= 1
    if left:
        _split_piece(words, piece[:left], parts)
    name = piece[t + 1 :]
    while len(name) > 1 and name[-1].flags & POSTNOMINAL and not name[-1].word.startswith(("Jr", "Sr", "I", "V")):
        name = name[:-1]
    parts.append(Part(tuple(name), "person", (piece[left].first, piece[t].last)))


def _belongs_to_title(piece: list[Unit], at: int, title: str) -> bool:
    """Tell whether a unit left of a title is a part of it: `U.S. District Court` of `Judge`, `Texas` of `Governor`."""
    unit, after = piece[at], piece[at + 1]
    court = unit.word in ("Court", "Courts", "Appeals") and title in _COURT_TITLES
    if unit.flags & (SUFFIX | HEAD | BODY) and not court and (not unit.flags & (TITLE | MODIFIER) or unit.flags & BODY):
        return False
    return bool(unit.flags & _BESIDE_TITLE) or court or bool(at and after.flags & PLACE_HEAD) or after.word == "Court"


def _is_head(piece: list[Unit], h: int) -> bool:
    """Tell whether the unit at h, a head by its word, is the head of a body's name here."""
    flags = piece[h].flags
    if flags & BODY:
        named = h == 1 == len(piece) - 1 and piece[0].flags & FIRST and not piece[0].flags & PLACE
        return not named and not flags & (FIRST | SURNAME)
    if flags & SUFFIX and flags & COMMON and h == 2 == len(piece) - 1 and piece[1].flags & INITIAL:
        return False  # `George R. Holding`
    if flags & HEAD and flags & SURNAME and h == len(piece) - 1 and h in (1, 2) and not flags & GOVERNMENT:
        first = piece[0].flags
        if first & FIRST and not first & (PLACE | BODY) and (h == 1 or piece[1].flags & (FIRST | INITIAL)):
            return False
    return not (flags & SUFFIX and h == 0)


def _add_body(words: tuple[str, ...], piece: list[Unit], h: int, parts: list[Part]) -> None:
    # What follows a body's last word with `of` or `for` belongs to its name: `Bank of America`.
    n = len(piece)
    end = h + 1
    while end < n and (piece[end].first > piece[end - 1].last or piece[end].word in _TITLE_CASE_JOINS):
        goes_on = ~(TITLE | FIRST) if not piece[end].flags & PLACE else _OF_PLACES | HEAD | SUFFIX
        end += 1
        while (
            end < n and piece[end].first == piece[end - 1].last and (piece[end].flags & goes_on or not piece[end].flags)
        ):
            if not piece[end].flags and goes_on > 0:
                break
            end += 1
    start = 0
    while start < h and piece[start].flags & TITLE and " " in piece[start].word:
        start += 1  # `Chairman of the`
    body = piece[start:end]
    at = 0
    for i in range(1, len(body)):
        gap = body[i].first > body[i - 1].last
        lost = not gap and (body[i - 1].word in LOST_APOSTROPHE or body[i - 1].word == "Justice Department")
        if lost or (gap and words[body[i - 1].last] == "of" and _is_government(words, body[at:i], body[i:])):
            _append_body(words, body[at:i], parts, within=at > 0)
            at = i
    _append_body(words, body[at:], parts, within=at > 0)
    if end < n:
        _split_piece(words, piece[end:], parts)


def _is_government(words: tuple[str, ...], whole: list[Unit], part: list[Unit]) -> bool:
    """Tell whether a body and what follows its `of` are two of government: `Tax Division of the Justice Department`."""
    if not whole[-1].flags & GOVERNMENT or whole[-1].word not in _OFFICES:
        return False
    return (
        part[0].flags & BODY > 0 or (len(part) > 1 and part[-1].flags & GOVERNMENT > 0) or part[0].word == "Department"
    )


def _append_body(words: tuple[str, ...], body: list[Unit], parts: list[Part], within: bool) -> None:
    if len(body) > 1 or body[0].flags & BODY:
        parts.append(Part(tuple(body), _kind_of_body(words, body, within)))


def _kind_of_body(words: tuple[str, ...], body: list[Unit], within: bool) -> str:
    """Tell government from other bodies by the head: the last one before an `of` or a `for`.

    Args:
        words: the tokens of the article.
        body: the units of the name.
        within: whether it is named as a part of a body of government (`FBI's Images Unit`).

    """
    head = 0
    for i, unit in enumerate(body):
        if i and unit.first > body[i - 1].last and words[body[i - 1].last] in ("of", "for", "on"):
            break
        if unit.flags & (SUFFIX | HEAD | BODY):
            head = unit.flags
    if head & SUFFIX and not head & GOVERNMENT:
        return "organization"
    if head & GOVERNMENT:
        return "government"
    if head & PERHAPS_GOVERNMENT and within:
        return "government"
    if any(unit.word in _PARTIES for unit in body):
        return "organization"
    if head & PERHAPS_GOVERNMENT and any(unit.flags & (PUBLIC | PLACE | NATIONALITY | GOVERNMENT) for unit in body):
        return "government"
    return "organization"
