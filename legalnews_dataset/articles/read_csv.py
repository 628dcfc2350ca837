"""Read CSV with a header that names `id` and `text`: comma, semicolon or tab between the values."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator

from legalnews_dataset.articles.check import Reading, check_record, shown
from legalnews_dataset.articles.problem import Problem
from legalnews_dataset.articles.source import Source, open_unpacked

_OTHER_COLUMNS = 1_000_000  # characters of a row that are left for title, url and the like
_SEPARATORS = ",;\t"


def read_csv(source: Source, max_chars: int) -> Iterator[Reading | Problem]:
    """Yield what each row gives, in order, and which column is not there.

    A row of too many or too few values may have swallowed others, by a quotation mark that is never closed: reading
    goes on in the line after the one that it began in.
    """
    csv.field_size_limit(max(max_chars + 1, csv.field_size_limit()))  # a process has one limit, and it must be wide
    with open_unpacked(source) as opened:
        limit = max_chars + _OTHER_COLUMNS
        lines = _Lines(io.TextIOWrapper(opened, "utf-8-sig", errors="surrogateescape", newline=""), limit)
        head = next(lines, "")
        separator = max(_SEPARATORS, key=head.count)
        names = [name.strip().lower() for name in next(csv.reader([head], delimiter=separator), [])]
        missing = [name for name in ("id", "text") if name not in names]
        for name in missing:
            got = f"only {shown(', '.join(names))}"
            yield Problem(source.name, "", None, name, f"a column `{name}`", got, kept=False)
        while not missing:
            lines.begin()
            where = f"line {lines.number + 1}"
            try:
                row = next(csv.reader(lines, delimiter=separator, strict=True), None)
                if row is None:
                    return
                wrong = "" if len(row) in {0, len(names)} else f"{len(row)} values"
            except csv.Error as error:
                row, wrong = [], str(error)
            if wrong:
                lines.back_to_second()
                yield _refused(source, where, f"{len(names)} values", wrong)
            elif row:
                yield _read_row(dict(zip(names, row, strict=True)), source, where, max_chars)


def _read_row(values: dict[str, str], source: Source, where: str, max_chars: int) -> Reading:
    for name, value in values.items():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            got = shown(value[error.start : error.start + 4].encode(errors="surrogateescape"))
            return _refused(source, where, "UTF-8", f"{got} in column {shown(name)}")
    return check_record({name: value or None for name, value in values.items()}, source.name, where, max_chars)


def _refused(source: Source, where: str, check: str, got: str) -> Reading:
    return Reading(None, None, (Problem(source.name, where, None, "line", check, got, kept=False),))


class _Lines(Iterator[str]):
    """The lines of a file, those of the row that is being read kept so that they can be read again."""

    def __init__(self, file: io.TextIOWrapper, limit: int) -> None:
        self._file, self._limit = file, limit
        self._again, self._row, self._left, self.number = deque[str](), list[str](), limit, 0

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._file.readline(self._limit)
        if not line:
            raise StopIteration
        self.number += 1
        self._left -= len(line)
        if self._left < 0 and self._row:
            self._again.appendleft(line)
            self.number -= 1
            raise csv.Error(f"more than {self._limit:,} characters")
        self._row.append(line)
        return line

    def begin(self) -> None:
        """Begin a row."""
        self._row, self._left = [], self._limit

    def back_to_second(self) -> None:
        """Go back to the line after the row's first."""
        self._again.extendleft(reversed(self._row[1:]))
        self.number -= len(self._row) - 1
