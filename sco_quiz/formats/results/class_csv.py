"""The gradebook of a class as CSV: a row for each pupil, which Moodle, Canvas and spreadsheet programs import."""

import csv
from io import StringIO

from sco_quiz.core.class_results import ClassResults
from sco_quiz.formats.results.class_table import gradebook
from sco_quiz.formats.sheets.safe_cells import protected


def render(results: ClassResults) -> str:
    """Return the file; Excel reads UTF-8 only behind the mark at its start."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    for row in gradebook(results):
        rows.writerow(protected(cell) if isinstance(cell, str) else cell for cell in row)
    return "\ufeff" + text.getvalue()
