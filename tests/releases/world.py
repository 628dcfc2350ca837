"""A small world of invented people for the tests of releases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from legalnews_dataset.articles.article import Article
from legalnews_dataset.records.rows import article_row, row_id
from legalnews_dataset.tables.awards import Awards
from legalnews_dataset.tables.cases import Cases
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.events import Events
from legalnews_dataset.tables.mentions import Mentions
from legalnews_dataset.tables.parquet import to_arrow, write_parquet
from legalnews_dataset.tables.parties import Parties
from legalnews_dataset.tables.quotes import Quotes

Rows = dict[str, list[object]]
DAY = date(2031, 5, 6)


def story(
    number: int, plaintiff: str = "Ada Marsh", defendant: str = "Borel Mills", licence: str | None = None, sum_: int = 2
) -> Rows:
    """Return the rows of one article about one case, ids and offsets as the contract wants them."""
    aid, rule = f"story-{number}", ("test", None)
    text = (
        f"A jury in Millford ordered {defendant} to pay ${sum_} million to {plaintiff} on Tuesday. "
        f'"We are glad," {plaintiff} said after the verdict.'
    )
    case, one, two = row_id("cas", aid, 0), row_id("ent", aid, plaintiff), row_id("ent", aid, defendant)
    suing, sued = row_id("par", case, one, "plaintiff"), row_id("par", case, two, "defendant")

    def span(words: str) -> tuple[int, int, str]:
        return text.index(words), text.index(words) + len(words), words

    def mention(table: str, record: str, words: str) -> Mentions:
        return Mentions(row_id("men", aid, table, record, span(words)[0]), aid, table, record, *span(words))

    money, told, said = span(f"${sum_} million"), span("ordered"), span("We are glad,")
    eve, quo, awa = row_id("eve", aid, "verdict", told[0]), row_id("quo", aid, *said[:2]), row_id("awa", aid, money[0])
    when = (DAY, DAY, "day")
    amount = Decimal(sum_ * 1_000_000)
    return {
        "articles": [article_row(Article(aid, text, "A verdict in Millford", DAY, "Millford Courier", None, licence))],
        "cases": [Cases(case, f"{plaintiff} v. {defendant}", "civil", None, None, None, *rule)],
        "parties": [
            Parties(suing, case, one, plaintiff, "person", "plaintiff", (), *rule),
            Parties(sued, case, two, defendant, "organization", "defendant", (), *rule),
        ],
        "events": [Events(eve, case, aid, "verdict", "occurred", *when, None, *told, *rule)],
        "quotes": [Quotes(quo, case, aid, "direct", plaintiff, suing, "said", *said, *rule)],
        "awards": [
            Awards(awa, case, aid, "damages", "awarded", amount, None, "USD", sued, suing, "jury", *when, *money, *rule)
        ],
        "mentions": [
            mention("cases", case, plaintiff),
            mention("parties", suing, plaintiff),
            mention("parties", sued, defendant),
        ],
    }


def write_rows(folder: Path, *stories: Rows) -> Path:
    """Write the rows of the stories as a built folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, row_class in TABLES.items():
        write_parquet(to_arrow(row_class, [row for rows in stories for row in rows[name]]), folder / f"{name}.parquet")
    return folder
