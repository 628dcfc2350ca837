"""Find which city, town or county an article means by `the city`, `the town`, `the county`."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document

NOUNS = frozenset("city town village township borough county".split())
_DATELINE = 4  # tokens before which the place of a dateline begins
_DASHES = frozenset(("-", "--", "–", "—", "("))
_LEAD = 2  # sentences
# Places that a court or a reporter is in, but that nobody means by `the city`.
_NO_CITIES = frozenset(
    """
    brooklyn bronx manhattan queens washington alabama alaska arizona arkansas california colorado connecticut delaware
    florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia wisconsin wyoming america england scotland wales britain ireland
    """.split()
)


def find_municipalities(document: Document, lower: list[str], first: list[int], last: list[int]) -> dict[str, int]:
    """Return the entity that each noun of a municipality stands for after `the`, where the article tells.

    Args:
        document: the document.
        lower: its tokens in lower case.
        first: the first token of each mention.
        last: the last token of each mention.

    """
    said = {w for k, w in enumerate(lower) if w in NOUNS and lower[k - 1] == "the"}
    if not said:
        return {}
    found: dict[str, int] = {}
    entities = document.entities
    for m, mention in enumerate(document.mentions):
        e = mention.entity
        if entities[e].kind not in ("place", "government"):
            continue
        words = lower[first[m] : last[m] + 1]
        if words[0] in NOUNS and words[1:2] == ["of"]:
            found.setdefault(words[0], e)
        elif lower[first[m] - 1] == "of" and lower[first[m] - 2] in NOUNS:
            found.setdefault(lower[first[m] - 2], e)
        elif entities[e].kind == "place" and words[-1] == "county" and len(words) > 1:
            found.setdefault("county", e)
    if "city" in said and "city" not in found:
        place = _place_told(document, lower, first, last)
        if place >= 0:
            found["city"] = place
    return {noun: e for noun, e in found.items() if noun in said}


def is_in_dateline(lower: list[str], first: int, last: int) -> bool:
    """Tell whether the name from token `first` to `last` is the place of a dateline (`DOVER, Del. (AP) --`)."""
    return first < _DATELINE and not _DASHES.isdisjoint(lower[last + 1 : last + 6])


def _place_told(document: Document, lower: list[str], first: list[int], last: list[int]) -> int:
    """Return the place of the dateline, else the first one of the lead, -1 where neither is a city."""
    end = document.sentences[min(_LEAD, len(document.sentences)) - 1].last
    for m, mention in enumerate(document.mentions):
        if first[m] >= end:
            break
        name = lower[first[m] : last[m] + 1]
        if document.entities[mention.entity].kind != "place":
            continue
        dated = is_in_dateline(lower, first[m], last[m])
        plain = name[-1] not in ("county", "island", "street", "avenue", "road", "park", "bridge")
        if plain and name[0] not in _NO_CITIES and name[0] not in ("north", "south", "west", "new", "rhode"):
            return mention.entity
        if plain and name[:2] in (["new", "york"], ["new", "orleans"], ["new", "haven"]) and (dated or name[2:]):
            return mention.entity
    return -1
