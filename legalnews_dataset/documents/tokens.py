"""Cut a text into words and marks, once for all layers."""

from __future__ import annotations

import re
from itertools import accumulate

from legalnews_dataset.documents.document import Tokens

# A word may hold inner hyphens, dots, ampersands and apostrophes (`O'Brien`, `U.S`, `AT&T`), a number its commas; a
# possessive 's is a token of its own; any other mark stands alone.
_TOKEN = re.compile(r"([^\W_]+(?:(?!['’][sS]\b|,(?!\d{3}))[.,&'’-][^\W_]+)*|['’][sS]\b|[^\w\s]|_)")


def find_tokens(text: str) -> Tokens:
    """Cut the text into tokens.

    >>> find_tokens("Mr. O'Brien's U.S. suit").words
    ('Mr', '.', "O'Brien", "'s", 'U.S', '.', 'suit')
    """
    cut = _TOKEN.split(text)  # blank, word, blank, word, ..., blank
    bounds = tuple(accumulate(map(len, cut)))
    words = tuple(cut[1::2])
    return Tokens(words, tuple(map(str.lower, words)), bounds[:-1:2], bounds[1::2])
