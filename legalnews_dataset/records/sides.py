"""Find who stands against whom: one reader per word that puts people on sides."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.records import accusations, suits
from legalnews_dataset.records.claims import Claim
from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import ARREST_VERBS, COURT_ORDER, CRIME_VERBS, SUIT_NOUNS

Reader = Callable[[Clauses, int, list[Claim]], None]
_READERS: dict[str, Reader] = {
    **dict.fromkeys(CRIME_VERBS, accusations.crime_verb),
    **dict.fromkeys(ARREST_VERBS, accusations.arrest),
    **dict.fromkeys(("charging", "indicting", "convicting", "sentencing", "accusing"), accusations.charging),
    **dict.fromkeys(("guilty", "liable"), accusations.guilty),
    **dict.fromkeys(("appeal", "plea", "bid", "request"), accusations.plea),
    "contest": accusations.contest,
    **dict.fromkeys(("faces", "faced", "face", "facing"), accusations.faces),
    **dict.fromkeys(("denies", "denied", "deny", "denying"), accusations.denies),
    **dict.fromkeys(("serving", "served"), accusations.serving),
    **dict.fromkeys(
        (
            *("trial", "conviction", "convictions", "sentencing", "indictment", "prosecution", "retrial"),
            *("sentence", "execution", "imprisonment", "extradition"),
        ),
        accusations.trial,
    ),
    **dict.fromkeys(("sued", "sues", "sue", "suing", "countersued"), suits.sued),
    **dict.fromkeys(("v", "vs", "versus"), suits.versus),
    **dict.fromkeys(SUIT_NOUNS, suits.suit_noun),
    "against": accusations.against,
    **dict.fromkeys(COURT_ORDER, suits.barred),
    **dict.fromkeys(("bankruptcy", "chapter"), suits.bankrupt),
    **dict.fromkeys(("settlement", "settled", "agreement", "decree"), suits.settlement),
    **dict.fromkeys(("agreed", "agrees", "agree"), suits.agreed),
    "ordered": accusations.ordered,
    "fined": accusations.fined,
    **dict.fromkeys(("defendant", "defendants", "plaintiff", "plaintiffs"), accusations.named_side),
    **dict.fromkeys(("favor", "favour"), suits.favor),
    "awarded": suits.awarded,
    "among": accusations.among,
    **dict.fromkeys(("names", "named", "naming", "identified"), accusations.names),
    "asked": suits.asked,
    **dict.fromkeys(("won", "wins"), suits.won),
    **dict.fromkeys(("battle", "dispute", "fight", "battles"), suits.dispute),
    **dict.fromkeys(("seeking", "seeks", "seek", "sought"), suits.seeking),
}


def find_claims(clauses: Clauses) -> list[Claim]:
    """Return every clause of the document that puts an entity on a side, in text order."""
    out: list[Claim] = []
    for i, word in [(i, word) for i, word in enumerate(clauses.lower) if word in _READERS]:
        if clauses.entity_at[i] < 0:
            _READERS[word](clauses, i, out)
    return out
