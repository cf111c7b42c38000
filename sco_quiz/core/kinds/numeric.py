"""Numeric: a number with an optional unit, within a tolerance or a range."""

import ast
import operator
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import NumberEntry, show_number
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import MAX_DIGITS, Ask, Number, OptionalText, Tolerance
from sco_quiz.core.kinds.refusals import refusal
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Unreadable, Verdict

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
    """A number; right when it is the answer or another right number, within the tolerance, or in the range."""

    about: ClassVar[str] = "a typed number"

    type: Literal["numeric"]
    answer: Annotated[Number, Ask("Answer, the number alone", "1")] = Field(
        description="The value, in the unit below.",
        examples=[5],
    )
    accept: tuple[Number, ...] = Field(
        default=(), description="Other numbers that are right, in the same unit.", examples=[[-5]]
    )
    min: Number | None = Field(
        default=None, description="The smallest right number; then `answer` is an example.", examples=[4]
    )
    max: Number | None = Field(
        default=None, description="The largest right number; then `answer` is an example.", examples=[6]
    )
    unit: Annotated[OptionalText, Ask("Unit (people, years, km; may be empty)")] = Field(
        default="", description="The unit of the value: people, years, km.", examples=["people"]
    )
    tolerance: Annotated[Tolerance, Ask("Tolerance, such as 0.5 or 5 % (empty: exact)")] = Field(
        default=Decimal(0), description="In the unit of the answer, or in percent of it; 0 is exact.", examples=[0.5]
    )
    digits: int = Field(
        default=0,
        ge=1,
        le=MAX_DIGITS,
        description="How many significant digits to give; with fewer, a right number is almost right.",
        examples=[3],
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
            raise refusal("wrong-derivation", message, ("derivation",), derivation=self.derivation, answer=self._shown)
        return self

    @model_validator(mode="after")
    def _range(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            low, high = show_number(self.min), show_number(self.max)
            raise refusal("out-of-range", "`min`, {low}, is greater than `max`, {high}", ("min",), low=low, high=high)
        for name, fits in (("min", self.min is None or self.min <= self.answer), ("max", self._below_maximum)):
            if not fits:
                bound = show_number(getattr(self, name))
                message = "`answer`, {answer}, is {than} than `{field}`, {bound}"
                than = "less" if name == "min" else "greater"
                raise refusal("out-of-range", message, (name,), answer=self._shown, than=than, field=name, bound=bound)
        return self

    @property
    def _below_maximum(self) -> bool:
        return self.max is None or self.answer <= self.max

    @property
    def _shown(self) -> str:
        return show_number(self.answer)

    @property
    def derivation_holds(self) -> bool:
        """Whether the derivation gives the answer, within the tolerance."""
        value = arithmetic(self.derivation)
        return value is not None and abs(value - Fraction(self.answer)) <= self.interaction().allowed

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, literal(self.key[0]))

    def interaction(self) -> NumberEntry:
        return NumberEntry(self.answer, self.tolerance, self.unit, self.accept, self.min, self.max, self.digits)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Compare the value; digits are never fuzzy. See `judge_number`."""
        from sco_quiz.core.typed.numbers import judge_number  # it knows units, which only an answer needs

        judged = judge_number(self.interaction(), " ".join(response))
        return Verdict(Outcome.WRONG, Fraction(0)) if isinstance(judged, Unreadable) else judged
