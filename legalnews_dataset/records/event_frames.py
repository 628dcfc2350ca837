"""Cut trigger frames out of sentences: a verb or noun that may tell an event, with what its clause says about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from legalnews_dataset.documents.document import Document, MoneySpan, QuoteSpan, Sentence
from legalnews_dataset.records.event_certain import Certain
from legalnews_dataset.records.event_chains import SHORT_TYPES, nearest_trigger, unreal_word
from legalnews_dataset.records.event_words import FRAMES_OF, ROLE_OF, STEM_TYPES, TriggerFrame
from legalnews_dataset.records.stems import PAST_FORMS, stem
from legalnews_dataset.records.vocabulary import Template

BE = frozenset("be is are was were been being am 's 're got gets get".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would can could may might shall should must to 'll wo ca".split())
AHEAD = MODALS | frozenset("expected scheduled due set plans planned planning intends intend".split())
_NEGATIONS = frozenset("not never no n't without nor".split())
_DETERMINERS = frozenset("a an the this that these those his her its their our my your 's any no each every".split())
_BREAKS = frozenset(', . ; " that who which'.split())
# What a word before a trigger says of it; a word of two kinds counts as the first of them.
_SAYS = {
    **dict.fromkeys(_BREAKS, "break"),
    **dict.fromkeys(_NEGATIONS, "neg"),
    **dict.fromkeys(AHEAD, "fut"),
    **dict.fromkeys(HAVE, "perf"),
    **dict.fromkeys(BE, "pas"),
}
_BEFORE_ING = frozenset("by for of in and , from with after before was were".split())
_ALLEGING = frozenset(
    stem(w) for w in "allege accuse claim charge contend argue assert complain according say said".split()
)
_NO_TRIGGERS = frozenset(
    stem(w)
    for w in """need include base relate united add concern call so-called expect accord regard follow during thing
    something nothing anything being morning evening including""".split()
)
_CRIMINAL = frozenset(stem(w) for w in "indict guilty convict murder prison sentence arrest prosecutor jail".split())
_CIVIL = frozenset(stem(w) for w in "lawsuit plaintiff suit sue settlement damages".split())
_NO_FRAMES: tuple[TriggerFrame, ...] = ()
_UNKNOWN = ("?",)
_UNTOLD = frozenset(("name", ""))
_MARK_OF = {"person": "named"}  # a name tells more than a pronoun, whose mark is `person`
# A frame of any trigger asks for one of these words around it, so that most triggers need no look at each of them.
_ANY_BEFORE = frozenset().union(*(frame.before for frame in FRAMES_OF["*"]))
_ANY_AFTER = frozenset().union(*(frame.after for frame in FRAMES_OF["*"]))
_MOST_WORDS = 1 << 16  # as many printed words are kept
_SHORTEST = 3  # a heading or a stray mark tells nothing
Candidate = tuple[int, int, str, int]  # token, sentence, form, how often its stem was a candidate before


class Templates(NamedTuple):
    """The templates of a frame's features."""

    stem: Template
    form: Template
    before1: Template
    before2: Template
    after1: Template
    after2: Template
    after3: Template
    stem_after: Template
    voice: Template
    lexicon: Template
    lexicon_voice: Template
    subject: Template
    object: Template
    subject_stem: Template
    object_stem: Template
    subject_lexicon: Template
    object_lexicon: Template
    left: Template
    right: Template
    frame: Template
    frame_type: Template
    frame_seen: Template
    frame_quoted: Template
    frame_place: Template
    seen: Template
    quoted: Template
    quoted_lexicon: Template
    money: Template
    money_lexicon: Template
    position: Template
    part: Template
    paragraph: Template
    bag: Template
    alleging: Template
    criminal: Template
    civil: Template
    governor: Template
    governor_lexicon: Template
    governor_stem: Template
    next: Template
    next_lexicon: Template
    irrealis: Template
    irrealis_lexicon: Template


@dataclass(slots=True)
class Clauses:
    """A document's words in the forms that frames are read from; parallel to its tokens.

    `marks` says what a word is beside a trigger: the role that it stands for, `name`, a comma, or nothing.
    `forms` says how a word may tell an event; `quoted` and `money` say which words stand inside quotation marks and
    which print a sum.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    marks: tuple[str, ...]
    forms: tuple[str, ...]
    quoted: list[bool]
    money: list[bool]


@dataclass(slots=True)
class Frame:
    """A candidate: `token` and `sentence` index the document; `voice` is its form, voice, tense and negation.

    `terms` are those of its features; `certain` is what the words around it tell whatever a model makes of them.
    """

    token: int
    sentence: int
    voice: str
    subject: str
    terms: list[int]
    certain: Certain | None = None


def read_clauses(document: Document) -> Clauses:
    """Return the words of a document in lower case, with stems, capitals and the roles that nouns stand for."""
    read = list(map(_FORMS.__getitem__, document.tokens.words))
    words, stems, marks, forms = zip(*read, strict=True) if read else ((), (), (), ())
    return Clauses(
        words,
        stems,
        _mark_names(document, marks),
        forms,
        _inside(document, document.quotes),
        _inside(document, document.money),
    )


def _mark_names(document: Document, marks: tuple[str, ...]) -> tuple[str, ...]:
    """Return the marks with the kind of an entity on each word of its name."""
    starts, marked = document.tokens.starts, list(marks)
    at = 0
    for mention in document.mentions:
        at = bisect_left(starts, mention.start, at)
        kind, k = document.entities[mention.entity].kind, at
        while k < len(starts) and starts[k] < mention.end:
            if marked[k] in _UNTOLD:
                marked[k] = _MARK_OF.get(kind, kind)
            k += 1
    return tuple(marked)


class _Forms(dict[str, tuple[str, str, str, str]]):
    """The forms of printed words, kept from one document to the next."""

    def __missing__(self, printed: str) -> tuple[str, str, str, str]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[printed] = found = _look_up(printed)
        return found


_FORMS = _Forms()


def _look_up(printed: str) -> tuple[str, str, str, str]:
    """Return what a word is wherever it stands: lower case, stem, mark, and how it may tell an event.

    The last is `ed` for a past form, `ing` or `n` for a known -ing form or noun, `ing?` for another -ing form, `base?`
    for a word that may be an infinitive, and nothing for a word that tells no event.
    """
    word = printed.lower().replace("’", "'")
    key = stem(word)
    if len(word) < 3 or not word[0].isalpha() or key in _NO_TRIGGERS or word in BE or word in HAVE:
        form = ""
    elif word.endswith("ed") or word in PAST_FORMS:
        form = "ed"
    elif word.endswith("ing"):
        form = "ing" if key in STEM_TYPES else "ing?"
    else:
        form = "n" if key in STEM_TYPES else "base?"
    mark = ROLE_OF.get(word) or (
        "name" if printed[0].isupper() and word.isalpha() else "," if word in (",", ";") else ""
    )
    return word, key, mark, form


def _inside(document: Document, spans: Sequence[QuoteSpan] | Sequence[MoneySpan]) -> list[bool]:
    starts = document.tokens.starts
    inside = [False] * len(starts)
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside[first:last] = [True] * (last - first)
    return inside


def find_candidates(document: Document, clauses: Clauses) -> list[Candidate]:
    """Return every word of the document that may tell an event, in text order."""
    found: list[Candidate] = []
    words, stems, forms = clauses.words, clauses.stems, clauses.forms
    seen: dict[str, int] = {}
    for k, sentence in enumerate(document.sentences):
        first = sentence.first
        if sentence.last - first < _SHORTEST:
            continue
        for i in range(first, sentence.last):
            form = forms[i]
            if not form:
                continue
            if form[-1] == "?":
                before = words[i - 1] if i > first else ""
                if before not in (MODALS if form == "base?" else _BEFORE_ING):
                    continue
                form = form[:-1]
            elif form == "n" and i > first and words[i - 1] in MODALS:
                form = "base"
            count = seen[stems[i]] = seen.get(stems[i], -1) + 1
            found.append((i, k, form, count))
    return found


def shared_features(
    document: Document, clauses: Clauses, candidates: Sequence[Candidate], templates: Templates
) -> dict[int, list[int]]:
    """Return for each sentence that holds a candidate the terms of the features that all of its frames share."""
    whole = _document_features(clauses, templates)
    sentences = dict.fromkeys(k for _, k, _, _ in candidates)
    return {k: whole + _sentence_features(document, clauses, document.sentences[k], k, templates) for k in sentences}


def _document_features(clauses: Clauses, templates: Templates) -> list[int]:
    have = set(clauses.stems)
    return [
        templates.criminal[f"{min(len(have & _CRIMINAL), 4)}"],
        templates.civil[f"{min(len(have & _CIVIL), 4)}"],
    ]


def _sentence_features(
    document: Document, clauses: Clauses, sentence: Sentence, k: int, templates: Templates
) -> list[int]:
    bag = set(clauses.stems[sentence.first : sentence.last])
    in_bag = templates.bag
    return [
        templates.position[f"{min(k, 4)}"],
        templates.part[f"{4 * k // len(document.sentences)}"],
        templates.paragraph[f"{min(sentence.paragraph, 4)}"],
        templates.alleging[f"{not bag.isdisjoint(_ALLEGING)}"],
        *map(in_bag.__getitem__, [key for key in bag if len(key) > 2]),
    ]


def _voice(clauses: Clauses, i: int, first: int, form: str) -> str:
    """Return form, voice, tense and negation of a trigger in one word."""
    passive = tense = negated = ""
    words = clauses.words
    for j in range(i - 1, max(first, i - 5) - 1, -1):
        word = words[j]
        says = _SAYS.get(word)
        if says is None:
            continue
        if says == "pas":
            passive = "pas"
        elif says == "perf":
            tense = "perf"
        elif says == "fut":
            tense = "fut" if word != "to" else tense or "to"
        elif says == "neg":
            negated = "neg"
        else:
            break
    noun = ""
    if (
        form in ("n", "ing")
        and i > first
        and (words[i - 1] in _DETERMINERS or (i - 1 > first and words[i - 2] in _DETERMINERS))
    ):
        noun = "N"
    return f"{form}{noun}{passive}{tense}{negated}"


def _subject(clauses: Clauses, i: int, first: int) -> str:
    marks = clauses.marks
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        mark = marks[j]
        if mark:
            return mark if mark != "name" or j > first else "-"
    return "-"


def _object(clauses: Clauses, i: int, last: int) -> str:
    for mark in clauses.marks[i + 1 : min(last, i + 8)]:
        if mark:
            return mark
    return "-"


def glance(document: Document, clauses: Clauses, candidate: Candidate, templates: Templates) -> list[int]:
    """Return the terms of the features that a first look at a candidate gives: its word and its neighbours."""
    i, k, form, _ = candidate
    stems, t, sentence = clauses.stems, templates, document.sentences[k]
    key = stems[i]
    before = stems[i - 1] if i > sentence.first else "#"
    after = stems[i + 1] if i + 1 < sentence.last else "#"
    quoted, place = clauses.quoted[i], min(k, 4)
    on = (key, form, quoted, place)
    own = t.stem.together.get(on)
    if own is None:
        lexicon = "".join(type_[:2] for type_ in STEM_TYPES.get(key, ()))
        own = t.stem.keep(
            on,
            [
                t.stem[key],
                t.form[form],
                t.quoted["yes" if quoted else "no"],
                t.position[f"{place}"],
                t.lexicon[lexicon],
            ],
        )
    return [*own, t.before1[before], t.after1[after], t.stem_after[f"{key} {after}"]]


def read_frame(document: Document, clauses: Clauses, candidate: Candidate, templates: Templates) -> Frame:
    """Return the frame of a candidate, with the terms of the features of its own."""
    i, k, form, count = candidate
    sentence = document.sentences[k]
    stems, first, last, t = clauses.stems, sentence.first, sentence.last, templates
    key = stems[i]
    left, right = stems[max(first, i - 8) : i], stems[i + 1 : min(last, i + 8)]
    before = clauses.words[max(first, i - 8) : i]
    voice, subject, object_ = _voice(clauses, i, first, form), _subject(clauses, i, first), _object(clauses, i, last)
    after1 = right[0] if right else "#"
    quoted = "yes" if clauses.quoted[i] else "no"
    paid = "yes" if True in clauses.money[i + 1 : min(last, i + 9)] else "no"
    features = [
        t.stem[key],
        t.before1[left[-1] if left else "#"],
        t.before2[left[-2] if len(left) > 1 else "#"],
        t.after1[after1],
        t.after2[right[1] if len(right) > 1 else "#"],
        t.after3[right[2] if len(right) > 2 else "#"],
        t.stem_after[f"{key} {after1}"],
        t.subject_stem[f"{subject} {key}"],
        t.object_stem[f"{object_} {key}"],
    ]
    said = (STEM_TYPES.get(key, _UNKNOWN), form, voice, subject, object_, quoted, paid, min(count, 2))
    features += t.lexicon.together.get(said) or t.lexicon.keep(said, _lexicon_features(t, *said))
    on_left, on_right = t.left, t.right
    features += map(on_left.__getitem__, set(left[-7:]))
    features += map(on_right.__getitem__, set(right))
    lexicon = SHORT_TYPES.get(key, "-")
    governor = nearest_trigger(left[::-1], before[::-1])
    on = (*governor, form, lexicon)
    features += t.governor.together.get(on) or t.governor.keep(on, _governor_features(t, *on))
    if governor[0]:
        features.append(t.governor_stem[f"{governor[0]} {governor[1]} {key}"])
    on = (*nearest_trigger(right, clauses.words[i + 1 : i + 1 + len(right)]), form, lexicon)
    features += t.next.together.get(on) or t.next.keep(on, _next_features(t, *on))
    unreal = unreal_word(before)
    if unreal:
        features += (t.irrealis[f"{unreal} {form}"], t.irrealis_lexicon[f"{unreal} {lexicon}"])
    near_right = right[:6]
    frames = FRAMES_OF.get(key, _NO_FRAMES)
    if not (_ANY_BEFORE.isdisjoint(left) and _ANY_AFTER.isdisjoint(near_right)):
        frames += FRAMES_OF["*"]
    if frames:
        types: set[str] = set()
        for frame in frames:
            if not (
                (frame.after and frame.after.isdisjoint(near_right))
                or (frame.before and frame.before.isdisjoint(left))
                or (frame.form == "N" and form != "n")
                or (frame.form == "G" and form != "ing")
            ):
                features.append(t.frame[frame.name])
                types.add(frame.type)
        place = (min(count, 2), quoted, min(k, 4))
        for type_ in types:
            features += t.frame_type.together.get((type_, place)) or t.frame_type.keep(
                (type_, place), _frame_features(t, type_, *place)
            )
    return Frame(i, k, voice, subject, features)


def _governor_features(t: Templates, governor: str, joint: str, form: str, own: str) -> list[int]:
    """Return the terms of how a trigger hangs on the one before it."""
    return [t.governor[f"{governor} {joint} {form}"], t.governor_lexicon[f"{governor} {joint} {own}"]]


def _next_features(t: Templates, follower: str, joint: str, form: str, own: str) -> list[int]:
    """Return the terms of how the next trigger hangs on a trigger."""
    return [t.next[f"{follower} {joint} {form}"], t.next_lexicon[f"{follower} {joint} {own}"]]


def _frame_features(t: Templates, type_: str, seen: int, quoted: str, place: int) -> list[int]:
    """Return the terms of a type that the words around a trigger tell."""
    return [
        t.frame_type[type_],
        t.frame_seen[f"{type_} {seen}"],
        t.frame_quoted[f"{type_} {quoted}"],
        t.frame_place[f"{type_} {place}"],
    ]


def _lexicon_features(
    t: Templates,
    types: tuple[str, ...],
    form: str,
    voice: str,
    subject: str,
    object_: str,
    quoted: str,
    paid: str,
    seen: int,
) -> list[int]:
    """Return the terms of the features of a frame that hang on no word but by what the word may tell."""
    features = [
        t.form[form],
        t.voice[voice],
        t.subject[subject],
        t.object[object_],
        t.seen[f"{seen}"],
        t.quoted[quoted],
        t.money[paid],
    ]
    for type_ in types:
        features += (
            t.lexicon[type_],
            t.lexicon_voice[f"{type_} {voice}"],
            t.subject_lexicon[f"{subject} {type_} {voice}"],
            t.object_lexicon[f"{object_} {type_}"],
            t.quoted_lexicon[f"{quoted} {type_}"],
            t.money_lexicon[f"{paid} {type_}"],
        )
    return features
