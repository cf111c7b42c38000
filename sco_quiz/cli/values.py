"""Types of options: what they let in, every command can use, show and store."""

from math import isfinite
from typing import Any

import click

MAX_COUNT = 1_000_000  # far beyond a bank; a limit against numbers that no database or calendar takes
MAX_SEED = 2**53 - 1  # pages and result files, too, have to keep it exactly

COUNT = click.IntRange(1, MAX_COUNT)
COUNT_OR_NONE = click.IntRange(0, MAX_COUNT)
PARAGRAPH = click.IntRange(1, MAX_COUNT)
SEED = click.IntRange(0, MAX_SEED)
DAYS = click.IntRange(1, 36_500)
HOUR = click.IntRange(0, 23)
PERCENT = click.IntRange(0, 100)


class FiniteRange(click.FloatRange):
    """A number in a range; `nan` is in none, though click takes it for one in each."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number. Raises BadParameter."""
        number = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value} is not in the range {self._describe_range()}.", param, ctx)
        return number


MINUTES = FiniteRange(0, MAX_COUNT, min_open=True)
SHARE = FiniteRange(0.7, 0.99)  # the range that Anki allows


class Text(click.types.StringParamType):
    """Text that is stored or shown to others, as in a bank; it may be empty."""

    name = "text"

    def __init__(self, most: int | None = None) -> None:
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text. Raises BadParameter."""
        from sco_quiz.core.kinds.field_types import text_fault

        text = str(value)
        if self._most and len(text) > self._most:
            self.fail(f"the text has {len(text)} characters; the maximum is {self._most}", param, ctx)
        if text and (fault := text_fault(text)):
            self.fail(fault, param, ctx)
        return text


TEXT = Text()
NAME = Text(200)  # as in a result file
