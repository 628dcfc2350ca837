"""What users of a release call: load, versions, connect, source, cite, resolve_id."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow.compute as pc
import pytest

sys.path.insert(0, str(Path(__file__).parent / "releases"))
from world import story, write_rows

from legalnews_dataset import cite, connect, load, resolve_id, source, versions
from legalnews_dataset.errors import ReleaseError, UsageError
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.retract import Retraction, add_retraction, read_retractions
from legalnews_dataset.releases.store import open_store


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGALNEWS_CACHE", str(folder / "cache"))
        release(write_rows(folder / "one", story(1), story(2, sum_=5)), open_store(folder / "store"))
        release(write_rows(folder / "two", story(1), story(2, sum_=5), story(3)), open_store(folder / "store"))
    return folder / "store"


@pytest.fixture
def store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGALNEWS_CACHE", str(tmp_path / "cache"))
    (built / "retractions.json").unlink(missing_ok=True)
    return built


def retract(store: Path, kind: str, name: str, replaced_by: str | None = None) -> None:
    add_retraction(store, Retraction(kind, name, "2031-06-01", "it was wrong", replaced_by))
    assert read_retractions(store)


def test_ranges_take_the_newest_version_in_them(store: Path) -> None:
    assert versions(store=store) == ["0.1.0", "0.2.0"]
    for asked, rows in (("0.1.0", 2), ("0.1.*", 2), ("0.*", 3), ("~=0.1", 3), (">=0.1,<0.2", 2)):
        assert len(load("quotes", asked, store=store)) == rows


def test_types_are_those_that_a_pandas_user_expects(store: Path) -> None:
    awards = load("awards", "0.2.0", store=store)
    assert isinstance(awards.kind.dtype, pd.CategoricalDtype)
    assert "damages" in awards.kind.cat.categories
    assert awards[awards.amount > 2_000_000].amount.tolist() == [5_000_000]
    assert awards.date_start.dt.year.tolist() == [2031, 2031, 2031]
    assert load("parties", "0.2.0", store=store).represents.tolist() == [[]] * 6


def test_every_kind_of_condition_chooses_the_same_rows(store: Path) -> None:
    conditions = ["amount > 2000000", pc.field("amount") > 2000000.0, [("amount", ">", 2_000_000)]]
    found = [load("awards", "0.2.0", where=where, columns=["award_id"], store=store) for where in conditions]
    assert all(frame.equals(found[0]) and len(frame) == 1 for frame in found)
    for where in ("amount >", "nothing = 1", [("nothing", "==", 1)]):
        with pytest.raises(UsageError, match=r"cannot be applied.*\(awards\); expected a condition on award_id"):
            load("awards", "0.2.0", where=where, store=store)


def test_a_column_that_is_not_there_is_told_with_the_nearest(store: Path) -> None:
    with pytest.raises(UsageError, match=r"no column 'amont'.*did you mean 'amount'"):
        load("awards", "0.2.0", columns=["amont"], store=store)


def test_no_store_and_no_version_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no store"):
        load("quotes", "0.1.0", store=tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="a store without versions"):
        load("quotes", store=tmp_path / "empty")


def test_connect_gives_every_table_as_a_view(store: Path) -> None:
    with connect("0.2.0", store=store) as connection:
        paid = "SELECT name, sum(amount) FROM awards JOIN parties ON payer_party_id = party_id GROUP BY name"
        assert connection.sql(paid).fetchall() == [("Borel Mills", 9_000_000)]


def test_a_row_is_shown_in_the_sentence_that_says_it(store: Path) -> None:
    awards = load("awards", "0.2.0", where="amount > 2000000", store=store)
    for row in (awards.iloc[0], awards.iloc[0].to_dict(), awards.award_id.iloc[0], next(awards.itertuples())):
        found = source(row, "0.2.0", store=store)
        assert found.text == "$5 million"
        assert found.marked == "A jury in Millford ordered Borel Mills to pay ⟦$5 million⟧ to Ada Marsh on Tuesday."
    party = load("parties", "0.2.0", store=store).iloc[0]
    assert source(party, "0.2.0", store=store).text == party["name"]
    with pytest.raises(UsageError, match="no article or row 'quo_nothing'"):
        source("quo_nothing", "0.2.0", store=store)


def test_a_version_says_how_to_cite_it(store: Path) -> None:
    assert "(version 0.2.0) [data set]" in cite("0.2.0", store=store)


def test_an_id_that_lives_on_is_its_own(store: Path) -> None:
    case = load("cases", "0.1.0", store=store).case_id[0]
    assert resolve_id(case, "0.2.0", store=store) == case


def test_a_retracted_version_is_refused_and_never_chosen(store: Path) -> None:
    retract(store, "version", "0.2.0", "0.1.0")
    with pytest.raises(ReleaseError, match=r"0\.2\.0 was retracted on 2031-06-01: it was wrong.*use 0\.1\.0"):
        load("quotes", "0.2.0", store=store)
    assert len(load("quotes", "0.2.0", store=store, retracted="keep")) == 3
    assert len(load("quotes", "0.*", store=store)) == 2
    assert versions(store=store) == ["0.1.0", "0.2.0"]


def test_a_retracted_row_is_dropped_from_old_versions_too(store: Path) -> None:
    quote = load("quotes", "0.1.0", store=store).quote_id[0]
    retract(store, "row", quote)
    for version in versions(store=store):
        assert quote not in set(load("quotes", version, store=store).quote_id)
        assert quote in set(load("quotes", version, store=store, retracted="keep").quote_id)
        with pytest.raises(ReleaseError, match=f"quotes holds rows that were retracted.*{quote}"):
            load("quotes", version, store=store, retracted="error")
    assert len(load("awards", "0.1.0", store=store, retracted="error")) == 2
    with connect("0.1.0", store=store) as connection:
        assert connection.sql("SELECT count(*) FROM quotes").fetchall() == [(1,)]


def test_a_retracted_article_takes_along_what_only_it_tells(store: Path) -> None:
    retract(store, "article", "story-2")
    for table, rows in (("articles", 1), ("cases", 1), ("parties", 2), ("quotes", 1), ("awards", 1), ("mentions", 3)):
        assert len(load(table, "0.1.0", store=store)) == rows, table


def test_a_retracted_party_leaves_no_reference_behind(store: Path) -> None:
    party = load("awards", "0.1.0", store=store).payer_party_id[0]
    retract(store, "row", party)
    awards = load("awards", "0.1.0", store=store)
    assert (len(awards), int(awards.payer_party_id.isna().sum())) == (2, 1)
    assert party not in set(load("mentions", "0.1.0", store=store).record_id)
    assert load("awards", "0.1.0", where="payer_party_id IS NULL", store=store).shape[0] == 1


def test_a_cache_that_cannot_be_written_does_not_matter(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LEGALNEWS_CACHE", str(tmp_path / "file" / "cache"))
    assert len(load("quotes", "0.1.0", store=store)) == 2


def test_a_file_is_hashed_once_until_it_changes(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from legalnews_dataset.releases import cache

    hashed: list[Path] = []
    real = cache.file_sha256
    monkeypatch.setattr(cache, "file_sha256", lambda path: hashed.append(path) or real(path))
    for _ in range(3):
        load("quotes", "0.1.0", store=store)
    assert len(hashed) == 1
    path = store / "0.1.0" / "quotes.parquet"
    path.touch()
    load("quotes", "0.1.0", store=store)
    assert len(hashed) == 2


def test_loading_imports_no_extraction_and_no_validation(store: Path) -> None:
    code = (
        "import sys; from legalnews_dataset import load;"
        f"load('quotes', '0.1.0', store={str(store)!r}, backend='arrow'); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandera", "frictionless", "duckdb", "urllib.request", "legalnews_dataset.documents"} & set(loaded)


@pytest.mark.parametrize(("table", "version"), [(5, None), ("quotes", 0.1)])
def test_a_table_or_version_that_is_no_string_is_told(table: object, version: object) -> None:
    with pytest.raises(UsageError, match="is no string"):
        load(table, version)  # type: ignore[call-overload]
