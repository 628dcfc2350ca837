"""Take the article out of a page of HTML: text by trafilatura, day by htmldate, nothing that would stall a worker."""

from __future__ import annotations

import logging
import re
from functools import cache
from hashlib import sha256
from typing import Any

from legalnews_dataset.articles.charset import decode_page
from legalnews_dataset.articles.check import Reading, check_record
from legalnews_dataset.articles.html_tree import parse_html
from legalnews_dataset.articles.page_head import read_head
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.sniff import in_words, sniff

# The largest pages of news are of 5 MB, nearly all of it code.
MAX_PAGE_BYTES = 10_000_000
# A page with a thousand comments has 20,000; trafilatura's time grows with the square: 4 seconds at this number.
MAX_ELEMENTS = 30_000
# So many elements have fewer tags than this, even with scripts in which `<` stands; more would take 300 MB to count.
_MAX_TAGS = 200_000
# Characters beside code; a live report of a day has 300,000, and trafilatura takes 50 bytes for each.
_MAX_TEXT = 1_000_000
# libxml2's time grows with the square of the attributes of one tag: 0.02 seconds at this number.
_MAX_ATTRIBUTES = 5_000
_LOOKED_AT = 1_000_000  # characters of a tag, in which its attributes are counted
_LONG_TAG = re.compile(r"<[a-zA-Z][^<]{10000,}")  # shorter ones cannot have so many
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CODE = re.compile(r"[{};=]")
_MOST_CODE = 0.03  # share of braces, semicolons and equals signs: prose has 0.003, minified scripts 0.08
_DIGITS = 20
# What holds no prose; JSON-LD may hold the article, and is left to trafilatura.
_UNREAD = ("style", "svg", "img", "iframe", "template")
_SCRIPTS = "//script[not(@type='application/ld+json')]"


def page_id(url: str | None, raw: bytes) -> str:
    """Return the id of an article that has none from its source: a function of its address and its bytes.

    >>> page_id("https://example.com/a", b"<p>A jury ruled.</p>")
    'page_764ba4b1bf5ac72e0c74'
    """
    return "page_" + sha256((url or "").encode(errors="replace") + b"\x1f" + raw).hexdigest()[:_DIGITS]


def read_page(found: Pending) -> Reading:
    """Return the article of a page, with what is wrong told."""
    problems: list[Problem] = []

    def tell(column: str, check: str, value: str, *, kept: bool = False) -> Reading:
        problems.append(Problem(found.source, found.where, found.article_id, column, check, value, kept))
        return Reading(found.article_id, None, tuple(problems))

    kind = sniff(found.raw)
    if kind not in {"html", "txt", "csv", ""}:
        return tell("text", "an HTML page", in_words(kind))
    if len(found.raw) > MAX_PAGE_BYTES:
        return tell("text", f"a page of at most {MAX_PAGE_BYTES:,} bytes", f"{len(found.raw):,}")
    page, wrong = decode_page(found.raw, found.charset)
    if wrong:
        tell("charset", "the charset of the page", wrong, kept=True)
    if (tags := page.count("<")) > _MAX_TAGS:
        return tell("text", f"a page of at most {_MAX_TAGS:,} tags", f"{tags:,}")
    if _most_attributes(page) > _MAX_ATTRIBUTES:
        return tell("text", f"tags of at most {_MAX_ATTRIBUTES:,} attributes", "more")
    try:
        tree = parse_html(page)
        if tree is None:
            return tell("text", "an HTML page", "an empty one")
        if (elements := int(tree.xpath("count(//*)"))) > MAX_ELEMENTS:
            return tell("text", f"a page of at most {MAX_ELEMENTS:,} elements", f"{elements:,}")
        head = read_head(tree, page, found.url)
        _drop_unread(tree)
        if len(page) > _MAX_TEXT and len(tree.text_content()) > _MAX_TEXT:
            return tell("text", f"a page of at most {_MAX_TEXT:,} characters", "more")
        text = _prose(tree, head.title)
    except Exception as error:
        # whatever a hostile page makes three libraries raise, the next page is read
        return tell("text", "an HTML page that can be read", f"{type(error).__name__}: {str(error)[:80]}")
    if not text:
        return tell("text", "a page with an article", "none in it")
    if len(_CODE.findall(text[:20_000])) > _MOST_CODE * len(text[:20_000]):
        return tell("text", "prose", "code")
    record = {
        "id": found.article_id,
        "text": text,
        "title": head.title,
        "published_on": head.day,
        "source": head.outlet,
        "url": head.url,
    }
    reading = check_record(record, found.source, found.where, found.max_chars)
    return Reading(reading.article_id, reading.article, (*problems, *reading.problems))


def _drop_unread(tree: Any) -> None:
    from lxml import etree

    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    for script in tree.xpath(_SCRIPTS):
        script.drop_tree()


@cache
def _options() -> Any:
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say of a page is told as a problem
    return Extractor(output_format="python", fast=True, comments=False)


def _prose(tree: Any, title: str | None) -> str | None:
    """Return the paragraphs of the article, a blank line between them, without the title."""
    from trafilatura import bare_extraction

    document: Any = bare_extraction(tree, options=_options())
    if document is None or not document.text:
        return None
    paragraphs = [line.strip() for line in document.text.splitlines() if line.strip()]
    if paragraphs and title and paragraphs[0].casefold() == title.casefold():
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _most_attributes(page: str) -> int:
    """Return about how many attributes the fullest tag has."""
    tags = (_QUOTED.sub("", found[0]).partition(">")[0] for found in _LONG_TAG.finditer(page))
    return max((len(tag[:_LOOKED_AT].split()) for tag in tags), default=0)
