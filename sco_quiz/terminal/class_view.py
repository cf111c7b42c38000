"""The results of a class as lines: a row for each pupil, what a teacher should look at, and a row for each question."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from sco_quiz.core.class_remarks import class_remarks
from sco_quiz.core.class_results import ClassQuestion, ClassResults, PupilResult
from sco_quiz.core.figures import decimal
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten
from sco_quiz.core.verdict import Outcome
from sco_quiz.terminal.sanitize import one_line, sanitize

LONGEST_NAME, LONGEST_PROMPT, LONGEST_ANSWER = 24, 44, 30
_SYMBOLS = {Outcome.RIGHT: "✓", Outcome.ALMOST: "✓", Outcome.PARTLY: "◐", Outcome.WRONG: "✗"}
_LEGEND = "✓ right, ◐ partly right, ✗ wrong, – no answer, nothing: not asked"


def class_lines(results: ClassResults) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{results.title}: {counted(len(results.pupils), 'result')}"
    yield from results.notes
    yield ""
    numbers = [str(number % 100) for number in range(1, len(results.questions) + 1)]
    rows = [("Name", "Points", "%", "Mark", "Min", *numbers)]
    rows += [_row(pupil, results.questions) for pupil in results.pupils]
    yield from _columns(rows, left={0, 3})
    yield _LEGEND
    if remarks := [sanitize(one_line(remark)) for remark in class_remarks(results)]:
        yield ""
        yield from remarks
    yield ""
    yield from _columns([("", "Question", "%", "Wrong answer", ""), *_questions(results)], left={1, 3})


def _row(pupil: PupilResult, questions: Sequence[ClassQuestion]) -> tuple[str, ...]:
    name = _cell(pupil.name, LONGEST_NAME)
    minutes = "" if pupil.used is None else str(round(pupil.used / 60))
    points = f"{decimal(pupil.points)}/{decimal(pupil.most)}"
    return name, points, str(pupil.percent), pupil.mark, minutes, *(_symbol(pupil, each) for each in questions)


def _symbol(pupil: PupilResult, question: ClassQuestion) -> str:
    answer = pupil.answers.get(question.id)
    if answer is None:
        return ""
    return _SYMBOLS[answer.verdict.outcome] if answer.verdict else "–"


def _questions(results: ClassResults) -> Iterator[tuple[str, ...]]:
    for number, question in enumerate(results.questions, start=1):
        facility = results.facility(question)
        wrong, times = results.usual_mistake(question)
        share = "" if facility is None else str(round(facility * 100))
        prompt = _cell(question.question.stem.plain, LONGEST_PROMPT)
        yield str(number), prompt, share, _cell(wrong, LONGEST_ANSWER), f"{times}×" if times else ""


def _cell(text: str, longest: int) -> str:
    """Return text for a column, whose width depends on what is escaped."""
    return shorten(sanitize(one_line(text)), longest)


def _columns(rows: Sequence[Sequence[str]], left: set[int]) -> Iterator[str]:
    """Yield rows with columns of equal width."""
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        room = (" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        cells = (
            cell + space if at in left else space + cell for at, (cell, space) in enumerate(zip(row, room, strict=True))
        )
        yield "  ".join(cells).rstrip()
