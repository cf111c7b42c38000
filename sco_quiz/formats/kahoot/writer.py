"""Write the choices of a bank as a sheet for Kahoot."""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.formats.exchange.plain_choices import PlainChoice, plain_choices
from sco_quiz.formats.kahoot.layout import HEADER, HEADINGS, KAHOOT, SECONDS
from sco_quiz.formats.package import Package
from sco_quiz.formats.sheets.excel import Value, workbook

_WIDTHS = (5, 60, 30, 30, 30, 30, 12, 12)


def write(bank: Bank) -> Package:
    """Return a workbook with a row for each question that Kahoot can ask."""
    choices, losses = plain_choices(bank, KAHOOT)
    data = workbook([*_top(bank), *_rows(choices)], _WIDTHS, HEADER)
    return Package({f"{bank.id}.kahoot.xlsx": data}, losses)


def _top(bank: Bank) -> Iterator[tuple[Value, ...]]:
    yield ()
    yield ("", bank.title)
    yield from [()] * (HEADER - 3)
    yield HEADINGS


def _rows(choices: list[PlainChoice]) -> Iterator[tuple[Value, ...]]:
    for number, choice in enumerate(choices, start=1):
        options = (*choice.options, "", "", "")[: KAHOOT.options]
        yield (number, choice.prompt, *options, SECONDS, choice.key)
