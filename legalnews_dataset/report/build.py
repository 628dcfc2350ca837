"""Print what a build did."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console

from legalnews_dataset.pipeline import Summary
from legalnews_dataset.report.terminal import print_tables
from legalnews_dataset.tables.told import counted

HEAD = 5  # problems that are told one by one; failures.parquet and build.json hold all of them
_TELLING = 100  # fewer articles than this say nothing of the rate


def print_summary(summary: Summary, folder: Path, *, show: bool, as_json: bool) -> None:
    """Print the rows of each table and what was set aside; the tables themselves first, where asked for."""
    if as_json:
        Console().print_json(json.dumps(_as_json(summary, folder)))
        return
    console = Console(highlight=False)
    if show:
        print_tables(folder, console)
        console.print()
    console.print(f"{folder}: {counted(summary.rows)} in {summary.seconds:.1f} s{_rate(summary)}", soft_wrap=True)
    for override in summary.overrides:
        articles = f"{override.article_id} and {override.other_article_id}"
        curated = f"curated: {articles} {override.relation} tell one case ({override.reason})"
        console.print(curated, markup=False, soft_wrap=True)
    for reason, count in sorted(summary.dropped.items()):
        console.print(f"dropped: {count:,} {reason}", soft_wrap=True)
    for failure in summary.failures[:HEAD]:
        wrong = f"{failure.column}: expected {failure.check}, got {failure.value}"
        console.print(f"set aside: {failure.table} {failure.key}: {wrong}", markup=False, soft_wrap=True)
    for notice in summary.noticed[:HEAD]:
        console.print(f"noticed: {notice}", markup=False, soft_wrap=True)
    if summary.failures or summary.noticed:
        aside, noticed = sum(summary.set_aside.values()), sum(summary.notices.values())
        console.print(f"{aside:,} set aside (failures.parquet), {noticed:,} noticed (build.json)")


def _rate(summary: Summary) -> str:
    """Say how fast it went, where enough was done to tell, and what an earlier run had done."""
    done = summary.articles - summary.resumed
    told = f", {done / summary.seconds:,.0f} articles a second" if done >= _TELLING and summary.seconds else ""
    return told + (f"; {summary.resumed:,} articles were done before" if summary.resumed else "")


def _as_json(summary: Summary, folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = {
        "folder": str(folder),
        "articles": {
            "read": summary.articles,
            "kept": summary.rows["articles"],
            "done_before": summary.resumed,
        },
        "rows": summary.rows,
        "seconds": round(summary.seconds, 2),
        "set_aside": [
            f"{failure.table} {failure.key} {failure.column}: {failure.check}" for failure in summary.failures
        ],
        "set_aside_by_reason": summary.set_aside,
        "notices": sum(summary.notices.values()),
    }
    if summary.dropped:
        told["dropped"] = summary.dropped
    if summary.overrides:
        told["overrides"] = [asdict(override) for override in summary.overrides]
    return told
