"""Check tables against the contract; nothing is changed."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa

from legalnews_dataset.tables.contract import TABLES, key_of
from legalnews_dataset.tables.failure import FAILURES_SCHEMA, Failure, failures_table, sort_failures
from legalnews_dataset.tables.first_look import keys_fit, values_fit
from legalnews_dataset.tables.queries import Query, key_queries, rule_queries
from legalnews_dataset.tables.report import Ran, Report
from legalnews_dataset.tables.shape import in_shape, shape_failures
from legalnews_dataset.tables.sources import Source, batches_of, connect, count_rows, schema_of, sources_of
from legalnews_dataset.tables.spans import has_spans, slice_failures


def validate(tables: Path | str | Mapping[str, pa.Table]) -> Report:
    """Check tables against the contract: their columns, each value, keys, spans and named rules.

    Values are asked first, then keys and the rules about one row, then the rules across tables; a row that failed is
    not asked again, because what follows would only repeat it. A table may be empty, but not that of articles: where
    no article was seen nothing was checked, and that is a failure, as is a check that did not run.

    Args:
        tables: a folder with `<table>.parquet` for each table, or the tables themselves.

    Returns:
        What ran, and each failure.

    Raises:
        UsageError: the folder is not there.

    """
    sources = sources_of(tables)
    failures, shapely = _shapes(sources)
    rows = {table: count_rows(source) for table, source in shapely.items()}
    if rows.get("articles") == 0:
        failures.append(Failure("articles", None, None, "no_rows", None))
    ran: list[Ran] = []
    found = [failures_table(failures)]
    for table, source in shapely.items():
        found += _value_failures(table, source, rows[table], ran)
    found += _query_failures(shapely, rows, found, ran)
    return Report(rows, tuple(ran), sort_failures(pa.concat_tables(found)))


def find_failures(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Return the failures that `validate` would tell of the seven tables, found in half the time where there are none.

    One thread is used: workers that check their parts run beside each other.
    """
    failures, shapely = _shapes(tables)
    look = not failures and all(values_fit(table, shapely[table]) for table in TABLES) and keys_fit(shapely)
    if not look:
        return validate(tables).failures
    rows = {table: count_rows(source) for table, source in shapely.items()}
    found = _query_failures(shapely, rows, (), [], keys=False, threads=1)
    return sort_failures(pa.concat_tables(found))


def _shapes(sources: Mapping[str, Source]) -> tuple[list[Failure], dict[str, Source]]:
    """Return what is wrong with tables as a whole, and the tables with which nothing is."""
    failures = [Failure(table, None, None, "table_missing", None) for table in TABLES if table not in sources]
    shapely: dict[str, Source] = {}
    for table, source in sources.items():
        if table not in TABLES:
            failures.append(Failure(table, None, None, "table_undeclared", None))
            continue
        try:
            schema = schema_of(source)
        except (pa.ArrowException, OSError) as error:
            failures.append(Failure(table, None, None, "file_unreadable", str(error).splitlines()[0]))
            continue
        wrong = list(shape_failures(table, schema))
        failures += wrong
        if not wrong:
            shapely[table] = source if isinstance(source, Path) else in_shape(table, source)
    return failures, {table: shapely[table] for table in TABLES if table in shapely}


def _value_failures(table: str, source: Source, rows: int, ran: list[Ran]) -> Iterator[pa.Table]:
    """Run pandera on all rows, and say of each check how many rows it really saw."""
    from legalnews_dataset.tables.value_checks import check_names, failed_values

    saw: Counter[tuple[str, str]] = Counter()
    for batch in batches_of(table, source):
        yield failed_values(table, batch, lambda column, check, values: saw.update({(column, check): values}))
    if rows == 0:
        return
    ran += [Ran(table, column, check, saw[column, check]) for column, check in check_names(table) if saw[column, check]]
    yield failures_table(
        Failure(table, None, column, "check_did_not_run", f"{check} saw {saw[column, check]} of {rows} rows")
        for column, check in check_names(table)
        if saw[column, check] != rows
    )


def _query_failures(
    sources: Mapping[str, Source],
    rows: Mapping[str, int],
    found: Iterable[pa.Table],
    ran: list[Ran],
    *,
    keys: bool = True,
    threads: int | None = None,
) -> list[pa.Table]:
    """Run the checks of whole tables, those that look at one row or key first; without `keys`, the rules alone."""
    queries = [query for table in sources for query in (*(key_queries(table) if keys else ()), *rule_queries(table))]
    runnable = [query for query in queries if all(table in sources for table in query.needs) and rows[query.table]]
    layers = (
        [query for query in runnable if query.check in {"unique", "foreign_key"} or len(query.needs) == 1],
        [query for query in runnable if query.check not in {"unique", "foreign_key"} and len(query.needs) > 1],
    )
    failures: list[pa.Table] = []
    with tempfile.TemporaryDirectory() as spill, connect(sources, spill, threads) as connection:
        connection.execute('create temp table failed ("table" varchar, "key" varchar)')
        fresh = list(found)
        for layer in layers:
            _note(connection, fresh)
            fresh = [_failed_rows(connection, query) for query in _failing(connection, layer)]
            failures += fresh
        _note(connection, fresh)
        if "articles" in sources:
            spanned = [table for table in sources if has_spans(table) and rows[table]]
            failures.append(failures_table(slice_failures(connection, spanned, sources["articles"])))
            ran += [Ran(table, "text", "text_is_the_slice", rows[table]) for table in spanned]
    ran += [Ran(query.table, query.column, query.check, rows[query.table]) for query in runnable]
    return failures


def _note(connection: duckdb.DuckDBPyConnection, failures: list[pa.Table]) -> None:
    """Keep the keys of rows that failed, so that they are not asked again."""
    new = pa.concat_tables(failures) if failures else FAILURES_SCHEMA.empty_table()
    connection.register("new", new)
    connection.execute('insert into failed select distinct "table", "key" from new where "key" is not null')
    connection.unregister("new")


def _failing(connection: duckdb.DuckDBPyConnection, queries: list[Query]) -> Iterator[Query]:
    """Yield the queries that find anything; those that read the same rows are counted in one pass."""
    for source, group in groupby(sorted(queries, key=lambda query: query.source), lambda query: query.source):
        together = list(group)
        counts = ", ".join(f"count_if({query.fails})" for query in together)
        counted = connection.sql(f"select {counts} from {source}").fetchall()[0]  # noqa: S608
        yield from (query for query, count in zip(together, counted, strict=True) if count)


def _failed_rows(connection: duckdb.DuckDBPyConnection, query: Query) -> pa.Table:
    key = f'this."{key_of(query.table)}"'
    new = f"""{key} is not null and {key} not in (select "key" from failed where "table" = '{query.table}')"""  # noqa: S608
    found = connection.sql(
        f"select distinct '{query.table}', {key}, '{query.column}', '{query.check}', "  # noqa: S608
        f'cast(this."{query.column}" as varchar) from {query.source} where ({query.fails}) and {new}'
    )
    return found.to_arrow_table().rename_columns(FAILURES_SCHEMA.names).cast(FAILURES_SCHEMA)
