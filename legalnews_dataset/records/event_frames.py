"""Cut trigger frames out of sentences: a verb or noun that may tell an event, with what its clause says about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from legalnews_dataset.documents.document import Document, MoneySpan, QuoteSpan, Sentence
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


@dataclass(slots=True)
class Clauses:
    """A document's words in the forms that frames are read from; parallel to its tokens.

    `quoted` and `money` say which words stand inside quotation marks and which print a sum.
    """

    words: list[str]
    stems: list[str]
    capitals: list[bool]
    roles: list[str | None]
    quoted: list[bool]
    money: list[bool]


@dataclass(slots=True)
class Frame:
    """A candidate: `token` and `sentence` index the document; `voice` is its form, voice, tense and negation."""

    token: int
    sentence: int
    voice: str
    subject: str
    features: list[int]


def read_clauses(document: Document) -> Clauses:
    """Return the words of a document in lower case, with stems, capitals and the roles that nouns stand for."""
    words = [word.lower().replace("’", "'") for word in document.tokens.words]
    return Clauses(
        words,
        [stem(word) for word in words],
        [word[0].isupper() for word in document.tokens.words],
        [ROLE_OF.get(word) for word in words],
        _inside(document, document.quotes),
        _inside(document, document.money),
    )


def _inside(document: Document, spans: Sequence[QuoteSpan] | Sequence[MoneySpan]) -> list[bool]:
    starts = document.tokens.starts
    inside = [False] * len(starts)
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside[first:last] = [True] * (last - first)
    return inside


def find_frames(document: Document, clauses: Clauses, templates: Templates) -> tuple[list[Frame], dict[int, list[int]]]:
    """Return every word of the document that may tell an event, and the features that frames of a sentence share.

    Args:
        document: the document.
        clauses: its words.
        templates: what numbers the features.

    Returns:
        The frames in text order, and the numbers of the shared features by the sentence's index.

    """
    whole = _document_features(clauses, templates)
    frames: list[Frame] = []
    shared: dict[int, list[int]] = {}
    seen: dict[str, int] = {}
    for k, sentence in enumerate(document.sentences):
        found = [(i, form) for i in range(sentence.first, sentence.last) if (form := _form(clauses, i, sentence.first))]
        if not found or sentence.last - sentence.first < 3:
            continue
        shared[k] = whole + _sentence_features(document, clauses, sentence, k, templates)
        for i, form in found:
            frame = _read_frame(clauses, i, form, sentence, k, templates)
            key = clauses.stems[i]
            seen[key] = seen.get(key, -1) + 1
            frame.features.append(templates.seen[f"{min(seen[key], 2)}"])
            frames.append(frame)
    return frames, shared


def _form(clauses: Clauses, i: int, first: int) -> str | None:
    """Return how a word may tell an event: as a past form, an -ing form, an infinitive or a noun; None where not."""
    word, key = clauses.words[i], clauses.stems[i]
    if len(word) < 3 or not word[0].isalpha() or key in _NO_TRIGGERS or word in BE or word in HAVE:
        return None
    if word.endswith("ed") or word in PAST_FORMS:
        return "ed"
    before = clauses.words[i - 1] if i > first else ""
    known = key in STEM_TYPES
    if word.endswith("ing"):
        return "ing" if known or before in _BEFORE_ING else None
    if before in MODALS:
        return "base"
    return "n" if known else None


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
        *[in_bag[key] for key in bag if len(key) > 2],
    ]


def _voice(clauses: Clauses, i: int, first: int, form: str) -> str:
    """Return form, voice, tense and negation of a trigger in one word."""
    passive = tense = negated = ""
    words = clauses.words
    for j in range(i - 1, max(first, i - 5) - 1, -1):
        word = words[j]
        if word in BE:
            passive = "pas"
        elif word in HAVE:
            tense = "perf"
        elif word in AHEAD:
            tense = "fut" if word != "to" else tense or "to"
        elif word in _NEGATIONS:
            negated = "neg"
        elif word in _BREAKS:
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
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        role = clauses.roles[j]
        if role:
            return role
        if clauses.capitals[j] and j > first and clauses.words[j].isalpha():
            return "name"
        if clauses.words[j] in (",", ";"):
            return ","
    return "-"


def _object(clauses: Clauses, i: int, last: int) -> str:
    for j in range(i + 1, min(last, i + 8)):
        role = clauses.roles[j]
        if role:
            return role
        if clauses.capitals[j] and clauses.words[j].isalpha():
            return "name"
        if clauses.words[j] in (",", ";"):
            return ","
    return "-"


def _read_frame(clauses: Clauses, i: int, form: str, sentence: Sentence, k: int, templates: Templates) -> Frame:
    stems, first, last, t = clauses.stems, sentence.first, sentence.last, templates
    key = stems[i]
    left, right = stems[max(first, i - 8) : i], stems[i + 1 : min(last, i + 8)]
    voice, subject, object_ = _voice(clauses, i, first, form), _subject(clauses, i, first), _object(clauses, i, last)
    after1 = right[0] if right else "#"
    quoted = "yes" if clauses.quoted[i] else "no"
    paid = "yes" if True in clauses.money[i + 1 : min(last, i + 9)] else "no"
    features = [
        t.stem[key],
        t.form[form],
        t.before1[left[-1] if left else "#"],
        t.before2[left[-2] if len(left) > 1 else "#"],
        t.after1[after1],
        t.after2[right[1] if len(right) > 1 else "#"],
        t.after3[right[2] if len(right) > 2 else "#"],
        t.stem_after[f"{key} {after1}"],
        t.voice[voice],
        t.subject[subject],
        t.object[object_],
        t.subject_stem[f"{subject} {key}"],
        t.object_stem[f"{object_} {key}"],
        t.quoted[quoted],
        t.money[paid],
    ]
    for type_ in STEM_TYPES.get(key, _UNKNOWN):
        features += (
            t.lexicon[type_],
            t.lexicon_voice[f"{type_} {voice}"],
            t.subject_lexicon[f"{subject} {type_} {voice}"],
            t.object_lexicon[f"{object_} {type_}"],
            t.quoted_lexicon[f"{quoted} {type_}"],
            t.money_lexicon[f"{paid} {type_}"],
        )
    on_left, on_right = t.left, t.right
    features += [on_left[x] for x in set(left[-7:])]
    features += [on_right[x] for x in set(right)]
    near_right, near_left = set(right[:6]), set(left)
    types = set()
    for frame in FRAMES_OF.get(key, _NO_FRAMES) + FRAMES_OF["*"]:
        if not (
            (frame.after and near_right.isdisjoint(frame.after))
            or (frame.before and near_left.isdisjoint(frame.before))
            or (frame.form == "N" and form != "n")
            or (frame.form == "G" and form != "ing")
        ):
            features.append(t.frame[frame.name])
            types.add(frame.type)
    features += [t.frame_type[type_] for type_ in types]
    return Frame(i, k, voice, subject, features)
