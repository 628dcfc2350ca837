"""Read civil claims: who sues whom, who settles with whom, who seeks protection from creditors."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, agents, doers, is_passive, kind_by
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.complaints import claimant_later, filers_after, leaders, who_brought, who_filed
from legalnews_dataset.records.legal_words import (
    ADVERBS,
    AUXILIARIES,
    FILE,
    LAWSUITS,
    OTHER_DISPUTES,
    POSSESSIVES,
    PREPOSITIONS,
    SUIT_NOUNS,
)

_TELLS = frozenset("say says said claim claims alleges allege alleged states state charges charge".split())
_CLAIMS = frozenset("claims claimed says alleges alleged accuses accused contends claim allege accuse say".split())


def papers(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X claims that she was fired, according to a lawsuit` and `X accuses Y, court papers say`."""
    start = c.span(i)[0]
    told = "according" in c.lower[max(start, i - 7) : i] or not _TELLS.isdisjoint(c.lower[i + 1 : i + 2])
    if not told and not any(c.lower[k] == "in" and c.lower[k - 1] in _CLAIMS for k in range(max(start + 1, i - 4), i)):
        return
    k = start
    while k < i:
        m = c.mention_at[k]
        if m < 0:
            k += 1
            continue
        e, after = c.entity_at[k], c.last[m] + 1
        if c.kinds[e] in ("person", "organization") and not c.governed(m) and not c.modifies(m, i):
            verb = next((j for j in range(after, min(i, after + 9)) if c.lower[j] in _CLAIMS), 0)
            if verb and not any(c.entity_at[j] >= 0 and c.kinds[c.entity_at[j]] != "place" for j in range(after, verb)):
                b = c.objects(verb) if c.lower[verb].startswith("accus") else []
                out.append(Claim("civil", (e,), tuple(x for x in b if x != e), i, "claims in court papers", 0.7))
            return
        k = after


_ORDERS = frozenset("order bar stop block force compel make require prevent".split())


def asked(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read a body that asks a court to act against someone, and a suit that asks it (`asks a judge to order X`)."""
    start, end = c.span(i)
    if any(w in ("court", "judge", "courts") for w in c.lower[i + 1 : min(end, i + 6)]):
        a = [e for e in c.subjects(i) if c.kinds[e] == "government"]
        order = next((k for k in range(i + 2, min(end, i + 9)) if c.lower[k] in _ORDERS), 0)
        b = c.objects(order, 5) if order else []
        if b and not a and LAWSUITS.isdisjoint(c.lower[start:i]):
            # Prosecutors too ask a judge to order what somebody shall do; a firm that asks has a suit of its own.
            a = [e for e in c.subjects(i) if c.kinds[e] == "organization"]
            b = [e for e in b if a and c.kinds[e] != "place"]
        if a or b:
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "asked a court", 0.7))


_WINNINGS = frozenset("damages compensation judgment judgement verdict payout settlement".split())
_OWN = frozenset("his her its their".split())
_LEGAL = frozenset("legal court high libel against".split())
_FIGHTS = frozenset("fight battle challenge bid lawsuit suit".split())


_FINDS = frozenset("ruled found finding jury tribunal court judge lawsuit suit alleging claims liable".split())


def wronged(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a tribunal ruled that X had discriminated against Y`, `liable for defaming Y`."""
    start, end = c.span(i)
    against = c.lower[i + 1 : i + 2] == ["against"]
    if _FINDS.isdisjoint(c.lower[start:end]) or (c.lower[i] in ("discriminated", "retaliated") and not against):
        return
    a = c.objects(i + against, 5)
    b = [e for e in c.subjects(i) if e not in a]
    if a and (b or against):
        out.append(Claim("civil", tuple(a), tuple(b), i, "wronged X", 0.7))


_TRIED = frozenset("trial court judge jury tribunal libel hearing settlement damages".split())
_OWN_CASES = frozenset(("case", "claim", "claims", "lawsuit", "suit"))


def won(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `Roe won $5,000 in damages`, `the judgment that Acme won`."""
    start, end = c.span(i)
    window = c.lower[i + 1 : min(end, i + 12)]
    won_against = c.lower[i + 1 : i + 2] == ["against"] and "judgment" in c.lower[max(start, i - 6) : i]
    own = not _OWN_CASES.isdisjoint(window[:2]) and not _OWN.isdisjoint(window[:1])
    fought = own or not (_FIGHTS.isdisjoint(window[:5]) or _LEGAL.isdisjoint(window))
    # `She won £5,000 from a magazine, Acme, after a trial`, but not a prize from a lottery.
    money = not {"$", "£", "€"}.isdisjoint(window[:2]) and not _TRIED.isdisjoint(c.lower[i:end])
    source = next((k for k in range(i + 1, min(end, i + 8)) if c.lower[k] == "from"), 0) if money else 0
    if won_against or fought or source or any(w in _WINNINGS for w in window):
        a = doers(c, i)
        b = c.objects(i + 1) if won_against else c.objects(source, 8) if source else []
        if a:
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "won damages", 0.8))


def dispute(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read a dispute told from one side, `Acme's legal battle with Roe`; the sides stay open."""
    lower = c.lower
    start, end = c.span(i)
    if lower[i - 1] in OTHER_DISPUTES:
        return
    for k in range(i + 1, min(end, i + 6)):
        if lower[k] in ("with", "against"):
            b = c.objects(k)
            a: list[int] = []
            j = i - 1
            while j >= start and j > i - 8:
                if c.entity_at[j] >= 0 and j + 1 < i and lower[j + 1] in POSSESSIVES:
                    a = [c.entity_at[j]]
                    break
                if lower[j] == "its":
                    a = c.referent(j, start, "body")
                    break
                if lower[j] in ("his", "her"):
                    a = c.referent(j, start, "person")
                    break
                j -= 1
            if a and b:
                out.append(Claim("dispute", tuple(a), tuple(e for e in b if e not in a), i, "dispute with X", 0.5))
            return
        if lower[k] == "between":
            both = c.objects(k)
            if len(both) == 2:
                out.append(Claim("dispute", (both[0],), (both[1],), i, "dispute between X and Y", 0.5))
            return


def _state_before(c: Clauses, verb: int) -> list[int]:
    """Return the state or country that sues (`Texas has sued`): a place just before the verb which no word governs."""
    start = c.span(verb)[0]
    k = verb - 1
    while k > start and c.entity_at[k] < 0 and (c.lower[k] in AUXILIARIES or c.lower[k] in ADVERBS):
        k -= 1
    m = c.mention_at[k] if k >= start else -1
    if m < 0 or c.kinds[c.entity_at[k]] != "place" or c.last[m] != k or c.head(m)[2] in PREPOSITIONS:
        return []
    return [c.entity_at[k]] if c.lower[c.first[m] - 1] != "," or c.first[m] == start else []


def sued(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X sued Y` and `Y was sued by X`."""
    if c.lower[i] == "sue" and not _PLANS.isdisjoint(c.lower[max(c.span(i)[0], i - 4) : i]):
        return
    if is_passive(c, i) and c.lower[i] in ("sued", "countersued"):
        b, a = c.subjects(i), agents(c, i, 14)
        rule = "was sued"
    else:
        a, b = leaders(c, i) or _state_before(c, i) or claimant_later(c, i), c.objects(i, 12)
        rule = "sued X"
    if c.lower[i] == "countersued" and a and not b:
        out.append(Claim("civil", (), tuple(a), i, "countersued", 0.8))
        return
    vague = c.lower[i] == "sue" and c.lower[i - 1] in ("to", "and", "or")  # `it is hard to sue`
    if (a and not vague) or b:
        b = [e for e in b if e not in a]
        kind = "regulatory" if kind_by(c, a) == "regulatory" else "civil"
        out.append(Claim(kind, tuple(a), tuple(b), i, rule))


def versus(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read a printed caption, `X v. Y`."""
    left = right = -1
    k = i - 1
    while k >= 0 and c.lower[k] in (",", "."):
        k -= 1
    left = c.entity_at[k] if k >= 0 else -1
    k = i + 1
    if k < len(c.lower) and c.lower[k] == ".":
        k += 1
    right = c.entity_at[k] if k < len(c.lower) else -1
    if left >= 0 or right >= 0:
        words = {c.lower[i - 1]}
        kind = "civil"
        if left < 0 and words & {"state", "people", "commonwealth", "r", "regina"}:
            kind = "criminal"
        out.append(Claim(kind, (left,) if left >= 0 else (), (right,) if right >= 0 else (), i, "caption"))


_PLANS = frozenset("planned plans plan planning intends intend intended threatened threatens considering".split())
_INTENDS = _PLANS | {"may", "might", "could", "whether"}


def _is_intended(c: Clauses, i: int, start: int) -> bool:
    """Tell whether a suit is only thought of (`plans to file a lawsuit`)."""
    before = c.lower[max(start, i - 8) : i]
    return not _INTENDS.isdisjoint(before) and not FILE.isdisjoint(before)


_NOT_FILED = frozenset(
    """
    dismiss dismissed dismissing settle settled reject rejected , and with in on from that which to documents
    """.split()
)


def _filers_before(c: Clauses, i: int, start: int) -> list[int]:
    lower = c.lower
    a: list[int] = []
    k = i - 1
    steps = 0
    while k >= start and steps < 7:
        w = lower[k]
        if w in POSSESSIVES and k > start and c.entity_at[k - 1] >= 0:
            a.append(c.entity_at[k - 1])
            break
        if c.entity_at[k] >= 0:
            if k == i - 1 and c.kinds[c.entity_at[k]] != "place" and lower[k] not in ("court", "tribunal"):
                a.append(c.entity_at[k])
            break
        if w in FILE:
            if not is_passive(c, k):
                a.extend(c.subjects(k) or _state_before(c, k))
                if not a and lower[i] in LAWSUITS and lower[k] in ("filed", "files", "brought"):
                    a.extend(claimant_later(c, k))
            break
        if w in ("has", "have") and lower[k + 1] in ("a", "an", "another") and "against" in lower[i : i + 5]:
            a.extend(c.subjects(k))  # `He has a claim pending against the city`
        if w in _NOT_FILED or w in AUXILIARIES:
            break
        k -= 1
        steps += 1
    return a


_ALLEGES = frozenset("alleges alleged alleging claims claimed claiming charges charging accuses accusing that".split())


def _alleged(c: Clauses, k: int, end: int) -> list[int]:
    """Return the doer in `the complaint alleges that X overcharged`: a name close behind and not a possessor."""
    if c.lower[k] == "that" or c.lower[k + 1 : k + 2] == ["that"]:
        that = k if c.lower[k] == "that" else k + 1
        found = c.objects(that, 4)[:1]
        # `The suit alleges that Roe was passed over`: he is wronged, not sued.
        verb = next((j for j in range(that + 2, min(end, that + 9)) if c.lower[j] in ("was", "were")), 0)
        wronged = verb and c.lower[verb + 1 : verb + 2] and c.lower[verb + 1].endswith(("ed", "en"))
        return [] if wronged and found and c.kinds[found[0]] == "person" else found
    return c.objects(k, 4)


_WHO = frozenset("he she his her their".split())
_SUMS = frozenset(("damages", "compensation", "$", "£"))


def _sides_after(c: Clauses, i: int, a: list[int]) -> list[int]:
    """Return those whom the suit is against, and extend `a` by those that filed it."""
    lower = c.lower
    start, end = c.span(i)
    noun = lower[i]
    b: list[int] = []
    for k in range(i + 1, min(end, i + 16)):
        w = lower[k]
        claimed = w == "from" and not _SUMS.isdisjoint(lower[i + 1 : k])
        if not b and (w == "against" or claimed or (w == "with" and noun == "litigation")):
            b.extend(c.objects(k, 12))
        elif k == i + 1 and w in _WHO and noun in LAWSUITS and not a:
            a.extend(who_brought(c, k))
        elif w == "that" and k == i + 1 and (filers := who_filed(c, k, end)):
            a.extend(filers)
        elif w in _ALLEGES and c.entity_at[k] < 0:
            b.extend(_alleged(c, k, end) if not b else ())
            break
        elif (
            w == "by"
            and not a
            and (
                lower[k - 1] in ("filed", "brought", "lodged", "made", noun)
                or c.entity_at[k - 1] >= 0
                or lower[k - 1] in ("it", "him", "her", "them")
                or "against" in lower[i + 1 : k]
            )
        ):
            a.extend(filers_after(c, k))
        elif w == "from" and k == i + 1 and noun in LAWSUITS and not a:
            a.extend(c.objects(k))
        elif w == "behalf" and not a and not b and k + 1 < end and lower[k + 1] == "of":
            if noun in SUIT_NOUNS and not any(x in ("department", "government", "states") for x in lower[start:i]):
                a.extend(c.objects(k + 1))
        elif w in (";", "after", "when", "because", "ruling", "saying"):
            break
    return b


def suit_noun(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read who brings a lawsuit against whom: `X filed a suit against Y`, `Y's suit`, `a suit brought by X`."""
    lower = c.lower
    start = c.span(i)[0]
    noun = lower[i]
    if noun in LAWSUITS or noun == "complaint":
        papers(c, i, out)
    if (
        lower[i - 1] not in POSSESSIVES
        and noun in ("claim", "claims", "petition", "complaint", "complaints")
        and not ("against" in lower[i + 1 : i + 9] or any(w in FILE for w in lower[max(start, i - 5) : i + 3]))
    ):
        return
    if _is_intended(c, i, start) or lower[i - 1] == "bankruptcy" or "chapter" in lower[max(start, i - 3) : i]:
        return
    if noun in ("complaint", "complaints", "charge") and "with" in lower[i + 1 : i + 4]:
        return  # a complaint with an agency, not in court
    a = _filers_before(c, i, start)
    b = _sides_after(c, i, a)
    b = [e for e in b if e not in a]
    if noun == "litigation" and lower[i + 1 : i + 2] == ["with"]:
        a = a or c.referent(i, start, "body")
        if a and b:
            out.append(Claim("dispute", tuple(a), tuple(e for e in b if e not in a), i, "litigation with X", 0.5))
        return
    if a or b:
        kind = "regulatory" if kind_by(c, a) == "regulatory" else "civil"
        if noun == "complaint" and "criminal" in lower[max(start, i - 2) : i]:
            kind, a = "criminal", []
        out.append(Claim(kind, tuple(a), tuple(b), i, f"{noun}", 0.9 if a and b else 0.7))


def barred(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read a court order that stops someone: `barred X from preparing returns`."""
    window = c.lower[c.span(i)[0] : c.span(i)[1]]
    if not (
        "court" in window
        or "injunction" in window
        or "judge" in window
        or "injunctions" in window
        or "lawsuit" in window
    ):
        return
    if "from" not in c.lower[i : i + 40]:
        return
    b = c.subjects(i) if is_passive(c, i) else c.objects(i)
    if b:
        out.append(Claim("civil", (), tuple(b), i, "enjoined X", 0.9))


def bankrupt(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X filed for bankruptcy` and `X's Chapter 11 petition`."""
    lower = c.lower
    start, end = c.span(i)
    if lower[i] == "chapter" and not (i + 1 < end and lower[i + 1] in ("11", "7", "13", "eleven", "xi")):
        return
    for k in range(i - 1, max(start, i - 9) - 1, -1):
        if lower[k] in ("gain", "claim", "seek") and lower[k - 1] == "to":
            continue
        if lower[k] in (
            "filed",
            "file",
            "files",
            "filing",
            "sought",
            "seek",
            "seeking",
            "entered",
            "declared",
            "emerged",
            "went",
            "gain",
            "claim",
            "exit",
            "exited",
            "emerge",
            "come",
        ):
            subjects = c.subjects(k)
            if lower[k] not in ("files", "declared", "gain", "claim") and subjects:
                out.append(Claim("other", tuple(subjects[:1]), (), i, "filed for bankruptcy"))
            return
        if lower[k] in POSSESSIVES and c.entity_at[k - 1] >= 0:
            out.append(Claim("other", (c.entity_at[k - 1],), (), i, "X's bankruptcy", 0.8))
            return


def settlement(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `reached a settlement with X`, `agreed to pay`, `settled with X`."""
    lower = c.lower
    start, end = c.span(i)
    for k in range(i + 1, min(end, i + 12)):
        if lower[k] == "with":
            b = c.objects(k, 8)
            if not b and lower[i] == "settled" and k == i + 1:
                b = c.subjects(i)
                if b:
                    out.append(Claim("", (), tuple(b), i, "settled with someone", 0.6))
                return
            if b:
                a: list[int] = []
                for j in range(i, max(start, i - 8) - 1, -1):
                    if lower[j] in ("reached", "entered", "settled", "reach", "signed", "announced"):
                        a = c.subjects(j)
                        break
                out.append(Claim("", tuple(e for e in a if e not in b), tuple(b), i, "settlement with X", 0.7))
            return
        if lower[k] in ("allegations", "claims", "charges") and lower[k + 1 : k + 2] == ["that"]:
            b = c.objects(k + 1, 5)[:1]
            if b:
                a = [e for e in c.subjects(i - 1) if e not in b] if lower[i - 1] in ("reached", "entered") else []
                out.append(Claim("", tuple(a), tuple(b), i, "settles allegations that X", 0.7))
            return
        if lower[k] in ("that", "which", ";", ",", "but", "based"):
            return


def agreed(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X agreed to pay`."""
    lower = c.lower
    end = c.span(i)[1]
    window = lower[i + 1 : min(end, i + 8)]
    if "to" in window and any(w in ("pay", "settle", "enter", "perform", "resolve", "reimburse") for w in window):
        subjects = c.subjects(i)
        if subjects:
            out.append(Claim("", (), tuple(subjects), i, "agreed to pay", 0.7))


def favor(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a verdict in favor of X`."""
    if c.lower[i - 1] == "in" and i + 1 < len(c.lower) and c.lower[i + 1] == "of":
        found = c.objects(i + 1)
        if found:
            out.append(Claim("civil", tuple(found), (), i, "in favor of X", 0.6))


def awarded(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `awarded X damages` and `X was awarded`."""
    passive = is_passive(c, i)
    to_whom = next((k for k in range(i + 1, min(c.span(i)[1], i + 9)) if c.lower[k] == "to"), 0) if not passive else 0
    found = doers(c, i) if passive and c.lower[i + 1 : i + 2] != ["to"] else c.objects(i)
    found = found or (c.objects(to_whom or i + 1) if to_whom or passive else [])
    if found:
        against = next((k for k in range(i + 1, min(c.span(i)[1], i + 15)) if c.lower[k] == "against"), 0)
        b = c.objects(against, 5) if against else []
        out.append(Claim("civil", tuple(found), tuple(e for e in b if e not in found), i, "awarded X", 0.6))


def seeking(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X seeks damages from Y`."""
    lower = c.lower
    end = c.span(i)[1]
    window = lower[i + 1 : min(end, i + 14)]
    told_sum = "$" in window or "£" in window or "million" in window
    of_suit = not LAWSUITS.isdisjoint(c.lower[c.span(i)[0] : i])
    if "damages" in window or "compensation" in window or (told_sum and of_suit):
        subjects = c.subjects(i) if not of_suit or "damages" in window else []
        b: list[int] = []
        for k in range(i + 1, min(end, i + 18)):
            if lower[k] == "from" and (of_suit or "damages" in lower[i + 1 : k] or "compensation" in lower[i + 1 : k]):
                b = c.objects(k)
                break
        a = [e for e in subjects if c.kinds[e] != "place"]
        if a or b:
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "seeks damages", 0.7))
