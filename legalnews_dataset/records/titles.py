"""Read titles, appositions and possessives around a name: judge, prosecutor, someone's lawyer, spokesperson."""

from __future__ import annotations

from legalnews_dataset.records.appositions import body_of_lawyer, read_apposition
from legalnews_dataset.records.bench import LORDS, is_scots_judge, of_the_bench
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.counsel import COURTESY, SILK
from legalnews_dataset.records.legal_words import (
    BODIES,
    CLAIMANTS,
    JUDGE_NOUNS,
    LAWYER_NOUNS,
    NOUN_WORDS,
    OFFICE_PATH,
    OFFICE_WORDS,
    POSSESSIVES,
    PRONOUNS,
    REPORTING,
    SPOKES,
)
from legalnews_dataset.records.signs import Signs, is_law_office, title_sign


def read_titles(c: Clauses, signs: list[Signs]) -> None:
    """Add to the signs of each entity what its titles and appositions say."""
    document = c.document
    previous_sign, previous_mention = "", -1
    previous_owner, previous_many = -1, False
    lower = c.lower
    scottish = LORDS.search(document.article.text) is not None
    for m, mention in enumerate(document.mentions):
        e = mention.entity
        if c.kinds[e] == "place":
            continue
        person = c.kinds[e] == "person"
        head, owner, _ = c.head(m)
        a = c.first[m]
        sign = ""
        rule = "title"
        if person:
            sign = _sign_of_title(c, a, head)
            if head:
                previous_many = any(w.endswith("s") and w not in ("u.s", "us") for w in head)
            words: tuple[str, ...] = head
            comma = -1 if sign else _comma_before(c, a, head)
            if comma > 0:
                sign, words, owner = _sign_described(c, m, comma)
                rule = "description before"
            if scottish and is_scots_judge(c, m, head, sign):
                sign, rule = "judge", "lord or sheriff"
            if sign in ("", "official") and _office_before(c, a):
                sign, rule = "prosecutor", "office before"
            duty = "" if sign else _duty(c, a, c.last[m])
            if duty:
                silk = c.word(c.last[m] + 1) in SILK
                sign, rule = duty, "participle"
                words = tuple(lower[c.last[m] + 3 : c.last[m] + 6]) if silk else ("defending",)
            if sign == "lawyer":
                sign, owner = _kind_of_lawyer(c, m, rule, head, owner)
            if sign == "lawyer" and owner < 0:
                owner = _client(c, a, words)
            if sign:
                _apply(signs[e], sign, words, owner, rule)
            elif (
                previous_sign
                and not head
                and a - c.last[previous_mention] <= 4
                and all(
                    w in _LIST or (previous_sign == "judge" and w in _BENCH)
                    for w in lower[c.last[previous_mention] + 1 : a]
                )
                and document.mentions[previous_mention].entity != e
                and (previous_many or lower[a - 1] in ("and", "&", "with", "by") or _goes_on(c, m))
            ):
                sign = previous_sign
                owner = previous_owner
                _apply(signs[e], sign, (), owner, "list of titles")
            after = read_apposition(c, signs, m)
            sign = sign or after
        previous_sign, previous_mention, previous_owner = (
            (sign if sign in ("judge", "prosecutor", "lawyer") else ""),
            m,
            owner,
        )


def _sign_described(c: Clauses, m: int, comma: int) -> tuple[str, tuple[str, ...], int]:
    """Return what the description that ends before a comma says of the name behind it."""
    sign, words, owner = _described_before(c, comma - 1)
    if sign == "prosecutor" and words[-1:] == ("prosecutors",) and not _goes_on(c, m):
        sign = ""  # `Under a deal with prosecutors, Roe will serve five years`
    if sign in ("victim", "witness") and c.lower[c.last[m] + 1 : c.last[m] + 2] not in ([","], ["("]):
        sign = ""
    return sign, words, owner


def _sign_of_title(c: Clauses, a: int, head: tuple[str, ...]) -> str:
    """Return what the title before token a says of its bearer, nothing where it is none or held in the past."""
    sign = title_sign(head)
    if sign == "judge" and head[0] == "the" and c.lower[a - 1] == c.words[a - 1] == "judge":
        return ""  # `told the judge Roe was ill`
    return "" if sign == "prosecutor" and not _FORMER.isdisjoint(head) else sign


def _kind_of_lawyer(c: Clauses, m: int, rule: str, head: tuple[str, ...], owner: int) -> tuple[str, int]:
    """Return the sign and the owner of a lawyer: one of the state is a prosecutor, one who only comments is nobody."""
    if _stands_apart(c, m):
        return "", owner
    return ("prosecutor", -1) if rule == "title" and _of_state(c, head, owner) else ("lawyer", owner)


def _comma_before(c: Clauses, a: int, head: tuple[str, ...]) -> int:
    """Return the comma before a name and its courtesy title in one sentence, -1 where other words stand before it."""
    k = a - 1
    if COURTESY.issuperset(head):
        k -= c.lower[k] == "."
        k -= c.lower[k] in COURTESY
    elif not _FORMER.isdisjoint(head):
        k -= len(head)
    elif head:
        return -1
    return k if k > 0 and c.lower[k] == "," and c.sentence_of[k - 1] == c.sentence_of[a] else -1


def _of_state(c: Clauses, head: tuple[str, ...], owner: int) -> bool:
    """Tell whether an attorney is that of the state or its department named right before (`US attorney Jane Roe`)."""
    if owner < 0 or head[-2:] not in (("<name>", "attorney"), ("<name>", "attorneys"), ("<name>", "lawyer")):
        return False
    return c.kinds[owner] == "place" or is_law_office(c.document.entities[owner].name)


def _stands_apart(c: Clauses, m: int) -> bool:
    """Tell whether a lawyer only comments: `attorney Jane Roe, who is not involved in the case`."""
    after = c.lower[c.last[m] + 1 : c.last[m] + 9]
    return after[:2] == [",", "who"] and "not" in after and not {"involved", "connected", "part"}.isdisjoint(after)


_FORMER = frozenset(("former", "ex", "onetime", "one-time", "retired"))
_LIST = frozenset((",", "and", "&"))
_BENCH = frozenset(("sitting", "with", "joined", "by", "justice", "mr", "lord", "lady"))
_DUTIES = {"prosecuting": "prosecutor", "defending": "lawyer", "mitigating": "lawyer"}


def _duty(c: Clauses, a: int, b: int) -> str:
    """Return the office in `Mitigating, X said`, `X, prosecuting, said`, `X, for the defence, said`, empty for none."""
    lower = c.lower
    k = a - 1
    if k > 0 and lower[k] == ",":
        k -= 1
    before = lower[k] if k >= 0 and c.sentence_of[k] == c.sentence_of[a] else ""
    if before in _DUTIES and k == c.span(a)[0]:
        return _DUTIES[before]
    silk = lower[b + 1 : b + 2] and lower[b + 1] in SILK
    b += bool(silk)
    if lower[b + 1 : b + 2] == [","]:
        after = tuple(lower[b + 2 : b + 5])
        if after[:1] and after[0] in _DUTIES and after[1:2] in ((",",), ("for",), ("said",)):
            return _DUTIES[after[0]]
        if after[:2] == ("for", "the") and after[2:] and after[2] in ("prosecution", "defence", "defense", "crown"):
            return "lawyer" if after[2].startswith("defen") else "prosecutor"
    return "lawyer" if silk else ""


def _client(c: Clauses, a: int, words: tuple[str, ...]) -> int:
    """Return whom a lawyer before token a acts for: `a lawyer for X, Y`, `his lawyer, Y`; -1 where nobody is named."""
    start = c.span(a)[0]
    pronoun = next((w for w in words if w in ("his", "her")), "")
    if not pronoun:
        return body_of_lawyer(c, a - (c.lower[a - 1] == ","), words)
    opens = next((k for k in range(a - 1, max(start, a - 8) - 1, -1) if c.lower[k] == pronoun), a)
    gender = "f" if pronoun == "her" else "m"
    found = c.referent(opens, start, "person")
    if not found or c.document.entities[found[0]].gender not in (gender, None):
        return -1
    if c.document.entities[found[0]].gender is None:
        # Nothing tells that the pronoun fits, unless the sentence before or this one opens with the name.
        here = c.sentence_of[a]
        opened = [
            c.entity_at[s.first : min(s.first + 3, s.last)] for s in c.document.sentences[max(0, here - 1) : here + 1]
        ]
        return found[0] if any(found[0] in names for names in opened) else -1
    return found[0]


def _goes_on(c: Clauses, m: int) -> bool:
    """Tell whether another name follows a mention in a list (`Attorney Jane Roe, John Doe and Ann Poe`)."""
    k = c.last[m] + 1
    while k < len(c.lower) and c.lower[k] in (",", "and", "&"):
        k += 1
    return c.last[m] + 1 < k < len(c.lower) and c.entity_at[k] >= 0 and "and" in c.lower[c.last[m] + 1 : k + 6]


def _office_before(c: Clauses, a: int) -> bool:
    """Tell whether `U.S. Attorney for the District of X` or `Attorney General for the Division` ends at token a."""
    start = c.span(a)[0]
    k = a - 1
    while k >= start and k > a - 16:
        w = c.lower[k]
        if w == "attorney":
            return k > start and (
                c.lower[k - 1] in OFFICE_WORDS or c.lower[k - 1] == "." or c.lower[k + 1] == "general"
            )
        if not (w in OFFICE_PATH or c.words[k][0].isupper()) or (
            c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] == "person"
        ):
            return False
        k -= 1
    return False


def _acts_for(c: Clauses, k: int, start: int) -> tuple[str, tuple[str, ...], int] | None:
    """Read `a spokesman for the district attorney, Y` that ends at token k, unless it describes whom it follows."""
    for j in range(k, max(start, k - 8), -1):
        noun = c.lower[j - 1]
        if c.lower[j] == "," or c.lower[j] in REPORTING:
            return None
        if c.lower[j] == "for" and (noun in SPOKES or noun in LAWYER_NOUNS):
            opens = next((i for i in range(j - 1, start, -1) if c.lower[i] not in NOUN_WORDS), start)
            if c.lower[opens] == ",":
                return None  # `Jane Roe, a spokeswoman for the district attorney, John Doe,`
            named = next((c.entity_at[i] for i in range(j + 1, k + 1) if c.entity_at[i] >= 0), -1)
            return "spokesperson" if noun in SPOKES else "lawyer", tuple(c.lower[j : k + 1]), named
    return None


_PHRASE = (
    frozenset(("township", "village", "borough"))
    | POSSESSIVES
    | NOUN_WORDS
    | LAWYER_NOUNS
    | CLAIMANTS
    | BODIES
    | JUDGE_NOUNS
)


def _described_before(c: Clauses, k: int) -> tuple[str, tuple[str, ...], int]:
    """Read `X's attorney, Y` and `the judge in the case, Y`: the noun phrase that ends at token k."""
    found: list[str] = []
    owner = -1
    start = c.span(k)[0]
    known = _acts_for(c, k, start) or of_the_bench(c, k, start)
    if known or (c.lower[k] in SILK and (c.lower[k - 1] == "," or c.entity_at[k - 1] >= 0)):
        return known or ("", (), -1)
    m = c.mention_at[k]
    if m >= 0 and c.head(m)[2] in ("for", "representing") and c.lower[c.first[m] - 1] != ",":
        owner, k = c.entity_at[k], c.first[m] - 1
        while k > start and c.lower[k] not in ("for", "representing"):
            k -= 1
        k -= 1
        if k < start or c.lower[k] not in LAWYER_NOUNS:
            return "", (), -1
    while k >= start and len(found) < 7:
        w = c.lower[k]
        if c.entity_at[k] >= 0:
            owner = c.entity_at[k]
            break
        if w in _PHRASE or c.words[k][0].isupper():
            found.append(w)
        else:
            break
        k -= 1
    sign = title_sign(found)
    if (sign == "lawyer" and "public" in found and "advocate" in found) or _is_doer_of(c, k, start):
        return "", (), -1
    if c.lower[k - 1 : k + 1] == ["one", "of"]:
        k -= 2  # `One of the victims, Jane Roe, said`
    opens = k < start or c.lower[k] in (",", '"', "“", "that", "said", "but", "and")
    if sign in ("victim", "witness") and not (opens and not _ONE.isdisjoint(found)):
        return "", (), -1  # `after he shot the victim, Roe fled`
    if sign in ("lawyer", "judge", "prosecutor", "spokesperson", "victim", "witness") or (
        sign in ("official", "agent") and owner >= 0
    ):
        return sign, tuple(reversed(found)), owner
    return "", (), -1


_ONE = frozenset("the a one another his her their".split())


def _is_doer_of(c: Clauses, k: int, start: int) -> bool:
    """Tell whether the phrase behind token k is only who acts on whom the sentence names next.

    `Under questioning from a federal prosecutor, Roe said`, `Asked by the judge, Roe nodded`.
    """
    k -= c.lower[k] in ("a", "an", "the")
    return start < k < start + 8 and c.lower[k] in ("by", "from", "with") and c.lower[start] in _OPENERS


_OPENERS = frozenset("under after during in at following asked questioned pressed told warned accused before".split())
_CIVIC = frozenset("city town township village borough municipal".split())
_LOCAL = frozenset(
    "district state's state’s commonwealth's commonwealth’s county prosecutor prosecutors prosecuting".split()
)
_NATION = frozenset("u.s us united general federal".split())


def _apply(s: Signs, sign: str, words: tuple[str, ...], owner: int, rule: str) -> None:
    s.add(sign, 1.0, f"{sign}: {rule}")
    if sign == "lawyer":
        if owner >= 0 and owner not in s.clients:
            s.clients.append(owner)
        if set(words) & {"defense", "defence", "defendant", "defendants", "defending", "defender"}:
            s.side = "defense"
        elif set(words) & CLAIMANTS:
            s.side = "plaintiff"
        elif words[:1] == ("for",) and set(words) & BODIES:
            s.side = "defense"
        elif set(words) & BODIES and set(words) & POSSESSIVES:
            s.side = "body"
        elif set(words) & PRONOUNS and s.side is None:
            s.side = next((w for w in ("her", "his", "their") if w in words), "pronoun")
    elif owner >= 0 and owner not in s.body:
        s.body.append(owner)
    if sign in ("prosecutor", "lawyer"):
        if (
            not _CIVIC.isdisjoint(words)
            or {"corporation", "counsel"} <= set(words)
            or {"district", "counsel"} <= set(words)
        ):
            s.add("civic", 1.0, "lawyer of a municipality")
        elif sign == "prosecutor" and not _LOCAL.isdisjoint(words) and _NATION.isdisjoint(words):
            s.add("local", 1.0, "local prosecutor")
