"""How many answers a question was given, and what came of them."""

from typing import NamedTuple


class Tally(NamedTuple):
    """The answers to one question: given, judged (not skipped), entirely right, and the sum of their credits."""

    given: int = 0
    judged: int = 0
    right: int = 0
    credit: float = 0.0
