"""Gather civil claims into suits, and petitions of debtors into bankruptcies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from legalnews_dataset.records.claims import Claim, Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.referents import chars_of


class _Suits:
    """The suits found so far, and in which of them each entity stands: a claim is compared with those alone."""

    def __init__(self) -> None:
        self.found: list[Proceeding] = []
        self.of_kind: dict[str, list[Proceeding]] = defaultdict(list)
        self.of_entity: dict[int, set[int]] = defaultdict(set)

    def standing(self, claim: Claim) -> list[Proceeding]:
        """Return the suits in which an entity of the claim stands, in the order in which they were found."""
        numbers = {i for e in (*claim.a, *claim.b) for i in self.of_entity.get(e, ())}
        return [self.found[i] for i in sorted(numbers)]

    def open(self, kind: str, claim: Claim) -> None:
        """Make a suit of a claim."""
        p = Proceeding(kind, token=claim.token, rule=claim.rule, number=len(self.found))
        self.found.append(p)
        self.of_kind[kind].append(p)
        self.join(p, claim)

    def join(self, p: Proceeding, claim: Claim) -> None:
        """Put the entities of a claim on the sides of a suit, which is an agency's where that brings it."""
        if claim.kind == "regulatory" and claim.a and p.kind == "civil" and not p.a:
            p.kind = claim.kind
            self.of_kind[claim.kind].append(p)
        for e in claim.a:
            if e not in p.b:
                p.a.setdefault(e, claim.rule)
        for e in claim.b:
            if e not in p.a:
                p.b.setdefault(e, claim.rule)
        p.weight += claim.weight
        self.note(p, (*claim.a, *claim.b))

    def note(self, p: Proceeding, entities: Iterable[int]) -> None:
        """Remember that entities stand in a suit."""
        for e in entities:
            self.of_entity[e].add(p.number)


class _Told:
    """What the claims before one have told: their kinds, who brought them, and whether one was settled."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.filers: set[int] = set()
        self.settled = False

    def note(self, claim: Claim) -> None:
        """Remember a claim."""
        self.kinds.add(claim.kind)
        self.filers.update(claim.a)
        self.settled = self.settled or claim.rule.startswith(("settle", "agreed"))

    def of_others(self, claim: Claim) -> bool:
        """Tell whether an agency brings the claim and somebody else the suit told before, which makes two cases."""
        if claim.kind != "regulatory" or not claim.a or not (claim.b or claim.rule == "won an order"):
            return False
        return "civil" in self.kinds and "regulatory" not in self.kinds and self.filers.isdisjoint(claim.a)


def find_suits(c: Clauses, claims: list[Claim], criminal: bool, accused: set[int]) -> list[Proceeding]:
    """Return the civil suits that the claims tell."""
    suits = _Suits()
    loose: list[Claim] = []
    apart: dict[int, Proceeding] = {}
    told = _Told()
    for claim in claims:
        if claim.kind not in ("civil", "regulatory", "dispute") and not (claim.kind == "" and not criminal):
            continue
        if (
            told.kinds
            and claim.kind in _SUED
            and len(apart) < _MOST_APART
            and (_sets_apart(c, claim.token) or told.of_others(claim) or _settled_before(c, told, claim))
        ):
            number = c.sentence_of[claim.token]
            p = apart.setdefault(number, Proceeding(claim.kind, token=claim.token, rule="separate suit"))
            if not _crossed(p, claim):
                p.a.update(dict.fromkeys(claim.a, claim.rule))
                p.b.update(dict.fromkeys(claim.b, claim.rule))
            continue
        told.note(claim)
        if claim.a and claim.b and claim.kind != "dispute":
            _place(suits, claim)
        else:
            loose.append(claim)
    # The surest first: in `the Roe trial` Roe may stand on either side, so that `found liable` and `awarded` decide.
    for claim in sorted(loose, key=lambda claim: -claim.weight):
        if claim.kind != "dispute":
            _attach(suits, claim, criminal, accused)
    disputes = [claim for claim in loose if claim.kind == "dispute"]
    if disputes and not _COURTS.isdisjoint(c.lower):
        for claim in disputes:
            _dispute(suits, claim)
    return suits.found + _different(list(apart.values()))


_COURTS = frozenset("court courts lawsuit lawsuits suit litigation arbitration sued".split())
_SUED = frozenset(("civil", "regulatory"))


_MOST_APART = 9  # suits that one article sets apart from the main one


def _settled_before(c: Clauses, told: _Told, claim: Claim) -> bool:
    """Tell whether `Acme settled a suit` is told late in an article about one that is not settled: it is another."""
    late = claim.rule == "settled another suit" and c.sentence_of[claim.token] >= _LEAD
    return late and not told.settled


_LEAD = 3  # sentences
# Words that set a suit apart from the one that the article is about.
_APART = re.compile(
    r"\b(?:separate|another|similar|unrelated|different|earlier|previous|prior|second|parallel)"
    r"(?: [\w-]+){0,3} (?:law)?(?:suit|case|complaint|action|claim|litigation|battle|fight)\b"
    r"|\b(?:is|are|was|were) also suing\b|\bseparately (?:sued|suing)\b|\bfirst (?:court|legal) battle\b",
    re.I,
)


def _sets_apart(c: Clauses, token: int) -> bool:
    """Tell whether the words of a token's sentence set its suit apart."""
    return _APART.search(c.document.article.text, *chars_of(c, token)) is not None


def _different(suits: list[Proceeding]) -> list[Proceeding]:
    """Return those suits that none before has all parties of."""
    kept: list[Proceeding] = []
    for p in suits:
        if not any(p.kind == q.kind and p.a.keys() <= q.a.keys() and p.b.keys() <= q.b.keys() for q in kept):
            kept.append(p)
    return kept


def _crossed(p: Proceeding, claim: Claim) -> bool:
    """Tell whether an entity of the claim stands on the other side of a suit."""
    return any(e in p.b for e in claim.a) or any(e in p.a for e in claim.b)


def _of_agency(p: Proceeding, claim: Claim) -> bool:
    """Tell whether an agency brings the suit and somebody else the claim, which makes two cases."""
    return p.kind == "regulatory" and claim.kind == "civil" and bool(p.a and claim.a) and p.a.keys().isdisjoint(claim.a)


def _place(suits: _Suits, claim: Claim) -> None:
    for p in suits.standing(claim):
        if not _crossed(p, claim) and not _of_agency(p, claim):
            suits.join(p, claim)
            return
        if any(e in p.b for e in claim.a) and any(e in p.a for e in claim.b) and claim.weight < 0.9:
            return
    suits.open(claim.kind or "civil", claim)


def _dispute(suits: _Suits, claim: Claim) -> None:
    both = {*claim.a, *claim.b}
    standing = suits.standing(claim)
    if not standing:
        suits.open("civil", claim)
        return
    p = standing[0]
    for ours, theirs in ((p.a, p.b), (p.b, p.a)):
        if not theirs and not both.isdisjoint(ours) and not all(e in ours for e in both):
            theirs.update(dict.fromkeys((e for e in both if e not in ours), claim.rule))
            suits.note(p, both)
            return


def _attach(suits: _Suits, claim: Claim, criminal: bool, accused: set[int]) -> None:
    """Give a one-sided claim to the case that it fits, or make it a case of its own where there is none."""
    standing = suits.standing(claim)
    known = next((p for p in standing if all(e in p.a for e in claim.a) and all(e in p.b for e in claim.b)), None)
    if known:
        known.weight += claim.weight
        return
    if len(suits.found) == 1 and _crossed(suits.found[0], claim):
        return
    same_kind = suits.of_kind[claim.kind] if criminal else suits.found
    p = next((p for p in same_kind if not _crossed(p, claim) and not _of_agency(p, claim)), None)
    if p:
        suits.join(p, claim)
    elif not criminal or (claim.kind and (claim.weight >= 0.7 or not all(e in accused for e in claim.b))):
        suits.open(claim.kind or "civil", claim)


def find_bankruptcies(claims: list[Claim]) -> list[Proceeding]:
    """Return the bankruptcies that the claims tell, one of each debtor."""
    found: dict[int, Proceeding] = {}
    for claim in claims:
        if claim.kind == "other":
            for e in claim.a:
                p = found.setdefault(e, Proceeding("other", token=claim.token, rule=claim.rule))
                p.a[e] = claim.rule
                p.weight += claim.weight
    return list(found.values())
