"""Tell what bytes are from how they begin, to say what stands in a file that is not what its name promises."""

from __future__ import annotations

import re

_MAGIC = (
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"WARC/", "warc"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
_FEED = re.compile(rb"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p)[\s>/]", re.IGNORECASE)
_HEADER = re.compile(rb'"?[\w .-]{1,40}"?(?:[,;\t]"?[\w .-]{1,40}"?)+')
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_LOOKED_AT = 4096
_MOST_CONTROL = 0.02  # share of control characters above which bytes are no text


def sniff(head: bytes) -> str:
    """Return the format that bytes begin like: a key of `FORMATS`, a packing, or words for what is not read.

    Args:
        head: how a file begins; no more than 4,096 bytes of it are looked at.

    Returns:
        The name, empty where there are no bytes but blanks.

    >>> sniff(b'{"id": "x"}'), sniff(b"<!DOCTYPE html><html>"), sniff(b"A jury ruled."), sniff(bytes(9))
    ('jsonl', 'html', 'txt', 'binary data')

    """
    head = head[:_LOOKED_AT]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    wide = head.startswith(_BOMS[1:])
    if not wide and len(head.translate(None, _CONTROL)) < len(head) * (1 - _MOST_CONTROL):
        return "binary data"
    text = (head.replace(b"\0", b"") if wide else head).removeprefix(_BOMS[0]).removeprefix(_BOMS[1]).lstrip()
    if not text:
        return ""
    if text.startswith(b"<"):
        return _sniff_markup(text)
    if text.startswith(b"{"):
        return "jsonl"
    if re.match(rb'\[\s*[{"\[]', text):
        return "a JSON array"
    return "csv" if _HEADER.fullmatch(text.splitlines()[0]) else "txt"


def _sniff_markup(text: bytes) -> str:
    feed, page = _FEED.search(text), _HTML.search(text)
    if feed and not (page and page.start() < feed.start()):
        return "feed"
    if page:
        return "html"
    return "XML" if text.startswith(b"<?") else "html" if text.startswith(b"<!") else "txt"


_WORDS = {
    "html": "an HTML page",
    "feed": "an RSS or Atom feed",
    "warc": "a WARC file",
    "jsonl": "JSON",
    "csv": "CSV",
    "txt": "plain text",
    "parquet": "Parquet",
    "gzip": "gzip",
    "zstd": "Zstandard",
    "": "nothing",
}


def in_words(name: str) -> str:
    """Return a format as messages name it.

    >>> in_words("html"), in_words("a JSON array")
    ('an HTML page', 'a JSON array')
    """
    return _WORDS.get(name, name)
