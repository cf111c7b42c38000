"""Rule names on the command line: validated, and completed in a shell."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sco_quiz.core.rule_page import Page


def known_page(name: str) -> "Page":
    """Return the page of a name; raise UsageError with a suggestion for an unknown one."""
    from sco_quiz.app.rule_pages import page_of
    from sco_quiz.core.errors import SelectionError

    try:
        return page_of(name)
    except SelectionError as error:
        raise click.UsageError(str(error)) from error


def names_given(values: Iterable[str]) -> frozenset[str]:
    """Return the names in comma-separated values of a repeatable option; raise UsageError for an unknown one."""
    return frozenset(known_page(name.strip()).name for value in values for name in value.split(",") if name.strip())


def refuse_errors(names: frozenset[str]) -> frozenset[str]:
    """Return the names; raise UsageError for an error, which cannot be ignored."""
    from sco_quiz.core.problem import Severity

    for name in sorted(names):
        if known_page(name).severity is Severity.ERROR:
            raise click.UsageError(f"`{name}` is an error; it cannot be ignored")
    return names


def complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the names that start with what was typed."""
    from sco_quiz.app.rule_pages import all_pages

    return [name for name in all_pages() if name.startswith(incomplete)]
