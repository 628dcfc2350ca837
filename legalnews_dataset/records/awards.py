"""Find money as an outcome or a demand in a case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from legalnews_dataset.documents.document import Document, MoneySpan
from legalnews_dataset.records.award_dates import when_of
from legalnews_dataset.records.award_frames import Frame, Setting, frame_of
from legalnews_dataset.records.award_parties import Sides, flow_of, sides_of
from legalnews_dataset.records.story import Award, Case, Event, Party

_SETTLED = ("settlement", "consent decree", "agreed to", "settle ")
_CRIMINAL = (
    "sentenced",
    "pleaded guilty",
    "convicted",
    "indict",
    "probation",
    "prison",
    "jail",
    "arrest",
    "murder",
    "bail",
)


def find_awards(
    document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...], events: tuple[Event, ...]
) -> tuple[Award, ...]:
    """Return the awards that the document tells, one per distinct sum, kind and status."""
    if not document.money:
        return ()
    text = document.article.text
    setting = Setting(
        settled=any(word in text for word in _SETTLED),
        criminal=sum(word in text for word in _CRIMINAL) > 1,
        damages="damages" in text or "compensation" in text,
    )
    told: list[tuple[MoneySpan, Frame]] = []
    last: MoneySpan | None = None
    for money in document.money:
        if last is not None and _is_conversion(text, last, money):
            continue
        frame = _frame(document, money, setting) if money.currency else None
        if told and told[-1][0] is last:
            frame = _continued(text, told[-1], money, frame)
        last = money
        if frame is not None:
            told.append((money, frame))
    sides = sides_of(parties)
    return tuple(_award(document, cases, sides, events, *telling) for telling in _merged(told))


def _continued(text: str, before: tuple[MoneySpan, Frame], money: MoneySpan, frame: Frame | None) -> Frame | None:
    """Read a sum from the award before it: `$54m, including $18m`, `to $4m from $5m`, `$9m ($2m in back pay)`."""
    earlier, known = before
    between = text[earlier.end : money.start]
    if len(between) > 160 or earlier.currency != money.currency:
        return frame
    link = " ".join(between.split()[-4:]).lower()
    if frame is None and link.endswith(("including", "of which", "remaining", "the other", "the rest,")):
        return replace(known, rule="part of the sum before")
    if frame is None and "bringing the total" in between:
        return replace(known, rule="total with the sum before")
    if link == "from" and (
        "reduc" in text[earlier.start - 160 : earlier.start] or "cut" in text[earlier.start - 80 : earlier.start]
    ):
        return replace(known, status="reduced", rule="reduced from")
    if frame is not None and frame.decided_by is None and frame.status == known.status == "awarded":
        frame = replace(frame, decided_by=known.decided_by)
    if frame is not None and between.strip().startswith("(") and ")" not in between:
        return replace(frame, status=known.status, decided_by=known.decided_by)
    return frame


def _is_conversion(text: str, first: MoneySpan, second: MoneySpan) -> bool:
    """Tell `$19m` in `£10m ($19m)`, and in `160m euros ($208m; £111m)`."""
    between = text[first.end : second.start]
    if len(between) > 24 or "(" not in between or ")" in between:
        return False
    return first.currency != second.currency


def _frame(document: Document, money: MoneySpan, setting: Setting) -> Frame | None:
    starts = [s.start for s in document.sentences]
    sentence = document.sentences[max(0, bisect_right(starts, money.start) - 1)]
    tokens = document.tokens
    first = bisect_left(tokens.starts, money.start, sentence.first, sentence.last)
    last = bisect_left(tokens.starts, money.end, first, sentence.last)
    words = [word.lower() for word in tokens.words[sentence.first : sentence.last]]
    return frame_of(words, first - sentence.first, last - sentence.first, setting)


def _merged(told: list[tuple[MoneySpan, Frame]]) -> list[tuple[MoneySpan, Frame, list[tuple[int, int]]]]:
    """Make one award of all tellings of the same sum and status; the most exact of the kinds told is its kind."""
    merged: list[tuple[MoneySpan, Frame, list[tuple[int, int]]]] = []
    for money, frame in told:
        for i, (known, its_frame, places) in enumerate(merged):
            if _same_sum(known, money) and _same_award(its_frame, frame):
                places.append((money.start, money.end))
                merged[i] = (known, _exacter(its_frame, frame), places)
                break
        else:
            merged.append((money, frame, [(money.start, money.end)]))
    return merged


def _award(
    document: Document,
    cases: tuple[Case, ...],
    sides: Sides,
    events: tuple[Event, ...],
    money: MoneySpan,
    frame: Frame,
    places: list[tuple[int, int]],
) -> Award:
    case, payer, payee = flow_of(document, cases, sides, money.start, money.end, frame)
    return Award(
        case=case,
        kind=frame.kind,
        status=frame.status,
        amount=money.amount,
        amount_max=money.amount_max,
        currency=money.currency or "",
        payer=payer,
        payee=payee,
        decided_by=frame.decided_by,
        when=when_of(document, events, case, money.start, money.end, frame),
        places=tuple(places),
        rule=frame.rule,
    )


def _same_sum(a: MoneySpan, b: MoneySpan) -> bool:
    """Tell whether two sums are one, printed perhaps once in full and once rounded to a tenth of a million."""
    if a.currency != b.currency or a.amount_max != b.amount_max:
        return False
    if a.amount == b.amount:
        return True
    low, high = sorted((a.amount, b.amount))
    return low >= 1_000_000 and high - low < low / 50 and round(low, -5) == round(high, -5)


def _same_award(a: Frame, b: Frame) -> bool:
    """Tell whether two tellings of a sum are one award; the sum of a suit is what was later awarded in it."""
    return a.status == b.status or "sum in suit" in (a.rule, b.rule)


def _exacter(a: Frame, b: Frame) -> Frame:
    if a.rule == "sum in suit" or (a.kind == "damages" and b.kind != "damages" and b.rule != "sum in suit"):
        return b
    return a
