"""`sco-quiz explain`."""

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_text
from sco_quiz.cli.rule_pages import complete_name, known_page


@click.command(context_settings=HELP)
@click.argument("rule", required=False, shell_complete=complete_name)
def command(rule: str | None) -> None:
    """Explain RULE, a name that `check` writes in brackets: what it means, why it matters, what to do.

    Without RULE, list all names by severity, with a line each.

    \b
    Examples:
      sco-quiz explain
      sco-quiz explain duplicate-id
    """
    from sco_quiz.app.rule_pages import all_pages
    from sco_quiz.terminal.rule_pages import render_list, render_page

    print_text(in_this_shell(render_page(known_page(rule)) if rule else render_list(all_pages().values())))
