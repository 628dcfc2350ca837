"""Claims and the proceedings they make: their shapes, and what every reader of claims asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import ADVERBS, BE
from legalnews_dataset.records.signs import is_law_office


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that puts entities on sides.

    `kind` is criminal, civil, regulatory, other (bankruptcy) or `` (the clause does not say); `a` are the entities that
    bring it, `b` those it is brought against; `token` is where it is told; `rule` names the pattern; `weight` is its
    strength.
    """

    kind: str
    a: tuple[int, ...]
    b: tuple[int, ...]
    token: int
    rule: str
    weight: float = 1.0


@dataclass(slots=True)
class Proceeding:
    """A case in the making: its kind, its sides (entity to rule), where it is told first, its number among suits."""

    kind: str
    a: dict[int, str] = field(default_factory=dict)
    b: dict[int, str] = field(default_factory=dict)
    token: int = 0
    rule: str = ""
    weight: float = 0.0
    number: int = 0


REGULATOR = re.compile(
    r"\b(?:SEC|FTC|EEOC|FCC|CFTC|NLRB|FERC|FDIC|OFT|FSA|FCA|CFPB|FINRA|Ofcom|Ofgem|OSHA|"
    r"(?:Securities and Exchange|Trade|Employment Opportunity|Communications|Futures Trading|European|Competition|"
    r"Antitrust|Fair Trading|Gambling|Charity|Energy Regulatory|Product Safety|Utilities|Gaming|Ethics) Commission|"
    r"Labor Relations Board|Office of Fair Trading|Competition (?:Authority|Bureau|Tribunal)|Services Authority|"
    r"Financial Conduct Authority|Internal Revenue Service|IRS|Environment Agency|Health and Safety Executive)\b"
)


def next_word(c: Clauses, i: int, skip: int = 4) -> str:
    """Return the next word after i that is neither an adverb nor inside a name."""
    lower = c.lower
    end = c.span(i)[1]
    k = i + 1
    while k < end and k <= i + skip and (lower[k] in ADVERBS or lower[k][0].isdigit()):
        k += 1
    return lower[k] if k < end else ""


def is_passive(c: Clauses, i: int) -> bool:
    """Tell whether the participle at i has a form of `be` before it."""
    start = c.span(i)[0]
    k = i - 1
    while k >= start and _is_adverb(c, k) and c.lower[k] != "being":
        k -= 1
    return k >= start and (c.lower[k] in BE or (c.lower[k] in ("and", "or", ",") and _be_before(c, k, start)))


def is_denied(c: Clauses, i: int) -> bool:
    """Tell whether the verb at i is negated (`has not been charged`, `was never accused`)."""
    before = c.lower[max(c.span(i)[0], i - 4) : i]
    return not _NEGATIONS.isdisjoint(before) or any(w.endswith(("n't", "n’t")) for w in before)


def is_supposed(c: Clauses, i: int) -> bool:
    """Tell whether the verb at i tells what may happen (`it is possible that it will be indicted`, `if convicted`)."""
    return not _SUPPOSED.isdisjoint(c.lower[max(c.span(i)[0], i - 6) : i])


_SUPPOSED = frozenset("if unless could may might would possible should whether".split())
_NEGATIONS = frozenset(("not", "never", "n't", "neither", "nor", "without"))


def _is_adverb(c: Clauses, k: int) -> bool:
    """Tell whether the token is an adverb or a date word that may stand inside a verb group."""
    return c.lower[k] in ADVERBS and c.entity_at[k] < 0


def _be_before(c: Clauses, k: int, start: int) -> bool:
    for j in range(k - 1, max(start, k - 4) - 1, -1):
        if c.lower[j] in BE:
            return True
        if c.entity_at[j] >= 0:
            return False
    return False


def is_perfect(c: Clauses, i: int) -> bool:
    """Tell whether a form of `have` stands before the participle at i."""
    start = c.span(i)[0]
    k = i - 1
    while k >= start and _is_adverb(c, k):
        k -= 1
    return k >= start and c.lower[k] in ("has", "have", "had", "having")


def doers(c: Clauses, i: int) -> list[int]:
    """Return the subjects of the verb at i, or whom the next sentence names where they are only described."""
    return c.subjects(i) or c.named_later(i)


def agents(c: Clauses, i: int, reach: int = 10) -> list[int]:
    """Return the entities after `by` within reach of i."""
    lower = c.lower
    end = min(c.span(i)[1], i + reach)
    for k in range(i + 1, end):
        if lower[k] == "by":
            return c.objects(k)
    return []


_AGENCY = frozenset("department agency commission board authority bureau inspectorate".split())


def is_agency(c: Clauses, e: int) -> bool:
    """Tell whether a body is an agency that is no public prosecutor, a city's among them."""
    name = c.document.entities[e].name
    if REGULATOR.search(name):
        return True
    return c.kinds[e] == "government" and not is_law_office(name) and not _AGENCY.isdisjoint(name.lower().split())


def kind_by(c: Clauses, agents: list[int]) -> str:
    """Return the kind of a case that these entities bring: regulatory for an agency, else criminal."""
    for e in agents:
        if REGULATOR.search(c.document.entities[e].name):
            return "regulatory"
    return "criminal"
