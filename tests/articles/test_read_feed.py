"""Feeds give their entries, as RSS, RDF or Atom, whole or broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pages import PARAGRAPHS, read

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ESCAPED = PARAGRAPHS[0].replace("Ada", "Ada &amp;amp; Bo")


def rss(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{CONTENT}"><channel><title>Harbour Gazette</title>'
        f"<link>https://gazette.example</link>{''.join(items)}</channel></rss>"
    )


def item(number: int, **parts: str) -> str:
    parts = {"guid": str(number), "link": f"https://gazette.example/{number}", "title": f"Story {number}"} | parts
    return f"<item>{''.join(f'<{name}>{value}</{name}>' for name, value in parts.items())}</item>"


def test_an_entry_gives_the_whole_article_before_its_teaser(tmp_path: Path) -> None:
    whole = f"<![CDATA[<p>{PARAGRAPHS[0]}</p><script>track()</script><p>{PARAGRAPHS[1]}</p>]]>"
    entry = item(7, description="A teaser…", pubDate="Tue, 05 Mar 2024 23:30:00 -0500").replace(
        "</item>", f"<content:encoded>{whole}</content:encoded></item>"
    )
    (tmp_path / "a.rss").write_text(rss(entry))
    (found,), problems = read(tmp_path)
    assert found.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert (found.title, found.source, found.url) == ("Story 7", "Harbour Gazette", "https://gazette.example/7")
    assert (found.published_on, problems) == (date(2024, 3, 5), [])


def test_atom_and_rdf_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>
        <entry><id>tag:gazette.example,2024:1</id><title>One</title><link rel="self" href="https://gazette.example/f"/>
        <link href="https://gazette.example/1"/><published>2024-03-05T23:30:00-05:00</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div>
        </content></entry></feed>"""
    )
    (tmp_path / "b.xml").write_text(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Gazette</title></channel>
        <item><title>Two</title><link>https://gazette.example/2</link><dc:date>2024-03-06</dc:date>
        <description>{PARAGRAPHS[2]}</description></item></rdf:RDF>"""
    )
    articles, problems = read(tmp_path)
    assert [(a.url, a.text, a.published_on) for a in articles] == [
        ("https://gazette.example/1", f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}", date(2024, 3, 5)),
        ("https://gazette.example/2", PARAGRAPHS[2], date(2024, 3, 6)),
    ]
    assert problems == []


def test_entries_of_two_feeds_with_the_same_guid_are_two_articles(tmp_path: Path) -> None:
    for name, text in (("a.rss", PARAGRAPHS[0]), ("b.rss", PARAGRAPHS[1])):
        (tmp_path / name).write_text(rss(item(1, description=text)))
    assert len(read(tmp_path)[0]) == 2


def test_a_teaser_and_an_entry_without_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(rss(item(1, description=PARAGRAPHS[0] + " Read more"), item(2)))
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [(p.where, p.check, p.kept) for p in problems] == [
        ("entry 1", "the whole article", True),
        ("entry 2", "some text", False),
    ]


@pytest.mark.parametrize(
    ("broken", "entries"),
    [
        (rss(item(1, description=PARAGRAPHS[0]), item(2, description=PARAGRAPHS[1]))[:-60], 1),
        (rss(item(1, description=PARAGRAPHS[0] + " & more < less"), item(2, description=PARAGRAPHS[1])), 1),
        (rss(item(1, description=PARAGRAPHS[0]), "<a>" * 2_000), 1),
        (rss("<a>" * 200_000), 0),
        (
            '<!DOCTYPE r [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 9))
            + f"]>{rss(item(1, description=PARAGRAPHS[0] + '&i;'))}".replace('<?xml version="1.0"?>', ""),
            0,
        ),
        (rss(item(1, description=PARAGRAPHS[0] + " caf&eacute;")), 1),
    ],
)
def test_a_broken_or_hostile_feed_gives_what_can_be_read(tmp_path: Path, broken: str, entries: int) -> None:
    (tmp_path / "a.rss").write_text(broken)
    articles, problems = read(tmp_path)
    assert len(articles) == entries
    assert problems


def test_an_entity_does_not_read_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    feed = rss(item(1, description=PARAGRAPHS[0] + "&x;")).removeprefix('<?xml version="1.0"?>')
    (tmp_path / "a.rss").write_text(f'<!DOCTYPE r [<!ENTITY x SYSTEM "{tmp_path}/secret">]>{feed}')
    (found,), _ = read(tmp_path / "a.rss")
    assert found.text.startswith(PARAGRAPHS[0])
    assert "secret" not in found.text


def test_xml_that_is_no_feed_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<?xml version="1.0"?><urlset><url/></urlset>')
    assert [p.value for p in read(tmp_path)[1]] == ["XML"]
