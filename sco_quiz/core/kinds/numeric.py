"""Numeric: a value within a tolerance, with an optional unit."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pydantic import Field

from sco_quiz.core.kinds.base import Question
from sco_quiz.core.text import content_words, read_number, stem
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Unreadable, Verdict


class Numeric(Question):
    """A number; right when |given - answer| <= tolerance."""

    type: Literal["numeric"]
    answer: Decimal = Field(allow_inf_nan=False, description="The value, in the unit below.")
    tolerance: Decimal = Field(default=Decimal(0), ge=0, allow_inf_nan=False, description="Absolute; 0 is exact.")
    unit: str = Field(default="", description="The unit of the value: people, years, km.")

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
