"""The SQL schemas take every valid table and refuse rows that break a rule about one row."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pandera.errors
import pytest
from breakers import Broken, breakers, fresh, keyed
from engines import as_json, insert

from legalnews_dataset.tables.contract import RULES, TABLES, columns_of, key_of
from legalnews_dataset.tables.projections.pandera_schema import pandera_schema
from legalnews_dataset.tables.projections.sql import create_table, ddl, spelled
from legalnews_dataset.testing import sample

SAMPLE = sample("awards", 30, seed=9)
IN_ROW = {(table, rule.name): rule for table in TABLES for rule in RULES[table] if rule.in_row}
BROKEN: dict[str, list[Broken]] = {
    table: [broken for broken in breakers(table) if (table, broken.failure.check) in IN_ROW] for table in TABLES
}
# SQLite has no sha256 of its own, so that its schema leaves these rules out.
NOT_IN_SQLITE = {key for key in IN_ROW if key[1] in {"id_of_its_identity", "sha256_is_of_the_text"}}
# PostgreSQL stores no text with NUL at all: postgresql.org/docs/current/datatype-character.html
NOT_IN_POSTGRESQL = {("articles", "no_nul_character")}


def in_order(table: str, row: dict[str, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in columns_of(table)}


def for_sqlite(row: dict[str, Any]) -> list[Any]:
    return [json.dumps(value) if isinstance(value, list) else as_json(value) for value in row.values()]


def test_duckdb_takes_all_tables_with_their_keys() -> None:
    with duckdb.connect() as connection:
        connection.execute(ddl("duckdb"))
        for table, rows in SAMPLE.items():
            connection.register("rows", rows)
            connection.execute(f"INSERT INTO {table} SELECT * FROM rows")  # noqa: S608


def test_sqlite_takes_all_tables_with_their_keys() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(ddl("sqlite"))
    for table, rows in SAMPLE.items():
        for row in rows.to_pylist():
            connection.execute(insert(table, row), for_sqlite(row))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute("DELETE FROM cases")


def test_rules_that_a_dialect_cannot_say_are_those_listed() -> None:
    assert {key for key, rule in IN_ROW.items() if spelled(rule, "sqlite") is None} == NOT_IN_SQLITE
    assert {key for key, rule in IN_ROW.items() if spelled(rule, "postgresql") is None} == NOT_IN_POSTGRESQL
    assert all(spelled(rule, "duckdb") for rule in IN_ROW.values())


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_and_sqlite_refuse_rows_that_break_a_rule(table: str) -> None:
    with duckdb.connect() as duck, sqlite3.connect(":memory:") as lite:
        duck.execute(create_table(table, "duckdb", foreign_keys=False))
        lite.execute(create_table(table, "sqlite", foreign_keys=False))
        valid = in_order(table, keyed(table, fresh(table, 0)))
        duck.execute(insert(table, valid), list(valid.values()))
        lite.execute(insert(table, valid), for_sqlite(valid))
        for broken in BROKEN[table]:
            row = in_order(table, broken.rows[0][1])
            with pytest.raises(duckdb.ConstraintException, match="CHECK constraint"):
                duck.execute(insert(table, row), list(row.values()))
            if (table, broken.failure.check) not in NOT_IN_SQLITE:
                # SQLite's length() stops at NUL, so that the length is told first.
                told = broken.failure.check.replace("no_nul_character", "n_chars_is_the_length")
                with pytest.raises(sqlite3.IntegrityError, match=told):
                    lite.execute(insert(table, row), for_sqlite(row))


@pytest.mark.parametrize("table", TABLES)
def test_pandera_refuses_rows_that_break_a_rule(table: str) -> None:
    schema = pandera_schema(table)
    rows = [in_order(table, broken.rows[0][1]) for broken in BROKEN[table]]
    frame = pd.DataFrame([in_order(table, keyed(table, fresh(table, 0))), *rows]).astype(object)
    schema.validate(frame.head(1), lazy=True)
    if not rows:
        return
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        schema.validate(frame, lazy=True)
    cases = refused.value.failure_cases.drop_duplicates(["check", "index"])
    found = sorted(zip(cases["index"], cases["check"], strict=True))
    assert found == [(number, broken.failure.check) for number, broken in enumerate(BROKEN[table], 1)]


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Give the command that sends SQL to a PostgreSQL server of its own; skip where none is installed."""
    if not (shutil.which("initdb") and shutil.which("postgres") and shutil.which("psql")):
        pytest.skip("PostgreSQL is not installed")
    folder = Path(os.path.realpath(f"/tmp/legalnews-pg-{os.getpid()}"))  # noqa: S108 - sockets need a short path
    folder.mkdir()
    user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("PostgreSQL does not run as root")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        user = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"
    server = None
    try:
        made = [*user, "initdb", "-D", str(data), "-A", "trust", "-U", "test", "-E", "UTF8", "--locale", "C", "-N"]
        subprocess.run(made, check=True, capture_output=True, cwd="/")
        options = ["-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
        server = subprocess.Popen([*user, "postgres", "-D", str(data), *options], stderr=subprocess.DEVNULL, cwd="/")
        psql = ["psql", "-X", "-q", "-A", "-t", "-h", str(folder), "-U", "test", "-d", "postgres"]
        for _ in range(100):
            if subprocess.run([*psql, "-c", "select 1"], capture_output=True, check=False).returncode == 0:
                break
            time.sleep(0.1)
        yield psql
    finally:
        if server:
            server.terminate()
            server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def send(psql: list[str], sql: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(psql, input=sql, capture_output=True, text=True, check=False)


def literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return f"ARRAY[{', '.join(map(literal, value))}]::text[]"
    return "'" + str(as_json(value)).replace("'", "''") + "'"


def insert_literally(table: str, row: dict[str, Any]) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(map(literal, row.values()))});"  # noqa: S608


@pytest.mark.slow
def test_postgresql_takes_all_tables_and_refuses_broken_rows(postgresql: list[str]) -> None:
    made = send(postgresql, ddl("postgresql"))
    assert made.stderr == ""
    filled = "\n".join(insert_literally(table, row) for table in TABLES for row in SAMPLE[table].to_pylist())
    assert send(postgresql, filled).stderr == ""
    for table in TABLES:
        lone = create_table(table, "postgresql", foreign_keys=False).replace(f"TABLE {table} ", f"TABLE lone_{table} ")
        asked = [broken for broken in BROKEN[table] if (table, broken.failure.check) not in NOT_IN_POSTGRESQL]
        rows = [keyed(table, fresh(table, 0)), *(broken.rows[0][1] for broken in asked)]
        done = send(postgresql, lone + "\n".join(insert_literally(f"lone_{table}", row) for row in rows))
        told = [line.split('"')[3] for line in done.stderr.splitlines() if "violates check constraint" in line]
        assert told == [f"{table}_{broken.failure.check}" for broken in asked]
        kept = send(postgresql, f"select {key_of(table)} from lone_{table};").stdout.split()  # noqa: S608
        assert kept == [rows[0][key_of(table)]]
