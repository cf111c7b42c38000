"""Short answer: a few typed words."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import Distractor, OptionNote, Question, Text, entries, refusal, refuse_repeats
from sco_quiz.core.text import fold
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary, grade_typed, same_form
from sco_quiz.core.verdict import Response, Unreadable, Verdict


class ShortAnswer(Question):
    """A typed answer with its accepted and its refused forms."""

    type: Literal["short_answer"]
    answer: Text = Field(description="The answer as it is shown.")
    accept: tuple[Text, ...] = Field(default=(), description="Other forms that are right.")
    reject: tuple[Distractor, ...] = Field(
        default=(),
        description="Plausible wrong answers that never pass as a typo, each `text` or `text: note`.",
    )

    @model_validator(mode="after")
    def _forms(self) -> Self:
        refuse_repeats([(("answer",), self.answer), *entries("accept", self.accept)], "duplicate-form")
        refuse_accepted(self.accepted, self.reject)
        return self

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every right form, the one to show first."""
        return (self.answer, *self.accept)

    @property
    def key(self) -> tuple[str, ...]:
        return self.accepted

    @property
    def correct_response(self) -> Response:
        return (self.answer,)

    def texts(self) -> tuple[str, ...]:
        return self.accepted + tuple(refused.text for refused in self.reject)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        return (text.strip(),) if text.strip() else Unreadable("Type the answer, or s to skip the question.")

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """See `grade_typed`."""
        return grade_typed_with_notes(" ".join(response), self.accepted, self.reject, known)


def refuse_accepted(accepted: Iterable[str], reject: Iterable[OptionNote]) -> None:
    """Raise a validation error when a rejected form is the same to the grader as an accepted one."""
    accepted = tuple(accepted)
    for index, refused in enumerate(reject):
        if any(same_form(refused.text, form) for form in accepted):
            message = "`{text}` is both accepted and rejected"
            raise refusal("accepted-and-rejected", message, ("reject", index), text=refused.text)


def grade_typed_with_notes(
    typed: str, accepted: tuple[str, ...], reject: tuple[Distractor, ...], known: Vocabulary
) -> Verdict:
    """Grade a typed text and add the note of the rejected form it equals, if any."""
    from dataclasses import replace

    verdict = grade_typed(typed, accepted, [refused.text for refused in reject], known)
    notes = tuple((r.text, r.note) for r in reject if r.note and fold(r.text) == fold(typed))
    return replace(verdict, notes=notes)
