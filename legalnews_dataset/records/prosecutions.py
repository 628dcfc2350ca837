"""Gather accusations into prosecutions: who is tried together, who apart, and which other cases the accused has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import date
from itertools import islice

from legalnews_dataset.records.claims import Claim, Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.referents import chars_of
from legalnews_dataset.records.signs import Signs


def find_prosecutions(c: Clauses, claims: list[Claim], criminal: bool, signs: list[Signs]) -> list[Proceeding]:
    """Return the prosecutions that the claims tell, the main one first."""
    first: dict[int, Claim] = {}
    strength: dict[int, float] = defaultdict(float)
    companions: dict[int, set[int]] = defaultdict(set)
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind != "criminal" and not (
            claim.kind in ("", "plea") and criminal and not claim.rule.startswith(("settle", "agreed"))
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
    opening = first[accused[0]].token
    lead = max(
        accused,
        key=lambda e: (
            min(strength[e], _CERTAIN)
            + 0.3 * len(c.document.entities[e].mentions)
            + (c.sentence_of[first[e].token] <= c.sentence_of[opening])
            - _CERTAIN * all(_is_background(c, claim.token) for claim in told[e])
        ),
    )
    linked = _linked(c, lead, accused, companions)
    found = [main]
    apart: list[int] = []
    for e in accused:
        own = signs[e].rules.get("witness", "") in _WITNESSES and e != lead
        told_apart = e != lead and all(_sets_apart(c, claim.token) for claim in told[e])
        if told_apart and lead in companions[e]:
            continue  # the further case of the lead has both
        if own or told_apart or (e not in linked and _tried_apart(c, e, told[e])):
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


def _is_background(c: Clauses, token: int) -> bool:
    """Tell whether a step is told as one taken before (`was previously sentenced`)."""
    return not _BEFORE.isdisjoint(c.lower[max(c.span(token)[0], token - 4) : token])


_BEFORE = frozenset("previously earlier already prior previous past".split())
_CERTAIN = 2.0  # weight of accusations that makes nobody more than an accused
_WITNESSES = frozenset(("the witness is X", "as a witness", "is a witness"))
_FURTHER = re.compile(
    r"\b(?:prosecuted|tried|charged|jailed) separately\b|\bseparately (?:prosecuted|tried|charged|jailed)\b|"
    r"\b(?:separate|another|unrelated|different)(?:ly)? (?:\w+ )?(?:case|trial|indictment|prosecution|proceeding)\b"
    r"|\btried separately\b|\bunrelated (?:\w+ ){0,3}(?:conviction|arrest|charges?)\b|\bfirst brush with\b"
    r"|\balso (?:awaiting|on|stand(?:s|ing)?|faces?|facing|go(?:es|ing)? on) trial\b"
    r"|\balso (?:faces|facing|wanted on) (?:\w+ ){0,2}charges in [A-Z]",
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
_YEARS_AGO = 1000  # days from which one sentence is no part of the other that the lead tells
_NOT_NOW = 60  # days before an article whose lead tells of a charge or a trial, from which a verdict is another one's
_JUST_NOW = 14  # and a sentence


def _further_cases(c: Clauses, accused: list[int], told: dict[int, list[Claim]], main: Proceeding) -> list[Proceeding]:
    """Return the cases that a sentence sets apart by its words for those who are accused in the main one too."""
    found: dict[int, Proceeding] = {}
    further: dict[int, bool] = {}
    text, sentences = c.document.article.text, c.document.sentences
    today = c.document.article.published_on or _latest(c)
    for e in accused:
        lead = {claim.rule for claim in told[e] if c.sentence_of[claim.token] < _LEAD} or _recent(c, told[e], today)
        for claim in told[e][1:] if e in main.b else ():
            number = c.sentence_of[claim.token]
            if number not in further:
                further[number] = _sets_apart(c, claim.token)
            if further[number] or (number >= _LEAD and _is_past(c, lead, claim, today)):
                p = found.setdefault(number, Proceeding("criminal", token=claim.token, rule="separate case"))
                p.b.update(dict.fromkeys((x for x in claim.b if x in accused), "separate case"))
    apart = [p for number, p in found.items() if further[number]][:_MOST_FURTHER]
    past = [p for number, p in found.items() if not further[number]][:1]
    return apart + (past if past and not _GOES_ON.search(text, 0, sentences[:_LEAD][-1].end) else [])


def _sets_apart(c: Clauses, token: int) -> bool:
    """Tell whether the words of a token's sentence set its case apart from that of the article."""
    return _FURTHER.search(c.document.article.text, *chars_of(c, token)) is not None


def _is_past(c: Clauses, lead: set[str], claim: Claim, today: date | None) -> bool:
    """Tell whether a step is one of an earlier case: dated long ago, and not yet passed in the case of the lead."""
    reached, stage = max((_STAGES.get(rule, 1) for rule in lead), default=0), _STAGES.get(claim.rule, 0)
    under_way = bool(lead) and lead <= _UNDER_WAY
    if under_way and (_is_served(c, claim) or (stage >= 3 and _is_background(c, claim.token))):
        return True
    days = _days_before(c, claim.token, today)
    if days is None:
        return False
    if stage == 1:
        return 0 < reached <= 1 and days > _LONG_AGO and _ends_well(c, claim.token)
    if under_way and stage >= _STAGES["was convicted"]:
        return days > (_JUST_NOW if stage > _STAGES["was convicted"] else _NOT_NOW)
    decided = reached >= _STAGES["was jailed"]
    return 0 < reached <= stage and days > (_YEARS_AGO if decided else _LONG_AGO)


def _recent(c: Clauses, told: list[Claim], today: date | None) -> set[str]:
    """Return the steps that no old date is told of, where they are those of a case under way."""
    days = ((x.rule, _days_before(c, x.token, today)) for x in told)
    found = {rule for rule, gone in days if gone is None or gone <= _LONG_AGO}
    return found if found <= _UNDER_WAY else set()


def _is_served(c: Clauses, claim: Claim) -> bool:
    """Tell whether a sentence is over (`he served four years for robbery`, `after serving five years`)."""
    if claim.rule != "serves a sentence":
        return False
    before = c.lower[max(0, claim.token - 2) : claim.token]
    over = c.lower[claim.token] in ("served", "spent") or before[-1:] == ["after"]
    return over and not {"has", "have", "had", "being"}.intersection(before)


def _days_before(c: Clauses, token: int, today: date | None) -> int | None:
    """Return how many days before the article the date of a step ends, None where it has none.

    The date is that which opens the sentence, or the first one close behind that no `for` parts from it (`found guilty
    of a fraud in 2009` tells the date of the verdict, `found guilty for a shooting in 2009` does not).
    """
    tokens, (first, last) = c.document.tokens, c.span(token)
    if today is None:
        return None
    when = next((k for k in range(first, token) if c.lower[k] == "when"), -1)
    at = bisect_left(c.document.dates, tokens.starts[first], key=lambda span: span.start)
    for span in islice(c.document.dates, at, None):
        if span.start >= tokens.ends[last - 1]:
            break
        k = bisect_left(tokens.ends, span.start + 1)
        opens = k <= first + 1 or 0 < when - k <= 2  # `since 2019, when he was arrested`
        if span.date_end and (opens or (token < k < token + _NEAR and not _is_parted(c.lower[token:k]))):
            return (today - span.date_end).days
    return None


def _latest(c: Clauses) -> date | None:
    """Return the last day that the article tells of, for one whose own day is not known."""
    return max((span.date_end for span in c.document.dates if span.date_end), default=None)


_NEAR = 9  # tokens


def _is_parted(words: list[str]) -> bool:
    """Tell whether a word of these parts a step from its date; `for 18 months` only tells how long."""
    for k, w in enumerate(words):
        if w in _PARTS and not (w == "for" and words[k + 2 : k + 3] and words[k + 2] in _TERMS):
            return True
    return False


_TERMS = frozenset("years months weeks days year month".split())
_PARTS = frozenset("for since from during after when where who which while".split())


def _ends_well(c: Clauses, token: int) -> bool:
    """Tell whether the sentence of an arrest or the next one tells that nothing came of it."""
    number, sentences = c.sentence_of[token], c.document.sentences
    last = sentences[min(number + 1, len(sentences) - 1)].last
    return not _CAME_TO_NOTHING.isdisjoint(c.lower[token:last])


_CAME_TO_NOTHING = frozenset("dismissed dropped acquitted sealed cleared".split())
_LEAD = 3  # sentences
_STAGES = {
    **dict.fromkeys(("was arrested", "was charged"), 1),
    **dict.fromkeys(("pleaded guilty", "admits an offence"), 2),
    **dict.fromkeys(("was convicted", "found guilty", "was acquitted", "was cleared"), 3),
    **dict.fromkeys(("was sentenced", "was jailed", "serves a sentence", "sentence for X", "to punish X"), 4),
}
# What the lead tells of a case that is not decided yet.
_UNDER_WAY = frozenset(
    (
        "was arrested",
        "was charged",
        "was held",
        "faces charges",
        "comes to court",
        "surrendered",
        "in custody",
        "on trial",
        "trial of X",
        "X's trial",
        "X trial",
        "was tried",
        "was arraigned",
        "denies charges",
        "in the dock",
    )
)


_DECIDED = frozenset(
    {
        *("pleaded guilty", "was sentenced", "was convicted", "sentenced X", "convicted X"),
        *("serves a sentence", "was indicted", "found guilty", "was jailed"),
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


# A lead that tells of several accused at once, and words of a later sentence that single one of them out after all.
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|[2-9]|1\d) (?:[\w’'-]+ ){0,4}?"
    r"(?:men|women|people|\w+s)\b(?: [\w,’'-]+){0,12}? (?:were|was|have|has|are|pleaded|went|appeared|face|faced)\b"
    r"|\b(?:pair|duo|trio|couple|gang)\b|\band an? (?:[\w’'-]+ ){1,12}(?:were|have|are|pleaded)\b",
    re.I,
)
_MARKED = re.compile(
    r"\b(?:another|separate(?:ly)?|previously|earlier|already|previous|later|last (?:week|month|year)|meanwhile|"
    r"tried|(?:second|third|fourth|fifth|other) (?:\w+ ){0,2}(?:man|woman|defendant|suspect|officer|employee)s?)\b"
    r"|\bha(?:s|ve|d) (?:been (?:sentenced|convicted)|ple(?:d|aded))\b"
    r"|\b(?:in|on) (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)",
    re.I,
)


def _tells_of_several(c: Clauses) -> bool:
    """Tell whether the first sentence tells of several accused."""
    return _SEVERAL.search(c.document.article.text, *chars_of(c, 0)) is not None


def _is_marked(c: Clauses, token: int) -> bool:
    """Tell whether the sentence of a token singles its accused out."""
    return _MARKED.search(c.document.article.text, *chars_of(c, token)) is not None


def _tried_apart(c: Clauses, e: int, told: list[Claim]) -> bool:
    """Tell whether an accused has a case of his own: judged alone, and not called a co-defendant."""
    if not any(claim.rule in _DECIDED for claim in told):
        return False
    if _tells_of_several(c) and not any(_is_marked(c, claim.token) for claim in told):
        return False
    for m in c.document.entities[e].mentions:
        before = c.lower[max(0, c.first[m] - 4) : c.first[m]]
        if any(
            w in ("co-defendant", "co-defendants", "accomplice", "co-accused", "defendant", "defendants")
            for w in before
        ):
            return False
    return True
