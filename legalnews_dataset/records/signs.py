"""What the text shows about one entity, and what a title or a description says of its bearer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from legalnews_dataset.records.legal_words import AGENTS, JUDGE_NOUNS, LAWYER_NOUNS, OFFICE_WORDS, OFFICIALS, SPOKES

LAW_OFFICE = re.compile(
    r"\bJustice Dep|Department of Justice|\bDOJ\b|Attorney(?:'|’)?s?(?:'|’)? Office|Prosecution Service|"
    r"Serious Fraud Office|Public Prosecutions|Crown Office|^(?:CPS|DPP|SFO)$|"
    r"\b(?:Civil|Rights|Tax|Criminal|Antitrust|Resources|Security|Fraud|Litigation) Division\b|"
    r"\bLaw Department\b|Corporation Counsel|"
    r"Attorney General(?:'|’)?s? Office|Office of the (?:District|State|U\.?S\.?|Attorney|Prosecut)|"
    r"Prosecutor(?:'|’)?s(?:'|’)? Office|Fraud Section|Public Integrity Section|Obscenity Section|"
    r"Intellectual Property Section|Criminal Section|Litigation Section|Consumer Protection Branch|"
    r"Gang Section|Rights Section"
)
_OFFICE_TITLES = frozenset("trial attorney attorneys deputy chief senior".split())


def is_title(words: list[str]) -> bool:
    """Tell whether a title of lawyers begins with these words: then the office named before it is a part of it.

    >>> is_title(["trial", "attorneys", "jane"]), is_title(["and", "the", "trial"])
    (True, False)
    """
    return bool(words) and words[0] in _OFFICE_TITLES


UNITED_STATES = re.compile(r"^(?:the )?(?:United States|U\.?S\.?|government)", re.I)


@lru_cache(maxsize=4096)
def is_law_office(name: str) -> bool:
    """Tell whether a name is that of an office which prosecutes or sues for a state."""
    return LAW_OFFICE.search(name) is not None


@dataclass(slots=True)
class Signs:
    """What the text shows about one entity: the strength of each sign and the rule that saw it first."""

    strength: dict[str, float] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    clients: list[int] = field(default_factory=list)
    opposed: list[int] = field(default_factory=list)
    side: str | None = None
    firm_of: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)

    def add(self, sign: str, weight: float, rule: str) -> None:
        """Add evidence for a sign."""
        self.strength[sign] = self.strength.get(sign, 0.0) + weight
        self.rules.setdefault(sign, rule)

    def get(self, sign: str) -> float:
        """Return the strength of a sign, 0 where none was seen."""
        return self.strength.get(sign, 0.0)


_TELLING = (
    JUDGE_NOUNS
    | LAWYER_NOUNS
    | SPOKES
    | AGENTS
    | OFFICIALS
    | frozenset(
        """
        attorney attorneys atty attys prosecutor prosecutors prosecuting solicitor litigation counsel victim victims
        witness da ada dda captain lieutenant lt capt honorable honourable hon
        chair chairperson fiscal
        """.split()
    )
)


NOT_JUDGES = frozenset("department minister secretary ministry clerk spokesman spokeswoman".split())
HONOURS = frozenset(("honorable", "honourable", "hon"))
COMPANY_OFFICERS = frozenset(
    "executive financial finance operating technology information marketing legal investment medical ceo".split()
)


_CHAIRS = frozenset("chair chairman chairwoman chairperson president".split())
_TRIBUNALS = frozenset("tribunal panel bench".split())
_OF_CROWN = frozenset(("crown", "prosecution", "fiscal", "depute"))
_OF_FISCAL = frozenset(("fiscal", "procurator"))
_BESIDE_LAWYERS = frozenset("investigator investigators detective detectives paralegal".split())
_CALLED = ("victim", "victims", "witness")
_RANKS = frozenset("chief commissioner captain capt lieutenant lt superintendent deputy".split())


def _british_sign(found: set[str]) -> str:
    """Return the sign of an office that America lacks: `tribunal chairman`, `defence agent`, `Crown barrister`."""
    if not _CHAIRS.isdisjoint(found) and not _TRIBUNALS.isdisjoint(found):
        return "judge"
    if "agent" in found and not found.isdisjoint(("defence", "defense")):
        return "lawyer"
    return "prosecutor" if not _OF_CROWN.isdisjoint(found) and found & (LAWYER_NOUNS | _OF_FISCAL) else ""


def title_sign(words: tuple[str, ...] | list[str]) -> str:
    """Return what a title says its bearer is: judge, prosecutor, lawyer, spokesperson, agent, official or nothing."""
    found = set(words)
    if _TELLING.isdisjoint(found):
        return ""
    if not found.isdisjoint(_BESIDE_LAWYERS):
        return "agent"  # `District Attorney's Investigator Jane Roe`
    if british := _british_sign(found):
        return british
    if not found.isdisjoint(("attorney", "attorneys", "atty", "attys")):
        if "general" in found or not found.isdisjoint(OFFICE_WORDS):
            return "prosecutor"
        return "lawyer"
    if (
        ("litigation" in found and not found.isdisjoint(("counsel", "chief")))
        or ("counsel" in found and not found.isdisjoint(("special", "independent")))
        or found & {"prosecutor", "prosecutors", "prosecuting"}
        or words[-1] in ("da", "ada", "dda")
        or ("solicitor" in found and "general" in found)
    ):
        return "prosecutor"
    if found & JUDGE_NOUNS == {"justice"} and "the" in found:
        return ""
    if (found & JUDGE_NOUNS and not found & NOT_JUDGES) or found & HONOURS:
        return "judge"
    if found & LAWYER_NOUNS and "general" not in found:
        return "lawyer"
    if found & SPOKES:
        return "spokesperson"
    if not found.isdisjoint(_CALLED):
        return "witness" if "witness" in found else "victim"
    of_police = "police" in found and not found.isdisjoint(_RANKS)
    if of_police or (found & AGENTS and not ("officer" in found and found & COMPANY_OFFICERS)):
        return "agent"
    if found & OFFICIALS or "counsel" in found:
        return "official"
    return ""
