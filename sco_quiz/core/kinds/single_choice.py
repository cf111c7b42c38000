"""Single choice: one key among distractors."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Choice, Option, OptionOrder, partly_right
from sco_quiz.core.kinds.base import Question, notes_for
from sco_quiz.core.kinds.field_types import Ask, Distractor, PartialCredit, Text
from sco_quiz.core.kinds.refusals import looks_of, refusal, refuse_fewer, refuse_repeats
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
    partial: dict[Text, PartialCredit] = Field(
        default={},
        description="Wrong options that are partly right: how much of the points each gives.",
        examples=[{"Almaty": "50 %"}],
    )
    order: OptionOrder = Field(
        default="shuffled", description="`fixed` shows the options as written, key first.", examples=["fixed"]
    )

    @model_validator(mode="after")
    def _options(self) -> Self:
        refuse_fewer("distractors", len(self.distractors), 1)
        answer = (("answer",), self.content(self.answer))
        refuse_repeats([answer, *self.placed("distractors", self.distractors)])
        self._refuse_unknown()
        return self

    def _refuse_unknown(self) -> None:
        """Refuse partly right options that are none of the wrong ones."""
        wrong = {looks_of(content) for _, content in self.placed("distractors", self.distractors)}
        for text in self.partial:
            if looks_of(self.content(text)) not in wrong:
                message = "`partial` names `{text}`, which is not in `distractors`"
                raise refusal("unknown-value", message, ("partial", text), at_key=True, text=text)

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, self.content(self.answer))
        yield from self.noted_parts("distractors", Role.WRONG, self.distractors)

    def interaction(self) -> Choice:
        right = Option(self.content(self.answer), right=True)
        wrong = self.wrong_options(self.distractors)
        if self.partial:
            partial = {looks_of(self.content(text)): share for text, share in self.partial.items()}
            wrong = tuple(option._replace(partial=partial.get(looks_of(option.content))) for option in wrong)
        return Choice((right, *wrong), order=self.order)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Full credit for the key, a part of it for an option that is partly right, else none."""
        if response == (self.answer,):
            return by_credit(Fraction(1))
        chosen = (
            each.partial.share for each in partly_right(self.interaction()) if each.partial and (each.text,) == response
        )
        return by_credit(next(chosen, Fraction(0)), notes_for(response, self.distractors))
