"""Read a sum of money by the verb that governs it: `was fined $5`, `sued for $5`, `agreed to pay $5`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from legalnews_dataset.records.award_reading import Frame, Setting, has
from legalnews_dataset.records.award_status import decided_by, is_undone
from legalnews_dataset.records.award_words import (
    AGREEMENTS,
    AGREES,
    ASKERS,
    ASKS,
    COURTS,
    FINES,
    GIVES,
    HEDGES,
    JUDGES,
    JURORS,
    OFFERS,
    ORDERS,
    PAYS,
    RISKS,
    SEEKS,
    SETTLES,
    STOPS,
    SUES,
    SUITS,
)

# These verbs make an award even of a sum that is called tax, wages or payment.
_BOUGHT = frozenset("sex sexual drugs cocaine heroin".split())
_ENDED = frozenset("suit suits lawsuit lawsuits case cases claim claims complaint charges action dispute".split())
_STRONG = frozenset({"ordered to pay", "fined", "that is sought", "paid to settle", "asked to pay", "sued for"})
_DEMANDED = SUES | frozenset(("suit", "lawsuit"))


def read_verb(words: Sequence[str], first: int, last: int, setting: Setting, *, only_strong: bool) -> Frame | None:
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
    sued = rule == "seeking" and has(words[max(0, i - 30) : i], SUITS)
    if only_strong and not sued and rule not in _STRONG:
        return None
    return Frame(kind, status, decided_by(words, first, status, kind), rule)


def _verb_after(words: Sequence[str], first: int, last: int) -> tuple[str, str, str] | None:
    """Read `$5m to settle the suit` and `the $5m that she is seeking`."""
    tail = words[last : last + 7]
    ends = any(a == "to" and b in ("drop", "end", "dismiss") for a, b in pairwise(tail)) and has(tail, _ENDED)
    if ends or any(a == "to" and b in ("settle", "resolve") for a, b in pairwise(tail)):
        offered = has(words[max(0, first - 4) : first], OFFERS)
        return "settlement", "sought" if offered else "agreed", "paid to settle"
    if tail[:2] == ["sought", "by"]:
        return "damages", "sought", "that is sought"
    if tail[:1] == ["under"] and has(tail[:4], AGREEMENTS):
        return "settlement", "agreed", "under a settlement"
    if tail and tail[0] in ("that", "which", "it", "he", "she", "they") and has(tail, SEEKS):
        return "damages", "sought", "that is sought"
    return None


def _verb_frame(words: Sequence[str], i: int, last: int, setting: Setting) -> tuple[str, str, str] | None:
    i = _before_apposition(words, i)
    near = list(words[max(0, i - 7) : i + 1])
    risk = has(words[max(0, i - 14) : i + 1], RISKS)
    if (has(near[-5:], FINES) and "for" not in near[-2:]) or _fines_at_length(words, i):
        asked = has(words[max(0, i - 24) : i + 1], SEEKS)
        return "fine", "possible" if risk else "sought" if asked else "awarded", "fined"
    if words[last : last + 1] == ["for"] and has(words[last : last + 4], _BOUGHT):
        return None
    reach = 14 if near[-1] == "with" else 8
    pay = next((j for j in range(i, max(-1, i - reach), -1) if words[j] in PAYS or _hands_over(words, j)), None)
    if pay is not None and not any(word in (";", "for") for word in words[pay + 1 : i + 1]):
        return _pay_frame(words, pay, last, setting)
    if near[-1] == "on" and any(word in ("held", "freed", "released", "jailed") for word in near[-4:]):
        return "bail", "awarded", "held on"
    if near[-1] == "for" and _asks(near) and has(words, ASKERS):
        return "damages", "sought", "asking for"
    if near[-1] == "recover" and has(words[max(0, i - 4) : i], SEEKS):
        return "damages", "sought", "seeking"
    aside = words[i - 1 : i] == [","] and has(words[max(0, i - 25) : i], _DEMANDED)
    if near[-1] == "for" and (has(near, SUES) or aside):
        return "damages", "sought", "sued for"
    if near[-1] in ("for", "with", "of") and has(near, SETTLES):
        return "settlement", "sought" if "would" in near else "agreed", "settled for"
    demanded = setting.damages and _demands(words, near, last)
    if demanded or near[-1] in ("seek", "seeks", "seeking", "sought"):
        return "damages", "sought", "seeking"
    if near[-1] == "of" and len(near) > 2 and near[-2] == "payment" and near[-3] in SEEKS:
        return "damages", "sought", "seeking"
    if near[-1] in ("won", "wins"):
        return ("damages", "awarded", "won") if setting.damages else None
    gives = next((j for j in range(len(near) - 1, max(-1, len(near) - 6), -1) if near[j] in GIVES), None)
    if gives is not None and not has(near[gives:], STOPS):
        if not setting.damages and not has(words, JURORS | JUDGES):
            return None
        asked = has(near[:gives], SEEKS)
        return "damages", "sought" if asked else "awarded", "awarded"
    return None


def _before_apposition(words: Sequence[str], i: int) -> int:
    """Return where the words go on before a name set between commas (`awarded the widow, Jane Roe, $5`)."""
    if words[i] != ",":
        return i
    opens = next((j for j in range(i - 1, max(0, i - 7), -1) if words[j] == ","), 0)
    return opens - 1 if opens and has(words[max(0, opens - 5) : opens], GIVES | FINES) else i


def _fines_at_length(words: Sequence[str], i: int) -> bool:
    """Tell `fined` before a long object (`fined two makers of parts in the north a total of $5`)."""
    for j in range(i, max(-1, i - 16), -1):
        if words[j] in ("fined", "fining"):
            return True
        if words[j] in _NEW_CLAUSE:
            return False
    return False


_NEW_CLAUSE = frozenset("that who which and but for after when while said , ; : $ £ €".split())


def _demands(words: Sequence[str], near: Sequence[str], last: int) -> bool:
    """Tell `the suit demands $5`, `they want $5 from Acme`, `who wants his cat back plus $5` in a suit."""
    wants = near[-1] in _WANTS or (near[-1] == "plus" and has(near, _WANTS))
    if wants and (words[last : last + 1] == ["from"] or has(words, SUES | SUITS)):
        return True
    return (near[-1].startswith("demand") or near[-1] in ("want", "wants")) and has(words, ASKERS)


_WANTS = frozenset(("want", "wants", "claiming"))


def _asks(near: Sequence[str]) -> bool:
    """Tell `asked for $5` and `asked the jury for $5`."""
    asked = next((j for j in range(len(near) - 2, max(-1, len(near) - 6), -1) if near[j] in ASKS), None)
    return asked is not None and (asked == len(near) - 2 or has(near[asked:], JURORS | COURTS))


def _hands_over(words: Sequence[str], j: int) -> bool:
    return words[j] in ("hand", "turn") and words[j + 1 : j + 2] == ["over"]


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
            undone = any(is_undone(words, k) for k in range(max(0, j - 12), j))
            kind = "damages" if default == "restitution" and has(words[:j], JURORS) else default
            return kind, "overturned" if undone else "awarded", "ordered to pay"
        if word in AGREES and setting.criminal and not setting.settled and default != "forfeiture":
            return None
        if word in AGREES:
            return default if default == "forfeiture" else "settlement", "agreed", "agreed to pay"
        if word in SEEKS:
            asked = default == "forfeiture" or has(words[max(0, j - 5) : pay], ASKERS)
            return (default, "sought", "asked to pay") if asked else None
        if word in (";", "said"):
            break
    if verb == "pay" and setting.criminal and "sentenced" in words[max(0, pay - 40) : pay]:
        return "restitution", "awarded", "sentenced to pay"
    must = pay - 1 - (words[pay - 1] in ("also", "now"))
    if verb in ("pay", "provide", "repay", "forfeit", "surrender") and (
        words[must] == "must" or words[max(0, must - 1) : must + 1] == ["have", "to"]
    ):
        undone = any(is_undone(words, k) or words[k] == "cleared" for k in range(last, min(last + 24, len(words))))
        agreed = has(words, AGREEMENTS)
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
