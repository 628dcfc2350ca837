"""Find who stands against whom: one reader per word that puts people on sides."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.documents.literals import places_where
from legalnews_dataset.records import (
    accusations,
    complaints,
    judgments,
    overseers,
    plain_accusations,
    plain_suits,
    suits,
    suspects,
)
from legalnews_dataset.records.claims import Claim
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import ARREST_VERBS, COURT_ORDER, CRIME_VERBS, LAWSUITS, SUIT_NOUNS

Reader = Callable[[Clauses, int, list[Claim]], None]


def _first(*readers: Reader) -> Reader:
    """Return a reader that asks others in turn, until one has read a claim."""

    def read(c: Clauses, i: int, out: list[Claim]) -> None:
        told = len(out)
        for reader in readers:
            reader(c, i, out)
            if len(out) > told:
                return

    return read


def _each(*readers: Reader) -> Reader:
    """Return a reader that asks all of others."""

    def read(c: Clauses, i: int, out: list[Claim]) -> None:
        for reader in readers:
            reader(c, i, out)

    return read


def _named_side(c: Clauses, i: int, out: list[Claim]) -> None:
    told = len(out)
    accusations.named_side(c, i, out)
    if len(out) == told:
        read = plain_accusations.called_accused if c.lower[i][0] == "d" else plain_accusations.lead_plaintiff
        read(c, i, out)


def _accuses(c: Clauses, i: int, out: list[Claim]) -> None:
    if not LAWSUITS.isdisjoint(c.lower[c.span(i)[0] : i]):
        objects = c.objects(i)
        if objects:
            out.append(Claim("civil", (), tuple(objects), i, "a lawsuit accuses X", 0.9))


def _suit(c: Clauses, i: int, out: list[Claim]) -> None:
    told = len(out)
    suits.suit_noun(c, i, out)
    if not any(claim.a for claim in out[told:]):
        complaints.in_a_suit(c, i, out)


def _punish(c: Clauses, i: int, out: list[Claim]) -> None:
    if c.lower[i - 1] == "to":
        accusations.to_punish(c, i, out)
    elif c.lower[i] == "sentence":
        told = len(out)
        accusations.trial(c, i, out)
        if len(out) == told:
            accusations.sentence_for(c, i, out)


def _jail(c: Clauses, i: int, out: list[Claim]) -> None:
    if c.lower[i - 1] == "to":
        accusations.to_punish(c, i, out)
    else:
        plain_accusations.behind_bars(c, i, out)


_crime_verb = _first(accusations.crime_verb, suspects.named_after)
_READERS: dict[str, Reader] = {
    **dict.fromkeys(("found", "ruled", "concluded"), judgments.found_that),
    **dict.fromkeys(CRIME_VERBS, _crime_verb),
    "charged": _first(overseers.disciplined, _crime_verb),
    **dict.fromkeys(ARREST_VERBS, accusations.arrest),
    **dict.fromkeys(("charging", "indicting", "convicting", "sentencing", "accusing"), accusations.charging),
    **dict.fromkeys(("imprison", "convict", "sentence", "prosecute", "indict", "extradite"), _punish),
    **dict.fromkeys(("guilty", "liable", "negligent"), accusations.guilty),
    **dict.fromkeys(("plea", "bid", "request"), accusations.plea),
    "appeal": _first(accusations.plea, plain_accusations.own_appeal),
    "contest": accusations.contest,
    **dict.fromkeys(("faces", "faced", "face", "facing"), accusations.faces),
    **dict.fromkeys(("denies", "denied", "deny", "denying"), accusations.denies),
    **dict.fromkeys(("serving", "served", "spent"), accusations.serving),
    **dict.fromkeys(
        (
            *("trial", "sentencing", "indictment", "prosecution", "retrial"),
            *("execution", "imprisonment", "extradition"),
        ),
        accusations.trial,
    ),
    **dict.fromkeys(("sued", "sues", "sue", "suing", "countersued"), _first(overseers.each_other, suits.sued)),
    **dict.fromkeys(("struck", "suspended", "banned", "censured"), overseers.disciplined),
    **dict.fromkeys(("went", "sent", "locked", "put"), plain_accusations.goes_to_prison),
    **dict.fromkeys(("v", "vs", "versus"), suits.versus),
    **dict.fromkeys(SUIT_NOUNS, _suit),
    **dict.fromkeys(("took", "taking", "takes", "take", "taken"), complaints.to_court),
    **dict.fromkeys(("infringed", "infringes", "infringe", "infringing"), complaints.infringes),
    **dict.fromkeys(("challenged", "challenging", "challenges"), complaints.challenges),
    **dict.fromkeys(("papers", "documents", "filing", "filings"), suits.papers),
    "against": judgments.against,
    **dict.fromkeys(COURT_ORDER, suits.barred),
    **dict.fromkeys(("bankruptcy", "chapter"), _first(suits.bankrupt, plain_suits.into_bankruptcy)),
    **dict.fromkeys(("agreement", "decree"), suits.settlement),
    "settlement": _first(suits.settlement, plain_suits.class_settlement),
    "settled": _first(suits.settlement, plain_suits.settles),
    **dict.fromkeys(("settle", "settling"), plain_suits.settles),
    **dict.fromkeys(("agreed", "agrees", "agree"), suits.agreed),
    "ordered": _each(suspects.ordered_held, judgments.ordered),
    **dict.fromkeys(("fined", "assessed"), judgments.fined),
    "claims": plain_suits.claims_by,
    **dict.fromkeys(("defendant", "defendants", "plaintiff", "plaintiffs"), _named_side),
    **dict.fromkeys(("favor", "favour"), suits.favor),
    "awarded": suits.awarded,
    "among": accusations.among,
    **dict.fromkeys(("admitted", "admits", "confessed", "confesses"), plain_accusations.admits),
    **dict.fromkeys(("given", "handed", "got"), plain_accusations.given),
    "serve": plain_accusations.must_serve,
    "did": plain_accusations.did_time,
    "dock": plain_accusations.in_the_dock,
    **dict.fromkeys(("spared", "avoided", "escaped", "walked"), plain_accusations.spared),
    **dict.fromkeys(("held", "released"), plain_accusations.held),
    "sentences": accusations.sentence_for,
    "jail": _jail,
    **dict.fromkeys(("prison", "bars"), plain_accusations.behind_bars),
    "custody": _each(plain_accusations.behind_bars, suspects.into_custody),
    "bail": suspects.bail_for,
    **dict.fromkeys(("emotion", "remorse"), suspects.unmoved),
    "get": suspects.could_get,
    **dict.fromkeys(("death", "injection"), suspects.put_to_death),
    "waived": suspects.waived,
    "fate": suspects.fate_of,
    **dict.fromkeys(("appeared", "due", "hauled", "appearing", "appear"), plain_accusations.comes_to_court),
    **dict.fromkeys(("checked", "reported", "reports"), plain_accusations.checks_in),
    **dict.fromkeys(("surrendered", "turned"), plain_accusations.surrenders),
    **dict.fromkeys(("hit", "slapped"), plain_accusations.hit),
    **dict.fromkeys(("client", "clients"), plain_accusations.client),
    **dict.fromkeys(("defending", "defends", "defended"), plain_accusations.defends),
    **dict.fromkeys(("copped", "entered", "changed"), plain_accusations.cops_plea),
    **dict.fromkeys(("suspect", "killer", "co-defendant", "gunman"), plain_accusations.called_accused),
    **dict.fromkeys(("names", "named", "naming", "identified"), accusations.names),
    **dict.fromkeys(("asked", "asks", "asking"), suits.asked),
    **dict.fromkeys(("won", "wins"), _first(plain_suits.wins, plain_suits.wins_order, suits.won)),
    **dict.fromkeys(("winning", "lost", "loses", "losing"), _first(plain_suits.wins, plain_suits.wins_order)),
    "must": plain_suits.must_pay,
    **dict.fromkeys(
        ("discriminated", "retaliated", "defamed", "libelled", "libeled", "defaming", "libelling"), suits.wronged
    ),
    "accuses": _accuses,
    **dict.fromkeys(("battle", "dispute", "fight", "battles"), suits.dispute),
    **dict.fromkeys(("seeking", "seeks", "seek", "claiming", "demanding"), suits.seeking),
    "sought": _first(plain_suits.sought_by, suits.seeking),
    **dict.fromkeys(("brought", "filed", "lodged", "launched"), plain_suits.brought_by),
    "action": plain_suits.takes_action,
    "proceedings": _first(plain_suits.takes_action, suits.suit_noun),
    **dict.fromkeys(("obtained", "secured"), plain_suits.wins_order),
    "divorce": plain_suits.divorce,
    **dict.fromkeys(("conviction", "convictions"), accusations.trial),
    **dict.fromkeys(("accepted", "accepts", "accepting", "received"), plain_suits.accepts_damages),
    **dict.fromkeys(("dismissed", "sacked", "fired"), plain_suits.dismissed_by),
    "led": plain_suits.class_action,
}


def find_claims(clauses: Clauses) -> list[Claim]:
    """Return every clause of the document that puts an entity on a side, in text order."""
    out: list[Claim] = []
    for i in places_where(_READERS.__contains__, clauses.lower):
        if clauses.entity_at[i] < 0:
            _READERS[clauses.lower[i]](clauses, i, out)
    return out
