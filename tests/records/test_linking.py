"""The same case and the same person over articles: what joins, what stays apart, and that order does not matter."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from legalnews_dataset.pipeline import build
from legalnews_dataset.records.linking.entities import Participation, link_entities
from legalnews_dataset.records.linking.name_keys import name_key, same_entity
from legalnews_dataset.records.linking.partition import partition
from legalnews_dataset.records.linking.sketch import docket_core
from legalnews_dataset.tables.validate import validate

CHARGED = (
    "NEWARK, N.J. - Tobias Q. Wendemeyer, 51, of Montclair, was indicted today on charges of wire fraud, U.S. Attorney "
    "Helen Brackwater announced. Wendemeyer is charged in the U.S. District Court for the District of New Jersey."
)
SENTENCED = (
    "NEWARK, N.J. - Tobias Q. Wendemeyer was sentenced to five years in prison today for wire fraud, U.S. Attorney "
    "Helen Brackwater announced. U.S. District Judge Ruth Okonjo sentenced Wendemeyer in the District of New Jersey."
)
NAMESAKE = (
    "PORTLAND, Ore. - Albert Wendemeyer pleaded guilty today to bank robbery, U.S. Attorney Carl Fenwick announced. "
    "Wendemeyer entered the plea in the U.S. District Court for the District of Oregon."
)
CIVIL_TWIN = (
    "The Securities and Exchange Commission sued Tobias Q. Wendemeyer on Monday in the U.S. District Court for the "
    "District of New Jersey, accusing him of defrauding investors."
)


def build_texts(folder: Path, texts: dict[str, tuple[str, str]]) -> dict[str, list[dict[str, object]]]:
    """Build articles given as id: (day, text), and return the tables."""
    folder.mkdir()
    rows = (json.dumps({"id": key, "published_on": day, "text": text}) for key, (day, text) in texts.items())
    (folder / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    build([folder / "articles.jsonl"], folder / "out")
    names = ("cases", "parties", "mentions", "links")
    return {name: pq.read_table(folder / "out" / f"{name}.parquet").to_pylist() for name in names}


def cases_of(tables: dict[str, list[dict[str, object]]], article: str) -> set[object]:
    return {
        row["record_id"]
        for row in tables["mentions"]
        if row["article_id"] == article and row["record_table"] == "cases"
    }


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, object]]]:
    texts = {
        "charged": ("2014-03-04", CHARGED),
        "sentenced": ("2015-01-20", SENTENCED),
        "namesake": ("2014-06-02", NAMESAKE),
        "twin": ("2014-03-05", CIVIL_TWIN),
    }
    return build_texts(tmp_path_factory.mktemp("linking") / "one", texts)


def test_one_prosecution_is_one_case_and_one_person(tables: dict[str, list[dict[str, object]]]) -> None:
    assert cases_of(tables, "charged") == cases_of(tables, "sentenced") != set()
    people = {row["entity_id"] for row in tables["parties"] if str(row["name"]).startswith("Tobias")}
    names = {row["name"] for row in tables["parties"] if row["case_id"] in cases_of(tables, "charged")}
    assert "Tobias Q. Wendemeyer" in names
    assert len(people & {row["entity_id"] for row in tables["parties"] if row["role"] == "defendant"}) >= 1
    assert len([row for row in tables["parties"] if row["name"] == "Helen Brackwater"]) == 1


def test_a_namesake_and_the_civil_twin_are_cases_of_their_own(tables: dict[str, list[dict[str, object]]]) -> None:
    assert not cases_of(tables, "namesake") & cases_of(tables, "charged")
    assert not cases_of(tables, "twin") & cases_of(tables, "charged")


def test_every_link_says_why(tables: dict[str, list[dict[str, object]]]) -> None:
    assert [(link["article_id"], link["other_article_id"]) for link in tables["links"]]
    assert all("wendemeyer" in str(link["reasons"]) for link in tables["links"])


def test_linked_tables_keep_the_contract(tmp_path: Path) -> None:
    build_texts(tmp_path / "one", {"a": ("2014-03-04", CHARGED), "b": ("2015-01-20", SENTENCED)})
    assert not validate(tmp_path / "one" / "out").failures


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    texts = {"a": ("2014-03-04", CHARGED), "b": ("2015-01-20", SENTENCED), "c": ("2014-06-02", NAMESAKE)}
    one = build_texts(tmp_path / "one", texts)
    assert build_texts(tmp_path / "two", dict(reversed(texts.items()))) == one


def test_another_article_does_not_rename_a_case_that_it_does_not_tell(tmp_path: Path) -> None:
    texts = {"a": ("2014-03-04", CHARGED), "b": ("2015-01-20", SENTENCED)}
    before = build_texts(tmp_path / "one", texts)
    after = build_texts(tmp_path / "two", texts | {"c": ("2014-06-02", NAMESAKE)})
    assert cases_of(before, "a") == cases_of(after, "a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Donald J. Marsh", "Donald Marsh", True),
        ("D. Marsh", "Donald Marsh", True),
        ("Daniel Marsh", "Donald Marsh", False),
        ("Ann Marie Poe", "Ann Poe", True),
        ("Ann Poe", "Ann Roe", False),
        ("Joseph Q. Poe", "Joseph Vito Poe", False),
    ],
)
def test_names_of_people(one: str, other: str, same: bool) -> None:
    assert same_entity(name_key(one, person=True), name_key(other, person=True)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norvale Foods Inc.", "Norvale Foods", True),
        ("Norvale", "Norvale Foods plc", True),
        ("Norvale Foods", "Norvale Steel", False),
        ("Coast Guard", "Coast Guard Sector Field Office", False),
        ("Police Department", "Police Department of Elmsford", False),
    ],
)
def test_names_of_bodies(one: str, other: str, same: bool) -> None:
    assert same_entity(name_key(one, person=False), name_key(other, person=False)) is same


SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FIRST_TRIAL = (
    "NEW YORK - A federal jury in Manhattan found on Tuesday that Donald Trump sexually abused the writer E. Jean "
    "Carroll in a department store in the 1990s and defamed her in 2022, and awarded her $5 million. Carroll had sued "
    "Trump under a New York law that lets adults sue over old assaults. Trump's lawyer, Joe Tacopina, said that his "
    "client would appeal. U.S. District Judge Lewis Kaplan presided over the trial."
)
SECOND_TRIAL = (
    "NEW YORK - A Manhattan jury on Friday ordered former president Donald Trump to pay E. Jean Carroll $83.3 million "
    "for defaming her in 2019, when he denied her account from the White House. The jury deliberated for less than "
    "three hours. Alina Habba, a lawyer for Trump, said that he would appeal the verdict. Judge Lewis Kaplan had ruled "
    "before the trial that Trump's statements of 2019 were defamatory."
)


def test_each_trial_of_the_seed_takes_in_the_article_on_it(tmp_path: Path) -> None:
    told = [("first", "2023-05-10", FIRST_TRIAL), ("second", "2024-01-26", SECOND_TRIAL)]
    rows = (json.dumps({"id": key, "published_on": day, "text": text}) for key, day, text in told)
    (tmp_path / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    build([SEED, tmp_path / "articles.jsonl"], tmp_path / "out", workers=1)
    tables = {"mentions": pq.read_table(tmp_path / "out" / "mentions.parquet").to_pylist()}
    seed, first, second = (cases_of(tables, article) for article in (SEED.stem, "first", "second"))
    assert len(seed) == 2
    assert len(first) == len(second) == 1
    assert first != second
    assert first | second == seed


def taking_part(name: str, case: str = "1", kind: str = "organization", court: str | None = None) -> Participation:
    role = "defendant" if kind == "organization" else "judge"
    return Participation(f"ent {case} {name}", case, name, kind, role, court)


def linked_entities(*taking: Participation) -> list[set[str]]:
    groups: dict[str, set[str]] = {}
    for entity, root in link_entities(taking).items():
        groups.setdefault(root, set()).add(entity.removeprefix("ent "))
    return sorted((group for group in groups.values() if len(group) > 1), key=sorted)


def test_a_company_is_neither_of_two_subsidiaries() -> None:
    foods, steel = taking_part("Norvale Foods Inc."), taking_part("Norvale Steel Inc.")
    assert linked_entities(foods, taking_part("Norvale")) == [{"1 Norvale", "1 Norvale Foods Inc."}]
    assert linked_entities(foods, taking_part("Norvale"), steel) == []


def test_a_name_alone_joins_no_people_over_cases() -> None:
    one, other = (taking_part("Ruth Okonjo", case, "person") for case in "12")
    assert linked_entities(one, other) == []
    here, there = (taking_part("Ruth Okonjo", case, "person", "njd") for case in "12")
    assert linked_entities(here, there) == [{"1 Ruth Okonjo", "2 Ruth Okonjo"}]
    assert linked_entities(here, taking_part("Ruth Okonjo", "2", "person", "nysd")) == []


def test_a_docket_number_has_one_core() -> None:
    spellings = ("1:09-cv-00118-ABC", "No. 09-CV-118", "Case No. 2:2009-cv-118")
    assert {docket_core(spelling) for spelling in spellings} == {"09cv118"}


def test_clusters_that_contradict_are_not_joined() -> None:
    root = partition("abc", [(1.0, 0, 1), (3.0, 1, 2)], lambda x, y: {x, y} == {"a", "c"})
    assert root == [0, 1, 1]
