"""Link the mentions of one person or body: short forms to the full form that the article introduces."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from legalnews_dataset.documents.document import Entity, Mention, Tokens
from legalnews_dataset.documents.evidence import lone_score
from legalnews_dataset.documents.lexicon import (
    BODY,
    COMMON,
    COMPASS,
    FEMALE,
    FIRST,
    HEAD,
    INITIAL,
    MALE,
    MODIFIER,
    NATIONALITY,
    ORDINARY,
    PLACE,
    POSTNOMINAL,
    ROLE_MODIFIERS,
    ROLES,
    SUFFIX,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.parts import LOST_APOSTROPHE, Part
from legalnews_dataset.documents.runs import Unit

_SMALL = word_set("joins", "small")


@dataclass(slots=True)
class _Draft:
    """An entity in the making."""

    kind: str
    words: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    descriptions: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    seen: int = -1


def link(
    text: str, tokens: Tokens, parts: list[Part], lowered: set[str]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of the parts."""
    drafts: list[_Draft] = []
    by_surname: dict[str, list[_Draft]] = defaultdict(list)
    by_first: dict[str, list[_Draft]] = defaultdict(list)
    bodies: dict[frozenset[str], _Draft] = {}
    aliases: dict[str, _Draft] = {}
    of_part: list[_Draft | None] = [None] * len(parts)
    for at, part in enumerate(parts):
        if part.kind == "person" and len(part.units) > 1:
            of_part[at] = _person(part.units, drafts, by_surname, by_first)
        elif part.kind in ("organization", "government", "place"):
            of_part[at] = _body(part, tokens, drafts, bodies, aliases)
    votes: dict[str, float] = defaultdict(float)
    for part in parts:
        if not part.kind and len(part.units) == 1:
            unit = part.units[0]
            if unit.word.lower() not in lowered and not unit.flags & (ORDINARY | INITIAL):
                votes[unit.word] += lone_score(tokens.words, unit.first, unit.last)
    for at, part in enumerate(parts):
        draft = of_part[at]
        units = part.units
        if draft is None:
            draft = _short(part, drafts, by_surname, by_first, bodies, aliases, votes)
            if draft is None:
                continue
        draft.seen = units[0].first
        start, end = tokens.starts[units[0].first], tokens.ends[units[-1].last - 1]
        if _lost_apostrophe(tokens.words, units[-1], draft):
            end -= 1
        draft.spans.append((start, end))
        if draft.kind == "person":
            _describe(text, tokens, part, draft)
    return _finish(text, drafts)


def _lost_apostrophe(words: tuple[str, ...], unit: Unit, draft: _Draft) -> bool:
    """Tell whether the s of a mention is a possessive whose apostrophe the source lost (`Roes car`)."""
    if unit.word in LOST_APOSTROPHE:
        after = words[unit.last : unit.last + 1]
        return unit.word == "Departments" or (bool(after) and after[0][0].isupper())
    return unit.word[-1] == "s" and (
        draft.words[-1] == unit.word[:-1] or (unit.word[:-1].isupper() and bool(unit.flags & BODY))
    )


def _person(
    units: tuple[Unit, ...],
    drafts: list[_Draft],
    by_surname: dict[str, list[_Draft]],
    by_first: dict[str, list[_Draft]],
) -> _Draft:
    words = tuple(unit.word for unit in units if not unit.flags & POSTNOMINAL or unit is units[0])
    for draft in by_surname[words[-1]]:
        if _compatible(words, draft.words):
            if len(words) > len(draft.words):
                draft.words = words
            return draft
    gender = "m" if units[0].flags & MALE else "f" if units[0].flags & FEMALE else None
    draft = _Draft("person", words, gender=gender)
    drafts.append(draft)
    by_surname[words[-1]].append(draft)
    by_first[words[0]].append(draft)
    return draft


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names with one surname can be one person's."""
    x, y = a[0], b[0]
    if x == y:
        m, n = a[1:-1], b[1:-1]
        return not m or not n or m[0][0] == n[0][0]
    if min(len(x), len(y)) <= 2 and x[0] == y[0]:
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return long[-len(short) :] == short


def _body(
    part: Part, tokens: Tokens, drafts: list[_Draft], bodies: dict[frozenset[str], _Draft], aliases: dict[str, _Draft]
) -> _Draft:
    units = part.units
    words = tuple(tokens.words[units[0].first : units[-1].last])
    core = [unit for unit in units if not unit.flags & SUFFIX] or list(units)
    key = frozenset(w.lower().rstrip("s") for w in words if w != ".") - _SMALL or frozenset(words)
    draft = bodies.get(key)
    if draft is None:
        draft = _Draft(part.kind, words)
        drafts.append(draft)
        bodies[key] = draft
        if part.kind != "place":
            for size in range(1, len(core)):
                lead = core[:size]
                if size == 1 and lead[0].flags & (
                    FIRST | NATIONALITY | PLACE | ORDINARY | COMPASS | MODIFIER | TITLE | HEAD
                ):
                    continue
                aliases.setdefault(" ".join(unit.word for unit in lead), draft)
            if len(core) < len(units):
                aliases.setdefault(" ".join(unit.word for unit in core), draft)
            initials = [w[0] for w in words if w[0].isupper()]
            if len(initials) > 1:
                aliases.setdefault("".join(initials), draft)
                aliases.setdefault("".join(w[0].upper() for w in words if w[0].isalpha()), draft)
            end = units[-1].last
            if end + 2 < len(tokens.words) and tokens.words[end] == "(" and tokens.words[end + 2] == ")":
                aliases[tokens.words[end + 1]] = draft
        else:
            aliases.setdefault(" ".join(words), draft)
    elif len(words) > len(draft.words):
        draft.words = words
    return draft


def _short(
    part: Part,
    drafts: list[_Draft],
    by_surname: dict[str, list[_Draft]],
    by_first: dict[str, list[_Draft]],
    bodies: dict[frozenset[str], _Draft],
    aliases: dict[str, _Draft],
    votes: dict[str, float],
) -> _Draft | None:
    """Return the entity of a short or still open form, if the article has introduced it."""
    units = part.units
    words = tuple(unit.word for unit in units)
    name = " ".join(words)
    flags = units[0].flags
    if part.kind == "person":
        known = _bearer(words[-1], part, by_surname)
        if known is None:
            known = _Draft("person", words)
            drafts.append(known)
            by_surname[words[-1]].append(known)
        return known
    if len(units) > 1:
        if name in aliases:
            return aliases[name]
        for draft in by_surname.get(words[-1], ()):
            if draft.words[-len(words) :] == words:
                return draft
        return None
    word = words[0]
    known = _bearer(word, part, by_surname)
    if known is None and word in aliases and not flags & HEAD:
        known = aliases[word]
    if known is None and word.endswith("s"):
        known = _bearer(word[:-1], part, by_surname)
        if known is None and word[:-1] in aliases:
            known = aliases[word[:-1]]
    if known is None and len(by_first.get(word, ())) == 1:
        known = by_first[word][0]
    vote = votes.get(word, 0.0)
    if known is None and vote <= (-2.5 if flags & (FIRST | COMMON) else -0.8):
        known = _Draft("organization", words)
        drafts.append(known)
        aliases[word] = known
    elif known is None and vote >= 2:
        known = _Draft("person", words)
        drafts.append(known)
        by_surname[word].append(known)
    return known


def _bearer(surname: str, part: Part, by_surname: dict[str, list[_Draft]]) -> _Draft | None:
    bearers = by_surname.get(surname)
    if not bearers:
        return None
    if len(bearers) == 1:
        return bearers[0]
    return max(bearers, key=lambda draft: draft.seen)


def _describe(text: str, tokens: Tokens, part: Part, draft: _Draft) -> None:
    """Note the titles before and the apposition after a mention."""
    words = tokens.words
    begin = part.units[0].first
    if part.title:
        a, b = part.title
        title = text[tokens.starts[a] : tokens.ends[b - 1]]
        begin = a
        if title not in draft.titles:
            draft.titles.append(title)
        head = title.split()[-1].rstrip(".")
        if head in ("Mr", "Sir", "Lord"):
            draft.gender = "m"
        elif head in ("Mrs", "Ms", "Miss", "Dame", "Lady"):
            draft.gender = "f"
    low = begin
    while low > 0 and (words[low - 1] in ROLES or (words[low - 1] in ROLE_MODIFIERS and low < begin)):
        low -= 1
    if low < begin:
        title = text[tokens.starts[low] : tokens.ends[begin - 1]]
        if title not in draft.titles:
            draft.titles.append(title)
    end = part.units[-1].last
    if end + 1 < len(words) and (words[end] == "," or words[end] == "who"):
        at = end + (words[end] == ",")
        stop = min(len(words), at + 40)
        close = at
        while close < stop and words[close] not in (",", ".", ";", '"', "”", "“"):
            close += 1
        if close < stop and close > at and (words[at][0].islower() or words[at].isdigit()):
            draft.descriptions.append((tokens.starts[at], tokens.ends[close - 1]))


def _finish(text: str, drafts: list[_Draft]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    drafts = [draft for draft in drafts if draft.spans]
    placed = sorted((start, end, at) for at, draft in enumerate(drafts) for start, end in draft.spans)
    of_draft: list[list[int]] = [[] for _ in drafts]
    for i, (_, _, at) in enumerate(placed):
        of_draft[at].append(i)
    entities = tuple(
        Entity(
            max((text[a:b] for a, b in draft.spans), key=len),
            draft.kind,
            tuple(of_draft[at]),
            tuple(draft.titles),
            tuple(draft.descriptions),
            draft.gender,
        )
        for at, draft in enumerate(drafts)
    )
    return tuple(Mention(*row) for row in placed), entities
