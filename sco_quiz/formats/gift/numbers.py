"""The answers of a numerical question in GIFT: `#5`, `#5:0.1`, `#4.9..5.1`, several of them after `=`."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sco_quiz.formats.exchange.item import NumberAnswer, NumberBody, TextForm
from sco_quiz.formats.exchange.numbers import parse_number
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.gift.masked import Slice
from sco_quiz.formats.gift.remarks import Remark
from sco_quiz.formats.gift.weights import weight_of


def number_body(answers: Slice, form: TextForm) -> tuple[NumberBody, list[Remark]]:
    """Return the numbers after the `#`."""
    remarks: list[Remark] = []
    right, other = answers.cut(1).partition("~")
    if other.partition("#")[1]:
        remarks.append(Remark("lost-feedback", "feedback on any other number is not imported", other.start))
    numbers = []
    for part in right.split("="):
        if not part:
            continue
        number = _number(part, form)
        if "," in part.partition("#")[0].source:
            what = f"`{part.partition('#')[0].source}` is read with a decimal comma; Moodle takes any answer as right"
            remarks.append(Remark("doubtful-key", what, part.start, "write the number with a decimal point"))
        if number.tolerance < 0:
            what = f"`{part.partition('#')[0].source}` is read as the same range from its smaller end"
            remarks.append(Remark("doubtful-key", what, part.start, "write the smaller number first"))
        numbers.append(replace(number, tolerance=abs(number.tolerance)))
    if not numbers:
        raise QuestionError("no-right-answer", "no number is given", "write it after the #, as in {#5} or {#5:0.1}")
    return NumberBody(tuple(numbers)), remarks


def _number(part: Slice, form: TextForm) -> NumberAnswer:
    fraction, _, answer = weight_of(part)
    said, feedback = answer.partition("#")
    value, tolerance = _interval(said.text)
    if value is None or tolerance is None:
        hint = "write a number such as 5, 5:0.1 (within 0.1) or 4.9..5.1, with a decimal point"
        raise QuestionError("unreadable-question", f"`{said.text}` is not a number", hint)
    return NumberAnswer(value, tolerance, Fraction(1) if fraction is None else fraction, feedback.rich(form))


def _interval(said: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the middle of a range and half its width, or a number and its tolerance; None for what is no number."""
    low, dots, high = said.partition("..")
    if dots and low:
        smallest, largest = parse_number(low), parse_number(high)
        if smallest is None or largest is None:
            return None, None
        return (smallest + largest) / 2, (largest - smallest) / 2
    value, colon, tolerance = said.partition(":")
    return parse_number(value), parse_number(tolerance) if colon else Decimal(0)
