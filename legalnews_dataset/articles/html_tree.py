"""Parse HTML, whatever characters stand in it, without fetching anything."""

from __future__ import annotations

import re
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no character of an XML tree


def parse_html(markup: str) -> Any:
    """Return the tree of lxml for a page or a fragment, None where nothing is in it.

    >>> parse_html("<p>A jury</p>").text_content(), parse_html("")
    ('A jury', None)
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return html.document_fromstring(_CONTROL.sub("", markup).encode(errors="replace"), parser=parser)
    except etree.ParserError:
        return None
