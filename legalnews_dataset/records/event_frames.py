"""Cut trigger frames out of sentences: a verb or noun that may tell an event, with what its clause says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from legalnews_dataset.documents.document import Document, Sentence
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

    word: Template
    stem: Template
    form: Template
    stem_form: Template
    before1: Template
    before2: Template
    after1: Template
    after2: Template
    after3: Template
    before_stem: Template
    stem_after: Template
    stem_after2: Template
    stem_after12: Template
    before12: Template
    after12: Template
    voice: Template
    stem_voice: Template
    lexicon: Template
    lexicon_voice: Template
    subject: Template
    object: Template
    subject_stem: Template
    object_stem: Template
    subject_object: Template
    subject_lexicon: Template
    object_lexicon: Template
    left: Template
    right: Template
    frame: Template
    frame_type: Template
    frame_voice: Template
    seen: Template
    seen_stem: Template
    position: Template
    part: Template
    paragraph: Template
    bag: Template
    alleging: Template
    criminal: Template
    civil: Template
    length: Template
    date: Template


@dataclass(slots=True)
class Clauses:
    """A document's words in the forms that frames are read from; parallel to its tokens."""

    words: list[str]
    stems: list[str]
    capitals: list[bool]
    roles: list[str | None]


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
    )


def find_frames(document: Document, clauses: Clauses, templates: Templates) -> list[Frame]:
    """Return every word of the document that may tell an event, with its features numbered by the templates."""
    whole = _document_features(clauses, templates)
    frames: list[Frame] = []
    seen: dict[str, int] = {}
    for k, sentence in enumerate(document.sentences):
        found = [(i, form) for i in range(sentence.first, sentence.last) if (form := _form(clauses, i, sentence.first))]
        if not found or sentence.last - sentence.first < 3:
            continue
        shared = whole + _sentence_features(document, clauses, sentence, k, templates)
        for i, form in found:
            frame = _read_frame(clauses, i, form, sentence, k, templates)
            key = clauses.stems[i]
            count = seen[key] = seen.get(key, -1) + 1
            count = min(count, 2)
            frame.features += (templates.seen[f"{count}"], templates.seen_stem[f"{key} {count}"])
            frame.features += shared
            frames.append(frame)
    return frames


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
        templates.length[f"{min(len(clauses.words) // 200, 5)}"],
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
        *[in_bag[key] for key in sorted(bag) if len(key) > 2],
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
    stems, first, last = clauses.stems, sentence.first, sentence.last
    word, key = clauses.words[i], stems[i]
    before1 = stems[i - 1] if i > first else "#"
    before2 = stems[i - 2] if i - 1 > first else "#"
    after1 = stems[i + 1] if i + 1 < last else "#"
    after2 = stems[i + 2] if i + 2 < last else "#"
    after3 = stems[i + 3] if i + 3 < last else "#"
    voice, subject, object_ = _voice(clauses, i, first, form), _subject(clauses, i, first), _object(clauses, i, last)
    t = templates
    features = [
        t.word[word],
        t.stem[key],
        t.form[form],
        t.stem_form[f"{key} {form}"],
        t.before1[before1],
        t.before2[before2],
        t.after1[after1],
        t.after2[after2],
        t.after3[after3],
        t.before_stem[f"{before1} {key}"],
        t.stem_after[f"{key} {after1}"],
        t.stem_after2[f"{key} {after2}"],
        t.stem_after12[f"{key} {after1} {after2}"],
        t.before12[f"{before2} {before1}"],
        t.after12[f"{after1} {after2}"],
        t.voice[voice],
        t.stem_voice[f"{key} {voice}"],
        t.subject[subject],
        t.object[object_],
        t.subject_stem[f"{subject} {key}"],
        t.object_stem[f"{object_} {key}"],
        t.subject_object[f"{subject} {object_}"],
    ]
    for type_ in STEM_TYPES.get(key, _UNKNOWN):
        features += (
            t.lexicon[type_],
            t.lexicon_voice[f"{type_} {voice}"],
            t.subject_lexicon[f"{subject} {type_} {voice}"],
            t.object_lexicon[f"{object_} {type_}"],
        )
    left, right = stems[max(first, i - 8) : i], stems[i + 1 : min(last, i + 8)]
    on_left, on_right = t.left, t.right
    features += [on_left[x] for x in left[-7:]]
    features += [on_right[x] for x in right]
    near_right, near_left = set(right[:6]), set(left)
    types = set()
    for frame in FRAMES_OF.get(key, _NO_FRAMES) + FRAMES_OF["*"]:
        if (
            not (frame.after and near_right.isdisjoint(frame.after))
            and not (frame.before and near_left.isdisjoint(frame.before))
            and not (frame.form == "N" and form != "n")
            and not (frame.form == "G" and form != "ing")
        ):
            features += (t.frame[frame.name], t.frame_voice[f"{frame.name} {voice}"])
            types.add(frame.type)
    features += [t.frame_type[type_] for type_ in sorted(types)]
    return Frame(i, k, voice, subject, features)
