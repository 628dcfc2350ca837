"""Gather accusations into prosecutions: who is tried together, who apart, and which other cases the accused has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from legalnews_dataset.documents.document import Sentence
from legalnews_dataset.records.claims import Claim, Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.signs import Signs


def find_prosecutions(c: Clauses, claims: list[Claim], criminal: bool, signs: list[Signs]) -> list[Proceeding]:
    """Return the prosecutions that the claims tell, the main one first."""
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
