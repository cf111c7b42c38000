"""True or false: one statement."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Choice, Option
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Ask, Text
from sco_quiz.core.kinds.refusals import refusal
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit

Truth = Annotated[Literal["true", "false"], WithJsonSchema({"enum": [True, False, "true", "false"]})]
# the value and its number are read, too: see responses._parse_key
_KEYS = {"true": ("t", "y", "yes"), "false": ("f", "n", "no")}


class TrueFalse(Question):
    """A statement to judge; a false one names the wrong words and the right ones."""

    about: ClassVar[str] = "a statement to judge"

    type: Literal["true_false"]
    prompt: Annotated[Text, Ask("Statement to judge", "Qzx.")] = Field(
        description="The statement. It must make sense without the article beside it.",
        examples=["The Secretariat of the SCO sits in Almaty."],
    )
    answer: Annotated[Truth, Ask("True or false (t/f)", "true")] = Field(
        description="`true` or `false`.", examples=[False]
    )
    correction: Annotated[dict[Text, Text], Ask("The wrong words of the statement (empty: no correction)")] = Field(
        default={},
        description="For a false statement: the wrong words exactly as in the prompt, then the right ones.",
        examples=[{"Almaty": "Beijing"}],
    )

    @model_validator(mode="after")
    def _correction(self) -> Self:
        if self.correction and self.answer == "true":
            raise refusal("needless-correction", "a true statement needs no `correction`", ("correction",))
        for wrong in self.correction:
            if wrong not in self.prompt:
                message = "`{wrong}` is not in the prompt"
                raise refusal("correction-not-in-prompt", message, ("correction", wrong), wrong=wrong)
        if self.markup == "markdown" and self.correction:
            self._refuse_cut_markup()
        return self

    def _refuse_cut_markup(self) -> None:
        """Refuse wrong words that cannot be marked in the statement."""
        corrected = self.corrected
        if corrected is None or corrected.plain != self.stem.plain:
            message = "`{wrong}` is a part of a formula, an address or a picture, or splits emphasis"
            wrong = next(iter(self.correction))
            raise refusal("correction-in-markup", message, ("prompt",), wrong=wrong, part=wrong)

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.correction.items())

    @property
    def statement(self) -> str:
        """The statement with its wrong words replaced; the prompt itself when it is true."""
        if self.markup == "markdown":
            return (self.corrected or self.stem).solved
        statement = self.prompt
        for wrong, right in self.corrections:
            statement = statement.replace(wrong, right)
        return statement

    def answer_parts(self) -> Iterator[Part]:
        for wrong, right in self.corrections:
            yield Part(("correction", wrong), Role.WRONG, self.content(wrong))
            yield Part(("correction", wrong), Role.CORRECTION, self.content(right))

    def interaction(self) -> Choice:
        options = (Option(literal(text), text == self.answer, keys=keys) for text, keys in _KEYS.items())
        return Choice(tuple(options), order="fixed")

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Full credit for the key, else none."""
        return by_credit(Fraction(response == (self.answer,)))
