"""Sums of money that wire services set far from their verbs; sentences of our own, with invented people."""

from __future__ import annotations

import pytest

from legalnews_dataset import extract


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The regulator fined two makers of tin lids in the north a total of $290 million.", "fine", "awarded"),
        ("A jury awarded the builder, Haven Homes, $8 million in May.", "damages", "awarded"),
        ("A jury awarded Orla Finch $3 million plus 5 percent of the profits.", "damages", "awarded"),
        ("On appeal a judge reduced the jury's award by $310,000.", "damages", "reduced"),
        ("The agency brought a civil suit that seeks to recover $70 million from Finch.", "damages", "sought"),
        ("Orla Finch is suing the ministry, which hired the firm, for $80 million.", "damages", "sought"),
        ("Orla Finch has a civil suit pending, for $2 million.", "damages", "sought"),
        ("The jury gave her far less than the $40 million sought by Haven Homes.", "damages", "sought"),
        ("Haven Homes sued the union for $60 million in lost revenue.", "damages", "sought"),
        ("Haven Homes was told to stop, and breaches carry a civil penalty of $9,000 a day.", "fine", "possible"),
        ("Haven Homes paid $32 million to end 19 private suits.", "settlement", "agreed"),
        ("The blast will cost Haven Homes $24 million under a settlement.", "settlement", "agreed"),
    ],
)
def test_a_sum_far_from_its_verb(text: str, kind: str, status: str) -> None:
    (award,) = extract(text + " The case of Finch v. Haven Homes began in court last year.")["awards"]
    assert (award.kind, award.status) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "The union, which sued Haven Homes, is seeking $90 million in wage concessions.",
        "By statute the maximum civil penalty is $9,000 a day per breach.",
        "Haven Homes agreed to pay Finch a $45 million fee if it took a better bid.",
    ],
)
def test_a_sum_that_no_court_gives(text: str) -> None:
    assert extract(text)["awards"] == []
