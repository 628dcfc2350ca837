"""Whether a text reports on a legal proceeding at all: a filter for crawls, in which most texts do not."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.proceeding_words import POINTS

# Which articles a build keeps; `auto` is `legal` for crawls, which hold whatever was published, and `all` for the rest,
# which somebody chose.
Keep = Literal["auto", "legal", "all"]
_CRAWL = re.compile(r"\.warc(?:\.\w+)?$", re.IGNORECASE)

# A text needs this many points, and one more for every so many characters: in a long text a stray word means less.
_FEWEST_POINTS = 2.5
_CHARS_PER_POINT = 2_000
# No text needs so many points; where its head has them, the rest is not read.
_HEAD = 2_000
_PLENTY = 15
_LONGEST = 20_000  # characters that are read; a report on a proceeding says so long before

# Lower case and nothing but the letters and digits of ASCII, in one pass over the bytes.
_FOLDED = bytes(byte if byte < 0x80 and chr(byte).isalnum() else 0x20 for byte in range(256)).lower()
_KNOWN = frozenset(POINTS)
_points_of = POINTS.__getitem__
# Words of the list in phrases of politics, trade and sport that tell of no proceeding.
_OTHERWISE = tuple(
    phrase.encode()
    for phrase in """
    attorney general,attorneys general,supreme court nomin,supreme court justice,supreme court pick,supreme court seat,
    supreme court vacan,supreme court appoint,judicial nomin,judicial appoint,special prosecutor,appeals to ,
    appeal among ,to judge ,trial run,trial lawyer,trial balloon,clinical trial,
    ruling party,ruling coalition,ruling class,ruling elite,pleaded with,poor judgment,good judgment,bad judgment,
    better judgment,sound judgment,tennis court,basketball court
    """.replace("\n    ", "")
    .strip()
    .split(",")
)
# Code, and links: headlines of other stories, of which any page has some on a proceeding.
_ASIDE = re.compile(rb"<(?:script|style|a)\b", re.IGNORECASE)
_END_OF_ASIDE = re.compile(rb"</(?:script|style|a)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")
_MARKUP = re.compile(rb"<(?:html|body|div|p)\b", re.IGNORECASE)
_LONGEST_PAGE = 1_000_000  # bytes of a page that are looked at before it is read

NOT_ENGLISH = "not in English"
NO_WORDS = "no word of a legal proceeding"
FEW_WORDS = "too few words of a legal proceeding"
FEW_ON_PAGE = "a page with too few words of a legal proceeding"


def filters(keep: Keep, source: str) -> bool:
    """Tell whether articles of a file are kept only if they report on a proceeding.

    >>> filters("auto", "news-2024.warc.gz"), filters("auto", "verdicts.jsonl"), filters("legal", "verdicts.jsonl")
    (True, False, True)
    """
    return keep == "legal" or (keep == "auto" and bool(_CRAWL.search(source)))


def why_irrelevant(article: Article) -> str | None:
    """Say why an article reports on no legal proceeding; None where it seems to report on one.

    It would rather keep a text too many than lose a report. `scripts/relevance.py` measures both.

    >>> why_irrelevant(Article("x1", "A jury found Ann Poe guilty of fraud. The judge will sentence her in May."))
    >>> why_irrelevant(Article("x2", "The Harbour Gazette bakes a cake. Rain is expected on Sunday."))
    'no word of a legal proceeding'
    """
    if article.language != "en":
        return NOT_ENGLISH
    points, needed = _weigh(f"{article.title}\n{article.text}" if article.title else article.text)
    if points >= needed:
        return None
    return FEW_WORDS if points else NO_WORDS


def page_lacks_words(page: bytes) -> bool:
    """Tell whether a page of HTML has too few words of a proceeding outside its links for any text in it to be kept.

    Reading a page costs a hundred times what this costs. False also where the bytes are no markup in an encoding that
    has ASCII in it, for then nothing can be told.

    >>> page_lacks_words(b"<html><p>The bakery won a prize.</p></html>")
    True
    >>> page_lacks_words(b"<html><p>The jury found Ann Poe guilty.</p></html>")
    False
    """
    if len(page) > _LONGEST_PAGE or b"\0" in page or not _MARKUP.search(page):
        return False
    first, *others = _ASIDE.split(page)
    shown = b" ".join([first, *map(_after_aside, others)])
    return _points(_TAG.sub(b" ", shown).translate(_FOLDED).split()) <= _FEWEST_POINTS


def _after_aside(part: bytes) -> bytes:
    """Return what stands behind a link or a script, and the script too where it may hold the text of the article."""
    found = _END_OF_ASIDE.search(part)
    return part if not found or b"ld+json" in part[:200] else part[found.end() :]


def _weigh(text: str) -> tuple[int, float]:
    """Return the points of a text, or the most that it can have where those are too few, and the points it needs.

    Most texts of a crawl are done without counting anything, since even twice each word that they have is too little.
    """
    end = text.find(" ", _HEAD)
    words = _fold(text[:end] if end > 0 else text).split()
    known = _KNOWN.intersection(words)
    if end > 0:
        if 2 * sum(map(_points_of, known)) >= _PLENTY and (points := _points(words)) >= _PLENTY:
            return points, 0
        rest = _fold(text[end:_LONGEST]).split()
        known |= _KNOWN.intersection(rest)
        words += rest
    needed = _FEWEST_POINTS + min(len(text), _LONGEST) / _CHARS_PER_POINT
    most = 2 * sum(map(_points_of, known))
    if most < needed:
        return most, needed
    points = _points(words)
    if needed <= points < _PLENTY:
        folded = _fold(text[:_LONGEST])
        for phrase in _OTHERWISE:
            folded = folded.replace(phrase, b" ")
        points = _points(folded.split())
    return points, needed


def _fold(text: str) -> bytes:
    return text.encode("utf-8", "replace").translate(_FOLDED)


def _points(words: list[bytes]) -> int:
    """Add up the points of words; a word counts twice at most, so that no single one decides."""
    return sum(POINTS[word] * min(count, 2) for word, count in Counter(filter(_KNOWN.__contains__, words)).items())
