"""Measure how linking grows with the number of articles.

    python3 scripts/bench_linking.py BUILD_WITH_PARTS

The articles of a build, a quarter of them, all of them, and all of them eight times, each time with other names,
other docket numbers and other words, so that a copy is linked as the original is and not with it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from string import ascii_lowercase

import duckdb
from bench_clock import Figures, run_script

from legalnews_dataset.earlier import PARTS
from legalnews_dataset.tables.contract import TABLES, columns_of, key_of
from legalnews_dataset.tables.duckdb_path import glob_literal

SIZES = (0.25, 1, 8)
# What the articles up to one tell.
TOLD = "select record_id from mentions where article_id <= ?"
# Appended to the words of names: no two copies share a name, and a copy has as many different ones as the original.
SYLLABLES = ("", "ka", "mo", "ri", "tu", "ve", "zo", "bi")


LINK = """
import json, sys
from pathlib import Path

from legalnews_dataset.records.linking.link import linked_tables

folder, told = Path(sys.argv[1]), json.loads(sys.argv[2])
with linked_tables({name: [Path(path) for path in paths] for name, paths in told.items()}, folder):
    pass
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path, help="a folder that was built with its parts kept")
    for name, figure in measure_linking(parser.parse_args().build).items():
        print(f"{name:44}{figure:>14,.3f}")


def measure_linking(build: Path, sizes: tuple[float, ...] = SIZES) -> Figures:
    """Return the seconds and the memory of linking for each size, in a process of its own that starts in a second.

    Args:
        build: a folder that was built with its parts kept.
        sizes: how many times the articles there; below 1 a part of them.

    """
    figures: Figures = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            told, articles = copy_parts(build, folder, size)
            named = json.dumps({name: [str(path) for path in paths] for name, paths in told.items()})
            took, peak, _ = run_script(LINK, temporary, named, folder=folder)
            figures[f"link: s for {articles:,} articles"] = took
            figures[f"link: MB at most for {articles:,} articles"] = peak
    return figures


def copy_parts(build: Path, folder: Path, size: float) -> tuple[dict[str, list[Path]], int]:
    """Write the tables that many times; return their files and the number of articles."""
    told: dict[str, list[Path]] = {name: [] for name in TABLES}
    with duckdb.connect() as tables:
        for name in TABLES:
            place = build if name == "articles" else build / PARTS
            tables.read_parquet(glob_literal(place / f"{name}.parquet")).create_view(name)
        (count,) = tables.sql("select count(*) from articles").fetchall()[0]
        last = tables.sql("select article_id from articles order by 1").fetchall()[int(count * min(size, 1)) - 1][0]
        for copy in range(max(1, int(size))):
            for name in TABLES:
                path = folder / f"{name}-{size}-{copy}.parquet"
                names = [column.name for column in columns_of(name)]
                columns = ", ".join(own(name, column, copy) for column in names)
                kept = "article_id <= ?" if "article_id" in names else f"{key_of(name)} in ({TOLD})"
                tables.sql(f"select {columns} from {name} where {kept}", params=[last]).write_parquet(str(path))  # noqa: S608
                told[name].append(path)
    return told, int(count * size)


def own(table: str, column: str, copy: int) -> str:
    """Return the SQL of a column in a copy: its ids, its names, its dockets and its words are its own."""
    if column.endswith("_id") and column != "court_id":
        return f'"{column}" || \'{copy:x}\' as "{column}"'
    if (table, column) == ("parties", "name") and copy:
        return f"regexp_replace(name, '(\\w{{3,}})', '\\1{SYLLABLES[copy]}', 'g') as name"
    if (table, column) == ("articles", "text") and copy:
        turned = ascii_lowercase[copy:] + ascii_lowercase[:copy]
        return f"translate(text, '{ascii_lowercase}', '{turned}') as text"
    if column == "docket_number" and copy:
        return f"docket_number || '{copy}' as docket_number"
    return f'"{column}"'


if __name__ == "__main__":
    main()
