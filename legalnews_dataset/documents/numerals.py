"""Numbers in words: `twenty-five`, `half a million`, `the twelfth`."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
TENS: dict[str, int] = {name: 10 * i for i, name in enumerate(_TENS, 2)}
NUMBERS: dict[str, int] = {name: i for i, name in enumerate(_UNITS, 1)} | TENS
NUMBERS |= {f"{ten}-{unit}": 10 * i + j for i, ten in enumerate(_TENS, 2) for j, unit in enumerate(_UNITS[:9], 1)}
NUMBERS |= {"a": 1, "an": 1}

_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
ORDINALS: dict[str, int] = {name: i for i, name in enumerate(_ORDINAL_WORDS, 1)}
ORDINALS |= {f"{n}{_ENDINGS.get(n, 'th')}": n for n in range(1, 32)}

SCALES: dict[str, int] = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "mln": 10**6,
    "mn": 10**6, "mil": 10**6, "m": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "bln": 10**9,
    "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12, "t": 10**12,
}  # fmt: skip
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_NUMBER_WORDS = frozenset(NUMBERS) | frozenset(SCALES) - {"k", "m", "b", "t"} | frozenset(_PARTS) | {"and"}
_WORD_BEFORE = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)?)[\s-]+$")
_LONGEST = 9


def spelled_before(text: str, low: int, at: int) -> tuple[int, Decimal, bool] | None:
    """Return where the number in words that ends at `at` begins, its value, and whether it has a scale.

    Args:
        text: the text.
        low: the first character that may belong to the number.
        at: the character after the number and the space or hyphen behind it.

    >>> spelled_before("some half a million pounds", 0, 20)
    (5, Decimal('500000.0'), True)

    """
    words: list[str] = []
    starts: list[int] = []
    start = at
    while len(words) < _LONGEST and (m := _WORD_BEFORE.search(text, max(low, start - 24), start)):
        parts = m[1].lower().split("-")
        if not all(part in _NUMBER_WORDS for part in parts) or (words[:1] == ["and"] and parts[-1] not in SCALES):
            break
        words[:0] = parts
        starts[:0] = [m.start(1)] * len(parts)
        start = m.start(1)
    # `the billion-dollar suit` gives no figure, and in `three and five` the `and` joins two numbers.
    while words and (words[0] == "and" or (words[0] in ("a", "an") and len(words) > 1 and words[1] in NUMBERS)):
        words.pop(0)
        starts.pop(0)
    if words and words[0] in SCALES:
        return None
    value = read_number(words)
    return (starts[0], value, any(w in SCALES for w in words)) if value else None


def read_number(words: list[str]) -> Decimal | None:
    """Read a number in words, None where they are none.

    >>> read_number("half a million".split()), read_number("twenty five thousand two hundred".split())
    (Decimal('500000.0'), Decimal('25200'))
    """
    total = group = Decimal(0)
    share: Decimal | None = None
    for word in words:
        if word in _PARTS:
            share, group = (group or 1) * _PARTS[word], Decimal(0)
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word in SCALES:
            total += (group or Decimal(1) if share is None else share) * SCALES[word]
            group, share = Decimal(0), None
        elif word in NUMBERS and not (word in ("a", "an") and share is not None):
            group += NUMBERS[word]
    return total + group or None
