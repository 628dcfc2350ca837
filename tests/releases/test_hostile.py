"""Stores that somebody made to do harm are refused before anything is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legalnews_dataset.errors import LegalNewsError, ReleaseError
from legalnews_dataset.loading import load
from legalnews_dataset.releases.index import parse_index
from legalnews_dataset.releases.manifest import check_path, parse_manifest
from legalnews_dataset.releases.retract import parse_retractions
from legalnews_dataset.releases.store import Store, find_manifest
from legalnews_dataset.releases.verify import problems_of


def forge(store: Store, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the manifest, and the index so that it names the changed one."""
    path, index = store.folder / "0.1.0" / "manifest.json", store.folder / "index.json"
    raw = json.loads(path.read_text())
    change(raw)
    data = json.dumps(raw).encode()
    path.chmod(0o644)
    path.write_bytes(data)
    listed = json.loads(index.read_text())
    listed["versions"]["0.1.0"]["manifest_sha256"] = sha256(data).hexdigest()
    index.write_text(json.dumps(listed))


def table(raw: dict[str, Any], name: str = "quotes") -> dict[str, Any]:
    return next(item for item in raw["tables"] if item["name"] == name)


@pytest.mark.parametrize(
    "path",
    ["../secret", "/etc/passwd", "a/../../b", "a//b", "./a", "", "a\\b", "C:/x", ".hidden", "a\x00b", "~/x", "a b"],
)
def test_a_path_that_could_lead_out_is_refused(path: str) -> None:
    with pytest.raises(ReleaseError, match="could lead out of the version's folder"):
        check_path(path, "manifest")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda raw: raw["files"][0].update(path="../../etc/passwd"), "could lead out"),
        (lambda raw: table(raw).update(path="/etc/passwd"), "could lead out"),
        (lambda raw: table(raw).update(rows=10**9), r"more rows in quotes than its file can hold.*got 1,000,000,000"),
        (lambda raw: table(raw).update(rows=-1), "an impossible 'rows'"),
        (lambda raw: table(raw).update(rows=True), "a bad value of 'rows'"),
        (lambda raw: table(raw).update(rows="2"), "a bad value of 'rows'; expected int|a bad value of 'rows'"),
        (lambda raw: table(raw).update(name='quotes"; DROP TABLE x; --'), "a bad name of a table or column"),
        (lambda raw: table(raw)["columns"][0].update(name='a" b'), "a bad name of a table or column"),
        (lambda raw: table(raw).update(key=["nothing"]), "a key of quotes that is not among its columns"),
        (lambda raw: table(raw).update(path="README.txt"), "a table whose file is not listed"),
        (lambda raw: raw["files"].append(raw["files"][0]), "a file that is listed twice"),
        (lambda raw: raw["tables"].append(raw["tables"][0]), "a table that is listed twice"),
        (lambda raw: raw["files"][0].update(sha256="md5:0"), "a bad 'sha256'"),
        (lambda raw: raw.update(format=2), "a manifest of another format.*install a newer"),
        (lambda raw: raw.update(version="9.9.9"), r"a manifest of another version.*expected 0\.1\.0; got 9\.9\.9"),
        (lambda raw: raw.update(tables={}), "a bad value of 'tables'"),
        (lambda raw: raw.pop("files"), "a bad value of 'files'"),
    ],
)
def test_a_forged_manifest_is_refused(store: Store, change: Callable[[dict[str, Any]], None], says: str) -> None:
    forge(store, change)
    with pytest.raises(ReleaseError, match=says):
        load("quotes", "0.1.0", store=store.folder)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"{" * 100_000,
        b"\xff\xfe",
        b'{"format":1,"format":1}',
        b'{"format":1,"versions":{"1.0.0":1}}',
        b'{"format":1,"versions":{"../../x":{"manifest_sha256":"","released_on":""}}}',
        b'{"format":1e999}',
        b"<html>",
    ],
)
def test_no_bytes_are_trusted(data: bytes) -> None:
    for parse in (parse_index, parse_manifest, parse_retractions):
        with pytest.raises(ReleaseError):
            parse(data, "somewhere")


def test_links_are_refused(store: Store, tmp_path: Path) -> None:
    path = store.folder / "0.1.0" / "quotes.parquet"
    (tmp_path / "elsewhere").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReleaseError, match=r"a link in place of a file.*quotes\.parquet.*refused"):
        load("quotes", "0.1.0", store=store.folder)
    (store.folder / "0.1.0").rename(tmp_path / "moved")
    (store.folder / "0.1.0").symlink_to(tmp_path / "moved")
    with pytest.raises(ReleaseError, match="a link in place of a version"):
        load("awards", "0.1.0", store=store.folder)


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda data: data[:-20], r"quotes\.parquet.*expected [\d,]+ bytes; got [\d,]+ bytes"),
        (
            lambda data: data[:60] + bytes([data[60] ^ 4]) + data[61:],
            r"quotes\.parquet.*expected sha256 .*; got sha256",
        ),
        (lambda data: b"<html>" + data[6:], r"quotes\.parquet.*look like an HTML page"),
    ],
)
def test_a_harmed_file_is_named_with_expected_and_got(store: Store, harm: Callable[[bytes], bytes], says: str) -> None:
    path = store.folder / "0.1.0" / "quotes.parquet"
    path.chmod(0o644)
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(ReleaseError, match=says):
        load("quotes", "0.1.0", store=store.folder)
    found = list(problems_of(store.folder / "0.1.0", find_manifest(store, "0.1.0")))
    assert len(found) == 1
    assert "quotes.parquet" in found[0]


def test_swapped_files_are_named(store: Store) -> None:
    one, other = (store.folder / "0.1.0" / f"{name}.parquet" for name in ("quotes", "awards"))
    one.rename(one.with_name("kept"))
    other.rename(one)
    one.with_name("kept").rename(other)
    with pytest.raises(ReleaseError, match=r"quotes\.parquet.*expected"):
        load("quotes", "0.1.0", store=store.folder)
    assert len(list(problems_of(store.folder / "0.1.0", find_manifest(store, "0.1.0")))) == 2


def test_verify_sees_files_that_do_not_belong_and_values_under_a_right_sha256(store: Store) -> None:
    folder = store.folder / "0.1.0"
    (folder / "extra.txt").write_text("")
    path = folder / "quotes.parquet"
    changed = pq.read_table(path).drop_columns(["cue"]).append_column("cue", pa.array(["wrote", "wrote"]))
    path.chmod(0o644)
    pq.write_table(changed, path)

    def sign(raw: dict[str, Any]) -> None:
        entry = next(file for file in raw["files"] if file["path"] == "quotes.parquet")
        entry.update(bytes=path.stat().st_size, sha256=sha256(path.read_bytes()).hexdigest())

    forge(store, sign)
    found = list(problems_of(folder, find_manifest(store, "0.1.0")))
    assert [problem.split(" (")[0] for problem in found] == [
        "a file that the manifest does not list",
        "other values of cue",
        "another logical digest of the table",
    ]


def test_retractions_that_cannot_be_read_stop_every_load(store: Store) -> None:
    (store.folder / "retractions.json").write_text("{}")
    with pytest.raises(LegalNewsError, match="retractions"):
        load("quotes", "0.1.0", store=store.folder)
