"""Single choice: one key among distractors."""

from fractions import Fraction
from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import (
    Distractor,
    OptionOrder,
    Question,
    Text,
    arrange,
    entries,
    notes_for,
    parse_choices,
    refuse_fewer,
    refuse_repeats,
)
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Unreadable, Verdict, by_credit


class SingleChoice(Question):
    """One of the options is right."""

    type: Literal["single_choice"]
    answer: Text = Field(description="The right option.")
    distractors: tuple[Distractor, ...] = Field(
        description="Wrong options, each `text` or `text: note`.",
        json_schema_extra={"minItems": 1},
    )
    order: OptionOrder = Field(default="shuffled", description="`fixed` shows the options as written, key first.")

    @model_validator(mode="after")
    def _options(self) -> Self:
        refuse_fewer("distractors", len(self.distractors), 1)
        refuse_repeats([(("answer",), self.answer), *entries("distractors", self.distractors)])
        return self

    @property
    def key(self) -> tuple[str, ...]:
        return (self.answer,)

    def texts(self) -> tuple[str, ...]:
        return (self.answer, *(distractor.text for distractor in self.distractors))

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        return arrange(self.texts(), self.order, rng)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        response = parse_choices(text, options)
        if isinstance(response, tuple) and len(response) != 1:
            return Unreadable("One option is right: give one number.")
        return response

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Full credit for the key, else none."""
        return by_credit(Fraction(response == self.key), notes_for(response, self.distractors))
