"""Say what stands beside a trigger: the triggers that it hangs on, and words by which it is only thought of.

Who `pleaded guilty to fixing prices` is told to have pleaded; a court that `denied a motion to dismiss` ruled.
"""

from __future__ import annotations

from collections.abc import Sequence

from legalnews_dataset.records.event_words import STEM_TYPES

SHORT_TYPES = {key: "".join(type_[:2] for type_ in types) for key, types in STEM_TYPES.items()}
# The words that say how a trigger hangs on the one beside it.
_JOINTS = frozenset(
    """to of for with by in on at from that who which and or but after before while when as against over into , ; not if
    whether than because since until during about under""".split()
)
_CLAUSE_STARTS = frozenset(", ; that who which".split())
_UNREAL = frozenset(
    """if whether unless would could may might should must can cannot will any no able right seek seeks sought seeking
    want wants wanted try tries tried trying attempt attempts attempted ask asks asked asking urge urged allow allows
    allowed threaten threatened threatening refuse refused refusing hope hopes hoped effort efforts bid plan plans
    planned planning possible possibly potential likely unlikely expected expects expect avoid prevent prevented decide
    deciding consider considering considered need needs needed""".split()
)


def nearest_trigger(stems: Sequence[str], words: Sequence[str]) -> tuple[str, str]:
    """Return what the first of some stems that is a trigger may tell, and the first joint on the way to it.

    >>> nearest_trigger(("of", "fraud", "convict"), ("of", "fraud", "convicted"))
    ('co', 'of')
    """
    joint = ""
    for stem, word in zip(stems, words, strict=True):
        types = SHORT_TYPES.get(stem)
        if types:
            return types, joint
        if not joint and word in _JOINTS:
            joint = word
    return "", joint


def unreal_word(words: Sequence[str]) -> str:
    """Return the nearest of the words before a trigger by which it is only thought of, in its own clause.

    >>> unreal_word(("the", "company", "may", "never"))
    'may'
    """
    for word in reversed(words):
        if word in _UNREAL:
            return word
        if word in _CLAUSE_STARTS:
            return ""
    return ""
