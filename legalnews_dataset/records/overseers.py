"""Read what bodies that oversee a trade or a market do to those under them: `struck off by the Nursing Council`."""

from __future__ import annotations

import re

from legalnews_dataset.records.claims import Claim, agents, is_agency, is_denied, is_passive
from legalnews_dataset.records.clauses import Clauses

# Bodies that hear charges against members of a profession or a sport.
_OVERSEER = re.compile(
    r"\b(?:(?:Medical|Nursing|Midwifery|Dental|Teaching|Pharmaceutical|Bar) (?:Council|Board)|"
    r"Medical Practitioners Tribunal|Football Association|Football League|Jockey Club|Law Society|State Bar|"
    r"Solicitors (?:Regulation Authority|Disciplinary Tribunal)|Anti-Doping Agency|Anti-Corruption Unit|"
    r"Athletics Federation|FIFA|Fifa|UEFA|Uefa)\b"
)


def is_overseer(c: Clauses, e: int) -> bool:
    """Tell whether a body oversees a profession or a sport."""
    return c.kinds[e] != "person" and _OVERSEER.search(c.document.entities[e].name) is not None


def disciplined(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was struck off by the Medical Council`, `X was charged by the Football Association`."""
    if c.lower[i] == "struck" and c.lower[i + 1 : i + 2] != ["off"]:
        return
    if is_passive(c, i):
        a, b = agents(c, i, 14), c.subjects(i)
    else:
        a, b = c.subjects(i), c.objects(i + (c.lower[i] == "struck"))
    a = [e for e in a if is_overseer(c, e) or (is_agency(c, e) and c.lower[i] != "charged")]
    b = [e for e in b if c.kinds[e] in ("person", "organization") and e not in a]
    if a and b and not is_denied(c, i):
        out.append(Claim("regulatory", tuple(a), tuple(b), i, "disciplined X", 0.9))


def each_other(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X and Y are suing each other`: who is named first is taken for the one that sued first."""
    if c.lower[i + 1 : i + 3] not in (["each", "other"], ["one", "another"]):
        return
    found = c.subjects(i)
    start = c.span(i)[0]
    if len(found) == 1:
        k = next((k for k in range(i - 1, max(start, i - 14), -1) if c.lower[k] in ("he", "she", "it")), 0)
        if k and c.lower[k + 1] == "and":
            found = [*c.referent(k, start, "body" if c.lower[k] == "it" else "person"), *found]
    if len(found) == 2 and found[0] != found[1]:
        out.append(Claim("civil", (found[0],), (found[1],), i, "suing each other", 0.9))
