"""Gather claims into proceedings: one case or several, of which kind, and who is on which side."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from legalnews_dataset.documents.document import Sentence
from legalnews_dataset.records.claims import Claim
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import CIVIL_WORDS, CRIME_WORDS, GOVERNMENT_ACTS, PLACES
from legalnews_dataset.records.signs import Signs

UNITED_STATES = re.compile(
    r"^(?:the )?(?:United States(?: of America)?|U\.?S\.?|(?:U\.?S\.?|federal) government)$", re.I
)
JUSTICE = re.compile(r"\bJustice Dep|Department of Justice|^DOJ$|^(?:U\.S\. )?Attorney General$")


def is_justice(name: str) -> bool:
    """Tell whether a name is that of the department which prosecutes for the United States."""
    # The words alone are a cheap test that few names pass.
    known = "Justice" in name or "DOJ" in name or "Attorney General" in name
    return known and JUSTICE.search(name) is not None


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


def is_officer(s: Signs) -> bool:
    """Tell whether an entity is an officer of the court: judge, prosecutor or lawyer."""
    return s.get("judge") >= 0.9 or s.get("prosecutor") >= 0.6 or s.get("lawyer") >= 0.9


def find_proceedings(c: Clauses, claims: list[Claim], signs: list[Signs]) -> list[Proceeding]:
    """Return the proceedings of the document, the main one first."""
    blamed: dict[int, float] = defaultdict(float)
    for claim in claims:
        for e in claim.b if claim.kind == "criminal" else ():
            blamed[e] += claim.weight
    officers = {
        e
        for e, s in enumerate(signs)
        if (is_officer(s) and not _is_accused_lawyer(s, blamed[e]))
        or (s.rules.get("victim", "").startswith("victim:") and blamed[e] <= _BLAMED)
    }
    kept = [k for claim in claims if (k := _without(_of_clients(claim, signs), officers, c))]
    kept = _as_regulatory(kept)
    weights: dict[str, float] = defaultdict(float)
    for claim in kept:
        weights[claim.kind] += claim.weight
    civil_weight = weights["civil"] + weights["regulatory"] + weights["dispute"]
    crime_words = sum(map(CRIME_WORDS.__contains__, c.lower))
    civil_words = sum(map(CIVIL_WORDS.__contains__, c.lower))
    opening = next((claim.kind for claim in kept if claim.kind), "")
    if opening in ("civil", "regulatory"):
        civil_weight += _OPENS
    criminal = (
        _OPENS * (opening == "criminal") + weights["criminal"] + 0.1 * crime_words >= civil_weight + 0.1 * civil_words
    )
    if not weights["criminal"] and (civil_weight >= 0.7 or crime_words <= civil_words):
        criminal = False
    found = _prosecutions(c, kept, criminal, signs)
    accused = {e for p in found for e in p.b}
    found += _suits(c, kept, criminal, accused)
    found += _bankruptcies(kept)
    if not found:
        found += _heard(c, signs, crime_words, civil_words)
    _government(c, found)
    found.sort(key=lambda p: ((p.kind == "criminal") != criminal or p.kind == "other", p.token))
    return found


_OPENS = 1.0  # weight that the kind of the case told first has besides
_UNSURE = 0.6  # strength of the one sign of a prosecutor that may be that of the accused
_BLAMED = 1.5  # weight of accusations that even whoever is called a victim does not bear
_TOLD = 3  # words of procedure from which on an article whose judge is named tells a case
_TOLD_BY_LAWYER = 5  # and one that names only a lawyer or a witness


def _heard(c: Clauses, signs: list[Signs], crime_words: int, civil_words: int) -> list[Proceeding]:
    """Return the case of an article that names a judge or a lawyer of it but nobody on a side."""
    told = crime_words + civil_words
    least = _TOLD if any(s.get("judge") >= 0.9 for s in signs) else _TOLD_BY_LAWYER
    signs_of = ("judge",) if least == _TOLD else ("lawyer", "witness")
    officer = next(
        (
            e
            for e, s in enumerate(signs)
            if any(s.get(sign) >= 0.9 for sign in signs_of) and c.document.entities[e].mentions
        ),
        None,
    )
    if officer is None or told < least:
        return []
    token = c.first[c.document.entities[officer].mentions[0]]
    rule = "a judge is named" if least == _TOLD else "a lawyer is named"
    return [Proceeding("criminal" if crime_words > civil_words else "civil", token=token, rule=rule)]


_AGENCY_TOO = frozenset(("was charged", "charged X", "was accused", "charged with", "charged were X"))


def _as_regulatory(claims: list[Claim]) -> list[Claim]:
    """Read `was charged` as the agency's action where an agency charges and nothing else tells of a prosecution."""
    agency = next((claim for claim in claims if claim.kind == "regulatory" and claim.a), None)
    if agency is None or any(claim.kind == "criminal" and claim.rule not in _AGENCY_TOO for claim in claims):
        return claims
    return [
        Claim("regulatory", claim.a or agency.a[:1], claim.b, claim.token, claim.rule, claim.weight)
        if claim.kind == "criminal"
        else claim
        for claim in claims
    ]


def _is_accused_lawyer(s: Signs, blamed: float) -> bool:
    """Tell whether an officer by title is himself the accused (`attorney Roe, who robbed clients, pleaded guilty`)."""
    if s.get("judge") >= 0.9 or s.get("prosecutor") >= 0.9:
        return False
    return blamed > _BLAMED or (blamed >= 1 and not s.clients and s.side is None and s.get("lawyer") <= 1)


def _of_clients(claim: Claim, signs: list[Signs]) -> Claim:
    """Read a suit that a lawyer files as that of the clients."""
    if not any(signs[e].get("lawyer") >= 0.9 and signs[e].clients for e in claim.a):
        return claim
    a = tuple(x for e in claim.a for x in (signs[e].clients if signs[e].get("lawyer") >= 0.9 else (e,)))
    return Claim(claim.kind, tuple(e for e in a if e not in claim.b), claim.b, claim.token, claim.rule, claim.weight)


def _without(claim: Claim, officers: set[int], c: Clauses) -> Claim | None:
    a = tuple(e for e in claim.a if e not in officers or c.kinds[e] != "person")
    b = tuple(e for e in claim.b if e not in officers and e not in claim.a)
    if not a and not b:
        return None
    return Claim(claim.kind, a, b, claim.token, claim.rule, claim.weight)


def _prosecutions(c: Clauses, claims: list[Claim], criminal: bool, signs: list[Signs]) -> list[Proceeding]:
    first: dict[int, Claim] = {}
    strength: dict[int, float] = defaultdict(float)
    companions: dict[int, set[int]] = defaultdict(set)
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind != "criminal" and not (
            claim.kind in ("", "plea") and criminal and not claim.rule.startswith(("settlement", "agreed"))
        ):
            continue
        for e in claim.b:
            if c.kinds[e] in ("person", "organization"):
                first.setdefault(e, claim)
                strength[e] += claim.weight
                companions[e].update(claim.b)
                told[e].append(claim)
    accused = [e for e in first if strength[e] >= (0.5 if c.kinds[e] == "person" else 0.8)]
    accused = [e for e in accused if signs[e].get("victim") < 0.8 or strength[e] > 0.8]
    if not accused:
        return []
    main = Proceeding("criminal", token=first[accused[0]].token, rule=first[accused[0]].rule)
    lead = max(accused, key=lambda e: strength[e] + 0.3 * len(c.document.entities[e].mentions))
    linked = _linked(c, lead, accused, companions)
    found = [main]
    apart: list[int] = []
    for e in accused:
        own = signs[e].rules.get("witness", "") in _WITNESSES and e != lead
        if own or (e not in linked and _tried_apart(c, e, told[e])):
            apart.append(e)
        else:
            main.b[e] = first[e].rule
            main.weight += strength[e]
    main.token, main.rule = min((first[e].token, first[e].rule) for e in main.b)
    tried: dict[int, int] = {}
    for e in apart:
        tried[e] = min((tried[x] for x in companions[e] if x in tried), default=len(found))
        if tried[e] < len(found):
            found[tried[e]].b[e] = first[e].rule
        else:
            alone = Proceeding("criminal", b={e: first[e].rule}, token=first[e].token, rule=first[e].rule)
            alone.weight = strength[e]
            found.append(alone)
    return found + _further_cases(c, accused, told, main)


_WITNESSES = frozenset(("the witness is X", "as a witness", "is a witness"))
_FURTHER = re.compile(
    r"\b(?:separate|another|unrelated|different)(?:ly)? (?:\w+ )?(?:case|trial|indictment|prosecution|proceeding)\b"
    r"|\bunrelated (?:\w+ )?(?:conviction|arrest|charges?)\b|\bfirst brush with\b",
    re.I,
)
# Words of one case that goes on over the years, so that its own past is no other case.
_GOES_ON = re.compile(
    r"\bappeal|\boverturn|\bretrial|\bre-?tried|\bnew trial|\breinstat|\bupheld|\bclemency|\bparole|\bexonerat|\bvacat|"
    r"\bfreed\b|\bexecut|\bre-?sentenc|\bpardon|\bserving\b",
    re.I,
)
_MOST_FURTHER = 5  # cases that one article sets apart from the main one
_LONG_AGO = 400  # days before the article


def _further_cases(c: Clauses, accused: list[int], told: dict[int, list[Claim]], main: Proceeding) -> list[Proceeding]:
    """Return the cases that a sentence sets apart by its words for those who are accused in the main one too."""
    found: dict[int, Proceeding] = {}
    further: dict[int, bool] = {}
    long_ago: dict[int, bool] = {}
    text = c.document.article.text
    for e in accused:
        reached = _stage_of_lead(c, told[e])
        for claim in told[e][1:] if e in main.b else ():
            number = c.sentence_of[claim.token]
            if number not in further:
                sentence = c.document.sentences[number]
                further[number] = _FURTHER.search(text, sentence.start, sentence.end) is not None
            other = further[number]
            # A stage that the case of the lead has not passed yet is of an earlier one.
            if not other and number >= _LEAD and 0 < reached <= _STAGES.get(claim.rule, 0):
                if number not in long_ago:
                    long_ago[number] = _is_long_ago(c, c.document.sentences[number])
                other = long_ago[number]
            if other:
                p = found.setdefault(number, Proceeding("criminal", token=claim.token, rule="separate case"))
                p.b.update(dict.fromkeys((x for x in claim.b if x in accused), "separate case"))
    apart = [p for number, p in found.items() if further[number]][:_MOST_FURTHER]
    past = [p for number, p in found.items() if not further[number]][:1]
    return apart + (past if past and not _GOES_ON.search(text) else [])


def _is_long_ago(c: Clauses, sentence: Sentence) -> bool:
    """Tell whether the dates of a sentence are all over long before the article."""
    published, dates = c.document.article.published_on, c.document.dates
    at = bisect_left(dates, sentence.start, key=lambda span: span.start)
    ends = []
    while at < len(dates) and dates[at].start < sentence.end:
        ends += [dates[at].date_end] if dates[at].date_end else []
        at += 1
    return published is not None and bool(ends) and all((published - end).days > _LONG_AGO for end in ends if end)


_LEAD = 3  # sentences
_STAGES = {
    **dict.fromkeys(("was arrested", "was charged"), 1),
    **dict.fromkeys(("pleaded guilty", "admits an offence"), 2),
    **dict.fromkeys(("was convicted", "found guilty"), 3),
    **dict.fromkeys(("was sentenced", "was jailed", "serves a sentence"), 4),
}


def _stage_of_lead(c: Clauses, told: list[Claim]) -> int:
    """Return the latest stage that the claims of the lead tell, 0 where it tells none."""
    return max((_STAGES.get(claim.rule, 1) for claim in told if c.sentence_of[claim.token] < _LEAD), default=0)


_DECIDED = frozenset(
    {
        *("pleaded guilty", "was sentenced", "was convicted", "sentenced X", "convicted X"),
        *("serves a sentence", "was indicted", "found guilty"),
    }
)


_LIST_GLUE = frozenset(("and", ",", "&", "mr", "ms", "."))


def _linked(c: Clauses, lead: int, accused: list[int], companions: dict[int, set[int]]) -> set[int]:
    """Return the accused who stand in one list with the lead, directly or through others."""
    pairs: set[tuple[int, int]] = set()
    mentions = c.document.mentions
    for m in range(1, len(mentions)):
        low, high = c.last[m - 1], c.first[m]
        between = c.lower[low + 1 : high]
        if high - low <= 4 and ("and" in between or "," in between) and all(w in _LIST_GLUE for w in between):
            pairs.add((mentions[m - 1].entity, mentions[m].entity))
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other in (*pairs, *((e, x) for e, others in companions.items() for x in others)):
        beside[one].add(other)
        beside[other].add(one)
    linked, waiting, known = {lead}, [lead], set(accused)
    while waiting:
        found = [x for x in beside[waiting.pop()] if x in known and x not in linked]
        linked.update(found)
        waiting += found
    return linked


def _tried_apart(c: Clauses, e: int, told: list[Claim]) -> bool:
    """Tell whether an accused has a case of his own: judged alone, and not called a co-defendant."""
    if not any(claim.rule in _DECIDED for claim in told):
        return False
    for m in c.document.entities[e].mentions:
        before = c.lower[max(0, c.first[m] - 4) : c.first[m]]
        if any(
            w in ("co-defendant", "co-defendants", "accomplice", "co-accused", "defendant", "defendants")
            for w in before
        ):
            return False
    return True


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
        """Put the entities of a claim on the sides of a suit."""
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


def _suits(c: Clauses, claims: list[Claim], criminal: bool, accused: set[int]) -> list[Proceeding]:
    suits = _Suits()
    loose: list[Claim] = []
    for claim in claims:
        if claim.kind not in ("civil", "regulatory", "dispute") and not (claim.kind == "" and not criminal):
            continue
        if claim.a and claim.b and claim.kind != "dispute":
            _place(suits, claim)
        else:
            loose.append(claim)
    # The surest first: in `the Roe trial` Roe may stand on either side, so that `found liable` and `awarded` decide.
    for claim in sorted(loose, key=lambda claim: -claim.weight):
        if claim.kind != "dispute":
            _attach(suits, claim, criminal, accused)
    for claim in loose:
        if claim.kind == "dispute":
            _dispute(suits, claim)
    return suits.found


def _crossed(p: Proceeding, claim: Claim) -> bool:
    """Tell whether an entity of the claim stands on the other side of a suit."""
    return any(e in p.b for e in claim.a) or any(e in p.a for e in claim.b)


def _place(suits: _Suits, claim: Claim) -> None:
    for p in suits.standing(claim):
        if not _crossed(p, claim):
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
    fitting = (p for p in (suits.of_kind[claim.kind] if criminal else suits.found) if not _crossed(p, claim))
    p = next(fitting, None)
    if p:
        suits.join(p, claim)
    elif not criminal or (claim.kind and (claim.weight >= 0.7 or not all(e in accused for e in claim.b))):
        suits.open(claim.kind or "civil", claim)


def _bankruptcies(claims: list[Claim]) -> list[Proceeding]:
    found: dict[int, Proceeding] = {}
    for claim in claims:
        if claim.kind == "other":
            for e in claim.a:
                p = found.setdefault(e, Proceeding("other", token=claim.token, rule=claim.rule))
                p.a[e] = claim.rule
                p.weight += claim.weight
    return list(found.values())


def _government(c: Clauses, found: list[Proceeding]) -> None:
    """Settle who the plaintiff is where the United States or its Justice Department acts in a civil case."""
    entities = c.document.entities
    state = next((e for e, x in enumerate(entities) if UNITED_STATES.match(x.name)), -1)
    justice = [e for e, x in enumerate(entities) if is_justice(x.name)]
    if not justice:
        return
    for p in found:
        if p.kind != "civil" or any(e != state and e not in justice and c.kinds[e] != "person" for e in p.a) or not p.b:
            continue
        if state in p.b or any(e in p.b for e in justice):
            continue
        if not p.a and state < 0:
            p.a.update(dict.fromkeys(_acting(c, justice), "the department acts"))
        if state >= 0 and (state in p.a or _acts(c, state)):
            for e in justice:
                p.a.pop(e, None)
            p.a = {state: p.a.get(state, "the United States acts"), **p.a}
        return


def _acts(c: Clauses, state: int) -> bool:
    """Tell whether the United States is named as more than a place."""
    return any(c.head(m)[2] not in PLACES for m in c.document.entities[state].mentions)


def _acting(c: Clauses, justice: list[int]) -> list[int]:
    """Return the department where it is told to sue, settle or file."""
    for k, word in enumerate(c.lower):
        if word in GOVERNMENT_ACTS and c.entity_at[k] < 0:
            found = [e for e in c.subjects(k) if e in justice]
            if found:
                return found[:1]
    return []
