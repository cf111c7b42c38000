"""Matching: a right side for each left side."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Match
from sco_quiz.core.kinds.base import Question, notes_for
from sco_quiz.core.kinds.field_types import Ask, Distractor, Text
from sco_quiz.core.kinds.refusals import refuse_fewer, refuse_repeats
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit

_PLACEHOLDER = {"qzx alpha": "qzx beta", "qzx gamma": "qzx delta"}


class Matching(Question):
    """Pairs that belong together; distractors are right sides without a left one."""

    about: ClassVar[str] = "pairs that belong together"

    type: Literal["matching"]
    pairs: Annotated[dict[Text, Text], Ask("Pairs, as `left = right` or `left: right`", _PLACEHOLDER)] = Field(
        description="Left side: its right side.",
        examples=[{"SCO Secretariat": "Beijing", "Regional Antiterrorism Structure": "Tashkent"}],
        json_schema_extra={"minProperties": 2},
    )
    distractors: Annotated[tuple[Distractor, ...], Ask("Wrong options")] = Field(
        default=(),
        description="Right sides that match no left side.",
        examples=[["Moscow", {"Almaty": "seat of neither body"}]],
    )

    @model_validator(mode="after")
    def _sides(self) -> Self:
        refuse_fewer("pairs", len(self.pairs), 2)
        # YAML refuses equal keys itself, but not keys that differ in case or accents alone
        refuse_repeats((("pairs", left), self.content(left)) for left in self.pairs)
        rights = [(("pairs", left), self.content(right)) for left, right in self.pairs.items()]
        refuse_repeats([*rights, *self.placed("distractors", self.distractors)])
        return self

    def answer_parts(self) -> Iterator[Part]:
        for left, right in self.pairs.items():
            yield Part(("pairs", left), Role.ROW, self.content(left))
            yield Part(("pairs", left), Role.RIGHT, self.content(right))
        yield from self.noted_parts("distractors", Role.WRONG, self.distractors)

    def interaction(self) -> Match:
        pairs = ((self.content(left), self.content(right)) for left, right in self.pairs.items())
        return Match(tuple(pairs), self.wrong_options(self.distractors))

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Each pair counts the same, as in Moodle's matching questions: credit is right pairs over pairs."""
        right = sum(given == meant for given, meant in zip(response, self.pairs.values(), strict=False))
        return by_credit(Fraction(right, len(self.pairs)), notes_for(response, self.distractors))
