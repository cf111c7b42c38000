"""Write a bank as CSV with all fields, which comes back without loss."""

import csv
from io import StringIO

from sco_quiz.core.bank import Bank
from sco_quiz.formats.package import Package
from sco_quiz.formats.sheets.own_columns import cells_of, lost_pictures, table_of
from sco_quiz.formats.sheets.safe_cells import protected


def write(bank: Bank) -> Package:
    """Return a file with a row for each question."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    for row in table_of([cells_of(bank, question) for question in bank.questions]):
        rows.writerow(map(protected, row))
    # Excel reads UTF-8 only behind this mark
    return Package({f"{bank.id}.csv": text.getvalue().encode("utf-8-sig")}, tuple(lost_pictures(bank)))
