"""How much of an answer, and of its context, a question must show to give it away."""

from collections.abc import Callable, Iterable

from sco_quiz.core.enemies.folding import Words, numeric
from sco_quiz.core.enemies.reading import Sought

# the share of an answer that must be in a passage
COVERAGE = 0.6
# a part of that share is enough if a run of its words is there in the same order
ECHO = 0.85
# what the two questions must share about the answer; less for what must be recalled, since its name alone helps
MIN_CONTEXT, MIN_TYPED_CONTEXT = 400, 150
# how much a rare answer counts, at most, and the strength from which a clue helps
ANSWER_WEIGHT, MAX_ANSWER, MIN_STRENGTH = 0.6, 1600, 800
# a statement is its own context
MIN_STATEMENT = 1600


class Wanted:
    """An answer that may be found elsewhere, with the weights that decide it: they are the same for all questions.

    A passage must have words of the weight `enough`, or `least` if it echoes the answer.
    """

    __slots__ = ("context", "digits", "enough", "least", "least_context", "name", "sought", "weight", "words")

    def __init__(self, sought: Sought, weight: int) -> None:
        self.sought, self.words, self.weight = sought, sought.words, weight
        self.name, self.digits = sought.name, numeric(sought.words)
        self.enough = COVERAGE * weight
        self.least = ECHO * self.enough if sought.context else max(self.enough, MIN_STATEMENT)
        self.context = sought.context - sought.words
        self.least_context = self._least_context()

    def _least_context(self) -> float:
        """Return how much of the context of the answer a clue must share."""
        if self.digits:
            return MIN_TYPED_CONTEXT
        # less would be too weak
        strong = MIN_STRENGTH - 1 - ANSWER_WEIGHT * min(self.weight, MAX_ANSWER)
        return max(strong, MIN_TYPED_CONTEXT if self.sought.typed else MIN_CONTEXT)

    @property
    def hopeless(self) -> bool:
        """Whether no question can show it: much of the bank shows its words, or it is too common for a statement."""
        return not self.weight or self.weight < self.least

    @property
    def needs_context(self) -> bool:
        """Whether a clue must share context: not if the answer is a whole statement, or a name to be recalled."""
        return bool(self.sought.context) and not self.name

    def may_be_in(self, giver: Words, weight_of: Callable[[Iterable[str]], int]) -> bool:
        """Whether a question with these words can show it."""
        there = self.words & giver
        # most pairs end here: not even the whole question shows enough
        if not there or not self.weight or weight_of(there) < self.least:
            return False
        if not self.sought.context or (self.name and there == self.words):
            return True
        return weight_of(self.context & giver) >= self.least_context
