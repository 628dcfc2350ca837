"""Turn a fragment of HTML, such as an entry of a feed, into paragraphs of text."""

from __future__ import annotations

import re

from legalnews_dataset.articles.html_tree import parse_html

_BLOCKS = frozenset(
    "address article aside blockquote caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset("script style template noscript iframe object svg head title button select".split())
_MARK = "\x1e"  # stands where a paragraph ends; no text holds it
_SPACE = re.compile(r"[^\S\x1e]+")


def fragment_text(markup: str) -> str:
    r"""Return the text of a fragment of HTML, a blank line between its paragraphs.

    >>> fragment_text("<p>A jury &amp; a judge.</p><script>x()</script><p>Ann<br>Poe</p>tail")
    'A jury & a judge.\n\nAnn\nPoe\n\ntail'
    """
    from lxml import etree

    root = parse_html(markup) if markup.strip() else None
    if root is None:
        return ""
    parts: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            unseen += tag in _UNSEEN
            parts.append(f"{_MARK}{_MARK}" if tag in _BLOCKS else _MARK if tag == "br" else "")
            parts.append("" if unseen else element.text or "")
        else:
            unseen -= tag in _UNSEEN
            parts.append(f"{_MARK}{_MARK}" if tag in _BLOCKS else "")
            parts.append("" if unseen else element.tail or "")
    lines = [line.strip() for line in _SPACE.sub(" ", "".join(parts)).split(_MARK)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
