"""Short answer: a few typed words."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Option, TextEntry, TextGap
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Ask, Distractor, PartialCredit, Strict, Text
from sco_quiz.core.kinds.refusals import refuse_accepted, refuse_partly_right, refuse_repeats
from sco_quiz.core.kinds.typed_gap import grade_gap
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict


class ShortAnswer(Question):
    """A typed answer with its accepted and rejected forms."""

    about: ClassVar[str] = "a few typed words"

    type: Literal["short_answer"]
    answer: Annotated[Text, Ask("Answer", "qzx alpha")] = Field(
        description="The answer as it is shown.", examples=["Beijing"]
    )
    accept: Annotated[tuple[Text, ...], Ask("Other right forms")] = Field(
        default=(), description="Other forms that are right.", examples=[["Nurgaliev"]]
    )
    reject: Annotated[tuple[Distractor, ...], Ask("Plausible wrong answers")] = Field(
        default=(),
        description="Plausible wrong answers that never pass as a typo, each `text` or `text: note`.",
        examples=[[{"Imanaliev": "he is the one who followed"}]],
    )
    partial: dict[Text, PartialCredit] = Field(
        default={},
        description="Answers that are partly right: how much of the points each gives.",
        examples=[{"Bolat": "50 %"}],
    )
    strict: Strict = Field(
        default=(),
        description="What is not forgiven: accents, case, spelling, articles, signs or all.",
        examples=["accents"],
    )

    @model_validator(mode="after")
    def _forms(self) -> Self:
        answer = (("answer",), self.content(self.answer))
        refuse_repeats([answer, *self.placed("accept", self.accept)], "duplicate-form")
        gap = self._gap
        refuse_accepted(gap.accepted, gap.rejected)
        if gap.partial:
            refuse_partly_right(gap)
        return self

    @property
    def _gap(self) -> TextGap:
        partial = (Option(self.content(text), partial=share) for text, share in self.partial.items())
        accepted = tuple(map(self.content, (self.answer, *self.accept)))
        return TextGap(accepted, self.wrong_options(self.reject), tuple(partial))

    def answer_parts(self) -> Iterator[Part]:
        yield Part(("answer",), Role.RIGHT, self.content(self.answer))
        for index, form in enumerate(self.accept):
            yield Part(("accept", index), Role.ACCEPTED, self.content(form))
        yield from self.noted_parts("reject", Role.REJECTED, self.reject)
        for text in self.partial:
            yield Part(("partial", text), Role.PARTIAL, self.content(text))

    def interaction(self) -> TextEntry:
        return TextEntry((self._gap,), strict=self.strict)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """See `grade_gap`."""
        return grade_gap(" ".join(response), self._gap, known, self.strict)
