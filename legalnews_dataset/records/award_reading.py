"""What is read from the words around a sum of money, and from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The rule of a sum that only measures a suit: `its $5 million dispute with Acme`.
IN_SUIT = "sum in suit"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words around a sum make of it; `rule` names the words that decided."""

    kind: str
    status: str
    decided_by: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article says that one sentence may leave out."""

    settled: bool
    criminal: bool
    damages: bool = False


def has(words: Sequence[str], some: frozenset[str]) -> bool:
    """Tell whether one of the words is among `some`."""
    return not some.isdisjoint(words)
