"""Cut a text into paragraphs and sentences; legal abbreviations and initials do not end one."""

from __future__ import annotations

import re
from bisect import bisect_left

from legalnews_dataset.documents.document import Sentence, Tokens

_END = re.compile(r"(?:[.!?…][\"”’')\]]*)(\s+)(?=[\"“‘'(\[$£€]*[A-Z0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“'‘.])(?:Mr|Mrs|Ms|Dr|St|vs?|Inc|Corp|Co|Cos|Ltd|Jr|Sr|No|Nos|Sen|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Det|Maj|Prof|Rev|Hon"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Dept|Dist|Ct|Cir|App|Supp|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky"
    r"|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Sec|Art|Ex|Op|Ph|Bros|Assn|Atty|Supt|Spc|Pvt"
    r"|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)


def find_sentences(text: str, tokens: Tokens) -> tuple[Sentence, ...]:
    """Cut the text into sentences that cover every token.

    >>> from legalnews_dataset.documents.tokens import find_tokens
    >>> text = "Mr. Roe sued Acme Inc. in 2019. He lost."
    >>> [text[s.start:s.end] for s in find_sentences(text, find_tokens(text))]
    ['Mr. Roe sued Acme Inc. in 2019.', 'He lost.']
    """
    cuts: list[tuple[int, int, bool]] = []
    for m in _END.finditer(text):
        if m.group(1) is None:
            cuts.append((m.start(), m.end(), True))
            continue
        breaks = m.group(1).count("\n") > 1
        if breaks or text[m.start()] != "." or not _ABBREVIATION.search(text, max(0, m.start() - 12), m.start() + 1):
            cuts.append((m.start(1), m.end(), breaks))
    found: list[Sentence] = []
    start, paragraph = len(text) - len(text.lstrip()), 0
    for end, following, breaks in [*cuts, (len(text.rstrip()), len(text), False)]:
        if end > start:
            first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
            found.append(Sentence(start, end, paragraph, first, last))
        start = max(start, following)
        paragraph += breaks
    return tuple(found)
