"""The result of an exam as a page to print: a certificate and the answers."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.session import outcomes_in_words
from sco_quiz.core.verdict import Outcome

_WORDS = {
    Outcome.RIGHT: "right",
    Outcome.ALMOST: "right (almost)",
    Outcome.PARTLY: "partly right",
    Outcome.WRONG: "wrong",
}


def render(record: ExamRecord) -> str:
    """Return the page; the HTML needs no other file."""
    page = Path(__file__).with_name("certificate.html").read_text("utf-8")
    result = record.result
    return Template(page).substitute(
        title=escape(record.bank.title),
        name=escape(record.student),
        outcome="Passed" if result.passed else "Not passed",
        points=f"{float(result.points):.2f}".rstrip("0").rstrip("."),  # 2.5 rather than 2.50, 3 rather than 3.00
        most=result.most,
        percent=result.percent,
        pass_mark=result.pass_mark,
        outcomes=outcomes_in_words(result.session),
        day=f"{record.at:%Y-%m-%d}",
        time=result.time_in_words,
        rows="\n".join(_rows(result)),
    )


def _rows(result: ExamResult) -> Iterator[str]:
    for item in result.results:
        question = item.question
        judged = _WORDS[item.verdict.outcome] if item.verdict else "not answered"
        setting = f'<p class="setting" dir="auto">{escape(question.setting)}</p>' if question.setting else ""
        cells = (question.stem.plain, "; ".join(item.response or ()), judged, "; ".join(question.key))
        first, *others = map(escape, cells)
        yield "<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in (setting + first, *others)) + "</tr>"
