"""The words that tell a step of a case, by the step, and the people and papers that stand around them.

They are the trade's own vocabulary, kept in `wordlists`; what a word is worth in its clause is learned.
"""

from __future__ import annotations

from dataclasses import dataclass

from legalnews_dataset.records.stems import stem
from legalnews_dataset.records.wordlists import read_lines, read_sections


@dataclass(frozen=True, slots=True)
class TriggerFrame:
    """A trigger with the words that must stand around it for it to tell an event of the type."""

    name: str
    type: str
    after: frozenset[str]
    before: frozenset[str]
    form: str


def _read_frames() -> dict[str, tuple[TriggerFrame, ...]]:
    """Read the frames by the stem of their trigger; those of any trigger stand under `*`."""
    groups: dict[str, str] = {}
    frames: dict[str, list[TriggerFrame]] = {}
    for number, line in enumerate(read_lines("event_frames")):
        if " = " in line:
            name, words = line.split(" = ")
            groups[name] = words
            continue
        type_, triggers, after, before, form = (part.strip() for part in (line + " | | | |").split("|")[:5])
        around = [
            frozenset(stem(word) for given in words.split() for word in groups.get(given, given).split())
            for words in (after, before)
        ]
        frame = TriggerFrame(f"{number} {type_}", type_, around[0], around[1], form)
        for trigger in triggers.split():
            frames.setdefault(trigger if trigger == "*" else stem(trigger), []).append(frame)
    return {trigger: tuple(found) for trigger, found in frames.items()}


def _read_types() -> dict[str, tuple[str, ...]]:
    types: dict[str, list[str]] = {}
    for type_, words in read_sections("event_triggers").items():
        for key in dict.fromkeys(map(stem, words)):
            types.setdefault(key, []).append(type_)
    return {key: tuple(found) for key, found in types.items()}


STEM_TYPES = _read_types()
ROLE_OF = {word: role for role, words in reversed(read_sections("clause_roles").items()) for word in words}
FRAMES_OF = _read_frames()
LEGAL_STEMS = frozenset(map(stem, read_sections("legal_words")["law"]))
