"""Read accusations told in plain words: who is held, admits an offence, is spared jail, comes before a court."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, doers, is_denied, is_passive
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import BE, LAWSUITS, OFFENCES, POSSESSIVES

_PUNISHMENTS = frozenset("sentence sentences jail prison probation behind years life months term".split())
_COURTS = frozenset("court magistrates judge dock".split())
_CUSTODY = frozenset("bail bond custody jail prison lock-up lockup".split())


def _accuse(c: Clauses, i: int, found: list[int], rule: str, weight: float, out: list[Claim], kind: str) -> None:
    people = tuple(e for e in found if c.kinds[e] == "person")
    if people:
        out.append(Claim(kind, (), people, i, rule, weight))


def admits(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X admitted 14 counts of theft`, `X confessed to the murder`."""
    end = min(c.span(i)[1], i + 8)
    for k in range(i + 1, end):
        w = c.lower[k]
        if w in OFFENCES or (k == i + 1 and w in _DEEDS):
            _accuse(c, i, doers(c, i), "admits an offence", 0.9 if w in OFFENCES else 0.6, out, "criminal")
            return
        if w in ("that", "he", "she", "they", "it", ",", "'s"):
            return


_DEEDS = frozenset(
    "stealing killing taking attacking raping defrauding bribing embezzling laundering smuggling dealing".split()
)


def given(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was given a suspended sentence`, `X was handed a life term`, `X got two years`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 8)]
    if not _PUNISHMENTS.intersection(window) or not (c.lower[i] == "got" or is_passive(c, i)):
        return
    years = window[0][:1].isdigit() and window[1:2] in (["years"], ["months"])
    if c.lower[i] == "got" and not (years or {"sentence", "jail", "prison", "probation"}.intersection(window)):
        return
    if years or {"sentence", "sentences", "jail", "prison", "probation", "life", "behind"}.intersection(window):
        _accuse(c, i, doers(c, i), "was sentenced", 0.8, out, "criminal")


def goes_to_prison(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X went to prison for extortion`, `X was sent down for 15 years`, `X was locked up`, `X was put away`."""
    window = c.lower[i + 1 : i + 4]
    sent = c.lower[i] == "went" or is_passive(c, i)
    to_prison = window[:1] == ["to"] and not _PRISONS.isdisjoint(window[1:])
    if sent and (to_prison or (c.lower[i], *window[:1]) in _AWAY) and not is_denied(c, i):
        _accuse(c, i, doers(c, i), "was jailed", 0.8, out, "criminal")


_AWAY = frozenset((("sent", "down"), ("put", "away"), ("sent", "away"), ("locked", "up")))
_PRISONS = frozenset("prison jail penitentiary".split())


def did_time(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X did 7 years for robbery`, `X did time for theft`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 8)]
    term = window[:1] == ["time"] or window[1:2] in (["years"], ["months"])
    if term and not {"for", "upstate", "inside", "behind", "prison", "jail"}.isdisjoint(window):
        _accuse(c, i, c.subjects(i), "serves a sentence", 0.7, out, "criminal")


def in_the_dock(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `With him in the dock were X and Y`, `X and Y hugged in the dock`."""
    lower, (start, end) = c.lower, c.span(i)
    if lower[i - 2 : i] != ["in", "the"]:
        return
    be = next((k for k in range(i + 1, min(end, i + 9)) if lower[k] in ("were", "was", "are", "is", "stood")), 0)
    if lower[start] in ("with", "alongside", "beside") and be:
        beside = c.objects(start, 4)
        _accuse(c, i, [*beside, *(e for e in c.objects(be) if e not in beside)], "in the dock", 0.9, out, "criminal")
        return
    verb = next((k for k in range(i - 3, max(start, i - 6), -1) if c.entity_at[k] < 0 and lower[k] in _IN_DOCK), 0)
    if verb:
        _accuse(c, i, c.subjects(verb), "in the dock", 0.8, out, "criminal")


_IN_DOCK = frozenset(
    """
    stood sat hugged wept cried sobbed embraced smiled smirked grinned yawned laughed collapsed trembled standing
    sitting shook bowed
    """.split()
)


def must_serve(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was told he must serve 20 years`, `X will serve at least five years`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 8)]
    told = c.lower[i - 1] in ("must", "will", "would") and {"years", "months", "life"}.intersection(window)
    if told and window[0] not in ("as", "on", "in", "for"):
        _accuse(c, i, c.subjects(i), "was sentenced", 0.7, out, "criminal")


def spared(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was spared jail`, `X avoided prison`, `X walked free from court`."""
    if {"jail", "prison", "free", "custody"}.intersection(c.lower[i + 1 : i + 4]):
        _accuse(c, i, doers(c, i), "spared jail", 0.8, out, "criminal")


def held(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was held on $5,000 bail`, `X is being held in the county jail`, `X was released on bail`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 9)]
    if (
        is_passive(c, i)
        and _CUSTODY.intersection(window)
        and window[0] in ("on", "in", "without", "at", "into", "from")
    ):
        _accuse(c, i, doers(c, i), "was held", 0.6, out, "criminal")


def behind_bars(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X is in jail`, `X is behind bars`, `X was in custody`."""
    before = c.lower[i - 1]
    if not (before == "in" or (c.lower[i] == "bars" and before == "behind")):
        return
    k = i - 2
    while k > c.span(i)[0] and c.lower[k] in ("now", "currently", "already", "still", "being", "held", "put"):
        k -= 1
    if c.lower[k] in BE and c.lower[i + 1 : i + 2] not in (["officials"], ["officers"]):
        _accuse(c, i, c.subjects(k + 1), "in custody", 0.6, out, "criminal")


def comes_to_court(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X appeared before magistrates`, `X is due in court`, `X was hauled into court`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 7)]
    if not _COURTS.intersection(window) or not window or window[0] not in ("in", "at", "before", "back", "into", "to"):
        return
    _accuse(c, i, doers(c, i), "comes to court", 0.5, out, "")


def checks_in(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X checked into jail`, `X reported to prison`."""
    window = c.lower[i + 1 : i + 6]
    if window[:1] in (["into"], ["to"]) and {"jail", "prison"}.intersection(window):
        _accuse(c, i, doers(c, i), "in custody", 0.6, out, "criminal")


def surrenders(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X surrendered to police`, `X turned himself in`."""
    window = c.lower[i + 1 : i + 4]
    gives_up = c.lower[i] == "surrendered" and {"police", "authorities", "federal", "fbi", "in"}.intersection(window)
    if gives_up or ({"himself", "herself", "themselves"}.intersection(window[:1]) and "in" in window):
        _accuse(c, i, c.subjects(i), "surrendered", 0.7, out, "criminal")


def cops_plea(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X copped a plea`, `X entered a guilty plea`, `X changed his plea to guilty`."""
    if {"for", "behalf"}.intersection(c.lower[i + 1 : min(c.span(i)[1], i + 10)]):
        return
    if {"plea", "guilty"}.intersection(c.lower[i + 1 : i + 6]) or (c.lower[i] == "copped" and c.word(i + 1) == "to"):
        _accuse(c, i, doers(c, i), "pleaded guilty", 1.0, out, "criminal")


def hit(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was hit with murder charges`, `X has been slapped with a lawsuit`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 9)]
    if not is_passive(c, i):
        a, b = c.subjects(i), c.objects(i, 5)
        if a and "with" in window and not LAWSUITS.isdisjoint(window):
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "hit X with a lawsuit", 0.8))
        return
    if window[:1] != ["with"]:
        return
    if {"charges", "charge", "counts", "count", "rap", "raps", "indictment"}.intersection(window):
        _accuse(c, i, doers(c, i), "hit with charges", 0.9, out, "criminal")
    elif not LAWSUITS.isdisjoint(window) and c.subjects(i):
        out.append(Claim("civil", (), tuple(c.subjects(i)), i, "hit with a lawsuit", 0.8))


def called_accused(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `the defendant, X,`, `accused killer X`, `co-defendant X`: a noun that accuses whom it stands before."""
    k = i + 1
    named = k < len(c.lower) and c.entity_at[k] >= 0
    if not named and c.lower[k : k + 1] == [","] and c.lower[i - 1] not in (",", "and"):
        k += 1
        named = k < len(c.lower) and c.entity_at[k] >= 0
    if not named or c.sentence_of[k] != c.sentence_of[i] or c.kinds[c.entity_at[k]] != "person":
        return
    if c.first[c.mention_at[k]] != k or c.lower[c.last[c.mention_at[k]] + 1 : c.last[c.mention_at[k]] + 2] in (
        ["'s"],
        ["’s"],
    ):
        return
    if k == i + 2 and c.word(c.last[c.mention_at[k]] + 1) not in (",", "(", "and", "who"):
        return
    kind = "" if c.lower[i].endswith(("defendant", "defendants")) else "criminal"
    many = (
        [e for e in c.objects(k - 1, 2) if c.kinds[e] == "person"] if c.lower[i] in ("defendants", "suspects") else []
    )
    out.append(Claim(kind, (), tuple(many) or (c.entity_at[k],), i, "called an accused", 0.7))


def client(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `his client X`, `her clients, X and Y`: in a prosecution they are the accused."""
    k = i + 1 + (c.lower[i + 1 : i + 2] == [","])
    if c.lower[i - 1] in ("his", "her", "their") and k < len(c.lower) and c.entity_at[k] >= 0:
        _accuse(c, i, c.objects(k - 1, 4), "a lawyer's client", 0.6, out, "")


def defends(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `Roe is defending X`: in a prosecution X is the accused."""
    if c.lower[i - 1] in ("is", "are", "was", "who", "which"):
        _accuse(c, i, [e for e in c.objects(i) if e not in c.subjects(i)], "is defended", 0.6, out, "")


def lead_plaintiff(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `the lead plaintiff, X`, `X is the lead plaintiff`, `plaintiff X`."""
    k = i + 1 + (c.lower[i + 1 : i + 2] == [","])
    k += c.lower[k : k + 1] == ["the"]
    if k < len(c.lower) and c.sentence_of[k] == c.sentence_of[i] and c.entity_at[k] >= 0:
        after = c.last[c.mention_at[k]] + 1
        if c.first[c.mention_at[k]] == k and c.word(after) not in POSSESSIVES and c.kinds[c.entity_at[k]] != "place":
            listed = c.objects(k - 1, 2) if c.lower[i] == "plaintiffs" else []
            out.append(Claim("civil", tuple(listed) or (c.entity_at[k],), (), i, "called a plaintiff", 0.8))
        return
    start = c.span(i)[0]
    if c.lower[i - 3 : i] == ["one", "of", "the"] and i - 5 > start and c.lower[i - 4] == ",":
        k = i - 7 if c.lower[i - 5].isdigit() and c.lower[i - 6] == "," else i - 5
        if c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] != "place":
            out.append(Claim("civil", (c.entity_at[k],), (), i, "called a plaintiff", 0.8))
        return
    for k in range(i - 1, max(start, i - 6), -1):
        if c.entity_at[k] >= 0:
            return
        if c.lower[k] in BE:
            found = c.subjects(k + 1)
            if found and "not" not in c.lower[k:i]:
                out.append(Claim("civil", tuple(found), (), i, "called a plaintiff", 0.8))
            return


def own_appeal(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X lost her appeal against a conviction`, `X won his appeal`: in a prosecution the accused appeals."""
    if c.lower[i - 1] in ("his", "her", "their") and c.lower[i - 2] in ("lost", "won", "dropped", "loses", "wins"):
        found = c.subjects(i - 2)
        kind = "criminal" if not _JUDGED.isdisjoint(c.lower[i + 1 : min(c.span(i)[1], i + 8)]) else ""
        _accuse(c, i, found, "appeals", 0.6, out, kind)


_JUDGED = frozenset("conviction convictions sentence jail term sentences".split())
