"""The timeline of a case: what is one event, what stays two, what is shown as a conflict; on builds and versions."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from legalnews_dataset import timeline
from legalnews_dataset.cli import app
from legalnews_dataset.errors import UsageError
from legalnews_dataset.pipeline import build
from legalnews_dataset.records.timeline.telling import Telling
from legalnews_dataset.records.timeline.view import TimelineEvent, group_tellings
from legalnews_dataset.releases.release import release
from legalnews_dataset.releases.store import open_store

TEXTS = {
    "charged": (
        "2014-03-04",
        (
            "NEWARK, N.J. - Tobias Q. Wendemeyer was indicted on Feb. 27, 2014, for wire fraud, U.S. Attorney Helen "
            "Brackwater announced. A trial is scheduled for Jan. 12, 2015, in federal court in Newark."
        ),
    ),
    "sentenced": (
        "2015-01-22",
        (
            "NEWARK, N.J. - Tobias Q. Wendemeyer was sentenced on Jan. 20, 2015, to five years in prison for fraud, "
            "U.S. Attorney Helen Brackwater announced. Wendemeyer was indicted on Feb. 27, 2014."
        ),
    ),
    "released": (
        "2019-06-03",
        (
            "Tobias Q. Wendemeyer, who was sentenced on Jan. 21, 2015, to five years in prison for wire fraud in New "
            "Jersey, was indicted again on Thursday, officials said."
        ),
    ),
}


def telling(article: str, text: str, day: date | None = None, **said: object) -> Telling:
    """Make a telling of an event, a sentence of early 2015 if nothing else is said."""
    event: dict[str, object] = {
        "published_on": date(2015, 1, 22),
        "type": "sentence",
        "status": "occurred",
        "date_start": day,
        "date_end": day,
        "date_precision": "day" if day else "none",
        "actor": None,
        "actor_name": None,
        "people": frozenset(),
    }
    return Telling(f"eve_{article}_{text}", article, text=text, **(event | said))  # type: ignore[arg-type]


def told(*tellings: Telling) -> list[set[str]]:
    return [{telling.article_id for telling in event.tellings} for event in group_tellings(tellings)]


def test_one_step_on_one_day_is_one_event() -> None:
    day = date(2015, 1, 20)
    assert told(telling("a", "was sentenced to five years", day), telling("b", "her sentence", day)) == [{"a", "b"}]


def test_two_steps_of_one_article_stay_two() -> None:
    day = date(2015, 1, 20)
    assert told(telling("a", "was sentenced to five years", day), telling("a", "a sentence", day)) == [{"a"}, {"a"}]


def test_the_sentences_of_two_defendants_are_two_events() -> None:
    day, years = date(2015, 1, 20), "sentenced {} to five years"
    one = telling("a", years.format("Poe"), day, people=frozenset({"poe"}))
    assert len(told(one, telling("b", years.format("Roe"), day, people=frozenset({"roe"})))) == 2


def test_the_pleas_of_two_and_the_openings_of_two_trials_are_two_events() -> None:
    text = "pleaded guilty today to a federal hate crime"
    pleas = [telling(who, text, date(2016, 11, 9), type="plea", actor=who, actor_name=who) for who in "ab"]
    assert len(told(*pleas)) == 2
    text = "Opening statements are scheduled to begin in the trial"
    days = (date(2007, 5, 31), date(2008, 11, 10))
    assert len(told(*(telling(str(day), text, day, type="trial") for day in days))) == 2


def test_two_terms_of_years_are_two_sentences() -> None:
    text = "was sentenced to {} in state prison for the robbery"
    terms = [telling(term, text.format(term), date_precision="none") for term in ("nine years", "20 years")]
    assert len(told(*terms)) == 2
    assert len(told(terms[0], telling("b", text.format("nine years")))) == 1


def test_what_one_article_expects_and_another_reports_is_one_event_that_occurred() -> None:
    day = date(2015, 1, 20)
    ahead = telling("a", "sentencing is set", day, status="scheduled", published_on=date(2014, 12, 1))
    (event,) = group_tellings([ahead, telling("b", "was sentenced to five years", day)])
    assert (event.status, event.conflicts) == ("occurred", ())


def test_an_undated_report_fits_the_days_before_it_only() -> None:
    undated = telling("a", "was sentenced to five years in prison")
    near = telling("b", "was sentenced in January to five years", date(2015, 1, 20))
    assert told(undated, near) == [{"a", "b"}]
    assert len(told(undated, telling("b", "was sentenced for fraud", date(2016, 5, 2)))) == 2


def test_conflicts_are_shown() -> None:
    one = telling("a", "drove through the gate of a school", date(2014, 5, 2), type="conduct", status="alleged")
    other = telling(
        "b", "drove through the gate of a school", date(2014, 6, 2), type="conduct", actor="ent_1", actor_name="Bo Poe"
    )
    (event,) = group_tellings([one, other])
    assert event.conflicts == ("date", "status")
    (event,) = group_tellings([one, other, telling("c", other.text or "", type="conduct", actor="ent_2")])
    assert event.conflicts == ("date", "status", "actor")
    assert len(event.tellings) == 3


@st.composite
def many(draw: st.DrawFn) -> list[Telling]:
    """Draw tellings of a few events in a few articles."""
    texts = ("was sentenced", "was sentenced to five years for fraud", "the sentence for fraud of five years")
    days = st.sampled_from([None, date(2015, 1, 20), date(2015, 1, 21), date(2015, 9, 1)])
    return [
        telling(
            draw(st.sampled_from("abcd")),
            f"{draw(st.sampled_from(texts))} {number}",
            draw(days),
            actor=draw(st.sampled_from([None, "ent_1", "ent_2"])),
            status=draw(st.sampled_from(["occurred", "scheduled", "alleged"])),
        )
        for number in range(draw(st.integers(0, 9)))
    ]


@settings(max_examples=100, deadline=None)
@given(many(), st.randoms(use_true_random=False))
def test_every_telling_is_in_one_event_whatever_the_order(tellings: list[Telling], random: object) -> None:
    shuffled = tellings.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    events = group_tellings(tellings)
    assert group_tellings(shuffled) == events
    grouped = [telling.event_id for event in events for telling in event.tellings]
    assert sorted(grouped) == sorted(telling.event_id for telling in tellings)
    assert all(event.same_event_id == event.tellings[0].event_id for event in events)
    for event in events:
        assert len({telling.article_id for telling in event.tellings}) == len(event.tellings)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build three articles on one prosecution; return the folder and the case."""
    folder = tmp_path_factory.mktemp("timeline")
    rows = (json.dumps({"id": key, "published_on": day, "text": text}) for key, (day, text) in TEXTS.items())
    (folder / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    build([folder / "articles.jsonl"], folder / "out", workers=1)
    cases = pq.read_table(folder / "out" / "cases.parquet").to_pylist()
    assert len(cases) == 1
    return folder, cases[0]["case_id"]


def articles_of(event: TimelineEvent) -> set[str]:
    return {telling.article_id for telling in event.tellings}


def test_a_build_has_timelines(built: tuple[Path, str]) -> None:
    folder, case = built
    line = timeline(case, build=folder / "out")
    days = [event.date_start for event in line.events if event.date_start]
    assert days == sorted(days)
    indicted = next(event for event in line.events if event.date_start == date(2014, 2, 27))
    assert articles_of(indicted) >= {"charged", "sentenced"}
    sentenced = next(event for event in line.events if event.type == "sentence" and len(event.tellings) > 1)
    assert sentenced.conflicts == ("date",)


def test_a_version_has_the_same_timelines(built: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, case = built
    monkeypatch.setenv("LEGALNEWS_CACHE", str(folder / "cache"))
    release(folder / "out", open_store(folder / "store"))
    assert timeline(case, "0.1.0", store=folder / "store") == timeline(case, build=folder / "out")


def test_the_command_prints_and_gives_json(built: tuple[Path, str]) -> None:
    folder, case = built
    shown = CliRunner().invoke(app, ["timeline", case, "--in", str(folder / "out")])
    assert shown.exit_code == 0
    assert "told otherwise: date" in shown.output
    given = json.loads(CliRunner().invoke(app, ["timeline", case, "--in", str(folder / "out"), "--json"]).output)
    assert {"same_event_id", "conflicts", "tellings"} <= set(given["events"][0])


def test_a_case_that_is_not_there_is_wrong_use(built: tuple[Path, str]) -> None:
    with pytest.raises(UsageError, match="no such case"):
        timeline("cas_0", build=built[0] / "out")
    with pytest.raises(UsageError, match="no build there"):
        timeline("cas_0", build=built[0])
