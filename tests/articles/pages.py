"""Pages and WARC records about invented people, for the tests of what reads them."""

from __future__ import annotations

import json
from pathlib import Path

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.read import read_articles

PARAGRAPHS = (
    "A jury in Harbour County found Ada Quill guilty of fraud on Friday after a trial that lasted three weeks.",
    "Judge Milo Tarn set the sentencing for May 4. “She will appeal,” said her lawyer, Ines Korb, outside the court.",
    "Prosecutors said that Quill had taken $2 million from the Lantern Fund, which she ran for more than ten years.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(
    *paragraphs: str,
    title: str = "Quill found guilty of fraud",
    outlet: str | None = "Harbour Gazette",
    day: str | None = "2024-03-05T23:30:00-05:00",
    canonical: str | None = "https://gazette.example/news/quill",
    head: str = "",
) -> str:
    """Return a page as outlets publish them, with what stands around the article."""
    about = {"@type": "NewsArticle", "headline": title} | ({"datePublished": day} if day else {})
    links = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(20))
    return f"""<!DOCTYPE html>
<html lang="en"><head>{head}<title>{title} | Harbour Gazette</title>
{f'<meta property="og:site_name" content="{outlet}">' if outlet else ""}
{f'<link rel="canonical" href="{canonical}">' if canonical else ""}
<script type="application/ld+json">{json.dumps(about)}</script>
<script>var tracked = {{"jury": 1}}; track(tracked);</script><style>p {{ margin: 0 }}</style></head>
<body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>
{"".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)}</article>
<footer><p>Copyright Harbour Gazette. All rights reserved.</p></footer></body></html>"""


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", head: str = "") -> bytes:
    """Return what a server answers."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + body


def record(
    block: bytes, *, kind: str = "response", url: str = "https://gazette.example/a", length: object = None
) -> bytes:
    """Return a WARC record, with a length that may be a lie."""
    length = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-06T01:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}"
    )
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def read(*inputs: str | Path, max_chars: int = 5_000_000) -> tuple[list[Article], list[Problem]]:
    """Return the articles of inputs and what was wrong with them."""
    items = list(read_articles(inputs, max_chars))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Problem)]
