"""The measuring script runs and says what it promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parent.parent


def test_bench_measures_a_small_corpus(tmp_path: Path) -> None:
    text = "Ada Quill sued Acme Corp. in federal court in Boston on Friday. “We will win,” Quill said."
    pq.write_table(
        pa.table({"id": ["a", "b"], "text": [text, text + " She sought $5 million."]}), tmp_path / "in.parquet"
    )
    command = [sys.executable, str(ROOT / "scripts" / "bench.py"), str(tmp_path / "in.parquet"), "--quick"]
    subprocess.run([*command, "--json", str(tmp_path / "out.json")], check=True, capture_output=True)
    figures = json.loads((tmp_path / "out.json").read_text())
    assert figures["corpus: articles"] == 2
    assert {"import: ms above bare python", "read: articles a second", "extract: articles a second"} <= set(figures)
    assert {"layer: courts, ms", "table: cases, ms", "pandas: s to read the corpus"} <= set(figures)
