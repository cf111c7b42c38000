"""Folding, words, numbers and dates."""

import doctest

import pytest

from sco_quiz.core import text
from sco_quiz.core.text import fold, read_date, read_number, words


def test_examples_in_docstrings() -> None:
    result = doctest.testmod(text)
    assert result.attempted >= 5
    assert result.failed == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Secretary-General", "secretary general"),
        ("communiqué", "COMMUNIQUE"),
        ("the U.N.", "the UN"),
        ("“Fighting for Life”", "'fighting for life'"),
        ("experts’ panel", "experts' panel"),
        ("Ｂｅｉｊｉｎｇ", "Beijing"),
        ("thirty", "30"),
        ("the eighth meeting", "the 8th meeting"),
        ("one hundred and eighteen", "118"),
        ("1,000 people", "1000 people"),
        ("twenty-first", "21"),
        ("Straße", "strasse"),
    ],
)
def test_same_words(left: str, right: str) -> None:
    assert words(left) == words(right)


@pytest.mark.parametrize(("left", "right"), [("Iran", "Iraq"), ("30", "31"), ("118", "1118"), ("five six", "11")])
def test_different_words(left: str, right: str) -> None:
    assert words(left) != words(right)


def test_a_word_keeps_the_marks_of_its_letters() -> None:
    assert words("दिन दान, мой ข้าว がく") == ("दिन", "दान", "мой", "ข้าว", "がく")


def test_words_of_nothing() -> None:
    assert words(" …—! ") == ()
    assert fold("") == ""


@pytest.mark.parametrize(
    "written", ["9 December 2009", "Dec 9, 2009", "December 9th, 2009", "2009-12-09", "the 9th of Dec. 2009"]
)
def test_one_date_in_many_forms(written: str) -> None:
    assert read_date(written) == (2009, 12, 9)


@pytest.mark.parametrize(
    "written", ["2009", "December", "may be 9", "9 December 2009 in Almaty", "45 May 2009", "9 10 May"]
)
def test_not_a_date(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "number", "rest"),
    [
        ("30", 30, ""),
        ("thirty people", 30, "people"),
        ("-2.5 km", -2.5, "km"),
        ("5 million", 5e6, ""),
        ("  2001", 2001, ""),
    ],
)
def test_numbers(written: str, number: float, rest: str) -> None:
    assert read_number(written) == (number, rest)


@pytest.mark.parametrize("written", ["", "people", "about", "x30"])
def test_not_a_number(written: str) -> None:
    assert read_number(written) is None


def test_the_short_way_for_ascii_folds_as_the_long_one() -> None:
    every = "".join(map(chr, range(32, 127)))
    assert fold(f"{every} é") == fold(every) + " e"
