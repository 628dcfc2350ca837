"""Date an event from the date words of the sentences that tell it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from legalnews_dataset.documents.document import DateSpan, Document
from legalnews_dataset.records.date_clauses import Dated, place_dates
from legalnews_dataset.records.date_features import BREAKS, SAYING, DateTemplates, date_features, near
from legalnews_dataset.records.event_frames import Clauses
from legalnews_dataset.records.event_merging import Telling
from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.story import When
from legalnews_dataset.records.vocabulary import Linear, odds_of

_REPORTING = frozenset(
    """say says said saying announce announces announced announcing tell told report reports reported reporting add
    added note noted disclose disclosed""".split()
)
_WITHSAYING = frozenset("on in earlier late early a here".split())  # `said here late on Monday`
_LEAST_FIT = -0.3  # log odds above which a date is the event's: what is dated at all counts a little more
_IN_COURT = frozenset("hearing trial testimony plea verdict ruling sentence incident".split())
_OF_SESSION = frozenset("trial verdict ruling incident".split())  # witnesses and pleas are told of other days, too
_TOLD = ("ed", "edpas")
_NEWS = 7  # days before publication within which a session is the story's news
_LEAD = 4  # sentences in which a story says when its news was
_ALLEGING = frozenset(stem(word) for word in "allege accuse complaint admit indictment lawsuit".split())
_BEHIND_DATELINE = re.compile(r"\s*(?:\([^()\n]+\)\s*)?(?:--?|[–—])\s")
_DATELINE = 60  # characters that a dateline has at most before its date, and behind it
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
        if span.date_start is None or span.date_end is None or (k < _LEAD and _stands_in_dateline(document, span)):
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


def _stands_in_dateline(document: Document, span: DateSpan) -> bool:
    """Tell `LEEDS, England, May 3 (Reuters) -` at the start of a line: it dates the report."""
    text = document.article.text
    begin = text.rfind("\n", max(0, span.start - _DATELINE), span.start) + 1 if span.start > _DATELINE else 0
    place = text[begin : span.start].rstrip()
    return (
        place.endswith(",")
        and place.split(",")[0].isupper()
        and _BEHIND_DATELINE.match(text, span.end, span.end + _DATELINE) is not None
    )


def _is_list(document: Document, left: DateSpan, right: DateSpan) -> bool:
    words = document.article.text[left.end : right.start].replace(",", " , ").split()
    return 0 < len(words) <= 2 and _JOINTS.issuperset(words) and (words != [","] or left.precision == right.precision)


def dates_saying(clauses: Clauses, dated: Dated) -> bool:
    """Tell whether a date stands right behind or before a word of reporting: it dates the saying (codebook, rule 5)."""
    words, (_, first, last, _) = clauses.words, dated
    while first > 0 and words[first - 1] in _WITHSAYING:
        first -= 1
    return (first > 0 and words[first - 1] in _REPORTING) or (last < len(words) and words[last] in _REPORTING)


def date_events(document: Document, clauses: Clauses, events: Sequence[Sequence[Telling]], model: Linear) -> list[When]:
    """Return when each event was: the date that fits one of its tellings best, if any fits well.

    Args:
        document: the document.
        clauses: its words.
        events: the tellings of each event, the best first.
        model: the log odds that a date is the event's.

    """
    templates = DateTemplates(*model.templates)
    told_in: dict[int, list[Telling]] = {}
    for tellings in events:
        for telling in tellings:
            told_in.setdefault(telling.frame.sentence, []).append(telling)
    for told in told_in.values():
        told.sort(key=lambda telling: telling.frame.token)
    dates = {k: place_dates(document, clauses, document.sentences[k], dates_in(document, k)) for k in told_in}
    whens = [When()] * len(events)
    for number, tellings in enumerate(events):
        best = _LEAST_FIT
        for telling in tellings:
            k = telling.frame.sentence
            close, beside = near(telling, dates[k], told_in[k])
            for dated in close:
                span = dated.span
                if _is_beside(clauses, telling, dated):
                    fit = _SURE
                elif _dates_limb_before(document, clauses, telling, dated) or (
                    telling.stem not in SAYING and dates_saying(clauses, dated)
                ):
                    continue
                else:
                    terms = date_features(document, clauses, telling, dated, close, beside, templates)
                    fit = odds_of(model, terms)
                if fit > best:
                    whens[number], best = When(span.date_start, span.date_end, span.precision), fit
    _share_session(events, whens)
    _share_news(document, events, whens, dates)
    _share_day(document, clauses, events, whens, dates)
    return whens


def _is_beside(clauses: Clauses, telling: Telling, dated: Dated) -> bool:
    """Tell whether a date stands in the clause core of a phrase of the trade or beside it."""
    certain = telling.frame.certain
    if certain is None:
        return False
    _, first, last, _ = dated
    between = clauses.words[last : certain.first] if last <= certain.first else clauses.words[certain.last : first]
    return len(between) <= _BESIDE and BREAKS.isdisjoint(between)


def _dates_limb_before(document: Document, clauses: Clauses, telling: Telling, dated: Dated) -> bool:
    """Tell `liable for assaulting her in the 1970s and for slandering her`: the second limb has no date."""
    words, (_, first, last, _) = clauses.words, dated
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


def _share_news(
    document: Document, events: Sequence[Sequence[Telling]], whens: list[When], dates: dict[int, list[Dated]]
) -> None:
    """Give what happened in the session that the story reports its day, where the lead prints it (codebook, rule 5)."""
    published = document.article.published_on
    days = {
        when
        for tellings, when in zip(events, whens, strict=True)
        if published and when.start and when.precision == "day" and 0 <= (published - when.start).days <= _NEWS
        if tellings[0].type in _IN_COURT and min(telling.frame.sentence for telling in tellings) < _LEAD
    }
    for number, tellings in enumerate(events if len(days) == 1 else ()):
        undated = whens[number].precision == "none" and not any(dates[x.frame.sentence] for x in tellings)
        if undated and tellings[0].type in _OF_SESSION and tellings[0].frame.voice in _TOLD:
            whens[number] = next(iter(days))


def _share_day(
    document: Document,
    clauses: Clauses,
    events: Sequence[Sequence[Telling]],
    whens: list[When],
    dates: dict[int, list[Dated]],
) -> None:
    """Give conduct told without a date the day of the conduct just told: a narrative keeps to its day.

    What a document or a person alleges is a summary, not a narrative.
    """
    day_of: dict[int, When] = {}
    for tellings, when in zip(events, whens, strict=True):
        if tellings[0].type == "conduct" and when.precision == "day":
            day_of.update((telling.frame.sentence, when) for telling in tellings)
    for number, tellings in enumerate(events if day_of else ()):
        places = [telling.frame.sentence for telling in tellings]
        if tellings[0].type == "conduct" and whens[number].precision == "none" and not any(dates[k] for k in places):
            sentence = document.sentences[tellings[0].frame.sentence]
            if not _ALLEGING.isdisjoint(clauses.stems[sentence.first : sentence.last]):
                continue
            told = [day_of[k] for k in range(min(places) - 1, min(places) - 1 - _NEAR, -1) if k in day_of]
            whens[number] = told[0] if told else whens[number]
