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
        "Percent",
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
            *(credit_cell(results, pupil, question) for question in results.questions),
        )


def credit_cell(results: ClassResults, pupil: PupilResult, question: ClassQuestion) -> Cell:
    """Return the points of a pupil for a question; nothing if it was not asked."""
    credit = results.credit(pupil, question)
    return NOT_ASKED if credit is None else _number(float(credit * question.points))


def _number(value: float) -> Cell:
    """Return a whole number as one, another one with two decimals."""
    return int(value) if value == int(value) else round(value, 2)


def questions_table(results: ClassResults) -> Iterator[tuple[Cell, ...]]:
    """Yield the headings and a row for each question: the share of its points, and its most frequent wrong answer."""
    yield "Question", "Prompt", "Points", "Percent", "Most frequent wrong answer", "Times"
    for question in results.questions:
        facility = results.facility(question)
        wrong, times = results.usual_mistake(question)
        yield (
            question.id,
            question.question.stem.plain,
            _number(float(question.points)),
            "" if facility is None else round(facility * 100),
            wrong,
            times or "",
        )
