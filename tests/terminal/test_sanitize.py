"""Sanitizing by pattern gives what checking every character gives."""

import doctest
import sys
import unicodedata
from random import Random

import pytest

from sco_quiz.terminal import sanitize as module
from sco_quiz.terminal.sanitize import SPACES, sanitize
from tests.terminal.test_hostile import HARMFUL

CASES = (
    "",
    "plain text\nin two lines",
    "“Café” – 10\u202f000\u00a0km ¶ 3…",
    "\u0645\u06cc\u200c\u062e\u0648",
    "\u200c\u0645\u200c",
    "\u0915\u094d\u200d\u0937 \u0915\u200d\u0937",
    "e" + "\u0301" * 4 + " e" + "\u0301" * 5 + " e" + "\u0301" * 9,
    "\u0301\u0301\u0301\u0301\u0301",
    "\u0301\u0301\u034f\u0301\u0301\u0301",
    "\u0645\u200c\u3164 \u0645\u200c\u034f",
    "\ud800 \udfff \U0010ffff \ufffe",
    *HARMFUL,
)


def reference(text: str, allowed: str = SPACES) -> str:
    """Check every character, one after the other."""
    text = text.expandtabs(module.TAB)
    shown, marks = [], 0
    for index, character in enumerate(text):
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        harmless = (
            character.isprintable()
            or character == "\n"
            or character in allowed
            or module._is_needed_joiner(text, index)
        )
        plain = harmless and marks <= module.MAX_MARKS and not module._INVISIBLE.match(character)
        shown.append(character if plain else module._code(character))
    return "".join(shown)


@pytest.fixture(scope="module")
def by_category() -> list[list[str]]:
    """All of Unicode, by category, and the characters with a special role as one more group."""
    groups: dict[str, list[str]] = {}
    for code in range(sys.maxunicode + 1):
        groups.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    special = "\n \u00a0\u200c\u200d\u0645\u094d\u0915\u0301\u20dd\u034f\u3164\u115f\u2800\ufe0f"
    assert len(groups) == 30
    return [*groups.values(), list(special)]


@pytest.mark.full
def test_every_character_is_judged_as_before(by_category: list[list[str]]) -> None:
    differing = [
        hex(ord(character))
        for group in by_category
        for character in group
        if sanitize(character) != reference(character)
    ]
    assert differing == []


@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("allowed", [SPACES, ""])
def test_special_cases_are_judged_as_before(text: str, allowed: str) -> None:
    assert sanitize(text, allowed) == reference(text, allowed)


def test_random_texts_of_all_categories_are_judged_as_before(by_category: list[list[str]]) -> None:
    rng = Random(11)
    special = by_category[-1]
    for _ in range(5000):
        groups = [special if rng.random() < 0.5 else rng.choice(by_category) for _ in range(rng.randrange(1, 4))]
        text = "".join(rng.choice(rng.choice(groups)) for _ in range(rng.randrange(30)))
        assert sanitize(text) == reference(text), ascii(text)
        assert sanitize(text, "") == reference(text, ""), ascii(text)


def test_the_example_in_the_docstring() -> None:
    assert doctest.testmod(module).failed == 0


def test_clean_text_is_returned_as_it_is() -> None:
    text = "The Secretariat – of the “SCO” – sits in Beijing; ¶ 3. 上海\n" * 9
    assert sanitize(text) is text
