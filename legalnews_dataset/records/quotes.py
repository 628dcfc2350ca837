"""Turn quotations into records: what is a quotation by the codebook, the speaker's full name, the case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from legalnews_dataset.documents.document import Document, QuoteSpan
from legalnews_dataset.records.story import Case, Party, Quote

# What stands before a label, a nickname or a term of art in quotation marks.
_LABELS = re.compile(
    r"(?:\bso[- ]called|\balleged|\bknown (?:\w+ )?as(?: an?| the)?|\bdubbed|\bnicknamed|\b(?:en)?titled|\bnamed"
    r"|\bheadlined|\bcodenamed|\baka|\ba\.k\.a\.?|\bcaptioned|\bself-described|\bthe (?:word|term|phrase|name|alias"
    r"|slogan|song|film|movie|book|album|programme|program|show|series|magazine)s?|\b(?:business|company|firm|website"
    r"|site|scheme|group|gang|operation)(?: \w+)? called)(?: the| an?)?,? *$",
    re.IGNORECASE,
)
_FRAMED_BEHIND = frozenset({"speaker before verb", "verb before speaker", "same paragraph", "previous paragraph"})
_LOOSE = frozenset({"woven", "speaker behind", "sentence end"})
_PLEA = re.compile(r"(?:not )?guilty\b|no contest\b|nolo contendere\b", re.IGNORECASE)
_GROUNDS = re.compile(r"\bfor [\"“'‘`]*$")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_NEAR = 20  # characters from a passive cue within which it frames a term
_SHORT = 3  # words up to which quoted words may be a term and no statement


def find_quote_records(document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...]) -> tuple[Quote, ...]:
    """Return one record per quotation of the document; titles, labels, nicknames and scare quotes are none."""
    cases_of: dict[int, set[int]] = {}
    for party in parties:
        cases_of.setdefault(party.entity, set()).add(party.case)
    records = []
    for q in document.quotes:
        if not is_quotation(document.article.text, q):
            continue
        speaker = None if q.speaker_entity is None else document.entities[q.speaker_entity].name
        case = _case_of(document, q, len(cases), cases_of)
        records.append(Quote(case, q.kind, speaker, q.speaker_entity, q.cue, q.start, q.end, rule=q.rule or "marks"))
    return tuple(records)


def _case_of(document: Document, quote: QuoteSpan, cases: int, cases_of: dict[int, set[int]]) -> int | None:
    """Return the case of the speaker; failing a single one, the case whose parties the paragraph names most."""
    if cases < 2:
        return 0 if cases else None
    own = cases_of.get(quote.speaker_entity, set()) if quote.speaker_entity is not None else set()
    if len(own) == 1:
        return next(iter(own))
    text = document.article.text
    start, end = max(0, text.rfind("\n\n", 0, quote.start)), text.find("\n\n", quote.end)
    first = bisect_left(document.mentions, start, key=lambda m: m.start)
    last = bisect_left(document.mentions, len(text) if end < 0 else end, key=lambda m: m.start)
    named = Counter(case for m in document.mentions[first:last] for case in cases_of.get(m.entity, ()))
    return max(own or range(cases), key=lambda case: (named[case], -case))


def is_quotation(text: str, quote: QuoteSpan) -> bool:
    """Tell whether words in quotation marks were said or written by someone, by the codebook.

    Labels, nicknames, titles, product names and terms of art are not: they are short, printed like names, follow words
    such as `so-called`, or nobody near is said to have said them.
    """
    words = _WORD.findall(text, quote.start, quote.end)
    if not words:
        return False
    if _PLEA.match(text, quote.start):
        return False
    if quote.rule in _FRAMED_BEHIND:
        return True
    if _LABELS.search(text[max(0, quote.start - 40) : quote.start].rstrip("\"“'‘`")):
        return False
    if quote.rule == "":
        return quote.kind == "direct" and len(words) > 2 * _SHORT
    if quote.rule == "passive" and quote.speaker_start is None and len(words) < _SHORT:
        # `is accused of "directing" a fraud` quotes the charge; a term further on is only a term.
        return quote.cue_start is not None and quote.start - quote.cue_start < _NEAR
    if _is_name(text, quote, words):
        return False
    if quote.rule in _LOOSE and len(words) <= (_SHORT if quote.rule != "woven" else 2 * _SHORT - 1):
        # `jailed for "insulting the court"` gives the grounds in the words of whoever did it.
        return words[0].endswith("ing") and bool(_GROUNDS.search(text, max(0, quote.start - 8), quote.start))
    return True


def _is_name(text: str, quote: QuoteSpan, words: list[str]) -> bool:
    """Tell whether the words are printed like a name, and nothing before them opens speech."""
    if len(words) > 2 * _SHORT or text[quote.end - 1] in "!?":
        return False
    before = text[max(0, quote.start - 3) : quote.start].rstrip("\"“'‘` ")
    if before.endswith((",", ":")):
        return False
    return not words[0][0].islower() and all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in words)
