"""Cast the entities of a document in roles: the sides of each case first, then its officers, witnesses and helpers."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from legalnews_dataset.documents.document import Document
from legalnews_dataset.documents.literals import places_of
from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.named_kinds import is_court, is_media
from legalnews_dataset.records.proceedings import is_officer
from legalnews_dataset.records.representation import bodies_after, firms_of, side_of
from legalnews_dataset.records.signs import Signs, is_law_office, is_title
from legalnews_dataset.records.story import Party

# Standing paragraphs at the end of a press release (codebook, ground rule 6).
_FURNITURE = re.compile(
    r"\b(?:[Aa]nyone with information|(?:asked|urged) to (?:call|contact)|"
    r"information (?:about|on|regarding)|[Ww]eb ?sites?|[Hh]otline|Tip Line|toll-free|"
    r"please (?:visit|call|contact)|"
    r"www\.|Project Safe|Task Force|in the past (?:decade|\d+ years)|[Oo]ver the past|is committed to|top priority|"
    r"high priority|enforcement efforts|initiative|alphabetical list|has obtained (?:hundreds|injunctions|more than)|"
    r"contact the|contact HUD|presumed innocent|Dirty Dozen)\b"
)
# A piece of each of them, found many times faster than the pattern.
_MARKS = (
    *(
        "nformation",
        "asked to c",
        "urged to c",
        "nformation ",
        "site",
        "otline",
        "Tip Line",
        "toll-free",
        "please ",
        "contact",
        "www.",
        "Project Safe",
    ),
    *("Task Force", "he past", "is committed to", "priority", "enforcement efforts", "initiative"),
    *("alphabetical list", "has obtained ", "presumed innocent", "Dirty Dozen"),
)
# Bodies of a national government; those of cities and counties are sued by it.
_NATIONAL = re.compile(
    r"^(?!.*\b(?:County|City|Police|Sheriff|Corrections|School|Fire)\b).*"
    r"\b(?:Department$|Department of (?!Public)|Agency$|Administration$|United States$|[Gg]overnment$|Home Office$|"
    r"Pentagon$)"
)
_FIRST = 20  # of those on the sides
_OF_CITY = re.compile(r"^(?:City )?Law Department|Corporation Counsel|\b(?:City|Town|Village) Attorney")
_LOCAL = re.compile(r"\bDistrict Attorney|State(?:'|’)s Attorney|Prosecutor(?:'|’)?s(?:'|’)? Office")
_TITLE_END = frozenset(
    "attorney attorneys general chief counsel agent agents director deputy prosecutor prosecutors".split()
)


_TESTIFIES = 0.7  # strength of the sign of a witness from which a victim is one too


def cast_roles(c: Clauses, proceedings: list[Proceeding], signs: list[Signs], furniture: set[int]) -> list[Party]:
    """Return one party for every role that an entity has in a proceeding."""
    rows: dict[tuple[int, int, str], Party] = {}
    if not proceedings:
        return []

    def add(case: int, e: int, role: str, rule: str, represents: tuple[int, ...] = ()) -> None:
        rows.setdefault((case, e, role), Party(case, e, role, represents, rule))

    for i, p in enumerate(proceedings):
        for e, rule in p.a.items():
            add(i, e, "plaintiff", rule)
        for e, rule in p.b.items():
            add(i, e, "defendant", rule)
    principal = {e: i for i, p in reversed(list(enumerate(proceedings))) for e in (*p.a, *p.b)}
    claimants = {e for p in proceedings for e in p.a}
    defendants = {e for p in proceedings for e in p.b}
    told = {c.sentence_of[p.token]: i for i, p in reversed(list(enumerate(proceedings)))}
    ruin = next((i for i, p in enumerate(proceedings) if p.kind == "other"), 0)
    for e, s in enumerate(signs):
        if c.kinds[e] == "place" or _only_in(c, e, furniture):
            continue
        accused_lawyer = s.get("lawyer") > 0 and not s.clients and e in defendants
        if e in principal and (accused_lawyer or not is_officer(s)):
            beside = _beside(proceedings[0], e, s, e in claimants)
            if beside:
                add(0, e, beside, s.rules.get(beside, "a claimant testifies"))
            continue
        found = _officer(c, proceedings, principal, e, signs, _told_with(c, told, ruin, e)) or _helper(
            c, e, s, principal, furniture, proceedings
        )
        if found:
            case, role, rule, represents = found
            add(case, e, role, rule, represents)
            for body, beside in _companions(c, e, s, role, principal):
                add(case, body, role if body != e else "witness", beside, represents)
    cast = {e for _, e, _ in rows}
    for e, s in enumerate(signs):
        if e not in cast and s.get("official") and s.get("speaks") and any(x in cast for x in s.body):
            add(0, e, "other", "official of X")
    return list(rows.values())


def _companions(c: Clauses, e: int, s: Signs, role: str, principal: dict[int, int]) -> list[tuple[int, str]]:
    """Return the bodies that have the role of their member, with the rule: a lawyer's firm, an officer's police.

    A victim who testifies is told again, as a witness.
    """
    if role == "victim" and s.get("witness") >= _TESTIFIES:
        return [(e, s.rules["witness"])]
    if role.endswith("attorney"):
        return [(firm, "law firm of a lawyer") for firm in sorted({*s.firm_of, *firms_of(c, e, principal)})]
    if not s.get("agent") or role != "other":
        return []
    bodies = (x for x in bodies_after(c, e) if c.kinds[x] == "government" and x not in principal)
    return [(x, "agency of an agent") for x in bodies if not _is_office(c, x)]


def _is_office(c: Clauses, e: int) -> bool:
    name = c.document.entities[e].name
    return is_law_office(name) or is_court(name)


def _beside(main: Proceeding, e: int, s: Signs, claims: bool) -> str:
    """Return what someone on a side of another case is in the main one: a witness, a victim or nothing.

    Whoever claims damages elsewhere and testifies here is the victim.
    """
    if main.kind != "criminal" or e in main.a or e in main.b:
        return ""
    if s.get("victim") >= 0.8 or (s.get("witness") >= 0.7 and claims):
        return "victim"
    return "witness" if s.get("witness") >= 0.7 else ""


Found = tuple[int, str, str, tuple[int, ...]]


def _told_with(c: Clauses, told: dict[int, int], ruin: int, e: int) -> int:
    """Return the case of an officer, a further one if he is first named in the sentence that tells it.

    `told` gives the case that each sentence tells first, `ruin` is the bankruptcy, where a bankruptcy judge sits.
    """
    mentions = c.document.entities[e].mentions
    if any("bankruptcy" in c.head(m)[0] for m in mentions):
        return ruin
    return told.get(c.sentence_of[c.first[mentions[0]]], 0) if mentions else 0


def _officer(
    c: Clauses, proceedings: list[Proceeding], principal: dict[int, int], e: int, signs: list[Signs], case: int
) -> Found | None:
    s = signs[e]
    main = proceedings[case]
    if s.get("friend"):
        return 0, "other", s.rules["friend"], ()
    if s.get("judge"):
        return case, "judge", s.rules["judge"], ()
    if s.get("prosecutor") >= 0.6:
        if main.kind == "criminal":
            return case, "prosecutor", s.rules["prosecutor"], ()
        return _of_government(c, proceedings, s.rules["prosecutor"], s)
    acts = s.side is not None or any(c.kinds[client] != "place" for client in s.clients)
    if s.get("lawyer") and (acts or s.get("victim") < 0.8):
        case, role, clients = side_of(c, proceedings, principal, e, signs)
        return case, role, s.rules["lawyer"], clients
    return None


def _of_government(c: Clauses, proceedings: list[Proceeding], rule: str, s: Signs, office: str = "") -> Found:
    """Return the role of a government's lawyer where the main case is a civil one.

    He acts on the side that a government stands on; a city is sued more often than it sues; a local prosecutor acts in
    the criminal case that the article tells beside it, and only tells of his own view where there is none.
    """
    main = proceedings[0]
    bodies = tuple(e for e in main.b if c.kinds[e] == "government")
    claims = any(c.kinds[e] in ("government", "place") for e in main.a)
    if not claims and (s.get("civic") or (office and _OF_CITY.search(office))):
        return 0, "defense_attorney", rule, bodies if len(bodies) == 1 else ()
    local = s.get("local") or _LOCAL.search(office)
    if main.a and not claims and local:
        tried = next((i for i, p in enumerate(proceedings) if p.kind == "criminal"), -1)
        return (tried, "prosecutor", rule, ()) if tried >= 0 else (0, "other", rule, ())
    sued = tuple(e for e in main.b if _NATIONAL.search(c.document.entities[e].name))
    if sued and not claims:
        return 0, "defense_attorney", rule, sued
    return 0, "plaintiff_attorney", rule, tuple(main.a)


def _helper(
    c: Clauses, e: int, s: Signs, principal: dict[int, int], furniture: set[int], proceedings: list[Proceeding]
) -> Found | None:
    entity = c.document.entities[e]
    main = proceedings[0]
    if entity.kind == "government" and is_law_office(entity.name):
        if _only_in_titles(c, e, furniture):
            return None
        if main.kind == "criminal":
            return 0, "prosecutor", "law office", ()
        return _of_government(c, proceedings, "law office", s, entity.name)
    if s.get("victim") >= 0.8 or (s.get("kin") and any(x in p.a for p in proceedings for x in s.body)):
        return 0, "victim", s.rules.get("victim", "kin of X sues"), ()
    if s.get("witness") >= 0.7:
        return 0, "witness", s.rules["witness"], ()
    if entity.kind == "government" and s.get("investigator"):
        return 0, "other", s.rules["investigator"], ()
    rule = _other(c, e, s, principal, proceedings)
    return (0, "other", rule, ()) if rule else None


def _of_bodies(c: Clauses, principal: dict[int, int]) -> bool:
    """Tell whether an organization is among the first on the sides."""
    return any(c.kinds[x] == "organization" for x in islice(principal, _FIRST))


def _other(c: Clauses, e: int, s: Signs, principal: dict[int, int], proceedings: list[Proceeding]) -> str:
    """Return the rule by which an entity takes part without a role of its own (codebook, `other`), empty for none."""
    entity = c.document.entities[e]
    for sign in ("spokesperson", "agent", "friend"):
        if s.get(sign):
            return s.rules[sign]
    if s.get("official"):
        if any(body in principal for body in s.body):
            return s.rules["official"]
        if not s.body and s.get("speaks") and _of_bodies(c, principal):
            return "official speaks"
    if s.get("run") and proceedings[0].kind == "criminal" and any(x in principal for x in s.body):
        return s.rules["run"]
    if s.get("doer") and c.kinds[e] == "person":
        return s.rules["doer"]
    if entity.kind == "government" and s.get("announces") and not is_court(entity.name):
        return s.rules["announces"]
    return s.rules["participant"] if s.get("participant") and not is_media(entity.name) else ""


def find_furniture(document: Document) -> set[int]:
    """Return the sentences that are standing text of a press release, which stands after its news."""
    text, sentences = document.article.text, document.sentences
    places = [place for mark in _MARKS if mark in text for place in places_of(text, mark)]
    marked = {bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1 for place in places}
    late = (i for i in marked if i >= len(sentences) // 3)
    return {i for i in late if _FURNITURE.search(text, sentences[i].start, sentences[i].end)}


def _only_in(c: Clauses, e: int, sentences: set[int]) -> bool:
    if not sentences:
        return False
    return all(c.sentence_of[c.first[m]] in sentences for m in c.document.entities[e].mentions)


def _only_in_titles(c: Clauses, e: int, furniture: set[int]) -> bool:
    """Tell whether a body is named only inside the titles of people (`Attorney General for the Civil Division`)."""
    for m in c.document.entities[e].mentions:
        if c.sentence_of[c.first[m]] in furniture:
            continue
        if not _in_title(c, m) and not _before_title(c, m):
            return False
    return True


def _before_title(c: Clauses, m: int) -> bool:
    """Tell whether a title follows the name of an office (`Tax Division Trial Attorneys Jane Roe and John Doe`)."""
    return is_title(c.lower[c.last[m] + 1 : c.last[m] + 4])


def _in_title(c: Clauses, m: int) -> bool:
    if c.head(m)[2] not in ("of", "for", "in", "from"):
        return False
    k = c.first[m] - 1
    start = c.span(c.first[m])[0]
    while k > start and c.lower[k] not in ("of", "for", "in", "from"):
        k -= 1
    before = k - 1
    if before < start:
        return False
    e = c.entity_at[before]
    return (e >= 0 and c.kinds[e] != "place") or c.lower[before] in _TITLE_END
