"""Read RSS and Atom feeds that were saved or exported, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from legalnews_dataset.articles.check import Reading, check_record
from legalnews_dataset.articles.fragment import fragment_text
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read_page import page_id
from legalnews_dataset.articles.source import Source, open_unpacked

_ENTRIES = {"item", "entry"}
_FEEDS = {"channel", "feed"}
# The first that an entry has: content:encoded of RSS and content of Atom are the article, the others often a teaser.
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
# What libxml2 calls XML that breaks off, and an entity of HTML in XML.
_CUT, _HARMLESS = "ERR_TAG_NOT_FINISHED", {"ERR_UNDECLARED_ENTITY"}
_TEASER = ("…", "...", "[…]", "[...]", "Read more", "Continue reading")


def read_feed(source: Source, max_chars: int) -> Iterator[Reading | Problem]:
    """Yield what each entry gives, in order, and what is wrong with the XML."""
    from lxml import etree

    with open_unpacked(source) as file:
        parser = etree.iterparse(
            file, events=("end",), recover=True, resolve_entities=False, no_network=True, huge_tree=False
        )
        last: Reading | None = None  # held back, since a file that breaks off may end within it
        try:
            for reading in _entries(parser, source.name, max_chars):
                if last:
                    yield last
                last = reading
        except etree.XMLSyntaxError as error:
            raise OSError(str(error)) from error
    wrong = {entry.type_name: f"{entry.message} in line {entry.line}" for entry in reversed(parser.error_log)}
    if last and _CUT in wrong:
        problem = Problem(source.name, "last entry", last.article_id, "text", "a whole entry", "a part", kept=False)
        last = Reading(last.article_id, None, (problem,))
    if last:
        yield last
    for kind, told in wrong.items():
        yield Problem(source.name, "", None, "file", "well-formed XML", told, kept=kind in _HARMLESS)


def _entries(parser: Any, source: str, max_chars: int) -> Iterator[Reading]:
    outlet, number = None, 0
    for _, element in parser:
        name = _local(element)
        if name == "title" and _local(element.getparent()) in _FEEDS:
            outlet = outlet or _text(element)
        elif name in _ENTRIES:
            number += 1
            yield _read_entry(element, outlet, source, f"entry {number}", max_chars)
            element.clear()
            while element.getprevious() is not None and _local(element.getprevious()) in _ENTRIES:
                del element.getparent()[0]


def _read_entry(entry: Any, outlet: str | None, source: str, where: str, max_chars: int) -> Reading:
    parts: dict[str, Any] = {}
    for child in entry:
        parts.setdefault(_local(child), child)
    name = next((name for name in _TEXTS if name in parts and len(_markup(parts[name]))), None)
    markup = _markup(parts[name]) if name else ""
    url = _link(entry)
    told = _text(parts.get("guid")) or _text(parts.get("id")) or url
    text = fragment_text(markup)
    record = {
        "id": page_id(told, markup.encode(errors="replace")),
        "text": text,
        "title": _text(parts.get("title")),
        "published_on": next(filter(None, (_day(_text(parts.get(name))) for name in _DAYS)), None),
        "source": outlet,
        "url": url,
    }
    reading = check_record(record, source, where, max_chars)
    if reading.article and name in {"description", "summary"} and text.endswith(_TEASER):
        problem = Problem(source, where, reading.article_id, "text", "the whole article", "a teaser", kept=True)
        return Reading(reading.article_id, reading.article, (*reading.problems, problem))
    return reading


def _local(element: Any) -> str:
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any) -> str | None:
    text = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return text or None


def _markup(element: Any) -> str:
    """Return the HTML that an element holds, escaped or as its children."""
    from lxml import etree

    if not len(element):
        return (element.text or "").strip()
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)


def _link(entry: Any) -> str | None:
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            url = child.get("href") or _text(child)
            if url and url.strip().startswith(("http://", "https://")):
                return str(url).strip()
    return None


def _day(value: str | None) -> str | None:
    """Return a day as RSS or Atom print it, in its own time zone."""
    if not value:
        return None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return value
