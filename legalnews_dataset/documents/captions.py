"""Find printed captions (`Oracle v. Google`, `In re Acme Corp.`) and docket numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legalnews_dataset.documents.document import Caption, Docket
from legalnews_dataset.documents.literals import places_of

# Without its full stop `v` stands in sports results too, so it counts after the Crown alone; `V.` is an initial.
_VERSUS = re.compile(r" v(?:\.|s\.?|ersus)?(?= )")
_CROWN = re.compile(r"(?<![\w.])(?:R|Regina|Rex|HM Advocate|The Queen|The King)$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d,?")
_WORD = re.compile(r"\S+")
_WINDOW = 120  # characters on each side of `v.`; longer party names are lists
_CLOSING = ",;:.?!\"”’')]"
_CONNECTORS = frozenset("of the and & for de la del der von van ex rel rel.".split())
_JOINERS = frozenset({"of", "the", "for", "de", "la", "del", "der", "von", "van", "&", "ex", "rel.", "rel", "on"})
_ABBREVIATED = re.compile(
    r"(?:[A-Z]\.)+|(?:Inc|Corp|Co|Cos|Ltd|Bros|Assn|Ass'n|Dept|Dep't|Dist|Hosp|Ins|Int'l|Intl|Mfg|Mgmt|Nat'l|Univ|St|Mt|Ft"
    r"|Mr|Mrs|Ms|Dr|Jr|Sr|No|Bd|Educ|Cnty|Cty|Comm'n|Comm|Assocs?|Tech|Sys|Servs?|Sch|Sec|Gov|al|rel|et|ex|plc|LLC|Pty|N\.A)\."
)
_AFTER_COMMA = re.compile(r"(?:Inc|Corp|Co|Ltd|LLC|LLP|LP|L\.L\.C|L\.P|N\.A|S\.A|plc|PLC|Jr|Sr|et)\b")
_OPENING = "\"“‘'([—–"
# Words that start a sentence or name a ruling, and no party.
_NO_PARTY = frozenset(
    """
    In The A An See Then Here So Thus Also Meanwhile Later He She It They We You During Against Between On With Since
    After Before When While As At By For From To But And Or If Its His Her Their This That Court
    Court's Courts Case Cases Both Like Under Although Because Citing Overturning Overruling Today's Landmark
    Monday's Tuesday's Wednesday's Thursday's Friday's Titled Captioned Called Entitled Lawsuit Plaintiff Petitioner
    """.split()
)
_BODIES_POLITIC = frozenset(
    {"States", "State", "City", "County", "Department", "Commission", "Bureau", "Agency", "Nevada"}
)
_MATTERS = (re.compile(r"In (?:[Rr]e:?|the [Mm]atter of) "), re.compile(r"Matter of "))
_SUBJECT = re.compile(r"(?:[A-Z][\w.&'’-]*|of|the|and|&)(?:,?\s(?:[A-Z0-9][\w.&'’-]*|of|the|and|&|for)){0,7}")
_NUMBER = r"(?=[\w:/.-]{0,30}\d)[A-Z0-9][\w:/-]{2,30}(?:\.\w+)?"
_KEYED = re.compile(
    r"(?:case|docket|action|criminal|civil|cause|index|crim\.|civ\.|indictment|proceeding|lawsuit|complaint|file)"
    rf",?\s{{0,2}}(?:nos?\.?|numbers?|#)\s?:?\s?({_NUMBER})",
    re.IGNORECASE,
)
_FEDERAL = re.compile(
    r"(?:\d:\s?)?\b\d\d-?(?:cv|cr|mj|md|mc|bk|ap|civ|crim)-?\s?\d{2,6}(?:-[A-Z0-9]{1,6}){0,4}\b", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"[Nn]os?\.\s?((?:\d:)?\d\d-[\dA-Za-z-]{2,20})")
_FEDERAL_MARKS = ("cv", "CV", "-cr-", "-CR-", "-mj-")
_NUMBER_MARKS = ("No.", "Nos.", " no. ", " number ", " #")


def find_captions(text: str) -> tuple[Caption, ...]:
    """Return the captions that the text prints.

    >>> [(c.plaintiff, c.defendant) for c in find_captions("In 2012 Oracle America Inc. v. Google was tried.")]
    [('Oracle America Inc.', 'Google')]
    """
    marks = [
        mark.span()
        for mark in _VERSUS.finditer(text)
        if mark.group() != " v" or _CROWN.search(text, max(0, mark.start() - 12), mark.start())
    ]
    found: list[Caption] = []
    for at, (mark, after) in enumerate(marks):
        floor = found[-1].end if found else 0
        ceiling = marks[at + 1][0] if at + 1 < len(marks) and marks[at + 1][0] > after else len(text)
        start, end = _party_before(text, floor, mark), _party_after(text, after, ceiling)
        if start < mark and end > after:
            found.append(Caption(start, end, text[start:mark].rstrip(","), text[after:end].strip()))
    return tuple(sorted([*found, *_matters(text)], key=lambda caption: caption.start))


def _matters(text: str) -> Iterator[Caption]:
    """Yield the captions of proceedings without an opponent: `In re Acme Corp.`."""
    for mark in [m for pattern in _MATTERS for m in pattern.finditer(text)]:
        subject = _SUBJECT.match(text, mark.end())
        if subject and not text.startswith("In the ", max(0, mark.start() - 7)):
            words = subject.group().split()
            end = subject.end()
            while words and words[-1] in _CONNECTORS:
                end = text.rindex(words.pop(), subject.start(), end)
            name = text[subject.start() : end].rstrip(" ,")
            name = name if not words or _ABBREVIATED.fullmatch(words[-1]) else name.rstrip(".")
            if name:
                yield Caption(mark.start(), subject.start() + len(name), name, None)


def _party_before(text: str, floor: int, mark: int) -> int:
    """Return where the party that ends at `mark` starts; `mark` where there is none."""
    words = list(_WORD.finditer(text, max(floor, mark - _WINDOW), mark))
    start = mark
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group().lstrip(_OPENING)
        last = at == len(words) - 1
        if not word or word.endswith(")") or "\n\n" in text[words[at].end() : start]:
            break
        if (word[0].isupper() or (word[0].isdigit() and not _YEAR.fullmatch(word))) and word.rstrip(
            ","
        ) not in _NO_PARTY:
            closes = word[-1] in ".:;?!" and not _ABBREVIATED.fullmatch(word)
            closes = closes or (word[-1] == "," and not _AFTER_COMMA.match(text, start))
            if closes and not last:
                break
            start = words[at].end() - len(word)
        elif not (word in ("et", "al", "al.", "al.,") or (not last and (word in _JOINERS or _joins(words, at)))):
            break
        if len(word) < len(words[at].group()):
            break
    return start


def _joins(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether an `and` joins two plaintiffs: the word before it ends a body politic (`United States and ...`)."""
    return words[at].group() == "and" and at > 0 and words[at - 1].group() in _BODIES_POLITIC


def _party_after(text: str, mark: int, ceiling: int) -> int:
    """Return where the party that starts after `mark` ends; `mark` where there is none."""
    end = mark
    chained = ceiling <= mark + _WINDOW
    for m in _WORD.finditer(text, mark, min(ceiling, mark + _WINDOW)):
        word = m.group()
        bare = word.rstrip(_CLOSING)
        if not bare or "\n\n" in text[end : m.start()]:
            break
        if bare in ("et", "al"):
            end = m.start() + len(bare) + (word[len(bare) : len(bare) + 1] == ".")
            if bare == "al":
                break
        elif bare[0].isupper() or (bare[0].isdigit() and end == mark):
            if end > mark and word in _NO_PARTY:
                break
            whole = word.rstrip(_CLOSING.replace(".", ""))
            whole = whole if _ABBREVIATED.fullmatch(whole) else bare
            end = m.start() + len(whole.removesuffix("'s").removesuffix("’s"))
            goes_on = word == whole or (word == whole + "," and _AFTER_COMMA.match(text, m.end() + 1))
            if not goes_on or end < m.start() + len(whole):
                break
        elif word not in _CONNECTORS or (word == "and" and chained):
            break
    return end


def find_dockets(text: str) -> tuple[Docket, ...]:
    """Return the docket numbers that the text prints, without `No.`.

    >>> [d.number for d in find_dockets("It is Roe v. Poe, No. 1:23-cv-01234, after Case No. BC-512.")]
    ['1:23-cv-01234', 'BC-512']
    """
    spans: set[tuple[int, int]] = set()
    for mark in _FEDERAL_MARKS:
        for place in places_of(text, mark):
            if found := _FEDERAL.search(text, max(0, place - 5), place + 40):
                spans.add(found.span())
    for mark in _NUMBER_MARKS:
        for place in places_of(text, mark):
            left, right = max(0, place - 25), place + 45
            if found := _KEYED.search(text, left, right) or _BARE_NUMBER.match(text, place, right):
                spans.add((found.start(1), found.start(1) + len(found[1].rstrip(".-/:"))))
    dockets: list[Docket] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not dockets or start >= dockets[-1].end:
            dockets.append(Docket(start, end, text[start:end]))
    return tuple(dockets)
