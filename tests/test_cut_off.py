"""Articles that end in the middle of a sentence are read as far as they go."""

from __future__ import annotations

import pytest

from legalnews_dataset import extract

SENTENCES = (
    'Police held Peter J. "Slim" Wexford on Monday, and Wexford copped to theft in Leeds.',
    "The defendants, Ira Marsh and John Prandle, were told by the judge, Ann Roe, to rise.",
    "For Acme Corp. and the Law Society, Jane Roe KC said a legal action it began was fair.",
    "Defending, Rhys Parry QC said the Supreme Court, in a split decision, ruled that a state law had failed.",
    "The judge rejected a request by defence lawyers for the two men; he, 71, Marsh, could be awarded costs.",
    "In other cases the plaintiffs Marsh and Roe asked the court to set aside $90 million in damages.",
    "U.S. Attorney Ann Roe of the Justice Department and Deputy John Doe III for the Middle District of Iowa spoke.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_beginning_of_a_sentence_is_read(sentence: str) -> None:
    words = sentence.split()
    for end in range(1, len(words) + 1):
        cut = " ".join(words[:end])
        for text in (cut, cut.rstrip(".,;"), f"{cut} "):
            assert extract(text)["articles"]
