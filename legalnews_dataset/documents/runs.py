"""Cut the capitalized words of a text into runs: stretches that may hold a title, a name, or several."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from legalnews_dataset.documents.document import Sentence, Tokens
from legalnews_dataset.documents.lexicon import (
    BODY,
    CALENDAR,
    COMMON,
    DOTTED,
    FIRST,
    FLAGS,
    FUNCTION,
    GOVERNMENT,
    HEAD,
    INITIAL,
    NATIONALITY,
    PHRASES,
    PLACE,
    POSTNOMINAL,
    ROLE,
    SUFFIX,
    SURNAME,
    TAKES_AND,
    TAKES_FOR,
    TAKES_OF,
    TAKES_ON,
    TITLE,
    word_set,
)
from legalnews_dataset.documents.literals import places_where

PARTICLES = word_set("joins", "particles")
_POSSESSIVE_JOINS = word_set("joins", "possessive_joins")
_AFTER_POSSESSIVE = word_set("joins", "after_possessive")
_OF_TITLES = word_set("joins", "of_titles")
_TITLE_OF_OBJECTS = word_set("joins", "title_of_objects")
_GIVEN_SYLLABLES = word_set("joins", "given_syllables")
_AND_TAILS = word_set("joins", "and_tails")
_LOWER_BODIES = word_set("joins", "lower_body")
_OFFICE_HOLDERS = word_set("joins", "office_holder")
_POSSESSIVES = ("'s", "’s", "'", "’")
_OPEN_QUOTES, _CLOSE_QUOTES = ('"', "“", "‘"), ('"', "”", "’")
_LOWER_TAILS = (
    ("police", "department"),
    ("fire", "department"),
    ("school", "district"),
    ("school", "board"),
    ("planning", "board"),
    ("zoning", "board"),
    ("housing", "authority"),
    ("city", "council"),
    ("county", "council"),
    ("district", "attorney", "'s", "office"),
    ("district", "attorney", "’s", "office"),
    ("county", "attorney", "'s", "office"),
    ("county", "prosecutor", "'s", "office"),
    ("state", "attorney", "'s", "office"),
    ("attorney", "general", "'s", "office"),
    ("attorney", "general", "’s", "office"),
    ("attorney", "'s", "office"),
    ("attorney", "’s", "office"),
    ("sheriff", "'s", "office"),
    ("sheriff", "’s", "office"),
    ("sheriff", "'s", "department"),
    ("sheriff", "’s", "department"),
    ("'s", "office"),
    ("’s", "office"),
    ("'s", "department"),
    ("’s", "department"),
)
_TAIL_STARTS = _LOWER_BODIES | {"plc"} | {tail[0] for tail in _LOWER_TAILS}
_OF_ANY = frozenset({"Office", "Department", "Departments", "Ministry", "Secretary"})
_CITIES = frozenset({"city", "town", "village", "borough", "county", "township", "state", "commonwealth"})
_WHERE = frozenset({"in", "near", "from", "at", "around", "outside", "to", "across", "throughout", "within"})
_NOBODY = frozenset({"Doe", "Roe"})
_DASHES = frozenset({"-", "--", "–", "—", ":", ")"})  # behind a dateline a sentence begins
_LONGEST = 24  # units; no name with its titles is longer, and what looks at all pairs stays cheap
_LONGEST_NICKNAME = 4  # words
CITY_OF = "city of"  # the word of the unit that stands for `city of`, `state of` and the like
ESTATE_OF = "estate of"
# Prefixes of a word that starts small and is a name all the same.
_SMALL_STARTS = ("al-", "el-", "ul-", "d'A", "d'E", "d’E", "eBa", "iRo")


class Unit(NamedTuple):
    """One word of a run, with its full stop, or a phrase of the word lists: tokens `first` to `last`, exclusive."""

    first: int
    last: int
    word: str
    flags: int


def find_runs(text: str, tokens: Tokens, sentences: tuple[Sentence, ...], opens: set[int]) -> list[list[Unit]]:
    """Return the runs of capitalized words, in order.

    Args:
        text: the article.
        tokens: its tokens.
        sentences: its sentences; one in capitals throughout is a headline and holds no runs.
        opens: the token indices at which sentences begin.

    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    size = len(words)
    shouted = {i for s in sentences if text[s.start : s.end].isupper() for i in range(s.first, s.last)}
    runs: list[list[Unit]] = []
    run: list[Unit] = []
    reach = -1  # the token at which the present run goes on if it is capitalized
    skip = -1
    capitalized = {word for word in set(words) if _is_capitalized(word)}
    for i in places_where(capitalized.__contains__, words):
        if i < skip or i in shouted:
            continue
        unit = _unit(tokens, i, opens)
        if unit is None:
            continue
        if run and len(run) < _LONGEST and i not in opens and (reach == i or _joins(text, tokens, run, unit)):
            run.append(unit)
        else:
            run = [unit]
            if i > 2 and words[i - 1] == "of":
                # A city as a body: `sued the city of Ashford`, not `in the city of Ashford`.
                if words[i - 2] in _CITIES and words[i - 4] not in _WHERE:
                    run.insert(0, Unit(i - 2, i, CITY_OF, HEAD | GOVERNMENT))
                elif words[i - 2] in ("estate", "Estate"):
                    run.insert(0, Unit(i - 2, i, ESTATE_OF, HEAD))
            runs.append(run)
        last = unit.last
        if last < size and words[last] in _TAIL_STARTS:
            tail = _lower_tail(words, unit, last)
            if tail:
                run.append(tail)
                last = tail.last
        last = _behind_nickname(words, unit, last)
        # The next token joins when only a blank stands between.
        skip = last
        reach = last if last < size and starts[last] - ends[last - 1] < 2 and text[ends[last - 1]] != "\n" else -1
    return runs


def _is_capitalized(word: str) -> bool:
    first = word[0]
    return first.isalpha() and not word.islower() and (first.isupper() or word.startswith(_SMALL_STARTS))


def _unit(tokens: Tokens, i: int, opens: set[int]) -> Unit | None:
    """Return the unit that begins at the capitalized token i, None where the word is no name."""
    words = tokens.words
    word = words[i]
    flags = FLAGS.get(word, 0)
    last = i + 1
    if not flags:
        word, flags = _unlisted(word)
        if not word:
            return None
    for rest, phrase_flags in PHRASES.get(word, ()):
        if words[last : last + len(rest)] == rest:
            last += len(rest)
            return Unit(i, last, " ".join(words[i:last]), phrase_flags)
    if last == len(words):
        return Unit(i, last, word, flags)
    after = words[last]
    if word in _NOBODY and (after == "#" or after.isdigit()):
        last += 1 + (after == "#" and words[last + 1 : last + 2] != () and words[last + 1].isdigit())
        return Unit(i, last, " ".join(words[i:last]), flags)  # `Jane Doe #2` is not `Jane Doe #1`
    if flags & ROLE and i in opens:
        flags |= TITLE
    if after == ".":
        if tokens.starts[last] == tokens.ends[i]:
            last, flags = _dotted(words, last, word, flags, opens)
    elif (
        word == "A"
        and i not in opens
        and words[i - 1] not in _DASHES
        and after[0].isupper()
        and not FLAGS.get(after, 0) & FUNCTION
    ):
        flags = INITIAL
    return Unit(i, last, word, flags)


def _dotted(words: tuple[str, ...], last: int, word: str, flags: int, opens: set[int]) -> tuple[int, int]:
    """Return where a word that a full stop follows ends, behind the stop where it belongs to it, and its flags."""
    if flags & DOTTED:
        return last + 1, flags
    if len(word) == 1 or (word[1] == "." and len(word) < 8):
        last += 1
        if not flags or (flags == FUNCTION and last < len(words) and last not in opens and words[last][0].isupper()):
            flags = INITIAL
    return last, flags


@lru_cache(maxsize=8192)
def _unlisted(word: str) -> tuple[str, int]:
    """Return a word that no list holds with the flags of its last part, an empty word where it is no name.

    `Solicitor-General` is a title as `General` is, `Houston-based` no name, `FBIs` a body whose apostrophe is lost.
    """
    if "-" not in word:
        if word[-1] == "s" and word[:-1].isupper():
            return word, FLAGS.get(word[:-1], 0) & (BODY | GOVERNMENT)
        if word.isupper() and len(word) > 3:
            return word, FLAGS.get(word.capitalize(), 0) & (PLACE | CALENDAR | FUNCTION)  # `CHICAGO (AP)`
        return word, 0
    head, _, tail = word.rpartition("-")
    flags = FLAGS.get(tail[:1].upper() + tail[1:], 0)
    if tail in _GIVEN_SYLLABLES and head.isalpha() and not FLAGS.get(head, 0) & (FUNCTION | COMMON | PLACE):
        return word, 0  # `Min-jae`
    if tail[:1].islower() and head.lower() not in PARTICLES:
        if FLAGS.get(head, 0) & (FUNCTION | COMMON) and flags & (TITLE | ROLE):
            return word, TITLE | COMMON
        return "", 0
    if flags & (SUFFIX | HEAD | CALENDAR | FUNCTION):
        return word, 0
    return word, flags & ~(PLACE | NATIONALITY | COMMON | BODY) if flags & SURNAME else flags & TITLE


def _lower_tail(words: tuple[str, ...], unit: Unit, at: int) -> Unit | None:
    """Return the words in lower case that end the name of a body: `Russian government`, `Essex sheriff's office`."""
    word = words[at]
    if word == "plc":
        return Unit(at, at + 1, word, SUFFIX)
    if word in _LOWER_BODIES:
        if unit.flags & (NATIONALITY | PLACE) or (word == "administration" and not unit.flags & (COMMON | FUNCTION)):
            return Unit(at, at + 1, word, HEAD | GOVERNMENT)
        return None
    for tail in _LOWER_TAILS:
        if (
            words[at : at + len(tail)] == tail
            and (unit.word in _OFFICE_HOLDERS or word[0] not in "'’")
            and not unit.flags & FUNCTION
        ):
            return Unit(at, at + len(tail), tail[-1], HEAD | GOVERNMENT | TAKES_OF | TAKES_FOR)
    return None


def _behind_nickname(words: tuple[str, ...], unit: Unit, at: int) -> int:
    """Return where a nickname ends that stands between a first name and a surname: `Sal "The Tailor" Roe`."""
    opening = words[at : at + 1]
    begin = at + (2 if words[at : at + 2] == ("`", "`") else 1)
    article = words[begin : begin + 1] in (("The",), ("the",)) and not unit.flags
    if opening not in (('"',), ("“",), ("(",), ("`",)) or not (unit.flags & (FIRST | INITIAL) or article):
        return at
    for end in range(begin + 1, min(begin + _LONGEST_NICKNAME, len(words) - 2) + 1):
        if words[end] in ('"', "”", ")", "'"):
            behind = end + 1 + (words[end + 1] == "'")
            surname = "".join(words[behind : behind + 1])
            known = FLAGS.get(surname, 0) & (FUNCTION | TITLE | ROLE)
            return behind if surname[:1].isupper() and len(surname) > 1 and not known else at
        if not words[end - 1].isalpha():
            break
    return at


def _joins(text: str, tokens: Tokens, run: list[Unit], unit: Unit) -> bool:
    """Tell whether the unit goes on the run over the small words or marks between."""
    left = run[-1]
    gap = unit.first - left.last
    if not 0 < gap < 4 or left.flags & FUNCTION:
        return False
    words = tokens.words
    between = words[left.last : unit.first]
    rule = _OVER.get(between[0])
    if rule is None and between[0] not in PARTICLES:
        return False
    if "\n" in text[tokens.ends[left.last - 1] : tokens.starts[unit.first]]:
        return False
    if between[0] in PARTICLES:
        return all(part in PARTICLES for part in between) and not unit.flags & (SUFFIX | HEAD)
    assert rule is not None
    if gap == 1 or (gap == 2 and between[1] == "the" and between[0] in ("of", "for", "on")):
        return rule(words, run, unit)
    return False


def _over_of(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    left = run[-1]
    if left.flags & SUFFIX:
        return bool(unit.flags & PLACE) and left.word in ("Corp", "Co", "Inc", "Company", "Corporation")
    if left.word in _OF_TITLES:
        return unit.word in _TITLE_OF_OBJECTS
    return bool(left.flags & TAKES_OF) and not unit.flags & (
        FUNCTION | CALENDAR | (0 if left.word in _OF_ANY else TITLE)
    )


def _over_for(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    return bool(run[-1].flags & TAKES_FOR) and not unit.flags & (FUNCTION | CALENDAR | TITLE)


def _over_on(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    return bool(run[-1].flags & TAKES_ON) and not unit.flags & (FUNCTION | CALENDAR)


def _over_ampersand(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    return True


# Bodies often named by two fields, and the words that are no field of work.
_TWOFOLD = frozenset("Commission Council Administration Authority Agency Executive Board".split())
_NO_FIELD = FIRST | SURNAME | PLACE | TITLE | SUFFIX | BODY | FUNCTION | CALENDAR


def _over_and(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    left = run[-1]
    if unit.word in _AND_TAILS:
        return not left.flags & TITLE
    if words[unit.last : unit.last + 1] and words[unit.last] in _TWOFOLD and not left.flags & _NO_FIELD:
        return not unit.flags & _NO_FIELD  # `Nursing and Midwifery Council`
    if unit.flags & left.flags & HEAD and not unit.flags & (BODY | SUFFIX):
        return len(run) < 3  # `Pacific Gas and Electric`
    inside = not left.flags & HEAD or len(run) < 3 or "of" in words[run[0].first : left.last]
    return bool(left.flags & TAKES_AND) and inside and not unit.flags & (FUNCTION | TITLE | PLACE)


def _over_comma(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    flags = unit.flags
    if run[-1].word == "Co" and unit.word in ("Ltd", "LLC", "Inc"):
        return True
    if run[-1].word == "California" and run[0].word == "University":
        return bool(flags & PLACE)  # `University of California, Irvine`
    return bool(flags & POSTNOMINAL) or (
        bool(flags & SUFFIX) and not run[-1].flags & (PLACE | SUFFIX) and not flags & COMMON and unit.word != "Trust"
    )


def _over_possessive(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    if run[-1].word in ("Queen", "King", "People", "Children", "Women"):
        return not unit.flags & (FUNCTION | CALENDAR | FIRST)  # `Queen's Bench`, `People's Republic`
    if run[-1].word in _POSSESSIVE_JOINS:
        return unit.word in _AFTER_POSSESSIVE
    return unit.word in ("Office", "Hospital")


def _over_in(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    return run[-1].word in ("Agent", "Agents") and unit.word == "Charge"


def _over_quote(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    """Join a nickname and what follows it: `John "Jack" Roe`."""
    left = run[-1]
    if len(run) > 1 and words[left.first - 1] in _OPEN_QUOTES and left.first - run[-2].last == 1:
        return True
    after = unit.last
    return (
        after + 1 < len(words)
        and words[after] in _CLOSE_QUOTES
        and words[after + 1][0].isupper()
        and not FLAGS.get(words[after + 1], 0) & FUNCTION
        and not run[-1].flags & (BODY | HEAD)
    )


def _over_closing(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    return bool(unit.flags & (SUFFIX | HEAD)) and "(" in words[run[-1].first - 2 : run[-1].first]


def _over_bracket(words: tuple[str, ...], run: list[Unit], unit: Unit) -> bool:
    """Join what stands in brackets before the legal form: `Acme (UK) Ltd`."""
    for after in range(unit.last, min(unit.last + 3, len(words) - 1)):
        if words[after] == ")":
            return bool(FLAGS.get(words[after + 1], 0) & (SUFFIX | HEAD))
    return False


_OVER: dict[str, Callable[[tuple[str, ...], list[Unit], Unit], bool]] = {
    "of": _over_of,
    "for": _over_for,
    "on": _over_on,
    "&": _over_ampersand,
    "and": _over_and,
    ",": _over_comma,
    "in": _over_in,
    "(": _over_bracket,
    ")": _over_closing,
    **dict.fromkeys(_POSSESSIVES, _over_possessive),
    **dict.fromkeys(('"', "“", "”", "‘"), _over_quote),
}
