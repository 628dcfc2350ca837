"""Read the courts-db id of a court from what is printed of it; None where that fits more than one court or none."""

from __future__ import annotations

import re
from functools import lru_cache

from legalnews_dataset.documents.court_tables import (
    ABBREVIATIONS,
    BOROUGHS,
    CIRCUIT_OF_STATE,
    CIRCUIT_SEATS,
    CIRCUITS,
    ONE_STATE_COUNTIES,
    SEATS,
    SELF_EVIDENT,
    STATES,
    bankruptcy_id,
    district_id,
    seat_id,
    trial_courts,
)
from legalnews_dataset.documents.court_words import CourtName

# Courts that are not called one, or by a name of their own: id, system and level.
_NAMED = {
    "old bailey": (None, "uk", "trial"),
    "royal courts of justice": (None, "uk", "trial"),
    "house of lords": ("houseoflordsuk", "uk", "supreme"),
    "privy council": ("privycoun", "uk", "supreme"),
    "foreign intelligence surveillance court": ("fisc", "federal", "trial"),
}
_UNITED_STATES = frozenset({"u.s.", "us", "federal", "states"})
_APPEALS = frozenset({"appeals", "appeal", "appellate"})
_BRITISH = frozenset({"crown", "magistrates'", "magistrates", "sheriff"})
_TRIAL_KINDS = (
    "commonwealth",
    "circuit",
    "superior",
    "supreme",
    "district",
    "municipal",
    "family",
    "probate",
    "juvenile",
    "surrogate's",
)
# `Washington` is the capital as a rule, and `Kansas City` lies in Missouri.
_STATE_NAMES = re.compile(
    r"\b(?:" + "|".join(sorted({*STATES, "Washington state"} - {"Washington"}, key=len, reverse=True)) + r")\b(?! City)"
)
_STATE_MARKS = re.compile(r", ((?:[A-Z][a-z]{1,4}|[A-Z]\.[A-Z])\.)")
_AMERICAN = re.compile(r"\bU\.?S\.?\b|United States|[Ff]ederal|\$|Americans?\b|Washington|FBI|Congress")
_BRITISH_WORDS = re.compile(
    r"£|\bUK\b|\bU\.K\.|Britain|British|England|English|Scotland|Scottish|\bMPs?\b|London|\bQC\b|Lords?\b"
)


def identify(name: CourtName, text: str) -> tuple[str | None, str, str]:
    """Return the id of a court, its system and its level.

    Args:
        name: what is printed of it.
        text: the article, which may name the state that tells places of one name apart.

    Returns:
        The id or None; `federal`, `state`, `uk`, `international` or empty where nothing says it; `trial`,
        `bankruptcy`, `appeals`, `supreme`, `jury`, `office` or empty.

    """
    kinds = name.kinds
    of_appeals = name.of_kind.endswith(("appeal", "appeals"))
    federal = bool(kinds & _UNITED_STATES)
    state = _state(name)
    if found := next((_NAMED[kind] for kind in kinds if kind in _NAMED), None):
        return found
    if kinds == {"high"} and not name.formal and not name.place:
        return None, "", "supreme"
    if kinds & _BRITISH or ("high" in kinds and not state and not federal):
        british = "high" not in kinds or not name.place or name.place in ("London", "Edinburgh", "Belfast")
        return None, "uk" if british else "", "trial"
    if "bankruptcy" in kinds:
        return bankruptcy_id(_district(name, state, text)), "federal", name.level or "bankruptcy"
    if kinds & _APPEALS or of_appeals or (name.ordinal and name.ordinal in CIRCUITS and "circuit" in kinds):
        return _appeals(name, state, federal)
    if name.direction:
        return _district(name, state, text), "federal", name.level or "trial"
    if "supreme" in kinds:
        return _supreme(name, state, federal or name.place in ("United States", "U.S."), text)
    if kinds & {"highest", "top", "high"}:
        return (STATES[state].supreme, "state", "supreme") if state else (None, "", "supreme")
    special = _special(name)
    if kinds == {"federal"} and name.link == "of" and not state and name.place not in SEATS:
        return None, "", "trial"  # `Federal Court of Australia`
    if federal or (special and name.formal and not state and not name.place):
        return special or _district(name, state, text), "federal", name.level or "trial"
    return _state_trial(name, state, text)


def _state(name: CourtName) -> str:
    """Return the US state that the name itself prints, empty where it prints none."""
    place = name.place.removesuffix(" State").removesuffix(" state")
    if name.state in STATES:
        return name.state
    return place if place in STATES else ABBREVIATIONS.get(place.replace(".", ""), "")


def _city(name: CourtName) -> str:
    return name.place.removesuffix(" City") if name.place.startswith("New York") else name.place


def _district(name: CourtName, state: str, text: str) -> str | None:
    """Return the federal district that a direction, a city or a state with a single district fixes."""
    if name.direction:
        return district_id(state, "" if name.direction == "district" else name.direction)
    city = _city(name)
    if city == "Washington":
        return None if name.state == "Washington" else "dcd"
    if city in SEATS:
        if state and state != city:
            return seat_id(city, frozenset({state}))
        return seat_id(city) or seat_id(city, named_states(text))
    # A city without a court of its own still lies in its state's only district; `New York` is a city of two.
    return district_id(state) if state else None


def _appeals(name: CourtName, state: str, federal: bool) -> tuple[str | None, str, str]:
    """Identify a court of appeals."""
    circuit = CIRCUITS.get(name.ordinal)
    if circuit and (federal or "circuit" in name.kinds):
        return circuit, "federal", "appeals"
    if "armed" in name.place.lower() or name.of_kind.startswith("military"):
        return "armfor" if federal else None, "military", "appeals"
    if name.place == "District of Columbia" or state == "District of Columbia":
        if name.link in ("'s", "’s") and not federal:
            return None, "", "appeals"
        federal = federal or name.link == "for"
        return "cadc" if federal else "dc", "federal" if federal else "state", "appeals"
    if federal:
        seat = CIRCUIT_SEATS.get(_city(name)) if name.state != "Washington" else None
        return seat or CIRCUIT_OF_STATE.get(state), "federal", "appeals"
    if not state:
        return None, "", "appeals"
    if name.of_kind == "appeals" and state in ("New York", "Maryland"):
        return STATES[state].supreme, "state", "appeals"
    if name.of_kind in ("criminal appeals", "civil appeals"):
        return _SPECIAL_APPEALS.get((state, name.of_kind)), "state", "appeals"
    if circuit and state in _APPEALS_DISTRICTS:
        return _APPEALS_DISTRICTS[state].format(circuit.removeprefix("ca")), "state", "appeals"
    formal = bool(name.of_kind) or name.formal
    return (STATES[state].appeals or None) if formal else None, "state", "appeals"


# States whose appeals courts are told apart by the number of their district.
_APPEALS_DISTRICTS = {"California": "calctapp{}d", "Florida": "fladistctapp{}", "Ohio": "ohctapp{}"}
_SPECIAL_APPEALS = {
    ("Texas", "criminal appeals"): "texcrimapp",
    ("Oklahoma", "criminal appeals"): "oklacrimapp",
    ("Alabama", "criminal appeals"): "alacrimapp",
    ("Tennessee", "criminal appeals"): "tenncrimapp",
    ("Texas", "civil appeals"): "texapp",
    ("Oklahoma", "civil appeals"): "oklacivapp",
    ("Alabama", "civil appeals"): "alacivapp",
}


def _supreme(name: CourtName, state: str, federal: bool, text: str) -> tuple[str | None, str, str]:
    """Identify a supreme court: the United States', a state's, or New York's trial court of that name."""
    if federal:
        return "scotus", "federal", "supreme"
    place = _city(name)
    borough = BOROUGHS.get(place, place)
    if state == "New York" or (not state and place):
        if place == "New York":
            return "nysupct", "state", "trial"
        court = trial_courts().get((borough, "supreme"), {}).get("New York")
        if place in BOROUGHS or (court and (state or "New York" in text)):
            return court, "state", "trial"
    if "judicial" in name.kinds and (state == "Massachusetts" or not name.place):
        return "mass", "state", "supreme"
    if state:
        return STATES[state].supreme, "state", "supreme"
    if name.place:
        return None, "", "supreme"
    if "state" in name.kinds or not name.formal:
        return None, "state" if "state" in name.kinds else "", "supreme"
    return ("scotus", "federal", "supreme") if _is_american(text) else (None, "", "supreme")


@lru_cache(maxsize=1)
def _is_american(text: str) -> bool:
    """Tell whether an article tells of the United States rather than of Britain; read once for all its courts."""
    return len(_AMERICAN.findall(text)) > len(_BRITISH_WORDS.findall(text))


def _special(name: CourtName) -> str | None:
    """Identify the federal courts of one subject."""
    if "tax" in name.kinds:
        return "tax"
    if name.of_kind == "federal claims" or (name.of_kind == "claims" and name.kinds & _UNITED_STATES):
        return "uscfc"
    if name.of_kind == "international trade":
        return "cit"
    return None


def _state_trial(name: CourtName, state: str, text: str) -> tuple[str | None, str, str]:
    """Identify a trial court of a state by its county or city."""
    kind = next((kind for kind in _TRIAL_KINDS if kind in name.kinds), "")
    if "pleas" in name.kinds or name.of_kind == "common pleas":
        kind = "common pleas"
    elif "criminal" in name.kinds and _city(name) in BOROUGHS:
        kind = "criminal"
    elif not kind and "county" in name.kinds and name.formal:
        kind = "county"
    if "chancery" in name.kinds or name.of_kind == "chancery":
        return ("delch" if state == "Delaware" else None), "state", "trial"
    if kind == "district" and state == "District of Columbia":
        return "dcd", "federal", "trial"
    system = "state" if state or name.kinds & {"state", "county"} or name.place in SEATS else ""
    if not kind or not name.place:
        return None, system, "trial"
    place = _city(name).removesuffix(" County")
    if state and name.place and _state(name._replace(state="")) == state:
        return _WHOLE_STATE.get((state, kind)), "state", "trial"
    found = trial_courts().get((BOROUGHS.get(place, place), kind), {})
    if not state and (place in SELF_EVIDENT or place in BOROUGHS or place in ONE_STATE_COUNTIES):
        state = next(iter(found)) if len(found) == 1 else ""
    elif not state:
        named = named_states(text) & set(found)
        state = next(iter(named)) if len(named) == 1 else ""
    return found.get(state), "state" if state else system, "trial"


# Courts that sit for a whole state under one name.
_WHOLE_STATE = {
    ("Delaware", "superior"): "delsuperct",
    ("District of Columbia", "superior"): "supctdc",
    ("Pennsylvania", "superior"): "pasuperct",
    ("Pennsylvania", "commonwealth"): "pacommwct",
}


@lru_cache(maxsize=1)
def named_states(text: str) -> frozenset[str]:
    """Return the US states that a text names, in full or by a newsroom's abbreviation after a city.

    >>> sorted(named_states("Two men of Dayton, Ohio, and Gary, Ind., were fined."))
    ['Indiana', 'Ohio']
    """
    marks = {mark.replace(".", "") for mark in _STATE_MARKS.findall(text)}
    names = {name.removesuffix(" state") for name in _STATE_NAMES.findall(text)}
    return frozenset(names | {ABBREVIATIONS[mark] for mark in marks & set(ABBREVIATIONS)})
