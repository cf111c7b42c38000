"""Multiple choice: select all that apply."""

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


class MultipleChoice(Question):
    """Any number of the options may be right."""

    type: Literal["multiple_choice"] = Field(
        description="The kind of question; it decides which other fields there are."
    )
    answers: tuple[Text, ...] = Field(description="The right options.", json_schema_extra={"minItems": 1})
    distractors: tuple[Distractor, ...] = Field(
        description="Wrong options, each `text` or `text: note`.",
        json_schema_extra={"minItems": 1},
    )
    order: OptionOrder = Field(default="shuffled", description="`fixed` shows the options as written, keys first.")

    @model_validator(mode="after")
    def _options(self) -> Self:
        refuse_fewer("answers", len(self.answers), 1)
        refuse_fewer("distractors", len(self.distractors), 1)
        refuse_repeats(entries("answers", self.answers) + entries("distractors", self.distractors))
        return self

    @property
    def key(self) -> tuple[str, ...]:
        return self.answers

    def texts(self) -> tuple[str, ...]:
        return (*self.answers, *(distractor.text for distractor in self.distractors))

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        return arrange(self.texts(), self.order, rng)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        return parse_choices(text, options)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Right minus wrong over the size of the key, never below 0.

        That is QTI's mapResponse with +1/K for a key, -1/K for a distractor and lower bound 0, and what Canvas
        does for "multiple answers": ticking everything earns nothing extra when there are as many distractors
        as keys.
        """
        right = len(set(response) & set(self.answers))
        wrong = len(set(response) - set(self.answers))
        credit = max(Fraction(0), Fraction(right - wrong, len(self.answers)))
        return by_credit(credit, notes_for(response, self.distractors))
