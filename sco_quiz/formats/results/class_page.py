"""The results of a class as an HTML page of tables."""

from collections.abc import Iterator

from sco_quiz.core.class_remarks import class_remarks
from sco_quiz.core.class_results import ClassResults
from sco_quiz.core.figures import decimal
from sco_quiz.formats.results.class_table import credit_cell
from sco_quiz.formats.results.page_parts import Cell, escaped, page, table

_PUPIL = ("Name", "#Points", "#Percent", "Mark", "#Minutes")
_QUESTION = ("#", "Question", "#Points", "#Percent", "Most frequent wrong answer", "#Times")


def render(results: ClassResults) -> str:
    """Return the page; it needs no other file and no script."""
    return page("Results", results.title, _sections(results))


def _sections(results: ClassResults) -> Iterator[tuple[str, str]]:
    yield "Pupils", "".join(f"<p>{escaped(note)}</p>" for note in results.notes) + table(_PUPIL, _pupils(results))
    if remarks := "".join(f'<li dir="auto">{escaped(text)}</li>' for text in class_remarks(results)):
        yield "To look at", f"<ul>{remarks}</ul>"
    yield "Questions", table(_QUESTION, _questions(results))
    numbers = [f"#{number}" for number, _ in enumerate(results.questions, start=1)]
    # a heading that starts with # is for numbers
    points = table(("Name", *(f"#{number}" for number in numbers)), _points(results))
    yield "Points for each question", f'<div class="wide">{points}</div><p>Nothing: not asked.</p>'


def _pupils(results: ClassResults) -> Iterator[tuple[Cell, ...]]:
    for pupil in results.pupils:
        minutes = "" if pupil.used is None else round(pupil.used / 60)
        points = f"{decimal(pupil.points)}/{decimal(pupil.most)}"
        yield pupil.name, points, pupil.percent, pupil.mark, minutes


def _questions(results: ClassResults) -> Iterator[tuple[Cell, ...]]:
    for number, question in enumerate(results.questions, start=1):
        facility = results.facility(question)
        wrong, times = results.usual_mistake(question)
        percent = "" if facility is None else round(facility * 100)
        yield number, question.question.stem, decimal(question.points), percent, wrong, times or ""


def _points(results: ClassResults) -> Iterator[tuple[Cell, ...]]:
    for pupil in results.pupils:
        yield pupil.name, *(str(credit_cell(results, pupil, question)) for question in results.questions)
