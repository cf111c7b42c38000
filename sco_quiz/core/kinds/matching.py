"""Matching: a right side for each left side."""

from fractions import Fraction
from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import (
    Distractor,
    Question,
    Text,
    arrange,
    entries,
    notes_for,
    parse_choices,
    refuse_fewer,
    refuse_repeats,
)
from sco_quiz.core.place import KeyPath
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Unreadable, Verdict, by_credit


class Matching(Question):
    """Pairs that belong together; distractors are right sides without a left one."""

    type: Literal["matching"]
    pairs: dict[Text, Text] = Field(
        description="Left side: its right side.",
        json_schema_extra={"minProperties": 2},
    )
    distractors: tuple[Distractor, ...] = Field(default=(), description="Right sides that fit nothing.")

    @model_validator(mode="after")
    def _sides(self) -> Self:
        refuse_fewer("pairs", len(self.pairs), 2)
        refuse_repeats((("pairs", left), left) for left in self.pairs)
        rights: list[tuple[KeyPath, str]] = [(("pairs", left), right) for left, right in self.pairs.items()]
        refuse_repeats(rights + entries("distractors", self.distractors))
        return self

    @property
    def lefts(self) -> tuple[str, ...]:
        """The left sides, in the order of the file."""
        return tuple(self.pairs)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(f"{left} = {right}" for left, right in self.pairs.items())

    @property
    def correct_response(self) -> Response:
        """The right side of each pair, in the order of the file."""
        return tuple(self.pairs.values())

    def texts(self) -> tuple[str, ...]:
        return (*self.pairs, *self.pairs.values(), *(distractor.text for distractor in self.distractors))

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        """The right sides; the left ones keep the order of the file."""
        return arrange(self.texts()[len(self.pairs) :], "shuffled", rng)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        wanted = f"Give {len(self.pairs)} numbers from 1 to {len(options)}, one for each row from the top."
        response = parse_choices(text, options, wanted)
        if isinstance(response, tuple) and len(response) != len(self.pairs):
            return Unreadable(wanted)
        return response

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Each pair counts the same, as in Moodle's matching questions: credit is right pairs over pairs."""
        right = sum(given == meant for given, meant in zip(response, self.pairs.values(), strict=False))
        return by_credit(Fraction(right, len(self.pairs)), notes_for(response, self.distractors))
