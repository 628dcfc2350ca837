"""Valid rows of all tables, made up, for the tests of projects that build on the dataset."""

from __future__ import annotations

import random
import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pyarrow as pa

from legalnews_dataset.errors import UsageError
from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import IDENTITIES, TABLES, columns_of, key_of
from legalnews_dataset.tables.ids import PREFIXES, row_id
from legalnews_dataset.tables.intervals import PRECISIONS
from legalnews_dataset.tables.parquet import to_arrow
from legalnews_dataset.tables.parties import ATTORNEYS

_GIVEN = ("Ada", "Bram", "Chloé", "Dario", "Edda", "Femi", "Greta", "Håkon", "Imani", "Jonas", "Kei", "Łucja")
_FAMILY = ("Abara", "Bexley", "Corrow", "Dunmore", "Eškins", "Farrow", "Gantz", "Hollin", "Ibáñez", "Jarrold")
_WORDS = (
    "the court",
    "a jury",
    "on appeal",
    "after a week",
    "in the harbour",
    "for the baker",
    "naïve",
    "“again”",
    "🙂",
)
_CLASS = re.compile(r"([a-z]+_)?\[([^]]+)\](?:\{(\d+)(?:,(\d+))?\}|\+)")


@dataclass(slots=True)
class _Story:
    """An article under way: its text so far, and how many more rows of the asked table it may have."""

    article_id: str
    room: dict[str, int]
    withheld: bool
    text: str = ""
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def tell(self, words: str) -> dict[str, Any]:
        """Add words to the text and return the span of them."""
        start = len(self.text) + 1
        self.text += f" {words}"
        return {"start": start, "end": len(self.text), "text": None if self.withheld else words}

    def takes(self, table: str, more: int = 1) -> bool:
        """Whether that many more rows of the table may be made."""
        return len(self.rows[table]) + more <= self.room.get(table, 10**9)


def sample(table: str, n: int, seed: int = 0) -> dict[str, pa.Table]:
    """Return made-up tables that keep the whole contract, with keys that join.

    Args:
        table: the table that gets exactly `n` rows; the others get as many as belong to them.
        n: a number of rows.
        seed: equal seeds give equal rows.

    Returns:
        The seven tables by name, as Arrow tables; `sample("quotes", 50)["quotes"].to_pandas()` is a frame.

    >>> tables = sample("quotes", 50, seed=1)
    >>> tables["quotes"].num_rows, set(tables["quotes"]["article_id"].to_pylist()) <= set(
    ...     tables["articles"]["article_id"].to_pylist()
    ... )
    (50, True)

    """
    columns_of(table)
    if n < 0:
        raise UsageError("a number of rows cannot be negative", got=str(n))
    rng = random.Random(seed)  # noqa: S311
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    number = 0
    while len(rows[table]) < n:
        number += 1
        story = _story(rng, f"story-{seed}-{number}", {table: n - len(rows[table])})
        for name, more in story.rows.items():
            rows[name] += more
    return {name: to_arrow(TABLES[name], [TABLES[name](**row) for row in rows[name]]) for name in TABLES}


def _story(rng: random.Random, article_id: str, room: dict[str, int]) -> _Story:
    story = _Story(article_id, room, withheld=rng.random() < 0.1)
    for number in range(rng.choice((1, 1, 1, 2))):
        if story.takes("cases") and story.takes("mentions"):
            _case(rng, story, number)
    story.tell(rng.choice(_WORDS))
    digest = sha256(story.text.encode()).hexdigest()
    told = {"article_id": article_id, "text_sha256": digest, "n_chars": len(story.text)}
    _add(rng, story, "articles", told | {"text": None if story.withheld else story.text})
    return story


def _case(rng: random.Random, story: _Story, number: int) -> None:
    case_id = row_id(PREFIXES["cases"], story.article_id, number)
    _add(rng, story, "cases", {"case_id": case_id})
    _mention(rng, story, "cases", case_id, f"{rng.choice(_FAMILY)} v. {rng.choice(_FAMILY)}")
    parties: list[str] = []
    for _ in range(rng.randint(2, 5)):
        if story.takes("parties") and story.takes("mentions"):
            parties.append(_party(rng, story, case_id, parties))
    for _ in range(rng.randint(0, 5)):
        _maybe(rng, story, "events", case_id, {"actor_party_id": _one(rng, parties)} | _interval(rng))
    for _ in range(rng.randint(0, 3)):
        party = _one(rng, parties)
        told = {"speaker_party_id": party} | ({"speaker": _name(rng)} if party else {})
        _maybe(rng, story, "quotes", case_id, told)
    for _ in range(rng.randint(0, 3)):
        amount = Decimal(rng.randrange(1, 10**9)) / 100
        most = {"amount": amount, "amount_max": amount + 5 if rng.random() < 0.2 else None}
        payers = {"payer_party_id": _one(rng, parties), "payee_party_id": _one(rng, parties)}
        _maybe(rng, story, "awards", case_id, most | payers | _interval(rng))


def _party(rng: random.Random, story: _Story, case_id: str, others: list[str]) -> str:
    name, role = _name(rng), rng.choice(list(_column("parties", "role").col.enum or ()))
    entity = row_id(PREFIXES["entities"], story.article_id, len(story.text))
    represents = tuple(rng.sample(others, rng.randint(0, len(others)))) if role in ATTORNEYS else ()
    told = {"case_id": case_id, "entity_id": entity, "name": name, "role": role, "represents": represents}
    party = _add(rng, story, "parties", told)
    for _ in range(rng.randint(1, 3)):
        _mention(rng, story, "parties", party, name)
    return party


def _maybe(rng: random.Random, story: _Story, table: str, case_id: str, told: dict[str, Any]) -> None:
    if not story.takes(table):
        return
    span = story.tell(f"{rng.choice(_WORDS)} {rng.choice(_WORDS)}")
    key = _add(rng, story, table, {"article_id": story.article_id, "case_id": case_id} | span | told)
    if table in PREFIXES and table != "quotes" and rng.random() < 0.3:
        _mention(rng, story, table, key, rng.choice(_WORDS))


def _mention(rng: random.Random, story: _Story, table: str, key: str, words: str) -> None:
    if story.takes("mentions"):
        told = {"article_id": story.article_id, "record_table": table, "record_id": key}
        _add(rng, story, "mentions", told | story.tell(words))


def _add(rng: random.Random, story: _Story, table: str, told: dict[str, Any]) -> str:
    """Add a row: what is told of it, its id, and any value that the contract allows for the other columns."""
    row = {column.name: told[column.name] if column.name in told else _any(rng, column) for column in columns_of(table)}
    key = key_of(table)
    if key not in told:
        row[key] = row_id(PREFIXES[table], *(row[name] for name in IDENTITIES[table]))
    story.rows[table].append(row)
    return str(row[key])


def _any(rng: random.Random, column: Column) -> Any:
    """Return any value that a column may have; of keys, that is null."""
    col = column.col
    if column.is_list:
        return ()
    if column.nullable and (col.references or rng.random() < 0.2):
        return None
    if col.enum is not None:
        return rng.choice(list(col.enum))
    if col.pattern is not None:
        return _matching(rng, col.pattern)
    if column.type is date:
        return date(2000, 1, 1) + timedelta(days=rng.randrange(9000))
    if column.type is float:
        return round(rng.random(), 3)
    return col.example or rng.choice(_WORDS)


def _matching(rng: random.Random, pattern: str) -> str:
    """Return a string that matches one of the contract's patterns: a fixed start, then one class of characters."""
    found = _CLASS.fullmatch(pattern)
    if found is None:
        raise ValueError(f"no string can be made for the pattern {pattern!r}")
    letters = re.sub(r"(\w)-(\w)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), found[2])
    length = rng.randint(int(found[3] or 1), int(found[4] or found[3] or 12))
    return (found[1] or "") + "".join(rng.choices(letters, k=length))


def _interval(rng: random.Random) -> dict[str, Any]:
    """Return a date interval of any precision."""
    precision, year, month = rng.choice(list(PRECISIONS)), rng.randint(1950, 2025), rng.randint(1, 12)
    day, decade = date(year, month, rng.randint(1, 28)), year // 10 * 10
    start, end = {
        "day": (day, day),
        "month": (date(year, month, 1), date(year, month, monthrange(year, month)[1])),
        "year": (date(year, 1, 1), date(year, 12, 31)),
        "decade": (date(decade, 1, 1), date(decade + 9, 12, 31)),
        "range": (day, day + timedelta(days=rng.randint(1, 200))),
        "none": (None, None),
    }[precision]
    return {"date_start": start, "date_end": end, "date_precision": precision}


def _name(rng: random.Random) -> str:
    return f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"


def _one(rng: random.Random, parties: list[str]) -> str | None:
    return rng.choice(parties) if parties and rng.random() < 0.7 else None


def _column(table: str, name: str) -> Column:
    return next(column for column in columns_of(table) if column.name == name)
