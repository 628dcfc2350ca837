"""Measure a build of a crawl: a WARC file of pages of which few report on a legal proceeding.

    .venv/bin/python scripts/bench_warc.py ../shared [--pages N] [--json FILE]

The pages are made anew each time, in a temporary folder: texts that `scripts/labels/relevance.csv` labels, of its held
half alone, and releases whose titles tell of a proceeding, each inside the furniture of a news site (navigation,
teasers, scripts, advertisements, a footer). Every page that is not legal mixes the paragraphs of two texts that are
not. Needs the extra `[web]`. Figures of one core are processor time; those of builds are wall time.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import html
import json
import random
import re
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import relevance

from legalnews_dataset.articles.article import Article
from legalnews_dataset.articles.pending import Pending
from legalnews_dataset.articles.read import read_records
from legalnews_dataset.articles.relevance import page_lacks_words, why_irrelevant
from legalnews_dataset.articles.source import list_sources
from legalnews_dataset.pipeline import build

LEGAL_SHARE = 0.08
SAMPLE = 500  # pages whose text is taken out one by one, and that are built without the filter
HARD = 20  # one text in so many that are not legal is a release of a department of justice
TELLING = re.compile(r"\b(?:sentenced|indicted|convicted|pleads? guilty|charged|sues?|lawsuit|settle)\b", re.IGNORECASE)
TEASERS = (
    "Jury finds treasurer guilty of fraud", "Court rules on the harbour toll", "Ten soups for a cold evening",
    "Rovers win at home again", "Man jailed for arson", "Why the bees came back", "Council splits over the new tram",
    "Opinion: let the libraries open late", "Judge blocks sale of the mill", "What the rate rise means for you",
)  # fmt: skip
SECTIONS = ("Home", "World", "Business", "Crime &amp; Courts", "Sport", "Culture", "Weather", "Obituaries", "Jobs")


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with peers/ and corpora/")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        figures = measure(given.shared, given.pages, Path(temporary))
    print(json.dumps(figures, indent=2))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def measure(shared: Path, count: int, folder: Path) -> dict[str, Any]:
    """Return the figures of a crawl of so many pages."""
    crawl, few = folder / "crawl.warc.gz", folder / "few.warc.gz"
    legal, other = read_pools(shared)
    truth = write_crawl(crawl, legal, other, count)
    write_crawl(few, legal, other, SAMPLE)
    figures: dict[str, Any] = {"pages": count, "legal": sum(truth.values()), "megabytes": crawl.stat().st_size / 1e6}

    started = time.process_time()
    pages = [found for found in read_records(list_sources([crawl])) if isinstance(found, Pending)]
    figures["one core: records cut, pages a second"] = len(pages) / (time.process_time() - started)
    figures["kilobytes a page"] = sum(len(page.raw) for page in pages) / len(pages) / 1000
    started = time.process_time()
    kept = [page for page in pages if not page_lacks_words(page.raw)]
    figures["one core: pages judged before they are read, pages a second"] = len(pages) / (
        time.process_time() - started
    )
    figures["pages left to read"] = len(kept)
    del pages
    started = time.process_time()
    articles = [reading.article for reading in (page.read(page) for page in kept[:SAMPLE]) if reading.article]
    figures["one core: pages read, pages a second"] = SAMPLE / (time.process_time() - started)
    del kept
    figures["one core: texts judged, texts of 3,800 characters a second"] = measure_texts(articles)

    figures["build"] = measure_build(crawl, folder / "out", truth, "auto")
    figures[f"build of {SAMPLE} pages, all kept: pages a second"] = measure_build(few, folder / "few", {}, "all")[
        "pages a second"
    ]
    return figures


def measure_texts(articles: list[Article]) -> float:
    """Return how many texts of 3,800 characters the filter judges in a second."""
    chars = sum(len(article.text) for article in articles)
    started = time.process_time()
    for article in articles:
        why_irrelevant(article)
    return chars / 3800 / (time.process_time() - started)


def measure_build(crawl: Path, out: Path, truth: dict[str, bool], keep: Any) -> dict[str, Any]:
    """Return what a build of the crawl took, and how many of its articles are legal."""
    started = time.monotonic()
    summary = build([crawl], out, keep=keep)
    took = time.monotonic() - started
    done = sum(summary.dropped.values()) + summary.rows["articles"] + len(summary.failures)
    found = Counter(
        truth.get(url) for url in pq.read_table(out / "articles.parquet", columns=["url"])["url"].to_pylist()
    )
    return {
        "seconds": took,
        "pages a second": done / took,
        "rows": summary.rows,
        "dropped": dict(summary.dropped),
        "set aside": len(summary.failures),
        "legal kept": found[True],
        "legal lost": sum(truth.values()) - found[True],
        "other kept": found[False],
        "recall": found[True] / max(1, sum(truth.values())),
        "precision": found[True] / max(1, found.total()),
    }


def read_pools(shared: Path) -> tuple[list[Article], list[list[Article]]]:
    """Return texts that are legal, and texts that are not: of news, and of a department's releases."""
    texts = relevance.read_texts(shared)
    legal, news, releases = list[Article](), list[Article](), list[Article]()
    with relevance.LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["half"] == "held":
                article = texts[row["source"]][row["id"]]
                if row["label"] == "legal":
                    legal.append(article)
                elif row["label"] == "other":
                    (news if row["source"] in relevance.NEWS else releases).append(article)
    legal += [
        article
        for source in ("doj_press_releases", "county_da_sample")
        for article in texts[source].values()
        if article.title and TELLING.search(article.title)
    ]
    return legal, [news, releases]


def write_crawl(path: Path, legal: list[Article], other: list[list[Article]], count: int) -> dict[str, bool]:
    """Write a WARC file of pages in random order, and return for each address whether its page is legal."""
    dice = random.Random(2021)  # noqa: S311 - the same pages each time
    told = dice.sample(legal, min(len(legal), round(count * LEGAL_SHARE)))
    plan = [*told, *(None for _ in range(count - len(told)))]
    dice.shuffle(plan)
    truth = {}
    with path.open("wb") as file:
        for number, article in enumerate(plan):
            address = f"https://news{number % 40}.example.org/2021/05/{number}.html"
            truth[address] = article is not None
            paragraphs = article.text.split("\n") if article else mix(other[number % HARD == 0], dice)
            title = article.title or paragraphs[0][:60] if article else paragraphs[0][:60]
            file.write(gzip.compress(as_record(address, as_page(title, paragraphs, address, dice)), compresslevel=1))
    return truth


def mix(pool: list[Article], dice: random.Random) -> list[str]:
    """Return the first half of one text and the second half of another, neither of which is legal."""
    first, second = (dice.choice(pool).text.split("\n") for _ in range(2))
    return [*first[: len(first) // 2 + 1], *second[len(second) // 2 :]]


def as_page(title: str, paragraphs: list[str], address: str, dice: random.Random) -> bytes:
    """Return a page of a news site with the paragraphs in it."""
    menu = "".join(f'<li><a href="/{number}">{name}</a></li>' for number, name in enumerate(SECTIONS))
    teasers = "".join(
        f'<div class="teaser"><a href="/story/{dice.randrange(9999)}"><h4>{teaser}</h4></a></div>'
        for teaser in dice.sample(TEASERS, 6)
    )
    code = "".join(f"window.slot{number}={{id:{number},size:[300,250],lazy:true}};" for number in range(400))
    story = "".join(f"<p>{html.escape(text.strip())}</p>" for text in paragraphs if text.strip())
    name, day = html.escape(title), f"2021-05-{dice.randrange(1, 29):02}"
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<link rel="canonical" href="{address}"><meta property="article:published_time" content="{day}">
<meta property="og:site_name" content="The Harbour Gazette"><script>{code}</script><style>p {{color:red}}</style></head>
<body><nav><ul>{menu}</ul></nav><div class="ad">Advertisement</div><main><article><h1>{name}</h1>{story}</article>
</main>
<aside><h3>Most read</h3>{teasers}</aside><script>{code}</script><footer><p>All rights reserved. Terms of use, privacy,
cookies. The Harbour Gazette is a member of the press council.</p><ul>{menu}</ul></footer></body></html>
""".encode()


def as_record(address: str, page: bytes) -> bytes:
    """Return a WARC record of an answer with the page."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-07T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


if __name__ == "__main__":
    main()
