"""Read who claims from how newsrooms retell a complaint: `in a lawsuit, X says`, `her suit`, `took Y to court`."""

from __future__ import annotations

from legalnews_dataset.records.claims import Claim, is_denied, is_passive
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import FILE, LAWSUITS, POSSESSIVES
from legalnews_dataset.records.referents import RELATIVES_OF, kin_named

_SAYS = frozenset("says say said claims claim claimed alleges allege alleged accuses accused contends charges".split())
_PAPERS = LAWSUITS | {"complaint", "papers", "filing"}
_FORUMS = frozenset("court tribunal arbitration".split())
_REACH = 16  # tokens from the words that name a suit to what it says


def in_a_suit(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `In a lawsuit filed in Dover, X says her boss, Y, grabbed her` and `her lawsuit`."""
    start, end = c.span(i)
    if c.lower[i] in LAWSUITS:
        _of_pronoun(c, i, start, out)
    if c.lower[start] != "in" or i - start > 4 or c.lower[i - 1] in POSSESSIVES:
        return
    verb = next((k for k in range(i + 1, min(end, i + _REACH)) if c.lower[k] in _SAYS and c.entity_at[k] < 0), 0)
    a = [e for e in c.subjects(verb) if c.kinds[e] in ("person", "organization")] if verb else []
    if a:
        b = c.objects(verb) if c.lower[verb].startswith("accus") else []
        out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "says in a suit", 0.8))


def _of_pronoun(c: Clauses, i: int, start: int, out: list[Claim]) -> None:
    """Read `her discrimination suit` as that of the person named last who can be meant."""
    k = next((k for k in range(i - 1, max(start, i - 4) - 1, -1) if c.lower[k] in ("her", "his")), -1)
    if k < 0 or any(c.entity_at[j] >= 0 for j in range(k, i)) or is_denied(c, i):
        return
    gender = "f" if c.lower[k] == "her" else "m"
    found = c.referent(k, start, "person")
    if found and c.document.entities[found[0]].gender in (gender, None):
        out.append(Claim("civil", tuple(found), (), i, "X's own suit", 0.6))


def to_court(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X took Y to court`, `X is taking Y to an employment tribunal`."""
    b = c.objects(i, 6)
    if not b or c.entity_at[i] >= 0:
        return
    to = next((k for k in range(i + 2, min(c.span(i)[1], i + 14)) if c.lower[k] == "to"), 0)
    forum = to > 0 and not _FORUMS.isdisjoint(c.lower[to + 1 : to + 5])
    a = c.subjects(i) if forum else []
    if forum and (a or c.lower[to + 1] in _FORUMS) and not is_denied(c, i):
        out.append(Claim("civil", tuple(a), tuple(e for e in b if e not in a), i, "took Y to court", 0.9))


_RIGHTS = frozenset("patent patents copyright copyrights trademark trademarks".split())


def infringes(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `a jury found that Y infringed X's patents`, `infringed two patents held by X`."""
    start, end = c.span(i)
    right = next((k for k in range(i + 1, min(end, i + 10)) if c.lower[k] in _RIGHTS), 0)
    b = c.subjects(i)
    if not right or not b or is_denied(c, i):
        return
    a: list[int] = []
    for k in range(i + 1, right):
        if c.lower[k] in POSSESSIVES and c.entity_at[k - 1] >= 0:
            a = [c.entity_at[k - 1]]
    if not a and c.lower[right + 1 : right + 3] in (["held", "by"], ["owned", "by"]):
        a = c.objects(right + 2)
    if not a and "its" in c.lower[i + 1 : right]:
        a = [e for e in c.entity_at[start:i] if e >= 0 and c.kinds[e] == "organization" and e not in b][:1]
    out.append(Claim("civil", tuple(e for e in a if e not in b), tuple(b), i, "infringed", 0.8))


def challenges(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X challenged the law in federal court`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 9)]
    if "in" in window and not _FORUMS.isdisjoint(window[window.index("in") :]):
        a = [e for e in c.subjects(i) if c.kinds[e] in ("person", "organization")]
        if a and not is_denied(c, i) and not is_passive(c, i):
            out.append(Claim("civil", tuple(a), (), i, "challenged in court", 0.7))


def leaders(c: Clauses, verb: int) -> list[int]:
    """Return the subjects of a verb, or who leads those that are: `a group of investors led by X and Y sued`."""
    start, found = c.span(verb)[0], c.subjects(verb)
    led = next((k for k in range(verb - 1, max(start, verb - 14), -1) if c.lower[k] == "led"), 0)
    named = c.objects(led + 1) if led and c.lower[led + 1 : led + 2] == ["by"] else []
    return named if set(found) <= set(named) else found


def who_filed(c: Clauses, that: int, end: int) -> list[int]:
    """Return the subject in `a suit that X filed`."""
    verb = next((k for k in range(that + 2, min(end, that + 12)) if c.lower[k] in FILE and c.entity_at[k] < 0), 0)
    named = that + 1 + (c.lower[that + 1 : that + 2] == ["the"])
    opens = verb and named < end and c.entity_at[named] >= 0 and c.kinds[c.entity_at[named]] != "place"
    return c.subjects(verb) if opens and not is_passive(c, verb) else []


def who_brought(c: Clauses, k: int) -> list[int]:
    """Return who is meant in `a suit he filed in May`, `the suit his mother brought`: token k is the pronoun."""
    if c.lower[k] in ("he", "she"):
        return c.referent(k, c.span(k)[0], "person") if c.lower[k + 1 : k + 2] and c.lower[k + 1] in FILE else []
    kin = c.lower[k + 1 : k + 3]
    return kin_named(c, k + 1) if len(kin) == 2 and kin[0] in RELATIVES_OF and kin[1] in FILE else []


def filers_after(c: Clauses, by: int) -> list[int]:
    """Return those who bring a suit: the names after `by`, or those that a group is said to include."""
    found = c.objects(by)
    if not found:
        end = min(c.span(by)[1], by + 6)
        including = next((k for k in range(by + 1, end) if c.lower[k] in ("including", "led")), 0)
        found = c.objects(including + (c.lower[including] == "led")) if including else []
    return found


_CLAIMANTS = frozenset(
    """
    widow husband wife brother sister son daughter grandmother man woman mother father teacher student employee
    worker waitress nurse officer tenant teenager actress
    """.split()
)


def claimant_later(c: Clauses, verb: int) -> list[int]:
    """Return the person whom the lead of a suit only describes (`A Dover man has sued the city`)."""
    opening = c.lower[c.span(verb)[0] : verb][:9]
    if _CLAIMANTS.isdisjoint(opening):
        return []
    start = c.span(verb)[0]
    kin = next((k for k in range(start, min(start + 4, verb)) if c.lower[k] in RELATIVES_OF), -1)
    return c.named_later(verb) or (kin_named(c, kin) if kin >= 0 else [])
