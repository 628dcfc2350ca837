"""Read judgments: against whom one is entered or a charge brought, who is ordered to pay or fined."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, agents, is_agency, is_passive, kind_by
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import CRIME_NOUNS, FILE, JUDGMENT_NOUNS, POSSESSIVES, REFUSALS, SUIT_NOUNS


def ordered(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was ordered to pay`."""
    lower = c.lower
    end = c.span(i)[1]
    window = lower[i + 1 : min(end, i + 40)]
    if "to" in window or "from" in window:
        b = c.subjects(i) if is_passive(c, i) else c.objects(i)
        by_court = {"court", "judge", "tribunal"}.intersection(c.lower[max(0, i - 12) : i])
        sides = ("person", "organization", "government") if by_court else ("person", "organization")
        b = [e for e in b if c.kinds[e] in sides]
        if b and ("pay" in window or is_passive(c, i) or "stop" in window or by_court):
            pay = next((k for k in range(i + 1, min(end, i + 10)) if lower[k] == "pay"), 0)
            to = next((k for k in range(pay + 1, min(end, pay + 9)) if lower[k] == "to"), 0) if pay else 0
            a = c.objects(to, 6) if to and {"$", "£", "€", "damages"}.intersection(lower[pay:to]) else []
            out.append(Claim("", tuple(e for e in a if e not in b), tuple(b), i, "ordered to pay", 0.6))


_PENALTIES = frozenset("penalty penalties fine fines".split())


_COURTS = frozenset("judge jury jurors court tribunal panel arbitrator".split())
_WRONGS = frozenset(
    """
    violated discriminated failed ignored breached infringed retaliated denied misled defrauded disregarded harassed
    knew acted
    """.split()
)


def found_that(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a judge found that X had violated the lease`: who is found to have done wrong is sued or accused."""
    start, end = c.span(i)
    if c.lower[i + 1 : i + 2] != ["that"] or _COURTS.isdisjoint(c.lower[start:i]):
        return
    b = [e for e in c.objects(i + 1, 4)[:1] if c.kinds[e] != "place"]
    verb = next((k for k in range(i + 3, min(end, i + 12)) if c.lower[k] in _WRONGS and c.entity_at[k] < 0), 0)
    if b and verb and c.subjects(verb)[:1] == b and c.lower[verb + 1 : verb + 2] != ["in"]:
        out.append(Claim("", (), tuple(b), i, "found to have done wrong", 0.6))


def fined(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was fined by Y`, `Y assessed X with penalties`."""
    if c.lower[i] == "assessed" and _PENALTIES.isdisjoint(c.lower[i + 1 : min(c.span(i)[1], i + 10)]):
        return
    if is_passive(c, i):
        a, b = agents(c, i), c.subjects(i)
    else:
        a, b = c.subjects(i), c.objects(i)
    if b:
        kind = "regulatory" if any(is_agency(c, e) for e in a) else ""
        out.append(Claim(kind, tuple(a) if kind else (), tuple(b), i, "fined", 0.7))


_CHARGES = frozenset("charge charges count counts indictment indictments prosecution conviction warrant".split())
_CONSIDERED = frozenset("considering consider possible potential threatened threatening weighing mulling".split())


def against(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `charges against X`, `a judgment against X`, `a verdict against X`."""
    lower = c.lower
    start = c.span(i)[0]
    noun = ""
    for k in range(i - 1, max(start, i - 6) - 1, -1):
        w = lower[k]
        if w in SUIT_NOUNS:
            return
        if w in CRIME_NOUNS or w in JUDGMENT_NOUNS:
            noun = w
            break
        if c.entity_at[k] >= 0:
            break
    before = lower[max(start, i - 9) : i]
    if not noun or not _CONSIDERED.isdisjoint(before[-6:]) or (noun in CRIME_NOUNS and not REFUSALS.isdisjoint(before)):
        return
    objects = c.objects(i, 8) or (c.object_named_later(i) if noun in _CHARGES else [])
    if not objects:
        return
    criminal = lower[k - 1] == "criminal" and noun in ("trial", "case", "proceeding", "action")
    if criminal or noun in _CHARGES:
        civil = "civil" in lower[max(start, k - 2) : k]
        filed = next((j for j in range(k - 1, max(start, k - 5), -1) if lower[j] in FILE), 0) if civil else 0
        agency = c.subjects(filed) if filed else []
        if civil and kind_by(c, agency) == "regulatory":
            out.append(Claim("regulatory", tuple(agency), tuple(objects), i, "civil charges", 0.9))
        else:
            out.append(Claim("criminal", (), tuple(objects), i, f"{noun} against X", 0.9))
        return
    a: list[int] = []
    if k - 1 >= start and lower[k - 1] in POSSESSIVES and c.entity_at[k - 2] >= 0:
        a.append(c.entity_at[k - 2])
    else:
        j = k - 1
        while j > start and j > k - 7 and c.entity_at[j] < 0:
            if lower[j] in FILE or lower[j] in ("won", "wins", "obtained", "sought"):
                a.extend(c.subjects(j))
                break
            if lower[j] in POSSESSIVES and c.entity_at[j - 1] >= 0:
                a.append(c.entity_at[j - 1])
                break
            j -= 1
    civil = noun in ("judgment", "judgement", "injunction", "injunctions", "award", "damages", "action", "actions")
    if noun in ("judgment", "judgement") and not a:
        civil = not _CIVIL_JUDGMENT.isdisjoint(lower[max(start, i - 12) : i + 12])
    out.append(
        Claim(
            "civil" if civil else "",
            tuple(a),
            tuple(e for e in objects if e not in a),
            i,
            f"{noun} against X",
            0.8 if civil else 0.6,
        )
    )


_CIVIL_JUDGMENT = frozenset(
    "$ £ € million mln billion dlrs civil default damages jury trial suit lawsuit summary consent enter entered".split()
)
