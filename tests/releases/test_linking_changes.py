"""Releases when linking changes its mind: ids carried, merged and split, and the evidence under the carried ids."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from legalnews_dataset import resolve_id, timeline, why
from legalnews_dataset.errors import UsageError
from legalnews_dataset.pipeline import build
from legalnews_dataset.releases.history import read_history
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import Retraction, add_retraction
from legalnews_dataset.releases.store import Store, open_store

pytestmark = pytest.mark.slow

TEXTS = {
    "charged": "NEWARK, N.J. - Tobias Q. Wendemeyer was indicted on Feb. 27, 2014, for wire fraud in New Jersey.",
    "denied": "Tobias Q. Wendemeyer pleaded not guilty on March 3, 2014, to wire fraud, a court in New Jersey said.",
    "sentenced": "NEWARK, N.J. - Tobias Q. Wendemeyer was sentenced on Monday to five years in prison for fraud.",
    "other": "PORTLAND, Ore. - Albert Hollis pleaded guilty on Friday to bank robbery in federal court.",
}
APART = "cannot,charged,sentenced,Wendemeyer,two indictments\ncannot,denied,sentenced,Wendemeyer,two indictments\n"


def release_build(folder: Path, store: Store, number: int, apart: str = "") -> dict[str, str]:
    """Build the texts with overrides, release them, and return the case of each article."""
    articles, links, out = folder / "articles.jsonl", folder / "links.csv", folder / f"out{number}"
    articles.write_text("\n".join(json.dumps({"id": key, "text": text}) for key, text in TEXTS.items()))
    links.write_text(f"relation,article_id,other_article_id,name,reason\n{apart}")
    build([articles], out, workers=1, links=links)
    manifest = release(out, store, because="linked otherwise")
    mentions = pq.read_table(store.folder / manifest.version / "mentions.parquet").to_pylist()
    return {row["article_id"]: row["record_id"] for row in mentions if row["record_table"] == "cases"}


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]]]:
    """Release three versions: the sentence told apart, joined, told apart again."""
    folder = tmp_path_factory.mktemp("versions")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGALNEWS_CACHE", str(folder / "cache"))
        store = open_store(folder / "store")
        return store.folder, [release_build(folder, store, n, apart) for n, apart in enumerate((APART, "", APART))]


def test_a_merged_case_resolves_to_the_one_that_took_it_in(versions: tuple[Path, list[dict[str, str]]]) -> None:
    store, (one, two, _) = versions
    assert one["charged"] == one["denied"] != one["sentenced"]
    assert two["charged"] == two["sentenced"] == one["charged"]
    moved = [row for row in read_history(store / "0.2.0") if row.kind == "cases"]
    assert [(row.old_id, row.new_id, row.change) for row in moved] == [(one["sentenced"], one["charged"], "merged")]
    assert resolve_id(one["sentenced"], "0.2.0", store=store) == one["charged"]


def test_a_split_case_keeps_its_id_and_the_part_gets_a_new_one(versions: tuple[Path, list[dict[str, str]]]) -> None:
    store, (one, two, three) = versions
    assert three["charged"] == two["charged"]
    assert three["sentenced"] not in {one["charged"], one["sentenced"]}
    split = [row for row in read_history(store / "0.3.0") if row.kind == "cases" and row.change == "split"]
    assert [(row.old_id, row.new_id) for row in split] == [(two["charged"], three["sentenced"])]


def test_a_case_that_did_not_change_keeps_its_id(versions: tuple[Path, list[dict[str, str]]]) -> None:
    _, cases = versions
    assert len({version["other"] for version in cases}) == 1


def test_a_version_says_why_under_the_ids_that_it_carries(versions: tuple[Path, list[dict[str, str]]]) -> None:
    store, (_, two, three) = versions
    told = why(two["charged"], "0.2.0", store=store)
    assert {article.article_id for article in told.articles} == {"charged", "denied", "sentenced"}
    assert {link.article_id for link in told.evidence} | {link.other_article_id for link in told.evidence} == {
        "charged",
        "denied",
        "sentenced",
    }
    assert why(three["sentenced"], "0.3.0", store=store).evidence == ()
    assert timeline(two["charged"], "0.2.0", store=store).events
    with pytest.raises(UsageError, match="no such case"):
        why("cas_0", "0.2.0", store=store)


def test_evidence_of_a_retracted_article_is_gone(tmp_path: Path, versions: tuple[Path, list[dict[str, str]]]) -> None:
    released, (_, two, _) = versions
    store = tmp_path / "store"
    shutil.copytree(released, store)
    add_retraction(store, Retraction("article", "sentenced", "2026-11-23", "the outlet asked for it"))
    told = why(two["charged"], "0.2.0", store=store)
    assert {article.article_id for article in told.articles} == {"charged", "denied"}
    assert all("sentenced" not in (link.article_id, link.other_article_id) for link in told.evidence)
    release_build(tmp_path, open_store(store), 9)
    links = pq.read_table(store / "0.4.0" / "links.parquet").to_pylist()
    assert links
    assert all("sentenced" not in (link["article_id"], link["other_article_id"]) for link in links)


def test_a_version_without_links_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    release_build(tmp_path, store, 1)
    (tmp_path / "out1" / "links.parquet").unlink()
    release(tmp_path / "out1", store, "0.2.0")
    with pytest.raises(UsageError, match="without what joined"):
        why("cas_0", "0.2.0", store=store.folder)
