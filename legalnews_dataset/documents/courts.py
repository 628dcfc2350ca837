"""Find the courts that a text names, and their courts-db ids where the text fixes one court.

Each `court` in the text is an anchor. The words before it say its kind and often its place (`Manhattan federal court`), the
words after it say the rest (`of Appeals for the Ninth Circuit`, `in Newark, N.J.`); `court_ids` reads the id from both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalnews_dataset.documents.court_ids import CourtName, identify
from legalnews_dataset.documents.court_tables import ABBREVIATIONS, CIRCUITS, SEATS, STATES
from legalnews_dataset.documents.document import CourtSpan

_WINDOW = 90  # characters before an anchor; the longest printed court names have about 70

_DIRECTION = "[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Mm]iddle|[Cc]entral"
_STATE_NAME = "|".join(sorted(STATES, key=len, reverse=True))
_LINK = re.compile(r",?\s+(for|in|of|at|sitting\s+in)\s+(?:the\s+)?(?:[Ss]tate\s+of\s+|[Cc]ity\s+of\s+)?")
_DISTRICT = re.compile(rf"(?:({_DIRECTION})\s+)?[Dd]istrict\s+(?:[Cc]ourt\s+)?of\s+(?:the\s+)?({_STATE_NAME})\b")
_DISTRICT_END = re.compile(rf"istrict\s+of\s+(?:the\s+)?({_STATE_NAME})\b")
_COLUMBIA_END = re.compile(r"istrict of Columbia\b")
_DIRECTION_END = re.compile(rf"({_DIRECTION})\s+$")
_CIRCUIT = re.compile(
    r"(\d{1,2}(?:st|nd|rd|th|d)|[A-Z][a-z]+th|First|Second|Third|Federal|D\.?C\.?)\s+(Judicial\s+)?Circuit\b"
)
_PLACE = re.compile(
    r"District of Columbia(?: Circuit)?|(?:(?:St|Ste|Ft|Mt)\.\s)?[A-Z][\w'’-]*\w(?:\s(?:(?:St|Ste|Ft|Mt)\.\s)?[A-Z][\w'’-]*\w(?!['’.\w])){0,3}"
)
_STATE_AFTER = re.compile(
    rf",?\s\(?({_STATE_NAME})\b(?!['’]s)\)?|,\s\(?([A-Z][A-Za-z]{{0,4}}\.?(?:\s?[A-Z][a-z]?\b\.?)?)\)?"
)
_OF_KIND = re.compile(
    r"\s+[Oo]f\s+((?:(?:[Cc]riminal|[Cc]ivil|[Ss]pecial|[Mm]ilitary|[Ff]ederal|[Cc]ommon|Queen['’]s|King['’]s|[Ff]inal"
    r"|[Ii]nternational|[Hh]uman|[Ff]irst|[Ii]ntermediate)\s+)?(?:[Aa]ppeals?|[Cc]laims|[Pp]leas|[Cc]hancery|Bench|[Tt]rade"
    r"|[Ss]essions?|[Cc]assation|[Jj]ustice|[Ii]nstance|[Rr]ights|[Aa]rbitration))\b"
)
# A place before `court papers` is a party or a subject as often as a place.
_PAPERS = re.compile(
    r"\s+(?:papers?|documents?|filings?|records?|orders?|cases?|battles?|dates?|fights?|costs|appearances?|hearings?"
    r"|proceedings?|challenges?|actions?|officials?|reporters?|system|clerks?|lists?)\b"
)
_JUDGE_ANCHORS = ("federal ", "U.S. ", "United States ", "US ", "bankruptcy ", "Bankruptcy ")
_JUDGE = re.compile(
    r"((?:(?:federal|U\.?S\.?|United\s+States)\s+)?(?:(?:[Gg]rand\s+)?[Jj]ur(?:y|ors)|(?:[Bb]ankruptcy\s+"
    r"|[Dd]istrict\s+|[Mm]agistrate\s+)*[Jj]udges?|prosecutors))((?:\s+[A-Z][\w'’-]*\.?){1,4},?)?"
)
_OFFICE = re.compile(r"[Aa]ttorney(?!.*(?:[Jj]udge|[Jj]ur[yo]|[Cc]ourt|(?<![A-Z])[.;]\s+[A-Z][a-z]+\s+[a-z]))", re.DOTALL)

_QUALIFIERS = frozenset(
    """
    u.s. us united states federal district bankruptcy circuit appeals appeal appellate supreme superior high highest
    top state county crown criminal civil family juvenile probate municipal magistrates' magistrates magistrate tax
    claims trial constitutional military commercial people's intermediate sheriff surrogate's chancery common pleas
    immigration youth judicial land housing traffic domestic relations coroner's coroners local regional provincial
    """.split()
)
_NO_PLACE = frozenset(
    """
    The A An In On At For From To By Of And But Or As After Before When While If That This His Her Their Its He She They
    It Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec. Judge Judges Justice Chief Senior Last
    Earlier Later Another Every Each One Two Three Both Under Outside Inside Since Although Because Once With Without No
    Not Mr. Mrs. Ms. Also Even Then There Most Many Some Any All Other Such What Which Who Whose How Why Where Yesterday
    Today Now Lower Your Our My We You I According Former Attorney Inc. Corp. Co. Tuesday's Friday's However Speaking
    """.split()
)
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+|(?:St|Ste|Ft|Mt)\.")
_NATIONALITY = re.compile(r"\w+(?:an|ish|ese|ch|li|qi)$")
_OPENING = "\"“‘'([—–-"


def find_courts(text: str) -> tuple[CourtSpan, ...]:
    """Return the courts that the text names, and the federal districts that its prosecutors are named for.

    >>> text = "She sued in U.S. District Court in Newark, N.J., and appealed to the 3rd Circuit."
    >>> [(text[c.start:c.end], c.court_id) for c in find_courts(text)]
    [('U.S. District Court in Newark, N.J.', 'njd'), ('3rd Circuit', 'ca3')]
    """
    names = sorted([*_named_courts(text), *_judges_and_juries(text), *_circuits(text), *_others(text)])
    spans: list[CourtSpan] = []
    for name in [*names, *_districts(text)]:
        if not any(span.start < name.end and name.start < span.end for span in spans):
            court_id, system, level = identify(name, text)
            spans.append(CourtSpan(name.start, name.end, court_id, system, level))
    return tuple(sorted(spans, key=lambda span: span.start))


def _places(text: str, word: str) -> Iterator[int]:
    """Yield each place of a string in the text; much faster than a pattern that rarely matches."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def _named_courts(text: str) -> Iterator[CourtName]:
    """Yield what the words around each `court` name."""
    for place in _places(text, "ourt"):
        start, end = place - 1, place + 4
        if start < 0 or text[start] not in "Cc" or (start and text[start - 1].isalnum()):
            continue
        if text[end : end + 1].isalnum() and not text.startswith(("room", "house"), end):
            continue
        name = _before(text, start, end)
        of_kind = _OF_KIND.match(text, end)
        if of_kind:
            name = name._replace(end=of_kind.end(), of_kind=" ".join(of_kind[1].lower().split()))
        if name.kinds or name.place or of_kind or text[end : end + 4] in (" for", " in "):
            name = _after(text, name)
        if name.kinds or of_kind or name.direction or name.ordinal:
            yield name
        elif name.place and not _PAPERS.match(text, end) and (name.link or _is_place(text, name)):
            yield name


def _is_place(text: str, name: CourtName) -> bool:
    """Tell whether capitals before a bare `court` look like its place and not like a party."""
    return name.place in SEATS or name.place in STATES or _NATIONALITY.match(name.place) is not None


def _before(text: str, start: int, end: int, kinds_after: frozenset[str] = frozenset()) -> CourtName:
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
    state = ordinal = ""
    words = list(re.finditer(r"\S+", window))
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group().lstrip(_OPENING)
        low = word.lower()
        if low == "of" and places == ["Columbia"] and at and words[at - 1].group().endswith("District"):
            places, start = ["District of Columbia"], base + words[at - 1].end() - len("District")
            break
        possessive = word[-2:] in ("'s", "’s") and low not in _QUALIFIERS
        if low in _QUALIFIERS and not (places and low not in ("u.s.", "us", "states", "united", "federal")):
            kinds.add(low.replace("’", "'"))
        elif low in CIRCUITS and not places and (low != "d.c." or "circuit" in kinds):
            ordinal = low
        elif word.endswith(","):
            mark = _state_of(word[:-1])
            if places or state or not (kinds and mark and at and words[at - 1].group().endswith(",")):
                break
            state = mark
            city = words[at - 1].group()[:-1]
            places = [city]
            start = base + words[at - 1].start()
            first = words[at - 2].group() if at > 1 else ""
            if f"{first} {city}" in SEATS:
                places, start = [first, city], base + words[at - 2].start()
            break
        elif possessive and word[:1].isupper() and not places and kinds:
            places.append(word[:-2])
        elif not word[:1].isupper() or word in _NO_PLACE or (word.isupper() and len(word) > 3 and "." not in word):
            break
        elif word.endswith((".", ":", ";", "?", "!")) and not _ABBREVIATED.fullmatch(word):
            break
        else:
            places.append(word)
        start = base + words[at].end() - len(word)
        if len(word) < len(words[at].group()):
            break
    if not state:
        places.reverse()
    place = " ".join(places).rstrip("'’")
    return CourtName(start, end, frozenset(kinds), place, state, ordinal=ordinal, formal=formal)


def _after(text: str, name: CourtName) -> CourtName:
    """Read where the court sits from the words after its name."""
    link = _LINK.match(text, name.end)
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
    words = found.group().split()
    for count in range(len(words), 0, -1):
        place = " ".join(words[:count])
        if place in SEATS or place in STATES or place.removesuffix(" City") in ("New York",):
            break
    else:
        known = [word in _NO_PLACE for word in words]
        count = known.index(True) if True in known else len(words)
        place = " ".join(words[:count])
        if not place:
            return name
    end = at
    for _ in range(count):
        end = text.index(words[_], end) + len(words[_])
    state = ""
    if mark := _STATE_AFTER.match(text, end):
        state = mark[1] or _state_of(mark[2])
        end = mark.end() if state else end
    elif place == "Washington" and text.startswith(" state", end):
        state, end = "Washington", end + 6
    left = _state_of(name.place)
    if left and place != left:
        return name._replace(end=end, place=place, state=left, link=word)
    if name.place and (name.place in SEATS or not name.kinds & {"federal", "u.s.", "us", "states"}):
        return name._replace(end=end, state=state or _state_of(place), link=word)
    return name._replace(end=end, place=place, state=state, link=word)


def _state_of(mark: str) -> str:
    """Return the state that a printed mark names, empty where it names none."""
    return mark if mark in STATES else ABBREVIATIONS.get(mark.replace(".", "").replace(" ", ""), "")


def _judges_and_juries(text: str) -> Iterator[CourtName]:
    """Yield `federal jury in Boston`, `U.S. District Judge Ada Quill in Manhattan`: they fix a court that is not named."""
    for word in ("udge", "ury", "urors", "rosecutors"):
        for place in _places(text, word):
            found = None
            for anchor in _JUDGE_ANCHORS:
                at = text.rfind(anchor, max(0, place - 40), place)
                if at >= 0 and (found := _JUDGE.match(text, at)) and found.end() > place:
                    break
            else:
                continue
            level = "bankruptcy" if "ankruptcy" in found[1] else "jury"
            name = CourtName(at, found.end(), frozenset({"federal", level}), level=level)
            named = _after(text, name)
            if named is name and (found[2] or named.link == ""):
                named = _after(text, name._replace(end=found.end(1)))
            if not named.place and not named.direction:
                before = _before(text, at, found.end(1), name.kinds)
                named = before._replace(level=level) if before.place in SEATS else name
            if named.place or named.direction:
                yield named


def _circuits(text: str) -> Iterator[CourtName]:
    """Yield `the 9th Circuit` where the court itself is meant."""
    for place in _places(text, " Circuit"):
        left = max(0, place - 12)
        before = text[left:place].split()
        if before and (word := before[-1].lstrip(_OPENING)).lower() in CIRCUITS and word[0] in "0123456789FSTENDdf":
            yield CourtName(place - len(word), place + 8, frozenset({"circuit", "appeals"}), ordinal=word.lower())


def _others(text: str) -> Iterator[CourtName]:
    """Yield the courts that are not called one."""
    for name in ("Old Bailey", "House of Lords", "Privy Council"):
        for place in _places(text, name):
            yield CourtName(place, place + len(name), frozenset({name.lower()}))


def _districts(text: str) -> Iterator[CourtName]:
    """Yield federal districts that stand for their court (`charged in the District of Idaho`) or name an office."""
    for place in _places(text, "istrict of "):
        columbia = text.startswith("Columbia", place + 11)
        found = _COLUMBIA_END.match(text, place) if columbia else _DISTRICT_END.match(text, place)
        if found is None or place == 0:
            continue
        start = place - 1
        direction = _DIRECTION_END.search(text, max(0, start - 12), start)
        if direction:
            start = direction.start()
        context = text[max(0, start - 100) : start]
        office = _OFFICE.search(context) is not None
        if columbia and not office and "udge " not in context[-60:]:
            continue  # the place, as a rule
        kind = "bankruptcy" if "ankruptcy" in context or "Chapter 11" in context else "district"
        yield CourtName(
            start,
            found.end(),
            frozenset({"federal", kind}),
            state="District of Columbia" if columbia else found[1],
            direction=direction[1] if direction else "district",
            level="office" if office else "",
        )
