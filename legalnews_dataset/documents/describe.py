"""Note what stands around a person's name: titles before it, appositions behind it, the gender that they tell."""

from __future__ import annotations

from legalnews_dataset.documents.document import Tokens
from legalnews_dataset.documents.inventory import Draft
from legalnews_dataset.documents.lexicon import FLAGS, FUNCTION, MODIFIER, PLACE, ROLE_MODIFIERS, ROLES, TITLE
from legalnews_dataset.documents.parts import Part

_MALE_TITLES = frozenset(
    {"Mr", "Sir", "Lord", "King", "Prince", "Father", "Brother", "Congressman", "Chairman", "Councilman"}
)
_FEMALE_TITLES = frozenset(
    {
        "Mrs",
        "Ms",
        "Miss",
        "Dame",
        "Lady",
        "Baroness",
        "Queen",
        "Princess",
        "Sister",
        "Congresswoman",
        "Chairwoman",
        "Councilwoman",
    }
)
_MALE_NOUNS = frozenset(
    {"husband", "father", "son", "brother", "man", "boy", "spokesman", "businessman", "chairman", "actor", "widower"}
)
_FEMALE_NOUNS = frozenset(
    {
        "wife",
        "mother",
        "daughter",
        "sister",
        "woman",
        "girl",
        "spokeswoman",
        "businesswoman",
        "chairwoman",
        "actress",
        "widow",
    }
)
_AFTER_AGE = frozenset(
    {
        "of",
        "a",
        "an",
        "the",
        "who",
        "whose",
        "from",
        "formerly",
        "former",
        "his",
        "her",
        "one",
        "both",
        "then",
        "now",
        "currently",
        "another",
    }
)
_VERBS = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "said",
        "says",
        "will",
        "would",
        "told",
        "pleaded",
        "remains",
        "faces",
        "could",
    }
)
_BENCH = frozenset({"Judge", "Justice", "Magistrate", "judge", "justice", "magistrate"})
_MOST_TITLES = 12
_REACH = 45  # the longest apposition, in tokens


def describe(text: str, tokens: Tokens, part: Part, before: Part | None, draft: Draft, opens: set[int]) -> Part:
    """Add what stands around one mention to the person; return the mention, with the title of a list that it is in.

    Args:
        text: the article.
        tokens: its tokens.
        part: the mention.
        before: the part before it, if any.
        draft: the person, which is changed.
        opens: the tokens at which sentences begin.

    """
    words = tokens.words
    begin = part.units[0].first
    low = high = begin
    if part.title:
        low, high = part.title
    elif before and before.kind == "place" and before.units[-1].last == begin:
        # `U.S. Attorney for the District of Guam Jane Roe`.
        at = before.units[0].first
        while at and words[at - 1] in ("the", "for", "of"):
            at -= 1
        if at and FLAGS.get(words[at - 1], 0) & TITLE:
            low, high = at, begin
            while low and FLAGS.get(words[low - 1], 0) & (TITLE | MODIFIER):
                low -= 1
    low = _roles_before(words, low, opens)
    if low == begin and begin > 1 and words[begin - 1] == "," and words[begin - 2] in ROLES:
        low, high = _roles_before(words, begin - 1, opens), begin - 1  # `his lawyer, Jane Roe,`
    elif low < begin and high == begin and not part.title:
        high = begin
    if low < high:
        _add_title(draft, text[tokens.starts[low] : tokens.ends[high - 1]])
    elif before and before.title and _is_list(words, before.units[-1].last, begin):
        # The second of several: `Assistant U.S. Attorneys Ann Roe and Bob Doe`.
        low, high = before.title
        if words[high - 1][-1] == "s":
            part = part._replace(title=before.title)
            _add_title(draft, text[tokens.starts[low] : tokens.ends[high - 1]])
    _add_description(tokens, part.units[-1].last, draft, opens)
    return part


def _is_list(words: tuple[str, ...], end: int, begin: int) -> bool:
    """Tell whether only a comma or an `and` stands between two names."""
    return words[end:begin] in (("and",), (",",), (",", "and"))


def _roles_before(words: tuple[str, ...], at: int, opens: set[int]) -> int:
    """Return the first token of the common nouns before a token that tell who a person is (`defense attorney`)."""
    low = at
    while low and (words[low - 1] in ROLES or (low < at and words[low - 1] in ROLE_MODIFIERS)):
        low -= 1
    if 0 < low < at and low - 1 in opens and words[low - 1].lower() in ROLE_MODIFIERS:
        low -= 1  # `Defense attorney` at the head of a sentence
    return low


def _add_title(draft: Draft, title: str) -> None:
    if len(draft.titles) < _MOST_TITLES and title not in draft.titles:
        draft.titles.append(title)
    for word in title.replace(".", " ").split():
        if word in _MALE_TITLES or word in _MALE_NOUNS:
            draft.gender = "m"
        elif word in _FEMALE_TITLES or word in _FEMALE_NOUNS:
            draft.gender = "f"
        elif word in _BENCH:
            draft.on_bench = True


def _add_description(tokens: Tokens, end: int, draft: Draft, opens: set[int]) -> None:
    """Note the apposition behind a name: `, 42, of Ashford,`, `, a lawyer for Roe,`, `who represents Roe`."""
    words = tokens.words
    if end + 1 >= len(words) or words[end] not in (",", "who"):
        return
    first = end + (words[end] == ",")
    word = words[first]
    if first in opens or not _opens_apposition(words, first):
        return
    close = _end_of_apposition(words, first, opens)
    if close <= first or (close - first == 1 and not word.isdigit() and word not in ROLES):
        return
    draft.descriptions.append((tokens.starts[first], tokens.ends[close - 1]))
    for word in words[first : min(close, first + 6)]:
        if word in ("of", "for", "who", "whose"):
            break
        if draft.gender is None and word in _MALE_NOUNS:
            draft.gender = "m"
        elif draft.gender is None and word in _FEMALE_NOUNS:
            draft.gender = "f"


def _opens_apposition(words: tuple[str, ...], first: int) -> bool:
    word = words[first]
    if word.isdigit() or word in _AFTER_AGE:
        return True
    flags = FLAGS.get(word, 0)
    if flags & (TITLE | MODIFIER) and not flags & PLACE:
        return True
    if FLAGS.get(word.capitalize(), 0) & FUNCTION:
        return False
    return word[0].islower() and not ROLES.isdisjoint(words[first : first + 4])


def _end_of_apposition(words: tuple[str, ...], first: int, opens: set[int]) -> int:
    """Return the token after an apposition that begins at a token, the token itself where it has no end."""
    size = len(words)
    close = first
    stop = min(size, first + _REACH)
    relative = words[first] in ("who", "whose")
    while close < stop and close not in opens and words[close] not in (",", ";", "”", '"', "“"):
        if not relative and words[close] in _VERBS:
            return close  # the closing comma is missing
        relative = relative or words[close] in ("who", "whose", "which", "that")
        close += 1
        if close == first + 1 < size - 1 and words[first].isdigit() and words[close] == ",":
            after = words[close + 1]
            close += after in _AFTER_AGE or after in ROLES  # the age goes together with what follows it
    if close in opens or close == size:
        return close - (words[close - 1] == ".")
    return first if close == stop else close
