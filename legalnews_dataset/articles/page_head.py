"""What a page says about itself outside its text: title, outlet, address, day of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

# No newspaper was on the web before, and archives of older ones say the day of printing.
_EARLIEST = "1850-01-01"
# Pages of the same bytes are of the same day whenever they are read, so this cannot be today.
_LATEST = "2100-01-01"
_LONGEST_JSON = 500_000  # characters; the metadata of an article is a few thousand
_ARTICLE = re.compile(r".*(?:Article|BlogPosting|Report)")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")
_SUFFIX = re.compile(r"\s+[|–—-]\s+")
_LONGEST = 500  # characters of a title or a name of an outlet


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself; `day` as ISO 8601, in the page's own time zone."""

    title: str | None
    outlet: str | None
    url: str | None
    day: str | None


def read_head(tree: Any, text: str, url: str | None) -> Head:
    """Return what a page says about itself.

    Args:
        tree: the parsed page, of lxml.
        text: the page.
        url: where it was found, where that is known.

    """
    if url is None and (saved := _SAVED_FROM.search(text[:4096])):
        url = saved[1]
    metas = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get("content", "").strip()
        for meta in tree.xpath("//meta[@content]")[:500]
    }
    told = next(_articles(tree), {})
    url = _canonical(tree, metas, url)
    outlet = metas.get("og:site_name") or _name(told.get("publisher")) or _host(url)
    return Head(_title(tree, metas, told, outlet), _clean(outlet), url, _day(tree, url))


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield what JSON-LD (schema.org) says of articles."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:20]:
        if not script.text or len(script.text) > _LONGEST_JSON:
            continue
        try:
            found = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        found = found if isinstance(found, list) else [found]
        for item in [inner for outer in found for inner in _graph(outer)]:
            kinds = item.get("@type")
            if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in _as_list(kinds)):
                yield item


def _graph(item: Any) -> list[dict[str, Any]]:
    items = _as_list(item.get("@graph", item)) if isinstance(item, dict) else []
    return [inner for inner in items if isinstance(inner, dict)]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    value = _as_list(value)[0] if value else None
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) and not name.startswith("http") else None


def _title(tree: Any, metas: dict[str, str], told: dict[str, Any], outlet: str | None) -> str | None:
    headline = told.get("headline")
    title = headline if isinstance(headline, str) and headline.strip() else metas.get("og:title")
    if not title:
        headings = tree.xpath("//h1")
        title = headings[0].text_content() if len(headings) == 1 else None
    title = _clean(title or tree.findtext(".//title"))
    if title and outlet and len(parts := _SUFFIX.split(title)) > 1 and parts[-1].casefold() == outlet.casefold():
        title = title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title


def _canonical(tree: Any, metas: dict[str, str], url: str | None) -> str | None:
    """Return the address that the page gives itself, unless that of its whole site; else where it was found."""
    links = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    for given in (*links[:1], metas.get("og:url")):
        if not given:
            continue
        try:
            whole = str(urldefrag(urljoin(url or "", given.strip()))[0])
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc and parts.path.strip("/"):
            return whole
    return url


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _clean(value: str | None) -> str | None:
    value = " ".join(value.split())[:_LONGEST] if value else None
    return value or None


def _day(tree: Any, url: str | None) -> str | None:
    """Return the day of publication as address, metadata or a dateline element say it; never a date of the prose."""
    from htmldate import find_date

    return find_date(tree, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
