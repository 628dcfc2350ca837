"""Read from verbs at which stage an award is and who decided it."""

from __future__ import annotations

from collections.abc import Sequence

from legalnews_dataset.records.award_reading import Setting, has
from legalnews_dataset.records.award_words import (
    AGENCIES,
    AGREEMENTS,
    AGREES,
    DEMANDS,
    GIVES,
    IMPOSES,
    JUDGES,
    JURORS,
    ORDERS,
    OUTCOMES,
    REDUCES,
    RISKS,
    SEEKS,
    STIPULATIONS,
    SUES,
    UNDOES,
    UNDOES_WITH,
)

_BREAKS = frozenset(". , ; after by".split())
# The words that can tell a status; all others are passed over.
_TELLING = frozenset().union(
    RISKS, SEEKS, DEMANDS, SUES, AGREES, AGREEMENTS, REDUCES, UNDOES, UNDOES_WITH, ORDERS, GIVES
) | frozenset("; fined sentenced must won imposed upheld will shall".split())


def status_of(words: Sequence[str], first: int, last: int, noun: str, kind: str, setting: Setting) -> str:
    """Return the status that the nearest verb before the sum gives, then the one after it; `` where none does."""
    if noun in DEMANDS:
        return "sought"
    if _was_given(words[last : last + 9]):
        return "awarded"
    for i in range(first - 1, -1, -1):
        if words[i] not in _TELLING:
            continue
        if words[i] == ";":
            break
        status = _status_at(words, i, first, noun, kind, setting)
        if status:
            return status
    for i in range(last, min(last + 12, len(words))):
        if is_undone(words, i):
            return "overturned"
        if words[i] in AGREES:
            return "agreed"
    return ""


def _was_given(after: Sequence[str]) -> bool:
    """Tell `the $5 in damages that jurors awarded`, whatever is asked of the sum."""
    given = next((j for j, word in enumerate(after) if word in ("awarded", "granted", "imposed")), 0)
    return has(after[:given], JURORS | JUDGES) and not has(after[:given], _BREAKS)


def _status_at(words: Sequence[str], i: int, first: int, noun: str, kind: str, setting: Setting) -> str | None:
    """Return the status that the word `i` before the sum gives it, None where it gives none."""
    word, gap = words[i], first - 1 - i
    fixed = noun in OUTCOMES or kind == "settlement"
    if word == "award":
        return None
    if word in ("may", "might", "could") and (gap > (16 if word == "could" else 9) or words[i + 1] == "have"):
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
    if word in REDUCES and noun != "bond":
        return "awarded" if "to" in words[i:first] and words[first - 1] != "from" else "reduced"
    if is_undone(words, i):
        return "awarded" if any(other in ("reinstated", "restored") for other in words[first:]) else "overturned"
    if word in ORDERS and (has(words[max(0, i - 5) : i], AGREEMENTS) or has(words[:i], STIPULATIONS)):
        return "agreed"
    if word in ORDERS or word in GIVES or word in ("fined", "sentenced", "must", "won", "imposed", "upheld"):
        return "awarded"
    if word in ("will", "shall") and setting.settled:
        return "agreed"
    return None


def is_undone(words: Sequence[str], i: int) -> bool:
    """Tell whether the word is a verb that takes a decision back: `vacated`, `threw out`."""
    word = words[i]
    return word in UNDOES or (word in UNDOES_WITH and UNDOES_WITH[word] in words[i + 1 : i + 3])


def decided_by(words: Sequence[str], first: int, status: str, kind: str) -> str | None:
    """Say who decided: a jury finds damages, a court imposes a punishment unless an agency does, parties agree."""
    if status == "agreed":
        return "agreement"
    if status in ("sought", "possible"):
        return None
    court = has((words[:first] if kind == "bail" else words), JUDGES)
    if kind in ("fine", "restitution", "forfeiture", "bail", "other"):
        if court:
            return "judge"
        if kind in ("fine", "other") and has(words, AGENCIES):
            return "agency"
        return "judge" if has(words, IMPOSES) else None
    if has(words, JURORS):
        return "jury"
    if status == "awarded" and any(word in ("appeal", "appeals") for word in words):
        return None
    if court:
        return "judge"
    return "agency" if has(words, AGENCIES) else None
