"""Sequences are aligned as `difflib` does; long ones in a bounded number of pairs."""

from difflib import SequenceMatcher
from random import Random

import pytest

from sco_quiz.core import alignment
from sco_quiz.core.alignment import MAX_ITEMS, is_long, opcodes


def applied(old: list[str], new: list[str]) -> list[str]:
    """Return the new sequence, made from the old one by the opcodes."""
    return [
        item for tag, i1, i2, j1, j2 in opcodes(old, new) for item in (old[i1:i2] if tag == "equal" else new[j1:j2])
    ]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("pairs", [10, 40_000])
def test_the_old_sequence_becomes_the_new_one(seed: int, pairs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MAX_PAIRS", pairs)
    rng = Random(seed)
    old = rng.choices("abc", k=rng.randrange(30))
    new = [item for item in old if rng.random() < 0.8] + rng.choices("abcd", k=rng.randrange(4))
    assert applied(old, new) == new
    if not is_long(old, new):
        assert opcodes(old, new) == SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def test_what_is_between_the_ends_of_long_sequences_is_aligned() -> None:
    ends = [str(number) for number in range(MAX_ITEMS)]
    found = opcodes([*ends, "a", "b", *ends], [*ends, "c", "b", *ends])
    assert [tag for tag, *_ in found] == ["equal", "replace", "equal"]
    assert found[1] == ("replace", MAX_ITEMS, MAX_ITEMS + 1, MAX_ITEMS, MAX_ITEMS + 1)


def test_long_sequences_are_never_handed_to_difflib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "SequenceMatcher", None)
    assert opcodes(["a"] * 1_000, [*["a"] * 500, *["b", "a"] * 300])[1][0] == "replace"
