"""The inventory of an article: whom and what its full forms introduce, and by which short forms they go."""

from __future__ import annotations

from dataclasses import dataclass, field

from legalnews_dataset.documents.lexicon import (
    BODY,
    COMMON,
    COMPASS,
    COURTESY,
    FEMALE,
    FIRST,
    FLAGS,
    HEAD,
    INITIAL,
    MALE,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PLACE,
    POSTNOMINAL,
    SUFFIX,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.parts import Part
from legalnews_dataset.documents.runs import PARTICLES, Unit

_SMALL = word_set("joins", "small")
MOST_BEARERS = 12  # people of one surname that are told apart
_NO_ALIAS = FIRST | NATIONALITY | PLACE | ORDINARY | COMPASS | MODIFIER | TITLE | HEAD | COURTESY


@dataclass(slots=True)
class Draft:
    """An entity in the making.

    `on_bench` tells a judge, who is seldom named without the title; `seen` is the token of its latest mention, -1
    before the first; `longest` the place of its longest mention.
    """

    kind: str
    words: tuple[str, ...]
    gender: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    descriptions: list[tuple[int, int]] = field(default_factory=list)
    on_bench: bool = False
    seen: int = -1
    longest: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Inventory:
    """Everything that an article introduces, and the ways to look it up.

    `surnames` and `first_names` hold the people that go by a word, `aliases` the bodies and places that go by a short
    form, `forms` both by their tokens, `keys` the bodies by the words of their names in any order.
    """

    drafts: list[Draft] = field(default_factory=list)
    surnames: dict[str, list[Draft]] = field(default_factory=dict)
    first_names: dict[str, list[Draft]] = field(default_factory=dict)
    aliases: dict[str, Draft] = field(default_factory=dict)
    forms: dict[tuple[str, ...], Draft] = field(default_factory=dict)
    keys: dict[frozenset[str], Draft] = field(default_factory=dict)


def add_person(inventory: Inventory, units: tuple[Unit, ...]) -> Draft:
    """Return the person of a full name, new or known under a compatible one."""
    words = tuple(unit.word for unit in units if not unit.flags & POSTNOMINAL or unit is units[0])
    surname = words[-1]
    if surname[-1] == "s" and surname not in inventory.surnames and surname[:-1] in inventory.surnames:
        words = (*words[:-1], surname[:-1])  # a possessive whose apostrophe is lost
        surname = words[-1]
    bearers = inventory.surnames.setdefault(surname, [])
    if bearers and len(words) == 2 and words[0].lower() in PARTICLES:
        return bearers[-1]  # `Van Gelder` for `Piet van Gelder`
    if bearers and len(words) == 2 and units[0].flags & TITLE and bearers[-1].words[0] != words[0]:
        return bearers[-1]  # `Dean Roe` is not a Dean beside the article's Jane Roe
    suffix = units[-1].word if units[-1].flags & POSTNOMINAL else ""
    for draft in bearers[-MOST_BEARERS:]:
        if _compatible(words, draft.words) and (not suffix or draft.words[-1] == surname):
            if len(words) > len(draft.words):
                draft.words = words
            return draft
    flags = units[0].flags
    draft = Draft("person", words, "m" if flags & MALE else "f" if flags & FEMALE else None)
    inventory.drafts.append(draft)
    bearers.append(draft)
    if len(words) > 1:
        inventory.first_names.setdefault(words[0], []).append(draft)
    return draft


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names with one surname can be one person's."""
    x, y = a[0], b[0]
    if len(a) == 1 or len(b) == 1:
        return False
    if x == y:
        m, n = a[1:-1], b[1:-1]
        return not m or not n or m[0][0] == n[0][0]
    if x[0] == y[0] and (len(x) == 1 or len(y) == 1 or "." in x or "." in y or x.startswith(y) or y.startswith(x)):
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) < len(long) and long[-len(short) :] == short


def add_body(inventory: Inventory, part: Part, words: tuple[str, ...]) -> Draft:
    """Return the body or place of a full form, new or known by the same words.

    Args:
        inventory: what the article has introduced so far.
        part: the form.
        words: the tokens of the article.

    """
    units = part.units
    form = words[units[0].first : units[-1].last]
    draft = inventory.forms.get(form)
    if draft is not None:
        return draft
    short = inventory.aliases.get(" ".join(unit.word for unit in units)) if len(units) > 1 else None
    if short is not None and short.kind == part.kind == "organization":
        inventory.forms[form] = short
        return short  # `Ames Oil` of `Ames Oil Co`
    if part.kind == "place":
        draft = Draft("place", form)
        inventory.aliases.setdefault(" ".join(form), draft)
    else:
        core = [unit.word for unit in units if not unit.flags & SUFFIX]
        named = core if len(core) > 1 and part.kind == "organization" else form
        key = frozenset([w.lower().rstrip("s") for w in named if w[0].isalnum()]) - _SMALL or frozenset(form)
        draft = inventory.keys.get(key)
        if draft is not None:
            inventory.forms[form] = draft
            return draft
        draft = Draft(part.kind, form)
        inventory.keys[key] = draft
        _add_aliases(inventory.aliases, draft, units, words)
    inventory.forms[form] = draft
    inventory.drafts.append(draft)
    return draft


def _add_aliases(aliases: dict[str, Draft], draft: Draft, units: tuple[Unit, ...], words: tuple[str, ...]) -> None:
    core = [unit for unit in units if not unit.flags & SUFFIX]
    for size in range(1, len(core) + (len(core) < len(units))):
        flags = core[0].flags
        if size == 1 < len(core) and flags & BODY:
            continue  # `Medicare` is not the `Medicare Fraud Strike Force`
        if size == 1 < len(core) and flags & COMMON and draft.kind == "government":
            continue  # `Investigations` is not the `Investigations Bureau`
        if size > 1 or not flags & _NO_ALIAS or (flags & FIRST and draft.kind == "organization"):
            aliases.setdefault(" ".join(unit.word for unit in core[:size]), draft)
    if (len(core) > 1 and core[0].flags & INITIAL) or (core and core[0].word.isupper() and len(core[0].word) == 2):
        # `Reynolds` for `RJ Reynolds Tobacco`.
        for unit in core[1:2]:
            if not unit.flags & (COMMON | HEAD | BODY):
                aliases.setdefault(unit.word, draft)
    form = words[units[0].first : units[-1].last]
    if " " in units[0].word and units[0].flags & BODY and not FLAGS.get(form[0], 0) & _NO_ALIAS:
        aliases.setdefault(form[0], draft)  # `Ames` for `Ames Boyle Crane Inc`
    named = words[core[0].first : core[-1].last] if core else form
    capitals = [w[0] for w in named if w[0].isupper()]
    if len(capitals) > 1:
        aliases.setdefault("".join(capitals), draft)
        aliases.setdefault("".join([w[0] for w in named if w[0].isalpha()]), draft)  # `MoD`
        aliases.setdefault("".join([w[0].upper() for w in named if w[0].isalpha()]), draft)
        if units[0].flags & (NATIONALITY | PLACE) and len(capitals) > 2:
            aliases.setdefault("".join(capitals[1:]), draft)
    end = units[-1].last
    tail = words[end : end + 3]
    if len(tail) == 3 and tail[0] == "(" and tail[1] in ('"', "“"):
        tail = (tail[0], tail[2], ")")  # `London Tin Board ("LTB")`
    if len(tail) == 3 and tail[0] == "(" and tail[2] == ")" and tail[1][0].isupper():
        aliases[tail[1]] = draft
    elif len(tail) == 3 and tail[0] == "," and tail[2] in (",", ".") and tail[1].isupper() and tail[1][0] == form[0][0]:
        aliases[tail[1]] = draft  # `London Tin Board, LTB,`
