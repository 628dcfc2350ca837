"""A record that takes long to read, such as a page of HTML: a worker reads it, not the process that hands out work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from legalnews_dataset.articles.check import MAX_CHARS, Reading


@dataclass(frozen=True, slots=True)
class Pending:
    """A record that was found but not read.

    `read`, a function at the top of a module, makes of `raw` what `check_record` would have made of a record; `source`
    and `where` are the file and the place in it, for problems. Records that share an id are told apart by `raw`. `url`
    is where a page was found, `charset` what its server named, both None where that is not known; `max_chars` the
    longest text that is read.
    """

    article_id: str
    source: str
    where: str
    raw: bytes
    read: Callable[[Pending], Reading]
    url: str | None = None
    charset: str | None = None
    max_chars: int = MAX_CHARS
