"""A table of choices as CSV, in the layout of one program."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO

from sco_quiz.core.bank import Bank
from sco_quiz.formats.exchange.plain_choices import PlainChoice, Target, plain_choices
from sco_quiz.formats.package import Package

Cells = Sequence[str | int]
SECONDS = 20
# what Excel would calculate when a teacher looks at the file; a number such as -5 is harmless
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(?:[.,]\d+)?$)")


@dataclass(frozen=True, slots=True)
class Layout:
    """A program, the rows above the questions, and the cells of a question by its number, from 1."""

    target: Target
    top: Sequence[Cells]
    cells: Callable[[int, PlainChoice], Cells]

    def write(self, bank: Bank) -> Package:
        """Return a file with a row for each question that the program can ask."""
        choices, losses = plain_choices(bank, self.target)
        text = StringIO(newline="")
        rows = csv.writer(text)
        rows.writerows(self.top)
        for number, choice in enumerate(choices, start=1):
            rows.writerow([_safe(cell) for cell in self.cells(number, choice)])
        file = f"{bank.id}.{self.target.name.lower()}.csv"
        return Package({file: text.getvalue().encode("utf-8-sig")}, losses)


def _safe(cell: str | int) -> str | int:
    # a space before it, which these programs drop: they would show an apostrophe
    return f" {cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def padded(texts: Sequence[str], count: int) -> tuple[str, ...]:
    """Return strings with empty ones behind them.

    >>> padded(["a"], 3)
    ('a', '', '')
    """
    return (*texts, *[""] * (count - len(texts)))
