"""The pages of every problem and rule that `check` can name."""

from collections.abc import Iterable
from functools import cache

import click

from sco_quiz.core.problem import Severity
from sco_quiz.core.rule_page import Page

# what the engine itself says about `allow:`
FROM_ALLOW = {"unknown-rule": Severity.WARNING, "unused-allow": Severity.WARNING}


@cache
def all_pages() -> dict[str, Page]:
    """Pages by name: problems of loading first, then rules."""
    from sco_quiz.lint.rules import RULES
    from sco_quiz.loading.catalogue import PROBLEMS
    from sco_quiz.loading.files import read_page

    read = {name: Page(name, severity, read_page(name)) for name, severity in (PROBLEMS | FROM_ALLOW).items()}
    return read | {rule.name: Page(rule.name, rule.severity, rule.page) for rule in RULES.values()}


def known(name: str) -> Page:
    """The page of a name; a wrong name is a usage error that suggests the nearest."""
    from difflib import get_close_matches

    pages = all_pages()
    if name in pages:
        return pages[name]
    close = get_close_matches(name, pages, 1)
    hint = f"did you mean `{close[0]}`?" if close else "`sco-quiz explain` lists them all."
    raise click.UsageError(f"`{name}` is not a problem or rule; {hint}")


def names_given(values: Iterable[str]) -> frozenset[str]:
    """The names in comma-separated values of a repeatable option; each must be known."""
    return frozenset(known(name.strip()).name for value in values for name in value.split(",") if name.strip())


def refuse_errors(names: frozenset[str]) -> frozenset[str]:
    """Let no error be ignored: a bank that has one cannot be used."""
    for name in sorted(names):
        if all_pages()[name].severity is Severity.ERROR:
            raise click.UsageError(f"`{name}` is an error, which keeps a bank from being used; it cannot be ignored.")
    return names


def complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names that start with what was typed."""
    return [name for name in all_pages() if name.startswith(incomplete)]
