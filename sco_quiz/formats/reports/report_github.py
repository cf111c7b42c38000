"""A report as workflow commands of GitHub Actions, which annotate the lines of a pull request."""

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return a line per problem: `::error file=…,line=…,col=…,title=…::message`."""
    return "\n".join(map(_command, report.problems))


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {"file": place.file}
    if place.line:  # a problem of a whole file has none
        properties |= {"line": str(place.line), "col": str(place.column), "endColumn": str(place.column + place.width)}
    properties["title"] = problem.name
    about = f" ({problem.question})" if problem.question else ""
    message = "\n".join(part for part in (problem.message + about, problem.hint and f"hint: {problem.hint}") if part)
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {listed}::{_escape(message)}"


def _escape(text: str) -> str:
    """Escape a message as actions/toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
