"""Options with one number, range or date each are shown in ascending order, others are shuffled."""

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.option_order import in_ascending_order, order_keys

# each row: options in ascending order
ORDERED = [
    ("0.25", "1/3", "2/3", "0.7"),
    (r"$\frac{1}{4}$", r"$\frac{1}{3}$", r"$\frac{3}{2}$"),
    ("1.0/8.0", "1.0/4.0"),
    ("9 1/2 km", "9 3/4 km", "11 km"),
    ("8½", "9", "9½"),
    ("-7 °C", "-3 °C", "5 °C"),
    ("10^-9", "10^-6", "10^9"),
    ("10⁻⁹", "10⁻⁶", "10⁹"),
    (".001", ".01", "1.0"),
    ("1,200", "12,000", "120 000"),
    ("300 thousand", "2 million", "1.5 billion"),
    ("two", "eleven", "twenty-one"),
    ("the 3rd", "the 11th", "the 21st"),
    ("Rs. 30", "Rs. 200", "Rs. 1000"),
    ("P(A) = 0.25", "P(A) = 0.5", "P(A) = 1.0"),
    ("There is exactly 1 way.", "There are exactly 2 ways.", "There are exactly 12 ways."),
    ("9km/h", "10kms/h", "11km/h"),
    ("5-10", "11-15", "16-20"),
    ("between 2 and 8", "between 10 and 12"),
    ("5 to 9 years", "10 to 14 years"),
    ("9:30", "11:15", "21:05"),
    ("March 1999", "2 May 2003", "2009-12-09"),
    ("9", "10", "none of these"),
    ("9", "10", "11", "all of the above"),
    ("9 ships", "10 ships", "12 ships", "No ships came"),
]
UNORDERED = [
    ("-1 and 1 meters", "-2 and 2 meters", "-3 and 3 meters"),
    ("5 m + 4 p", "9 m", "20 p"),
    ("{5}", "{-1, 5}", "{0, 1}"),
    ("1.10.2", "1.9.3"),
    ("2 days", "12 hours"),
    ("H2O", "CO2", "O2"),
    ("9", "no ship", "no boat", "10", "11"),
    ("9 ships", "10 boats", "11 rafts"),
    ("9", "no ship"),
    ("9", "no ship", "10"),
    ("1/0", "2/0"),
    ("2^9999", "3^9999"),
    ("1" * 5000, "2" * 5000),
    ("none of these", "all of these"),
    (),
]


@pytest.mark.parametrize("options", ORDERED)
def test_numbers_ranges_and_dates_have_an_order(options: tuple[str, ...]) -> None:
    assert in_ascending_order(map(literal, options[::-1])) == list(map(literal, options))


@pytest.mark.parametrize("options", UNORDERED)
def test_other_options_have_none(options: tuple[str, ...]) -> None:
    assert order_keys(options) is None
    assert in_ascending_order(map(literal, options)) is None
