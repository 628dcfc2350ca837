"""Cut a text into paragraphs and sentences; legal abbreviations and initials do not end one."""

from __future__ import annotations

import re
from bisect import bisect_left

from legalnews_dataset.documents.document import Sentence, Tokens
from legalnews_dataset.documents.lexicon import (
    CALENDAR,
    DOTTED,
    FLAGS,
    FUNCTION,
    HEAD,
    MODIFIER,
    PLACE,
    SUFFIX,
    TITLE,
    word_set,
)

# A mark that may end a sentence, with closing quotes and brackets, before what may begin one; or a line's end.
_END = re.compile(r"[.!?…][\"”’')\]]*(\s+)(?=[\"“‘'`(\[$£€]*[A-Z0-9À-Þ])|\n\s*")
_NEVER = word_set("joins", "never_ends")  # `v.`, `Sgt.`: what they introduce follows
_BEFORE_NUMBER = word_set("joins", "before_number")
_OPENERS = "\"“‘'`([$£€"
_SHORT_LINE = 60  # characters; a shorter line is a headline or a byline, not one that the margin broke
_LONG_LINE = 110  # characters; no margin breaks a longer one


def find_sentences(text: str, tokens: Tokens) -> tuple[Sentence, ...]:
    """Cut the text into sentences that cover every token.

    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "Mr. Roe sued Acme Inc. in 2019. He lost."
    >>> [text[s.start:s.end] for s in find_sentences(text, find_tokens(text))]
    ['Mr. Roe sued Acme Inc. in 2019.', 'He lost.']
    """
    starts, ends = tokens.starts, tokens.ends
    found: list[Sentence] = []
    first, paragraph, line = 0, 0, 0
    for m in _END.finditer(text):
        begin, after = m.span()
        last = bisect_left(starts, after)
        breaks = False
        if "\n" in m.group():
            breaks = _is_paragraph(text, begin, after, line)
            line = after
        if last == first:
            continue
        if breaks or (text[begin] != "\n" and not (text[begin] == "." and _abbreviates(tokens, begin, last))):
            found.append(Sentence(starts[first], ends[last - 1], paragraph, first, last))
            first = last
            paragraph += breaks
    if first < len(starts):
        found.append(Sentence(starts[first], ends[-1], paragraph, first, len(starts)))
    return tuple(found)


def _is_paragraph(text: str, begin: int, after: int, line: int) -> bool:
    """Tell whether the line that ends between begin and after ends a paragraph."""
    if text.count("\n", begin, after) > 1:
        return True
    length = begin - line
    if text[begin] != "\n" or length > _LONG_LINE or (begin and text[begin - 1] in ':"”'):
        return True
    return length < _SHORT_LINE and text[after : after + 1].isupper()


def _abbreviates(tokens: Tokens, dot: int, after: int) -> bool:
    """Tell whether the full stop at an offset belongs to an abbreviation and the token after goes on the sentence."""
    words = tokens.words
    at = bisect_left(tokens.starts, dot)
    if not at or tokens.ends[at - 1] != dot or words[at] != ".":
        return False
    word = words[at - 1]
    if word in _NEVER or (word in _BEFORE_NUMBER and words[after][0].isdigit()):
        return True
    flags = FLAGS.get(word, 0)
    while after < len(words) - 1 and words[after] in _OPENERS:
        after += 1
    following = FLAGS.get(words[after], 0)
    if flags & DOTTED and flags & PLACE and at > 1 and words[at - 2] == ",":
        # `in Omaha, Neb. Roe said` begins a sentence, `in Omaha, Neb. Police Chief Roe` does not.
        return bool(following & (TITLE | MODIFIER | HEAD)) and not following & FUNCTION
    if flags & DOTTED or "." in word or (len(word) == 1 and word.isalpha()):
        return not following & FUNCTION or bool(following & (TITLE | CALENDAR | SUFFIX))
    return False
