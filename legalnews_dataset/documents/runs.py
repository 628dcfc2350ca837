"""Cut the capitalized words of a text into runs: stretches that may hold a title, a name, or several."""

from __future__ import annotations

from typing import NamedTuple

from legalnews_dataset.documents.document import Sentence, Tokens
from legalnews_dataset.documents.lexicon import (
    BODY,
    FLAGS,
    FUNCTION,
    GOVERNMENT,
    HEAD,
    INITIAL,
    PHRASES,
    POSTNOMINAL,
    SUFFIX,
    TITLE,
    word_set,
)

# Words after which a full stop is part of the name.
_DOTTED = word_set("joins", "dotted")
_PARTICLES = word_set("joins", "particles")
_POSSESSIVE_JOINS = word_set("joins", "possessive_joins")
_AFTER_POSSESSIVE = word_set("joins", "after_possessive")
_OF_HEADS = word_set("joins", "of_heads")
_FOR_HEADS = word_set("joins", "for_heads")
_ON_HEADS = word_set("joins", "on_heads")
_OF_TITLES = word_set("joins", "of_titles")
_TITLE_OF_OBJECTS = word_set("joins", "title_of_objects")
_AND_JOINS = word_set("joins", "and_joins")
_AND_TAILS = word_set("joins", "and_tails")


class Unit(NamedTuple):
    """One word of a run, with its full stop, or a phrase of the word lists: tokens `first` to `last`, exclusive."""

    first: int
    last: int
    word: str
    flags: int


def find_runs(text: str, tokens: Tokens, sentences: tuple[Sentence, ...]) -> list[list[Unit]]:
    """Return the runs of capitalized words, in order."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    size = len(words)
    opens = {sentence.first for sentence in sentences}
    runs: list[list[Unit]] = []
    run: list[Unit] = []
    reach = -1  # the token index at which the present run goes on, if it does
    skip = -1
    for i, word in enumerate(words):
        if i < skip or not (word[0].isupper() or (word[0] in "ae" and word[:3] in ("al-", "el-", "eBa"))):
            continue
        flags = FLAGS.get(word, 0)
        last = i + 1
        ways = PHRASES.get(word)
        if ways:
            for rest, phrase_flags in ways:
                if words[last : last + len(rest)] == rest:
                    last += len(rest)
                    flags = phrase_flags
                    word = " ".join(words[i:last])
                    break
        if last < size and words[last] == "." and starts[last] == ends[last - 1]:
            if last - i == 1 and (len(word) == 1 or (word[1] == "." and len(word) < 8)):
                if not flags or (
                    flags == FUNCTION and last + 1 < size and words[last + 1][0].isupper() and last + 1 not in opens
                ):
                    flags = INITIAL
                last += 1
            elif word in _DOTTED:
                last += 1
        skip = last
        unit = Unit(i, last, word, flags)
        if run and i not in opens and (reach == i or _joins(text, tokens, run, unit)):
            run.append(unit)
        else:
            if run:
                runs.append(run)
            run = [unit]
        # The next token joins when only a blank stands between.
        reach = last if last < size and starts[last] - ends[last - 1] <= 1 and text[ends[last - 1]] != "\n" else -1
    if run:
        runs.append(run)
    return runs


def _joins(text: str, tokens: Tokens, run: list[Unit], unit: Unit) -> bool:  # noqa: C901
    """Tell whether the unit goes on the run over the small words or marks between."""
    left = run[-1]
    gap = unit.first - left.last
    if not 0 < gap < 4 or left.flags & FUNCTION:
        return False
    words = tokens.words
    between = words[left.last : unit.first]
    mid = between[0]
    if "\n" in text[tokens.ends[left.last - 1] : tokens.starts[unit.first]]:
        return False
    word = left.word
    if mid in _PARTICLES:
        return all(part in _PARTICLES for part in between) and not unit.flags & (SUFFIX | HEAD)
    if mid == "of" and (gap == 1 or (gap == 2 and between[1] == "the")):
        if word in _OF_TITLES:
            return unit.word in _TITLE_OF_OBJECTS
        return (word in _OF_HEADS or (word[-1] == "s" and word in ("Courts", "Appeals"))) and not unit.flags & (
            FUNCTION | TITLE
        )
    if mid == "for" and (gap == 1 or (gap == 2 and between[1] == "the")):
        return word in _FOR_HEADS and not unit.flags & (FUNCTION | TITLE)
    if gap > 2:
        return False
    if gap == 2:
        return mid == "on" and between[1] == "the" and word in _ON_HEADS
    if mid == "&":
        return True
    if mid == "and":
        return (
            word in _AND_JOINS
            and bool(run[0].flags & (HEAD | GOVERNMENT) or len(run) < 3 or "of" in words[run[0].first : left.last])
        ) or (unit.word in _AND_TAILS and not left.flags & TITLE)
    if mid == ",":
        return bool(unit.flags & (SUFFIX | POSTNOMINAL)) and unit.word not in (
            "Company",
            "Companies",
            "Partners",
            "Trust",
        )
    if mid in ("'s", "’s"):
        return (word in _POSSESSIVE_JOINS and unit.word in _AFTER_POSSESSIVE) or unit.word in ("Office", "Hospital")
    if mid == "on":
        return word in _ON_HEADS
    if mid == "in":
        return word in ("Agent", "Agents") and unit.word == "Charge"
    if mid in '"“' or mid == "(":
        # A nickname: the closing mark and one more capitalized word follow.
        after = unit.last
        return (
            after + 1 < len(words)
            and words[after] in '"”)'
            and words[after + 1][0].isupper()
            and bool(left.flags & ~(BODY | HEAD) or not left.flags)
            and tokens.starts[after + 1] - tokens.ends[after] <= 1
            and mid != "("
        )
    if mid in '"”':
        return len(run) > 1 and words[left.first - 1] in '"“' and left.first - run[-2].last == 1
    return False
