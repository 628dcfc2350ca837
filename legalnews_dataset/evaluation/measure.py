"""Compare what was built with gold, article by article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legalnews_dataset.evaluation import causes
from legalnews_dataset.evaluation.gold import GoldArticle, GoldAward, GoldCase, GoldEvent, GoldParty, Span
from legalnews_dataset.evaluation.names import name_words, same_name
from legalnews_dataset.evaluation.pairing import best_pairs
from legalnews_dataset.evaluation.places import sentence_around, shared, told_in
from legalnews_dataset.evaluation.predicted import Predicted, Row
from legalnews_dataset.evaluation.tally import Measures, Mistake

Pairs = list[tuple[int, int]]
Shown = tuple[str, Span | None]

_SIDES = {"plaintiff": "a", "prosecutor": "a", "defendant": "b"}
_SAME_CASE = 0.34  # at least a third of the principal parties of two cases are the same
_COURT_BONUS = 0.2
_SAME_QUOTE = 0.7  # of the characters
_SAME_MONEY = 0.3  # of the characters
_SAME_AMOUNT = 0.005  # of the amount


@dataclass(frozen=True, slots=True)
class Story:
    """One article's gold and what was found in it, with the look-ups that every line needs."""

    gold: GoldArticle
    found: Predicted
    forms: dict[str, tuple[str, ...]]
    names: dict[str, str]
    keys: dict[str, str]

    def named(self, gold_name: str | None, name: str | None) -> bool:
        """Say whether a name is one of the forms in which the gold name is printed."""
        return any(same_name(form, name or "") for form in self.forms.get(gold_name or "", (gold_name or "",)))

    def is_party(self, key: str | None, party_id: str | None) -> bool:
        """Say whether a party that was found is the gold party of that key."""
        return self.named(self.keys.get(key or ""), self.names.get(party_id or ""))


def measure(gold: Iterable[GoldArticle], predicted: dict[str, Predicted]) -> Measures:
    """Compare the articles that gold has; others that were built count neither way.

    Args:
        gold: the annotated articles.
        predicted: the rows by article, as `read_predicted` gives them.

    Returns:
        The counts of every line, the mistakes, and which rows are right.

    """
    measures = Measures()
    for article in gold:
        found = predicted.get(article.article_id, Predicted())
        story = Story(
            article,
            found,
            {party.name: _forms(party) for party in article.parties},
            {row["party_id"]: row["name"] for row in found.parties},
            {party.key: party.name for party in article.parties},
        )
        _parties(story, measures)
        _parties_in_cases(story, _cases(story, measures), measures)
        _quotes(story, measures)
        _events(story, measures)
        _awards(story, measures)
        _grounding(story, measures)
    return measures


def _forms(party: GoldParty) -> tuple[str, ...]:
    """Return the printed forms that stand for a party: any of a body, of a person those of two words or more."""
    return (party.name, *(form for form in party.forms if party.kind != "person" or len(name_words(form)) > 1))


def _record_mistakes(
    story: Story,
    measures: Measures,
    line: str,
    pairs: Pairs,
    gold: Sequence[Shown],
    found: Sequence[Shown],
    missed: Callable[[int], str] = lambda _: "missed",
    spurious: Callable[[int], str] = lambda _: "spurious",
) -> None:
    """Note what was missed and what was found without being there, with the causes that the two functions tell."""
    have, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    article_id = story.gold.article_id
    measures.mistakes += [
        Mistake(article_id, line, missed(i), what, "", span) for i, (what, span) in enumerate(gold) if i not in have
    ]
    measures.mistakes += [
        Mistake(article_id, line, spurious(j), "", what, span) for j, (what, span) in enumerate(found) if j not in hit
    ]


def _parties(story: Story, measures: Measures) -> None:
    gold_names, names = [p.name for p in story.gold.parties], sorted({r["name"] for r in story.found.parties})
    pairs = best_pairs(gold_names, names, lambda a, b: 2.0 if a == b else float(story.named(a, b)))
    measures.count("party names", len(pairs), len(gold_names), len(names))
    _record_mistakes(story, measures, "party names", pairs, _show(gold_names), _show(names))

    gold_roles = sorted({(p.name, role) for p in story.gold.parties for _, role in p.roles})
    roles = sorted({(r["name"], r["role"]) for r in story.found.parties})
    pairs = best_pairs(gold_roles, roles, lambda a, b: float(a[1] == b[1] and story.named(a[0], b[0])))
    measures.count("parties", len(pairs), len(gold_roles), len(roles))
    _record_mistakes(
        story,
        measures,
        "parties",
        pairs,
        _show(map(" as ".join, gold_roles)),
        _show(map(" as ".join, roles)),
        lambda i: causes.missed_role(gold_roles[i], roles, story.named),
        lambda j: causes.spurious_role(roles[j], gold_roles, story.named),
    )
    right = {roles[j] for _, j in pairs}
    for row in story.found.parties:
        measures.right["parties"][row["party_id"]] = (row["name"], row["role"]) in right


def _show(names: Iterable[str]) -> list[Shown]:
    return [(name, None) for name in names]


def _cases(story: Story, measures: Measures) -> dict[str, str]:
    """Count the cases and return which gold case each found case is."""
    principals = {
        case.key: [(p.name, _SIDES[r]) for p in story.gold.parties for c, r in p.roles if c == case.key and r in _SIDES]
        for case in story.gold.cases
    }
    sides = {
        case["case_id"]: [
            (p["name"], _SIDES[p["role"]])
            for p in story.found.parties
            if p["case_id"] == case["case_id"] and p["role"] in _SIDES
        ]
        for case in story.found.cases
    }

    def likeness(case: GoldCase, row: Row) -> float:
        if case.kind != row["kind"]:
            return 0.0
        ours, theirs = principals[case.key], sides[row["case_id"]]
        hits = len(best_pairs(ours, theirs, lambda a, b: float(a[1] == b[1] and story.named(a[0], b[0]))))
        union = len(ours) + len(theirs) - hits
        like = hits / union if union else 0.0
        if same_name(case.name.replace(" v. ", " "), row["name"].replace(" v. ", " ")):
            like += 1.0
        if like and case.court_id and case.court_id == row["court_id"]:
            like += _COURT_BONUS
        return like if like >= _SAME_CASE else 0.0

    gold, found = story.gold.cases, story.found.cases
    pairs = best_pairs(gold, found, likeness)
    measures.count("cases", len(pairs), len(gold), len(found))
    ours = [(case, principals[case.key]) for case in gold]
    theirs = [(row, sides[row["case_id"]]) for row in found]
    _record_mistakes(
        story,
        measures,
        "cases",
        pairs,
        _show(c.name for c in gold),
        _show(row["name"] for row in found),
        lambda i: causes.missed_case(*ours[i], theirs, story.named),
        lambda j: causes.spurious_case(*theirs[j], ours, story.named),
    )
    hits = {j for _, j in pairs}
    for j, row in enumerate(found):
        measures.right["cases"][row["case_id"]] = j in hits
    known = [(i, j) for i, j in pairs if gold[i].court_id]
    right = sum(gold[i].court_id == found[j]["court_id"] for i, j in known)
    measures.count("courts", right, len(known), sum(found[j]["court_id"] is not None for _, j in pairs))
    return {found[j]["case_id"]: gold[i].key for i, j in pairs}


def _parties_in_cases(story: Story, case_of: dict[str, str], measures: Measures) -> None:
    gold = sorted({(p.name, role, case) for p in story.gold.parties for case, role in p.roles})
    found = sorted({(r["name"], r["role"], case_of.get(r["case_id"], "?")) for r in story.found.parties})
    pairs = best_pairs(gold, found, lambda a, b: float(a[1:] == b[1:] and story.named(a[0], b[0])))
    measures.count("parties in cases", len(pairs), len(gold), len(found))


def _quotes(story: Story, measures: Measures) -> None:
    gold, found = story.gold.quotes, story.found.quotes

    def overlap(one: Span, other: Span) -> float:
        return value if (value := shared(one, other)) >= _SAME_QUOTE else 0.0

    pairs = best_pairs([q.span for q in gold], [(r["start"], r["end"]) for r in found], overlap)
    measures.count("quote spans", len(pairs), len(gold), len(found))

    def same_speaker(wanted: str | None, speaker: str | None) -> bool:
        return wanted is speaker is None or (wanted is not None and story.named(wanted, speaker))

    good = {(i, j) for i, j in pairs if same_speaker(gold[i].speaker, found[j]["speaker"])}
    measures.count("quotes", len(good), len(gold), len(found))
    named = sum(gold[i].speaker is not None and found[j]["speaker"] is not None for i, j in good)
    measures.count(
        "speakers given",
        named,
        sum(q.speaker is not None for q in gold),
        sum(r["speaker"] is not None for r in found),
    )
    _record_mistakes(
        story, measures, "quotes", pairs, [("", q.span) for q in gold], [("", (r["start"], r["end"])) for r in found]
    )
    for i, j in pairs:
        if (i, j) not in good:
            wanted, said = gold[i].speaker or "nobody", found[j]["speaker"] or "nobody"
            measures.mistakes.append(Mistake(story.gold.article_id, "quotes", "speaker", wanted, said, gold[i].span))
    right = {found[j]["quote_id"] for _, j in good}
    measures.right["quotes"].update({r["quote_id"]: r["quote_id"] in right for r in found})


def _events(story: Story, measures: Measures) -> None:
    text, gold, found = story.gold.text, story.gold.events, story.found.events
    sentences = {id(event): tuple(sentence_around(text, *place) for place in event.places) for event in gold}

    def likeness(event: GoldEvent, row: Row) -> float:
        if event.type != row["type"] or not told_in(sentences[id(event)], row["start"], row["end"]):
            return 0.0
        return 2.0 if event.start == row["date_start"] else 1.0

    pairs = best_pairs(gold, found, likeness)
    measures.count("event types", len(pairs), len(gold), len(found))
    dated = {(i, j) for i, j in pairs if _same_interval(gold[i], found[j])}
    measures.count("events", len(dated), len(gold), len(found))
    measures.count(
        "event dates given",
        sum(gold[i].start is not None for i, _ in dated),
        sum(event.start is not None for event in gold),
        sum(row["date_start"] is not None for row in found),
    )
    status = sum(gold[i].status == found[j]["status"] for i, j in pairs)
    measures.count("event status", status, len(pairs), len(pairs))
    acted = [(i, j) for i, j in pairs if gold[i].actor]
    measures.count(
        "event actors",
        sum(story.is_party(gold[i].actor, found[j]["actor_party_id"]) for i, j in acted),
        len(acted),
        sum(found[j]["actor_party_id"] is not None for _, j in pairs),
    )
    _record_mistakes(
        story,
        measures,
        "events",
        pairs,
        [(event.type, event.places[0]) for event in gold],
        [(row["type"], (row["start"], row["end"])) for row in found],
        lambda i: causes.missed_event(gold[i], sentences[id(gold[i])], found, {j for _, j in pairs}),
        lambda j: causes.spurious_event(found[j], [(e, sentences[id(e)]) for e in gold], {i for i, _ in pairs}),
    )
    for i, j in pairs:
        if (i, j) not in dated:
            wanted, given = (
                f"{start or ''}/{end or ''}" for start, end in (_interval(gold[i]), _row_interval(found[j]))
            )
            span = (found[j]["start"], found[j]["end"])
            measures.mistakes.append(Mistake(story.gold.article_id, "events", "date", wanted, given, span))
    right = {found[j]["event_id"] for _, j in dated}
    measures.right["events"].update({r["event_id"]: r["event_id"] in right for r in found})


def _interval(item: GoldEvent | GoldAward) -> tuple[date | None, date | None]:
    return item.start, item.end


def _row_interval(row: Row) -> tuple[Any, Any]:
    return row["date_start"], row["date_end"]


def _same_interval(item: GoldEvent | GoldAward, row: Row) -> bool:
    return _interval(item) == _row_interval(row)


def _awards(story: Story, measures: Measures) -> None:
    gold, found = story.gold.awards, story.found.awards

    def likeness(award: GoldAward, row: Row) -> float:
        if award.currency != row["currency"] or abs(float(row["amount"]) - award.amount) > _SAME_AMOUNT * award.amount:
            return 0.0
        if all(shared((row["start"], row["end"]), place) < _SAME_MONEY for place in award.places):
            return 0.0
        return 2.0 if award.kind == row["kind"] else 1.0

    pairs = best_pairs(gold, found, likeness)
    measures.count("award amounts", len(pairs), len(gold), len(found))
    full = {(i, j) for i, j in pairs if (gold[i].kind, gold[i].status) == (found[j]["kind"], found[j]["status"])}
    measures.count("awards", len(full), len(gold), len(found))
    measures.count("award dates", sum(_same_interval(gold[i], found[j]) for i, j in pairs), len(pairs), len(pairs))
    decided = sum(gold[i].decided_by == found[j]["decided_by"] for i, j in pairs)
    measures.count("award deciders", decided, len(pairs), len(pairs))
    flows = [(key, found[j][column]) for i, j in pairs for key, column in _flows(gold[i])]
    measures.count(
        "award parties",
        sum(story.is_party(key, party_id) for key, party_id in flows if key),
        sum(key is not None for key, _ in flows),
        sum(party_id is not None for _, party_id in flows),
    )
    _record_mistakes(
        story,
        measures,
        "awards",
        pairs,
        [(f"{award.kind} {award.status}", award.places[0]) for award in gold],
        [(f"{row['kind']} {row['status']}", (row["start"], row["end"])) for row in found],
    )
    for i, j in pairs:
        if (i, j) not in full:
            wanted, given = f"{gold[i].kind} {gold[i].status}", f"{found[j]['kind']} {found[j]['status']}"
            span = (found[j]["start"], found[j]["end"])
            measures.mistakes.append(Mistake(story.gold.article_id, "awards", "kind or status", wanted, given, span))
    right = {found[j]["award_id"] for _, j in full}
    measures.right["awards"].update({r["award_id"]: r["award_id"] in right for r in found})


def _flows(award: GoldAward) -> tuple[tuple[str | None, str], ...]:
    return (award.payer, "payer_party_id"), (award.payee, "payee_party_id")


def _grounding(story: Story, measures: Measures) -> None:
    for rows in (story.found.events, story.found.quotes, story.found.awards):
        sliced = sum(r["text"] is None or story.gold.text[r["start"] : r["end"]] == r["text"] for r in rows)
        measures.count("grounding", sliced, len(rows), len(rows))
