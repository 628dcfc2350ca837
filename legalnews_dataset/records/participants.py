"""Read who else takes part in a case: firms that the accused ran, accomplices, agencies that stepped in."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.records.claims import agents, is_passive
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import PRONOUNS
from legalnews_dataset.records.named_kinds import is_court
from legalnews_dataset.records.signs import Signs

_COMPLAINTS = frozenset("complaint complaints charge charges grievance discrimination".split())


def _take_part(c: Clauses, found: list[int], signs: list[Signs], rule: str, kinds: tuple[str, ...]) -> None:
    for e in found:
        if c.kinds[e] in kinds and not is_court(c.document.entities[e].name):
            signs[e].add("participant", 1.0, rule)


BODY = ("organization", "government")


def _trade_name(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `doing business under the name X`, `under the trade names X, Y and Z`."""
    if "under" in c.lower[max(c.span(i)[0], i - 3) : i]:
        _take_part(c, c.objects(i, 3), signs, "trade name", BODY)


def _business(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `doing business as X`, `trading as X`."""
    if c.lower[i - 1] in ("business", "trading", "operating"):
        _take_part(c, c.objects(i, 3), signs, "trade name", BODY)


def _runs(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Roe, who ran X`, `Roe owned and operated X`: a firm of someone in the case."""
    if c.lower[i] == "operated" and is_passive(c, i):
        return
    _run_by(c, c.objects(i, 7), c.subjects(i), signs)


def _founder(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Roe, the founder of X`, `he was the owner of X`: a firm of someone in the case."""
    if c.lower[i + 1 : i + 2] != ["of"]:
        return
    start = c.span(i)[0]
    k = next((k for k in range(i - 1, max(start, i - 6), -1) if c.lower[k] in (",", "was", "is")), 0)
    if k:
        owners = c.subjects(k) if c.lower[k] != "," else [e for e in (c.entity_at[k - 1],) if e >= 0]
        _run_by(c, c.objects(i + 1, 5), owners, signs)


def _run_by(c: Clauses, firms: list[int], owners: list[int], signs: list[Signs]) -> None:
    people = [e for e in owners if c.kinds[e] == "person"]
    for e in firms if people else ():
        if c.kinds[e] == "organization":
            signs[e].add("run", 1.0, "run by X")
            signs[e].body.extend(x for x in people if x not in signs[e].body)


def _accomplice(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `co-conspirator X`, `conspired with X`, `recruited by X`."""
    w = c.lower[i]
    if w in ("conspired", "conspiring", "colluded", "plotted", "schemed"):
        end = min(c.span(i)[1], i + 4)
        k = next((k for k in range(i + 1, end) if c.lower[k] == "with"), 0)
        found = c.objects(k, 8) if k else []
        found += [e for e in c.subjects(i) if k]
    elif w == "recruited":
        found = agents(c, i, 4) if is_passive(c, i) else []
    else:
        found = _named_next(c, i)
    _take_part(c, found, signs, "accomplice", ("person", "organization"))


def _named_next(c: Clauses, i: int) -> list[int]:
    """Return whom a noun names: `informant Jane Roe`, `his accomplice, Jane Roe,`."""
    k = i + 1
    if c.lower[k : k + 1] == [","] and c.lower[i - 1] in ("his", "her", "their", "the", "alleged"):
        k += 1
    m = c.mention_at[k] if k < len(c.lower) and c.sentence_of[k] == c.sentence_of[i] else -1
    if m < 0 or c.first[m] != k or (k > i + 1 and c.kinds[c.entity_at[k]] != "person"):
        return []
    return [] if c.lower[c.last[m] + 1 : c.last[m] + 2] in (["'s"], ["’s"]) else c.objects(k - 1, 2)


def _informant(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the informant, X,`, `referring to informant X`."""
    _take_part(c, _named_next(c, i), signs, "informant", ("person",))


def _officers_of(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `detectives from the X Police Department`, `officers with X`."""
    if c.lower[i + 1 : i + 2] in (["from"], ["with"], ["of"], ["at"]):
        verb = next((k for k in range(i + 2, c.span(i)[1]) if c.lower[k] in _STEPS), 0)
        named = [e for e in c.entity_at[i + 2 : i + 7] if e >= 0 and c.kinds[e] == "government"]
        _take_part(c, named[:1] if verb else [], signs, "officers of X", ("government",))


_STEPS = frozenset(
    """
    responded arrested found investigated arrived executed searched seized raided stopped recovered interviewed
    questioned identified discovered conducted obtained tracked
    """.split()
)


def _steps_in(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the X Sheriff's Office arrested Roe`, `was arrested by X`: an agency that stepped in."""
    found = agents(c, i, 6) if is_passive(c, i) or c.lower[i].endswith("ing") else c.subjects(i)
    _take_part(c, found, signs, f"{c.lower[i]} by X", ("government",))


def _complaint_with(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `filed a complaint of discrimination with X`: an agency that was complained to."""
    start, end = c.span(i)
    if c.lower[i + 1 : i + 2] == ["against"]:
        return
    k = next((k for k in range(i + 1, min(end, i + 8)) if c.lower[k] == "with"), 0)
    if k and "filed" in c.lower[max(start, i - 8) : k]:
        _take_part(c, c.objects(k, 5), signs, "complaint with X", ("government",))


def _custody(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `in the custody of X`, `remanded under the custody of X`."""
    if c.lower[i + 1 : i + 2] == ["of"]:
        _take_part(c, c.objects(i + 1, 8), signs, "custody of X", BODY)


def _finds(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the agency determined`, `X assessed a penalty`: an agency that looked into the conduct."""
    _take_part(c, c.subjects(i), signs, "agency finds", ("government",))


def _thanked(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `thanked X for their help`, `commended X and Y`, `with the assistance of X`."""
    if c.lower[i] in ("assistance", "help", "cooperation", "request", "behest"):
        found = c.objects(i + 1, 8) if c.lower[i + 1 : i + 2] == ["of"] else []
    else:
        found = c.objects(i, 8)
    _take_part(c, found, signs, "thanked", ("person", "government", "organization"))


def _supervised(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `is prosecuting the case under the supervision of X, Y and Z`."""
    if c.lower[i + 1 : i + 2] == ["of"]:
        for e in c.objects(i + 1, 12):
            if c.kinds[e] == "person":
                signs[e].add("prosecutor", 0.9, "supervises the case")


def _tried_by(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the case was tried by X`, `the case is being handled by X`."""
    if is_passive(c, i) and "case" in c.lower[max(c.span(i)[0], i - 6) : i]:
        for e in agents(c, i, 3):
            if c.kinds[e] == "person":
                signs[e].add("prosecutor", 0.9, "case tried by X")


def _led_by(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `his lawyers, led by X, said`: a lawyer."""
    before = c.lower[max(c.span(i)[0], i - 5) : i]
    if c.lower[i + 1 : i + 2] == ["by"] and not {"lawyers", "attorneys", "team", "counsel"}.isdisjoint(before):
        for e in c.objects(i + 1, 4):
            if c.kinds[e] == "person":
                signs[e].add("lawyer", 1.0, "lawyers led by X")
                signs[e].side = next(("pronoun" for w in before if w in PRONOUNS), None)


def _heard_from(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `jurors heard from X`."""
    if c.lower[i + 1 : i + 2] == ["from"] and not {"jurors", "jury", "court"}.isdisjoint(c.lower[max(0, i - 3) : i]):
        for e in c.objects(i + 1, 5):
            if c.kinds[e] == "person":
                signs[e].add("witness", 0.9, "heard from X")


_SPEAKERS = {
    **dict.fromkeys(("lawyer", "attorney", "solicitor", "barrister"), "lawyer"),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), "spokesperson"),
    "prosecutor": "prosecutor",
    "judge": "judge",
}
_TOLD = frozenset("said told says argued".split())
_OF_HARMED = frozenset("victim victims family families plaintiff plaintiffs widow parents accuser".split())


def _named_after(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `..., his lawyer said on Tuesday.`, when the next sentence opens with the name that was held back."""
    start, end = c.span(i)
    verb = next((k for k in range(i + 1, min(end, i + 7)) if c.lower[k] in _TOLD), 0)
    opens = next((k for k in range(i - 1, max(start, i - 4) - 1, -1) if c.lower[k] in _HELD_BACK), -1)
    if (
        not verb
        or opens < 0
        or any(c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] == "person" for k in range(i, verb))
    ):
        return
    number = c.sentence_of[i]
    for sentence in c.document.sentences[number + 1 : number + 3]:
        m = c.mention_at[sentence.first]
        k = c.last[m] + 1 if m >= 0 else 0
        e = c.entity_at[sentence.first]
        if m < 0 or c.kinds[e] != "person" or c.document.entities[e].mentions[0] != m or k >= sentence.last:
            continue
        if c.lower[k] in _TOLD:
            sign = _SPEAKERS[c.lower[i]]
            signs[e].add(sign, 1.0, f"{sign} named after")
            told = c.lower[opens:verb]
            if sign == "lawyer" and signs[e].side is None:
                signs[e].side = (
                    "plaintiff"
                    if not _OF_HARMED.isdisjoint(told)
                    else next((w if w in ("his", "her") else "pronoun" for w in told[:1] if w in PRONOUNS), None)
                )
        return


_HELD_BACK = frozenset("a an the his her their its one".split())

Reader = Callable[[Clauses, int, list[Signs]], None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(("name", "names"), _trade_name),
    "as": _business,
    **dict.fromkeys(("ran", "runs", "owned", "owns", "operated", "operates", "founded"), _runs),
    **dict.fromkeys(
        (
            *("conspired", "conspiring", "colluded", "plotted", "schemed", "recruited", "co-conspirator"),
            *("co-conspirators", "accomplice", "accomplices", "conspirator", "conspirators", "associate", "associates"),
        ),
        _accomplice,
    ),
    **dict.fromkeys(("founder", "owner", "operator", "proprietor", "co-founder", "co-owner"), _founder),
    **dict.fromkeys(_COMPLAINTS, _complaint_with),
    "custody": _custody,
    **dict.fromkeys(
        ("determined", "assessed", "estimates", "estimated", "audited", "inspected", "cited", "raided"), _finds
    ),
    **dict.fromkeys(("thanked", "commended", "praised", "assistance", "request"), _thanked),
    "supervision": _supervised,
    **dict.fromkeys(("questioned", "questioning", "arrested", "detained", "interrogated", "seized"), _steps_in),
    **dict.fromkeys(("informant", "informer"), _informant),
    **dict.fromkeys(("officers", "detectives", "deputies", "agents", "investigators", "troopers"), _officers_of),
    **dict.fromkeys(("tried", "handled", "presented"), _tried_by),
    **dict.fromkeys(_SPEAKERS, _named_after),
    "led": _led_by,
    "heard": _heard_from,
}
