"""Name a case from its parties, by the codebook: surnames for people, the prosecution by its court's country."""

from __future__ import annotations

import re

from legalnews_dataset.documents.document import Document
from legalnews_dataset.documents.literals import places_of, places_where
from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.proceedings import is_justice

# What tells of a prosecution by the United States, and of one by a state, in lower case. Fixed strings are counted many
# times faster than a pattern.
_FEDERAL = (
    *("u.s. attorney", "us attorney", "u.s. district", "us district", "u. s. district", "u.s. magistrate"),
    *("justice department", "justice dept", "department of justice", "the fbi"),
)
_IS_FEDERAL = (
    *("court", "judge", "grand", "jury", "prosecut", "charge", "indict", "agent", "crim", "case", "offen", "prison"),
    *("authorit", "trial", "magistrate", "district", "appeal", "bureau"),
)
_OF_STATE = (
    *("district attorney", "superior court", "county court", "circuit court", "criminal court", "sheriff"),
    *("supreme court justice", "county prosecutor", "county jury", "county jail", "county grand jury", "common pleas"),
)
_IS_STATE = ("attorney", "supreme court", "prison", "court", "judge", "prosecut", "charge")
_BRITISH = re.compile(
    r"\b(?:Crown Court|Old Bailey|Crown Prosecution|magistrates|Court Martial|QC|Scotland Yard|Met Police)\b",
    re.IGNORECASE,
)
# What stands in all of them, found many times faster than the pattern.
_BRITISH_MARKS = (
    *("crown court", "old bailey", "crown prosecution", "magistrates", "court martial", "qc", "scotland yard"),
    "met police",
)
# Places whose prosecutions are brought by the People, and the other states of America: the first word and those that
# follow it.
_PEOPLE = {
    **dict.fromkeys(("California", "Calif", "Sacramento", "Oakland", "Fresno", "Brooklyn", "Bronx", "Queens"), ("",)),
    **dict.fromkeys(("Manhattan", "NYPD", "Illinois", "Chicago", "Michigan", "Detroit", "Colorado", "Denver"), ("",)),
    **dict.fromkeys(("Staten", "Long"), ("Island",)),
    **dict.fromkeys(("Orange", "Riverside", "Ventura", "Cook"), ("County",)),
    "Los": ("Angeles",),
    "San": ("Francisco", "Diego", "Jose", "Bernardino"),
    "Santa": ("Ana", "Barbara", "Clara"),
    "New": ("York City", "York State", "York Supreme"),
}
_NOT_PEOPLE = {
    **dict.fromkeys(
        """
        Alabama Alaska Arizona Arkansas Connecticut Delaware Florida Fla Georgia Hawaii Idaho Indiana Iowa Kansas
        Kentucky Louisiana Maine Maryland Massachusetts Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
        Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Miami Dallas Houston
        Philadelphia Boston Atlanta Baltimore
        """.split(),
        ("",),
    ),
    **dict.fromkeys(("North", "South"), ("Carolina", "Dakota")),
    "New": ("Hampshire", "Jersey", "Mexico"),
    "Rhode": ("Island",),
    "Washington": ("State",),
}
_DATELINE = 4  # tokens
_PLACES = _PEOPLE.keys() | _NOT_PEOPLE.keys()
_SUFFIXES = frozenset("jr sr ii iii iv".split())


def case_name(document: Document, p: Proceeding) -> str:
    """Return the name of a proceeding, its first plaintiff and first defendant by surname."""
    a = surname(document, next(iter(p.a))) if p.a else None
    b = surname(document, next(iter(p.b))) if p.b else None
    if p.kind == "criminal":
        return f"{_prosecution(document)} v. {b or 'defendant'}"
    if p.kind == "other":
        return f"In re {a or b}"
    sued = next(iter(p.b), -1)
    of_nation = sued >= 0 and document.entities[sued].kind == "government"
    if a is None and not of_nation and any(is_justice(entity.name) for entity in document.entities):
        a = "United States"
    return f"{a or 'Plaintiff'} v. {b or 'defendant'}"


def surname(document: Document, e: int) -> str:
    """Return the surname of a person, the name of a body."""
    entity = document.entities[e]
    if entity.kind != "person":
        return entity.name
    words = [w for w in entity.name.split() if w.rstrip(".,").lower() not in _SUFFIXES]
    return words[-1].rstrip(",") if words else entity.name


def _prosecution(document: Document) -> str:
    low = document.article.text.lower()
    if any(mark in low for mark in _BRITISH_MARKS) and _BRITISH.search(low):
        return "R"
    federal = sum(map(low.count, _FEDERAL)) + _followed(low, "federal ", _IS_FEDERAL)
    if federal and federal >= sum(map(low.count, _OF_STATE)) + _followed(low, "state ", _IS_STATE):
        return "United States"
    # A dateline is printed in capitals (`LOS ANGELES — A jury ...`).
    words = [*map(str.title, document.tokens.words[:_DATELINE]), *document.tokens.words[_DATELINE:]]
    for k in places_where(_PLACES.__contains__, words):
        after = " ".join(words[k + 1 : k + 3])
        if after.startswith(_PEOPLE.get(words[k], "-")):
            return "People"
        if after.startswith(_NOT_PEOPLE.get(words[k], "-")):
            return "State"
    return "State"


def _followed(low: str, word: str, after: tuple[str, ...]) -> int:
    """Return how often one of the words stands after another."""
    return sum(low.startswith(after, place + len(word)) for place in places_of(low, word))
