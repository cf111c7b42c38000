"""The weight before an answer in GIFT: `%50%`."""

import re
from fractions import Fraction

from sco_quiz.formats.gift.masked import Slice

_WEIGHT = re.compile(r"%-*(\d{1,9}(?:\.\d{0,30})?)%")
# Moodle takes two digits before a point, and any number of digits without one
_OF_MOODLE = re.compile(r"%-*[0-9]{1,2}\.?[0-9]*%")


def weight_of(answer: Slice) -> tuple[Fraction | None, bool, Slice]:
    """Return the weight of an answer if it has one, whether Moodle reads it as text, and the answer without it."""
    found = _WEIGHT.match(answer.masked)
    if not found:
        return None, False, answer
    weight = Fraction(found[1]) / 100
    return -weight if "-" in found[0] else weight, not _OF_MOODLE.match(answer.masked), answer.cut(found.end())
