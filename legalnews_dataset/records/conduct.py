"""Read what each name does in or before a court from verbs: testifies, prosecutes, investigates, is killed."""

from __future__ import annotations

from collections.abc import Callable

from legalnews_dataset.records.clauses import Clauses
from legalnews_dataset.records.legal_words import (
    BODIES,
    REPORTING,
    TALK_TO_COURT,
)
from legalnews_dataset.records.named_kinds import is_court
from legalnews_dataset.records.signs import Signs, is_law_office, is_title


def _people(c: Clauses, found: list[int], signs: list[Signs], sign: str, weight: float, rule: str) -> None:
    for e in found:
        if c.kinds[e] == "person":
            signs[e].add(sign, weight, rule)


def _testifies(c: Clauses, i: int, signs: list[Signs]) -> None:
    _people(c, c.subjects(i), signs, "witness", 1.0, "testified")


def _evidence(c: Clauses, i: int, signs: list[Signs]) -> None:
    start, end = c.span(i)
    if c.lower[i - 1] in ("gave", "give", "giving", "gives"):
        _people(c, c.subjects(i - 1), signs, "witness", 1.0, "gave evidence")
    elif c.lower[i - 1] == "in" and c.lower[i - 2] in REPORTING:
        _people(c, c.subjects(i - 2), signs, "witness", 1.0, "said in evidence")
    if i - start < 2 and c.lower[start] in ("giving", "in"):  # `Giving evidence on Monday, Roe said`
        verb = next((k for k in range(i + 1, min(end, i + 20)) if c.lower[k] in REPORTING), 0)
        _people(c, c.subjects(verb) if verb else [], signs, "witness", 1.0, "said in evidence")


def _told(c: Clauses, i: int, signs: list[Signs]) -> None:
    if any(x in TALK_TO_COURT for x in c.lower[i + 1 : i + 4]):
        before = c.lower[max(0, i - 12) : i]
        sign = "prosecutor" if "prosecution" in before and "opening" in before else "witness"
        _people(c, c.subjects(i) or _quoted(c, i), signs, sign, 0.7, "told the court")


def _quoted(c: Clauses, i: int) -> list[int]:
    """Return whom the pronoun stands for in `"I ran," she told the court`: whom the last sentences tell of."""
    pronoun, start = c.lower[i - 1], c.span(i)[0]
    if pronoun not in ("he", "she"):
        return []
    found = c.referent(start, start, "person")
    gender = "f" if pronoun == "she" else "m"
    return found if found and c.document.entities[found[0]].gender in (gender, None) else []


def _stand(c: Clauses, i: int, signs: list[Signs]) -> None:
    if "took" in c.lower[max(0, i - 4) : i]:
        _people(c, c.subjects(i - 3), signs, "witness", 0.9, "took the stand")


def _affidavit(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `an affidavit sworn by X`, `in an affidavit, X said`, `X said in an affidavit`."""
    start, end = c.span(i)
    if c.lower[i + 2 : i + 3] == ["by"]:
        _people(c, c.objects(i + 2, 6), signs, "witness", 0.9, "swears an affidavit")
        return
    before = c.lower[max(start, i - 5) : i]
    if "in" not in before:
        return
    verb = next((k for k in range(i - 1, max(start, i - 8), -1) if c.lower[k] in REPORTING), 0)
    verb = verb or next((k for k in range(i + 1, min(end, i + 24)) if c.lower[k] in REPORTING), 0)
    _people(c, c.subjects(verb) if verb else [], signs, "witness", 0.9, "swears an affidavit")


def _is_witness(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `the key witness was X`, `X is appearing as a prosecution witness`, `the first witness, reporter X`."""
    named = c.objects(i + 1, 4) if c.lower[i + 1 : i + 2] == [","] and c.lower[i - 1] in _WITNESS_WORDS else []
    _people(c, named[:1], signs, "witness", 0.9, "the witness is X")
    if c.lower[i + 1 : i + 2] in (["was"], ["is"]):
        _people(c, c.objects(i + 1, 4), signs, "witness", 0.9, "the witness is X")
    for k in range(i - 1, max(c.span(i)[0], i - 9), -1):
        if c.lower[k] in ("is", "was") and {"prosecution", "government", "star", "key"}.intersection(c.lower[k:i]):
            _people(c, c.subjects(k + 1), signs, "witness", 0.9, "is a witness")
            return
        if c.lower[k] == "as" and k > i - 5:
            _people(c, c.subjects(k - 1), signs, "witness", 0.9, "as a witness")
            return


_WITNESS_WORDS = frozenset("first second last final next star key main only another expert prosecution defense".split())


def _brief(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `X filed a brief in support of Y`: a friend of the court."""
    for k in range(i - 1, max(c.span(i)[0], i - 8), -1):
        if c.lower[k] in ("filed", "files", "submitted", "file"):
            if {"support", "supporting", "friend", "amicus", "friends"}.intersection(c.lower[k : i + 4]):
                for e in c.subjects(k):
                    signs[e].add("friend", 1.0, "friend of the court")
            return


def _bench(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `a panel of judges comprising X, Y and Z`."""
    for k in range(i + 1, min(c.span(i)[1], i + 6)):
        if c.lower[k] in ("comprising", "comprised", "included", "include", "including", "are", "were"):
            _people(c, c.objects(k, 4), signs, "judge", 0.9, "judges are X")
            return


def _represented(c: Clauses, i: int, signs: list[Signs]) -> None:
    if c.lower[i + 1 : i + 2] == ["by"]:
        clients = c.subjects(i)
        by_body = not clients and not BODIES.isdisjoint(c.lower[max(c.span(i)[0], i - 4) : i])
        for e in c.objects(i + 1, 14):
            signs[e].add("lawyer", 1.0, "represented by")
            if by_body:
                signs[e].side = "defense"
            signs[e].clients.extend(x for x in clients if x not in signs[e].clients)


def _client(c: Clauses, i: int, signs: list[Signs]) -> None:
    """Read `Roe said his client was innocent`: who speaks of a client is a lawyer."""
    if c.lower[i - 1] in ("his", "her") and not c.in_quotes(i):
        verb = next((k for k in range(i - 2, max(c.span(i)[0], i - 9), -1) if c.lower[k] in REPORTING), 0)
        for e in c.subjects(verb) if verb else ():
            if c.kinds[e] == "person":
                signs[e].add("lawyer", 1.0, "speaks of a client")


def read_speakers(c: Clauses, signs: list[Signs]) -> None:
    """Add who is quoted, and that who says `my client` is a lawyer."""
    text = c.document.article.text
    for quote in c.document.quotes:
        speaker = quote.speaker_entity
        if speaker is None or c.kinds[speaker] != "person":
            continue
        signs[speaker].strength["speaks"] = 1.0
        if "my client" in text[quote.start : quote.end].lower():
            signs[speaker].add("lawyer", 1.0, "speaks of a client")


def _announced(c: Clauses, i: int, signs: list[Signs]) -> None:
    for e in c.subjects(i):
        if c.kinds[e] == "government":
            signs[e].add("announces", 0.6, "announced")


def _prosecutors(c: Clauses, i: int, signs: list[Signs]) -> None:
    lower = c.lower
    start, end = c.span(i)
    if "by" in lower[i + 1 : min(end, i + 4)]:
        for k in range(i + 1, end):
            m = c.mention_at[k]
            if m >= 0 and c.first[m] == k:
                e = c.entity_at[k]
                office = is_law_office(c.document.entities[e].name) and c.head(m)[2] not in ("of", "for", "in")
                office = office and not is_title(c.lower[c.last[m] + 1 : c.last[m] + 4])
                if c.kinds[e] == "person" or office:
                    signs[e].add("prosecutor", 0.9, "prosecuted by")
            if lower[k].startswith("investigat"):
                break
    elif any(w in ("case", "cases", "matter") for w in lower[i + 1 : min(end, i + 5)]):
        for k in range(start, i):
            e = c.entity_at[k]
            if e >= 0 and c.kinds[e] == "person" and not c.governed(c.mention_at[k]):
                signs[e].add("prosecutor", 0.6, "prosecutes the case")


def _investigators(c: Clauses, i: int, signs: list[Signs]) -> None:
    start, end = c.span(i)
    for k in range(start, end):
        e = c.entity_at[k]
        named = e >= 0 and c.kinds[e] == "government" and c.first[c.mention_at[k]] == k
        if named and not is_court(c.document.entities[e].name):
            signs[e].add("investigator", 0.5, "investigates")


Reader = Callable[[Clauses, int, list[Signs]], None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(("testified", "testify", "testifying", "testifies"), _testifies),
    "brief": _brief,
    "witness": _is_witness,
    **dict.fromkeys(("affidavit", "deposition"), _affidavit),
    "evidence": _evidence,
    **dict.fromkeys(("told", "tells", "telling"), _told),
    "stand": _stand,
    **dict.fromkeys(("prosecuted", "prosecuting", "prosecute"), _prosecutors),
    "represented": _represented,
    "client": _client,
    "clients": _client,
    **dict.fromkeys(("judges", "justices"), _bench),
    "announced": _announced,
    **dict.fromkeys(
        (
            *("investigated", "investigating", "investigation", "investigations", "investigates", "investigate"),
            *("investigators", "investigator", "assisted", "assisting", "assistance", "assist", "assists"),
            *("cooperated", "cooperation", "cooperating", "probe", "probing", "operation"),
        ),
        _investigators,
    ),
}
