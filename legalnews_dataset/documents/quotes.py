"""Find quotations, who speaks them and the reporting word."""

from __future__ import annotations

from legalnews_dataset.documents.document import Entity, Mention, QuoteSpan, Sentence, Tokens
from legalnews_dataset.documents.page import Page, read_page
from legalnews_dataset.documents.quotation_marks import find_quotations
from legalnews_dataset.documents.quote_lines import Attribution, Quoted
from legalnews_dataset.documents.references import head_token, resolve
from legalnews_dataset.documents.speakers import find_speakers

_STATEMENT = 6  # words from which on a stretch in quotation marks is a statement, even where nobody is said to say it


def find_quotes(
    text: str,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
) -> tuple[QuoteSpan, ...]:
    """Return the quotations of the text with their speakers."""
    quotations = find_quotations(text)
    if not quotations:
        return ()
    page = read_page(text, tokens, sentences, mentions, entities, [(q.start, q.end) for q in quotations])
    found = []
    favoured: int | None = None
    known: dict[tuple[int, int], int | None] = {}
    for quote in find_speakers(page, quotations):
        attribution = quote.attribution
        speaker = attribution.speaker if attribution else None
        cue = attribution.cue if attribution else None
        span = quote.span
        if not _is_attributed(page, quote):
            continue
        entity = None
        if attribution is not None and speaker is not None:
            place = (speaker.first, speaker.last)
            if place not in known:
                known[place] = _who(page, attribution, quote, favoured)
            entity = known[place]
            favoured = entity if entity is not None else favoured
        found.append(
            QuoteSpan(
                span.start,
                span.end,
                _kind(page, quote),
                None if speaker is None else page.starts[speaker.first],
                None if speaker is None else page.ends[speaker.last - 1],
                entity,
                None if cue is None else text[page.starts[cue.first] : page.ends[cue.last - 1]].lower(),
                None if cue is None else page.starts[cue.first],
                attribution.rule if attribution else "",
            )
        )
    return tuple(found)


def _is_attributed(page: Page, quote: Quoted) -> bool:
    """Tell whether someone says the words, or whether they are long enough to be a statement and no title or term."""
    attribution = quote.attribution
    if attribution is not None and (attribution.rule != "woven" or attribution.cue is not None):
        return True
    inner = page.low[quote.first + 1 : quote.first + 2]
    if page.low[quote.first - 1 : quote.first] == ("for",) and inner and inner[0].endswith("ing"):
        return True  # `jailed for "insulting the court"`: the grounds in the words of whoever did it
    words = sum(page.words[i][0].isalnum() for i in range(quote.first, quote.last))
    return words >= _STATEMENT + (attribution is None)


def _who(page: Page, attribution: Attribution, quote: Quoted, favoured: int | None) -> int | None:
    """Return the entity that the words for a speaker name."""
    speaker = attribution.speaker
    if speaker is None:
        return None
    first, last = speaker.antecedent or (speaker.first, speaker.last)
    head = head_token(page, first, last)
    if page.name_at[head] < 0 and speaker.aside is not None:
        # `his lawyer, Jane Roe, said`: the apposition names the speaker.
        for token in range(*speaker.aside):
            index = page.name_at[token]
            if index >= 0 and page.entities[page.mentions[index].entity].kind == "person":
                return page.mentions[index].entity
    anchor = page.starts[quote.line_first] if attribution.behind else None
    return resolve(page, page.starts[first], page.ends[last - 1], favoured, anchor)


def _kind(page: Page, quote: Quoted) -> str:
    """Return `direct` for a sentence of the speaker's own, `partial` for words woven into the reporter's."""
    first = page.text[quote.span.start]
    if first.islower():
        return "partial"
    before = page.low[quote.first - 1] if quote.first else "."
    opens = before in (".", ":", ",", "?", "!", '"', "”", "—") or quote.first == quote.line_first
    return "direct" if opens else "partial"
