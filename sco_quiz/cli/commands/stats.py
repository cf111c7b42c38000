"""`sco-quiz stats`."""

from pathlib import Path
from typing import Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.output import tell
from sco_quiz.cli.progress_file import progress_option


@click.command(context_settings=HELP)
@filter_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object instead.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write a page with charts instead.")  # fmt: skip
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write what the terminal shows as a picture instead.")  # fmt: skip
@progress_option
@plain_option
@bank_option
def command(
    as_json: bool,
    html: Path | None,
    svg: Path | None,
    progress: Path | None,
    plain: bool,
    bank: Path | None,
    **filters: Any,
) -> None:
    """Show what you answered: by topic and level, the weakest questions, what is due, retention, and your days.

    Options choose the questions for topics, levels and the weakest; the rest is of the whole bank. Charts in the
    terminal need `pip install 'sco-quiz[charts]'`; without it, and with --plain, everything is told in words.

    \b
    Examples:
      sco-quiz stats
      sco-quiz stats security --plain
      sco-quiz stats --html stats.html
    """
    import shutil

    from sco_quiz.app.days import day_of, now
    from sco_quiz.cli.display import draws, save_picture, show_blocks
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.core.selection import filter_questions
    from sco_quiz.formats.stats_json import render_statistics
    from sco_quiz.formats.stats_page import read_stats_page, render_stats_page
    from sco_quiz.history.statistics import statistics
    from sco_quiz.loading.files import write_result
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.charts import can_draw
    from sco_quiz.terminal.stats_view import stats_blocks

    loaded = load_bank(bank)
    questions = filter_questions(loaded, filter_of(filters))
    found = statistics(open_progress(progress, "read").database, loaded, questions, now(), day_of)
    if as_json:
        tell(render_statistics(found))
    elif html:
        page = render_stats_page(read_stats_page(), found)
        tell(f"The page is in {write_result(html, [page])}.")
    elif svg:
        save_picture(stats_blocks(found, 76, True), svg, "sco-quiz stats")
    else:
        drawn = draws() and not plain
        width = min(shutil.get_terminal_size().columns, 100) - 4
        show_blocks(*stats_blocks(found, width, drawn), plain=plain)
        if drawn and not can_draw():
            tell("`pip install 'sco-quiz[charts]'` adds charts.")
