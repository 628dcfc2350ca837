"""Decode the bytes of a page as browsers do, but believe UTF-8 before anything that a server or the page declares."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page declares its charset
# Encodings of text on the web; Python knows others that are no charsets, such as `idna` and `unicode_escape`.
_ON_THE_WEB = re.compile(
    r"(?:windows|cp)-?(?:874|125\d)|iso-?8859-\d{1,2}|latin-?\d|us-ascii|ascii|utf-?8|utf-?16(?:-?[lb]e)?|koi8-[ru]"
    r"|mac-?roman|macintosh|big5|gbk?|gb2312|gb18030|shift[_-]jis|euc-(?:jp|kr)"
)
# The label means windows-1252 on the web (WHATWG Encoding), which differs in the curly quotes.
_WESTERN = re.compile(r"iso-?8859-1|latin-?1|us-ascii|ascii|windows-?1252|cp-?1252")
_FALLBACK = "windows-1252"


def decode_page(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of a page, and what is wrong with its charset, None where nothing is.

    Args:
        raw: the bytes of the page.
        declared: the charset that the server named.

    >>> decode_page("<p>café</p>".encode(), "iso-8859-1")
    ('<p>café</p>', None)
    >>> decode_page("<p>“café”</p>".encode("cp1252"), "iso-8859-1")
    ('<p>“café”</p>', None)
    >>> decode_page("<p>“café”</p>".encode("cp1252"), "klingon")
    ('<p>“café”</p>', "'klingon', unknown; read as windows-1252")

    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), None
    try:
        return raw.decode(), None
    except UnicodeDecodeError:
        pass
    if not declared and (found := _DECLARED.search(raw[:_HEAD])):
        declared = found[1].decode("ascii", "replace")
    name = (declared or _FALLBACK).strip().lower()
    western = _WESTERN.fullmatch(name)
    if western or _ON_THE_WEB.fullmatch(name):
        try:
            return raw.decode(_FALLBACK if western else name), None
        except (UnicodeDecodeError, LookupError):
            wrong = "which these bytes are not"
    else:
        wrong = "unknown"
    return raw.decode(_FALLBACK, "replace"), f"{(declared or _FALLBACK)[:40]!r}, {wrong}; read as {_FALLBACK}"
