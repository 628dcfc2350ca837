"""How alike two stories are: by the words of their openings that not every report of a court has."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from zlib import crc32

# A story's words are kept as bits of a number, so that two of a million stories are compared in no time and no space.
_BITS = 2048
# The opening says what the case is about; further down, releases on different cases repeat the same paragraphs.
OPENING = 800
_WORD = re.compile(r"[a-z0-9]{3,}")
# The words that a tenth of the press releases of the US Department of Justice have (public domain), names left out.
_FREQUENT = frozenset(
    """the and for that justice today with attorney general district department division announced assistant from was
    departments federal court this their who according also criminal said guilty one will his are were which states has
    united other office not years have prison pleaded civil judge its count case pay these million acting including two
    charge conspiracy against act they more fraud service filed law through enforcement special investigation under
    than all false 000 made those information our sentenced services three trial been into charges documents new scheme
    based agent government had individuals rights used company state former during charged after about plea when may
    indictment agreement months before over defendants jury agreed related national public part admitted alleged
    attorneys tax each inc provide internal commit fbi business revenue approximately year between others order use
    work addition field security claims fbis eastern complaint alleges pleads them serve health would release such
    continue being deputy convicted man southern five following announcement sentence role supervised ensure sentencing
    investigated counts provided settlement committed money efforts ordered both well defendant american maximum
    prosecuted income while can returns time program her found companies but connection him members crimes director
    conduct return any county restitution paid using out care protect result fine then illegal agents crime allegations
    indicted victims until divisions further resolve evidence laws people additional make international police four
    area home local required must section did lawsuit there where some first many term only should another
    arrested certain because employees mr mrs ms she you now yesterday told say says like just what how""".split()
)


def story_words(text: str) -> int:
    """Return the distinctive words of a story's opening, as bits.

    Args:
        text: the title and the opening.

    """
    bits = bytearray(_BITS // 8)
    for place in set(map(_place, set(_WORD.findall(text.casefold())) - _FREQUENT)):
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits)


@lru_cache(maxsize=262_144)
def _place(word: str) -> int:
    return crc32(word.encode()) % _BITS


def story_likeness(one: int, other: int) -> float:
    """Return the cosine of two stories' words, 0 to 1.

    >>> one = story_words("A farmer burned down the barn of his neighbour in Millford.")
    >>> story_likeness(one, story_words("The barn in Millford burned twice, and the farmer denies it.")) > 0.5
    True
    """
    mine, theirs = one.bit_count(), other.bit_count()
    if not mine or not theirs:
        return 0.0
    # So many bits two stories share by chance.
    shared = (one & other).bit_count() - mine * theirs / _BITS
    return max(0.0, shared / math.sqrt(mine * theirs))
