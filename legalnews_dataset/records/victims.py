"""Read who was harmed by the conduct at issue: killed, hurt, robbed, defrauded."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.documents.literals import places_where
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import KILL, KILL_NOUNS, KILLED, POSSESSIVES
from legalnews_dataset.records.referents import RELATIVES_OF, is_named
from legalnews_dataset.records.signs import UNITED_STATES, Signs

_KILLINGS = frozenset("murder murdered manslaughter homicide killing killed fatal fatally slaying".split())


_WRONGS = frozenset("fraud scheme conduct scam theft thefts misconduct crimes actions con swindle plot".split())


def _people(c: Clauses, found: list[int], signs: list[Signs], weight: float, rule: str) -> None:
    for e in found:
        if c.kinds[e] == "person":
            signs[e].add("victim", weight, rule)


def _undergoing(c: Clauses, i: int) -> list[int]:
    """Return the subjects of the verb at i; in `Roe, whose son Al was killed` it is the one after `whose`."""
    start = c.span(i)[0]
    whose = next((k for k in range(i - 1, start, -1) if c.lower[k] == "whose"), 0)
    if not whose:
        return c.subjects(i)
    return [c.entity_at[k] for k in range(whose + 1, i) if c.entity_at[k] >= 0][:1]


def _discriminated(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the city discriminated against X`."""
    if c.lower[i + 1 : i + 2] == ["against"]:
        _people(c, c.objects(i + 1, 5), signs, 0.8, f"{c.lower[i]} against X")


def _harm_noun(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the murder of X`, `an attack on X`, `X's death`, `X's body was found`."""
    w = c.lower[i]
    if c.lower[i + 1 : i + 2] == ["of"] or (
        w in ("attack", "assault") and c.lower[i + 1 : i + 2] in (["on"], ["against"])
    ):
        _people(c, c.objects(i + 1, 7), signs, 1.0, f"{w} of X")
    elif c.lower[i - 1] in POSSESSIVES and i > 1 and c.entity_at[i - 2] >= 0:
        body = w in ("body", "remains", "corpse") and not _FOUND.isdisjoint(c.lower[i + 1 : i + 6])
        if body or w in _BELONGS_TO_VICTIM:
            _people(c, [c.entity_at[i - 2]], signs, 0.9, f"X's {w}")
    elif w in KILL:
        _harm(c, i, signs)


_BELONGS_TO_VICTIM = frozenset(
    "death murder killing slaying assassination killer killers murderer attacker attackers assailant".split()
)
_FOUND = frozenset("found discovered recovered was were lay dumped buried".split())


def _harm(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X was killed`, `killed X`, `fired at X, killing her`, `X, whom he killed`."""
    lower, w = c.lower, c.lower[i]
    start, end = c.span(i)
    if w in KILLED and any(x in ("was", "were", "been", "being") for x in lower[max(0, i - 4) : i]):
        _people(c, _undergoing(c, i), signs, 0.8, f"was {w}")
        return
    if w in ("slain", "murdered"):
        _fallen(c, i, signs)
    if w == "slain":  # `slain NYPD Officer Jane Roe`
        named = [e for e in c.entity_at[i + 1 : i + 5] if e >= 0 and c.kinds[e] == "person"]
        _people(c, named[:1], signs, 0.8, "slain X")
    if w not in KILL:
        return
    if lower[i + 1 : i + 2] in (["him"], ["her"]):
        _people(c, _hurt_before(c, i), signs, 0.8, f"{w} X")
        for e in c.subjects(i):
            signs[e].add("doer", 1.0, f"{w} someone")
        return
    if i == start and w in KILLED:
        verb = next((k for k in range(i + 1, min(end, i + 9)) if lower[k] in ("was", "were")), 0)
        _people(c, c.objects(verb, 5) if verb else [], signs, 0.8, f"{w} were X")
        return
    if "whom" in lower[max(start, i - 4) : i]:
        k = next(k for k in range(i - 1, start - 1, -1) if lower[k] == "whom")
        _people(c, [c.entity_at[j] for j in (k - 2,) if j >= start and c.entity_at[j] >= 0], signs, 0.8, "whom X hurt")
        return
    colon = next((k for k in range(i + 1, min(end, i + 6)) if lower[k] == ":"), 0)
    for e in c.objects(colon or i, 6):
        body = w in ("defraud", "defrauding", "robbing") and not UNITED_STATES.match(c.document.entities[e].name)
        if c.kinds[e] == "person" or body:
            signs[e].add("victim", 0.8, f"{w} X")


def _hurt_before(c: Clauses, i: int) -> list[int]:
    """Return whom `killing her` means: the last person before it in the sentence who is not the doer."""
    start = c.span(i)[0]
    gender = "m" if c.lower[i + 1] == "him" else "f"
    doers = c.subjects(i)
    for k in range(i - 1, start, -1):
        e = c.entity_at[k]
        if e >= 0 and c.kinds[e] == "person" and e not in doers:
            opens = c.first[c.mention_at[k]] == start
            fits = c.document.entities[e].gender in (gender, None)
            return [e] if fits and not opens else []
    return []


def _takes_from(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `stole $5,000 from X`: whoever the money was taken from is the victim."""
    end = min(c.span(i)[1], i + 10)
    k = next((k for k in range(i + 1, end) if c.lower[k] == "from"), 0)
    if k and ({"$", "£"}.intersection(c.lower[i + 1 : k]) or c.lower[i].startswith("embezzl")):
        for e in c.objects(k, 7):
            if c.kinds[e] in ("person", "organization"):
                signs[e].add("victim", 0.8, "stole from X")


def _costs(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the scheme cost X an estimated $5,000`, `cheated X out of $5,000`: who lost the money is the victim."""
    start, end = c.span(i)
    if _WRONGS.isdisjoint(c.lower[start:i]):
        return
    found = c.objects(i, 5)
    if found and not {"$", "£"}.isdisjoint(c.lower[i + 1 : min(end, i + 14)]):
        signs[found[0]].add("victim", 0.8, f"{c.lower[i]} X")


def _compensates(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `ordered to pay $5,000 compensation to X`."""
    k = next((k for k in range(i + 1, min(c.span(i)[1], i + 7)) if c.lower[k] == "to"), 0)
    if k and "pay" in c.lower[max(c.span(i)[0], i - 12) : i]:
        for e in c.objects(k, 5):
            signs[e].add("victim", 0.8, "compensation to X")


def _fallen(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the slain man, X`, `X, the slain driver`, `the slain man was identified as X`."""
    lower, end = c.lower, c.span(i)[1]
    if lower[i - 1] == "the" and lower[i - 2] == "," and c.entity_at[i - 3] >= 0:
        _people(c, [c.entity_at[i - 3]], signs, 0.9, "the slain X")
    elif lower[i + 2 : i + 3] == [","] and i + 3 < end and c.entity_at[i + 3] >= 0 and c.entity_at[i + 1] < 0:
        _people(c, [c.entity_at[i + 3]], signs, 0.9, "the slain X")
    else:
        mark = next((k for k in range(i + 2, min(end, i + 7)) if lower[k] == "as"), 0)
        _people(c, c.objects(mark, 4) if mark and "identified" in lower[i:mark] else [], signs, 0.9, "the slain X")


def _left(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `left X dead`, `X was left paralyzed`, `X bled to death`, `X lay dying`."""
    lower, start = c.lower, c.span(i)[0]
    if lower[i] in ("bled", "dying"):
        ends = lower[i] == "dying" or lower[i + 1 : i + 3] == ["to", "death"]
        _people(c, c.subjects(i - (lower[i] == "dying")) if ends else [], signs, 0.8, lower[i])
    elif lower[i - 1] == "left":
        _people(c, _undergoing(c, i - 1), signs, 0.8, f"left {lower[i]}")
    elif c.entity_at[i - 1] >= 0 and "left" in lower[max(start, i - 6) : i]:
        _people(c, [c.entity_at[i - 1]], signs, 0.8, f"left {lower[i]}")


def _found_dead(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X was found dead`, `X was pronounced dead`, `left X dead`, `the dead man, X`."""
    _left(c, i, signs)
    _fallen(c, i, signs)
    if not {"found", "pronounced", "declared"}.isdisjoint(c.lower[max(0, i - 2) : i]):
        _people(c, _undergoing(c, i - 1), signs, 0.8, "found dead")


def _died(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X died` in an article that tells of a killing."""
    _people(c, _undergoing(c, i), signs, 0.8, "died")


def _died_of_wounds(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X died of his injuries`, `X, who died at the scene`, whatever else the article tells."""
    if not _WOUNDS.isdisjoint(c.lower[i + 1 : i + 6]):
        _died(c, i, signs)


def _sustains(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X suffered a gunshot wound`, `X sustained injuries`."""
    if not _WOUNDS.isdisjoint(c.lower[i + 1 : i + 8]):
        _people(c, _undergoing(c, i), signs, 0.8, f"{c.lower[i]} wounds")


def _loses(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X lost her life savings`, `X lost $5,000 to the scheme`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 9)]
    if "savings" in window or ({"$", "£"}.intersection(window) and not _WRONGS.isdisjoint(window)):
        _people(c, _undergoing(c, i), signs, 0.8, "lost savings")


def _hurt(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X needed 38 stitches`, `X lost her right eye`, `X was left with a scar`."""
    window = c.lower[i + 1 : min(c.span(i)[1], i + 7)]
    w = c.lower[i]
    if w.startswith("need"):
        told = not _TREATMENT.isdisjoint(window)
    elif w == "left":
        told = c.lower[i - 1] in ("was", "been") and not (_HARMED | _WOUNDS | _BODY_PARTS).isdisjoint(window)
    else:
        told = window[:1] in (["her"], ["his"], ["part"], ["an"], ["a"]) and not _BODY_PARTS.isdisjoint(window)
    if told:
        _people(c, _undergoing(c, i), signs, 0.8, f"{w} wounds")


def _struck(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `thrust a glass into the face of X`, `plunged a knife into X's chest`."""
    start = c.span(i)[0]
    before = c.lower[max(start, i - 12) : i]
    if _STRIKES.isdisjoint(before) or _INTO.isdisjoint(before):
        return
    if c.lower[i + 1 : i + 2] == ["of"]:
        _people(c, c.objects(i + 1, 5), signs, 0.8, "struck X")
        found = [e for e in c.entity_at[i + 2 : i + 5] if e >= 0]
        _people(c, found[:1], signs, 0.8, "struck X")
    elif c.lower[i - 1] in POSSESSIVES and c.entity_at[i - 2] >= 0:
        _people(c, [c.entity_at[i - 2]], signs, 0.8, "struck X")


def _loses_much(c: Clauses, i: int, signs: list[Signs]) -> None:
    _loses(c, i, signs)
    _hurt(c, i, signs)


_TREATMENT = frozenset("stitches surgery operations operation hospital transfusion transfusions grafts".split())
_HARMED = frozenset(
    "scarred paralysed paralyzed blind blinded bleeding disfigured coma brain-damaged dead dying".split()
)
_BODY_PARTS = frozenset(
    "eye eyes leg legs arm arms hand hands finger fingers ear ears foot feet sight teeth tooth tongue toes".split()
)
_STRIKES = frozenset(
    """
    thrust plunged stabbed shot punched kicked slashed hit struck smashed rammed glassed threw hurled sprayed poured
    thrusting plunging stabbing punching kicking slashing hitting smashing ramming throwing hurling spraying pouring
    pointed held pressed fired firing
    """.split()
)
_INTO = frozenset("into in to at over across against through".split())


def _kin(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Roe's mother, Jane Doe`: where she sues, it is mostly for what was done to Roe."""
    at = i + 1 + (c.lower[i + 1 : i + 2] == [","])
    if c.lower[i - 1] in POSSESSIVES and i > 1 and c.entity_at[i - 2] >= 0 and at < len(c.lower) and is_named(c, at):
        s = signs[c.entity_at[i - 2]]
        if c.kinds[c.entity_at[i - 2]] == "person" and c.sentence_of[at] == c.sentence_of[i]:
            s.add("kin", 1.0, "kin of X sues")
            s.body.append(c.entity_at[at])


def _called_victim(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the victim was X`, `the victims were X and Y`, `the victim, identified as X`."""
    lower, end = c.lower, c.span(i)[1]
    for k in range(i + 1, min(end, i + 5)):
        if lower[k] in _ARE or (lower[k] == "as" and "identified" in lower[max(0, i - 4) : k]):
            named = c.objects(k, 4)
            plain = k + 1 < end and (c.entity_at[k + 1] >= 0 or lower[k + 1][0].isdigit() or lower[k] != "was")
            _people(c, named if plain else [], signs, 0.9, "the victim is X")
            return


_WOUNDS = frozenset(
    """
    injuries injury wound wounds scene bruises fracture fractures concussion burns trauma stabbed fractured broken
    """.split()
)
_ARE = frozenset("was were is are include included includes".split())

Reader = Callable[[Clauses, int, list[Signs]], None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(KILL | KILLED, _harm),
    **dict.fromkeys((*KILL_NOUNS, *_BELONGS_TO_VICTIM, "remains", "corpse"), _harm_noun),
    **dict.fromkeys(("paralyzed", "paralysed", "unconscious", "bleeding", "bled", "dying"), _left),
    **dict.fromkeys(
        ("stole", "stealing", "steal", "taking", "embezzled", "embezzling", "took", "pocketed"), _takes_from
    ),
    **dict.fromkeys(("cost", "costs", "costing"), _costs),
    **dict.fromkeys(("compensation", "restitution"), _compensates),
    "dead": _found_dead,
    "died": _died_of_wounds,
    **dict.fromkeys(("suffered", "sustained", "sustaining", "suffering"), _sustains),
    **dict.fromkeys(("discriminated", "retaliated", "discriminating", "retaliating"), _discriminated),
    **dict.fromkeys(("lost", "lose"), _loses_much),
    **dict.fromkeys(("needed", "needs", "left"), _hurt),
    **dict.fromkeys(("face", "chest", "neck", "head", "throat", "stomach", "heart", "abdomen"), _struck),
    **dict.fromkeys(("victim", "victims"), _called_victim),
    **dict.fromkeys(RELATIVES_OF, _kin),
}


def read_deaths(c: Clauses, signs: list[Signs]) -> None:
    """Add that who died is a victim, in a document that tells of a killing."""
    if not _KILLINGS.isdisjoint(c.lower):
        for i in places_where("died".__eq__, c.lower):
            if c.entity_at[i] < 0:
                _died(c, i, signs)
