"""Read the words around a `court`: before it its kind and often its place, after it the rest."""

from __future__ import annotations

import re
from typing import NamedTuple

from legalnews_dataset.documents.court_tables import ABBREVIATIONS, CIRCUITS, SEATS, STATES, seat_state

_WINDOW = 90  # characters before an anchor; the longest printed court names have about 70

DIRECTION = "[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Mm]iddle|[Cc]entral"
STATE_NAME = "|".join(sorted(STATES, key=len, reverse=True))
_LINK = re.compile(r",?\s+(for|in|of|at|sitting\s+in)\s+(?:the\s+)?(?:[Ss]tate\s+of\s+|[Cc]ity\s+of\s+)?")
_COMMA = re.compile(
    rf"(,)?\s+(?=(?:{DIRECTION})\s+District\s+of|(?:\d{{1,2}}(?:st|nd|rd|th)|[A-Z][a-z]+(?:th|st|nd|ird))\s+Circuit)"
)
_DISTRICT = re.compile(rf"(?:({DIRECTION})\s+)?[Dd]istrict\s+(?:[Cc]ourt\s+)?of\s+(?:the\s+)?({STATE_NAME})\b")
_CIRCUIT = re.compile(
    r"(\d{1,2}(?:st|nd|rd|th|d)|[A-Z][a-z]+th|First|Second|Third|Federal|D\.?C\.?)\s+(Judicial\s+)?Circuit\b"
)
_PLACE = re.compile(
    r"District of Columbia(?: Circuit)?"
    r"|(?:(?:St|Ste|Ft|Mt)\.\s)?[A-Z][\w'’-]*\w(?:\s(?:(?:St|Ste|Ft|Mt)\.\s)?[A-Z][\w'’-]*\w(?!['’]s|\w)){0,3}"
)
_STATE_AFTER = re.compile(
    rf",?\s\(?({STATE_NAME})\b(?!['’]s)\)?|,\s\(?([A-Z][A-Za-z]{{0,4}}\.?(?:\s?[A-Z][a-z]?\b\.?)?)\)?"
)
OF_KIND = re.compile(
    r"\s+[Oo]f\s+((?:(?:[Cc]riminal|[Cc]ivil|[Ss]pecial|[Mm]ilitary|[Ff]ederal|[Cc]ommon|Queen['’]s|King['’]s|[Ff]inal"
    r"|[Ii]nternational|[Hh]uman|[Ff]irst|[Ii]ntermediate)\s+)?(?:[Aa]ppeals?|[Cc]laims|[Pp]leas|[Cc]hancery|Bench|[Tt]rade"
    r"|[Ss]essions?|[Cc]assation|[Jj]ustice|[Ii]nstance|[Rr]ights|[Aa]rbitration))\b"
)
_GAP = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_QUALIFIERS = frozenset(
    """
    u.s. us united states federal district bankruptcy circuit appeals appeal appellate supreme superior high highest
    top state county crown criminal civil family juvenile probate municipal magistrates' magistrates magistrate tax
    claims trial constitutional military commercial people's intermediate sheriff surrogate's chancery common pleas
    immigration youth judicial land housing traffic domestic relations coroner's coroners local regional provincial
    commonwealth
    """.split()
)
_NATION = frozenset("u.s. us states united federal u. s.".split())
_NO_PLACE = frozenset(
    """
    The A An In On At For From To By Of And But Or As After Before When While If That This His Her Their Its He She They
    It Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. Judge Judges Justice Chief Senior Last
    Earlier Later Another Every Each One Two Three Both Under Outside Inside Since Although Because Once With Without No
    Not Mr. Mrs. Ms. Also Even Then There Most Many Some Any All Other Such What Which Who Whose How Why Where Yesterday
    Among Amid Despite During Through Until Unlike Given Following Like Still Yet Instead Honorable Hon. Meanwhile
    Today Now Lower Your Our My We You I According Former Attorney Inc. Corp. Co. However Speaking
    """.split()
)
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+|(?:St|Ste|Ft|Mt)\.")
OPENING = "\"“‘'([—–-"


class CourtName(NamedTuple):
    """What is printed of one court.

    `kinds` are the words of its kind in lower case, `of_kind` the same after `Court of`; `place` is a city, a county,
    a state or a country as printed; `direction` is `Northern` and the like, or `district` for a state's only district;
    `ordinal` is the circuit in lower case; `link` the word that ties the place to the court; `level` is `office` for
    the district of a prosecutor and `jury` for a judge or jury that stands for the court; `formal` says that `Court`
    is printed with a capital.
    """

    start: int
    end: int
    kinds: frozenset[str]
    place: str = ""
    state: str = ""
    direction: str = ""
    ordinal: str = ""
    of_kind: str = ""
    link: str = ""
    level: str = ""
    formal: bool = False


def words_before(text: str, start: int, end: int, kinds_after: frozenset[str] = frozenset()) -> CourtName:
    """Read the words before an anchor, from the right: kinds, then a place, then what ends the name."""
    window = text[max(0, start - _WINDOW) : start]
    formal = text[start] == "C"
    if not window[-1:].isspace():
        return CourtName(start, end, frozenset(), formal=formal)
    if (cut := window.rfind("\n\n")) >= 0:
        window = window[cut + 2 :]
    base = start - len(window)
    kinds = set(kinds_after)
    places: list[str] = []
    state = ordinal = link = ""
    words = list(_WORD.finditer(window))
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group().lstrip(OPENING)
        low = word.lower().replace("’", "'")
        if not places and word[:8] == "Columbia" and at > 1 and words[at - 2].group().endswith("District"):
            # `District of Columbia's Court of Appeals` may be the city's court or the federal circuit's.
            places, link, start = ["District of Columbia"], word[8:], base + words[at - 2].end() - len("District")
            break
        if word.endswith(","):
            if kinds and not places and (found := _city_and_state(words, at)):
                place, state, first = found
                places, start = [place], base + first
            break
        if low in _NATION or (low in _QUALIFIERS and not places):
            kinds.add(_spelled(low))
        elif low in CIRCUITS and not places and (low != "d.c." or "circuit" in kinds):
            ordinal = low
        elif word[-2:] in ("'s", "’s"):
            owner = word[:-2]
            if places and owner in STATES:
                state, start = owner, base + words[at].end() - len(word)
            if places or not kinds or not owner[:1].isupper() or owner in _NO_PLACE:
                break
            places.append(owner)
        elif _ends_name(word):
            break
        else:
            places.append(word)
        start = base + words[at].end() - len(word)
        if len(word) < len(words[at].group()):
            break
    place = " ".join(reversed(places)).rstrip("'’")
    return CourtName(start, end, frozenset(kinds), place, state, ordinal=ordinal, link=link, formal=formal)


def _spelled(qualifier: str) -> str:
    """Return a qualifier in one spelling; the halves of `U. S.` both stand for the whole."""
    return "u.s." if qualifier in ("u.", "s.") else qualifier


def _city_and_state(words: list[re.Match[str]], at: int) -> tuple[str, str, int] | None:
    """Read `Newport News, Va.,` before a court: the city, the state and where the city starts."""
    state = state_of(words[at].group()[:-1].lstrip(OPENING))
    if not state or not at or not words[at - 1].group().endswith(","):
        return None
    city = words[at - 1].group()[:-1]
    whole = f"{words[at - 2].group()} {city}" if at > 1 else ""
    if whole in SEATS:
        return whole, state, words[at - 2].start()
    return city, state, words[at - 1].start()


def _ends_name(word: str) -> bool:
    """Tell whether a word before a court is no part of its name."""
    return (
        not word[:1].isupper()
        or word in _NO_PLACE
        or (word.isupper() and len(word) > 3 and "." not in word)  # a dateline
        or (word.endswith((".", ":", ";", "?", "!")) and not _ABBREVIATED.fullmatch(word))
    )


def words_after(text: str, name: CourtName) -> CourtName:
    """Read where the court sits from the words after its name."""
    link = _LINK.match(text, name.end) or _COMMA.match(text, name.end)
    if link is None:
        return name
    at, word = link.end(), link[1]
    if district := _DISTRICT.match(text, at):
        direction = district[1] or "district"
        return name._replace(end=district.end(), direction=direction, state=district[2], link=word)
    if circuit := _CIRCUIT.match(text, at):
        if circuit[2]:
            return name._replace(end=circuit.end(), link=word)
        kinds = name.kinds | {"circuit"}
        return name._replace(end=circuit.end(), kinds=kinds, ordinal=circuit[1].lower(), link=word)
    found = _PLACE.match(text, at)
    if found is None:
        return name
    if found.group().startswith("District of"):
        return name._replace(end=found.end(), place="District of Columbia", link=word)
    place, end = _longest_place(found.group(), at)
    if not place:
        return name
    state = ""
    if mark := _STATE_AFTER.match(text, end):
        state = mark[1] or state_of(mark[2])
        end = mark.end() if state else end
    elif place == "Washington" and text.startswith(" state", end):
        state, end = "Washington", end + 6
    left = state_of(name.place)
    if left and place != left:
        return name._replace(end=end, place=place, state=left, link=word)
    if name.place and (name.place in SEATS or not name.kinds & {"federal", "u.s.", "us", "states"}):
        return name._replace(end=end, state=state or state_of(place) or seat_state(place), link=word)
    return name._replace(end=end, place=place, state=state, link=word)


def _longest_place(words: str, start: int) -> tuple[str, int]:
    """Return the place at the start of capitalised words and where it ends: the longest known one, else all of them."""
    ends = [gap.start() for gap in _GAP.finditer(words)] + [len(words)]
    for end in reversed(ends):
        if words[:end] in SEATS or words[:end] in STATES or words[:end] == "New York City":
            return words[:end], start + end
    unknown = words.split()
    count = next((at for at, word in enumerate(unknown) if word in _NO_PLACE), len(unknown))
    end = ends[count - 1] if count else 0
    return words[:end], start + end


def state_of(mark: str) -> str:
    """Return the state that a printed mark names, empty where it names none."""
    return mark if mark in STATES else ABBREVIATIONS.get(mark.replace(".", "").replace(" ", ""), "")
