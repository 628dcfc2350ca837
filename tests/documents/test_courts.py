"""Courts as newsrooms print them, and the ids that the text fixes: general knowledge of the judiciary."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalnews_dataset.documents.court_tables import (
    CIRCUIT_SEATS,
    SEATS,
    SELF_EVIDENT,
    STATES,
    bankruptcy_id,
    district_id,
    trial_courts,
)
from legalnews_dataset.documents.courts import find_courts


def printed(text: str) -> list[tuple[str, str | None]]:
    return [(text[c.start : c.end], c.court_id) for c in find_courts(text)]


@pytest.mark.parametrize(
    ("name", "court_id"),
    [
        ("U.S. District Court for the Southern District of Florida", "flsd"),
        ("U.S. District Court, Southern District of Florida", "flsd"),
        ("Southern District of Florida", "flsd"),
        ("U.S. District Court for Nebraska", "ned"),
        ("District of Massachusetts", "mad"),
        ("US district court in Manhattan", "nysd"),
        ("Manhattan federal court", "nysd"),
        ("federal court in Manhattan", "nysd"),
        ("Newport News, Va., federal court", "vaed"),
        ("federal court in Newark, N.J.", "njd"),
        ("federal court in Columbus, Georgia", "gamd"),
        ("federal court in Springfield, Ill.", "ilcd"),
        ("federal court in Springfield", None),
        ("federal court in Rhode Island", "rid"),
        ("federal court in Louisiana", None),
        ("U.S. District Court in New York", None),
        ("federal court in Washington", "dcd"),
        ("federal court in Tacoma, Washington", "wawd"),
        ("federal court in Washington state", None),
        ("federal court in San Francisco", "cand"),
        ("federal jury in Philadelphia", "paed"),
        ("federal grand jury in Norfolk, Va.", "vaed"),
        ("Brooklyn federal jury", "nyed"),
        ("U.S. District Judge Ada Quill in Detroit", "mied"),
        ("2nd U.S. Circuit Court of Appeals in Manhattan", "ca2"),
        ("U.S. Court of Appeals for the Ninth Circuit", "ca9"),
        ("U.S. Court of Appeals for the Federal Circuit", "cafc"),
        ("Court of Appeals for the District of Columbia", "cadc"),
        ("federal appeals court in Atlanta", "ca11"),
        ("ninth US circuit court of appeals", "ca9"),
        ("11th Circuit", "ca11"),
        ("U.S. Supreme Court", "scotus"),
        ("Texas Supreme Court", "tex"),
        ("Supreme Court of Ohio", "ohio"),
        ("California's highest court", "cal"),
        ("New York Court of Appeals", "ny"),
        ("District of Columbia Court of Appeals", "dc"),
        ("Texas Court of Appeals", "texapp"),
        ("First Court of Appeals in Texas", "texapp"),
        ("Texas Court of Criminal Appeals", "texcrimapp"),
        ("Florida's 4th District Court of Appeal", "fladistctapp4"),
        ("Texas state appeals court", None),
        ("U.S. Bankruptcy Court in Houston", "txsb"),
        ("Delaware bankruptcy court", "deb"),
        ("Houston bankruptcy judge", "txsb"),
        ("U.S. Tax Court", "tax"),
        ("US Court of Federal Claims", "uscfc"),
        ("Los Angeles Superior Court", "calsuppctla"),
        ("Hamilton County Common Pleas Court in Ohio", "ohctcomplhamilt"),
        ("Hamilton County Common Pleas Court", None),
        ("Manhattan Supreme Court", "nysupctnewyork"),
        ("New York Supreme Court", "nysupct"),
        ("New York state Supreme Court in Brooklyn", "nysupctkings"),
        ("Queens Criminal Court", "nycrimctqueens"),
        ("D.C. Superior Court", "supctdc"),
        ("Delaware Court of Chancery", "delch"),
        ("Supreme Court of the United States", "scotus"),
        ("U. S. District Court in Boston", "mad"),
        ("federal courthouse in Portland, Ore.", "ord"),
        ("federal appeals court in California", "ca9"),
        ("Court of Federal Claims", "uscfc"),
        ("District Court of the District of Columbia", "dcd"),
        ("District of Columbia's Court of Appeals", None),
        ("State Supreme Court in the Bronx", "nysupctbrnx"),
        ("Suffolk Superior Court in Boston", "masssuperctsuff"),
        ("Miami-Dade Circuit Court", "flacirct11mia"),
        ("Delaware's Court of Chancery", "delch"),
        ("Pennsylvania Commonwealth Court", "pacommwct"),
        ("federal court in Kansas City", None),
        ("Federal Court of Australia", None),
        ("Tokyo District Court", None),
        ("Foreign Intelligence Surveillance Court", "fisc"),
        ("Bronx criminal court", "nycrimctbronx"),
        ("Florida's Miami-Dade County Circuit Court", "flacirct11mia"),
        ("Old Bailey", None),
        ("Southwark Crown Court", None),
        ("Westminster Magistrates' Court", None),
        ("High Court in London", None),
        ("Spain's High Court", None),
        ("House of Lords", "houseoflordsuk"),
        ("Malawi's Constitutional Court", None),
    ],
)
def test_a_court_is_found_whole_and_its_id_read(name: str, court_id: str | None) -> None:
    assert printed(f"The claim was told to the {name} on Friday.") == [(name, court_id)]


@pytest.mark.parametrize(
    "text",
    [
        "In court on Friday, the court ruled that court papers were late.",
        "They courted voters on the tennis courts, Courtney said.",
        "Trump court filings were sealed.",
        "She lives in the District of Columbia.",
    ],
)
def test_what_names_no_court_is_none(text: str) -> None:
    assert printed(text) == []


def test_a_place_may_end_the_sentence() -> None:
    assert printed("He went to federal court in San Juan.") == [("federal court in San Juan", "prd")]
    assert printed("He left Boston’s federal court on Tuesday's federal court day.")[0][1] == "mad"


def test_a_courtroom_names_its_court() -> None:
    assert printed("He left a Manhattan federal courtroom.") == [("Manhattan federal court", "nysd")]


def test_the_district_of_a_prosecutor_is_told_from_a_court() -> None:
    text = (
        "U.S. Attorney Ada B. Quill Jr. of the Northern District of Texas spoke. Judge Bea Roe of the District of Idaho"
        " ruled. Assistant U.S. Attorney Cy Poe for the District of Columbia prosecuted."
    )
    found = [(c.court_id, c.level) for c in find_courts(text)]
    assert found == [("txnd", "office"), ("idd", "trial"), ("dcd", "office")]


def test_a_state_named_elsewhere_tells_places_of_one_name_apart() -> None:
    assert printed("She went to federal court in Springfield. Police in Peoria, Ill., said so.")[0][1] == "ilcd"
    assert printed("A Hamilton County Common Pleas Court jury sat. Ohio law is strict.")[0][1] == "ohctcomplhamilt"


def test_a_bare_supreme_court_is_that_of_the_country_told_of() -> None:
    assert printed("The Supreme Court agreed, and the FBI said Congress had known.") == [("Supreme Court", "scotus")]
    assert printed("The Supreme Court agreed, and MPs said Britain had known.") == [("Supreme Court", None)]


def test_every_id_of_the_tables_is_one_of_courts_db() -> None:
    from courts_db import courts

    known = {court["id"] for court in courts}
    ids = {district for districts in SEATS.values() for district in districts} | set(CIRCUIT_SEATS.values())
    for state in STATES.values():
        ids |= {state.supreme, state.appeals} - {""}
        districts = {district_id(state.name, "" if letter == "-" else letter) for letter in state.districts}
        assert None not in districts
        ids |= {str(district) for district in districts}
        ids |= {str(bankruptcy_id(district)) for district in districts}
    ids |= {court_id for found in trial_courts().values() for court_id in found.values()}
    assert ids <= known


def test_every_self_evident_city_has_a_court() -> None:
    assert set(SEATS) | {"Queens"} >= SELF_EVIDENT


WORDS = st.sampled_from(
    "the The U.S. federal district court Court Courts of Appeals for in Southern District Texas Springfield , . \n\n "
    "\ud800 Supreme County Circuit 9th judge jury 's House Lords Manhattan Va., N.Y. 😀".split(" ")
)


@given(st.lists(WORDS, max_size=30))
def test_spans_stand_in_order_and_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = find_courts(text)
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "federal court in Springfield ",
        "Supreme Court ",
        "court ",
        "Hamilton County Circuit Court, ",
        "A" * 99,
        " ",
        "Judge in U.S. ",
    ],
)
def test_a_long_text_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    before = time.process_time()
    find_courts(text)
    assert time.process_time() - before < 1.5
