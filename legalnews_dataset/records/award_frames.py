"""Read from the words around a sum of money what it is: which kind of award, at which stage, decided by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalnews_dataset.records.award_words import (
    AGENCIES,
    AGREEMENTS,
    AGREES,
    CAUSES,
    CUSTODY,
    DAMAGES_OF,
    DEMANDS,
    FINES,
    GIVES,
    HEAD_PREPOSITIONS,
    HEDGES,
    IMPOSES,
    JUDGES,
    JURORS,
    NEEDS,
    NOUNS,
    OFFERS,
    ORDERS,
    OTHER_MONEY,
    OUTCOMES,
    PAYS,
    REDUCES,
    RISKS,
    SEEKS,
    SETTLES,
    SPOILERS_AFTER,
    SPOILERS_BEFORE,
    STOPS,
    SUES,
    SUITS,
    UNDOES,
    UNDOES_WITH,
)

# The rule of a sum that only measures a suit: `its $5 million dispute with Acme`.
IN_SUIT = "sum in suit"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words around a sum make of it; `rule` names the words that decided."""

    kind: str
    status: str
    decided_by: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article says that one sentence may leave out."""

    settled: bool
    criminal: bool
    damages: bool = False


def frame_of(words: Sequence[str], first: int, last: int, setting: Setting) -> Frame | None:
    """Return the frame of the sum that stands at the words `first` to `last` of its sentence, None for other money.

    Args:
        words: the sentence's words in lower case.
        first: index of the first word of the sum.
        last: index after its last word.
        setting: what the article is about.

    >>> words = "the judge ordered him to pay $ 5 million in restitution".split()
    >>> frame_of(words, 6, 9, Setting(settled=False, criminal=True))
    Frame(kind='restitution', status='awarded', decided_by='judge', rule='noun after')

    """
    if words[max(0, first - 2) : first] == ["set", "aside"] or words[max(0, first - 1) : first] == ["by"]:
        return None
    if _is_taken(words, first, last):
        return Frame("forfeiture", "awarded", _decided_by(words, first, "awarded", "forfeiture"), "confiscated")
    right = _noun_after(words, last)
    if right:
        return _with_noun(words, first, last, right, "noun after", setting)
    left = _noun_before(words, first)
    if right == "" and not (left and left.startswith("bail")):
        return _by_verb(words, first, last, setting, only_strong=True)
    if left:
        return _with_noun(words, first, last, left, "noun before", setting)
    framed = _by_verb(words, first, last, setting, only_strong=False)
    if framed:
        return framed
    late = (
        _noun_later(words, last) if any(w in PAYS or w in AGREES for w in words[max(0, first - 25) : first]) else None
    )
    return _with_noun(words, first, last, late, "noun later", setting) if late else None


def _is_taken(words: Sequence[str], first: int, last: int) -> bool:
    """Tell `ordered that $5m of his property be confiscated`."""
    after = _past_conversion(words, last)
    taken = any(word in ("confiscated", "forfeited", "seized") for word in words[after : after + 9])
    return taken and any(word in ORDERS for word in words[:first])


# ---------------------------------------------------------------- nouns
def _kind(words: Sequence[str], i: int, *, beside: bool = False) -> str:
    """Return the kind that the noun at `i` names, `` where it names none in this company."""
    word = words[i]
    before = words[i - 1] if i else ""
    if (
        word in NEEDS
        and before not in NEEDS[word]
        and not (beside and word == "costs")
        and not (before in ("'", "’", "'s", "’s") and words[i - 2] in NEEDS[word])
    ):
        return ""
    if before in SPOILERS_BEFORE and word not in ("fine", "fines", "penalty", "penalties", "lawsuit", "suit"):
        return ""
    if i + 1 < len(words) and words[i + 1] in SPOILERS_AFTER:
        return ""
    kind = NOUNS[word]
    if kind == "damages":
        for j in range(max(0, i - 3), i):
            if words[j] in DAMAGES_OF and word == "damages":
                return DAMAGES_OF[words[j]]
    return kind


def _past_conversion(words: Sequence[str], last: int) -> int:
    if last < len(words) and words[last] == "(":
        for j in range(last, min(last + 10, len(words))):
            if words[j] == ")":
                return j + 1
    return last


def _noun_after(words: Sequence[str], last: int) -> str | None:
    """Return the award noun right behind the sum (`$5m fine`, `$5m in damages`), `` for other money, None for none."""
    i = _past_conversion(words, last)
    for j in range(i, min(i + 7, len(words))):
        word = words[j]
        if word in NOUNS:
            kind = _kind(words, j, beside=j == i)
            if kind:
                return f"{kind}:{word}"
            if word not in NEEDS:
                return ""
        elif word in OTHER_MONEY:
            return "" if not (j + 1 < len(words) and words[j + 1] in NOUNS) else None
        elif word in STOPS or word in ("to", "for") or (word == "and" and j == i):
            return None
    return None


def _noun_before(words: Sequence[str], first: int) -> str | None:
    """Return the award noun before the sum: `a maximum fine of up to $5`, `bail was set at $5`."""
    i = first - 1
    if words[i] == "by" or "if" in words[max(0, first - 9) : first]:
        return None
    while i >= 0 and words[i] in HEDGES and words[i] not in HEAD_PREPOSITIONS and words[i] not in ("from", "between"):
        i -= 1
    steps = 0
    while i >= 0 and (words[i] in HEAD_PREPOSITIONS or words[i] in HEDGES) and steps < 5:
        i -= 1
        steps += 1
    if steps == 0 or i < 0:
        return None
    for j in range(i, max(-1, i - 4), -1):
        word = words[j]
        if word in NOUNS:
            kind = _kind(words, j)
            return f"{kind}:{word}" if kind else None
        if word in STOPS or word in OTHER_MONEY:
            return None
    return None


def _noun_later(words: Sequence[str], last: int) -> str | None:
    """Return the noun of `$9,000 to the government as a civil penalty`."""
    for j in range(last, min(last + 14, len(words) - 1)):
        if words[j] in ("as", "in") and j > last:
            for k in range(j + 1, min(j + 5, len(words))):
                if words[k] in NOUNS and words[k] not in DEMANDS:
                    kind = _kind(words, k)
                    return f"{kind}:{words[k]}" if kind else None
                if words[k] in STOPS:
                    break
        if words[j] in (";", ".", '"', "”"):
            return None
    return None


# ---------------------------------------------------------------- status
def _with_noun(words: Sequence[str], first: int, last: int, found: str, rule: str, setting: Setting) -> Frame | None:
    kind, noun = found.split(":")
    status = _status(words, first, last, noun, kind, setting)
    if kind == "damages" and any(word in CAUSES for word in words[max(0, first - 6) : first]):
        return None
    if kind == "fees" and status == "":
        return None
    status = status or ("agreed" if kind == "settlement" else "awarded")
    if status == "agreed" and (noun in OUTCOMES or noun in ("backpay", "pay")):
        kind = "settlement"
    if noun in ("bond", "bonds") and not setting.criminal and not any(word in CUSTODY for word in words):
        kind = "other"
    if (
        noun in DEMANDS
        and any(word in SETTLES for word in words[max(0, first - 9) : first])
        and words[first - 1] == "for"
    ):
        return Frame("settlement", "agreed", "agreement", "settled for")
    if noun in ("litigation", "dispute", "lawsuit", "suit"):
        rule = IN_SUIT
    return Frame(kind, status, _decided_by(words, first, status, kind), rule)


def _status(words: Sequence[str], first: int, last: int, noun: str, kind: str, setting: Setting) -> str:
    """Return the status that the nearest verb before the sum gives, then the one after it; `` where none does."""
    if noun in DEMANDS:
        return "sought"
    for i in range(first - 1, -1, -1):
        if words[i] == ";":
            break
        status = _status_at(words, i, first, noun, kind, setting)
        if status:
            return status
    for i in range(last, min(last + 12, len(words))):
        if _undone(words, i):
            return "overturned"
        if words[i] in AGREES:
            return "agreed"
    return ""


def _status_at(words: Sequence[str], i: int, first: int, noun: str, kind: str, setting: Setting) -> str | None:
    """Return the status that the word `i` before the sum gives it, None where it gives none."""
    word, gap = words[i], first - 1 - i
    fixed = noun in OUTCOMES or kind == "settlement"
    if word == "award":
        return None
    if word in RISKS:
        return "possible" if kind in ("fine", "restitution", "forfeiture", "other") else None
    if (word in SEEKS and gap < (2 if fixed else 12)) or (word in DEMANDS and gap < 7 and not fixed):
        return "sought"
    if word in SUES and not fixed:
        return "sought"
    if noun not in OUTCOMES and (word in AGREES or (word in AGREEMENTS and i < first - 2)):
        return "agreed"
    if word in AGREEMENTS and noun == "award":
        return "agreed"
    if word in REDUCES and kind != "bail":
        return "awarded" if "to" in words[i:first] and words[first - 1] != "from" else "reduced"
    if _undone(words, i):
        return "awarded" if any(other in ("reinstated", "restored") for other in words[first:]) else "overturned"
    if word in ORDERS and any(other in AGREEMENTS for other in words[max(0, i - 5) : i]):
        return "agreed"
    if word in ORDERS or word in GIVES or word in FINES or word in ("sentenced", "must", "won", "imposed", "upheld"):
        return "awarded"
    if word in ("will", "shall") and setting.settled:
        return "agreed"
    return None


def _undone(words: Sequence[str], i: int) -> bool:
    word = words[i]
    return word in UNDOES or (word in UNDOES_WITH and UNDOES_WITH[word] in words[i + 1 : i + 3])


def _decided_by(words: Sequence[str], first: int, status: str, kind: str) -> str | None:
    """Say who decided: a jury finds damages, a court imposes a punishment unless an agency does, parties agree."""
    if status == "agreed":
        return "agreement"
    if status in ("sought", "possible"):
        return None
    court = any(word in JUDGES for word in (words[:first] if kind == "bail" else words))
    if kind in ("fine", "restitution", "forfeiture", "bail", "other"):
        if court:
            return "judge"
        if kind in ("fine", "other") and any(word in AGENCIES for word in words):
            return "agency"
        return "judge" if any(word in IMPOSES for word in words) else None
    if any(word in JURORS for word in words):
        return "jury"
    if status == "awarded" and any(word in ("appeal", "appeals") for word in words):
        return None
    if court:
        return "judge"
    return "agency" if any(word in AGENCIES for word in words) else None


# ---------------------------------------------------------------- verbs
# These verbs make an award even of a sum that is called tax, wages or payment.
_STRONG = frozenset({"ordered to pay", "fined", "agreed to pay", "that is sought", "paid to settle", "asked to pay"})


def _by_verb(words: Sequence[str], first: int, last: int, setting: Setting, *, only_strong: bool) -> Frame | None:
    """Read a sum by the verb that governs it: `was fined $5`, `sued for $5`, `agreed to pay $5`."""
    i = first - 1
    while i >= 0 and words[i] in HEDGES and words[i] not in ("to", "of", "from"):
        i -= 1
    if i < 0:
        return None
    found = _verb_after(words, first, last) or _verb_frame(words, i, last, setting)
    if found is None:
        return None
    kind, status, rule = found
    sued = rule == "seeking" and any(word in SUITS for word in words[max(0, i - 30) : i])
    if only_strong and not sued and rule not in _STRONG:
        return None
    return Frame(kind, status, _decided_by(words, first, status, kind), rule)


def _verb_after(words: Sequence[str], first: int, last: int) -> tuple[str, str, str] | None:
    """Read `$5m to settle the suit` and `the $5m that she is seeking`."""
    tail = words[last : last + 7]
    if any(a == "to" and b in ("settle", "resolve") for a, b in pairwise(tail)):
        offered = any(word in OFFERS for word in words[max(0, first - 4) : first])
        return "settlement", "sought" if offered else "agreed", "paid to settle"
    if tail and tail[0] in ("that", "which", "it", "he", "she", "they") and any(word in SEEKS for word in tail):
        return "damages", "sought", "that is sought"
    return None


def _verb_frame(words: Sequence[str], i: int, last: int, setting: Setting) -> tuple[str, str, str] | None:
    near = list(words[max(0, i - 7) : i + 1])
    risk = any(word in RISKS for word in words[max(0, i - 14) : i + 1])
    if any(word in FINES for word in near[-5:]) and "for" not in near[-2:]:
        asked = any(word in SEEKS for word in words[max(0, i - 24) : i + 1])
        return "fine", "possible" if risk else "sought" if asked else "awarded", "fined"
    reach = 14 if near[-1] == "with" else 8
    pay = next((j for j in range(i, max(-1, i - reach), -1) if words[j] in PAYS), None)
    if pay is not None and not any(word in (";", "for") for word in words[pay + 1 : i + 1]):
        return _pay_frame(words, pay, last, setting)
    if near[-1] == "on" and any(word in ("held", "freed", "released", "jailed") for word in near[-4:]):
        return "bail", "awarded", "held on"
    if near[-1] == "for" and any(word in SUES for word in near):
        return "damages", "sought", "sued for"
    if near[-1] in ("for", "with", "of") and any(word in SETTLES for word in near):
        return "settlement", "agreed", "settled for"
    if near[-1] in ("seek", "seeks", "seeking", "sought"):
        return "damages", "sought", "seeking"
    if near[-1] == "of" and len(near) > 2 and near[-2] == "payment" and near[-3] in SEEKS:
        return "damages", "sought", "seeking"
    if near[-1] in ("won", "wins"):
        return ("damages", "awarded", "won") if setting.damages else None
    gives = next((j for j in range(len(near) - 1, max(-1, len(near) - 6), -1) if near[j] in GIVES), None)
    if gives is not None and not any(word in STOPS for word in near[gives:]):
        asked = any(word in SEEKS for word in near[:gives])
        return "damages", "sought" if asked else "awarded", "awarded"
    return None


def _pay_frame(words: Sequence[str], pay: int, last: int, setting: Setting) -> tuple[str, str, str] | None:
    """Read the sum that somebody pays: by order, by agreement, or to settle."""
    default = "restitution" if setting.criminal else "damages"
    verb = words[pay]
    if verb in ("repay", "repays", "repaid", "return") or words[pay + 1] == "back":
        default = "restitution"
    if verb in ("forfeit", "forfeited", "forfeits", "disgorge", "disgorged", "surrender"):
        default = "forfeiture"
    for j in range(pay - 1, max(-1, pay - 14), -1):
        word = words[j]
        if word in RISKS and word != "maximum":
            return default, "possible", "could pay"
        if (word in ORDERS or word == "order") and "to" in words[j : pay + 1]:
            undone = any(_undone(words, k) for k in range(max(0, j - 12), j))
            return default, "overturned" if undone else "awarded", "ordered to pay"
        if word in AGREES and setting.criminal and not setting.settled:
            return None
        if word in AGREES:
            return default if default == "forfeiture" else "settlement", "agreed", "agreed to pay"
        if word in SEEKS:
            return (default, "sought", "asked to pay") if default == "forfeiture" else None
        if word in (";", ".", "said"):
            break
    if verb == "pay" and setting.criminal and "sentenced" in words[max(0, pay - 40) : pay]:
        return "restitution", "awarded", "sentenced to pay"
    if verb in ("pay", "provide", "repay") and (
        words[pay - 1] == "must" or words[max(0, pay - 2) : pay] == ["have", "to"]
    ):
        undone = any(_undone(words, k) or words[k] == "cleared" for k in range(last, min(last + 24, len(words))))
        agreed = any(word in AGREEMENTS for word in words)
        if agreed and not undone:
            return "settlement", "agreed", "must pay"
        return default, "overturned" if undone else "awarded", "must pay"
    if (
        verb in ("pay", "provide", "repay", "return")
        and words[pay - 1] in ("will", "shall", "also")
        and setting.settled
    ):
        return "settlement", "agreed", "will pay"
    return None
