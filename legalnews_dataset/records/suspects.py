"""Read accusations told without their words: bail for X, showed no emotion, could get ten years, put to death."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, doers, is_denied, is_passive
from legalnews_dataset.records.clauses import Clauses

_PERSON_NOUNS = frozenset(
    "man woman men women suspect officer teenager youth teen driver person couple boy girl nurse teacher doctor".split()
)
_TERMS = frozenset("years life prison jail death".split())
_FATES = frozenset("jurors jury jurors' panel".split())


def _accuse(c: Clauses, i: int, found: list[int], rule: str, weight: float, out: list[Claim], kind: str) -> None:
    people = tuple(e for e in found if c.kinds[e] == "person")
    if people and not is_denied(c, i):
        out.append(Claim(kind, (), people, i, rule, weight))


def into_custody(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was taken into custody`."""
    if c.lower[i - 1] == "into" and c.lower[i - 2] == "taken" and is_passive(c, i - 2):
        _accuse(c, i, doers(c, i - 2), "was arrested", 0.6, out, "criminal")


def bail_for(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `bail for X was set`, `set bail at $5,000 for X`, `ordered X held without bail`."""
    k = next((k for k in range(i + 1, min(c.span(i)[1], i + 7)) if c.lower[k] == "for"), 0)
    _accuse(c, i, c.objects(k, 4) if k else [], "bail for X", 0.7, out, "criminal")


def ordered_held(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was ordered held without bail`."""
    if c.lower[i + 1 : i + 2] == ["held"] and is_passive(c, i):
        _accuse(c, i, doers(c, i), "was held", 0.7, out, "criminal")


def unmoved(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X showed no emotion`, `X has expressed remorse`."""
    verb = next((k for k in range(i - 1, max(c.span(i)[0], i - 5), -1) if c.lower[k] in _SHOWS), 0)
    _accuse(c, i, c.subjects(verb) if verb else [], "showed no emotion", 0.5, out, "plea")


_SHOWS = frozenset("showed shows displayed expressed betrayed show".split())


def could_get(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X could get ten years in prison`."""
    if c.lower[i - 1] in ("could", "would", "may", "might", "will") and not _TERMS.isdisjoint(c.lower[i + 1 : i + 7]):
        _accuse(c, i, doers(c, i), "faces charges", 0.7, out, "criminal")


def put_to_death(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was put to death`, `X died by lethal injection`."""
    verb = next((k for k in range(i - 1, max(c.span(i)[0], i - 6), -1) if c.lower[k] in ("put", "died", "executed")), 0)
    if verb and (c.lower[i] == "injection") == ("lethal" in c.lower[i - 1 : i]):
        put = c.lower[verb] != "put" or (c.lower[i - 1] == "to" and is_passive(c, verb))
        _accuse(c, i, doers(c, verb) if put else [], "was executed", 0.7, out, "criminal")


def waived(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X waived extradition`, `X waived his right to a jury trial`."""
    if "extradition" in c.lower[i + 1 : i + 4]:
        _accuse(c, i, doers(c, i), "waived extradition", 0.7, out, "criminal")


def fate_of(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `jurors weigh the fate of X`."""
    if c.lower[i + 1 : i + 2] == ["of"] and not _FATES.isdisjoint(c.lower[c.span(i)[0] : i]):
        _accuse(c, i, c.objects(i + 1, 4), "fate of X", 0.7, out, "criminal")


def named_after(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `the man accused of the killing, X,` and `X, a convicted killer`."""
    start, end = c.span(i)
    if c.lower[i] == "convicted" and c.lower[i - 2 : i] in ([",", "a"], [",", "an"]) and c.entity_at[i - 3] >= 0:
        _accuse(c, i, [c.entity_at[i - 3]], "was convicted", 0.7, out, "criminal")
        return
    if c.lower[i - 1] not in _PERSON_NOUNS or c.lower[i + 1 : i + 2] not in (["of"], ["in"], ["with"]):
        return
    comma = next((k for k in range(i + 2, min(end - 1, i + 9)) if c.lower[k] == ","), 0)
    if comma and c.entity_at[comma + 1] >= 0 and start < i:
        m = c.mention_at[comma + 1]
        closes = c.lower[c.last[m] + 1 : c.last[m] + 2] in ([","], ["("], ["."])
        _accuse(c, i, [c.entity_at[comma + 1]] if closes else [], f"was {c.lower[i]}", 0.8, out, "criminal")
