"""Let the linear model add the parties that the rules missed, and drop those that it is sure are none."""

from __future__ import annotations

from dataclasses import replace

from legalnews_dataset.records.claims import Proceeding
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import CIVIL_WORDS, CRIME_WORDS
from legalnews_dataset.records.role_features import read_cast, role_features, sides_of, telling_sentences
from legalnews_dataset.records.role_model import NONE, Opinion, RoleModel, judge_role
from legalnews_dataset.records.signs import Signs
from legalnews_dataset.records.story import Party

ADDED = 0.42  # from this chance on, a role is added to an entity that the rules gave none
ACCUSED = 0.7  # a wrong defendant is worse than a missing one
CHANGED = 0.6  # and one that the rules gave is replaced
DROPPED = 0.9  # chance of no role at all, from which the rules' roles are dropped
FOUNDED = 0.5  # chance of a defendant, from which one makes a case where the rules found none
LEGAL = 5  # words of procedure that such an article must have
SIDES = ("plaintiff", "defendant")
NO_HELPERS = (NONE, *SIDES)


def judge_roles(
    c: Clauses, proceedings: list[Proceeding], signs: list[Signs], parties: list[Party], model: RoleModel
) -> list[Opinion | None]:
    """Return the opinion on each entity; None for one that the model does not judge."""
    given: dict[int, list[Party]] = {}
    for party in parties:
        given.setdefault(party.entity, []).append(party)
    telling, sides = telling_sentences(c), sides_of(proceedings)
    cast = read_cast(c, proceedings, parties)
    return [
        judge_role(model, role_features(c, e, s, proceedings, sides, given.get(e, []), telling, cast, model.naming))
        if c.document.entities[e].mentions and (c.kinds[e] != "place" or e in given)
        else None
        for e, s in enumerate(signs)
    ]


def revise_sides(c: Clauses, before: list[Proceeding], opinions: list[Opinion | None]) -> list[Proceeding]:
    """Return the proceedings with likely plaintiffs and defendants on the sides of the main one, or of a new one."""
    proceedings = []
    for p in before:
        a, b = ({e: rule for e, rule in side.items() if not _is_none(opinions[e])} for side in (p.a, p.b))
        if a or b or not (p.a or p.b):
            proceedings.append(replace(p, a=a, b=b))
    standing = {e for p in before for e in (*p.a, *p.b)}
    main = next((p for p in proceedings if p.kind != "other"), None)
    legal = _legal_words(c) if main is None else 0
    # A case that is told names its defendant somewhere: where the rules found none, the likeliest is seldom wrong.
    accused = ACCUSED if main is None or main.b else ADDED
    for e, opinion in enumerate(opinions):
        if opinion is None or opinion.role not in SIDES or e in standing:
            continue
        best = opinion.role
        if opinion.chance < ((accused if best == "defendant" else ADDED) if proceedings else FOUNDED):
            continue
        if main is None and best == "defendant" and legal >= LEGAL:
            main = Proceeding(_kind(c), token=c.first[c.document.entities[e].mentions[0]], rule="likely defendant")
            proceedings.append(main)
        if main is not None and best == "defendant":
            main.b[e] = "likely defendant"
        elif main is not None and main.kind != "criminal":
            main.a[e] = "likely plaintiff"
    return proceedings


def _is_none(opinion: Opinion | None) -> bool:
    return opinion is not None and opinion.none > DROPPED


def _legal_words(c: Clauses) -> int:
    return sum(w in CRIME_WORDS or w in CIVIL_WORDS for w in c.lower)


def _kind(c: Clauses) -> str:
    crime, civil = (sum(map(words.__contains__, c.lower)) for words in (CRIME_WORDS, CIVIL_WORDS))
    return "criminal" if crime > civil else "civil"


def revise_helpers(proceedings: list[Proceeding], parties: list[Party], opinions: list[Opinion | None]) -> list[Party]:
    """Return the parties with the roles beside the sides added, replaced or dropped where the model is sure."""
    held = {(party.entity, party.role) for party in parties}
    revised = [after for party in parties if (after := _revise(party, opinions[party.entity], proceedings, held))]
    cast = {party.entity for party in parties}
    for e, opinion in enumerate(opinions):
        if opinion is not None and opinion.role not in NO_HELPERS and opinion.chance >= ADDED and e not in cast:
            best = opinion.role
            revised.append(Party(0, e, best, _represents(proceedings, best), f"likely {best}"))
    return list({(party.case, party.entity, party.role): party for party in revised}.values())


def _revise(
    party: Party, opinion: Opinion | None, proceedings: list[Proceeding], held: set[tuple[int, str]]
) -> Party | None:
    if party.role in SIDES or opinion is None:
        return party
    best = opinion.role
    if best == NONE:
        return None if _is_none(opinion) else party
    if best in SIDES or (party.entity, best) in held or opinion.chance < CHANGED:
        return party
    return Party(party.case, party.entity, best, _represents(proceedings, best), f"likely {best}")


def _represents(proceedings: list[Proceeding], role: str) -> tuple[int, ...]:
    main = proceedings[0]
    side = main.a if role == "plaintiff_attorney" else main.b if role == "defense_attorney" else {}
    return tuple(side) if len(side) == 1 else ()
