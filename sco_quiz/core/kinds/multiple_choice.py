"""Multiple choice: select all that apply."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Choice, Option, OptionOrder
from sco_quiz.core.kinds.base import Question, notes_for
from sco_quiz.core.kinds.field_types import Ask, Distractor, Penalty, Text
from sco_quiz.core.kinds.refusals import refuse_fewer, refuse_repeats
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit


class MultipleChoice(Question):
    """Any number of the options may be right."""

    about: ClassVar[str] = "several right options"

    type: Literal["multiple_choice"]
    answers: Annotated[tuple[Text, ...], Ask("Right options", ["qzx alpha"])] = Field(
        description="The right options.", examples=[["Russia", "China"]], json_schema_extra={"minItems": 1}
    )
    distractors: Annotated[tuple[Distractor, ...], Ask("Wrong options", ["qzx beta"])] = Field(
        description="Wrong options, each `text` or `text: note`.",
        examples=[["Moscow", {"Almaty": "seat of neither body"}]],
        json_schema_extra={"minItems": 1},
    )
    penalty: Penalty | None = Field(
        default=None,
        description="What each wrong choice takes off, in percent; without it, as much as a right one gives.",
        examples=["25 %"],
    )
    order: OptionOrder = Field(
        default="shuffled", description="`fixed` shows the options as written, keys first.", examples=["fixed"]
    )

    @model_validator(mode="after")
    def _options(self) -> Self:
        refuse_fewer("answers", len(self.answers), 1)
        refuse_fewer("distractors", len(self.distractors), 1)
        refuse_repeats(self.placed("answers", self.answers) + self.placed("distractors", self.distractors))
        return self

    def answer_parts(self) -> Iterator[Part]:
        for index, answer in enumerate(self.answers):
            yield Part(("answers", index), Role.RIGHT, self.content(answer))
        yield from self.noted_parts("distractors", Role.WRONG, self.distractors)

    def interaction(self) -> Choice:
        right = (Option(self.content(answer), right=True) for answer in self.answers)
        options = (*right, *self.wrong_options(self.distractors))
        return Choice(options, several=True, order=self.order, penalty=self.penalty)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Right minus wrong over the size of the key, or minus the penalty of each wrong choice; minimum 0.

        That is QTI's mapResponse with +1/K for a key, -1/K for a distractor and lower bound 0, and what Canvas
        does for "multiple answers": ticking everything earns nothing extra when there are as many distractors
        as keys.
        """
        right = Fraction(len(set(response) & set(self.answers)), len(self.answers))
        wrong = len(set(response) - set(self.answers))
        credit = max(Fraction(0), right - wrong * self.interaction().cost)
        return by_credit(credit, notes_for(response, self.distractors))
