"""A build that is stopped, however that happens, goes on from where it was and gives the bytes of one that was not."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from legalnews_dataset import batches, pipeline, unfinished
from legalnews_dataset.errors import LegalNewsError, UsageError
from legalnews_dataset.pipeline import Part, build
from legalnews_dataset.unfinished import unfinished_parts

TESTS = Path(__file__).parent
STORY = "A jury in Boston ordered Norvale Foods Inc. to pay Edith Marrow ${n} million on Monday, her lawyer said."


def write_articles(path: Path, count: int, *, first: int = 0) -> Path:
    lines = (json.dumps({"id": f"a{n}", "text": STORY.format(n=n + 2)}) for n in range(first, first + count))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_CHARS", 400)  # two articles


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("raw") / "a.jsonl", 6)


@pytest.fixture(scope="module")
def whole(articles: Path) -> dict[str, bytes]:
    build([articles], articles.parent / "out", workers=1)
    return files_of(articles.parent / "out")


def stop_after(parts: int, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let a build stop by an error when it has made some parts."""
    honest, made = pipeline.build_batch, list[Part]()

    def sometimes(batch: batches.Batch) -> Part:
        if len(made) == parts:
            raise error
        made.append(honest(batch))
        return made[-1]

    monkeypatch.setattr(pipeline, "build_batch", sometimes)


def test_what_was_done_is_not_done_again_and_the_bytes_are_the_same(
    articles: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        stop_after(2, patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            build([articles], out, workers=1)
    assert not out.exists()
    assert unfinished_parts(out) == 2
    with pytest.raises(UsageError, match=r"unfinished build .* 2 finished parts; --resume goes on"):
        build([articles], out)
    summary = build([articles], out, resume=True)
    assert (summary.articles, summary.resumed) == (6, 4)
    assert files_of(out) == whole
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_begun_anew_nothing_of_the_old_is_left(
    articles: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        stop_after(1, patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            build([write_articles(tmp_path / "old.jsonl", 4, first=50)], tmp_path / "out", workers=1)
    summary = build([articles], tmp_path / "out", workers=1, resume=False)
    assert summary.resumed == 0
    assert files_of(tmp_path / "out") == whole


def test_parts_of_changed_inputs_are_done_again_and_broken_ones_too(
    articles: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = write_articles(tmp_path / "a.jsonl", 6)
    raw.write_text(raw.read_text().replace("$4 million", "$900 million"))
    with monkeypatch.context() as patch:
        stop_after(3, patch, KeyboardInterrupt())
        patch.setattr(pipeline, "_assemble", lambda *_, **__: stop_now())
        with pytest.raises(KeyboardInterrupt):
            build([raw], tmp_path / "out", workers=1)
    assert unfinished_parts(tmp_path / "out") == 3
    shutil.copy(articles, raw)
    table = next(tmp_path.glob(".out.unfinished/*/articles.parquet"))
    table.write_bytes(table.read_bytes()[:-1])
    summary = build([raw], tmp_path / "out", workers=1, resume=True)
    assert summary.resumed in {2, 4}  # the part that was broken may be that of the changed article
    assert files_of(tmp_path / "out") == whole


def stop_now() -> None:
    raise KeyboardInterrupt


def test_parts_that_something_else_made_are_refused_by_name(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        stop_after(1, patch, LegalNewsError("enough"))
        patch.setattr(unfinished, "_DECIDING", ("numpy",))
        with pytest.raises(LegalNewsError, match="enough"):
            build([articles], tmp_path / "out", workers=1)
    with pytest.raises(UsageError, match=r"made by something else .* got .*pyarrow None.*--fresh"):
        build([articles], tmp_path / "out", workers=1, resume=True)


def test_what_stops_before_the_first_part_leaves_nothing(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_after(0, monkeypatch, LegalNewsError("enough"))
    with pytest.raises(LegalNewsError, match="enough"):
        build([articles], tmp_path / "out", workers=1)
    assert list(tmp_path.iterdir()) == []


def test_two_builds_of_one_folder_are_not_mixed(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with (
        unfinished.unfinished(out, {}, resume=None),
        pytest.raises(UsageError, match="another build of this folder is running"),
    ):
        build([articles], out, workers=1)


# The command line as a process, with batches of two articles and articles that do what their id says.
HOOK = """
import os, signal, sys
from legalnews_dataset import batches, pipeline
from legalnews_dataset.cli import main
batches.BATCH_CHARS = 400
honest = pipeline.extract_article

def extract_article(article):
    flag = os.environ.get("FLAG")
    if article.article_id == "a4" and flag and not os.path.exists(flag):
        open(flag, "w").close()
        os.kill(int(os.environ["PARENT"]), signal.SIGKILL if os.environ["HOW"] == "kill" else signal.SIGINT)
        signal.pause()
    if article.article_id == os.environ.get("POISON"):
        os._exit(9)
    if article.article_id == os.environ.get("GREEDY"):
        raise MemoryError
    return honest(article)

pipeline.extract_article = extract_article
if __name__ == "__main__":
    if "PARENT" not in os.environ:
        os.environ["PARENT"] = str(os.getpid())
    main()
"""


def command(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    script = folder / "legalnews.py"
    script.write_text(HOOK)
    return subprocess.Popen(
        [sys.executable, str(script), "build", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("how", "code"), [("kill", -signal.SIGKILL), ("interrupt", 130)])
def test_a_build_that_is_killed_goes_on_with_the_same_bytes(
    articles: Path, whole: dict[str, bytes], tmp_path: Path, how: str, code: int
) -> None:
    out = tmp_path / "out"
    build_ = command(tmp_path, str(articles), "-o", str(out), "--workers", "2", FLAG=str(tmp_path / "flag"), HOW=how)
    _, told = build_.communicate()
    assert build_.returncode == code
    assert "Traceback" not in told
    assert not out.exists()
    if how == "interrupt":
        assert "--resume" in told
    again = command(tmp_path, str(articles), "-o", str(out), "--workers", "2", "--resume")
    _, told = again.communicate()
    assert again.returncode == 0, told
    assert files_of(out) == whole
    assert {path.name for path in tmp_path.iterdir()} == {"out", "legalnews.py", "flag"}


@pytest.mark.slow
def test_one_poisonous_article_costs_only_itself(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_ = command(tmp_path, str(articles), "-o", str(out), "--workers", "2", "--json", POISON="a2", GREEDY="a5")
    printed, told = build_.communicate()
    assert build_.returncode == 0, told
    summary = json.loads(printed)
    assert summary["rows"]["articles"] == 4
    assert summary["set_aside"] == ["articles a2 text: can be extracted", "articles a5 text: can be extracted"]


@pytest.mark.slow
def test_a_summary_that_nobody_reads_costs_no_build(articles: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    build_ = command(tmp_path, str(articles), "-o", str(tmp_path / "out"), "--workers", "1")
    assert build_.stdout
    assert build_.stderr
    build_.stdout.close()
    assert build_.stderr.read() == ""
    assert build_.wait() == 1
    assert files_of(tmp_path / "out") == whole


def test_a_full_disk_is_told_and_the_build_goes_on_when_there_is_room(
    articles: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A limit on the size of files stands for the disk: parts fit, the tables of the whole do not.
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        honest = pipeline._assemble

        def cramped(*given: object, **named: object) -> dict[str, int]:
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
            try:
                return honest(*given, **named)  # type: ignore[arg-type]
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)

        patch.setattr(pipeline, "_assemble", cramped)
        with pytest.raises(LegalNewsError, match="the disk is full"):
            build([articles], out, workers=1)
    assert [path.name for path in tmp_path.iterdir()] == [".out.unfinished"]
    assert build([articles], out, workers=1, resume=True).resumed == 6
    assert files_of(out) == whole
