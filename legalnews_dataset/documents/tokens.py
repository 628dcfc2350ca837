"""Cut a text into words and marks, once for all layers."""

from __future__ import annotations

import re

from legalnews_dataset.documents.document import Tokens

# A word may hold inner hyphens, dots, ampersands and apostrophes (`O'Brien`, `U.S`, `AT&T`); a possessive 's is a token
# of its own; any other mark stands alone.
_TOKEN = re.compile(r"[^\W_]+(?:[.&-][^\W_]+|['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|\S")


def find_tokens(text: str) -> Tokens:
    """Cut the text into tokens.

    >>> find_tokens("Mr. O'Brien's U.S. suit").words
    ('Mr', '.', "O'Brien", "'s", 'U.S', '.', 'suit')
    """
    found = [(m.group(), *m.span()) for m in _TOKEN.finditer(text)]
    if not found:
        return Tokens((), (), ())
    words, starts, ends = zip(*found, strict=True)
    return Tokens(words, starts, ends)
