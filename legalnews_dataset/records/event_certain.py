"""Say what some phrases of the trade tell for certain, whatever the learned model makes of their words.

A judge who threatens a lawyer with jail imposes no sentence; closing arguments are a stage of a trial; what a jury
found someone liable for is conduct. `none` marks a word that tells nothing of its own in such a phrase.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from legalnews_dataset.documents.document import Document, Sentence

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certain:
    """What a word tells for certain, and in which kind of phrase.

    `first` and `last` are the first token of its clause core and the one after it.
    """

    type: str
    phrase: str
    first: int
    last: int


Found = dict[int, Certain]
_NOTHING = Certain("none", "", 0, 0)
_BREAKS = frozenset(', ; : ! ? " “ ” ( ) that which who but after before when while because as'.split())
_CORE = 12  # as many words as such a clause core has at most
_FAR = 60  # words further away are another matter, and endless sentences stay cheap
_JOINTS = frozenset(("and", ",", ";"))
_NO_END = frozenset("a an the in of to for on at by with from and his its their".split())
_BENCH = frozenset("judge magistrate court justice".split())
_PUNISHING = frozenset("jail jailed imprison contempt remove removed eject ejected expel expelled cell cells".split())
_SPEECHES = frozenset("argument arguments statement statements speech speeches submissions".split())
_NO_SPEECH = frozenset(("a", "regarding", "on"))  # before a closing statement that nobody makes in court
_ROOMS = frozenset("court courtroom courthouse trial hearing dock".split())
_MIDWAY = frozenset("during middle halfway midway anger angrily abruptly fury furiously protest".split())
_SITTING = frozenset("jury jurors judge panel".split())
_AT_WORK = frozenset("judge lawyer lawyers attorney attorneys counsel prosecutor prosecutors witness witnesses".split())
_TAKING = frozenset(("took", "takes", "taken"))
_GIVING = frozenset(("gave", "gives", "given"))
_OPEN = frozenset("not never n't no could would should cannot whether if".split())
_BEING = frozenset("is was were be been spent".split())
_FINDING = frozenset("found find finds finding held".split())
_ABOUT = frozenset("concerns concerned centers centres centered centred focuses focused".split())
_SAME = frozenset("this present current second latest".split())
_DONE = frozenset("made gave wrote said published posted told sent".split())
_PERSONS = frozenset("he she they it".split())
_JURY = frozenset("jury jurors".split())
_LAWYERS = frozenset("lawyer lawyers attorney attorneys counsel barrister prosecutor prosecutors".split())


def find_certain(document: Document, words: Words) -> Found:
    """Return what words of the document tell for certain, by token.

    Args:
        document: the document.
        words: its words in lower case.

    """
    found: Found = {}
    sentence, k = None, -1
    for i, word in enumerate(words):
        reader = _READERS.get(word)
        if reader is None:
            continue
        while sentence is None or sentence.last <= i:
            k += 1
            if k == len(document.sentences):
                return found
            sentence = document.sentences[k]
        if sentence.first <= i:
            reader(words, i, sentence, found)
    return found


def core_end(words: Words, trigger: int, most: int, sentence: Sentence, breaks: frozenset[str] = _BREAKS) -> int:
    """Return the token after the clause core that goes on from a trigger, at most so many words.

    A full stop inside a sentence ends an initial or a title, not a clause.
    """
    end = min(sentence.last, trigger + most)
    last = next((k for k in range(trigger + 1, end) if words[k] in breaks), end)
    while last > trigger + 1 and last > sentence.last - 3 and words[last - 1] == ".":
        last -= 1
    while last > trigger + 1 and words[last - 1] in _NO_END:
        last -= 1
    return last


def are_one(a: Certain, b: Certain) -> bool | None:
    """Tell whether two phrases of one type tell one event, None where they do not say."""
    if a.type in ("trial", "incident"):
        return a.phrase == b.phrase
    return False if a.type == "conduct" else None


def _cover(found: Found, first: int, last: int) -> None:
    for k in range(first, last):
        found.setdefault(k, _NOTHING)


def _threat(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `the judge threatened to jail her`, `threatened to hold X in contempt`."""
    first = max(sentence.first, i - 4)
    if words[i + 1 : i + 2] not in (("to",), ("with",)) or _BENCH.isdisjoint(words[first:i]):
        return
    punished = next((k for k in range(i + 2, min(sentence.last, i + 18)) if words[k] in _PUNISHING), -1)
    if punished >= 0:
        bench = max(k for k in range(first, i) if words[k] in _BENCH)
        begin = bench - (words[bench - 1] == "the" and bench > sentence.first)
        last = core_end(words, punished, _CORE, sentence)
        found[i] = Certain("incident", "threat", begin if bench == i - 1 else i, last)
        _cover(found, i + 1, last)


def _walk_out(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `walked out of court during closing arguments`, `left the courtroom in anger`."""
    k = i + 1
    if words[i] not in ("left", "leaves", "leaving"):
        if words[k : k + 1] != ("out",):
            return
        k += 1
    room = next((j for j in range(k, min(sentence.last, k + 7)) if words[j] in _ROOMS), -1)
    if (
        room < 0
        or not _is_midway(words, room, sentence)
        or not _SITTING.isdisjoint(words[max(sentence.first, i - 3) : i])
    ):
        return
    begin = i - 1 if i > sentence.first and words[i - 1] in ("has", "had", "abruptly") else i
    found[i] = Certain("incident", "walk-out", begin, room + 1)
    _cover(found, i + 1, room + 1)


def _is_midway(words: Words, room: int, sentence: Sentence) -> bool:
    """Tell whether the court was sitting: `during`, `in anger`, `as a lawyer was asking jurors`."""
    if not _MIDWAY.isdisjoint(words[max(sentence.first, room - _FAR) : min(sentence.last, room + _FAR)]):
        return True
    at = next((k for k in range(room + 1, min(sentence.last, room + 7)) if words[k] in ("as", "while")), -1)
    return at >= 0 and not _AT_WORK.isdisjoint(words[at + 1 : min(sentence.last, at + 6)])


def _speech(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `closing arguments in the trial of X`, `opening statements`, `a final plea to the jury`."""
    spoken = i + 1
    plea = words[i + 1 : i + 5] == ("plea", "to", "the", "jury") or words[i + 1 : i + 4] == ("plea", "to", "jurors")
    if i > sentence.first and words[i - 1] in _NO_SPEECH and not plea:
        return
    if spoken < sentence.last and (plea or (words[i] != "final" and words[spoken] in _SPEECHES)):
        last = core_end(words, spoken, _CORE, sentence)
        found[spoken] = Certain("trial", "opening" if words[i] == "opening" else "closing", i, last)
        _cover(found, i, last)


def _stand(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `took the witness stand`, `was on the stand`, `was in the witness box`."""
    lead = i - 1
    if words[lead] == "witness":
        lead -= 1
    if lead - 2 < sentence.first or words[lead] != "the":
        return
    if words[i] == "stand" and words[lead - 1] in _TAKING:
        begin = lead - 1
    elif words[lead - 1] in ("on", "in") and words[lead - 2] in _BEING and (words[i] == "stand" or lead < i - 1):
        begin = lead - 2
    else:
        return
    if _OPEN.isdisjoint(words[max(sentence.first, begin - 3) : begin]):
        _cover(found, begin, i)
        found[i] = Certain("testimony", "testimony", begin, i + 1)


def _evidence(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `gave evidence`."""
    if i > sentence.first and words[i - 1] in _GIVING and _OPEN.isdisjoint(words[max(sentence.first, i - 4) : i]):
        _cover(found, i - 1, i)
        found[i] = Certain("testimony", "testimony", i - 1, i + 1)


def _liable(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read the conduct in `found X liable for groping her in the 1980s, and that he libeled her`."""
    before = words[max(sentence.first, i - 7) : i]
    if _FINDING.isdisjoint(before) or "already" in before or words[i + 1 : i + 2] != ("for",):
        return
    if not _OPEN.isdisjoint(before):
        return
    k, end = i + 1, min(sentence.last, i + _FAR)
    while k < end:
        told = -1
        if words[k] == "for" and words[k - 1] in ("liable", "and"):
            told = k + 1 + words[k + 1].endswith("ly") if k + 2 < sentence.last else k
            told = told if words[told].endswith("ing") else -1
        elif words[k] in _PERSONS and words[k - 2 : k] == ("and", "that"):
            told = next((j for j in range(k + 1, min(sentence.last, k + 3)) if words[j].endswith("ed")), -1)
        if told >= 0:
            last = core_end(words, told, _CORE, sentence, _JOINTS)
            found[told] = Certain("conduct", "found", k if words[k] in _PERSONS else k + 1, last)
            _cover(found, told + 1, last)
            k = last
        k += 1


def _this_trial(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `This trial concerns two remarks that X made in 2011`: the trial is described, the remarks are conduct."""
    same = not _SAME.isdisjoint(words[max(sentence.first, i - 2) : i])
    if not same or (words[i + 1 : i + 3] != ("is", "about") and _ABOUT.isdisjoint(words[i + 1 : i + 2])):
        return
    found[i] = _NOTHING
    done = next((k for k in range(i + 3, min(sentence.last, i + 20)) if words[k] in _DONE), -1)
    if done >= 0:
        noun = next((k for k in range(done - 1, i + 1, -1) if words[k - 1] in ("about", "for", "over", "in")), i + 2)
        last = core_end(words, done, _CORE, sentence)
        found[done] = Certain("conduct", "tried", noun, last)
        _cover(found, i + 1, last)


def _asking(words: Words, i: int, sentence: Sentence, found: Found) -> None:
    """Read `a lawyer was asking jurors to punish him`: a plea to a jury files nothing."""
    if not _JURY.isdisjoint(words[i + 1 : i + 3]) and not _LAWYERS.isdisjoint(words[max(sentence.first, i - 6) : i]):
        found.setdefault(i, _NOTHING)


_READERS: dict[str, Callable[[Words, int, Sentence, Found], None]] = {
    **dict.fromkeys(("threatened", "threatens", "threatening"), _threat),
    **dict.fromkeys(("walked", "walks", "stormed", "storms", "stalked", "marched", "strode"), _walk_out),
    **dict.fromkeys(("left", "leaves", "leaving"), _walk_out),
    **dict.fromkeys(("closing", "opening", "final"), _speech),
    **dict.fromkeys(("stand", "box"), _stand),
    "evidence": _evidence,
    "liable": _liable,
    "trial": _this_trial,
    **dict.fromkeys(("asked", "asking", "asks", "urged", "urging", "urges"), _asking),
}
