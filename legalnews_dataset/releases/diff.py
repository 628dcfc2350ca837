"""Compare two versions by key: rows added, removed and changed, cell by cell, with the reason of each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.bump import Level, SchemaChange, highest, schema_changes
from legalnews_dataset.releases.manifest import Manifest, Table

REASONS = ("new_source", "extractor_change", "correction", "retraction")
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what the manifest says, and the folder that holds the tables."""

    manifest: Manifest
    folder: Path

    def path(self, table: str) -> str | None:
        """Return the path of a table's file, None where this side has no such table."""
        found = self.manifest.table(table)
        return None if found is None else str(self.folder / found.path)


@dataclass(frozen=True, slots=True)
class ColumnDiff:
    """How many cells of a column changed, and which share of the rows that both versions have."""

    name: str
    changed: int
    rate: float


@dataclass(frozen=True, slots=True)
class Change:
    """A row added or removed, or a cell changed (then with its column, and its values as text)."""

    key: str
    op: str
    column: str | None
    before: str | None
    after: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TableDiff:
    """What changed in a table; `reasons` counts rows, `samples` are the first few changes of each kind."""

    name: str
    rows_before: int
    rows_after: int
    added: int
    removed: int
    changed: int
    unexplained: int
    columns: tuple[ColumnDiff, ...]
    reasons: dict[str, int]
    samples: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from one version to another."""

    before: str
    after: str
    schema: tuple[SchemaChange, ...]
    tables: tuple[TableDiff, ...]

    @property
    def level(self) -> Level:
        """The size of the step that readers must be told of."""
        rows = any(table.added or table.removed or table.changed for table in self.tables)
        return highest([change.level for change in self.schema] + (["minor"] if rows else []))

    @property
    def content_change(self) -> str:
        """What happened to the rows: none, append_only, corrections or removals; users can pin on it."""
        if any(table.removed for table in self.tables):
            return "removals"
        if any(table.changed for table in self.tables):
            return "corrections"
        return "append_only" if any(table.added for table in self.tables) else "none"

    @property
    def why(self) -> str:
        """The first change of the highest level, in words."""
        for change in self.schema:
            if change.level == self.level:
                return " ".join(filter(None, (change.what, ".".join(filter(None, (change.table, change.column))))))
        for table in self.tables:
            counts = {"added": table.added, "removed": table.removed, "changed": table.changed}
            if any(counts.values()):
                return ", ".join(f"{n:,} rows {op}" for op, n in counts.items() if n) + f" in {table.name}"
        return "no value changed"


def diff_versions(
    before: Side, after: Side, changes: Path | None = None, explained: Mapping[str, str | None] | None = None
) -> Diff:
    """Compare two versions.

    Args:
        before: the older side.
        after: the newer side.
        changes: a folder to write `<table>.parquet` with every change into; None to count only.
        explained: the rows, and the records of mentions, whose absence from the newer side has a reason already, such
            as a merge or a retraction, each with one of `REASONS` or None.

    Raises:
        ReleaseError: the tables cannot be compared.

    """
    import duckdb

    names = [table.name for table in before.manifest.tables]
    names += [table.name for table in after.manifest.tables if table.name not in names]
    try:
        with _connected(before, after, explained or {}) as connection:
            tables = tuple(_diff_table(connection, before, after, name, changes) for name in names)
    except duckdb.Error as error:
        raise ReleaseError(f"the diff cannot be made: {error}", where=f"{before.folder} {after.folder}") from error
    schema = schema_changes(before.manifest, after.manifest)
    return Diff(before.manifest.version, after.manifest.version, schema, tables)


@contextmanager
def _connected(before: Side, after: Side, explained: Mapping[str, str | None]) -> Iterator[Any]:
    """Give a DuckDB connection that knows what happened to each article and record, from which reasons come."""
    import duckdb
    import pyarrow as pa

    with duckdb.connect() as connection:
        given = {
            "id": pa.array(list(explained), pa.string()),
            "reason": pa.array(list(explained.values()), pa.string()),
        }
        connection.register("explained", pa.table(given))
        for side, name in ((before, "old"), (after, "new")):
            for table, columns in (("articles", "article_id, text_sha256"), ("mentions", "article_id, record_id")):
                path = side.path(table)
                nothing = "(SELECT '' AS article_id, '' AS text_sha256, '' AS record_id LIMIT 0)"
                source = f"read_parquet('{_quoted(path)}')" if path else nothing
                connection.execute(f"CREATE TEMP VIEW {name}_{table} AS SELECT {columns} FROM {source}")
        connection.execute(
            """CREATE TEMP TABLE sources AS SELECT article_id,
                CASE WHEN o.article_id IS NULL THEN 'new_source' ELSE 'correction' END AS reason
            FROM new_articles n LEFT JOIN old_articles o USING (article_id)
            WHERE o.article_id IS NULL OR o.text_sha256 != n.text_sha256;
            CREATE TEMP TABLE sourced_records AS
            SELECT record_id, max(reason) AS reason FROM new_mentions JOIN sources USING (article_id) GROUP BY 1"""
        )
        yield connection


def _diff_table(connection: Any, before: Side, after: Side, name: str, changes: Path | None) -> TableDiff:
    old, new = before.manifest.table(name), after.manifest.table(name)
    rows = (old.rows if old else 0, new.rows if new else 0)
    if old is None or new is None or old.sha256 == new.sha256 or old.key != new.key:
        # a table that came or went, or that is keyed otherwise, is a change of the schema, not of rows
        added, removed = (0, 0) if old and new and old.sha256 == new.sha256 else (rows[1], rows[0])
        reasons = {"extractor_change": added + removed} if added + removed else {}
        return TableDiff(name, *rows, added, removed, 0, 0, (), reasons, ())
    columns = _columns_to_compare(old, new)
    _compare(
        connection,
        name,
        before,
        after,
        old,
        columns,
        "correction" if _same_builder(before, after) else "extractor_change",
    )
    counts = dict(connection.sql("SELECT op, count(*) FROM compared GROUP BY op").fetchall())
    unexplained = connection.sql("SELECT count(*) FROM compared WHERE op = 'removed' AND NOT explained").fetchall()[0][
        0
    ]
    reasons = dict(connection.sql("SELECT reason, count(*) FROM compared GROUP BY 1 ORDER BY 1").fetchall())
    added, removed, changed = (counts.get(op, 0) for op in ("added", "removed", "changed"))
    common = old.rows - removed
    rates = []
    if columns and changed:
        sums = ", ".join(f"count({_cell(column)})" for column in columns)
        for column, count in zip(columns, connection.sql(f"SELECT {sums} FROM compared").fetchall()[0], strict=True):
            if count:
                rates.append(ColumnDiff(column, count, count / common))
    names = [rate.name for rate in rates]
    if changes is not None and counts:
        _write_changes(connection, names, changes / f"{name}.parquet")
    samples = tuple(
        Change(*row)
        for op in ("added", "removed", "changed")
        for row in connection.sql(f"{_long(names, op)} ORDER BY key, col LIMIT {SAMPLES}").fetchall()
    )
    return TableDiff(name, *rows, added, removed, changed, unexplained, tuple(rates), reasons, samples)


def _columns_to_compare(old: Table, new: Table) -> list[str]:
    """Return the columns that both sides have, without those whose values are known to be equal in the same rows."""
    key = old.key[0]
    both = [(column, new.column(column.name)) for column in old.columns if column.name not in old.key]
    shared = [(column, other) for column, other in both if other is not None]
    old_key, new_key = old.column(key), new.column(key)
    same_rows = old_key is not None and new_key is not None and old_key.sha256 == new_key.sha256
    return [column.name for column, other in shared if not (same_rows and column.sha256 == other.sha256)]


def _compare(connection: Any, name: str, before: Side, after: Side, table: Table, columns: list[str], own: str) -> None:
    """Fill `compared`: a line for each row that differs, with a struct of before and after for each cell that does."""
    key = ", ".join(f'"{part}"' for part in table.key)
    first = table.key[0]
    cells = "".join(
        f""", CASE WHEN o."{c}" IS DISTINCT FROM n."{c}" AND o."{first}" IS NOT NULL AND n."{first}" IS NOT NULL
        THEN struct_pack(o := CAST(o."{c}" AS VARCHAR), n := CAST(n."{c}" AS VARCHAR)) END AS {_cell(c)}"""
        for c in columns
    )
    differs = " OR ".join(f'o."{c}" IS DISTINCT FROM n."{c}"' for c in columns) or "false"
    by_article = table.column("article_id") is not None
    article = 'coalesce(n."article_id", o."article_id")' if by_article else "NULL"
    record = "record_id" if table.column("record_id") is not None else first
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE compared AS
        SELECT d.*, coalesce(e.id, m.id) IS NOT NULL AS explained,
            coalesce(e.reason, m.reason, s.reason, r.reason, '{own}') AS reason
        FROM (
            SELECT coalesce(n."{first}", o."{first}") AS key, {article} AS article, o."{record}" AS record,
            CASE WHEN o."{first}" IS NULL THEN 'added' WHEN n."{first}" IS NULL THEN 'removed' ELSE 'changed' END AS op
            {cells}
            FROM read_parquet('{_quoted(before.path(name))}') o
            FULL JOIN read_parquet('{_quoted(after.path(name))}') n USING ({key})
            WHERE o."{first}" IS NULL OR n."{first}" IS NULL OR {differs}
        ) d
        LEFT JOIN explained e ON e.id = d.key AND d.op = 'removed'
        LEFT JOIN explained m ON m.id = d.record AND d.op = 'removed'
        LEFT JOIN sources s ON s.article_id = d.article
        LEFT JOIN sourced_records r ON r.record_id = d.key AND {"false" if by_article else "true"}"""
    )


def _long(columns: list[str], op: str | None = None) -> str:
    """Return the query that gives each added or removed row and each changed cell a line of its own."""
    parts = ["SELECT key, op, NULL AS col, NULL AS before, NULL AS after, reason FROM compared WHERE op != 'changed'"]
    parts += [
        f"""SELECT key, op, '{column}', {_cell(column)}.o, {_cell(column)}.n, reason
        FROM compared WHERE {_cell(column)} IS NOT NULL"""
        for column in columns
    ]
    only = f" WHERE op = '{op}'" if op else ""
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}){only}"


def _write_changes(connection: Any, columns: list[str], path: Path) -> None:
    from legalnews_dataset.tables.parquet import write_parquet

    path.parent.mkdir(exist_ok=True)
    lines = f'SELECT key, op, col AS "column", before AS old, after AS new, reason FROM ({_long(columns)})'
    write_parquet(connection.sql(f"{lines} ORDER BY ALL").to_arrow_table(), path)


def _same_builder(before: Side, after: Side) -> bool:
    """Tell whether both sides were made by the same code, so that a change of values is a correction of the sources."""
    old, new = before.manifest.builder, after.manifest.builder
    return bool(old) and old == new


def _cell(column: str) -> str:
    return f'"cell {column}"'


def _quoted(path: str | None) -> str:
    return str(path).replace("'", "''")
