"""Which sketches of cases are one case (spellings, co-defendants, debtors, public plaintiffs), in whatever order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legalnews_dataset.records.linking.candidates import WINDOW, candidate_pairs
from legalnews_dataset.records.linking.likeness import JOIN, compare, count_names
from legalnews_dataset.records.linking.link import link_sketches
from legalnews_dataset.records.linking.name_keys import NameKey, name_key
from legalnews_dataset.records.linking.sketch import Sketch
from legalnews_dataset.records.linking.story import story_likeness, story_words


def person(name: str) -> NameKey:
    return name_key(name, person=True)


def body(name: str) -> NameKey:
    return name_key(name, person=False)


def sketch(
    case: str,
    article: str,
    defendants: tuple[NameKey, ...],
    *,
    day: date | None = date(2014, 3, 4),
    kind: str = "criminal",
    court: str | None = None,
    plaintiffs: tuple[NameKey, ...] = (),
    public: bool = False,
    insolvency: bool = False,
    docket: str | None = None,
    officials: tuple[NameKey, ...] = (),
    others: tuple[NameKey, ...] = (),
    days: frozenset[tuple[str, date]] = frozenset(),
    text: str = "",
    late: frozenset[NameKey] = frozenset(),
) -> Sketch:
    """Make a sketch of a case, a prosecution of early 2014 if nothing else is said."""
    return Sketch(
        case_id=case,
        article_id=article,
        published_on=day,
        kind=kind,
        court_id=court,
        docket=docket,
        insolvency=insolvency,
        public=public,
        plaintiffs=plaintiffs,
        defendants=defendants,
        officials=officials,
        others=others,
        amounts=frozenset(),
        days=days,
        story=story_words(text),
        late=late,
    )


def linked(*sketches: Sketch) -> list[set[str]]:
    """Return the cases that are one, as sets of ids, single ones left out."""
    root, _ = link_sketches(sorted(sketches, key=lambda s: s.case_id))
    clusters: dict[str, set[str]] = {}
    for case, first in root.items():
        clusters.setdefault(first, set()).add(case)
    return sorted((cluster for cluster in clusters.values() if len(cluster) > 1), key=sorted)


def test_a_surname_in_two_spellings_is_one_defendant() -> None:
    one, other = person("Omar Rashidov"), person("Omar Rashedov")
    assert linked(sketch("1", "a", (one,)), sketch("2", "b", (other,))) == [{"1", "2"}]
    assert linked(sketch("1", "a", (one,)), sketch("2", "a", (other,))) == [{"1", "2"}]


def test_co_defendants_told_one_by_one_join_what_is_told_of_both() -> None:
    one, other = person("Tobias Wendemeyer"), person("Lena Quastel")
    cases = [sketch("1", "a", (one,)), sketch("2", "a", (other,)), sketch("3", "b", (one, other))]
    assert linked(*cases) == [{"1", "2", "3"}]


def test_two_cases_of_one_defendant_in_one_article_stay_two() -> None:
    one = person("Tobias Wendemeyer")
    cases = [sketch("1", "a", (one,)), sketch("2", "a", (one,)), sketch("3", "b", (one,))]
    assert all(len(cluster) == 2 for cluster in linked(*cases))


def test_a_debtor_has_one_insolvency() -> None:
    debtor, later = (body("Norvale Inc."),), date(2014, 9, 1)
    one = sketch("1", "a", (), plaintiffs=debtor, kind="other", insolvency=True)
    assert linked(one, sketch("2", "b", (), plaintiffs=debtor, kind="other", insolvency=True, day=later))
    assert not linked(one, sketch("2", "b", (), plaintiffs=debtor, kind="other", day=later))


def test_the_government_is_no_other_opponent_under_another_name_but_a_private_plaintiff_is() -> None:
    suit = sketch("1", "a", (body("Norvale Inc."),), kind="civil", public=True)
    assert linked(suit, sketch("2", "b", (body("Norvale Inc."),), kind="civil", public=True))
    private = sketch("2", "b", (body("Norvale Inc."),), kind="civil", plaintiffs=(person("Lena Quastel"),))
    assert not linked(suit, private)


def test_suits_without_a_common_party_are_not_joined_by_a_third() -> None:
    lumped = sketch("1", "a", (body("Norvale Foods"), body("Quastel Steel")), kind="civil", public=True)
    one = sketch("2", "b", (body("Norvale Foods"),), kind="civil", public=True)
    other = sketch("3", "c", (body("Quastel Steel"),), kind="civil", public=True)
    assert [len(cluster) for cluster in linked(lumped, one, other)] == [2]


BARN = "John Smith, a farmer, burned down the barn of a neighbour in Millford after a quarrel over a goat."
BARN_AGAIN = "The Millford farmer who burned the barn of a neighbour over a goat, John Smith, begged for mercy."
SHOP = "John Smith, a grocer of Elmsford, sold spoiled oysters under a forged label and bribed the inspector."


def test_a_frequent_name_joins_what_is_told_in_the_same_words() -> None:
    one, name = person("John Smith"), (person("John Smith"),)
    burnt = sketch("1", "a", name, day=None, text=BARN)
    assert one in burnt.defendants
    assert linked(burnt, sketch("2", "b", name, day=None, text=BARN_AGAIN))
    assert not linked(burnt, sketch("2", "b", name, day=None, text=SHOP))
    assert not linked(sketch("1", "a", name, day=None), sketch("2", "b", name, day=None))


def test_the_likeness_of_stories_goes_both_ways() -> None:
    one, other = story_words(BARN), story_words(BARN_AGAIN)
    assert story_likeness(one, other) == story_likeness(other, one) > story_likeness(one, story_words(SHOP))
    assert story_likeness(one, story_words("")) == 0.0
    assert story_likeness(one, one) <= 1.0


def test_whom_a_story_names_late_needs_a_second_sign() -> None:
    name, many = (person("Tobias Wendemeyer"),), {"day": None, "court": "nysd"}
    late = frozenset(name)
    assert not linked(sketch("1", "a", name, day=None, late=late), sketch("2", "b", name, day=None))
    assert linked(sketch("1", "a", name, late=late, **many), sketch("2", "b", name, **many))


def test_a_suit_that_is_tried_after_the_verdict_is_another() -> None:
    sides = {"kind": "civil", "plaintiffs": (person("Ann Quastel"),), "day": None}
    name = (person("Tobias Wendemeyer"),)
    decided = sketch("1", "a", name, days=frozenset({("verdict", date(2013, 5, 9))}), **sides)
    assert linked(decided, sketch("2", "b", name, days=frozenset({("ruling", date(2014, 1, 26))}), **sides))
    assert not linked(decided, sketch("2", "b", name, days=frozenset({("trial", date(2014, 1, 26))}), **sides))


def test_a_kind_that_nothing_is_known_of_may_be_a_prosecution() -> None:
    name, court = (person("Tobias Wendemeyer"),), "nysd"
    charged = sketch("1", "a", name, court=court)
    assert linked(charged, sketch("2", "b", name, kind="civil", court=court))
    assert not linked(charged, sketch("2", "b", name, kind="civil", court=court, public=True))
    assert not linked(charged, sketch("2", "b", name, kind="civil", court=court, plaintiffs=(person("Ann Poe"),)))


def test_a_company_and_its_subsidiary_are_no_two_parties_in_common() -> None:
    family = (body("Norvale Inc."), body("Norvale Foods Inc."))
    one = sketch("1", "a", family, kind="civil", public=True, day=None)
    assert not linked(one, sketch("2", "b", family, kind="civil", public=True, day=None))


def test_the_rest_of_a_name_is_no_surname() -> None:
    rest = (person("Quastel N.V."),)
    assert not linked(sketch("1", "a", rest), sketch("2", "b", rest))


def test_a_victim_in_common_outweighs_the_years() -> None:
    early = sketch("1", "a", (person("Albert Hollis"),), others=(person("Ann Quastel"),))
    late = sketch("2", "b", (person("Albert Hollis"),), others=(person("Ann Quastel"),), day=date(2023, 1, 1))
    assert linked(early, late)
    assert not linked(early, sketch("2", "b", (person("Albert Hollis"),), day=date(2023, 1, 1)))


def test_one_docket_number_joins_and_two_keep_apart() -> None:
    many = {"officials": (person("Helen Brackwater"),), "others": (person("Ann Quastel"),), "court": "nysd"}
    one = sketch("1", "a", (person("Bo Wendemeyer"),), docket="14cv1", **many)
    assert linked(one, sketch("2", "b", (person("Lena Rashidov"),), docket="14cv1", **many))
    assert not linked(one, sketch("2", "b", (person("Bo Wendemeyer"),), docket="14cv2", **many))
    assert not linked(one, sketch("2", "b", (person("Lena Rashidov"),), docket="14cv2", **many))


NAMES = [person(name) for name in ("Ann Quastel", "Ann Quastell", "Bo Wendemeyer", "John Smith", "Lena Rashidov")]


@st.composite
def many(draw: st.DrawFn) -> list[Sketch]:
    """Draw cases of a few names in a few articles."""
    count = draw(st.integers(1, 12))
    return [
        sketch(
            f"{number:02}",
            draw(st.sampled_from("abcdef")),
            tuple(
                sorted(draw(st.sets(st.sampled_from(NAMES), min_size=1, max_size=3)), key=lambda n: (n.last, n.given))
            ),
            day=draw(st.sampled_from([None, date(2014, 3, 4), date(2016, 3, 4)])),
            court=draw(st.sampled_from([None, "nysd", "njd"])),
            docket=draw(st.sampled_from([None, None, "14cv1", "14cv2"])),
            officials=tuple(draw(st.sets(st.sampled_from(NAMES[:2]), max_size=1))),
            others=tuple(draw(st.sets(st.sampled_from(NAMES[2:4]), max_size=1))),
        )
        for number in range(count)
    ]


@settings(max_examples=150, deadline=None)
@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_change_the_partition(cases: list[Sketch], random: object) -> None:
    shuffled = cases.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_sketches(shuffled)[0] == link_sketches(cases)[0]


@settings(max_examples=50, deadline=None)
@given(many())
def test_every_member_is_joined_by_evidence_to_another(cases: list[Sketch]) -> None:
    root, links = link_sketches(cases)
    for case, first in root.items():
        members = {other for other, its in root.items() if its == first}
        assert len(members) == 1 or any(case in (one, other) for one, other in links)


def test_what_is_compared_grows_with_the_number_of_cases() -> None:
    def of_size(count: int) -> int:
        start, name = date(2000, 1, 1), (person("John Smith"),)
        cases = [sketch(f"{n:05}", f"a{n}", name, day=start + timedelta(days=n)) for n in range(count)]
        return len(list(candidate_pairs(cases)))

    assert of_size(2000) <= 2000 * WINDOW
    assert of_size(2000) / of_size(500) < 4.5


def test_an_official_of_many_cases_says_nothing() -> None:
    prosecutor = (person("Helen Brackwater"),)
    crowd = [sketch(f"9{n}", f"z{n}", (person(f"P{n} Nobody{n}"),), officials=prosecutor) for n in range(40)]
    one = sketch("1", "a", (person("John Smith"),), officials=prosecutor, day=None)
    other = sketch("2", "b", (person("John Smith"),), officials=prosecutor, day=None)
    few, fame = count_names([one, other]), count_names([one, other, *crowd])
    assert compare(one, other, few).points > compare(one, other, fame).points
    assert compare(one, other, fame).points < JOIN
