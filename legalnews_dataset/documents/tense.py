"""Read from the words around a date whether it lies ahead."""

from __future__ import annotations

from collections.abc import Sequence

_AHEAD = frozenset(
    "will shall won't 'll ’ll would begins starts opens resumes continues upcoming planned planning deadline".split()
)
_PLANNED = frozenset(
    "scheduled due expected set planned slated plans plan hopes intends supposed likely going about is are be".split()
)
_PAST = frozenset(
    "said told was were had did took came went found gave made began held says wrote won lost heard saw got left "
    "brought sent met paid fell rose put ran became sought has shot threw struck broke drove fled stole flew grew "
    "wore chose spoke wrote swore bought caught taught thought left kept felt dealt slept spent lent bent built "
    "stood understood told sold led fed bled fought knew withdrew hid rode stabbed shook tore bit".split()
)
_TELLING = _AHEAD | _PAST | frozenset({"to", "be", "scheduled", "slated", "due"})
_NOT_VERBS = frozenset(
    "need indeed proceed exceed speed feed seed bed red hundred unprecedented united limited".split()
)
_AWAITING = frozenset("when once until before after".split())
_REACH = 22


def lies_ahead(words: Sequence[str], first: int, last: int, begin: int, end: int) -> bool | None:
    """Say whether the nearest verb puts the date at words `first` to `last` into the future; None where no verb tells.

    Args:
        words: the text's words in lower case.
        first: index of the first word of the date.
        last: index after its last word.
        begin: index of the first word of its sentence.
        end: index after the last word of its sentence.

    >>> words = "he will appear in court friday , prosecutors said".split()
    >>> lies_ahead(words, 5, 6, 0, len(words))
    True

    """
    for i in range(first - 1, max(begin, first - _REACH) - 1, -1):
        verdict = _tells(words, i)
        if verdict is not None:
            return verdict
    for i in range(last, min(end, last + _REACH)):
        verdict = _tells(words, i)
        if verdict is not None:
            return verdict
    return None


def _tells(words: Sequence[str], i: int) -> bool | None:
    word = words[i]
    if word not in _TELLING and not word.endswith("ed"):
        return None
    if word in _AHEAD:
        return True
    if word == "to" and i and words[i - 1] in _PLANNED:
        return not (i > 1 and words[i - 2] in ("was", "were", "had", "been"))
    if word == "be" and i and words[i - 1] in ("to", "should", "could", "may", "must"):
        return True
    if word in ("scheduled", "slated", "due") and i and words[i - 1] not in ("was", "were", "been"):
        return True
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS and word not in _PLANNED):
        # `will be sentenced`: the participle says nothing, the auxiliary before it does.
        return None if i and words[i - 1] in ("be", "get") else _is_awaited(words, i)
    return None


def _is_awaited(words: Sequence[str], i: int) -> bool:
    """Tell `when he is sentenced on Friday` from what has happened."""
    return i > 2 and words[i - 1] in ("is", "are") and not _AWAITING.isdisjoint(words[i - 4 : i - 1])
