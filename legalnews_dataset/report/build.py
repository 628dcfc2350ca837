"""Print what a build did."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from legalnews_dataset.pipeline import Summary
from legalnews_dataset.report.terminal import print_tables
from legalnews_dataset.tables.told import counted

HEAD = 5  # problems that are told one by one; failures.parquet and build.json hold all of them


def print_summary(summary: Summary, folder: Path, *, show: bool, as_json: bool) -> None:
    """Print the rows of each table and what was set aside; the tables themselves first, where asked for."""
    if as_json:
        failures = [f"{failure.table} {failure.key} {failure.column}: {failure.check}" for failure in summary.failures]
        told = {"folder": str(folder), "rows": summary.rows, "set_aside": failures, "notices": len(summary.notices)}
        told |= {"dropped": dict(summary.dropped)} if summary.dropped else {}
        told |= {"overrides": [asdict(override) for override in summary.overrides]} if summary.overrides else {}
        Console().print_json(json.dumps(told))
        return
    console = Console(highlight=False)
    if show:
        print_tables(folder, console)
        console.print()
    console.print(f"{folder}: {counted(summary.rows)} in {summary.seconds:.1f} s", soft_wrap=True)
    for reason, count in sorted(summary.dropped.items()):
        console.print(f"dropped: {count:,} {reason}", soft_wrap=True)
    for override in summary.overrides:
        articles = f"{override.article_id} and {override.other_article_id}"
        curated = f"curated: {articles} {override.relation} tell one case ({override.reason})"
        console.print(curated, markup=False, soft_wrap=True)
    for failure in summary.failures[:HEAD]:
        wrong = f"{failure.column}: expected {failure.check}, got {failure.value}"
        console.print(f"set aside: {failure.table} {failure.key}: {wrong}", markup=False, soft_wrap=True)
    for notice in summary.notices[:HEAD]:
        console.print(f"noticed: {notice}", markup=False, soft_wrap=True)
    if summary.failures or summary.notices:
        console.print(
            f"{len(summary.failures):,} set aside (failures.parquet), {len(summary.notices):,} noticed (build.json)"
        )
