"""Tell an earlier trial between the same parties as a case of its own.

Two complaints tried apart are two cases (codebook, cases). A report from a civil trial that is under way and that tells
what another jury found before tells two of them: who stood on which side is the same, the lawyers and the judge belong
to the trial under way, and the court of the earlier one is open. A trial that is held anew, in parts or after an appeal
is the same case.
"""

from __future__ import annotations

import re
from dataclasses import replace

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Award, Case, Event, Party, Story

_WORDS = r"(?:[\w.’'-]+ ){0,5}?"
# A trial under way: its stage, or the trial itself told as another than one before.
_UNDER_WAY = re.compile(
    r"\b(?:[Oo]pening|[Cc]losing) (?:argument|statement|speech)|\bdeliberat|\btook the (?:witness )?stand\b"
    rf"|\b(?:second|third|new|latest|ongoing|present|current) {_WORDS}trial\b|\b[Tt]his trial\b"
)
# Words that say there was more than one trial.
_ANOTHER = re.compile(
    rf"\b(?:first|second|third|previous|prior|earlier|another|separate|different|last) {_WORDS}(?:trial|jury|verdict)\b"
    rf"|\b(?:[Tt]his|[Tt]he (?:present|current|new|latest)) {_WORDS}trial (?:concerns|is about|is over|will decide)\b"
    rf"|\b(?:first|previous|earlier|separate) {_WORDS}(?:case|lawsuit|suit)\b"
)
# Words of a case that goes on: tried anew, in parts, or on appeal.
_SAME_CASE = re.compile(
    r"\bre-?tri(?:al|ed)|\bmistrial|\bhung jury|\bdeadlock|\b(?:order|grant|seek|deni|request|ask|mov|motion)\w* "
    r"(?:\w+ ){0,3}new trial|\b(?:damages|penalty|sentencing|second|liability) phase|\boverturn|\bvacat(?:ed|ing)\b"
    r"|\bthr(?:ew|own) out (?:the|that|an?) (?:\w+ ){0,3}verdict|\bbifurcat"
)
_FOUND = re.compile(
    r"\b(?:jury|jurors)\b[^.;]{0,60}?\b(?:found|held|awarded|ordered|concluded)\b"
    r"|\b(?:been|was|were) found (?:\w+ ){0,2}liable\b"
)
_BEFORE = re.compile(
    rf"\b(?:first|previous|prior|earlier|another|separate|different) {_WORDS}(?:trial|jury|verdict|case)\b"
    r"|\bha[sd] already been found\b"
)
_GOES_ON = re.compile(
    r"\W*(?:The|That|This|Those) (?:\w+ )?(?:jury|jurors|panel|verdict)\b|\W*[Ii]t (?:also )?(?:award|order)"
)
_TOLD_OF_IT = frozenset(("verdict", "conduct"))
_APART = 60  # days after which a jury's session is over


def part_earlier_trial(document: Document, story: Story) -> Story:
    """Return the story with an earlier trial of its civil case, where it tells one, as another case.

    The verdict, the conduct that it found and the award told of the earlier trial go to that case.
    """
    main = next((case for case in story.cases if case.kind == "civil"), None)
    text = document.article.text
    if main is None or "jury" not in text or " trial" not in text:
        return story
    number = story.cases.index(main)
    sides = [p for p in story.parties if p.case == number and p.role in ("plaintiff", "defendant")]
    if {p.role for p in sides} != {"plaintiff", "defendant"} or sum(case.kind == "civil" for case in story.cases) > 1:
        return story
    if not _UNDER_WAY.search(text) or not _ANOTHER.search(text) or _SAME_CASE.search(text):
        return story
    told = _tellings(document)
    finding = next((e for e in story.events if e.type == "verdict" and _told_in(e, told)), None)
    if finding is None:
        return story
    return _parted(story, number, _named(document, sides, told), finding, told)


def _named(document: Document, sides: list[Party], told: list[tuple[int, int]]) -> list[Party]:
    """Return of each side those whom the tellings of the earlier trial name, and all where they name none."""
    named = {m.entity for m in document.mentions for low, high in told if low <= m.start < high}
    heard = {party.role for party in sides if party.entity in named}
    return [party for party in sides if party.entity in named or party.role not in heard]


def _tellings(document: Document) -> list[tuple[int, int]]:
    """Return the sentences that tell what an earlier jury found, and those that go on about it."""
    text, told = document.article.text, list[tuple[int, int]]()
    for sentence in document.sentences:
        goes_on = (
            bool(told) and told[-1][1] >= sentence.start - 2 and _GOES_ON.match(text, sentence.start, sentence.end)
        )
        if goes_on or (
            _FOUND.search(text, sentence.start, sentence.end)
            and (_BEFORE.search(text, sentence.start, sentence.end) or _is_past(document, sentence.start, sentence.end))
        ):
            told.append((sentence.start, sentence.end))
    return told


def _is_past(document: Document, start: int, end: int) -> bool:
    """Tell whether the first date between start and end was over before the article, and began long before it."""
    published = document.article.published_on
    span = next((span for span in document.dates if start <= span.start < end and span.date_end is not None), None)
    if published is None or span is None or span.date_start is None or span.date_end is None:
        return False
    return span.date_end < published and (published - span.date_start).days > _APART


def _told_in(record: Event | Award, told: list[tuple[int, int]]) -> bool:
    """Tell whether one of the places of a verdict or an award, or the first place of conduct, is among those told."""
    places = record.places[:1] if isinstance(record, Event) and record.type == "conduct" else record.places
    return any(low <= start < high for start, _ in places for low, high in told)


def _parted(story: Story, number: int, sides: list[Party], finding: Event, told: list[tuple[int, int]]) -> Story:
    earlier, (start, end) = len(story.cases), finding.places[0]
    case = Case(story.cases[number].name, "civil", None, None, None, start, end, "earlier trial")
    events, verdicts = [], []
    for event in story.events:
        if event.case != number or event.type not in _TOLD_OF_IT or not _told_in(event, told):
            events.append(event)
        elif event.type == "verdict":
            verdicts.append(replace(event, case=earlier))
        else:
            events.append(replace(event, case=earlier))
    events.append(_one_verdict(verdicts))
    events.sort(key=lambda event: (event.places[0], event.type))
    awards = tuple(
        replace(award, case=earlier) if award.case == number and _told_in(award, told) else award
        for award in story.awards
    )
    parties = tuple(replace(party, case=earlier, rule="earlier trial") for party in sides)
    return replace(
        story, cases=(*story.cases, case), parties=(*story.parties, *parties), events=tuple(events), awards=awards
    )


def _one_verdict(verdicts: list[Event]) -> Event:
    """Return what several tellings of the earlier verdict tell together, the dated and then the surest one first."""
    best, *others = sorted(verdicts, key=lambda v: (v.when.start is None, -(v.confidence or 0), v.places))
    places = {place for verdict in others for place in verdict.places} - {best.places[0]}
    return replace(best, places=(*best.places, *sorted(places - set(best.places))))
