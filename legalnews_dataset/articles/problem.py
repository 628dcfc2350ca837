"""What is wrong with one input, told instead of raised, so that one bad record never stops a run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about an input file or one of its records.

    `source` is the file, `where` the place in it (`line 3`, `row 7`, empty for the whole file), `article_id` the id
    where one could be read. `check` says what would have been right, `value` what was found instead in `column`. `kept`
    is true where the article is read all the same and only the value is lost, false where the record is set aside.

    >>> print(Problem("a.jsonl", "line 3", "x1", "text", "no NUL", "NUL at character 5", kept=False))
    a.jsonl, line 3 (x1): text: expected no NUL, got NUL at character 5; set aside
    """

    source: str
    where: str
    article_id: str | None
    column: str
    check: str
    value: str
    kept: bool

    def __str__(self) -> str:
        place = f"{self.source}, {self.where}" if self.where else self.source
        known = f" ({self.article_id})" if self.article_id else ""
        outcome = "kept" if self.kept else "set aside"
        return f"{place}{known}: {self.column}: expected {self.check}, got {self.value}; {outcome}"
