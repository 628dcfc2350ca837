"""What single words tell about a name: the word lists of this package as one table of flags."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FUNCTION = 1 << 0  # `The`, `According`: capitalized for where it stands
CALENDAR = 1 << 1
FIRST = 1 << 2
MALE = 1 << 3
FEMALE = 1 << 4
SURNAME = 1 << 5
COURTESY = 1 << 6  # `Mr`, `Dr`: whatever follows is a person
TITLE = 1 << 7
MODIFIER = 1 << 8  # `Deputy`, `U.S.`: stands before a title
POSTNOMINAL = 1 << 9
PLACE = 1 << 10
NATIONALITY = 1 << 11
PLACE_HEAD = 1 << 12
COMPASS = 1 << 13
SUFFIX = 1 << 14  # `Inc`
HEAD = 1 << 15  # `Bank`
GOVERNMENT = 1 << 16  # `Department`, `FBI`
BODY = 1 << 17  # known by its own name: `FBI`, `Microsoft`
CREATION = 1 << 18  # `Act`, `Award`: what ends so is neither person nor body
ORDINARY = 1 << 19
STREET = 1 << 20
INITIAL = 1 << 21  # `J.`, `J.R.`; set by form, not by list
COMMON = 1 << 22  # printed in lower case elsewhere: a word of the language
ROLE = 1 << 23  # `Actor`, `Prosecutor`: a common noun for a person
DOTTED = 1 << 24  # a full stop after it is part of it
TAKES_OF = 1 << 25  # `Bank of …`
TAKES_FOR = 1 << 26  # `Office for …`
TAKES_ON = 1 << 27  # `Commission on …`
TAKES_AND = 1 << 28  # `Securities and …`
PERHAPS_GOVERNMENT = 1 << 29  # `Council`, `Service`
PLACE_START = 1 << 31  # `Fort`, `San`
FAMOUS = 1 << 32  # `Obama`: named without being introduced
PUBLIC = 1 << 30  # `Federal`, `Postal`: makes a council or a service one of government

_FILES: dict[str, dict[str, int]] = {
    "first_names": {"male": FIRST | MALE, "female": FIRST | FEMALE, "both": FIRST},
    "surnames": {"surname": SURNAME},
    "titles": {
        "courtesy_m": COURTESY | TITLE | MALE,
        "courtesy_f": COURTESY | TITLE | FEMALE,
        "courtesy": COURTESY | TITLE,
        "title": TITLE,
        "title_of": TITLE,
        "modifier": MODIFIER,
        "famous": FAMOUS,
        "suffix": POSTNOMINAL,
    },
    "bodies": {
        "suffix": SUFFIX,
        "head": HEAD,
        "government": HEAD | GOVERNMENT,
        "sometimes_government": HEAD | PERHAPS_GOVERNMENT,
        "public": PUBLIC,
        "agency": BODY | GOVERNMENT,
        "organization": BODY,
        "creation": CREATION,
    },
    "places": {
        "country": PLACE,
        "state": PLACE,
        "city": PLACE,
        "region": PLACE,
        "nationality": NATIONALITY,
        "place_head": PLACE_HEAD,
        "street": PLACE_HEAD | STREET,
        "compass": COMPASS,
        "place_start": PLACE_START,
    },
    "joins": {
        "dotted": DOTTED,
        "takes_of": TAKES_OF,
        "takes_for": TAKES_FOR,
        "takes_on": TAKES_ON,
        "takes_and": TAKES_AND,
    },
    "ordinary": {"function": FUNCTION, "calendar": CALENDAR, "ordinary": ORDINARY},
}


@cache
def read_words(name: str) -> tuple[tuple[str, str], ...]:
    """Return section and entry, entry by entry, of a word list of the package; `_` in an entry is a space."""
    return tuple(_entries(name))


def _entries(name: str) -> Iterator[tuple[str, str]]:
    section = name.removesuffix("s")
    for line in files(__package__).joinpath("wordlists", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            for word in line.split():
                yield section, word.replace("_", " ").strip()


def word_set(name: str, section: str) -> frozenset[str]:
    """Return the entries of one section of a word list."""
    return frozenset(entry for its, entry in read_words(name) if its == section)


def _load() -> tuple[dict[str, int], dict[str, list[tuple[tuple[str, ...], int]]]]:
    flags: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for _, entry in read_words("vocabulary"):
        flags[entry.capitalize()] = COMMON
    for section, entry in read_words("roles"):
        if section == "role":
            flags[entry.capitalize()] = COMMON | ROLE
    for name, sections in _FILES.items():
        for section, entry in read_words(name):
            if section not in sections:
                continue
            if " " in entry:
                words = tuple(entry.split())
                phrases.setdefault(words[0], []).append((words[1:], sections[section]))
            else:
                flags[entry] = flags.get(entry, 0) | sections[section]
    for ways in phrases.values():
        ways.sort(key=lambda way: -len(way[0]))
    return flags, phrases


FLAGS, PHRASES = _load()
ROLES = word_set("roles", "role")
ROLE_MODIFIERS = word_set("roles", "role_modifier")
