"""Numeric: a value within a tolerance, with an optional unit."""

import ast
import operator
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Ask
from sco_quiz.core.kinds.refusals import refusal
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.text import content_words, read_number, stem
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.verdict import Outcome, Response, Verdict, almost

MAXIMUM = 10**15  # beyond it a float is no longer exact to the unit
_OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def arithmetic(text: str) -> Fraction | None:
    """Return the value of a sum, difference, product or quotient of numbers; None when the text is anything else.

    >>> arithmetic("30 / 6"), arithmetic("2009 - 2001"), arithmetic("2 ** 9"), arithmetic("1 / 0")
    (Fraction(5, 1), Fraction(8, 1), None, None)
    """
    try:
        # ast parses without evaluating; the limit bounds the depth of nesting
        return _value(ast.parse(text[:200].strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(str(number))  # of the decimal digits: 0.1 is a tenth, not the nearest binary fraction
        case ast.BinOp(left, op, right) if type(op) in _OPERATIONS:
            value = _OPERATIONS[type(op)](_value(left), _value(right))
            return Fraction(value)
    raise ValueError("not arithmetic")


class Numeric(Question):
    """A number; right when |given - answer| <= tolerance."""

    about: ClassVar[str] = "a typed number"

    type: Literal["numeric"]
    answer: Annotated[Decimal, Ask("Answer, the number alone", "1")] = Field(
        ge=-MAXIMUM,
        le=MAXIMUM,
        decimal_places=9,
        allow_inf_nan=False,
        description="The value, in the unit below.",
        examples=[5],
    )
    unit: Annotated[str, Ask("Unit (people, years, km; may be empty)")] = Field(
        default="", description="The unit of the value: people, years, km.", examples=["people"]
    )
    tolerance: Annotated[Decimal, Ask("Tolerance (empty: exact)")] = Field(
        default=Decimal(0),
        ge=0,
        le=MAXIMUM,
        decimal_places=9,
        allow_inf_nan=False,
        description="Absolute; 0 is exact.",
        examples=[0.5],
    )
    derivation: Annotated[str, Ask("How it was calculated, such as 30 / 6 (may be empty)")] = Field(
        default="",
        description="How the value was calculated from numbers of the source: 30 / 6.",
        examples=["30 / 6"],
    )

    @model_validator(mode="after")
    def _derived(self) -> Self:
        if self.derivation and not self.derivation_holds:
            message = "`{derivation}` does not give {answer}"
            if arithmetic(self.derivation) is None:
                message = "`{derivation}` cannot be calculated"
            answer = f"{self.answer:f}"
            raise refusal("wrong-derivation", message, ("derivation",), derivation=self.derivation, answer=answer)
        return self

    @property
    def derivation_holds(self) -> bool:
        """Whether the derivation gives the answer, within the tolerance."""
        value = arithmetic(self.derivation)
        return value is not None and abs(value - Fraction(self.answer)) <= Fraction(self.tolerance)

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, literal(self.key[0]))

    def interaction(self) -> NumberEntry:
        return NumberEntry(self.answer, self.tolerance, self.unit)

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
        return almost(self.key[0], describe("unit", right=self.unit))


def _stems(unit: str) -> set[str]:
    return {stem(word) for word in content_words(unit)}
