"""What `extract` gives for a text that nobody has tuned on."""

from __future__ import annotations

from legalnews_dataset import extract


def test_an_empty_text_has_an_article_row_and_nothing_else() -> None:
    rows = extract("")
    assert [len(rows["articles"]), sum(map(len, rows.values()))] == [1, 1]
