"""Link every mention to what the article introduces: short forms (`Roe`, `Acme`, `SEC`) to the full form."""

from __future__ import annotations

from collections import defaultdict

from legalnews_dataset.documents.describe import describe
from legalnews_dataset.documents.document import Entity, Mention, Tokens
from legalnews_dataset.documents.evidence import lone_score
from legalnews_dataset.documents.inventory import MOST_BEARERS, Draft, Inventory, add_body, add_person
from legalnews_dataset.documents.lexicon import BODY, COMMON, FIRST, HEAD, ORDINARY, ROLES, TITLE
from legalnews_dataset.documents.parts import LOST_APOSTROPHE, Part
from legalnews_dataset.documents.runs import Unit

_PEERAGE = frozenset({"Lord", "Lady", "Baroness"})
# Titles that go before first names.
_BEFORE_FIRST = frozenset(
    {"Sir", "Dame", "Sheikh", "Sheik", "King", "Queen", "Prince", "Princess", "Pope", "Brother", "Sister", "Father"}
)
_WHERE = frozenset({"in", "of", "from", "near", "to", "at", "around", "outside", ",", "(", "for"})
_IN = frozenset({"in", "In", "near", "from"})
_LONE_BODY = -0.8  # the greatest weight of a body named by one word
_LONE_PERSON = 2.0  # the least weight of a person named by one word


def link(
    text: str, tokens: Tokens, parts: list[Part], lowered: set[str], opens: set[int]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of the parts, and the entities that they name.

    Args:
        text: the article.
        tokens: its tokens.
        parts: the parts of its names, in order, with their kinds.
        lowered: every word that the article prints in lower case.
        opens: the tokens at which sentences begin.

    """
    inventory = Inventory()
    of_part: list[Draft | None] = []
    for part in parts:
        if part.kind == "person":
            of_part.append(_of_full_name(inventory, part) if len(part.units) > 1 else None)
        elif len(part.units) > 1 or part.kind == "place":
            of_part.append(add_body(inventory, part, tokens.words) if part.kind else None)
        else:
            of_part.append(None)
    votes: dict[str, float] = defaultdict(float)
    where: dict[str, int] = defaultdict(int)
    before: Part | None = None
    late: list[tuple[int, Part]] = []
    for at, part in enumerate(parts):
        draft = of_part[at]
        if draft is None or (draft.kind == "place" and _is_surname(tokens.words, part, inventory)):
            draft = _of_short_form(tokens.words, part, inventory)
        if draft is None:
            unit = part.units[0]
            if (
                len(part.units) == 1
                and not unit.flags & ORDINARY
                and len(unit.word) > 1
                and unit.word.lower() not in lowered
            ):
                where[unit.word] += 1 if _is_inside(tokens.words, unit) else -1
                votes[unit.word] += lone_score(tokens.words, unit.first, unit.last) - 0.3 * _is_acronym(unit)
                late.append((at, part))
            continue
        _mention(tokens, part, draft)
        before = describe(text, tokens, part, before, draft, opens) if draft.kind == "person" else part
    for at, part in late:
        lone = _of_lone_word(tokens.words, part, inventory, votes, where)
        if lone is not None:
            _mention(tokens, part, lone)
            if lone.kind == "person":
                describe(text, tokens, part, parts[at - 1] if at else None, lone, opens)
    return _finish(text, inventory.drafts)


def _of_full_name(inventory: Inventory, part: Part) -> Draft:
    """Return the person of a name of several words, or the body whose name begins so (`Casa Roe` of `Casa Roe Inc`)."""
    body = inventory.aliases.get(" ".join(unit.word for unit in part.units)) if part.title is None else None
    return body if body is not None and body.kind == "organization" else add_person(inventory, part.units)


def _is_acronym(unit: Unit) -> bool:
    return unit.word.isupper() and 2 < len(unit.word) < 7 and not unit.flags & COMMON


def _is_inside(words: tuple[str, ...], unit: Unit) -> bool:
    """Tell whether `in` stands before a word that no caption goes on from (`in Roe v. Doe`)."""
    return words[unit.first - 1] in _IN and unit.first > 0 and words[unit.last : unit.last + 1] not in (("v",), ("vs",))


def _mention(tokens: Tokens, part: Part, draft: Draft) -> None:
    """Add the place of a part to its entity, without a possessive whose apostrophe is lost."""
    first, last = part.units[0].first, part.units[-1]
    end = tokens.ends[last.last - 1]
    if last.word[-1] == "s" and _lost_apostrophe(tokens.words, last, draft):
        end -= 1
    draft.seen = first
    if part.title and draft.words[0] in _PEERAGE:
        first = part.title[1] - 1
    start = tokens.starts[first]
    draft.spans.append((start, end))
    if end - start > draft.longest[1] - draft.longest[0]:
        draft.longest = (start, end)


def _lost_apostrophe(words: tuple[str, ...], unit: Unit, draft: Draft) -> bool:
    """Tell whether the s of a mention is a possessive whose apostrophe the source lost (`Roes car`)."""
    if unit.word in LOST_APOSTROPHE:
        after = words[unit.last : unit.last + 1]
        return unit.word == "Departments" or (bool(after) and after[0][0].isupper())
    return draft.words[-1] == unit.word[:-1] or (unit.word[:-1].isupper() and bool(unit.flags & BODY))


def _of_short_form(tokens_of: tuple[str, ...], part: Part, inventory: Inventory) -> Draft | None:
    """Return the entity of a part that is no full form, if the article has introduced it."""
    units = part.units
    word, flags = units[-1].word, units[0].flags
    if part.kind == "person":
        known = _bearer(tokens_of, word, part, inventory)
        if known is None and word[-1] == "s":
            known = _bearer(tokens_of, word[:-1], part, inventory)
        named = inventory.first_names.get(word, ())
        if known is None and len(named) == 1 and (not part.title or tokens_of[part.title[1] - 1] in _BEFORE_FIRST):
            known = named[0]  # `Saddam`, `Sir Elton`
        if known is None:
            known = add_person(inventory, units)
            title = tokens_of[part.title[1] - 1] if part.title else ""
            if title in _PEERAGE:  # `Lord Cullen` is how the bench is named, not a title before a surname
                known.words = (title, *known.words)
        return known
    if len(units) > 1:
        words = tuple([unit.word for unit in units])
        for draft in inventory.surnames.get(word, ())[-MOST_BEARERS:]:
            if draft.words[-len(words) :] == words:
                return draft
        return inventory.aliases.get(" ".join(words))
    for form in (word, word[:-1]) if word[-1] == "s" else (word, word.partition(".")[0]) if "." in word else (word,):
        known = None if part.kind == "government" else _bearer(tokens_of, form, part, inventory)
        if known is None and not flags & HEAD:
            known = inventory.aliases.get(form)
            if known and known.kind == "government" and not word.isupper() and tokens_of[units[0].first - 1] in _IN:
                known = None  # `in Orange` is the town, not its police
        if known is not None:
            return known
    if part.kind:
        return add_body(inventory, part, tokens_of)
    bearers = inventory.first_names.get(word, ())
    return bearers[0] if len(bearers) == 1 and (flags & FIRST or not flags & (COMMON | TITLE)) else None


def _is_surname(words: tuple[str, ...], part: Part, inventory: Inventory) -> bool:
    """Tell whether a place name is the surname of a person of the article here (`Washington said`)."""
    unit = part.units[0]
    if len(part.units) > 1 or unit.word not in inventory.surnames:
        return False
    return not unit.first or words[unit.first - 1] not in _WHERE


def _of_lone_word(
    words: tuple[str, ...], part: Part, inventory: Inventory, votes: dict[str, float], where: dict[str, int]
) -> Draft | None:
    """Return the entity of one word that nothing introduces, where the words around all its places agree."""
    unit = part.units[0]
    word = unit.word
    known = inventory.aliases.get(word) or next(iter(inventory.surnames.get(word, ())), None)
    if known is not None:
        return known
    if where[word] >= 0 and not unit.flags & COMMON:
        return add_body(inventory, part._replace(kind="place"), words)
    if votes[word] <= (-2.5 if unit.flags & (FIRST | COMMON) else _LONE_BODY):
        draft = Draft("organization", (word,))
        inventory.drafts.append(draft)
        inventory.aliases[word] = draft
        return draft
    return add_person(inventory, part.units) if votes[word] >= _LONE_PERSON else None


def _bearer(words: tuple[str, ...], surname: str, part: Part, inventory: Inventory) -> Draft | None:
    """Return the person that a surname names here: of several, the one whose title or gender fits, else the latest."""
    bearers = inventory.surnames.get(surname)
    if not bearers or len(bearers) == 1:
        return bearers[0] if bearers else None
    begin = part.units[0].first
    low, high = part.title or (begin - (words[begin - 1] in ROLES), begin)
    title = {word.lower() for word in words[low:high]}
    gender = "m" if title & {"mr", "sir"} else "f" if title & {"mrs", "ms", "miss", "dame", "lady"} else None

    def fit(draft: Draft) -> tuple[float, int, int]:
        fits = -2.0 * (gender is not None and draft.gender not in (None, gender))
        if title:
            fits += len(title & {word.lower() for words in draft.titles for word in words.split()})
        return fits - (draft.on_bench and not title), len(draft.spans) if not title else 0, draft.seen

    return max(bearers[-MOST_BEARERS:], key=fit)


def _finish(text: str, drafts: list[Draft]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the drafts as entities, with their mentions in the order of the text."""
    drafts = [draft for draft in drafts if draft.spans]
    placed = sorted([(*span, at) for at, draft in enumerate(drafts) for span in draft.spans])
    of_draft: list[list[int]] = [[] for _ in drafts]
    for i, (_, _, at) in enumerate(placed):
        of_draft[at].append(i)
    entities = [
        Entity(
            text[draft.longest[0] : draft.longest[1]],
            draft.kind,
            tuple(of_draft[at]),
            tuple(draft.titles),
            tuple(draft.descriptions),
            draft.gender,
        )
        for at, draft in enumerate(drafts)
    ]
    return tuple([Mention(*row) for row in placed]), tuple(entities)
