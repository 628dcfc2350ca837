"""How much speaks for two cases being one, and what."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files

from legalnews_dataset.records.linking.name_keys import NameKey, same_entity, variant_spelling
from legalnews_dataset.records.linking.sketch import Sketch
from legalnews_dataset.records.linking.story import story_likeness

# Points of evidence; a pair needs JOIN of them. Set by hand and checked on the link gold: a docket number decides;
# opposing parties by name, or a full name that few people have, are enough; any other name needs a second sign.
JOIN = 4.0
_DOCKET = 10.0
_LONG_NAME, _RARE_NAME, _NAME, _COMMON_NAME, _SURNAME = 5.0, 5.0, 4.5, 2.5, 1.5
_BODY, _SERIAL_LITIGANT, _OTHER_SPELLING = 3.0, 2.0, -0.5
_OPPOSING, _FURTHER, _MOST_FURTHER, _NOBODY_ELSE, _PUBLIC_OR_PRIVATE = 2.5, 1.0, 2, -2.0, -1.0
_COURT, _OTHER_COURT, _OFFICE, _INSOLVENCY = 1.5, -5.0, 1.0, 2.0
_OTHER_KIND, _UNSURE_KIND = -1.0, -2.5
_OFFICIAL, _PARTICIPANT, _MOST_PEOPLE = 1.0, 2.0, 4.0
_DAY, _AMOUNT, _MOST_SIGNS = 1.5, 1.0, 2
_SMALL_SUM = 1000
# A civil suit is tried once: what is still on trial so many days after a verdict is another suit of the same parties.
_OTHER_TRIAL, _PHASES = -6.0, timedelta(days=90)
_TRIAL = frozenset({"trial", "testimony", "verdict"})
# Whom a story names late is often the defendant of another case, told beside this one.
_LATE = -1.5
# A surname of one letter is the rest of something else.
_SHORTEST = 2
# How alike the stories are, up to so much, and the points of that: two people of one name are rarely told of in the
# same words, two suits of one body often are.
_PERSON_STORY = ((0.08, -1.5), (0.3, 0.0), (0.5, 1.5), (1.1, 2.5))
_BODY_STORY = ((0.1, -1.0), (0.4, 0.0), (0.6, 1.0), (1.1, 2.0))
# A body that is a party in the news of more years than one case lasts is a serial litigant.
_FEW_YEARS = 2
# An official of so many cases is the head of an office: that two cases have him in common says less, and then nothing.
_FEW_CASES, _MANY_CASES = 6, 30
# Surnames so frequent that two people of one full name are in the news: the first of the census list.
_FREQUENT_SURNAMES = 300
# Reports of one case lie close together; the further apart, the more speaks against it: up to so many days, points.
_APART = ((31, 1.0), (365, 0.0), (3 * 365, -0.5), (6 * 365, -1.0), (10**6, -2.0))
# People of a common name are told apart by time.
_YEAR, _COMMON_NAME_YEARS_APART, _MUCH_ELSE = 365, -1.5, 2


# Words of bodies that act all over a country: they say nothing about a place.
_NATIONAL = frozenset(
    "us united states federal national bureau justice internal revenue investigation homeland".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points that speak for two cases being one, and the evidence in words, each with its points."""

    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fame:
    """How often names are in the news.

    `years`: in how many years a name is a principal party of a proceeding of one kind; `cases`: in how many cases it is
    an official's.
    """

    years: dict[tuple[str, NameKey], int]
    cases: dict[NameKey, int]


def count_names(sketches: Iterable[Sketch]) -> Fame:
    """Return how often each name is in the news."""
    years: dict[tuple[str, NameKey], set[int]] = defaultdict(set)
    cases: dict[NameKey, int] = defaultdict(int)
    for sketch in sketches:
        for name in (*sketch.plaintiffs, *sketch.defendants):
            years[kind_of(sketch), name].add(sketch.published_on.year if sketch.published_on else 0)
        for name in sketch.officials:
            cases[name] += 1
    return Fame({name: len(told) for name, told in years.items()}, dict(cases))


def kind_of(sketch: Sketch) -> str:
    """Return the kind of proceeding as it is compared: a civil suit of an agency is told as regulatory, too."""
    return "civil" if sketch.kind == "regulatory" else sketch.kind


def compare(one: Sketch, other: Sketch, fame: Fame) -> Likeness:
    """Return how alike two cases of different articles are.

    Args:
        one: a case.
        other: a case of another article.
        fame: how often each name is in the news.

    """
    if not _kinds_agree(one, other):
        return Likeness(float("-inf"), ("different kinds of proceeding",))
    signs: list[tuple[float, str]] = []
    if one.docket and other.docket and (one.court_id is None or one.court_id == other.court_id):
        same = one.docket == other.docket
        signs.append((_DOCKET if same else -_DOCKET, f"{'one docket number' if same else 'other docket numbers'}"))
    matched = match_parties(one, other, fame)
    signs += _party_signs(one, other, matched)
    if not any(points > 0 for points, _ in signs):
        return Likeness(float("-inf"), ("no party in common",))
    if one.kind != other.kind:
        unsure = "criminal" in {one.kind, other.kind}
        signs.append((_UNSURE_KIND if unsure else _OTHER_KIND, f"one {one.kind}, one {other.kind}"))
    signs += _court_signs(one, other)
    signs += _story_signs(one, other, matched)
    signs += _people_signs(one, other, {name for _, *names in matched for name in names}, fame)
    signs += _other_signs(one, other)
    if _tried_after_verdict(one, other) or _tried_after_verdict(other, one):
        signs.append((_OTHER_TRIAL, "another trial after the verdict"))
    # Names that settle nothing by themselves are told apart by time; a body's not if much else agrees.
    much_else = sum(points > 0 for points, _ in signs[1:]) >= _MUCH_ELSE
    common = not any(points >= _NAME or reason == "opposing parties" for points, reason in signs) and not (
        much_else and matched and not matched[0][1].person
    )
    signs += _time_signs(one, other, common=common)
    return Likeness(sum(points for points, _ in signs), tuple(f"{reason} ({points:+g})" for points, reason in signs))


def conflict(one: Sketch, other: Sketch) -> bool:
    """Say whether two cases cannot be one whatever joins them.

    One article tells both, their courts differ, or both are suits and have no party in common (co-defendants of a
    prosecution are often told one by one).
    """
    return (
        one.article_id == other.article_id
        or not _kinds_agree(one, other)
        or _courts_differ(one, other)
        or (one.kind == "civil" and not _party_in_common(one, other))
    )


def told_twice(one: Sketch, other: Sketch) -> bool:
    """Say whether an article tells one case under two spellings of its party's name."""
    if one.kind != other.kind or _courts_differ(one, other):
        return False
    return any(variant_spelling(a, b) for a in one.defendants for b in other.defendants)


def told_apart(one: Sketch, other: Sketch, whole: Sketch) -> bool:
    """Say whether one article tells of two defendants, one by one, whom another article names in one case.

    Two cases of the same defendant in one article are two, whatever another article says.
    """
    if one.kind != other.kind or _courts_differ(one, other):
        return False
    mine, theirs = ([name for name in sketch.defendants if name.full] for sketch in (one, other))
    if not mine or not theirs or any(_may_be_one(a, b) for a in mine for b in theirs):
        return False
    return all(any(_may_be_one(a, b) for a in names for b in whole.defendants) for names in (mine, theirs))


def match_parties(one: Sketch, other: Sketch, fame: Fame) -> list[tuple[float, NameKey, NameKey]]:
    """Match the principal parties, whatever their sides: an appeal turns them round, and a report may, too."""
    kind = kind_of(one)
    found = sorted(
        (
            (points, a, b)
            for a in one.principals
            for b in other.principals
            if (a.person != b.person or a.last[:1] == b.last[:1]) and (points := _name_points(a, b, fame, kind))
        ),
        key=lambda match: (-match[0], match[1][1:], match[2][1:]),
    )
    matched: list[tuple[float, NameKey, NameKey]] = []
    taken: set[NameKey] = set()
    for points, a, b in found:
        if not taken & {a, b} and not any(same_entity(a, known) and not a.person for _, known, _ in matched):
            taken |= {a, b}
            matched.append((points, a, b))
    return matched


def _party_in_common(one: Sketch, other: Sketch) -> bool:
    return any(_may_be_one(a, b) for a in one.principals for b in other.principals)


def _may_be_one(one: NameKey, other: NameKey) -> bool:
    return same_entity(one, other) or variant_spelling(one, other)


def _kinds_agree(one: Sketch, other: Sketch) -> bool:
    return kind_of(one) == kind_of(other) or _kind_is_a_guess(one, other) or _kind_is_a_guess(other, one)


def _kind_is_a_guess(guess: Sketch, other: Sketch) -> bool:
    """Say whether a report names nobody who sues, so that its civil case may be the prosecution that another tells."""
    return other.kind == "criminal" and guess.kind == "civil" and not guess.plaintiffs and not guess.public


def _party_signs(
    one: Sketch, other: Sketch, matched: Sequence[tuple[float, NameKey, NameKey]]
) -> list[tuple[float, str]]:
    if not matched:
        return []
    signs = [(matched[0][0], f"party {matched[0][1].last}")]
    names = {name for _, name, _ in matched}
    if any(a != b and a in one.plaintiffs and b in one.defendants for a in names for b in names):
        signs.append((_OPPOSING, "opposing parties"))
    elif len(names) > 1:
        signs.append((_FURTHER * min(len(names) - 1, _MOST_FURTHER), "further parties"))
    elif one.plaintiffs and one.defendants and other.plaintiffs and other.defendants:
        signs.append((_NOBODY_ELSE, "other opponents"))
    if (one.public, bool(one.plaintiffs)) in ((True, False), (False, True)) and (
        (other.public, bool(other.plaintiffs)) == (not one.public, not one.plaintiffs)
    ):
        signs.append((_PUBLIC_OR_PRIVATE, "a public and a private plaintiff"))
    if len(matched) == 1 and (matched[0][1] in one.late or matched[0][2] in other.late):
        signs.append((_LATE, "named late in one story"))
    if one.insolvency and other.insolvency:
        signs.append((_INSOLVENCY, "one debtor's insolvency"))
    return signs


def _name_points(one: NameKey, other: NameKey, fame: Fame, kind: str) -> float:
    spelled = 0.0
    if not same_entity(one, other):
        if not variant_spelling(one, other):
            return 0.0
        spelled = _OTHER_SPELLING
    if not (one.person and other.person):
        seen = max(fame.years.get((kind, one), 1), fame.years.get((kind, other), 1))
        return 0.0 if not (one.full and other.full) else _BODY if seen <= _FEW_YEARS else _SERIAL_LITIGANT
    if len(one.last) < _SHORTEST:
        return 0.0
    if not (one.full and other.full):
        return _SURNAME
    if min(len(one.given), len(other.given)) > 1:
        return _LONG_NAME + spelled
    rank = _surname_ranks().get(one.last)
    return spelled + (_RARE_NAME if rank is None else _COMMON_NAME if rank < _FREQUENT_SURNAMES else _NAME)


@lru_cache(maxsize=1)
def _surname_ranks() -> dict[str, int]:
    lists = files("legalnews_dataset.documents") / "wordlists" / "surnames.txt"
    lines = lists.read_text(encoding="utf-8").splitlines()
    names = " ".join(line for line in lines if not line.startswith("#")).casefold().split()
    return {name: rank for rank, name in enumerate(names)}


@lru_cache(maxsize=1)
def _appellate() -> frozenset[str]:
    """Return the courts that hear the cases of other courts, so that their names contradict nothing."""
    courts = json.loads((files("courts_db") / "data" / "courts.json").read_text(encoding="utf-8"))
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


def _people_signs(one: Sketch, other: Sketch, matched: set[NameKey], fame: Fame) -> list[tuple[float, str]]:
    """Compare who else takes part, in whatever role: one report's witness is the other's defendant."""
    signs: list[tuple[float, str]] = []
    officials, participants, offices = 0.0, 0.0, False
    for word in one.named.keys() & other.named.keys():
        theirs = [name for name in other.named[word] if name not in matched]
        for name in one.named[word]:
            found = next((b for b in theirs if same_entity(name, b)), None) if name not in matched else None
            if found is None:
                continue
            if not name.person:
                offices |= len(name.given) > 2 and not _NATIONAL & set(name.given)
            elif name in one.officials or found in other.officials:
                cases = max(fame.cases.get(name, 1), fame.cases.get(found, 1))
                officials += _OFFICIAL if cases <= _FEW_CASES else _OFFICIAL / 2 if cases <= _MANY_CASES else 0.0
            else:
                participants += _PARTICIPANT
    if officials:
        signs.append((min(officials, 2 * _OFFICIAL), "judge or lawyers in common"))
    if participants:
        signs.append((min(participants, _MOST_PEOPLE), "victims, witnesses or others in common"))
    if offices:
        signs.append((_OFFICE, "a local office in common"))
    return signs


def _story_signs(
    one: Sketch, other: Sketch, matched: Sequence[tuple[float, NameKey, NameKey]]
) -> list[tuple[float, str]]:
    if not (one.story and other.story and matched):
        return []
    alike = story_likeness(one.story, other.story)
    scale = _PERSON_STORY if matched[0][1].person else _BODY_STORY
    points = next(points for most, points in scale if alike < most)
    return [(points, f"stories {alike:.0%} alike")] if points else []


def _tried_after_verdict(one: Sketch, other: Sketch) -> bool:
    """Say whether one civil case had its verdict long before the other was tried; defendants are often tried apart."""
    verdicts = [day for kind, day in one.days if kind == "verdict"]
    if not verdicts or kind_of(one) != "civil" or kind_of(other) != "civil":
        return False
    return any(day > max(verdicts) + _PHASES for kind, day in other.days if kind in _TRIAL)


def _other_signs(one: Sketch, other: Sketch) -> list[tuple[float, str]]:
    signs: list[tuple[float, str]] = []
    if days := one.days & other.days:
        signs.append((_DAY * min(len(days), _MOST_SIGNS), "one event on one day"))
    if sums := {amount for amount in one.amounts & other.amounts if float(amount) >= _SMALL_SUM}:
        signs.append((_AMOUNT * min(len(sums), _MOST_SIGNS), "one sum of money"))
    return signs


def _time_signs(one: Sketch, other: Sketch, *, common: bool) -> list[tuple[float, str]]:
    if not (one.published_on and other.published_on):
        return []
    days_apart = abs((one.published_on - other.published_on).days)
    points = next(points for most, points in _APART if days_apart <= most)
    if common and days_apart > _YEAR:
        points += _COMMON_NAME_YEARS_APART
    return [(points, f"{days_apart} days apart")] if points else []
