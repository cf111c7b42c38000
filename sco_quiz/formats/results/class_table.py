"""The results of a class as a table of cells for sheets."""

from collections.abc import Iterator

from sco_quiz.core.class_results import ClassQuestion, ClassResults, PupilResult

Cell = str | int | float
NOT_ASKED = ""


def gradebook(results: ClassResults) -> Iterator[tuple[Cell, ...]]:
    """Yield the headings and a row for each pupil: the name, the sums, and the credit for each question."""
    yield (
        "Name",
        "Email",
        "Points",
        "Maximum",
        "Per cent",
        "Mark",
        "Minutes",
        "File",
        *(q.id for q in results.questions),
    )
    for pupil in results.pupils:
        yield (
            pupil.name,
            pupil.email,
            _number(float(pupil.points)),
            _number(float(pupil.most)),
            pupil.percent,
            pupil.mark,
            "" if pupil.used is None else round(pupil.used / 60),
            pupil.file,
            *(_credit(results, pupil, question) for question in results.questions),
        )


def _credit(results: ClassResults, pupil: PupilResult, question: ClassQuestion) -> Cell:
    credit = results.credit(pupil, question)
    return NOT_ASKED if credit is None else _number(float(credit * question.points))


def _number(value: float) -> Cell:
    """Return a whole number as one, another one with two decimals."""
    return int(value) if value == int(value) else round(value, 2)
