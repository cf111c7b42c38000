"""Numeric: a value within a tolerance, with an optional unit."""

import ast
import operator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import Question, refusal
from sco_quiz.core.text import content_words, read_number, stem
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Unreadable, Verdict

MOST = 10**15
_OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def arithmetic(text: str) -> Fraction | None:
    """The value of a sum, difference, product or quotient of numbers; None when the text is anything else.

    >>> arithmetic("30 / 6"), arithmetic("2009 - 2001"), arithmetic("2 ** 9"), arithmetic("1 / 0")
    (Fraction(5, 1), Fraction(8, 1), None, None)
    """
    try:
        return _value(ast.parse(text[:200].strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(str(number))
        case ast.BinOp(left, op, right) if type(op) in _OPERATIONS:
            value = _OPERATIONS[type(op)](_value(left), _value(right))
            return Fraction(value)
    raise ValueError("not arithmetic")


class Numeric(Question):
    """A number; right when |given - answer| <= tolerance."""

    type: Literal["numeric"]
    answer: Decimal = Field(
        ge=-MOST, le=MOST, decimal_places=9, allow_inf_nan=False, description="The value, in the unit below."
    )
    tolerance: Decimal = Field(
        default=Decimal(0), ge=0, le=MOST, decimal_places=9, allow_inf_nan=False, description="Absolute; 0 is exact."
    )
    unit: str = Field(default="", description="The unit of the value: people, years, km.")
    derivation: str = Field(default="", description="How the value was worked out from numbers of the source: 30 / 6.")

    @model_validator(mode="after")
    def _derived(self) -> Self:
        if self.derivation and not self.derivation_holds:
            message = "`{derivation}` does not give {answer}"
            if arithmetic(self.derivation) is None:
                message = "`{derivation}` cannot be worked out"
            answer = f"{self.answer:f}"
            raise refusal("wrong-derivation", message, ("derivation",), derivation=self.derivation, answer=answer)
        return self

    @property
    def derivation_holds(self) -> bool:
        """Whether the derivation gives the answer, within the tolerance."""
        value = arithmetic(self.derivation)
        return value is not None and abs(value - Fraction(self.answer)) <= Fraction(self.tolerance)

    @property
    def key(self) -> tuple[str, ...]:
        return (f"{self.answer:f} {self.unit}".strip(),)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        if read_number(text) is None:
            return Unreadable("Type a number, such as 12 or twelve, or s to skip the question.")
        return (text.strip(),)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Compare the value; digits are never fuzzy. The right value with another unit is almost right."""
        found = read_number(" ".join(response))
        if found is None:
            return Verdict(Outcome.WRONG, Fraction(0))
        value, unit = found
        if abs(Decimal(str(value)) - self.answer) > self.tolerance:
            return Verdict(Outcome.WRONG, Fraction(0))
        if not unit or not self.unit or _stems(unit) & _stems(self.unit):
            return Verdict(Outcome.RIGHT, Fraction(1))
        return Verdict(Outcome.ALMOST, Fraction(0), nearest=self.key[0], claimable=True)


def _stems(unit: str) -> set[str]:
    return {stem(word) for word in content_words(unit)}
