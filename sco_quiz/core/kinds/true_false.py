"""True or false: one statement."""

from fractions import Fraction
from random import Random
from typing import Annotated, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator

from sco_quiz.core.kinds.base import Question, Text, refusal
from sco_quiz.core.text import fold
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Unreadable, Verdict, by_credit

OPTIONS = ("true", "false")
Truth = Annotated[Literal["true", "false"], WithJsonSchema({"enum": [True, False, "true", "false"]})]
_WORDS = {"1": "true", "t": "true", "y": "true", "yes": "true", "true": "true"} | {
    "2": "false", "f": "false", "n": "false", "no": "false", "false": "false"
}  # fmt: skip


class TrueFalse(Question):
    """A statement to be judged; a false one names the wrong words and the true ones."""

    type: Literal["true_false"]
    answer: Truth = Field(description="`true` or `false`.")
    correction: dict[Text, Text] = Field(
        default={},
        description="For a false statement: the wrong words as they stand in the prompt, then the true ones.",
    )

    @model_validator(mode="after")
    def _correction(self) -> Self:
        if self.correction and self.answer == "true":
            raise refusal("needless-correction", "a true statement needs no `correction`", ("correction",))
        for wrong in self.correction:
            if wrong not in self.prompt:
                raise refusal(
                    "correction-not-in-prompt",
                    "`{wrong}` does not stand in the prompt",
                    ("correction", wrong),
                    wrong=wrong,
                )
        return self

    @property
    def key(self) -> tuple[str, ...]:
        return (self.answer,)

    @property
    def true_statement(self) -> str:
        """The statement with its wrong words replaced; the prompt itself when it is true."""
        statement = self.prompt
        for wrong, right in self.correction.items():
            statement = statement.replace(wrong, right)
        return statement

    def texts(self) -> tuple[str, ...]:
        return tuple(self.correction.values()) + tuple(self.correction)

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        return OPTIONS

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        word = _WORDS.get(fold(text))
        return (word,) if word else Unreadable("Answer t for true or f for false.")

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Full credit for the key, else none."""
        return by_credit(Fraction(response == self.key))
