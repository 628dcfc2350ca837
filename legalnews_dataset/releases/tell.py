"""Tell a comparison of two versions: as JSON, as Markdown and for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from legalnews_dataset.releases.diff import Diff, TableDiff

FIRST = "This is the first version; there is none to compare it with.\n"


def diff_json(diff: Diff) -> dict[str, Any]:
    """Return a comparison as JSON values."""
    return {**asdict(diff), "level": diff.level, "content_change": diff.content_change}


def diff_markdown(diff: Diff, heading: str = "#") -> str:
    """Return a comparison as Markdown."""
    lines = [
        f"{heading} {diff.before} to {diff.after}",
        "",
        f"A {diff.level.upper()} change ({diff.why}); content change: {diff.content_change}.",
        "",
    ]
    if diff.schema:
        lines += ["| what | where | before | after | level |", "| --- | --- | --- | --- | --- |"]
        for change in diff.schema:
            where = ".".join(filter(None, (change.table, change.column)))
            lines.append(f"| {change.what} | {where} | {change.before or ''} | {change.after or ''} | {change.level} |")
        lines.append("")
    lines += ["| table | rows | added | removed | changed | why |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    for table in diff.tables:
        counts = f"{table.added:,} | {table.removed:,} | {table.changed:,}"
        lines.append(f"| {table.name} | {_rows(table)} | {counts} | {_reasons(table)} |")
    rates = [(table, column) for table in diff.tables for column in table.columns]
    if rates:
        lines += ["", "| column | cells changed | of the rows in both |", "| --- | ---: | ---: |"]
        lines += [f"| {table.name}.{column.name} | {column.changed:,} | {column.rate:.2%} |" for table, column in rates]
    samples = [
        f"- {sample}"
        for table in diff.tables
        for sample in _samples(table, quote="`")
        if table.added + table.removed + table.changed
    ]
    return "\n".join([*lines, *(["", f"{heading}# Examples", "", *samples] if samples else [])]) + "\n"


def diff_text(diff: Diff) -> str:
    """Return a comparison for the terminal."""
    lines = [f"{diff.before} -> {diff.after}: {diff.level.upper()} ({diff.why}); content change: {diff.content_change}"]
    for change in diff.schema:
        where = ".".join(filter(None, (change.table, change.column)))
        lines.append(f"  {change.level:5} {change.what} {where}: {change.before or '-'} -> {change.after or '-'}")
    lines.append(f"{'':2}{'table':10}{'rows':>22}{'added':>10}{'removed':>10}{'changed':>10}  why")
    for table in diff.tables:
        counts = f"{table.added:>10,}{table.removed:>10,}{table.changed:>10,}"
        lines.append(f"  {table.name:10}{_rows(table):>22}{counts}  {_reasons(table)}")
        lines += [f"    {column.name}: {column.changed:,} cells ({column.rate:.2%})" for column in table.columns]
        lines += [f"      {sample}" for sample in _samples(table, quote="")]
    return "\n".join(lines)


def write_diff(diff: Diff | None, folder: Path) -> None:
    """Write `diff.json` and `diff.md` into a version's folder."""
    told = diff_json(diff) if diff else {"before": None, "level": None, "content_change": "append_only"}
    (folder / "diff.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "diff.md").write_text(diff_markdown(diff) if diff else FIRST, encoding="utf-8")


def _rows(table: TableDiff) -> str:
    if table.rows_before == table.rows_after:
        return f"{table.rows_after:,}"
    return f"{table.rows_before:,} -> {table.rows_after:,}"


def _reasons(table: TableDiff) -> str:
    return ", ".join(f"{count:,} {reason.replace('_', ' ')}" for reason, count in table.reasons.items())


def _samples(table: TableDiff, quote: str) -> Iterable[str]:
    for change in table.samples:
        key = f"{quote}{change.key}{quote}"
        if change.column is None:
            yield f"{change.op} {table.name} {key} ({change.reason})"
        else:
            before, after = (_short(value) for value in (change.before, change.after))
            yield f"changed {table.name}.{change.column} {key}: {before} -> {after} ({change.reason})"


def _short(value: str | None) -> str:
    if value is None:
        return "null"
    flat = " ".join(value.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
