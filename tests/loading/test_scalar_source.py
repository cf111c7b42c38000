"""Each character of a text is found in its file, however YAML writes the text there."""

from random import Random

import pytest
import yaml

from sco_quiz.loading.scalar_source import source_range
from sco_quiz.loading.yaml_nodes import Scalar
from sco_quiz.loading.yaml_tree import Tree, parse

PIECES = [
    *("a", "é", "日", "😀", " ", "  ", "\t", "\\", '"', "'", "''", " #", ": ", "-", "! "),
    *("\n", "\n\n", "\n  ", "\n   \n", "\\\n", "\\\n\n  "),
    *(r"\n", r"\t", r"\x07", r"\u00e9", r"\U0001F600", r"\ ", r"\"", r"\/", r"\_"),
]
QUOTED = ['"%s"', "'%s'", '! "%s"', "!\n  '%s'"]
INDENTED = ["%s", "|\n  %s", ">\n  %s", ">-\n  %s", "|+\n  %s", "|2\n  %s", ">2-\n     %s", "> # c\n  %s"]


def text_of(scalar: Scalar, text: str, first: int, last: int) -> str | None:
    """Return the source of some characters of a text."""
    source = "\n".join(text.split("\n")[scalar.line : scalar.end_line + 1])
    found = source_range(source, scalar.column, scalar.value, first, last)
    return source[slice(*found)] if found else None


def stands_for(source: str | None, character: str) -> bool:
    if source is None or character.isspace():  # folded lines have spaces of their own
        return source is not None
    if source == character or (source, character) == ("''", "'"):
        return True
    return source.startswith("\\") and yaml.safe_load(f'"{source}"') == character


def test_each_character_is_found_in_any_style() -> None:
    found = 0
    for seed in range(3000):
        rng = Random(seed)
        body, style = "".join(rng.choices(PIECES, k=rng.randrange(1, 14))), rng.choice(QUOTED + INDENTED)
        if style in INDENTED:
            body = body.replace("\n", "\n" + " " * rng.choice((2, 2, 3)))
        text = f"k: {style % body}\nz: 1\n"
        for scalar in parse(text).scalars:
            for at, character in enumerate(scalar.value):
                assert stands_for(text_of(scalar, text, at, at + 1), character), (text, at)
                found += 1
    assert found > 10_000


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ('"one \\"two\\" three"', '"two" t', '\\"two\\" t'),
        ("'it''s two'", "it's", "it''s"),
        ("'one\n  two'", "one two", "one\n  two"),
        ('"one t\\\n   wo"', "two", "t\\\n   wo"),
        (">\n  one\n  two\n\n  three", "two\nthree", "two\n\n  three"),
        ("|\n   one\n    two\n", "one\n two", "one\n    two"),
        (">\n\n\n  one\n\n   two\n", "one\n\n two", "one\n\n   two"),
    ],
)
def test_the_source_of_words_is_found(text: str, words: str, expected: str) -> None:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    (scalar,) = parsed.scalars
    at = scalar.value.index(words)
    assert text_of(scalar, text, at, at + len(words)) == expected


def test_characters_that_a_value_does_not_have_are_nowhere() -> None:
    assert source_range('"one"', 0, "one", 3, 4) is None
    assert source_range("|\n one", 0, "one", 9, 10) is None
