"""Find the courts that a text names, and their courts-db ids where the text fixes one court.

Each `court` in the text is an anchor. The words before it say its kind and often its place (`Manhattan federal court`),
the words after it say the rest (`of Appeals for the Ninth Circuit`, `in Newark, N.J.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalnews_dataset.documents.court_ids import identify
from legalnews_dataset.documents.court_tables import CIRCUITS, SEATS, STATES
from legalnews_dataset.documents.court_words import (
    DIRECTION,
    OF_KIND,
    OPENING,
    STATE_NAME,
    CourtName,
    words_after,
    words_before,
)
from legalnews_dataset.documents.document import CourtSpan
from legalnews_dataset.documents.literals import places_of

# A place before `court papers` is a party or a subject as often as a place.
_PAPERS = re.compile(
    r"\s+(?:papers?|documents?|filings?|records?|orders?|cases?|battles?|dates?|fights?|costs|appearances?|hearings?"
    r"|proceedings?|challenges?|actions?|officials?|reporters?|system|clerks?|lists?)\b"
)
_DISTRICT_END = re.compile(rf"istrict\s+of\s+(?:the\s+)?({STATE_NAME})\b")
_COLUMBIA_END = re.compile(r"istrict of Columbia\b")
_DIRECTION_END = re.compile(rf"({DIRECTION})\s+$")
_JUDGE_ANCHORS = ("federal ", "U.S. ", "United States ", "US ", "bankruptcy ", "Bankruptcy ")
_JUDGE = re.compile(
    r"((?:(?:federal|U\.?S\.?|United\s+States)\s+)?(?:(?:[Gg]rand\s+)?[Jj]ur(?:y|ors)|(?:[Bb]ankruptcy\s+"
    r"|[Dd]istrict\s+|[Mm]agistrate\s+)*[Jj]udges?|prosecutors))((?:\s+[A-Z][\w'’-]*\.?){1,4},?)?"
)
_INSOLVENT = re.compile(r"Chapter (?:7|11|13)\b|bankruptcy (?:protection|petition|proceeding|filing)")
_OFFICE = re.compile(
    r"[Aa]ttorney(?!.*(?:[Jj]udge|[Jj]ur[yo]|[Cc]ourt|(?<![A-Z])[.;]\s+[A-Z][a-z]+\s+[a-z]))", re.DOTALL
)

_OTHER_NAMES = (
    "Old Bailey",
    "House of Lords",
    "Privy Council",
    "Royal Courts of Justice",
    "Foreign Intelligence Surveillance Court",
)
_NATIONALITY = re.compile(r"\w+(?:an|ish|ese|ch|li|qi)$")


def find_courts(text: str) -> tuple[CourtSpan, ...]:
    """Return the courts that the text names, and the federal districts that its prosecutors are named for.

    >>> text = "She sued in U.S. District Court in Newark, N.J., and appealed to the 3rd Circuit."
    >>> [(text[c.start:c.end], c.court_id) for c in find_courts(text)]
    [('U.S. District Court in Newark, N.J.', 'njd'), ('3rd Circuit', 'ca3')]
    """
    names = [*_named_courts(text), *_judges_and_juries(text), *_circuits(text), *_others(text), *_districts(text)]
    spans: list[CourtSpan] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not spans or name.start >= spans[-1].end:
            spans.append(CourtSpan(name.start, name.end, *identify(name, text)))
    return tuple(spans)


def _named_courts(text: str) -> Iterator[CourtName]:
    """Yield what the words around each `court` name."""
    for place in places_of(text, "ourt"):
        start, end = place - 1, place + 4
        if start < 0 or text[start] not in "Cc" or (start and text[start - 1].isalnum()):
            continue
        inside = next((part for part in ("room", "house") if text.startswith(part, end)), "")
        if not inside and text[end : end + 1].isalnum():
            continue
        of_kind = OF_KIND.match(text, end)
        name = words_before(text, start, end, frozenset({"of"}) if of_kind else frozenset())
        if of_kind:
            kinds = name.kinds - {"of"}
            name = name._replace(end=of_kind.end(), of_kind=" ".join(of_kind[1].lower().split()), kinds=kinds)
        if name.kinds or name.place or of_kind or text.startswith((" for", " in "), end):
            whole = words_after(text, name._replace(end=name.end + len(inside)))
            name = whole if whole.link else name
        named = name.kinds or of_kind or name.direction
        if named or (name.place and not _PAPERS.match(text, end) and (name.link or _is_place(name))):
            yield name


def _is_place(name: CourtName) -> bool:
    """Tell whether capitals before a bare `court` look like its place and not like a party."""
    return name.place in SEATS or name.place in STATES or _NATIONALITY.match(name.place) is not None


def _judges_and_juries(text: str) -> Iterator[CourtName]:
    """Yield `federal jury in Boston`, `U.S. Judge Ada Quill in Manhattan`: they fix a court that is not named."""
    for word in ("udge", "ury", "urors", "rosecutors"):
        for place in places_of(text, word):
            found = None
            for anchor in _JUDGE_ANCHORS:
                at = text.rfind(anchor, max(0, place - 40), place)
                if at >= 0 and (found := _JUDGE.match(text, at)) and found.end() > place:
                    break
            else:
                continue
            level = "bankruptcy" if "ankruptcy" in found[1] else "jury"
            name = CourtName(at, found.end(), frozenset({"federal", level}), level=level)
            named = words_after(text, name)
            if named is name and (found[2] or named.link == ""):
                named = words_after(text, name._replace(end=found.end(1)))
            if not named.place and not named.direction:
                before = words_before(text, at, found.end(1), name.kinds)
                named = before._replace(level=level) if before.place in SEATS else name
            if named.place or named.direction:
                yield named


def _circuits(text: str) -> Iterator[CourtName]:
    """Yield `the 9th Circuit` where the court itself is meant."""
    for place in places_of(text, " Circuit"):
        left = max(0, place - 12)
        before = text[left:place].split()
        if before and (word := before[-1].lstrip(OPENING)).lower() in CIRCUITS and word[0] in "0123456789FSTENDdf":
            yield CourtName(place - len(word), place + 8, frozenset({"circuit", "appeals"}), ordinal=word.lower())


def _others(text: str) -> Iterator[CourtName]:
    """Yield the courts that are not called one."""
    for name in _OTHER_NAMES:
        for place in places_of(text, name):
            yield CourtName(place, place + len(name), frozenset({name.lower()}))


def _districts(text: str) -> Iterator[CourtName]:
    """Yield federal districts that stand for their court (`charged in the District of Idaho`) or name an office."""
    for place in places_of(text, "istrict of "):
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
        kind = "bankruptcy" if not office and _INSOLVENT.search(context) else "district"
        yield CourtName(
            start,
            found.end(),
            frozenset({"federal", kind}),
            state="District of Columbia" if columbia else found[1],
            direction=direction[1] if direction else "district",
            level="office" if office else "",
        )
