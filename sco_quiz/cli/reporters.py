"""The formats of a report, in a table."""

from collections.abc import Callable

from sco_quiz.core.report import Report
from sco_quiz.formats.reports.report_github import render_github_report
from sco_quiz.formats.reports.report_json import render_json_report
from sco_quiz.formats.reports.report_sarif import render_sarif_report
from sco_quiz.terminal.problem_view import render_report


def _sarif(report: Report) -> str:
    from importlib.metadata import version

    return render_sarif_report(report, version("sco-quiz"))


REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": render_report,
    "json": render_json_report,
    "github": render_github_report,
    "sarif": _sarif,
}
