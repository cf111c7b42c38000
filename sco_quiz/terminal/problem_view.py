"""Problems as text: place, message, excerpt with a caret, hint."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report
from sco_quiz.terminal.sanitize import one_line, sanitize

EXCERPT = 96  # characters of a line shown; longer lines are cut around the caret
MAX_MESSAGE = 2000  # characters; a message may quote from a damaged file
MAX_NAMED = 3  # files; a folder of broken files would fill the screen with names
NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "suggestion"}


def render_report(report: Report) -> str:
    """Render every problem as a paragraph, then the summary."""
    shown = [render_problem(problem) + "\n" for problem in report.problems]
    summary = render_summary(report.problems, report.questions, report.unread, report.instead)
    return "\n".join([*shown, one_line(f"{report.subject}: {summary}" if report.subject else summary)])


def render_problem(problem: Problem) -> str:
    """Render one problem as a paragraph of lines."""
    about = f" ({problem.question})" if problem.question else ""
    place = one_line(str(problem.place))
    message = _cut(_shown(one_line(problem.message)))
    lines = [f"{place}: {problem.severity}: {message}{_shown(one_line(about))} [{problem.name}]"]
    lines += _excerpt(problem)
    if problem.hint:
        first, *rest = _shown(problem.hint).split("\n")
        lines += [f"   hint: {first}", *(f"         {line}" for line in rest)]
    return "\n".join(lines)


def _excerpt(problem: Problem) -> list[str]:
    place = problem.place
    if not place.text.strip():
        return []
    start = max(0, place.column - 1 - EXCERPT // 2) if place.column > EXCERPT - 20 else 0
    text = _shown(place.text[start : start + EXCERPT]) + "…" * (len(place.text.rstrip()) > start + EXCERPT)
    before = place.text[start : place.column - 1]
    marked = place.text[place.column - 1 : place.column - 1 + min(place.width, EXCERPT - len(before))]
    # measured as shown: an escaped character is six columns wide, a Chinese one two
    width = max(1, _cells(_shown(marked)))
    indent = " " * _cells(_shown(before))
    number = f"{place.line:>5}"
    return [f"{number} | {text}", f"{' ' * len(number)} | {indent}{'^' * width}"]


def _shown(text: str) -> str:
    """Escape every character that may be what the problem is about: unusual spaces, too."""
    return sanitize(text.replace("\t", " "), allowed="")


def _cut(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 1]}…"


def _cells(text: str) -> int:
    from rich.cells import cell_len  # takes long to import, and a clean bank needs no caret

    return cell_len(text)


def render_summary(problems: Iterable[Problem], questions: int, unread: Sequence[str] = (), instead: str = "") -> str:
    """Return one sentence: what was checked, which files were unreadable, and how many problems of each severity.

    `instead` replaces the number of questions where something else was checked.
    """
    counts = Counter(problem.severity for problem in problems)
    parts = [counted(counts[severity], NOUNS[severity]) for severity in Severity if counts[severity]]
    checked = instead or f"{_checked(questions, unread)}:"
    return f"{checked} {', '.join(parts) or 'no problems found'}."


def _checked(questions: int, unread: Sequence[str]) -> str:
    files = ", ".join(unread[:MAX_NAMED]) + (f" and {more} more" if (more := len(unread) - MAX_NAMED) > 0 else "")
    if unread and not questions:
        return f"No questions could be read from {files}"
    checked = f"{counted(questions, 'question')} checked"
    return f"{checked}, none could be read from {files}" if unread else checked
