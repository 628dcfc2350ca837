"""Date an event from the date words of the sentences that tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from legalnews_dataset.documents.document import DateSpan, Document, Sentence
from legalnews_dataset.records.event_frames import Clauses
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.story import When
from legalnews_dataset.records.vocabulary import Linear, Template, odds_of


class DateTemplates(NamedTuple):
    """The templates of the features of a telling and a date of its sentence."""

    distance: Template
    steps: Template
    nearest: Template
    before: Template
    before2: Template
    after: Template
    word: Template
    between: Template
    sequence: Template
    type_sequence: Template
    saying: Template
    precision: Template
    dates: Template
    ahead: Template
    type_ahead: Template
    type: Template
    type_distance: Template
    type_precision: Template
    type_voice: Template
    type_start: Template
    stem: Template
    start: Template
    commas: Template


_SAYING = frozenset(stem(word) for word in "say announce tell report add note state disclose".split())
_REPORTING = frozenset(
    """say says said saying announce announces announced announcing tell told report reports reported reporting add
    added note noted disclose disclosed""".split()
)
_LEADS = frozenset(
    """a about after and around before between by day during earlier early few for from in last late mid- next of on
    since the this through till to until""".split()
)
_WITH_SAYING = frozenset("on in earlier late early a here".split())  # `said here late on Monday`
_BREAKS = frozenset('that who which when after before and but where while as said announced , ; " “ ” -'.split())
_CLAUSES = frozenset(
    """that who which whose whom where when after before since until and but while as because if , ; : " “ ” ( ) - --
    """.split()
)
_STEPS = frozenset(("ed", "n", "ing"))
_LEAST_FIT = -0.3  # log odds above which a date is the event's: what is dated at all counts a little more
_NEAR = 2  # sentences within which what follows dated conduct happened on its day
_BESIDE = 2  # words between a date and the phrase that it dates
_LIMBS = frozenset("for of to that with by".split())
_LIMB = 20  # words within which the first limb begins before its date
_SURE = 99.0  # more log odds than the model gives
_JOINTS = frozenset((",", "and", "or", "&"))


def dates_in(document: Document, k: int) -> list[DateSpan]:
    """Return the dates of sentence `k`; the years, months or days of a list (`2011, 2012 and 2013`) are one range."""
    sentence, dates = document.sentences[k], document.dates
    first = bisect_left(dates, sentence.start, key=lambda span: span.start)
    found: list[DateSpan] = []
    while first < len(dates) and dates[first].start < sentence.end:
        span = dates[first]
        first += 1
        if span.date_start is None or span.date_end is None:
            continue
        if found and _is_list(document, found[-1], span):
            low, high = found[-1].date_start, found[-1].date_end
            assert low is not None
            assert high is not None
            # `today, Wednesday, June 15` says one day twice; only different dates make a range.
            same = (low, high) == (span.date_start, span.date_end)
            precision = span.precision if same else "range"
            found[-1] = DateSpan(
                found[-1].start, span.end, min(low, span.date_start), max(high, span.date_end), precision
            )
        else:
            found.append(span)
    return found


def _is_list(document: Document, left: DateSpan, right: DateSpan) -> bool:
    words = document.article.text[left.end : right.start].replace(",", " , ").split()
    return 0 < len(words) <= 2 and _JOINTS.issuperset(words) and (words != [","] or left.precision == right.precision)


def date_features(
    document: Document, clauses: Clauses, telling: Telling, span: DateSpan, count: int, t: DateTemplates
) -> list[int]:
    """Return the terms of the features of a telling and a date of its sentence.

    Args:
        document: the document.
        clauses: its words.
        telling: the telling.
        span: the date.
        count: how many dates the sentence has.
        t: the templates.

    """
    i, sentence, words = telling.frame.token, document.sentences[telling.frame.sentence], clauses.words
    first, last = _tokens_of(document, span)
    side, low, high = ("after", i + 1, first) if first > i else ("before", last, i)
    gap = max(high - low, 0)
    distance = f"{'in' if first <= i < last else side} {gap if gap < 4 else 4 + min((gap - 4) // 3, 4)}"
    steps = sum(form in _STEPS for form in clauses.forms[low:high])
    published = document.article.published_on
    ahead = "?" if published is None or span.date_start is None else _order(span.date_start, published)
    word = words[first] if words[first].isalpha() else "#"
    kind, voice = telling.type, telling.frame.voice
    breaks = [x for x in words[low:high] if x in _CLAUSES]
    after = side == "after"
    sequence = " ".join(breaks[:3] if after else breaks[-3:]) + ("+" if len(breaks) > 3 else "")
    front = first - 1
    while front >= sentence.first and words[front] in _LEADS:
        front -= 1
    verbs = sum(form == "ed" for form in clauses.forms[low:high])
    return [
        t.distance[distance],
        t.steps[f"{side} {min(steps, 3)}"],
        t.nearest[f"{side} {_is_nearest(clauses, i, first, last, sentence)}"],
        t.before[words[first - 1] if first > sentence.first else "#"],
        t.before2[words[first - 2] if first - 1 > sentence.first else "#"],
        t.after[words[last] if last < sentence.last else "#"],
        t.word[word],
        *[t.between[x] for x in _BREAKS.intersection(words[low:high])],
        t.sequence[f"{side} {sequence}"],
        t.type_sequence[f"{kind} {side} {(breaks[0] if after else breaks[-1]) if breaks else ''}"],
        t.saying[f"{_saying_near(clauses, first, last, sentence)} {telling.stem in _SAYING}"],
        t.precision[span.precision],
        t.dates[f"{min(count, 4)}"],
        t.ahead[f"{ahead} {'fut' in voice}"],
        t.type_ahead[f"{kind} {ahead}"],
        t.type[kind],
        t.type_distance[f"{kind} {distance}"],
        t.type_precision[f"{kind} {span.precision} {word}"],
        t.type_voice[f"{kind} {voice}"],
        t.type_start[f"{kind} {front < sentence.first} {min(verbs, 2)}"],
        t.stem[telling.stem],
        t.start[f"{first == sentence.first}"],
        t.commas[f"{side} {min(breaks.count(','), 3)}"],
    ]


def _tokens_of(document: Document, span: DateSpan) -> tuple[int, int]:
    """Return the first token of a date and the one after its last."""
    return bisect_left(document.tokens.starts, span.start), bisect_left(document.tokens.starts, span.end)


def _is_nearest(clauses: Clauses, i: int, first: int, last: int, sentence: Sentence) -> bool:
    """Tell whether no other word that may tell a step stands nearer to a date than a trigger."""
    reach = min(abs(i - first), abs(i - last))
    low, high = max(sentence.first, first - reach + 1), min(sentence.last, last + reach)
    return _STEPS.isdisjoint(clauses.forms[low:high])


def _saying_near(clauses: Clauses, first: int, last: int, sentence: Sentence) -> str:
    """Say where a word of reporting stands by a date."""
    stems = clauses.stems
    if last < sentence.last and stems[last] in _SAYING:
        return "next"
    if first > sentence.first and stems[first - 1] in _SAYING:
        return "just"
    near = stems[max(sentence.first, first - 3) : first] + stems[last : min(sentence.last, last + 2)]
    return "no" if _SAYING.isdisjoint(near) else "near"


def dates_saying(document: Document, clauses: Clauses, span: DateSpan) -> bool:
    """Tell whether a date stands right behind or before a word of reporting: it dates the saying (codebook, rule 5)."""
    words = clauses.words
    first, last = _tokens_of(document, span)
    while first > 0 and words[first - 1] in _WITH_SAYING:
        first -= 1
    return (first > 0 and words[first - 1] in _REPORTING) or (last < len(words) and words[last] in _REPORTING)


def _order(day: date, published: date) -> str:
    days = (day - published).days
    if days == 0:
        return "same"
    if days > 0:
        return "ahead"
    return "week" if days > -8 else "year" if days > -366 else "old"


def date_events(document: Document, clauses: Clauses, events: Sequence[Sequence[Telling]], model: Linear) -> list[When]:
    """Return when each event was: the date that fits one of its tellings best, if any fits well.

    Args:
        document: the document.
        clauses: its words.
        events: the tellings of each event, the best first.
        model: the log odds that a date is the event's.

    """
    templates = DateTemplates(*model.templates)
    dates: dict[int, list[DateSpan]] = {}
    whens = [When()] * len(events)
    for number, tellings in enumerate(events):
        best = _LEAST_FIT
        for telling in tellings:
            k = telling.frame.sentence
            if k not in dates:
                dates[k] = dates_in(document, k)
            for span in dates[k]:
                if _is_beside(document, clauses, telling, span):
                    fit = _SURE
                elif _dates_limb_before(document, clauses, telling, span) or (
                    telling.stem not in _SAYING and dates_saying(document, clauses, span)
                ):
                    continue
                else:
                    fit = odds_of(model, date_features(document, clauses, telling, span, len(dates[k]), templates))
                if fit > best:
                    whens[number], best = When(span.date_start, span.date_end, span.precision), fit
    _share_session(events, whens)
    _share_day(events, whens, dates)
    return whens


def _is_beside(document: Document, clauses: Clauses, telling: Telling, span: DateSpan) -> bool:
    """Tell whether a date stands in the clause core of a phrase of the trade or beside it."""
    certain = telling.frame.certain
    if certain is None:
        return False
    first, last = _tokens_of(document, span)
    between = clauses.words[last : certain.first] if last <= certain.first else clauses.words[certain.last : first]
    return len(between) <= _BESIDE and _BREAKS.isdisjoint(between)


def _dates_limb_before(document: Document, clauses: Clauses, telling: Telling, span: DateSpan) -> bool:
    """Tell `liable for assaulting her in the 1970s and for slandering her`: the second limb has no date."""
    words = clauses.words
    first, last = _tokens_of(document, span)
    if not last + 1 < telling.frame.token or words[last] != "and" or words[last + 1] not in _LIMBS:
        return False
    return words[last + 1] in words[max(document.sentences[telling.frame.sentence].first, first - _LIMB) : first]


def _share_session(events: Sequence[Sequence[Telling]], whens: list[When]) -> None:
    """Give what happened in court during closing arguments their day, and them its day (codebook, rule 5)."""
    session: dict[int, list[int]] = {}
    for number, tellings in enumerate(events):
        for telling in tellings:
            if telling.frame.certain is not None and telling.type in ("incident", "trial"):
                session.setdefault(telling.frame.sentence, []).append(number)
    for numbers in session.values():
        days = {whens[number] for number in numbers if whens[number].precision == "day"}
        for number in numbers if len(days) == 1 else ():
            if whens[number].precision == "none":
                whens[number] = next(iter(days))


def _share_day(events: Sequence[Sequence[Telling]], whens: list[When], dates: dict[int, list[DateSpan]]) -> None:
    """Give conduct told without a date the day of the conduct just told: a narrative keeps to its day."""
    day_of: dict[int, When] = {}
    for tellings, when in zip(events, whens, strict=True):
        if tellings[0].type == "conduct" and when.precision == "day":
            day_of.update((telling.frame.sentence, when) for telling in tellings)
    for number, tellings in enumerate(events if day_of else ()):
        places = [telling.frame.sentence for telling in tellings]
        if tellings[0].type == "conduct" and whens[number].precision == "none" and not any(dates[k] for k in places):
            told = [day_of[k] for k in range(min(places) - 1, min(places) - 1 - _NEAR, -1) if k in day_of]
            whens[number] = told[0] if told else whens[number]
