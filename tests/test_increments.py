"""Going on from an earlier build: the same bytes as all at once, in whatever steps; what cannot be gone on from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from legalnews_dataset import earlier, pipeline
from legalnews_dataset.cli import app
from legalnews_dataset.errors import UsageError
from legalnews_dataset.pipeline import build

PEOPLE = ("Tobias Q. Wendemeyer", "Lena Quastel", "Albert Hollis", "Ann Smith")
STEPS = (
    "was indicted on Feb. 27, 2014, for wire fraud",
    "pleaded guilty on Tuesday to wire fraud",
    "was sentenced today to five years in prison for wire fraud",
)
# Every person's case in three articles, one of them told with a co-defendant.
TEXTS = {
    f"{place}{step}": f"NEWARK, N.J. - {name} {STEPS[step]}, U.S. Attorney Helen Brackwater announced. "
    + ("Lena Quastel and Albert Hollis were charged with him in New Jersey federal court." if place == step else "")
    for place, name in enumerate(PEOPLE)
    for step in range(3)
}


def write(path: Path, names: list[str]) -> Path:
    rows = (json.dumps({"id": name, "published_on": "2014-03-04", "text": TEXTS[name]}) for name in names)
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    """Return all that a build wrote but for what it says of its input files, which are others."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}
    described = json.loads((folder / "build.json").read_text())
    return files | {"build.json": json.dumps(described | {"inputs": []}).encode()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    build([write(folder / "all.jsonl", list(TEXTS))], folder / "out", workers=1, parts=True)
    return folder / "out"


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(list(TEXTS)), st.integers(1, 10), st.integers(1, 10))
def test_steps_give_the_bytes_of_all_at_once(
    whole: Path, tmp_path: Path, names: list[str], one: int, other: int
) -> None:
    first, last = sorted((one, other))
    before: Path | None = None
    for number, some in enumerate((names[:first], names[first:last], names[last:])):
        if some:
            source = write(tmp_path / f"{number}.jsonl", some)
            build([source], tmp_path / f"out{number}", workers=1, onto=before, parts=True)
            before = tmp_path / f"out{number}"
    assert before is not None
    assert files_of(before) == files_of(whole)


def test_what_the_earlier_build_has_is_not_read_again(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    honest = pipeline.extract_article
    monkeypatch.setattr(pipeline, "extract_article", lambda article: read.append(article.article_id) or honest(article))
    again = write(tmp_path / "again.jsonl", ["00", "01"])
    changed = tmp_path / "changed.jsonl"
    changed.write_text('{"id": "02", "text": "Another story."}\n{"id": "new", "text": "A new story."}')
    summary = build([again, changed], tmp_path / "out", workers=1, onto=whole)
    assert read == ["new"]
    assert summary.rows["articles"] == len(TEXTS) + 1
    assert [(failure.key, failure.check) for failure in summary.failures] == [("02", "one article")]


def test_the_command_goes_on_in_place(tmp_path: Path, whole: Path) -> None:
    one, two = write(tmp_path / "1.jsonl", list(TEXTS)[:7]), write(tmp_path / "2.jsonl", list(TEXTS)[7:])
    out = str(tmp_path / "out")
    for command in ([str(one), "-o", out, "--parts"], [str(two), "-o", out, "--onto", out]):
        assert CliRunner().invoke(app, ["build", *command], catch_exceptions=False).exit_code == 0
    assert files_of(tmp_path / "out") == files_of(whole)
    names = [source["name"] for source in json.loads((tmp_path / "out" / "build.json").read_text())["inputs"]]
    assert names == ["1.jsonl", "2.jsonl"]


def test_a_build_without_parts_or_of_other_rules_is_refused(
    tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "one.jsonl", ["00"])
    build([source], tmp_path / "bare", workers=1)
    with pytest.raises(UsageError, match=r"did not keep.*--parts"):
        build([source], tmp_path / "out", onto=tmp_path / "bare")
    with pytest.raises(UsageError, match="no build there"):
        build([source], tmp_path / "out", onto=tmp_path)
    monkeypatch.setattr(earlier, "__version__", "99")
    with pytest.raises(UsageError, match="another version"):
        build([source], tmp_path / "out", onto=whole)
    assert not (tmp_path / "out").exists()
