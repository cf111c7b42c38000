"""The manual pages of all problems and rules."""

from functools import cache

from sco_quiz.core.errors import SelectionError
from sco_quiz.core.problem import Severity
from sco_quiz.core.rule_page import Page
from sco_quiz.core.suggest import suggest
from sco_quiz.formats.exchange.reasons import REASONS
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.catalog import PROBLEMS
from sco_quiz.loading.files import read_page

# The engine itself reports these two, about `allow:`: no rule of the table and no problem of loading does.
FROM_ALLOW = {"unknown-rule": Severity.WARNING, "unused-allow": Severity.WARNING}


@cache
def all_pages() -> dict[str, Page]:
    """Return the pages by name: problems of loading first, then those of other programs' files, then rules."""
    named = REASONS | PROBLEMS | FROM_ALLOW
    read = {name: Page(name, named[name], read_page(name)) for name in {**PROBLEMS, **FROM_ALLOW, **REASONS}}
    return read | {rule.name: Page(rule.name, rule.severity, rule.page) for rule in RULES.values()}


def page_of(name: str) -> Page:
    """Return the page of a problem or rule. Raises SelectionError, which suggests the nearest name."""
    pages = all_pages()
    if name not in pages:
        hint = suggest(name, pages, otherwise="`sco-quiz explain` lists them all.")
        raise SelectionError(f"`{name}` is not a problem or rule; {hint}")
    return pages[name]
