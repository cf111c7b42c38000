"""Ordering: put the parts in their order."""

from bisect import bisect_left
from fractions import Fraction
from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import Question, Text, entries, parse_choices, refuse_fewer, refuse_repeats
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Unreadable, Verdict, by_credit


class Ordering(Question):
    """Parts in a certain order, such as that of time."""

    type: Literal["ordering"]
    items: tuple[Text, ...] = Field(
        description="The parts in their right order.",
        json_schema_extra={"minItems": 3},
    )

    @model_validator(mode="after")
    def _parts(self) -> Self:
        refuse_fewer("items", len(self.items), 3)
        refuse_repeats(entries("items", self.items))
        return self

    @property
    def key(self) -> tuple[str, ...]:
        return self.items

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        """The parts shuffled, and never in their right order."""
        shuffled = list(self.items)
        while tuple(shuffled) == self.items:
            rng.shuffle(shuffled)
        return tuple(shuffled)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        wanted = f"Give all {len(self.items)} numbers, first to last."
        response = parse_choices(text, options, wanted)
        if isinstance(response, tuple) and len(response) != len(self.items):
            return Unreadable(wanted)
        return response

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """(L - 1) / (n - 1), where L is the length of the longest run of parts that keep their right order.

        The longest common subsequence of response and key, as in Moodle's "longest ordered subset": one part
        out of place costs one step, wherever it went, while counting right positions would punish the whole
        tail and counting neighbours would reward a reversed half. One is taken off because a single part is
        in order by necessity: the reversed order earns nothing.
        """
        longest = longest_increasing([self.items.index(part) for part in response if part in self.items])
        return by_credit(Fraction(max(longest - 1, 0), len(self.items) - 1))


def longest_increasing(numbers: list[int]) -> int:
    """Length of the longest strictly increasing subsequence (patience sorting, Fredman 1975)."""
    tails: list[int] = []
    for number in numbers:
        index = bisect_left(tails, number)
        tails[index : index + 1] = [number]
    return len(tails)
