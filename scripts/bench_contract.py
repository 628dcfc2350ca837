"""Measure the checks of the contract: a million rows of the widest table, and frictionless on 10,000 of them.

    python3 scripts/bench_contract.py

All seven tables are checked, in memory, with their keys and rules; texts are withheld, so that no span is read again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from legalnews_dataset.tables.arrow import arrow_schema
from legalnews_dataset.tables.contract import RULES, TABLES, columns_of, key_of
from legalnews_dataset.tables.frictionless_rows import frictionless_failures
from legalnews_dataset.tables.validate import validate
from legalnews_dataset.testing import sample

ROWS, BASE = 1_000_000, 10_000
WIDEST = max(TABLES, key=lambda table: len(columns_of(table)))


def measure_contract(*, quick: bool = False) -> dict[str, float | str]:
    """Return the seconds and the memory of the checks, measured in a process of their own; of fewer rows if quick."""
    command = [sys.executable, __file__, "--json", *(["--quick"] if quick else [])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Measure and print."""
    count, times = (BASE // 10, 1) if "--quick" in sys.argv else (BASE, ROWS // BASE)
    base = withheld(sample(WIDEST, count))
    tables = base | {WIDEST: many(base, times)}
    tables["articles"] = longer(tables["articles"], times)
    import legalnews_dataset.tables.value_checks  # noqa: F401 - so that importing pandera is not timed

    took = []
    for _ in range(3):
        started = time.perf_counter()
        report = validate(tables)
        took.append(time.perf_counter() - started)
        assert report.ok, report.failures.slice(0, 3).to_pylist()
    started = time.perf_counter()
    assert not list(frictionless_failures({WIDEST: base[WIDEST]}))
    figures = {
        "contract: rows": float(times * count),
        f"contract: s for all {WIDEST}, best of 3": min(took),
        "contract: MB at most": most_memory(),
        f"contract: s of frictionless for {count:,} {WIDEST}": (theirs := time.perf_counter() - started),
        "contract: times slower a row is frictionless": theirs / min(took) * times,
    }
    if "--json" in sys.argv:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:50}{figure:10.2f}" for name, figure in figures.items()))


def most_memory() -> float:
    """Return the most memory that this process has held in MB, as Linux tells it; 0 elsewhere.

    `getrusage` would tell that of the process which started this one, where that is more.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def withheld(tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the tables without their texts."""
    return {
        name: rows.set_column(place, rows.schema.field(place), pa.nulls(rows.num_rows, pa.string()))
        if (place := rows.schema.get_field_index("text")) >= 0
        else rows
        for name, rows in tables.items()
    }


def many(tables: dict[str, pa.Table], times: int) -> pa.Table:
    """Return the widest table with each row that often, each time further on in its article and with its own id."""
    key, schema = key_of(WIDEST), arrow_schema(TABLES[WIDEST])
    rule = next(rule.holds for rule in RULES[WIDEST] if rule.name == "id_of_its_identity") or ""
    with duckdb.connect() as connection:
        connection.register("base", tables[WIDEST])
        connection.register("articles", tables["articles"])
        connection.execute(
            "create table many as select base.* "  # noqa: S608
            'replace (("start" + n_chars * n)::int as "start", ("end" + n_chars * n)::int as "end") '
            f"from base join articles using (article_id), range({times}) copies(n)"
        )
        made = rule.removeprefix(f'"{key}" = ')
        found = connection.sql(f'select * replace ({made} as "{key}") from many')  # noqa: S608
        return found.to_arrow_table().select(schema.names).cast(schema)


def longer(articles: pa.Table, times: int) -> pa.Table:
    """Return the articles, each that many times as long."""
    place = articles.schema.get_field_index("n_chars")
    return articles.set_column(
        place, articles.schema.field(place), pc.multiply(articles["n_chars"], pa.scalar(times, pa.int32()))
    )


if __name__ == "__main__":
    main()
