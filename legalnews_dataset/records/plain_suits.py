"""Read suits told in plain words: who brought a case, who settled, won or lost one, who went to court or into ruin."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, doers, is_agency, is_denied, kind_by
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import BE, KINDS_OF_PRONOUNS, LAWSUITS, POSSESSIVES

_BROUGHT = frozenset("case cases action actions claims challenge challenges".split())
_FOUGHT = LAWSUITS | frozenset("case action claim battle fight challenge dispute".split())
_OF_COURT = LAWSUITS | frozenset("court legal libel courtroom patent copyright defamation discrimination".split())
_OWN = frozenset("his her its their".split())
_SUIT = 6  # tokens from a verb to the suit that is its object


def brought_by(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a case brought by X against Y`, `an action filed in 2001 by X`."""
    start = c.span(i)[0]
    by = next((k for k in range(i + 1, min(c.span(i)[1], i + 6)) if c.lower[k] == "by"), 0)
    if not by or not _told_of(c, i) or "criminal" in c.lower[max(start, i - 4) : i]:
        return
    if any(c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] != "place" for k in range(i, by)):
        return
    a = [e for e in c.objects(by) if c.kinds[e] in ("person", "organization") or kind_by(c, [e]) == "regulatory"]
    b = _against(c, i - 4, i) or _against(c, i + 2, i + 12)
    if a or b:
        kind = "regulatory" if kind_by(c, a) == "regulatory" else "civil"
        out.append(Claim(kind, tuple(a), tuple(e for e in b if e not in a), i, "brought by X", 0.8))


def _told_of(c: Clauses, i: int) -> bool:
    """Tell whether a case, an action or a claim stands just before the participle at i."""
    noun = next((k for k in range(i - 1, max(c.span(i)[0] - 1, i - 6), -1) if c.lower[k] in _BROUGHT), -1)
    # `the action for damages was brought`, but not `the action that Roe says was brought`
    return noun >= 0 and (i - noun < 4 or (c.lower[noun + 1] == "for" and c.lower[i - 1] in BE))


def _against(c: Clauses, low: int, high: int) -> list[int]:
    end = min(high, c.span(high)[1]) if high < len(c.lower) else len(c.lower)
    k = next((k for k in range(max(0, low), end) if c.lower[k] == "against"), 0)
    return c.objects(k) if k else []


def claims_by(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a judge tossed claims by X`."""
    if c.lower[i + 1 : i + 2] == ["by"] and not _REJECTS.isdisjoint(c.lower[max(c.span(i)[0], i - 5) : i]):
        a = [e for e in c.objects(i + 1) if c.kinds[e] in ("person", "organization")]
        if a:
            out.append(Claim("civil", tuple(a), (), i, "claims by X", 0.7))


_REJECTS = frozenset("tossed dismissed threw".split())


def settles(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X settled a case brought by Y`, `X paid $5,000 to settle a suit by tenants`: who pays is sued."""
    end = c.span(i)[1]
    if _settles_with_agency(c, i, end, out):
        return
    noun = next((k for k in range(i + 1, min(end, i + _SUIT)) if _is_suit(c, k)), 0)
    if not noun or is_denied(c, i) or any(c.entity_at[k] >= 0 for k in range(i, noun)):
        return
    named = KINDS_OF_PRONOUNS.keys().isdisjoint(c.lower[c.span(i)[0] : i])
    found = doers(c, i) if named else c.subjects(i)  # whom `the company` means no later sentence tells
    a = _by(c, noun, end)
    if not found:
        return
    if not _OWN.isdisjoint(c.lower[i + 1 : noun]) or "against" in c.lower[noun : noun + 2]:
        b = _against(c, noun, noun + 3)
        out.append(Claim("civil", tuple(found), tuple(e for e in b if e not in found), i, "settled a suit", 0.7))
    elif c.lower[noun] != "case" or a:
        rule = "settled another suit" if c.lower[i + 1] in ("a", "an") else "settled a suit"
        kind = "regulatory" if kind_by(c, a) == "regulatory" else "civil"
        out.append(Claim(kind, tuple(e for e in a if e not in found), tuple(found), i, rule, 0.7))


def _settles_with_agency(c: Clauses, i: int, end: int, out: list[Claim]) -> bool:
    """Read `X paid $5,000 to settle Trade Commission charges`, `X settled allegations by the Trade Commission`."""
    noun = next((k for k in range(i + 1, min(end, i + 12)) if c.lower[k] in _CHARGES and c.entity_at[k] < 0), 0)
    if not noun or is_denied(c, i):
        return False
    named = [c.entity_at[k] for k in range(i + 1, noun) if c.entity_at[k] >= 0] or _by(c, noun, end)
    a = [e for e in dict.fromkeys(named) if c.kinds[e] != "place"]
    pays = next((k for k in range(i - 1, max(c.span(i)[0], i - 14), -1) if c.lower[k] in _PAYS), i)
    b = [e for e in doers(c, pays) if c.kinds[e] in ("person", "organization") and e not in a]
    if len(a) != 1 or not b or not is_agency(c, a[0]):
        return False
    out.append(Claim("regulatory", tuple(a), tuple(b), i, "settled with an agency", 0.8))
    return True


_PAYS = frozenset("agreed agrees paid pays".split())
_CHARGES = frozenset("charges allegations claims accusations".split())


def _is_suit(c: Clauses, k: int) -> bool:
    if c.lower[k] == "action":  # `settled an action by X`, `a libel action`
        return c.lower[k - 1] in _ACTIONS or c.lower[k + 1 : k + 2] in (["by"], ["brought"])
    return c.lower[k] in LAWSUITS or c.lower[k] == "case"


_ACTIONS = frozenset("class legal libel court".split())


def _by(c: Clauses, noun: int, end: int) -> list[int]:
    """Return those after the noun of a suit who brought it (`a suit by X`, `a case brought by X`)."""
    k = noun + 1
    if c.lower[k : k + 1] and c.lower[k] in ("brought", "filed", "launched", "lodged"):
        k += 1
    return c.objects(k) if k < end and c.lower[k] == "by" else []


def class_settlement(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `Acme agreed to a settlement of class action lawsuits`, `to settle a derivative suit`."""
    lower, (start, end) = c.lower, c.span(i)
    k = i + 1
    suit = lower[k + 1 : min(end, k + 6)]
    if lower[k : k + 1] != ["of"] or LAWSUITS.isdisjoint(suit) or not _OWN.isdisjoint(suit):
        return
    verb = next((j for j in range(i - 1, max(start, i - 12), -1) if lower[j] in _REACHED), 0)
    found = [e for e in c.subjects(verb) if c.kinds[e] != "place"] if verb else []
    if found:
        out.append(Claim("civil", (), tuple(found), i, "settled a suit", 0.7))


_REACHED = frozenset("reached agreed announced approved entered".split())


def wins(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `after winning a court battle with X`, `X lost a libel case against Y`."""
    end = c.span(i)[1]
    noun = next((k for k in range(i + 1, min(end, i + _SUIT)) if c.lower[k] in _FOUGHT), 0)
    if not noun or _OF_COURT.isdisjoint(c.lower[i + 1 : noun + 1]) or is_denied(c, i):
        return
    a = doers(c, i) if not c.lower[i].endswith("ing") else c.referent(i, c.span(i)[0], "any")
    b = c.objects(noun + 1) if c.lower[noun + 1 : noun + 2] in (["with"], ["against"]) else []
    if a and any(is_agency(c, e) for e in b):
        # A company fights an agency in court over what the agency ordered.
        out.append(Claim("regulatory", tuple(b), tuple(e for e in a if e not in b), i, "fought an agency", 0.8))
    elif a and b:
        out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "fought X in court", 0.8))


def wins_order(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `the agency won a court order requiring X to act`, `the FTC obtained an injunction against X`."""
    end = c.span(i)[1]
    noun = next((k for k in range(i + 1, min(end, i + _SUIT)) if c.lower[k] in ("order", "injunction", "ruling")), 0)
    if not noun or any(c.entity_at[k] >= 0 for k in range(i, noun)):
        return
    a = [e for e in c.subjects(i) if c.kinds[e] in ("organization", "government")]
    requires = next((k for k in range(noun + 1, min(end, noun + 9)) if c.lower[k] in _REQUIRES), 0)
    b = c.objects(requires or noun + 1) if requires or c.lower[noun + 1 : noun + 2] == ["against"] else []
    if b or (a and c.lower[noun] != "ruling"):
        kind = "regulatory" if any(is_agency(c, e) for e in a) else "civil"
        out.append(Claim(kind, tuple(a), tuple(e for e in b if e not in a), i, "won an order", 0.8))


_REQUIRES = frozenset("requiring barring forcing compelling directing ordering stopping blocking".split())


def takes_action(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X took legal action against Y`, `X began legal proceedings`."""
    if c.lower[i - 1] != "legal" or c.lower[i - 2] not in ("took", "taken", "taking", "began", "launched", "brought"):
        return
    a = [e for e in doers(c, i - 2) if c.kinds[e] != "place"]
    b = _against(c, i, i + 3)
    if a:
        out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "took legal action", 0.7))


def divorce(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X filed for divorce from Y`."""
    if c.lower[i - 1] != "for" or c.lower[i - 2] not in ("filed", "files", "filing", "sued", "suing", "petitioned"):
        return
    a = [e for e in doers(c, i - 2) if c.kinds[e] == "person"]
    b = [e for e in c.objects(i + 1, 4) if c.kinds[e] == "person"] if c.lower[i + 1 : i + 2] == ["from"] else []
    if a:
        b = b or _namesakes(c, a[0])
        out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "filed for divorce", 0.9))


def _namesakes(c: Clauses, e: int) -> list[int]:
    """Return the one other grown person of the same surname: in a divorce the spouse, none where there are several."""
    last = c.document.entities[e].name.split()[-1]
    found = [
        x
        for x, entity in enumerate(c.document.entities)
        if x != e and c.kinds[x] == "person" and " " in entity.name and entity.name.split()[-1] == last
    ]
    return found if len(found) == 1 else []


def sought_by(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `an injunction sought by X`: X asked the court for it."""
    if c.lower[i + 1 : i + 2] == ["by"] and not _ORDERS.isdisjoint(c.lower[max(c.span(i)[0], i - 3) : i]):
        a = [e for e in c.objects(i + 1, 12) if c.kinds[e] != "place"]
        if a:
            out.append(Claim("civil", tuple(a), (), i, "sought by X", 0.8))


_ORDERS = frozenset("injunction order orders injunctions ruling judgment stay damages".split())


def class_action(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a class action led by X`, `class action plaintiffs led by X`."""
    if c.lower[i + 1 : i + 2] != ["by"]:
        return
    before = c.lower[max(c.span(i)[0], i - 9) : i]
    if "class" in before or "plaintiffs" in before or not LAWSUITS.isdisjoint(before):
        a = [e for e in c.objects(i + 1, 6) if c.kinds[e] != "place"]
        if a:
            out.append(Claim("civil", tuple(a), (), i, "led by X", 0.7))


def into_bankruptcy(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `its Chapter 11 filing`, `X was forced into bankruptcy`, `X is seeking bankruptcy protection`."""
    lower, start = c.lower, c.span(i)[0]
    if lower[i] == "chapter" and lower[i + 1 : i + 2] not in (["11"], ["7"], ["13"], ["eleven"], ["xi"]):
        return
    if lower[i + 1 : i + 2] in (["court"], ["judge"], ["code"], ["law"], ["laws"], ["rules"]):
        return
    k = i - 1
    while k > start and k > i - 4 and lower[k] in ("surprise", "own", "recent", "voluntary", "a", "new"):
        k -= 1
    found: list[int] = []
    if not _IF.isdisjoint(lower[max(start, i - 6) : i]):
        return
    if lower[k] == "its" and k == start + 1:
        found = c.objects(i + 1, 4)  # `In its Chapter 11 filing Acme said`
    elif lower[k] == "its" or (lower[k] in POSSESSIVES and lower[k - 2 : k] == ["the", "company"]):
        found = c.referent(k, start, "body")
    elif lower[k] == "into" and k > start + 1:
        verb = next((j for j in range(k - 1, max(start, k - 5), -1) if lower[j] in _PUSHED), 0)
        found = (c.objects(verb, k - verb) or c.subjects(verb)) if verb else []
    elif lower[k] in _SEEKS and (lower[i] == "chapter" or lower[i + 1 : i + 2] == ["protection"]):
        found = c.subjects(k)
    found = [e for e in found if c.kinds[e] == "organization"]
    if found:
        out.append(Claim("other", tuple(found[:1]), (), i, "its bankruptcy", 0.8))


_SEEKS = frozenset("seeking sought seek seeks gain gained won".split())
_IF = frozenset("would could might may if".split())
_PUSHED = frozenset("forced pushed drove driven sent plunged fell slid tipped went placed put".split())


def must_pay(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a jury decided that X must pay $5,000 to Y`."""
    start, end = c.span(i)
    if c.lower[i + 1 : i + 2] != ["pay"] or _DECIDES.isdisjoint(c.lower[start:i]):
        return
    b = [e for e in c.subjects(i) if c.kinds[e] in ("person", "organization")]
    to = next((k for k in range(i + 2, min(end, i + 11)) if c.lower[k] == "to"), 0)
    a = c.objects(to, 6) if to else c.objects(i + 1, 2)
    if b:
        out.append(Claim("", tuple(e for e in a if e not in b), tuple(b), i, "must pay", 0.6))


_DECIDES = frozenset("ruled ruling decided decision found court judge jury tribunal verdict ordered held".split())


def accepts_damages(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X accepted libel damages from Y`, `X received compensation from Y`."""
    end = c.span(i)[1]
    noun = next((k for k in range(i + 1, min(end, i + _SUIT)) if c.lower[k] in ("damages", "settlement")), 0)
    if noun and not any(c.entity_at[k] >= 0 for k in range(i, noun)):
        a = [e for e in doers(c, i) if c.kinds[e] != "place"]
        b = c.objects(noun + 1) if c.lower[noun + 1 : noun + 2] == ["from"] else []
        if a:
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "accepted damages", 0.8))


def dismissed_by(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a tribunal ruled that X was unfairly dismissed by Y`."""
    if c.lower[i - 1] in ("unfairly", "wrongfully", "constructively", "wrongly"):
        a = [e for e in doers(c, i) if c.kinds[e] == "person"]
        b = c.objects(i + 1) if c.lower[i + 1 : i + 2] == ["by"] else []
        if a:
            out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "unfairly dismissed", 0.7))
