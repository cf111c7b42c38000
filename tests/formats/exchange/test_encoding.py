"""The text of a file: UTF-8 unless its encoding is named."""

import pytest

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import GUESS, ReadOptions
from sco_quiz.formats.exchange.encoding import text_of


def test_line_feeds_alone_end_the_lines_and_a_mark_is_dropped() -> None:
    assert text_of("\ufeffa\r\nb\rc".encode(), "a.txt", GUESS) == "a\nb\nc"


def test_another_encoding_must_be_named() -> None:
    found = text_of("one\nJapon é".encode("cp1252"), "a.txt", GUESS)
    assert isinstance(found, Problem)
    assert (found.name, found.place.line) == ("not-utf8", 2)
    assert text_of("é".encode("cp1252"), "a.txt", ReadOptions("cp1252")) == "é"
    found = text_of(b"a", "a.txt", ReadOptions("windows-latin"))
    assert isinstance(found, Problem)
    assert found.name == "unknown-encoding"


@pytest.mark.parametrize("name", ["punycode", "undefined", "idna", "unicode_escape", "hex", "\udcff", "a\0b"])
def test_what_no_file_is_saved_in_is_no_encoding(name: str) -> None:
    found = text_of(b"a: b, c", "a.txt", ReadOptions(name))
    assert isinstance(found, Problem)
    assert found.name == "unknown-encoding"
