"""Pair quotation marks: which stretches of a text stand inside them, whatever style a newsroom prints."""

from __future__ import annotations

import re
from dataclasses import dataclass

# ‘‘ ’’ and `` '' are double marks that a typewriter or a wire made of single ones. Each pattern starts with one set of
# characters, because that is what the regex engine skips ahead by.
_DOUBLE = re.compile(r"[\"“”„«»`'‘’\n](?:(?<=[\"“”„«»])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=\n)\s*\n)")
_SINGLE = re.compile(r"[‘’'`\n](?:(?<!\n)|\s*\n)")
_SINGLE_OPENS = re.compile(r"[‘'`](?<![^\s(\[\"“—–-].)(?=[^\W_]|\.\.\.|…|£|\$|\[)")
_SINGLE_ENDS_SPEECH = re.compile(r"[.,?!…][’'](?=\s|$|[)\]—–-])")
_OPENERS = frozenset({"“", "„", "«", "``", "‘‘"})
_CLOSERS = frozenset({"”", "»", "’’"})
_BEFORE_OPENER = frozenset(" \t\n\r\xa0\u2002\u2003\u2009\u202f([{—–-/“‘")
_AFTER_CLOSER = frozenset(" \t\n\r\xa0\u2009\u202f)]},.;:!?—–-/…'’”")
_ENDS_SENTENCE = frozenset(".?!…")
# Words that lost their first letters, not quotations: 'em, 'tis, '90s.
_ELISIONS = re.compile(r"['‘’](?:em|tis|twas|til|cause|round|bout|n)\b|['‘’]\d\ds?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks.

    `start` and `end` are the words without the marks; `outer_start` and `outer_end` take the marks in; `closed` is
    false where the closing mark is missing (a quotation that runs on in the next paragraph, or a slip).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    r"""Return the outermost stretches inside quotation marks, sorted by start.

    Double marks count first, straight or curly. Single marks count in a text that uses them for speech, or that has no
    double ones at all. Nested quotations belong to the outer one.

    >>> text = '"It is \'over\'," he said.'
    >>> [text[q.start : q.end] for q in find_quotations(text)]
    ["It is 'over',"]
    """
    doubles = _pair_double(text)
    if not _SINGLE_OPENS.search(text):
        return tuple(doubles)
    if doubles and len(_SINGLE_ENDS_SPEECH.findall(text)) <= sum(map(text.count, '"“”')):
        return tuple(doubles)
    singles = _pair_single(text)
    if not doubles:
        return tuple(singles)
    return tuple(_outermost(doubles, singles))


def _outermost(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Return the stretches of both kinds that lie in no other one."""
    kept: list[Quotation] = []
    for quotation in sorted(doubles + singles, key=lambda q: (q.outer_start, -q.outer_end)):
        if not kept or quotation.outer_start >= kept[-1].outer_end:
            kept.append(quotation)
    return kept


def _pair_double(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    open_marks: list[tuple[int, int]] = []
    inner: list[Quotation] = []  # pairs inside an outer mark that may turn out to have no closing one
    paragraph = 0
    for m in _DOUBLE.finditer(text):
        mark, a, b = m.group(), m.start(), m.end()
        if mark[0] == "\n":
            _close_paragraph(text, paragraph, a, b, open_marks, inner, found)
            open_marks, inner, paragraph = [], [], b
            continue
        before = text[a - 1] if a > paragraph else " "
        after = text[b] if b < len(text) else " "
        if _opens(mark, before, after, bool(open_marks)):
            if open_marks and _last_visible(text, open_marks[-1][1], a) in _ENDS_SENTENCE:
                # A new sentence opens a mark while one is open: the closing mark between them was lost.
                start, _ = open_marks.pop()
                if not open_marks:
                    found.append(_quotation(text, start, _mark_end(text, start), a, a, closed=False))
                    inner = []
            open_marks.append((a, b))
        elif open_marks:
            start, inside = open_marks.pop()
            pair = _quotation(text, start, inside, a, b, closed=True)
            if not open_marks:
                found.append(pair)
                inner = []
            elif len(open_marks) == 1:
                inner.append(pair)
    _close_paragraph(text, paragraph, len(text), len(text), open_marks, inner, found)
    return [q for q in found if q.end > q.start and not (q.outer_start and text[q.outer_start - 1] == "=")]


def _mark_end(text: str, start: int) -> int:
    """Return the end of the opening mark at `start`."""
    return start + (2 if text[start] in "`‘'" else 1)


def _opens(mark: str, before: str, after: str, inside: bool) -> bool:
    """Tell whether a mark opens a quotation, from its shape and neighbours, then from what is open."""
    can_open = before in _BEFORE_OPENER and not after.isspace()
    can_close = after in _AFTER_CLOSER and before not in " \t\n\xa0"
    if mark in _OPENERS:
        return not (inside and can_close)
    if mark in _CLOSERS:
        return not inside and can_open
    if can_open != can_close:
        return can_open
    return not inside


def _close_paragraph(
    text: str,
    start: int,
    end: int,
    following: int,
    open_marks: list[tuple[int, int]],
    inner: list[Quotation],
    found: list[Quotation],
) -> None:
    """Take what is still open at a paragraph's end: a quotation that runs on, or a closing mark that was lost."""
    if not open_marks:
        return
    mark, inside = open_marks[0]
    runs_on = bool(_DOUBLE.match(text, following)) and following < len(text)
    opens_paragraph = not text[start:mark].strip()
    first = text[inside : inside + 1]
    if runs_on or opens_paragraph or first.isupper() or (len(open_marks) == 1 and not inner):
        found.append(_quotation(text, mark, inside, end, end, closed=False))
    else:
        found.extend(inner)


def _quotation(text: str, outer_start: int, start: int, end: int, outer_end: int, *, closed: bool) -> Quotation:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, outer_start, max(outer_end if closed else end, end), closed)


def _last_visible(text: str, start: int, end: int) -> str:
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""


def _pair_single(text: str) -> list[Quotation]:
    """Pair single marks; apostrophes inside words, plural possessives and elisions are no marks."""
    found: list[Quotation] = []
    opened: int | None = None
    weak: int | None = None  # a mark after a plural s: the end of the quotation, or only a possessive
    for m in _SINGLE.finditer(text):
        a = m.start()
        if text[a] == "\n":
            if opened is not None:
                _close_single(text, opened, weak, a, m.end(), found)
            opened = weak = None
            continue
        if opened is None:
            if _SINGLE_OPENS.match(text, a) and not _ELISIONS.match(text, a):
                opened = a
            continue
        before, after = text[a - 1], text[a + 1 : a + 2]
        if before.isspace() or (after and after not in _AFTER_CLOSER):
            if before.isspace() and _SINGLE_OPENS.match(text, a) and not _ELISIONS.match(text, a) and weak is not None:
                found.append(_quotation(text, opened, opened + 1, weak, weak + 1, closed=True))
                opened, weak = a, None
            continue
        if before == "s" and after == " " and text[a + 2 : a + 3].islower():
            weak = a
            continue
        found.append(_quotation(text, opened, opened + 1, a, a + 1, closed=True))
        opened = weak = None
    if opened is not None:
        _close_single(text, opened, weak, len(text), len(text), found)
    return [q for q in found if q.end > q.start]


def _close_single(text: str, opened: int, weak: int | None, end: int, following: int, found: list[Quotation]) -> None:
    if weak is not None:
        found.append(_quotation(text, opened, opened + 1, weak, weak + 1, closed=True))
    elif following < len(text) and _SINGLE_OPENS.match(text, following):
        found.append(_quotation(text, opened, opened + 1, end, end, closed=False))
