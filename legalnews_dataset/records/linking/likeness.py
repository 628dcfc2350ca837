"""How much speaks for two cases being one, and what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from legalnews_dataset.records.linking.name_keys import NameKey, same_entity
from legalnews_dataset.records.linking.sketch import Sketch

# Points of evidence; a pair needs JOIN of them. Set by hand and checked on the link gold: a docket number decides;
# opposing parties by name, or a full name that few people have, are enough; any other name needs a second sign.
JOIN = 4.0
_DOCKET = 10.0
_LONG_NAME, _NAME, _COMMON_NAME, _SURNAME = 5.0, 4.0, 2.5, 1.5
_BODY, _SERIAL_LITIGANT = 3.0, 2.0
_OPPOSING, _FURTHER, _MOST_FURTHER, _NOBODY_ELSE = 2.5, 1.0, 2, -2.0
_COURT, _OTHER_COURT, _OFFICE = 1.5, -5.0, 1.0
_PARTICIPANT, _MOST_PARTICIPANTS = 1.0, 2
_DAY, _AMOUNT, _MOST_SIGNS = 1.5, 1.0, 2
_SMALL_SUM = 1000
# A body that is a party in the news of more years than one case lasts is a serial litigant.
_FEW_YEARS = 2
# Surnames so frequent that two people of one full name are in the news: the first of the census list.
_FREQUENT_SURNAMES = 300
# Reports of one case lie close together; the further apart, the more speaks against it: up to so many days, points.
_APART = ((31, 1.0), (365, 0.0), (3 * 365, -0.5), (6 * 365, -1.0), (10**6, -2.0))
# People of a common name are told apart by time.
_YEAR, _COMMON_NAME_YEARS_APART = 365, -1.5


# Words of bodies that act all over a country: they say nothing about a place.
_NATIONAL = frozenset(
    "us united states federal national bureau justice internal revenue investigation homeland".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points that speak for two cases being one, and the evidence in words, each with its points."""

    points: float
    reasons: tuple[str, ...]


def compare(one: Sketch, other: Sketch, years: Mapping[NameKey, int]) -> Likeness:
    """Return how alike two cases of different articles are.

    Args:
        one: a case.
        other: a case of another article.
        years: in how many years a principal party of each name is in the news.

    """
    if one.kind != other.kind:
        return Likeness(float("-inf"), ("different kinds of proceeding",))
    signs: list[tuple[float, str]] = []
    if one.docket and other.docket and (one.court_id is None or one.court_id == other.court_id):
        same = one.docket == other.docket
        signs.append((_DOCKET if same else -_DOCKET, f"{'one docket number' if same else 'other docket numbers'}"))
    signs += _party_signs(one, other, years)
    if not signs:
        return Likeness(float("-inf"), ("no party in common",))
    common = not any(points >= _NAME for points, _ in signs)
    signs += _court_signs(one, other)
    signs += _other_signs(one, other, common=common)
    return Likeness(sum(points for points, _ in signs), tuple(f"{reason} ({points:+g})" for points, reason in signs))


def conflict(one: Sketch, other: Sketch) -> bool:
    """Say whether two cases cannot be one whatever joins them: one article tells both, or their courts differ."""
    return one.article_id == other.article_id or one.kind != other.kind or _courts_differ(one, other)


def name_years(sketches: Iterable[Sketch]) -> dict[NameKey, int]:
    """Return in how many different years a principal party of each name is in the news."""
    years: dict[NameKey, set[int]] = defaultdict(set)
    for sketch in sketches:
        for name in (*sketch.plaintiffs, *sketch.defendants):
            years[name].add(sketch.published_on.year if sketch.published_on else 0)
    return {name: len(told) for name, told in years.items()}


def _party_signs(one: Sketch, other: Sketch, years: Mapping[NameKey, int]) -> list[tuple[float, str]]:
    """Compare the principal parties, whatever their sides: an appeal turns them round, and a report may, too."""
    found = sorted(
        (
            (_name_points(a, b, years), a, b)
            for a in {*one.plaintiffs, *one.defendants}
            for b in {*other.plaintiffs, *other.defendants}
            if same_entity(a, b)
        ),
        key=lambda match: (-match[0], match[1].last, match[1].given),
    )
    matched: list[tuple[float, NameKey]] = []
    taken: set[NameKey] = set()
    for points, a, b in found:
        if points and not taken & {a, b}:
            taken |= {a, b}
            matched.append((points, a))
    if not matched:
        return []
    signs = [(matched[0][0], f"party {matched[0][1].last}")]
    names = {name for _, name in matched}
    opposing = any(a != b and a in one.plaintiffs and b in one.defendants for a in names for b in names)
    if opposing:
        signs.append((_OPPOSING, "opposing parties"))
    elif len(names) > 1:
        signs.append((_FURTHER * min(len(names) - 1, _MOST_FURTHER), "further parties"))
    elif one.plaintiffs and one.defendants and other.plaintiffs and other.defendants:
        signs.append((_NOBODY_ELSE, "other opponents"))
    return signs


def _name_points(one: NameKey, other: NameKey, years: Mapping[NameKey, int]) -> float:
    if not one.person:
        seen = max(years.get(one, 1), years.get(other, 1))
        return 0.0 if not (one.full and other.full) else _BODY if seen <= _FEW_YEARS else _SERIAL_LITIGANT
    if not (one.full and other.full):
        return _SURNAME
    if min(len(one.given), len(other.given)) > 1:
        return _LONG_NAME
    return _COMMON_NAME if one.last in _frequent_surnames() else _NAME


@lru_cache(maxsize=1)
def _frequent_surnames() -> frozenset[str]:
    lists = files("legalnews_dataset.documents") / "wordlists" / "surnames.txt"
    lines = lists.read_text(encoding="utf-8").splitlines()
    names = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(name.casefold() for name in names[:_FREQUENT_SURNAMES])


@lru_cache(maxsize=1)
def _appellate() -> frozenset[str]:
    """Return the courts that hear the cases of other courts, so that their names contradict nothing."""
    from courts_db import courts

    return frozenset(court["id"] for court in courts if court["type"] == "appellate")


def _courts_differ(one: Sketch, other: Sketch) -> bool:
    courts = {one.court_id, other.court_id}
    return len(courts) > 1 and None not in courts and not courts & _appellate()


def _court_signs(one: Sketch, other: Sketch) -> list[tuple[float, str]]:
    if _courts_differ(one, other):
        return [(_OTHER_COURT, "other courts")]
    if one.court_id and one.court_id == other.court_id:
        return [(_COURT, f"court {one.court_id}")]
    return []


def _other_signs(one: Sketch, other: Sketch, *, common: bool) -> list[tuple[float, str]]:
    signs: list[tuple[float, str]] = []
    known = [key for key in one.others if key.full]
    shared = [key for key in known if any(b.full and same_entity(key, b) for b in other.others)]
    if people := sum(key.person for key in shared):
        signs.append((_PARTICIPANT * min(people, _MOST_PARTICIPANTS), "judge, lawyers or victims in common"))
    if any(not key.person and len(key.given) > 2 and not _NATIONAL & set(key.given) for key in shared):
        signs.append((_OFFICE, "a local office in common"))
    if days := one.days & other.days:
        signs.append((_DAY * min(len(days), _MOST_SIGNS), "one event on one day"))
    if sums := {amount for amount in one.amounts & other.amounts if float(amount) >= _SMALL_SUM}:
        signs.append((_AMOUNT * min(len(sums), _MOST_SIGNS), "one sum of money"))
    if one.published_on and other.published_on:
        days_apart = abs((one.published_on - other.published_on).days)
        points = next(points for most, points in _APART if days_apart <= most)
        if common and days_apart > _YEAR:
            points += _COMMON_NAME_YEARS_APART
        if points:
            signs.append((points, f"{days_apart} days apart"))
    return signs
