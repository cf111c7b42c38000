"""Numbers: every form of a value is read back exactly; hostile ones stay small; units are converted lazily."""

import random
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.core.interaction import NumberEntry, Percent, show_number, write_number
from sco_quiz.core.typed.digits import HUGE, read_digits
from sco_quiz.core.typed.number_words import CARDINALS, read_words
from sco_quiz.core.typed.numbers import judge_number, read_measure, values_in
from sco_quiz.core.typed.quantities import read_quantities
from sco_quiz.core.typed.units import convert, read_units
from sco_quiz.core.verdict import Outcome, Unreadable, Verdict

RANDOM = random.Random(7)
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def read(text: str) -> set[Fraction]:
    """Return every value that a string can have."""
    return {found.value for found in read_quantities(text) if not found.unit}


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


def in_words(number: int) -> str:
    if number < 20:
        return CARDINALS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{CARDINALS[number % 10]}" if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {in_words(number % size)}" if number % size else ""
            return f"{in_words(number // size)} {name}{rest}"
    raise AssertionError


WHOLE: dict[str, Callable[[int], str]] = {
    "digits": str,
    "commas": lambda n: grouped(n, ","),
    "points": lambda n: grouped(n, "."),
    "spaces": lambda n: grouped(n, " "),
    "thin spaces": lambda n: grouped(n, "\u202f"),
    "apostrophes": lambda n: grouped(n, "’"),
    "words": in_words,
    "minus a minus": lambda n: f"{n}/1",
    "arabic digits": lambda n: str(n).translate({48 + i: 0x660 + i for i in range(10)}),
    "scientific": lambda n: f"{n}e0",
    "power of ten": lambda n: f"{n} × 10^0",
    "raised": lambda n: f"{n}·10⁰",
    "question mark": lambda n: f" {n}? ",
}


@pytest.mark.parametrize("form", WHOLE)
def test_whole_numbers_are_read_back(form: str) -> None:
    for size in range(1, 13):
        for number in (RANDOM.randrange(10**size), 10**size, 10 ** (size - 1)):
            assert number in read(WHOLE[form](number)), WHOLE[form](number)


@pytest.mark.parametrize("sign", ["-", "−", "–", "- ", "minus ", "negative "])
def test_fractions_are_read_back_with_any_sign(sign: str) -> None:
    for _ in range(100):
        whole, numerator, denominator = RANDOM.randrange(100), RANDOM.randrange(1, 50), RANDOM.randrange(50, 99)
        part = Fraction(numerator, denominator)
        assert read(f"{sign}{numerator}/{denominator}") == {-part}
        assert read(f"{sign}{whole} {numerator}/{denominator}") == {-(whole + part)}


@pytest.mark.parametrize("mark", [".", ","])
def test_decimals_are_read_back(mark: str) -> None:
    for places in (1, 2, 4, 5, 9, 30):
        for _ in range(50):
            number = Decimal(RANDOM.randrange(10 ** (places + 6))).scaleb(-places)
            text = f"{number:f}".replace(".", mark)
            assert read(text) == {Fraction(number)}
            assert Fraction(number) in read(f"{text}e0") & read(f"{text} x 10^0")


def test_what_the_program_writes_is_read_back() -> None:
    for _ in range(500):
        digits, power = RANDOM.randrange(1, 10**12), RANDOM.randrange(-290, 280)
        number = Decimal(f"{digits}e{power}")
        assert read(show_number(number)) == {Fraction(number)}
        assert Decimal(write_number(number)) == number


def test_one_separator_before_three_digits_is_read_both_ways() -> None:
    assert read("1,234") == read("1.234") == {Fraction(1234), Fraction("1.234")}
    assert read("0,234") == {Fraction("0.234")}
    assert read("1,234,567") == {Fraction(1234567)}
    assert [number.digits for number in read_digits("0.0120")] == [3]


@pytest.mark.parametrize("text", ["1e999999999", "9" * 100_000, "10^99999", "7^99999999999999999999", "1e4000"])
def test_a_huge_number_stays_a_power_of_ten(text: str) -> None:
    assert read(text) == {HUGE}


@pytest.mark.parametrize("text", ["1e-999999999", "0." + "0" * 100_000 + "1", "0.5^99999"])
def test_a_tiny_number_stays_near_zero(text: str) -> None:
    (value,) = read(text)
    assert 0 <= value <= 1 / HUGE


@pytest.mark.parametrize(
    "text", ["9^9^9", "1," * 50_000, "5 " * 50_000, "one " * 30_000, "(" * 100_000, "a-" * 50_000, "½" * 50_000]
)
def test_what_is_no_number_is_refused_however_long(text: str) -> None:
    assert isinstance(judge_number(NumberEntry(Decimal(9), unit="km"), text), Unreadable)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a number, such as 12 or twelve."),
        ("none", "Type a number, such as 12 or twelve."),
        ("30 or 40", "Type one number, not several or a range."),
        ("30-40 km", "Type one number, not several or a range."),
        ("4 4", "“4 4” is not one number: put spaces only between groups of three digits."),
        ("200o", "“200o” mixes digits and letters: type the digits, then a space before the unit."),
        ("x30", "“x30” mixes digits and letters: type the digits, then a space before the unit."),
        ("30 blah", "“blah” is not a unit for this number: type the number alone, or with its unit."),
        ("> 30", "“> 30” is more than a number: type the number alone, or with its unit."),
    ],
)
def test_each_unreadable_answer_has_its_sentence(typed: str, sentence: str) -> None:
    assert judge_number(NumberEntry(Decimal(30), unit="km"), typed) == Unreadable(sentence)


def test_units_that_differ_by_their_zero_are_converted() -> None:
    (celsius, _), (fahrenheit, _) = read_units("C"), read_units("F")
    assert convert(Fraction(-40), fahrenheit, celsius) == -40
    assert convert(Fraction(212), fahrenheit, celsius) == 100


def test_an_ambiguous_unit_is_read_both_ways() -> None:
    (typed,) = read_quantities("1 gallon")
    assert [float(value) for value in values_in(typed, read_measure("ml"))] == pytest.approx([3785.41, 4546.09])


@pytest.mark.parametrize("word", ["members", "nations", "staff", "boats", "cats", "points", "people", "hands", "mats"])
def test_what_is_counted_is_no_unit(word: str) -> None:
    assert read_units(word) == ()


def test_words_of_a_number_end_where_another_begins() -> None:
    assert read_words(["two", "thousand", "three", "thousand"]) == [(Fraction(2003), 3)]
    assert read_words(["one", "twenty"]) == [(Fraction(1), 1)]


def test_a_percentage_is_a_tolerance_of_the_answer() -> None:
    entry = NumberEntry(Decimal(-200), Percent(Decimal("2.50")))
    assert (entry.allowed, entry.also_right) == (5, ("Right within ± 2.5 %.",))


def test_the_difference_of_an_answer_with_few_digits_says_how_many_are_expected() -> None:
    verdict = judge_number(NumberEntry(Decimal("3.1416"), digits=4), "3.1")
    assert isinstance(verdict, Verdict)
    assert (verdict.outcome, verdict.difference) == (Outcome.ALMOST, "expected 4 significant digits")


def test_the_units_library_is_imported_for_another_unit_only() -> None:
    code = """
import sys
from decimal import Decimal
from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.typed.numbers import judge_number
entry = NumberEntry(Decimal(3000), unit="m")
for typed in ("3000", "3000 metres", "3 km", "3000 people", "3000 or 4000"):
    judge_number(entry, typed)
assert "pint" not in sys.modules
judge_number(entry, "2 miles")
assert "pint" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
