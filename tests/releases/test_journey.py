"""The whole life of a dataset on loopback: two releases, compared, pinned, published, pulled, verified, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from servers import s3, serving
from typer.testing import CliRunner, Result
from world import write_rows

from legalnews_dataset import connect, load, source, testing, versions
from legalnews_dataset.cli import app
from legalnews_dataset.errors import ReleaseError

pytestmark = pytest.mark.slow
PRESS_RELEASES = 200


def legalnews(*arguments: object, code: int = 0) -> Result:
    told = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert told.exit_code == code, told.output
    return told


@pytest.fixture
def inputs(tmp_path: Path, shared: Path) -> tuple[Path, Path]:
    """Give two files of real press releases, the second of which goes on where the first ends."""
    corpus = pq.read_table(shared / "corpora" / "doj_press_releases.parquet")
    found = tmp_path / "a.parquet", tmp_path / "b.parquet"
    for path, count in zip(found, (PRESS_RELEASES, PRESS_RELEASES * 5 // 4), strict=True):
        pq.write_table(corpus.slice(0, count), path)
    return found


@pytest.fixture
def bucket() -> Iterator[str]:
    with s3() as url:
        yield url


def test_from_press_releases_to_a_pinned_table_that_is_taken_back(
    inputs: tuple[Path, Path], tmp_path: Path, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, lock = tmp_path / "store", tmp_path / "legalnews.lock"
    for name, path in zip(("A", "B"), inputs, strict=True):
        legalnews("build", path, "-o", tmp_path / name, "--workers", 1)
    legalnews("release", tmp_path / "A", "--store", store)
    legalnews(
        "lock", "0.*", "--use", "events:event_id,type,article_id", "--use", "articles", "--store", store, "--file", lock
    )
    assert "released 0.2.0" in legalnews("release", tmp_path / "B", "--store", store).output
    assert versions(store=store) == ["0.1.0", "0.2.0"]

    for version, path in zip(("0.1.0", "0.2.0"), inputs, strict=True):
        again = legalnews("rebuild", version, path, "--verify", "--workers", 1, "--store", store).output
        assert again.count("same bytes") == 7
    with_other = legalnews("rebuild", "0.2.0", inputs[0], "--verify", "--store", store, code=1)
    assert "inputs of 0.2.0 are not among these files" in str(with_other.exception)

    told = legalnews("diff", "0.1.0", "0.2.0", "--store", store).output
    assert f"{PRESS_RELEASES} -> {PRESS_RELEASES * 5 // 4}" in told
    assert "new source" in told
    legalnews("lock", "--check", "--file", lock)
    assert len(load("articles", lock=lock)) == PRESS_RELEASES
    assert "upgraded from 0.1.0 to 0.2.0" in legalnews("lock", "--upgrade", "--file", lock).output
    assert len(load("articles", lock=lock)) == PRESS_RELEASES * 5 // 4

    plan = legalnews("publish", bucket, "--store", store, "--dry-run").output
    assert "would publish 0.1.0, 0.2.0" in plan
    with pytest.raises(Exception, match="no store"):
        versions(store=bucket)
    legalnews("publish", bucket, "--store", store)
    assert "published nothing" in legalnews("publish", bucket, "--store", store).output
    legalnews("publish", tmp_path / "site", "--store", store)

    asked: list[str] = []
    with serving(tmp_path / "site", {}, asked) as site:
        for address in (bucket, site):
            legalnews("pull", "0.2.0", "--store", address, "--table", "events", "--table", "articles")
            legalnews("pull", "0.*", "--store", address)
            legalnews("verify", "0.2.0", "--store", address)
            expected = load("events", "0.2.0", store=store)
            assert load("events", "0.2.0", store=address).equals(expected)
            with connect("0.2.0", store=address) as connection:
                assert connection.sql("SELECT count(*) FROM events").fetchall() == [(len(expected),)]
            with monkeypatch.context() as patch:
                patch.setenv("LEGALNEWS_OFFLINE", "1")
                event = load("events", "0.2.0", where='"end" > start', store=address).iloc[0]
                assert source(event, "0.2.0", store=address).text == event.text

        legalnews("show", event.event_id, "--version", "0.2.0", "--store", store)
        legalnews("show", event.article_id, "--version", "0.2.0", "--store", store, "--json")
        legalnews("retract", event.event_id, "--because", "the clerk was misread", "--store", store)
        legalnews("retract", "0.1.0", "--because", "half of it", "--replaced-by", "0.2.0", "--store", store)
        legalnews("publish", bucket, "--store", store)
        legalnews("publish", tmp_path / "site", "--store", store)
        for address in (str(store), bucket, site):
            legalnews("list", "--store", address)
            assert event.event_id not in set(load("events", "0.2.0", store=address).event_id)
            with pytest.raises(ReleaseError, match=r"0\.1\.0 was retracted on .*: half of it.*use 0\.2\.0"):
                load("events", "0.1.0", store=address)


def test_made_up_rows_of_every_kind_survive_a_release(tmp_path: Path) -> None:
    tables = testing.sample("quotes", 200, seed=7)
    built = write_rows(tmp_path / "built")
    for name, table in tables.items():
        pq.write_table(table, built / f"{name}.parquet")
    legalnews("release", built, "--store", tmp_path / "store")
    for name, table in tables.items():
        found = load(name, "0.1.0", backend="arrow", store=tmp_path / "store")
        key = table.column_names[0]
        assert found.sort_by(key).to_pylist() == table.sort_by(key).to_pylist()
