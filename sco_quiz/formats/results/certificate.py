"""The result of an exam as a page to print."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from sco_quiz.core.exam import ExamResult


def read_certificate_page() -> str:
    """The frame of the page that `render_certificate` fills."""
    return Path(__file__).with_name("certificate.html").read_text("utf-8")


def render_certificate(page: str, result: ExamResult, title: str, name: str, day: str, used: str) -> str:
    """The page as HTML that needs nothing beside it; `used` is a sentence on the time, or empty."""
    return Template(page).substitute(
        title=escape(title),
        name=escape(name),
        outcome="Passed" if result.passed else "Not passed",
        points=f"{float(result.points):.2f}".rstrip("0").rstrip("."),
        most=result.most,
        percent=result.percent,
        pass_mark=result.pass_mark,
        day=escape(day),
        used=escape(used),
        rows="\n".join(_rows(result)),
    )


def _rows(result: ExamResult) -> Iterator[str]:
    given = {item.question.id: item for item in result.session.results}
    for question in result.session.questions:
        item = given.get(question.id)
        judged = item.verdict.outcome.value if item and item.verdict else "not answered"
        cells = (question.stem.plain, "; ".join(item.response or ()) if item else "", judged, "; ".join(question.key))
        yield "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>"
