"""Read accusations: who is charged, tried, convicted, sentenced, named as a defendant."""

from __future__ import annotations

from legalnews_dataset.records.claims import (
    Claim,
    agents,
    doers,
    is_agency,
    is_denied,
    is_passive,
    is_perfect,
    is_supposed,
    kind_by,
    next_word,
)
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import (
    ACCUSED_NOUNS,
    BE,
    FACES,
    FIND,
    KILL,
    LAWSUITS,
    OFFENCES,
    PLEAD,
    POSSESSIVES,
    REFUSALS,
)
from legalnews_dataset.records.referents import body_called


def crime_verb(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read a verb of criminal procedure: `X was charged`, `a jury convicted X`, `X, charged with theft`."""
    word = c.lower[i]
    following = next_word(c, i)
    if (word == "charged" and following == "that") or is_denied(c, i):
        return
    if word == "tried" and following == "to":
        return
    weight = {"cleared": 0.7, "tried": 0.8, "extradited": 0.7, "executed": 0.5, "accused": 0.8, "pardoned": 0.7}.get(
        word, 1.0
    )
    if is_supposed(c, i):
        weight *= _SUPPOSED
    if is_passive(c, i) or (
        (following in ("with", "of", "in", "for") or c.lower[i + 1 : i + 2] == ["to"])
        and not is_perfect(c, i)
        and c.lower[i - 1] in (",", "who")
    ):
        by = agents(c, i)
        subjects = _before_comma(c, i) or doers(c, i)
        kind = kind_by(c, by)
        if word == "accused" and not LAWSUITS.isdisjoint(c.lower[i : c.span(i)[1]]):
            kind = "civil"
        elif word == "accused" and any(c.kinds[e] == "organization" for e in subjects):
            kind = ""
        if subjects:
            subjects += [e for e in _along(c, i) if e not in subjects and c.kinds[e] == "person"]
            out.append(Claim(kind, tuple(by) if kind != "criminal" else (), tuple(subjects), i, f"was {word}", weight))
        return
    objects = (c.objects(i) or c.object_named_later(i)) if word != "cleared" else []
    if (
        following in ("with", "of", "to", "in", "by", "for", "on", "as", "under")
        and c.entity_at[i - 1] >= 0
        and not objects
    ):
        e = c.entity_at[i - 1]
        out.append(Claim("criminal", (), (e,), i, f"{word} {following}", weight * 0.9))
        return
    if objects:
        subjects = c.subjects(i)
        kind = kind_by(c, subjects)
        if word == "accused" and (subjects or _of_suit(c, i)):
            kind = _kind_of_accusation(c, i, subjects)
        out.append(Claim(kind, tuple(subjects) if kind != "criminal" else (), tuple(objects), i, f"{word} X", weight))
        return
    _charged_were(c, i, weight, out)


def _charged_were(c: Clauses, i: int, weight: float, out: list[Claim]) -> None:
    """Read `charged were X and Y`, `charged with him were X and Y`."""
    word = c.lower[i]
    end = c.span(i)[1]
    for k in range(i + 1, min(end, i + 5)):
        if c.lower[k] in ("were", "was", "are", "is", "include", "includes", "included") and c.entity_at[k] < 0:
            listed = c.objects(k) if c.lower[k + 1 : k + 2] != ["named"] else c.objects(k + 2)
            if listed and c.lower[i + 1 : i + 2] == ["with"]:
                listed = [*(e for e in c.objects(i + 1, 3) if e not in listed), *listed]
            if listed:
                by = agents(c, i)
                kind = "" if word == "accused" else kind_by(c, by)
                out.append(Claim(kind, (), tuple(listed), i, f"{word} were X", weight))
            return


_SUPPOSED = 0.4  # of the weight, for what may happen


def _kind_of_accusation(c: Clauses, i: int, subjects: list[int]) -> str:
    """Return the kind of the case in which someone accuses: a suit, the action of an agency, or open."""
    if _of_suit(c, i):
        return "civil"
    return "regulatory" if any(is_agency(c, e) for e in subjects) else ""


def _along(c: Clauses, i: int) -> list[int]:
    """Return those who share a step with its subject (`was indicted in May along with Roe and Doe`)."""
    lower = c.lower
    for k in range(i + 1, min(c.span(i)[1], i + 12)):
        if lower[k] == "with" and lower[k - 1] in ("along", "together"):
            return c.objects(k, 4)
        if lower[k] in (",", ";", "and", "who", "after"):
            break
    return []


def _before_comma(c: Clauses, i: int) -> list[int]:
    """Return the person in `Roe, convicted of fraud`, `Roe, 42, charged with theft`."""
    k = i - 1
    if c.lower[k] != ",":
        return []
    if c.lower[k - 1].isdigit() and c.lower[k - 2] == ",":
        k -= 2
    e = c.entity_at[k - 1] if k > c.span(i)[0] else -1
    return [e] if e >= 0 and c.kinds[e] == "person" else []


def among(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `Among the accused were X, Y and Z`."""
    end = c.span(i)[1]
    window = c.lower[i + 1 : min(end, i + 6)]
    if any(w in ("accused", "defendants", "charged", "indicted", "arrested", "sued") for w in window):
        for k in range(i + 1, min(end, i + 8)):
            if c.lower[k] in ("were", "are", "was", "is"):
                listed = c.objects(k)
                if listed:
                    out.append(Claim("", (), tuple(listed), i, "among the accused", 0.9))
                return


_THOUGHT = frozenset("considered considering weighed weighing against not without before".split())


def charging(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `an indictment charging X`, `a lawsuit accusing X`."""
    objects = c.objects(i)
    if objects and not _THOUGHT.isdisjoint(c.lower[max(c.span(i)[0], i - 3) : i]):
        return
    if objects:
        civil = _of_suit(c, i)
        out.append(Claim("civil" if civil else kind_by(c, c.subjects(i)), (), tuple(objects), i, "charging X"))


def sentence_for(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `prosecutors want a jail term for X`, `prison terms for X and Y`, `sentences to X`."""
    for k in range(i + 1, min(c.span(i)[1], i + 10)):
        if c.lower[k] in ("for", "against", "to"):
            found = [e for e in c.objects(k, 8) if c.kinds[e] == "person"]
            if found:
                out.append(Claim("criminal", (), tuple(found), i, "sentence for X", 0.7))
                return
        if c.lower[k] in ("said", "says", ",", "that", "after", "by"):
            return


def to_punish(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `asked a court to jail X`, `voted to convict X`."""
    refused = not REFUSALS.isdisjoint(c.lower[max(c.span(i)[0], i - 4) : i])
    objects = c.objects(i) if c.lower[i - 1] == "to" and not refused else []
    if objects:
        out.append(Claim("criminal", (), tuple(objects), i, "to punish X", 0.8))


def _of_suit(c: Clauses, i: int) -> bool:
    """Tell whether a lawsuit is told shortly before an accusation: then it is that of a claimant."""
    before = c.lower[max(c.span(i)[0], i - 14) : i]
    return any(w in LAWSUITS or w in ("sued", "suing", "sues") for w in before) and "criminal" not in before


def arrest(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X was arrested` and `police arrested X`."""
    if is_passive(c, i):
        subjects = doers(c, i)
        if subjects:
            out.append(Claim("criminal", (), tuple(subjects), i, "was arrested", 0.6))
    else:
        objects = c.objects(i)
        if objects:
            out.append(Claim("criminal", (), tuple(objects), i, "arrested X", 0.6))


def guilty(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X pleaded guilty`, `X was found liable`."""
    lower = c.lower
    start = c.span(i)[0]
    for k in range(i - 1, max(start, i - 12) - 1, -1):
        if lower[k] in PLEAD:
            subjects = doers(c, k) or _line_before(c, k)
            if subjects:
                out.append(Claim("criminal", (), tuple(subjects), i, "pleaded guilty"))
            return
        if lower[k] in FIND:
            kind = "criminal" if lower[i] == "guilty" else "civil"
            passive = is_passive(c, k)
            subjects = doers(c, k) if passive else c.objects(k) or _line_before(c, k)
            if subjects:
                out.append(Claim(kind, (), tuple(subjects), i, f"found {lower[i]}"))
            return


def _line_before(c: Clauses, verb: int) -> list[int]:
    """Return the person of the line before in a table (`Jane Roe, 42, Dover`, below it `Pleaded guilty to theft`)."""
    number = c.sentence_of[verb]
    if not number or c.document.sentences[number].first != verb:
        return []
    first = c.document.sentences[number - 1].first
    e = c.entity_at[first]
    return [e] if e >= 0 and c.kinds[e] == "person" else []


def contest(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X pleaded no contest`."""
    if c.lower[i - 1] == "no" and c.lower[i - 2] in PLEAD:
        subjects = c.subjects(i - 2)
        if subjects:
            out.append(Claim("criminal", (), tuple(subjects), i, "pleaded guilty"))


def faces(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X faces charges`."""
    end = min(c.span(i)[1], i + 9)
    if any(w in FACES for w in c.lower[i + 1 : end]):
        subjects = doers(c, i)
        if subjects:
            out.append(Claim("criminal", (), tuple(subjects), i, "faces charges", 0.8))


def denies(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X denies the charges`."""
    end = min(c.span(i)[1], i + 7)
    window = c.lower[i + 1 : end]
    if not OFFENCES.isdisjoint(window) or not _SEX_CRIMES.isdisjoint(window) or (window and window[0] in KILL):
        subjects = c.subjects(i)
        if subjects:
            out.append(Claim("criminal", (), tuple(subjects), i, "denies charges", 0.8))


_SEX_CRIMES = frozenset("molestation abuse molesting abusing grooming".split())


def serving(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `X is serving a sentence`, `X served four years for robbery`, `X spent two years in prison`."""
    end = min(c.span(i)[1], i + 7)
    if c.lower[i] != "serving" and _SERVED.isdisjoint(c.lower[i + 1 : min(c.span(i)[1], i + 11)]):
        return  # `served five years as mayor`
    if any(
        w in ("years", "sentence", "life", "months", "term", "sentences", "year", "year-sentence")
        for w in c.lower[i + 1 : end]
    ):
        subjects = c.subjects(i) or (c.subjects(i - 1) if c.lower[i - 1] in ("while", "after") else [])
        if subjects:
            out.append(Claim("criminal", (), tuple(subjects), i, "serves a sentence", 0.7))


_PRISON = frozenset("prison jail bars sentence term custody penitentiary probation sentences behind".split())
_SERVED = _PRISON | OFFENCES
_OWN_TRIAL = frozenset("trial conviction sentencing indictment retrial extradition".split())
_STANDS = frozenset("on stand stood stands standing awaiting awaits awaited undergoing".split())


def trial(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `on trial`, `stand trial`, `the trial of X`, `X's trial`, `the X trial`."""
    lower = c.lower
    noun = lower[i]
    start, end = c.span(i)
    if noun == "trial" and i > start and lower[i - 1] in _STANDS:
        k = i - 1
        subjects = c.subjects(k)
        if (
            lower[k] == "on"
            and k - 1 >= start
            and lower[k - 1] in ("goes", "go", "went", "going", "gone", "put", "is", "are", "was", "were", "been")
        ):
            subjects = c.subjects(k - 1) or subjects
        if subjects:
            out.append(Claim("", (), tuple(subjects), i, "on trial", 0.9))
        return
    if i + 1 < end and lower[i + 1] == "of":
        objects = c.objects(i + 1) if noun != "sentence" else []
        if objects:
            out.append(Claim("" if noun == "trial" else "criminal", (), tuple(objects), i, f"{noun} of X", 0.8))
        return
    k = i - 1
    while k > start and k > i - 5 and c.entity_at[k] < 0 and lower[k] not in POSSESSIVES:
        if lower[k] in (",", ".", "of", "in", "the", "a"):
            return
        k -= 1
    if lower[i - 1] in ("his", "her") and noun in _OWN_TRIAL:
        found = c.referent(i - 1, start, "person")
        if found and lower[i + 1 : i + 2] not in (["lawyer"], ["lawyers"], ["attorney"], ["counsel"], ["judge"]):
            out.append(Claim("" if noun == "trial" else "criminal", (), tuple(found), i, f"own {noun}", 0.5))
    elif lower[k] in POSSESSIVES and k > start:
        k -= 1
        if c.entity_at[k] >= 0 and c.kinds[c.entity_at[k]] in ("person", "organization"):
            out.append(Claim("" if noun == "trial" else "criminal", (), (c.entity_at[k],), i, f"X's {noun}", 0.7))
    elif c.entity_at[k] >= 0 and k == i - 1 and c.kinds[c.entity_at[k]] == "person":
        out.append(Claim("" if noun == "trial" else "criminal", (), (c.entity_at[k],), i, f"X {noun}", 0.5))


_LISTING = frozenset("include included includes including are were in".split())


def named_side(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `named as a defendant`, `the defendants include X`, `the plaintiffs are X`."""
    lower = c.lower
    start, end = c.span(i)
    noun = lower[i]
    plain = noun.startswith("plaintiff")
    found: list[int] = []
    before = lower[max(start, i - 4) : i]
    if "not" in lower[max(start, i - 6) : i]:
        return
    if "as" in before or ("a" in before and "was" in before) or "remain" in before:
        k = i - 1
        while k > start and lower[k] not in (
            "named",
            "identified",
            "remain",
            "remains",
            "is",
            "was",
            "are",
            "were",
            "names",
            "naming",
            "listed",
        ):
            k -= 1
        if lower[k] in ("names", "naming") or (lower[k] == "named" and not is_passive(c, k)):
            found = c.objects(i) or c.objects(k)
        elif k > start:
            found = c.subjects(k) or c.objects(i)
    elif i + 2 < end and lower[i + 1 + (lower[i + 1] == ",")] in _LISTING:
        for k in range(i + 1, min(end, i + 9)):
            if lower[k] in ("include", "included", "includes", "including", "are", "were"):
                found = c.objects(k)
                break
    elif i + 2 < end and (lower[i + 1] in ("charged", "named", "indicted", "convicted")):
        found = c.objects(i + 2)
    if found:
        if plain:
            out.append(Claim("civil", tuple(found), (), i, "named as plaintiff"))
        else:
            of_suit = not LAWSUITS.isdisjoint(lower[i + 1 : min(end, i + 5)])
            out.append(Claim("civil" if of_suit else "", (), tuple(found), i, "named as defendant"))


_BEFORE_NAMED = frozenset("as defendants also the defendant a".split())


def names(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `The suit names X`, `the three indicted were named as X, Y and Z`, `identified the defendant as X`."""
    lower = c.lower
    start, end = c.span(i)
    before = lower[max(start, i - 9) : i]
    mark = next((k for k in range(i + 1, min(end, i + 5)) if lower[k] == "as"), 0)
    if mark and lower[mark + 1 : mark + 2] not in (["a"], ["an"], ["the"], ["defendants"]):
        told = (*before, *lower[i:mark])
        if any(w in ACCUSED_NOUNS for w in told):
            listed = [e for e in c.objects(mark) if c.kinds[e] == "person" or "suit" in told]
            if listed:
                out.append(Claim("criminal", (), tuple(listed), i, "identified as X", 0.9))
        return
    if lower[i] == "named" and lower[i + 1 : i + 2] == ["in"] and not is_passive(c, i):
        be = next((k for k in range(i + 2, min(end, i + 7)) if lower[k] in ("are", "were", "include", "is")), 0)
        if be and not LAWSUITS.isdisjoint(lower[i + 2 : be]) and c.objects(be):
            out.append(Claim("civil", (), tuple(c.objects(be)), i, "named in the suit", 0.9))
        return
    if lower[i] == "named" and is_passive(c, i) and lower[i + 1 : i + 2] == ["in"]:
        if not LAWSUITS.isdisjoint(lower[i + 2 : i + 6]) and not is_denied(c, i) and c.subjects(i):
            out.append(Claim("civil", (), tuple(c.subjects(i)), i, "named in the suit", 0.8))
        return
    if lower[i] == "named" and lower[i + 1 : i + 2] == ["in"]:
        for k in range(i + 2, min(end, i + 7)):
            if lower[k] in BE and c.objects(k):
                out.append(Claim("civil", (), tuple(c.objects(k)), i, "named in the suit", 0.8))
                return
    if lower[i] in ("names", "named", "naming", "identified") and any(
        w in ("suit", "lawsuit", "complaint", "action", "attorney") for w in before
    ):
        k = i
        while k + 1 < end and lower[k + 1] in _BEFORE_NAMED and not (lower[k + 1] == "the" and body_called(c, k + 2)):
            k += 1
        listed = c.objects(k)
        called = lower[i] == "named" and k == i and not _NAMING.intersection(lower[i - 1 : i])
        if listed and not called and not is_passive(c, i):
            kind = "criminal" if "attorney" in before else "civil"
            out.append(Claim(kind, (), tuple(listed), i, "names X", 0.8))


# What stands before `named` where it names defendants, and not the bearer of a name (`a clerk named Roe`).
_NAMING = frozenset("suit lawsuit complaint action also has had that which it originally initially".split())


def plea(c: Clauses, i: int, out: list[Claim]) -> None:
    """Read `an appeal by X`, `a plea by X`: in a prosecution it is the accused who asks."""
    if c.lower[i + 1 : i + 2] == ["by"]:
        found = [e for e in c.objects(i + 1, 5)[:1] if c.kinds[e] == "person"]
        if found:
            out.append(Claim("plea", (), tuple(found), i, f"{c.lower[i]} by X", 0.5))
