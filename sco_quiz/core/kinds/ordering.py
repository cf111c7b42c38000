"""Ordering: put the items in order."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.interaction import Order
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Ask, Text
from sco_quiz.core.kinds.refusals import refuse_fewer, refuse_repeats
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit


class Ordering(Question):
    """Items in a certain order, such as that of time."""

    about: ClassVar[str] = "items to put in order"

    type: Literal["ordering"]
    items: Annotated[tuple[Text, ...], Ask("Items in their right order", ["qzx alpha", "qzx beta", "qzx gamma"])] = (
        Field(
            description="The items in their right order.",
            examples=[["what comes first", "what comes second", "what comes third"]],
            json_schema_extra={"minItems": 3},
        )
    )

    @model_validator(mode="after")
    def _items(self) -> Self:
        refuse_fewer("items", len(self.items), 3)
        refuse_repeats(self.placed("items", self.items))
        return self

    def answer_parts(self) -> Iterator[Part]:
        for index, item in enumerate(self.items):
            yield Part(("items", index), Role.ITEM, self.content(item))

    def interaction(self) -> Order:
        return Order(tuple(map(self.content, self.items)))

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """(L - 1) / (n - 1), where L is the length of the longest run of items that keep their right order.

        The longest common subsequence of response and key, as in Moodle's "longest ordered subset": one item
        out of place costs one step, wherever it went, while counting right positions would punish the whole
        tail and counting neighbors would reward a reversed half. One is subtracted because a single item is
        in order by necessity: the reversed order earns nothing.
        """
        run = self.interaction().in_order(response)
        return by_credit(Fraction(max(len(run) - 1, 0), len(self.items) - 1))
