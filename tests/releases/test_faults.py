"""Kill -9 at every step, full disks, read-only stores and rivals: nothing half done is ever seen."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import crash
import pytest
from servers import s3
from world import story, write_rows

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.loading import load, versions
from legalnews_dataset.releases.commit import writing
from legalnews_dataset.releases.publish import publish
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import Store, find_manifest, open_store
from legalnews_dataset.releases.verify import problems_of

pytestmark = pytest.mark.slow


def is_whole(store: Store) -> list[str]:
    """Return the versions of a store, each of which must be whole."""
    found = versions(store.folder)
    for version in found:
        assert list(problems_of(store.folder / version, find_manifest(store, version))) == []
    return found


def test_a_release_killed_at_any_step_leaves_a_whole_store(store: Store, tmp_path: Path) -> None:
    moved = 0
    folder = tmp_path / "tried"
    args = (folder, tmp_path / "two", story(1), story(2), story(3))
    shutil.copytree(store.folder, folder)
    for turn, point in enumerate(crash.points_of(crash.release_rows, *args, folder=folder, every=9)):
        shutil.rmtree(folder)
        shutil.copytree(store.folder, folder)
        assert crash.run(crash.release_rows, *args, dies_at=point, folder=folder) == -signal.SIGKILL
        tried = open_store(folder)
        assert is_whole(tried) == ["0.1.0"]
        moved += (folder / "0.2.0").exists()
        if turn % 3 == 0 or (folder / "0.2.0").exists():
            assert crash.run(crash.release_rows, *args) == 0
            assert is_whole(tried) == ["0.1.0", "0.2.0"]
            assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []
    assert moved


def test_a_publication_killed_at_any_step_leaves_a_whole_target(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "target"
    args = (store.folder, str(target))
    for point in crash.points_of(crash.publish_store, *args, folder=target, every=9):
        shutil.rmtree(target, ignore_errors=True)
        assert crash.run(crash.publish_store, *args, dies_at=point, folder=target) == -signal.SIGKILL
        if target.exists():
            assert is_whole(open_store(target)) in ([], ["0.1.0"])
        publish(store, open_store(target))
        assert is_whole(open_store(target)) == ["0.1.0"]


@pytest.fixture
def bucket() -> Iterator[str]:
    with s3() as url:
        yield url


def test_a_publication_to_a_bucket_killed_at_any_step_is_resumed(store: Store, bucket: str) -> None:
    target = f"{bucket}/killed"
    points = crash.points_of(crash.publish_store, store.folder, f"{bucket}/counted", every=9)
    for point in points[:-6]:
        # what was uploaded before is there, so later steps are reached with each turn
        assert crash.run(crash.publish_store, store.folder, target, dies_at=point) in {-signal.SIGKILL, 0}
    assert crash.run(crash.publish_store, store.folder, target) == 0
    assert versions(target) == ["0.1.0"]
    assert len(load("quotes", "0.1.0", store=target)) == 2
    for point in points[-6:]:
        target = f"{bucket}/killed-{point}"
        assert crash.run(crash.publish_store, store.folder, target, dies_at=point) == -signal.SIGKILL
        assert crash.run(crash.publish_store, store.folder, target) == 0
        assert versions(target) == ["0.1.0"]


def test_two_publishers_of_two_versions_both_end_up_in_the_index(store: Store, tmp_path: Path, bucket: str) -> None:
    other = open_store(tmp_path / "other")
    shutil.copytree(store.folder, other.folder)
    release(write_rows(tmp_path / "two", story(1), story(2), story(3)), other)
    failed: list[BaseException] = []

    def run(source: Store, version: str) -> None:
        try:
            publish(source, open_store(f"{bucket}/both"), (version,))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=args) for args in ((store, "0.1.0"), (other, "0.2.0"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert versions(f"{bucket}/both") == ["0.1.0", "0.2.0"]


def test_two_publishers_of_one_number_do_not_mix(store: Store, tmp_path: Path, bucket: str) -> None:
    other = open_store(tmp_path / "other")
    release(write_rows(tmp_path / "two", story(7)), other)
    url = f"{bucket}/rivals"
    assert crash.run(crash.publish_store, other.folder, url, dies_at=5) == -signal.SIGKILL
    with pytest.raises(
        ReleaseError, match=r"another publisher claimed 0\.1\.0 for other data.*expected sha256 .*got sha256"
    ):
        publish(store, open_store(url))
    publish(other, open_store(url))
    with pytest.raises(ReleaseError, match=r"the target has another 0\.1\.0; versions never change"):
        publish(store, open_store(url))


def test_two_releases_at_once_are_one_release(store: Store, tmp_path: Path) -> None:
    with writing(store.folder), pytest.raises(ReleaseError, match="another release is being written to this store"):
        release(write_rows(tmp_path / "two", story(1), story(2), story(3)), store)
    assert is_whole(store) == ["0.1.0"]


def test_a_full_disk_leaves_the_store_as_it_was(store: Store, tmp_path: Path) -> None:
    built = write_rows(tmp_path / "two", story(1), story(2), story(3))
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        for size in (100, 4_000, 9_000):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
            with pytest.raises(ReleaseError, match=r"the store cannot be written: .*; no version was added"):
                release(built, store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before
    assert release(built, store).version == "0.2.0"


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="needs to become another user")
def test_a_store_that_may_not_be_written_is_told(store: Store, tmp_path: Path) -> None:
    built = write_rows(tmp_path / "two", story(1), story(2), story(3))
    for path in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        path.chmod(0o755)
    child = os.fork()
    if child == 0:
        os.environ["LEGALNEWS_CACHE"] = "/nonexistent"
        os.setuid(65534)
        try:
            release(built, store)
        except ReleaseError as error:
            os._exit(7 if "the store cannot be written: Permission denied" in str(error) else 8)
        os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert is_whole(store) == ["0.1.0"]


def test_an_index_that_was_lost_is_not_taken_for_an_empty_store(store: Store, tmp_path: Path) -> None:
    (store.folder / "index.json").unlink()
    manifest = release(write_rows(tmp_path / "two", story(1), story(2)), store)
    assert (manifest.version, is_whole(store)) == ("0.1.0", ["0.1.0"])
    (store.folder / "index.json").unlink()
    path = store.folder / "0.1.0" / "quotes.parquet"
    path.chmod(0o644)
    path.write_bytes(b"")
    with pytest.raises(ReleaseError, match=r"a version's name is no whole version.*0\.1\.0.*move it away"):
        release(write_rows(tmp_path / "two", story(1), story(2)), store)


def test_the_index_is_canonical_and_lists_digests(store: Store) -> None:
    raw = json.loads((store.folder / "index.json").read_bytes())
    assert list(raw["versions"]["0.1.0"]) == ["manifest_sha256", "released_on"]
