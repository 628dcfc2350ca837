"""Read from the words around a sum of money what it is: which kind of award, at which stage, decided by whom."""

from __future__ import annotations

from collections.abc import Sequence

from legalnews_dataset.records.award_nouns import OTHER, noun_after, noun_before, noun_later, past_conversion
from legalnews_dataset.records.award_reading import IN_SUIT, Frame, Setting, has
from legalnews_dataset.records.award_status import decided_by, status_of
from legalnews_dataset.records.award_verbs import read_verb
from legalnews_dataset.records.award_words import (
    AGREES,
    CAUSES,
    CUSTODY,
    DEMANDS,
    FINES,
    ORDERS,
    OUTCOMES,
    PAYS,
    REDUCES,
    SETTLES,
)


def frame_of(words: Sequence[str], first: int, last: int, setting: Setting) -> Frame | None:
    """Return the frame of the sum that stands at the words `first` to `last` of its sentence, None for other money.

    Args:
        words: the sentence's words in lower case.
        first: index of the first word of the sum.
        last: index after its last word.
        setting: what the article is about.

    >>> from legalnews_dataset.records.award_reading import Setting
    >>> words = "the judge ordered him to pay $ 5 million in restitution".split()
    >>> frame_of(words, 6, 9, Setting(settled=False, criminal=True))
    Frame(kind='restitution', status='awarded', decided_by='judge', rule='noun after')

    """
    if words[max(0, first - 1) : first] == ["by"] and _is_cut(words, first - 1):
        return Frame("damages", "reduced", decided_by(words, first, "reduced", "damages"), "reduced by")
    if words[max(0, first - 2) : first] == ["set", "aside"] or words[max(0, first - 1) : first] == ["by"]:
        return None
    if _is_taken(words, first, last):
        return Frame("forfeiture", "awarded", decided_by(words, first, "awarded", "forfeiture"), "confiscated")
    right = noun_after(words, last)
    if right and right != OTHER:
        return _with_noun(words, first, last, right, "noun after", setting)
    left = noun_before(words, first)
    by_day = left is not None and (left[0] == "bail" or (left[0] == "fine" and words[first - 1] == "of"))
    if right == OTHER and not by_day:
        return read_verb(words, first, last, setting, only_strong=True)
    if left:
        return _with_noun(words, first, last, left, "noun before", setting)
    framed = read_verb(words, first, last, setting, only_strong=False)
    if framed:
        return framed
    late = noun_later(words, last) if any(w in PAYS or w in AGREES for w in words[max(0, first - 25) : first]) else None
    return _with_noun(words, first, last, late, "noun later", setting) if late else None


def _is_cut(words: Sequence[str], by: int) -> bool:
    """Tell `reduced the award by $5m`."""
    return has(words[max(0, by - 3) : by], OUTCOMES | {"damages"}) and has(words[max(0, by - 5) : by], REDUCES)


def _is_taken(words: Sequence[str], first: int, last: int) -> bool:
    """Tell `ordered that $5m of his property be confiscated`."""
    after = past_conversion(words, last)
    taken = any(word in ("confiscated", "forfeited", "seized") for word in words[after : after + 9])
    return taken and has(words[:first], ORDERS)


def _with_noun(
    words: Sequence[str], first: int, last: int, found: tuple[str, str], rule: str, setting: Setting
) -> Frame | None:
    kind, noun = found
    status = status_of(words, first, last, noun, kind, setting)
    if kind == "damages" and has(words[max(0, first - 6) : first], CAUSES):
        return None
    if kind == "fees" and status == "":
        return None
    status = status or ("agreed" if kind == "settlement" else "awarded")
    if status == "agreed" and (noun in OUTCOMES or noun in ("backpay", "pay")):
        kind = "settlement"
    # A criminal court that sentences somebody orders compensation to the victim.
    if noun == "compensation" and setting.criminal and status == "awarded" and has(words[:first], ORDERS | FINES):
        kind = "restitution"
    # Who appeals a judgment posts a bond too: bail is a person's.
    if noun == "bond" and not setting.criminal and not has(words, CUSTODY):
        kind = "other"
    if noun in DEMANDS and has(words[max(0, first - 9) : first], SETTLES) and words[first - 1] == "for":
        return Frame("settlement", "agreed", "agreement", "settled for")
    if noun in ("litigation", "dispute", "lawsuit", "suit"):
        rule = IN_SUIT
    return Frame(kind, status, decided_by(words, first, status, kind), rule)
