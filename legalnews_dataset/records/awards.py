"""Find money as an outcome or a demand in a case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from legalnews_dataset.documents.document import Document, MoneySpan
from legalnews_dataset.records.award_dates import steps_of, when_of
from legalnews_dataset.records.award_frames import frame_of
from legalnews_dataset.records.award_parties import flow_of, sides_of
from legalnews_dataset.records.award_reading import Frame, Setting
from legalnews_dataset.records.award_tellings import merge_tellings
from legalnews_dataset.records.story import Award, Case, Event, Party

_SETTLED = ("settle", "consent decree", "agreement", "agreed to pay", "resolve")
_CRIMINAL = (
    "sentenced", "pleaded guilty", "convicted", "indict", "probation", "prison", "jail", "arrest", "murder", "bail",
    "agistrates", "Crown Court",
)  # fmt: skip
_SUING = ("damages", "compensation", "lawsuit", " suit", "sued", "suing", " jury", "tribunal", "arbitrat")
_CONTINUES = ("including", "of which", "remaining", "the other", "the rest,")
# A sum further than this from the one before it, in characters, does not continue it.
_CONTINUED_WITHIN = 160
# So many words of the sentence around a sum are read.
_WORDS_BEFORE, _WORDS_AFTER = 70, 40


def find_awards(
    document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...], events: tuple[Event, ...]
) -> tuple[Award, ...]:
    """Return the awards that the document tells: not revenue, not losses, not the size of the fraud.

    Args:
        document: the article with its sums of money, sentences and names.
        cases: its cases; an award belongs to one of them.
        parties: who has which role, for payer and payee.
        events: the steps of the cases, which date the awards.

    Returns:
        One award per distinct sum and status, in text order; all places that tell it are in `places`.

    """
    sides, steps = sides_of(parties), steps_of(events)
    told = []
    for money, frame in _framed(document):
        case, payer, payee = flow_of(document, cases, sides, money.start, money.end, frame)
        told.append(
            Award(
                case=case,
                kind=frame.kind,
                status=frame.status,
                amount=money.amount,
                amount_max=money.amount_max,
                currency=money.currency or "",
                payer=payer,
                payee=payee,
                decided_by=frame.decided_by,
                when=when_of(document, steps, case, money.start, money.end, frame),
                places=((money.start, money.end),),
                rule=frame.rule,
            )
        )
    return merge_tellings(told)


def _framed(document: Document) -> Iterator[tuple[MoneySpan, Frame]]:
    """Yield the sums that are awards, each with what its words make of it."""
    if not document.money:
        return
    text = document.article.text
    setting = Setting(
        settled=any(word in text for word in _SETTLED),
        criminal=sum(word in text for word in _CRIMINAL) > 1,
        damages=any(word in text for word in _SUING),
    )
    before: tuple[MoneySpan, Frame | None] | None = None
    for money in document.money:
        if money.currency is None or (before is not None and _is_conversion(text, before[0], money)):
            continue
        frame = _frame(document, money, setting)
        if before is not None and before[1] is not None:
            frame = _continued(text, before[0], before[1], money, frame)
        before = (money, frame)
        if frame is not None:
            yield money, frame


def _is_conversion(text: str, first: MoneySpan, second: MoneySpan) -> bool:
    """Tell `$19m` in `£10m ($19m)`, and in `160m euros ($208m; £111m)`."""
    between = text[first.end : second.start]
    if len(between) > 24 or "(" not in between or ")" in between:
        return False
    return first.currency != second.currency


def _frame(document: Document, money: MoneySpan, setting: Setting) -> Frame | None:
    sentence = document.sentences[max(0, bisect_right(document.sentences, money.start, key=lambda s: s.start) - 1)]
    tokens = document.tokens
    first = bisect_left(tokens.starts, money.start, sentence.first, sentence.last)
    last = bisect_left(tokens.starts, money.end, first, sentence.last)
    begin = max(sentence.first, first - _WORDS_BEFORE)
    words = list(tokens.low[begin : min(sentence.last, last + _WORDS_AFTER)])
    return frame_of(words, first - begin, last - begin, setting)


def _continued(text: str, earlier: MoneySpan, known: Frame, money: MoneySpan, frame: Frame | None) -> Frame | None:
    """Read a sum from the award before it: `$54m, including $18m`, `to $4m from $5m`, `$9m ($2m in back pay)`."""
    within = _CONTINUED_WITHIN * (2 if text.endswith("remaining ", earlier.end, money.start) else 1)
    if money.start - earlier.end > within or earlier.currency != money.currency:
        return frame
    between = text[earlier.end : money.start]
    link = " ".join(between.split()[-4:]).lower()
    bracketed = between.rfind("(") > between.rfind(")")
    cut = text[max(0, earlier.start - _CONTINUED_WITHIN) : earlier.start]
    if link == "from" and ("reduc" in cut or " cut " in cut):
        return replace(known, status="reduced", rule="reduced from")
    if link == "to" and known.status == "reduced":
        return replace(known, status="awarded", rule="reduced to")
    if frame is None:
        if link.endswith(_CONTINUES) or "bringing the total" in between or between.strip() == "(":
            return replace(known, rule="part of the sum before")
        return None
    if bracketed:
        kind = "compensatory" if frame.kind == "settlement" else frame.kind
        return replace(frame, kind=kind, status=known.status, decided_by=known.decided_by)
    if frame.decided_by is None and frame.status == known.status == "awarded":
        return replace(frame, decided_by=known.decided_by)
    return frame
