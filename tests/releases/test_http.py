"""A store on a web server, behaving and misbehaving."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest
from servers import serving
from typer.testing import CliRunner

from legalnews_dataset.cli import app
from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.loading import load, versions
from legalnews_dataset.releases.pull import pull
from legalnews_dataset.releases.retract import Retraction, add_retraction
from legalnews_dataset.releases.store import Store, open_store


@dataclass
class Site:
    url: str
    faults: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def site(store: Store) -> Iterator[Site]:
    found = Site("")
    with serving(store.folder, found.faults, found.asked) as url:
        found.url = url
        yield found


def test_a_version_is_fetched_once_and_then_loads_without_the_network(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert versions(site.url) == ["0.1.0"]
    first = load("quotes", "0.1.0", store=site.url)
    site.asked.clear()
    assert load("quotes", "0.1.0", store=site.url).equals(first)
    assert site.asked == []
    monkeypatch.setenv("LEGALNEWS_OFFLINE", "1")
    assert load("quotes", "0.*", store=site.url).equals(first)
    with pytest.raises(ReleaseError, match=r"LEGALNEWS_OFFLINE is set.*legalnews pull VERSION"):
        load("awards", "0.1.0", store=site.url)
    with pytest.raises(UsageError, match=r"got versions 0\.1\.0"):
        load("quotes", "0.3.0", store=site.url)
    assert site.asked == []


def test_pull_fetches_one_table_or_all_and_mends_what_is_broken(site: Site) -> None:
    run, store = CliRunner().invoke, open_store(site.url)
    assert run(app, ["pull", "0.1.0", "--store", site.url, "--table", "quotes"]).exit_code == 0
    assert [path.name for path in (store.folder / "0.1.0").glob("*.parquet")] == ["quotes.parquet"]
    path = store.folder / "0.1.0" / "quotes.parquet"
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(ReleaseError, match="not what its manifest says"):
        load("quotes", "0.1.0", store=site.url)
    fetched: list[str] = []
    pull(store, "0.1.0", on_file=lambda file, new: fetched.append(file.path) if new else None)
    assert "quotes.parquet" in fetched
    assert len(load("quotes", "0.1.0", store=site.url)) == 2
    assert run(app, ["verify", "0.1.0", "--store", site.url]).exit_code == 0


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("404", r"not found in the store .*quotes\.parquet"),
        ("500", r"the server answers 500 .*quotes\.parquet"),
        ("html", r"a file of another size .*quotes\.parquet.*expected [\d,]+ bytes; got 54 bytes.*looks like an HTML"),
        ("half", r"the connection broke off .*quotes\.parquet.*expected [\d,]+ bytes; got [\d,]+ bytes|another size"),
        ("loop", r"the server answers 302 .*quotes\.parquet"),
        ("endless", r"a file of another size .*quotes\.parquet.*got more than"),
    ],
)
def test_a_table_that_arrives_wrong_is_told_and_leaves_nothing(site: Site, fault: str, says: str) -> None:
    site.faults["quotes.parquet"] = fault
    with pytest.raises(ReleaseError, match=says):
        load("quotes", "0.1.0", store=site.url)
    left = [path for path in open_store(site.url).folder.rglob("*") if "quotes" in path.name]
    assert left == []
    site.faults.clear()
    assert len(load("quotes", "0.1.0", store=site.url)) == 2


@pytest.mark.parametrize(("fault", "says"), [("404", "no store"), ("500", "answers 500"), ("html", "an HTML page")])
def test_an_index_that_arrives_wrong_is_told(site: Site, fault: str, says: str) -> None:
    site.faults["index.json"] = fault
    with pytest.raises((ReleaseError, UsageError), match=says):
        versions(site.url)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(ReleaseError, match=r"the store cannot be reached: .*refused"):
        versions("http://127.0.0.1:9/store")


def test_a_manifest_that_is_not_the_listed_one_is_refused(site: Site, store: Store) -> None:
    site.faults["manifest.json"] = "html"
    with pytest.raises(ReleaseError, match=r"not the one that the index names.*looks like an HTML page"):
        load("quotes", "0.1.0", store=site.url)


def test_a_version_that_changed_upstream_is_refused(site: Site, store: Store) -> None:
    load("quotes", "0.1.0", store=site.url)
    index = store.folder / "index.json"
    raw = json.loads(index.read_text())
    raw["versions"]["0.1.0"]["manifest_sha256"] = sha256(b"other").hexdigest()
    index.write_text(json.dumps(raw))
    with pytest.raises(ReleaseError, match=r"0\.1\.0 is another one than was pulled before; versions never change"):
        versions(site.url)
    assert len(load("quotes", "0.1.0", store=site.url)) == 2


def test_retractions_travel_with_the_index_and_are_never_lost(site: Site, store: Store) -> None:
    quote = load("quotes", "0.1.0", store=site.url).quote_id[0]
    add_retraction(store.folder, Retraction("row", quote, "2031-06-01", "asked for"))
    versions(site.url)
    assert len(load("quotes", "0.1.0", store=site.url)) == 1
    (store.folder / "retractions.json").unlink()
    versions(site.url)
    assert len(load("quotes", "0.1.0", store=site.url)) == 1


def test_a_cache_that_cannot_be_written_is_told(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LEGALNEWS_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(ReleaseError, match=r"the cache cannot be written.*set LEGALNEWS_CACHE"):
        load("quotes", "0.1.0", store=site.url)
