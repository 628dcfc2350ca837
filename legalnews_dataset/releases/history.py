"""The history of ids: which were merged, split or retired, since when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

HISTORY = "id_history.parquet"


@dataclass(frozen=True, slots=True)
class Moved:
    """An id that stopped or split.

    `kind` is cases, entities or parties; `change` is merged (the new id stands for it too), split (it goes on, and the
    new id took a part of it) or retired; `since` is the first version in which that is so.
    """

    kind: str
    old_id: str
    new_id: str | None
    change: str
    since: str
    reason: str


def history_table(rows: Iterable[Moved]) -> Any:
    """Return the history as an Arrow table, in order."""
    import pyarrow as pa

    ordered = sorted(rows, key=lambda row: tuple(part or "" for part in astuple(row)))
    names = [field.name for field in fields(Moved)]
    schema = pa.schema([pa.field(name, pa.string(), nullable=name == "new_id") for name in names])
    return pa.table({name: [getattr(row, name) for row in ordered] for name in names}, schema=schema)


def read_history(folder: Path) -> tuple[Moved, ...]:
    """Return the history in a version's folder; empty where it has none."""
    import pyarrow.parquet as pq

    path = folder / HISTORY
    if not path.is_file():
        return ()
    return tuple(Moved(**row) for row in pq.read_table(path).to_pylist())


def resolve(history: Iterable[Moved], old_id: str) -> str | None:
    """Return the id that carries on an old one; None where it was retired.

    >>> resolve([Moved("cases", "cas_b", "cas_a", "merged", "1.1.0", "")], "cas_b")
    'cas_a'
    """
    gone = {row.old_id: row.new_id for row in history if row.change != "split"}
    current: str | None = old_id
    for _ in range(len(gone) + 1):
        if current is None or current not in gone:
            break
        current = gone[current]
    return current
