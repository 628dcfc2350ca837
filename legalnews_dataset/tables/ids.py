"""Ids: a row's id is a function of its identity columns alone."""

from __future__ import annotations

from hashlib import sha256

from legalnews_dataset.tables.rule import Rule

PREFIXES = {
    "cases": "cas",
    "parties": "par",
    "entities": "ent",
    "events": "eve",
    "quotes": "quo",
    "awards": "awa",
    "mentions": "men",
}
# 20 hexadecimal digits are 80 bits: among 10 million rows two share an id with a chance of one in 10 billion.
DIGITS = 20
# The unit separator stands in no article id and no label, so that no two identities run together.
SEPARATOR = 31


def row_id(prefix: str, *identity: object) -> str:
    """Return the id, with the prefix of its table, of the row with these values in its identity columns.

    >>> row_id("quo", "a1", 5, 9)
    'quo_88f63f0b4205ec08e262'
    """
    told = chr(SEPARATOR).join(map(str, identity))
    return f"{prefix}_{sha256(told.encode()).hexdigest()[:DIGITS]}"


def id_pattern(table: str) -> str:
    """Return the regular expression that the ids of a table match.

    >>> id_pattern("quotes")
    'quo_[0-9a-f]{20}'
    """
    return f"{PREFIXES[table]}_[0-9a-f]{{{DIGITS}}}"


def id_rule(table: str, key: str, identity: tuple[str, ...]) -> Rule:
    """Return the rule that the key of a table is the `row_id` of the identity columns."""
    values = ", ".join(f'"{name}"' for name in identity)
    return Rule(
        "id_of_its_identity",
        key,
        f"The id is made from {', '.join(identity)}",
        f"\"{key}\" = '{PREFIXES[table]}_' || left(sha256(concat_ws(chr({SEPARATOR}), {values})), {DIGITS})",
    )
