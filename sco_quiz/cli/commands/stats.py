"""`sco-quiz stats`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.output import print_text
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from sco_quiz.core.statistics import Statistics

PICTURE_WIDTH = 76  # columns: a terminal of 80 without the frame


@click.command(context_settings=HELP)
@filter_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object instead.")
@click.option("--html", type=FILE, metavar="FILE", help="Write a page with charts instead.")
@click.option("--svg", type=FILE, metavar="FILE", help="Write a picture of the terminal instead.")
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
    """Show your progress by topic and level, your weakest questions, what is due, your retention and your days.

    Options filter the questions for topics, levels and the weakest questions; everything else covers the whole bank.
    A terminal shows charts; with --plain, there is only text.

    \b
    Examples:
      sco-quiz stats
      sco-quiz stats security --plain
      sco-quiz stats --html stats.html
    """
    from sco_quiz.app.days import now
    from sco_quiz.app.result_file import write_result
    from sco_quiz.cli.display import save_picture
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.core.selection import filter_outlines
    from sco_quiz.formats import outputs_of
    from sco_quiz.history.statistics import statistics
    from sco_quiz.history.store import store_of
    from sco_quiz.terminal.stats_view import stats_blocks

    loaded = sound_bank(bank)
    questions = filter_outlines(loaded, filter_of(filters))
    database = open_progress(progress, "read").database
    found = statistics(database, loaded, questions, now(), store_of(database).schedule.days.date)
    if as_json:
        print_text(outputs_of("statistics")["json"].render(found))
    elif html:
        page = outputs_of("statistics")["html"].render(found)
        print_text(f"The page is in {write_result(html, [page])}.")
    elif svg:
        save_picture(stats_blocks(found, PICTURE_WIDTH, True), svg, "sco-quiz stats")
    else:
        _show(found, plain)


def _show(found: "Statistics", plain: bool) -> None:
    import shutil

    from sco_quiz.cli.display import draws, show_blocks
    from sco_quiz.terminal.stats_view import stats_blocks

    drawn = draws() and not plain
    # Longer lines are hard to read; 4 columns are the frame of a panel.
    width = min(shutil.get_terminal_size().columns, 100) - 4
    show_blocks(*stats_blocks(found, width, drawn), plain=plain)
