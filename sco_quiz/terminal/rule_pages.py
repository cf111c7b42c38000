"""The manual pages of problems and rules as text."""

from collections.abc import Iterable

from sco_quiz.core.problem import Severity
from sco_quiz.core.rule_page import Page

HEADINGS = {
    Severity.ERROR: "Errors: must be corrected",
    Severity.WARNING: "Warnings: a known flaw",
    Severity.INFO: "Suggestions: worth a look",
}


def render_page(page: Page) -> str:
    """Render a page under its name and severity."""
    return f"{page.name} ({page.severity})\n\n{page.text.strip()}"


def render_list(pages: Iterable[Page]) -> str:
    """Render one line per page, grouped by severity and sorted by name."""
    pages = sorted(pages, key=lambda page: page.name)
    width = max(len(page.name) for page in pages)
    groups = []
    for severity, heading in HEADINGS.items():
        lines = [f"  {page.name:<{width}}  {page.summary}" for page in pages if page.severity is severity]
        if lines:
            groups.append("\n".join([heading, *lines]))
    return "\n\n".join(groups)
