"""Which trigger a trigger hangs on, and whether it is only thought of."""

import pytest

from legalnews_dataset.records.event_chains import nearest_trigger, unreal_word
from legalnews_dataset.records.event_words import STEM_TYPES
from legalnews_dataset.records.stems import stem


def stems(words: list[str]) -> list[str]:
    return [stem(word) for word in words]


@pytest.mark.parametrize(
    ("before", "type_", "joint"),
    [
        ("hollis pleaded guilty to".split(), "plea", "to"),
        ("the judge denied a".split(), "ruling", ""),
        ("was charged on tuesday with".split(), "charge", "with"),
    ],
)
def test_a_trigger_hangs_on_the_nearest_one_before_it(before: list[str], type_: str, joint: str) -> None:
    types, found = nearest_trigger(stems(before)[::-1], before[::-1])

    assert type_[:2] in types
    assert found == joint


def test_without_a_trigger_only_the_joint_is_told() -> None:
    words = "with her two dogs".split()
    assert not any(word in STEM_TYPES for word in stems(words))
    assert nearest_trigger(stems(words), words) == ("", "with")


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("the firm may yet".split(), "may"),
        ("whether the board".split(), "whether"),
        ("if he loses , she".split(), ""),
        ("the firm".split(), ""),
        ([], ""),
    ],
)
def test_a_step_is_only_thought_of_after_such_a_word_of_its_clause(before: list[str], word: str) -> None:
    assert unreal_word(before) == word
