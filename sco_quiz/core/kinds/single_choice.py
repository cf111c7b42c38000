"""Single choice: one key among distractors."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Choice, Option, OptionOrder
from sco_quiz.core.kinds.base import Question, notes_for
from sco_quiz.core.kinds.field_types import Ask, Distractor, Text
from sco_quiz.core.kinds.refusals import refuse_fewer, refuse_repeats
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit


class SingleChoice(Question):
    """One of the options is right."""

    about: ClassVar[str] = "one right option among wrong ones"

    type: Literal["single_choice"]
    answer: Annotated[Text, Ask("Answer", "qzx alpha")] = Field(description="The right option.", examples=["Beijing"])
    distractors: Annotated[tuple[Distractor, ...], Ask("Wrong options", ["qzx beta"])] = Field(
        description="Wrong options, each `text` or `text: note`.",
        examples=[["Moscow", {"Almaty": "seat of neither body"}]],
        json_schema_extra={"minItems": 1},
    )
    order: OptionOrder = Field(
        default="shuffled", description="`fixed` shows the options as written, key first.", examples=["fixed"]
    )

    @model_validator(mode="after")
    def _options(self) -> Self:
        refuse_fewer("distractors", len(self.distractors), 1)
        answer = (("answer",), self.content(self.answer))
        refuse_repeats([answer, *self.placed("distractors", self.distractors)])
        return self

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, self.content(self.answer))
        yield from self.noted_parts("distractors", Role.WRONG, self.distractors)

    def interaction(self) -> Choice:
        right = Option(self.content(self.answer), right=True)
        return Choice((right, *self.wrong_options(self.distractors)), order=self.order)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Full credit for the key, else none."""
        return by_credit(Fraction(response == (self.answer,)), notes_for(response, self.distractors))
